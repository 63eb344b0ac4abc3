"""Stated parts of two claims that cannot both be: the only thing that keeps claims apart whatever else they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from figcheck.match import comparisons as compared
from figcheck.match.comparisons import KNOWN, STATED, Both, spans
from figcheck.model import Claim, Footing, How, Measure, Part, Period, Role

_NAMED_BASES = ("year-on-year", "month-on-month", "quarter-on-quarter", "yearly-mean")
"""Bases that a sentence names in words (同比); others are read from the years beside them."""

_APART_BY_NATURE = (Measure.RANK, Measure.STREAK, Measure.MULTIPLE)
_HERE = ("other", "several")
"""Labels that tell a thing from what its own article told before: one side alone has them."""

TIMES = ("revision", "years-apart", "period", "moment")
"""Exclusions by time alone: what they keep apart may be tellings of one thing at two times."""

Told = tuple[str, str]


def exclusion(both: Both) -> Part | None:
    """The first exclusion that two claims meet, None where there is none."""
    for name, find in EXCLUSIONS.items():
        told = find(both)
        if told is not None:
            return Part(name, 0.0, True, told[0], told[1])
    return None


def _sentence(both: Both) -> Told | None:
    a, b = both.a.claim, both.b.claim
    one = a.article is b.article and a.figure.sentence == b.figure.sentence
    return (a.figure.span.text, b.figure.span.text) if one else None


def _table(both: Both) -> Told | None:
    a, b = both.a.claim, both.b.claim
    one = a.article is b.article and a.figure.role is b.figure.role is Role.TABLE
    return (a.figure.span.text, b.figure.span.text) if one else None


def _language(both: Both) -> Told | None:
    """Words of two languages are not compared: only names that are known in both bring claims together."""
    a, b = both.a.claim, both.b.claim
    apart = a.article.lang != b.article.lang and a.topic.canonical != b.topic.canonical
    return (a.topic.indicator, b.topic.indicator) if apart else None


def _measure(both: Both) -> Told | None:
    a, b = both.a.claim.topic.measure, both.b.claim.topic.measure
    return (a.value, b.value) if a is not b and (a in _APART_BY_NATURE or b in _APART_BY_NATURE) else None


def _basis(both: Both) -> Told | None:
    a, b = both.a.claim.topic.basis, both.b.claim.topic.basis
    return (a, b) if a in _NAMED_BASES and b in _NAMED_BASES and a != b else None


def _footing(both: Both) -> Told | None:
    """The first end of a change and the second one, unless both are of one day."""
    a, b = both.a.claim.topic.footing, both.b.claim.topic.footing
    return (a.value, b.value) if {a, b} == {Footing.BEFORE, Footing.AFTER} and not _of_one_day(both) else None


def _of_one_day(both: Both) -> bool:
    ends = [period.end if (period := side.claim.topic.period) else None for side in (both.a, both.b)]
    return ends[0] is not None and ends[0] == ends[1]


def _period(both: Both) -> Told | None:
    """Two times that both sentences state, and that have no day in common; or two flows over two stated spans."""
    a, b = both.a.claim.topic.period, both.b.claim.topic.period
    if a is None or b is None or both.a.claim.topic.measure is Measure.STREAK:
        return None
    if a.how is b.how is How.RELATIVE:  # 去年, 今年 in drafts without a date
        return (a.said or "", b.said or "") if both.same_article and a.said != b.said else None
    if a.how not in STATED or b.how not in STATED:
        return None
    how = spans(a, b)
    flows = not a.as_of and not b.as_of and a.label != b.label
    return (a.label or "", b.label or "") if how == "apart" or (flows and how != "same") else None


def _revision(both: Both) -> Told | None:
    """A first and a last version of one statistic, told in two articles: the last does not contradict the first."""
    a, b = both.a.claim, both.b.claim
    if both.same_article or not (a.frame.revised or b.frame.revised) or a.quantity.stated == b.quantity.stated:
        return None
    return a.figure.span.text, b.figure.span.text


def _years_apart(both: Both) -> Told | None:
    """What two articles tell of their own times, a long time apart, is no one question unless it lasts: a share of a
    kind, how long a procedure takes."""
    if both.same_article or both.a.day is None or both.b.day is None or abs(both.a.day - both.b.day) <= _LONG:
        return None
    if all(map(_lasts, (both.a.claim, both.b.claim))) or _say_one_time(both):
        return None
    return str(both.a.claim.article.published), str(both.b.claim.article.published)


_LONG = 200
"""Days."""


def _lasts(claim: Claim) -> bool:
    topic = claim.topic
    return topic.measure is Measure.SHARE or (
        topic.measure in (Measure.LEVEL, Measure.STREAK) and topic.dimension.partition(":")[0] in _LASTING
    )


_LASTING = ("time", "workdays", "streak")


def _say_one_time(both: Both) -> bool:
    """Whether both sentences, or what they stand in, name times that meet."""
    a, b = both.a.claim.topic.period, both.b.claim.topic.period
    return a is not None and b is not None and a.how in KNOWN and b.how in KNOWN and spans(a, b) != "apart"


def _moment(both: Both) -> Told | None:
    """Running counts of two moments: the later one does not contradict the earlier."""
    if not (both.a.running and both.b.running) or both.a.claim.topic.measure is not Measure.LEVEL:
        return None
    first, second = moment(both.a.claim, both.a.day), moment(both.b.claim, both.b.day)
    if first is None or second is None or first == second:
        return None
    if both.same_article and not (_says_when(both.a.claim) and _says_when(both.b.claim)):
        return None
    return str(first), str(second)


def _says_when(claim: Claim) -> bool:
    period = claim.topic.period
    return period is not None and (period.how in STATED or period.clock is not None)


def moment(claim: Claim, published: int | None) -> tuple[int, int | None] | None:
    """The day, as a number, and the minute at which a count was taken: as it says itself, else when it was published;
    None for a flow over a span that is over."""
    period = claim.topic.period
    if period is not None and period.end is not None and (period.clock is not None or period.as_of):
        return period.end.toordinal(), period.clock
    if period is None or period.end is None or period.how not in STATED or _spans_publication(period, published):
        return (published, None) if published is not None else None
    if period.start is not None and period.start != period.end:
        return None
    return period.end.toordinal(), period.clock


def _spans_publication(period: Period, published: int | None) -> bool:
    """Whether a span is still going on (今年以来): its count is of the day of publication."""
    if published is None or period.start is None or period.end is None:
        return False
    return period.start.toordinal() <= published <= period.end.toordinal() and period.start != period.end


def _subject(both: Both) -> Told | None:
    a, b = both.a.claim.topic, both.b.claim.topic
    apart = a.subject_told and b.subject_told and compared.subject(both) == "apart-2"
    return (a.subject or "", b.subject or "") if apart else None


def _words(both: Both) -> Told | None:
    return compared.clash(both, both.a.named_among, both.b.named_among)


def _label(both: Both) -> Told | None:
    if both.a.claim.article.lang != both.b.claim.article.lang:
        return None
    return told_apart(dict(both.a.claim.frame.labels), dict(both.b.claim.frame.labels), here=both.same_article)


def told_apart(one: Mapping[str, str], other: Mapping[str, str], *, here: bool) -> Told | None:
    """The labels that tell two things apart, `here` in one article; None where none do.

    >>> told_apart({"号": "1"}, {"号": "2"}, here=False), told_apart({"号": "1"}, {}, here=True)
    (('1', '2'), None)
    """
    for kind in sorted(one.keys() & other.keys() - set(_HERE)):
        x, y = one[kind], other[kind]
        if x != y and x.isdigit() == y.isdigit() and (kind != "clock" or here):  # 本届 may be the third
            return x, y
    for kind in _HERE if here else ():
        if (kind in one) != (kind in other):
            return one.get(kind, ""), other.get(kind, "")
    return None


_IN_A_ROW = ("ordinal", "anniversary")


def _ordinal(both: Both) -> Told | None:
    """The numbers of things in a row are their names: 第38次会议 and 第39次会议 of two articles are two."""
    a, b = both.a.claim, both.b.claim
    one = both.same_story or a.topic.dimension not in _IN_A_ROW or a.quantity.stated == b.quantity.stated
    return None if one else (a.figure.span.text, b.figure.span.text)


EXCLUSIONS: dict[str, Callable[[Both], Told | None]] = {
    "sentence": _sentence,
    "table": _table,
    "language": _language,
    "measure": _measure,
    "basis": _basis,
    "footing": _footing,
    "exclusive": _words,
    "subject": _subject,
    "label": _label,
    "ordinal": _ordinal,
    "revision": _revision,
    "years-apart": _years_apart,
    "period": _period,
    "moment": _moment,
}
"""All exclusions; those by time come last, so that they are told only where nothing else keeps two claims apart."""


def over_time(both: Both) -> bool:
    """Whether two claims can be tellings of one thing at two times: running counts, or firsts."""
    a, b = both.a.claim, both.b.claim
    if a.frame.revised or b.frame.revised:
        return True
    if both.a.running and both.b.running and a.topic.measure is b.topic.measure is Measure.LEVEL:
        return True
    return all(c.topic.dimension.startswith(("first", "ordinal")) and c.quantity.value == 1 for c in (a, b))
