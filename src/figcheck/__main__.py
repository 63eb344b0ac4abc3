"""`python -m figcheck`, the same as `figcheck`."""

from figcheck.cli import main

if __name__ == "__main__":
    main()
