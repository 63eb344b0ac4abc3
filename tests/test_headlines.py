"""Headlines: whatever tells one, its figures are claims, told once, that point at where it stands."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document as Word
from inputs import loaded
from newsroom import Newsroom

from figcheck import pipeline
from figcheck.check.relation import Relation, relate
from figcheck.extract import extract
from figcheck.model import Article, Claim, Role
from figcheck.read import article_from_text
from figcheck.read.headline import repeats
from figcheck.report import OUTPUTS, spots
from figcheck.report.view import View
from figcheck.resolve import resolve

TITLE = "全市转移3.2万人"
BODY = ["截至2日，全市转移群众3.86万人，倒塌房屋52间。", "抢险队伍有210支。"]
LINES = "\n\n".join(BODY)
PAGE = "".join(f"<p>{line}</p>" for line in BODY)


def word(title_style: str | None, title: str = TITLE) -> bytes:
    document = Word()
    document.add_paragraph(title, style=title_style)
    for line in BODY:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def record(**about: str) -> bytes:
    return json.dumps({"body": LINES} | about, ensure_ascii=False).encode()


FORMS: dict[str, tuple[str, str | bytes, str | None]] = {
    # file, content, what a file beside it says
    "front matter": ("a.txt", f"---\ntitle: {TITLE}\n---\n{LINES}\n", None),
    "front matter in quotes": ("a.md", f"---\ndate: 2024-07-02\n\"title\": '{TITLE}'\n---\n{LINES}", None),
    "front matter, folded": ("a.md", f"---\ntitle: >-\n  全市转移\n  3.2万人\n---\n{LINES}", None),
    "front matter, Windows": ("a.txt", f"---\r\ntitle: {TITLE}\r\n---\r\n{LINES}".replace("\n\n", "\r\n\r\n"), None),
    "front matter, marked up": ("a.md", f"---\ntitle: {TITLE} `防汛`\n---\n{LINES}", None),
    "front matter, Traditional": ("a.txt", f"---\ntitle: 全市轉移3.2萬人\n---\n{LINES}這裡還沒有統計數據。", None),
    "first line": ("a.txt", f"{TITLE}\n\n{LINES}", None),
    "first line, asking": ("a.txt", f"{TITLE}，够吗？\n\n{LINES}", None),
    "heading": ("a.md", f"# {TITLE}\n\n{LINES}", None),
    "title and first line": ("a.txt", f"---\ntitle: {TITLE}\n---\n{TITLE}\n\n{LINES}", None),
    "title and heading": ("a.md", f"---\ntitle: {TITLE}\n---\n# {TITLE}\n\n{LINES}", None),
    "title and two lines": ("a.md", f"---\ntitle: 暴雨来袭 {TITLE}\n---\n# 暴雨来袭\n# {TITLE}\n\n{LINES}", None),
    "the title with a column": ("a.md", f"---\ntitle: 图解｜{TITLE}\n---\n# {TITLE}\n\n{LINES}", None),
    "heading and first line": ("a.md", f"# {TITLE}\n\n{TITLE}\n\n{LINES}", None),
    "title told as a sentence": ("a.txt", f"---\ntitle: {TITLE}\n---\n{TITLE}。\n\n{LINES}", None),
    "sidecar": ("a.txt", LINES, f"title: {TITLE}\n"),
    "sidecar and first line": ("a.txt", f"{TITLE}\n\n{LINES}", f"title: {TITLE}\n"),
    "sidecar of a page": ("a.html", PAGE, f"title: {TITLE}\n"),
    "h1": ("a.html", f"<h1>{TITLE}</h1>{PAGE}", None),
    "title of a page": ("a.html", f"<title>{TITLE}</title>{PAGE}", None),
    "title with its site": ("a.html", f"<title>{TITLE} - 某日报</title><h1>某日报</h1>{PAGE}", None),
    "title and h1": ("a.html", f"<title>{TITLE}_某日报</title><h1>{TITLE}</h1>{PAGE}", None),
    "title and the first line of a page": ("a.html", f"<title>{TITLE}</title><p>{TITLE}</p>{PAGE}", None),
    "shared title": ("a.html", f"<meta property=og:title content='{TITLE}'><title>某日报</title>{PAGE}", None),
    "h1 that is left out": ("a.html", f"<title>{TITLE}</title><nav><h1>{TITLE}</h1></nav>{PAGE}", None),
    "style Title": ("a.docx", word("Title"), None),
    "style Heading": ("a.docx", word("Heading 1", f"{TITLE}。"), None),
    "first line of Word": ("a.docx", word(None), None),
    "feed": ("a.json", record(title=TITLE), None),
    "feed, headline": ("a.jsonl", record(headline=TITLE), None),
    "feed, title twice": ("a.json", record(title=TITLE, body=f"{TITLE}\n{LINES}"), None),
    "feed of pages": ("a.json", record(title=TITLE, body=PAGE), None),
    "feed of pages, title twice": ("a.json", record(title=TITLE, body=f"<h1>{TITLE}</h1>{PAGE}"), None),
}


def given(folder: Path, form: str) -> Path:
    """The file of a form, with what stands beside it."""
    name, content, beside = FORMS[form]
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if beside is not None:
        path.with_suffix(".yaml").write_text(beside, encoding="utf-8")
    return path


def headlined(article: Article) -> list[Claim]:
    """The claims of its headlines."""
    claims, rest = resolve(extract(article))
    return [claim for claim in (*claims, *rest) if claim.figure.role is Role.HEADLINE]


@pytest.mark.parametrize("form", FORMS)
def test_a_headline_is_a_claim_told_once(tmp_path: Path, form: str) -> None:
    ((read,), problems) = loaded(given(tmp_path, form))
    (claim,) = headlined(read)
    assert problems == []
    assert (claim.figure.span.text, claim.story, len(read.stories)) == ("3.2万人", 0, 1)
    assert claim.figure.span.quote == read.original[claim.figure.span.source_start : claim.figure.span.source_end]
    assert claim.figure.span.quote.replace("萬", "万") == "3.2万人"
    roles = [block.role for block in read.stories[0].blocks]
    assert roles[-3:] == [Role.HEADLINE, Role.LEAD, Role.BODY]


@pytest.mark.parametrize(
    ("form", "line", "column", "place"),
    [
        ("front matter", 2, 12, ""),
        ("front matter in quotes", 3, 15, ""),
        ("front matter, folded", 4, 3, ""),
        ("front matter, Windows", 2, 12, ""),
        ("title and first line", 4, 5, ""),
        ("sidecar", 4, 5, "标题"),
        ("title of a page", 3, 5, "标题"),
        ("feed", 1, 5, "标题"),
        ("feed of pages", 3, 5, "标题"),
        ("style Title", 1, 5, "第1段"),
    ],
)
def test_where_it_stands(tmp_path: Path, form: str, line: int, column: int, place: str) -> None:
    ((read,), _) = loaded(given(tmp_path, form))
    (span,) = (claim.figure.span for claim in headlined(read))
    assert (*span.position, spots.told(span.spot, "zh") if span.spot else "") == (line, column, place)


def test_a_title_written_in_escapes_is_pointed_at_as_a_whole() -> None:
    read = article_from_text(f'---\ntitle: "全市转移3.2\\u4e07人"\n---\n{LINES}', "a.txt")
    assert [(claim.figure.span.text, claim.figure.span.position) for claim in headlined(read)] == [("3.2万人", (2, 8))]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("plain", "a.txt:2:14"),
        ("terminal", "a.txt:2:14"),
        ("markdown", "a.txt:2:14"),
        ("json", '"line":2,"column":14'),
        ("jsonl", '"line":2,"column":14'),
        ("csv", "a.txt,2,14"),
        ("github", "line=2,endLine=2,col=14"),
        ("gitlab", '"begin":2'),
        ("sarif", '"startLine":2,"startColumn":14'),
        ("rdjson", '"line":2,"column":'),
        ("junit", "a.txt:2:14"),
        ("html", "headline"),
    ],
)
def test_every_report_points_into_the_front_matter(newsroom: Newsroom, form: str, shown: str) -> None:
    newsroom.write(a=f"---\ntitle: 全市建成仓库120座，其中粮库130座\n---\n{LINES}")
    outcome = pipeline.run(["pages/a.txt"])
    assert [finding.rule for finding in outcome.findings] == ["part-exceeds-whole"]
    assert shown in "".join(OUTPUTS[form](outcome, View(lang="zh", width=200)).split())


def test_claims_lists_it_and_the_coverage_counts_it(newsroom: Newsroom) -> None:
    newsroom.write(a=f"---\ntitle: {TITLE}\n---\n{LINES}")
    _, told, _ = newsroom.call("claims", "pages")
    assert [row.split()[:2] for row in told.split("\n")[1:5]] == [
        ["2:12", "3.2万人"], ["4:12", "3.86万人"], ["4:23", "52间"], ["6:6", "210支"]
    ]  # fmt: skip
    assert newsroom.report()["summary"]["figures"] == 4


def test_a_comment_settles_the_paragraph_below_it_and_not_a_title_told_beside(newsroom: Newsroom) -> None:
    clash = "全市建成仓库120座，其中粮库130座"
    newsroom.write(a=f"{LINES}\n\n[figcheck: ok part-exceeds-whole 口径不同]\n\n{clash}。")
    assert (newsroom.base / "pages" / "a.yaml").write_text(f"title: {clash}\n", encoding="utf-8")
    (left,) = newsroom.report()["findings"]
    assert [claim.get("place") for claim in left["claims"]] == [{"part": "headline"}] * 2 + [None] * 2


@pytest.mark.parametrize(
    ("line", "is_headline"),
    [
        ("Police seize 420 kg of cocaine hidden in a container of bananas at the port", True),
        ("Is a 4.5 percent mortgage here to stay?", True),
        ("油价今夜上调，加满一箱油多花8.5元！", True),
        ("九成药店接入医保，覆盖全市14个县区，去年以来新增定点药店236家，群众购药更便捷", True),
        ("Police seized 420 kg of cocaine in a container of bananas on Thursday.", False),
        ("全市转移群众3.2万人。", False),
        ("全市转移3.2万人？不止。抢险队伍有210支", False),
        ("Officers found 420 kg of cocaine. They arrested 11 people in 14 homes", False),
        ("市疾控中心昨天通报：12月2日至8日，全市流感样病例门诊接诊4.13万人次，比前一周增加26%，" * 2, False),
    ],
)
def test_a_first_line_that_looks_like_a_headline(line: str, is_headline: bool) -> None:
    read = article_from_text(f"{line}\n\n" + "Eleven people were arrested in 14 homes, officers said. " * 3, "a.txt")
    assert (read.stories[0].blocks[0].role is Role.HEADLINE) is is_headline


@pytest.mark.parametrize(
    ("title", "line", "same"),
    [
        ("转移3.2万人", "转移 3.2 万人", True),
        ("“黄桃”卖出31.6亿元", "黄桃卖出31．6亿元", True),
        ("Nearly 4,000 Vaccinated", "NEARLY 4000 VACCINATED", True),
        ("一图读懂 | 转移3.2万人", "转移3.2万人", True),
        ("转移3.2万人", "暴雨致3.2万人转移", False),
        ("转移3.2万人", "转移32万人", False),
        ("转移3.2万人", "转移2.3万人", False),
        ("两市转移3.2万人", "转移3.2万人", False),
    ],
)
def test_titles_that_repeat_a_line(title: str, line: str, same: bool) -> None:
    assert repeats(title, line) is same
    read = article_from_text(f"---\ntitle: '{title}'\n---\n# {line}\n\n{LINES}", "a.txt")
    assert sum(block.role is Role.HEADLINE for block in read.stories[0].blocks) == 2 - same


def test_on_a_page_of_several_stories_the_title_stands_above_the_first() -> None:
    first = "七所新校开学\n\n本报7月1日讯（记者 林山）全市建成新校7所。"
    second = "三家医院开诊\n\n本报6月30日讯（记者 林山）全市建成医院3家。"
    read = article_from_text(f"---\ntitle: 今日要闻\ndate: 2024-07-02\n---\n{first}\n\n{second}", "a.txt")
    assert [story.title for story in read.stories] == ["七所新校开学", "三家医院开诊"]
    assert [read.text[story.start :].split("\n")[0] for story in read.stories] == ["今日要闻", "三家医院开诊"]


def test_a_headline_is_of_the_day_and_place_of_its_article() -> None:
    read = article_from_text(f"---\ntitle: 今年转移3.2万人\ndate: 2024-07-02\nplace: 黄山\n---\n{LINES}", "a.txt")
    ((topic, block),) = [(claim.topic, claim.block) for claim in headlined(read)]
    assert topic.period is not None
    assert (topic.period.label, topic.subject, block) == ("2024", "黄山市", 1)


FITTING = [
    # bare orders of magnitude are bounds, and the unit may be left out
    ("全市进出口超百亿", "全市进出口102.3亿元", True),
    ("全市进出口超百亿元", "全市进出口102.3亿元", True),
    ("全市进出口破百亿", "全市进出口102.3亿元", True),
    ("全市进出口逾120亿", "全市进出口102.3亿元", False),
    ("全市进出口逾120亿元", "全市进出口102.3亿元", False),
    ("全市进出口近百亿", "全市进出口97.6亿元", True),
    ("全市进出口近百亿", "全市进出口102.3亿元", False),
    ("全市进出口近百亿", "全市进出口61.2亿元", False),
    ("罚没百万元", "罚没126万元", True),
    ("奖池破亿", "奖池1.04亿元", True),
    ("奖池破亿", "奖池9600万元", False),
    ("公司亏损70亿", "公司亏损69.8亿美元", True),
    ("公司亏损70亿", "公司亏损96.8亿美元", False),
    ("演唱会吸引上万人", "演唱会吸引11200人", True),
    ("演唱会吸引上万人", "演唱会吸引9200人", False),
    ("夜市客流达百万人次", "夜市客流118.7万人次", True),
    ("夜市客流达百万人次", "夜市客流81.7万人次", False),
    # landmarks
    ("冬小麦播种超3万亩", "冬小麦播种38612亩", True),
    ("冬小麦播种超3万亩", "冬小麦播种29860亩", False),
    ("超九成药店接入", "91.3%的药店接入", True),
    ("超九成药店接入", "88.2%的药店接入", False),
    ("近九成药店接入", "88.2%的药店接入", True),
    ("近九成药店接入", "91.3%的药店接入", False),
    # rounded
    ("图书馆新增座位3000个", "图书馆新增座位2986个", True),
    ("图书馆新增座位3000个", "图书馆新增座位2846个", False),
    ("隧道投资42亿元", "隧道投资41.6亿元", True),
    ("隧道投资42亿元", "隧道投资46.1亿元", False),
    ("Nearly 4,000 doses given", "Clinics have given 3,962 doses", True),
    ("Nearly 4,000 doses given", "Clinics have given 4,962 doses", False),
    ("4,000 doses given", "Clinics have given 3,962 doses", True),
    ("4,000 doses given", "Clinics have given 3,692 doses", False),
    ("Over 3,900 doses given", "Clinics have given 3,962 doses", True),
    ("Over 4,000 doses given", "Clinics have given 3,962 doses", False),
    ("Profit tops $1bn", "The profit came to $1.26 billion", True),
    ("Profit of $1.3bn", "The profit came to $1.26 billion", True),
    ("Profit of $1.6bn", "The profit came to $1.26 billion", False),
    ("Half of voters agree", "The poll found that 48.6 percent of voters agree", True),
    ("Thousands of homes without power", "The storm left 75,000 homes without power", True),
    ("Hundreds of homes without power", "The storm left 75,000 homes without power", False),
    ("Dozens of people hurt", "The blast left 34 people hurt", True),
    ("Dozens of people hurt", "The blast left 340 people hurt", False),
]


@pytest.mark.parametrize(("title", "sentence", "fits"), FITTING, ids=lambda value: str(value))
def test_a_headline_may_round_and_shorten_but_not_say_more(title: str, sentence: str, fits: bool) -> None:
    stop = "。" if sentence[-1] > "\u2fff" else "."
    read = article_from_text(f"---\ntitle: {title}\ndate: 2024-07-02\n---\n{sentence}{stop}", "a.txt")
    above, below = (statement.figure.quantity for statement in extract(read).statements)
    assert relate(above, below) is (Relation.SAME if fits else Relation.APART)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("春耕有序推进 播种面积达1.2亿亩", "播种面积"),
        ("春耕有序推进　播种面积达1.2亿亩", "播种面积"),
        ("渡轮失火致14人死亡 家属陆续抵达", "死亡人数"),
        ("林火过火面积达8万亩 多地停课", "林火过火面积"),
        ("地铁日均客流增长5.2% 居全省首位", "地铁日均客流"),
        # each number stands apart, or each character: the spaces say nothing
        ("全市 新增 学位 15200 个", "新增学位"),
        ("播 种 面 积 达 1.2 亿 亩", "播种面积"),
    ],
)
@pytest.mark.parametrize("form", ["---\ntitle: {}\n---\n{}", "{}\n\n{}", "# {}\n\n{}"])
def test_a_space_between_the_clauses_of_a_headline_is_a_comma(title: str, named: str, form: str) -> None:
    read = article_from_text(form.format(title, "".join(BODY) * 3), "a.txt")
    claim = headlined(read)[0]
    assert claim.topic.indicator == named
    assert claim.figure.span.quote == read.original[claim.figure.span.source_start : claim.figure.span.source_end]


def test_a_heading_of_a_million_clauses_is_read() -> None:
    read = article_from_text(f"# {'播种面积达标 ' * 100_000}\n\n{LINES}", "a.txt")
    assert len(read.stories[0].blocks) == 3
