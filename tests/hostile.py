"""Outcomes that mean harm, by what their articles say or by their number, for tests of reports."""

from __future__ import annotations

from dataclasses import replace

from outcomes import article, claim, figure, finding, outcome

from figcheck.model import Outcome, Problem, Severity

POISONS = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "cdata": "]]>&lt;!--<!-- --> <![CDATA[",
    "terminal": "\x1b[31m\x9b31m\x00\x07",
    "lines": "a\n::error::forged\r\n##[error]forged\u2028\x85",
    "escapes": "%0A::error::forged%250A, title=x:y",
    "json": '"},{"x":"\\u0000',
    "formula": '=HYPERLINK("http://x.example";"y")',
    "markdown": "**x** [y](http://x.example) @someone #12 |a|b| www.x.example\n# heading\n- item",
    "unicode": "\u202e\ufffe\uffff\udcff\U000e0041",
}
"""What an article might hold to break out of the report that quotes it."""


def hostile(text: str) -> Outcome:
    """Two figures that clash, where every word about them is this text."""
    page = article(f"{text}.txt", f"{text}80%{text}和90%。", None)
    a = claim(figure(page, "80%", ["80"]), text, subject=text, speaker=text)
    b = claim(figure(page, "90%", ["90"]), text, period=None)
    found = finding((a, b), message={"zh": text, "en": text}, cause=text, unsure=(text,))
    return outcome((a, b), (found,), (Problem(text, text, text),))


def many(count: int, severity: Severity = Severity.ERROR) -> Outcome:
    """So many findings of one severity."""
    page = article("a.txt", "80%和90%。")
    a, b = claim(figure(page, "80%", ["80"]), "比例"), claim(figure(page, "90%", ["90"]), "比例")
    found = [replace(finding((a, b), severity=severity), id=f"id-{number:05}") for number in range(count)]
    return outcome((a, b), found)
