"""The sentence that an editor reads: a rule's template with its placeholders filled in, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from string import Formatter

from figcheck import ui
from figcheck.check.rule import Hit, Rule
from figcheck.model import TRUST, Claim, Text

PLACEHOLDERS = ("indicator", "subject", "period", "a", "b", "a_name", "b_name", "unsure")
"""What every message may name: what is measured, of whom, when; both figures as written, the names they go by; why it
is not sure that they answer one question."""

LONGEST = 40
"""A figure or name longer than that is cut in a message: the report shows the sentence anyway."""


def written(hit: Hit, rule: Rule) -> Text:
    """The rule's message for these claims."""
    suspect = less_trusted(hit.claims)
    return {
        lang: " ".join(template.format_map(_values(hit, lang)).split()) + _suspected(suspect, lang)
        for lang, template in sorted(rule.message.items())
    }


def less_trusted(claims: Sequence[Claim]) -> str | None:
    """The path of the article that its desk trusts less than every other one that clashes; None where none is."""
    ranks = {claim.article.path: TRUST.index(claim.article.trust or "normal") for claim in claims}
    least = [path for path, rank in ranks.items() if rank == min(ranks.values())]
    return least[0] if len(least) == 1 < len(ranks) else None


def _suspected(path: str | None, lang: str) -> str:
    return "" if path is None else ui.say("less-trusted", lang, path=_cut(PurePath(path).name))


def names_in(template: str) -> Iterator[str]:
    """The placeholders of a template. Raises ValueError for braces that do not pair and for anything but a name."""
    for _, name, form, conversion in Formatter().parse(template):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            written = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            raise ValueError(f"{{{_cut(written)}}} is not a plain name in braces")
        yield name


def _values(hit: Hit, lang: str) -> Mapping[str, str]:
    a, b = hit.claims[0], hit.claims[-1]
    common = {
        "indicator": _cut(_named(hit)),
        "subject": _cut(a.topic.subject or b.topic.subject or ""),
        "period": _period(a, lang),
        "a": _cut(a.figure.span.text),
        "b": _cut(b.figure.span.text),
        "a_name": _cut(a.topic.indicator),
        "b_name": _cut(b.topic.indicator),
        "unsure": ui.say("list-stop", lang).join(ui.word("unsure", reason, lang) for reason in hit.unsure),
    }
    return common | {name: ui.in_lang(words, lang) for name, words in hit.values.items()}


def _named(hit: Hit) -> str:
    """What is measured: the first name among the claims; figures of a sum may go without."""
    return next((claim.topic.indicator for claim in hit.claims if claim.topic.indicator), "")


def _period(claim: Claim, lang: str) -> str:
    label = claim.topic.period.label if claim.topic.period else None
    return label or ui.say("period.none", lang)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
