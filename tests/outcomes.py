"""Small outcomes made by hand, so that reports are tested without reading a word of Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from figcheck import check
from figcheck.model import (
    Article,
    Block,
    Bound,
    By,
    Claim,
    Figure,
    Finding,
    Footing,
    Group,
    How,
    Interval,
    Measure,
    Outcome,
    Pair,
    Part,
    Period,
    Problem,
    Quantity,
    Reckoning,
    Role,
    Severity,
    Span,
    Story,
    Suppressed,
    Topic,
    Unit,
    Verdict,
)

PERCENT, DAYS, YUAN = Unit("%", "ratio"), Unit("天", "time"), Unit("元", "money:CNY")
Y2021 = Period(date(2021, 1, 1), date(2021, 12, 31), How.TOLD)
Y2025 = Period(date(2025, 1, 1), date(2025, 12, 31), How.PUBLISHED)


def article(path: str, text: str, published: date | None = date(2021, 7, 1)) -> Article:
    """An article of one story, whose layout needed no repair; every line is a sentence."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), Role.BODY))
        at += len(line) + 1
    story = Story(0, len(text), tuple(blocks), published=published)
    return Article(path, text, text, range(len(text)), "zh", (story,), published, "dateline" if published else None)


def figure(
    article: Article,
    written: str,
    stated: Sequence[str],
    unit: Unit = PERCENT,
    bound: Bound = Bound.EXACT,
    measure: Measure = Measure.LEVEL,
    direction: int = 0,
) -> Figure:
    """The figure written so in the article, in the sentence that is its line."""
    start = article.text.index(written)
    block = next(block for block in article.stories[0].blocks if block.start <= start < block.end)
    numbers = tuple(map(Decimal, stated))
    quantity = Quantity(numbers, _interval(numbers, bound), unit, bound)
    span = Span(article, start, start + len(written))
    return Figure(span, Span(article, block.start, block.end), quantity, measure, direction)


def _interval(numbers: tuple[Decimal, ...], bound: Bound) -> Interval:
    match bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return Interval(numbers[0], None)
        case Bound.SPREAD:
            return Interval(numbers[0], numbers[1], high_open=False)
        case Bound.GREATEST:
            return Interval(None, numbers[0], high_open=False)
        case _:
            return Interval.rounded(numbers[0])


def claim(
    figure: Figure,
    indicator: str,
    subject: str | None = "郴州市",
    period: Period | None = Y2021,
    footing: Footing = Footing.FACT,
    basis: str | None = None,
    speaker: str | None = None,
) -> Claim:
    """The figure as the answer to a question."""
    topic = Topic(
        indicator, indicator, (indicator,), figure.measure, figure.quantity.unit.dimension, subject,
        basis=basis, period=period, footing=footing,
    )  # fmt: skip
    return Claim(topic, figure, speaker=speaker)


def finding(
    claims: Sequence[Claim],
    rule: str = "same-figure",
    severity: Severity = Severity.ERROR,
    confidence: float = 0.93,
    message: dict[str, str] | None = None,
    cause: str | None = None,
    unsure: tuple[str, ...] = (),
    primary: int = 2,
) -> Finding:
    """A finding about these claims, the first of which clash."""
    said = message or {"zh": "两处说法不能同时成立。", "en": "The two cannot both be true."}
    return Finding(
        f"{rule}-0001", rule, Verdict.CONTRADICTION, severity, confidence, said, tuple(claims), claims[0].topic,
        cause, unsure, primary,
    )  # fmt: skip


TITLES = {
    "same-figure": {"zh": "同一指标数据不一致", "en": "Same indicator, different figures"},
    "spread-against-limit": {"zh": "区间与上限不一致", "en": "A spread against its limit"},
}


def outcome(
    claims: Sequence[Claim] = (),
    findings: Sequence[Finding] = (),
    problems: Sequence[Problem] = (),
    not_understood: Sequence[Figure] = (),
) -> Outcome:
    """An outcome of these; the claims of one finding are one group, all others stand alone."""
    together = [Group(f.topic, f.claims, (Pair(f.claims[0], f.claims[1], f.confidence),)) for f in findings]
    grouped = {id(c) for f in findings for c in f.claims}
    findings = sorted(findings, key=check.order)
    alone = [Group(c.topic, (c,), ()) for c in claims if id(c) not in grouped]
    spans = [f.span.article for f in [*(c.figure for c in claims), *not_understood]]
    return Outcome(
        articles=tuple(dict.fromkeys(spans)),
        figures=len(claims) + len(not_understood),
        claims=tuple(claims),
        compared=len(grouped & set(map(id, claims))),
        groups=(*together, *alone),
        findings=tuple(findings),
        problems=tuple(problems),
        not_understood=tuple(not_understood),
        titles=TITLES,
    )


def newsroom() -> Outcome:
    """Three papers that disagree about the origin of projects and the time that customs take."""
    first = article(
        "pages/2021-07-01.txt",
        "郴州：开放的门越开越大\n"
        "今年以来，全市新引进的招商项目中，80%来自粤港澳大湾区，承接产业转移的势头强劲，一批龙头企业相继落户。\n"
        "企业过去清关要15至45天，如今只要一天。\n",
    )
    second = article(
        "pages/2021-07-02.txt",
        "据介绍，2021年引进的项目90%以上来自粤港澳大湾区，合同引资2亿元。\n清关时间最长45天。\n",
    )
    third = article(
        "pages/2025-03-01.txt",
        "郴州去年招商项目80%来自大湾区。\n当天还有37个展位没有说明用途。\n",
        date(2025, 3, 1),
    )
    projects, customs = "招商项目来自大湾区", "清关时间"
    share = Measure.SHARE
    a = claim(figure(first, "80%", ["80"], measure=share), projects)
    b = claim(figure(second, "90%以上", ["90"], bound=Bound.AT_LEAST, measure=share), projects, speaker="市商务局")
    c = claim(figure(third, "80%", ["80"], measure=share), projects, period=Y2025)
    d = claim(figure(first, "15至45天", ["15", "45"], DAYS, Bound.SPREAD), customs, period=None)
    e = claim(figure(second, "最长45天", ["45"], DAYS, Bound.GREATEST), customs, period=None)
    f = claim(figure(second, "2亿元", ["200000000"], YUAN), "合同引资")
    clash = finding(
        (a, b, c),
        message={
            "zh": "招商项目来自大湾区的占比，一处为80%，一处为90%以上，不能同时成立。",
            "en": "The share of projects from the Greater Bay Area is 80% in one telling and 90% or more in the other.",
        },
        cause="stands-alone",
    )
    tension = finding(
        (d, e),
        "spread-against-limit",
        Severity.WARNING,
        0.71,
        {"zh": "一处说15至45天，一处只说最长45天。", "en": "One says 15 to 45 days, the other only 45 at the longest."},
        unsure=("period", "subject"),
    )
    lone = figure(third, "37个", ["37"], Unit("个", "count"))
    return outcome((a, b, c, d, e, f), (tension, clash), not_understood=(lone,))


def settled() -> Outcome:
    """The same newsroom, where the worst finding was settled by a decision on file."""
    made = newsroom()
    worst, *rest = made.findings
    decided = Suppressed(worst, By.DECISION, "figcheck/decisions.yaml:3", "终审数<已>更新", "张三", "2026-12-31")
    return replace(made, findings=tuple(rest), suppressed=(decided,))


def excluded(a: Claim, b: Claim) -> Reckoning:
    """A comparison that an exclusion ended."""
    return Reckoning(Pair(a, b, 0.0, (Part("period", 0.0, True, "2021", "2025"),)))


def strangers(a: Claim, b: Claim) -> Reckoning:
    """Two claims that have too little in common to be held side by side."""
    parts = (Part("prior", -1.5), Part("value", -4.25, a="80%", b="37个", level="far"))
    return Reckoning(Pair(a, b, 0.0032, parts, (), 0.1824), (("大湾", 3.2),), 6.0, 0.2)


def weighed(a: Claim, b: Claim) -> Reckoning:
    """A comparison with a sum."""
    parts = (
        Part("prior", -1.5),
        Part("clause", 1.25, level="0.72", shared=(("大湾", 3.2), ("来自", 2.7))),
        Part("beside", 0.01, level="none"),
        Part("measure", 0.5, a="share", b="share", level="share"),
        Part("period", 0.75, a="2021", b="2021", level="same-2"),
        Part("subject", -0.02, a="郴州市", b="郴州市", level="same-0"),
        Part("name × clause", 0.8, level="within × 0.72"),
        Part("value", 0.75, a="80%", b="90%以上", level="near"),
        Part("bound", -0.25, level="other"),
    )
    keys = (("#招商项目来自大湾区", 100.0), ("大湾", 3.2), ("=37 count", 6.0), ("@", 100.0))
    return Reckoning(Pair(a, b, 0.91, parts, ("period",), 0.86, Severity.ERROR), keys, 6.0, 0.2)
