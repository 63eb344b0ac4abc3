"""English: words in YAML, mechanism in Python."""
