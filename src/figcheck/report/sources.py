"""How each article was read, for `-v`: encoding, language, and where its date comes from."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import ui
from figcheck.model import Article, Outcome
from figcheck.report.safe import visible


def told(outcome: Outcome, lang: str) -> Iterator[str]:
    """A line for each article."""
    return (visible(_article(article, lang)) for article in outcome.articles)


def _article(article: Article, lang: str) -> str:
    read = {"path": article.path, "encoding": article.encoding, "lang": article.lang}
    if article.published is None:
        return ui.say("sources.undated", lang, **read)
    source = ui.word("date-from", article.published_from or "", lang)
    return ui.say("sources.dated", lang, date=article.published, source=source, **read)
