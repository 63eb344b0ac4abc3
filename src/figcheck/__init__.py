"""figcheck reads the figures in newspaper articles and shows which of them cannot all be true."""

__version__ = "0.1.0"
