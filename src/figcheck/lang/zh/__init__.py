"""Chinese: how numbers, units, periods and names are written, and how a sentence ties them together."""
