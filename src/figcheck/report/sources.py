"""How each article was read, for `-v`: encoding, language, and where its date and the like come from; what was not."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import ui
from figcheck.model import Article, Outcome
from figcheck.report.safe import visible


def told(outcome: Outcome, lang: str) -> Iterator[str]:
    """A line for each article, and for each file that was left out of a folder."""
    for article in outcome.articles:
        yield visible(_article(article, lang))
    for file in outcome.skipped:
        yield visible(ui.say("sources.skipped", lang, path=file.path, reason=ui.word("skipped", file.problem, lang)))


def summed(outcome: Outcome, lang: str) -> Iterator[str]:
    """One line, where files were left out that are not hidden."""
    count = sum(file.problem != "hidden" for file in outcome.skipped)
    if count:
        yield ui.say("sources.left-out", lang, n=count)


def _article(article: Article, lang: str) -> str:
    read = {"path": article.path, "encoding": article.encoding, "lang": article.lang}
    told = {"title": article.title, "place": article.place, "source": article.source, "trust": article.trust}
    also = "".join(
        ui.say(f"sources.{key}", lang, word=told[key], source=ui.word("date-from", origin, lang))
        for key, origin in sorted(article.origins.items())
    )
    if article.published is None:
        return ui.say("sources.undated", lang, **read) + also
    source = ui.word("date-from", article.published_from or "", lang)
    return ui.say("sources.dated", lang, date=article.published, source=source, **read) + also
