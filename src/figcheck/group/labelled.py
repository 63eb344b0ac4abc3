"""Whether two claims speak of two things of a kind: 一号车间 and 二号车间, 首座电站 and 另一座."""

from __future__ import annotations

from collections.abc import Mapping

from figcheck.group.parts import veto
from figcheck.lang import pack
from figcheck.model import Claim, How, Part, Role

HERE = ("other", "several")
"""Labels that tell a thing from what its own article told before: one side alone has them."""

TOLD = (How.TOLD, How.PUBLISHED, How.RELATIVE)
"""Periods that a sentence names: what comes again is known by them, too (首届, 今年的)."""

REACH = 300
"""How many characters before a figure its paragraph may name the thing."""


def compare_labels(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    """A veto where the words before two figures name two things of one kind."""
    if a.quantity.stated == b.quantity.stated or a.article.lang != b.article.lang:
        return []
    one, other = _labels(a), _labels(b)
    here = a.article is b.article
    apart = told_apart(one, other, here=here)
    if apart is None and here and ("edition" in one) != ("edition" in other):
        again = a if "edition" in other else b
        if again.topic.period is not None and again.topic.period.how in TOLD:
            apart = one.get("edition", ""), other.get("edition", "")
    return veto("label", *apart) if apart else []


def told_apart(one: Mapping[str, str], other: Mapping[str, str], *, here: bool) -> tuple[str, str] | None:
    """The labels that tell two things apart, `here` in one article; None where none do.

    >>> told_apart({"号": "1"}, {"号": "2"}, here=False), told_apart({"号": "1"}, {}, here=True)
    (('1', '2'), None)
    """
    for kind in sorted(one.keys() & other.keys() - set(HERE)):
        x, y = one[kind], other[kind]
        if x != y and x.isdigit() == y.isdigit() and (kind != "clock" or here):  # 本届 may be the third
            return x, y
    for kind in HERE if here else ():
        if (kind in one) != (kind in other):
            return one.get(kind, ""), other.get(kind, "")
    return None


def _labels(claim: Claim) -> Mapping[str, str]:
    """The labels of a figure: of its paragraph so far, and of its sentence."""
    read, text = pack(claim.article.lang).labels, claim.article.text
    start, end = claim.figure.sentence.start, claim.figure.span.start
    sentence = read(text[start:end])
    if claim.figure.role is Role.TABLE:
        return sentence
    paragraph = text[max(text.rfind("\n", 0, start) + 1, start - REACH) : start]
    return {**{kind: label for kind, label in read(paragraph).items() if kind not in HERE}, **sentence}
