"""JUnit's XML, for CI servers that show tests: an article is a suite, a finding in it a test that failed."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from figcheck import ui
from figcheck.model import Finding, Outcome, Problem, Severity, Suppressed
from figcheck.report import coverage
from figcheck.report.card import card
from figcheck.report.plain import body
from figcheck.report.safe import referenced, visible
from figcheck.report.spot import below
from figcheck.report.view import View, shown

_NO_CHARACTERS = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}
"""What XML cannot hold, beside the controls that `visible` spells out."""


def write(outcome: Outcome, view: View) -> str:
    """A suite for each article, and one for what could not be read.

    Notes do not fail: they are skipped tests, and so is what was settled before.
    """
    root = Xml.Element("testsuites", name="figcheck")
    own: dict[str, list[Xml.Element]] = {article.path: [] for article in outcome.articles}
    for finding in shown(outcome, view):
        own[finding.claims[0].article.path].append(_case(finding, outcome, view))
    for settled in outcome.suppressed:
        own[settled.finding.claims[0].article.path].append(_settled(settled, outcome, view))
    for path, cases in own.items():
        root.append(_suite(path, cases, outcome, view))
    if outcome.problems:
        root.append(_unread(outcome.problems, view))
    _counted(root, root.findall("testsuite/testcase"))
    Xml.indent(root)
    return _document(root, view)


def _suite(path: str, cases: Sequence[Xml.Element], outcome: Outcome, view: View) -> Xml.Element:
    suite = Xml.Element("testsuite", name=visible(below(path)))
    nothing = Xml.Element("testcase", classname=visible(below(path)), name=ui.say("ci.no-finding", view.lang))
    suite.extend(cases or [nothing])
    _counted(suite, cases or [nothing])
    Xml.SubElement(suite, "system-out").text = coverage.looked_at(outcome, view.lang)
    return suite


def _settled(settled: Suppressed, outcome: Outcome, view: View) -> Xml.Element:
    case = _case(settled.finding, outcome, view)
    case[0].tag = "skipped"
    case[0].set("message", visible(ui.say("ci.settled", view.lang, reason=settled.reason or settled.by.value)))
    return case


def _case(finding: Finding, outcome: Outcome, view: View) -> Xml.Element:
    told = card(finding, outcome, view)
    path = visible(below(finding.claims[0].article.path))
    case = Xml.Element("testcase", classname=path, name=f"{told.title} ({told.rule}, {finding.id})")
    kind = "skipped" if finding.severity is Severity.INFO else "failure"
    hurt = Xml.SubElement(case, kind, type=str(finding.severity), message=told.message)
    hurt.text = "\n".join(body(told, view.spelled_out))
    return case


def _unread(problems: Sequence[Problem], view: View) -> Xml.Element:
    suite = Xml.Element("testsuite", name=ui.say("ci.unread", view.lang))
    for problem in problems:
        case = Xml.SubElement(suite, "testcase", classname=visible(problem.path), name=visible(problem.problem))
        Xml.SubElement(case, "error", type="unread", message=visible(problem.problem)).text = visible(problem.hint)
    _counted(suite, suite.findall("testcase"))
    return suite


def _counted(element: Xml.Element, cases: Sequence[Xml.Element]) -> None:
    element.set("tests", str(len(cases)))
    for kind, name in (("failure", "failures"), ("error", "errors")):
        element.set(name, str(sum(case.find(kind) is not None for case in cases)))


def _document(root: Xml.Element, view: View) -> str:
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"
    return referenced(text.translate(_NO_CHARACTERS), view.encoding)
