"""From hits to findings: one finding for what is one trouble, with the clearest clash first and its witnesses after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import PurePath

from figcheck.check import causes, message
from figcheck.check.rule import Hit, Rule
from figcheck.model import Claim, Finding, How, Severity, Topic, Verdict

Place = tuple[str, int, int]
Tellings = dict[object, list[Claim]]
"""Claims by what they say."""


def place(claim: Claim) -> Place:
    """Where a claim stands, for sorting: path, then position."""
    span = claim.figure.span
    return span.article.path, span.start, span.end


def merged(hits: Sequence[Hit], rule: Rule, others: Sequence[Claim]) -> Iterator[Finding]:
    """The findings that a rule's hits make. `others` are all claims of the group: some agree with one of the sides.

    The clearest hit leads a finding and takes along every hit that shares a claim with it.
    """
    ordered = sorted(hits, key=lambda hit: _order(hit, rule))
    tellings = _tellings(others) if ordered else {}
    holding: dict[int, list[int]] = defaultdict(list)  # claim → the hits that it stands in, by their numbers
    for number, hit in enumerate(ordered):
        for claim in hit.claims:
            holding[id(claim)].append(number)
    done: set[int] = set()
    for number, first in enumerate(ordered):
        if number not in done:
            joined = {other for claim in first.claims for other in holding[id(claim)]} - done
            claims = _once(claim for other in sorted(joined) for claim in ordered[other].claims)
            yield _finding(first, rule, claims, tellings)
            known = set(map(id, claims))
            touched = {other for claim in claims for other in holding[id(claim)]} - done
            done |= {other for other in touched if known.issuperset(map(id, ordered[other].claims))}


def order(finding: Finding) -> tuple[int, Place, str, str]:
    """Worst first, then by the place of the first claim."""
    return -finding.severity, place(finding.claims[0]), finding.rule, finding.id


def severity(hit: Hit, rule: Rule) -> Severity:
    """How bad a hit is: as the rule says, no worse than it may be, and one step less where the frame is unsure and
    nothing has weighed how much."""
    return min(rule.severity.lowered() if hit.unsure and not hit.weighed else rule.severity, hit.at_most)


def _order(hit: Hit, rule: Rule) -> tuple[int, float, list[tuple[object, ...]]]:
    return -severity(hit, rule), -hit.confidence, sorted(map(_telling, hit.claims))


def _telling(claim: Claim) -> tuple[object, ...]:
    """A claim by when it was told, and of when, the last and the most first; its file decides only where nothing else
    does."""
    period, published = claim.topic.period, claim.article.published or date.min
    end, clock = (period.end or date.min, period.clock or 0) if period is not None else (date.min, 0)
    return -published.toordinal(), -end.toordinal(), -clock, -claim.quantity.value, *place(claim)


def _once(claims: Iterable[Claim]) -> list[Claim]:
    return list({id(claim): claim for claim in claims}.values())


def _finding(hit: Hit, rule: Rule, claims: Sequence[Claim], tellings: Tellings) -> Finding:
    primary = hit.claims
    witnesses = [next(_agreeing(claim, tellings), None) for claim in primary]
    topic = _topic(primary)
    related = _once([*claims, *(witness for witness in witnesses if witness is not None)])
    return Finding(
        id=_id(rule, topic, primary),
        rule=rule.id,
        verdict=hit.verdict,
        severity=severity(hit, rule),
        confidence=hit.confidence,
        message=message.written(hit, rule),
        claims=(*primary, *sorted((c for c in related if c not in primary), key=place)),
        topic=topic,
        cause=hit.cause or _cause(hit, primary, tellings),
        unsure=hit.unsure,
        primary=len(primary),
    )


def _cause(hit: Hit, primary: Sequence[Claim], tellings: Tellings) -> str | None:
    """The slip that fits; else that one side stands alone where others agree on the other side."""
    if hit.verdict is not Verdict.CONTRADICTION or len(primary) != 2:
        return None
    alone = any(
        next(_agreeing(lone, tellings), None) is None and _are_others(_agreeing(other, tellings), other, lone)
        for lone, other in (primary, primary[::-1])
    )
    return causes.likely(primary[0].quantity, primary[1].quantity) or ("stands-alone" if alone else None)


def _are_others(witnesses: Iterable[Claim], claim: Claim, lone: Claim) -> bool:
    """Whether one of them is another voice: an article that repeats itself is not, unless it also says otherwise."""
    return any(witness.article is not claim.article or witness.article is lone.article for witness in witnesses)


def _tellings(claims: Iterable[Claim]) -> Tellings:
    """The claims by what they say, in the order of their places."""
    found: Tellings = defaultdict(list)
    for claim in sorted(claims, key=place):
        found[says(claim)].append(claim)
    return found


def _agreeing(claim: Claim, tellings: Tellings) -> Iterator[Claim]:
    """Other tellings of the same figure for the same question, in the order of their places."""
    return (other for other in tellings.get(says(claim), ()) if other is not claim)


def says(claim: Claim) -> tuple[object, ...]:
    """What a claim says: witnesses say the same."""
    topic, quantity = claim.topic, claim.quantity
    when = topic.period.label if topic.period else None
    value = quantity.value.normalize()
    return topic.canonical, topic.subject_key, topic.scope, topic.footing, when, value, quantity.bound


_DEFINITE = (How.TOLD, How.CARRIED, How.PUBLISHED)


def _topic(claims: Sequence[Claim]) -> Topic:
    """The topic of the claim that says most of when and whose."""
    return max((claim.topic for claim in claims), key=_tells)


def _tells(topic: Topic) -> tuple[bool, bool, bool]:
    return bool(topic.indicator), topic.period is not None and topic.period.how in _DEFINITE, topic.subject_told


def _id(rule: Rule, topic: Topic, claims: Sequence[Claim]) -> str:
    """Stable: what is said and in which files, not where."""
    question = (topic.canonical, topic.measure, topic.subject_key or topic.subject, topic.period and topic.period.label)
    values = sorted("-".join([*map(_plain, c.quantity.stated), c.quantity.unit.name, c.quantity.bound]) for c in claims)
    files = sorted({_in_bytes(PurePath(claim.article.path).name) for claim in claims})
    said = "\x1f".join(map(str, (rule.id, *question, *values)))
    return sha256(b"\x1f".join((_in_bytes(said), *files))).hexdigest()[:16]


def _in_bytes(text: str) -> bytes:
    """Text in UTF-8; the bytes of a file's name that the locale cannot read are those that the file has."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
