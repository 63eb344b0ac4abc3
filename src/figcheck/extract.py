"""What do this article's sentences say, each by itself? A pure function of one article."""

from __future__ import annotations

from figcheck import shortened
from figcheck.lang import pack
from figcheck.limits import Allowance
from figcheck.model import Article, Reading


def extract(article: Article, allowance: Allowance | None = None) -> Reading:
    """Every figure that was read, with what its own sentence says of it, and the signs that passages set.

    What is beyond the allowance is left out; the reading says from where on.
    """
    return shortened.filled(pack(article.lang).read(article, allowance or Allowance()))
