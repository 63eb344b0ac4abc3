"""What one file may take, so that it neither holds up nor brings down the check of all the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take at most; a file that needs more is one line, and the others are checked.

    `megabytes` is the size of a file, `unpacked` that of all that is packed in it (.zip, .docx), also in megabytes;
    `files` are those in an archive, `articles` those in a feed; `pages` are those of a PDF; `characters` are those of
    one article, `cells` those of a sheet; `depth` is how deeply the elements of a web page may stand within each other.
    `seconds` are those that reading it may take. Memory follows from the sizes: reading takes less than 2 GB at these.
    """

    megabytes: int = 32
    unpacked: int = 200
    files: int = 5_000
    articles: int = 10_000
    pages: int = 1_000
    characters: int = 2_000_000
    cells: int = 20_000
    depth: int = 1_500
    seconds: int = 120
