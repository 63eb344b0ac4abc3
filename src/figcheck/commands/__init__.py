"""The commands, by what they are for. Each only translates: options in, one call, words and an exit code out.

Modules of ours are imported where they are used, so that `figcheck --version` loads next to nothing.
"""
