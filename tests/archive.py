"""A small archive made from sentences of our own: facts told twice in other words, among figures that have nothing to
do with each other. It is what `figcheck learn` learns from in tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

PLACES = {
    "zh": ("青石县", "柳溪镇", "东澜市", "白塘区", "云岭县", "北渡市", "竹湾镇", "金坪区"),
    "en": ("Ashford", "Marlow", "Kelby", "Northgate", "Wexham", "Portlea", "Dunmere", "Calder"),
}

FACTS = {
    "zh": (
        ("{place}图书馆去年借出图书{n}册。", "去年一年，{place}图书馆的图书外借量为{n}册。"),
        ("{place}共栽植乡土树苗{n}株。", "在{place}，今年栽下的树苗有{n}株，都是乡土树种。"),
        ("{place}自来水厂日供水{n}吨。", "供水方面，{place}自来水厂每天送出{n}吨水。"),
        ("{place}博物馆接待观众{n}人次。", "走进{place}博物馆的观众累计{n}人次。"),
        ("{place}电动公交车行驶{n}公里。", "{place}的电动公交车全年跑了{n}公里。"),
        ("{place}回收旧衣物{n}公斤。", "旧衣物回收点在{place}收到{n}公斤。"),
        ("{place}夜校开课{n}学时。", "{place}的夜校一年上了{n}学时的课。"),
        ("{place}渔港卸货{n}箱。", "渔汛期间，{place}渔港一共卸下{n}箱鱼货。"),
    ),
    "en": (
        ("The {place} library lent {n} books last year.", "Readers borrowed {n} books from the {place} library."),
        ("Volunteers planted {n} saplings around {place}.", "Around {place}, {n} saplings were planted by volunteers."),
        ("The {place} waterworks repaired {n} leaks.", "In all, {n} leaks were repaired by the {place} waterworks."),
        ("The {place} museum welcomed {n} visitors.", "Some record: {n} visitors came to the {place} museum."),
        ("Trams in {place} ran {n} kilometres.", "{place} trams covered {n} kilometres over the year."),
        ("The {place} shelter rehomed {n} dogs.", "A total of {n} dogs left the {place} shelter for new homes."),
        ("Evening classes in {place} drew {n} pupils.", "{n} pupils signed up for evening classes in {place}."),
        ("The harbour at {place} landed {n} crates.", "Fishermen landed {n} crates in the harbour at {place}."),
    ),
}

FILLING = {
    "zh": ("会议用时{m}分钟。", "展厅里摆了{m}把椅子。", "记者走访了{m}户人家。", "工地上停着{m}辆卡车。"),
    "en": ("The meeting took {m} minutes.", "There were {m} chairs in the hall.", "Police parked {m} vans outside."),
}


def articles(stories: int = 36, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Names and texts: two articles a story, a day or two apart, that tell three facts in other words."""
    chance = Random(seed)
    for number in range(stories):
        lang = ("zh", "en")[number % 2]
        place = PLACES[lang][number // 2 % len(PLACES[lang])]
        facts = chance.sample(FACTS[lang], 3)
        told = [chance.randrange(1_100, 99_999) for _ in facts]
        first = date(2024, 1, 3) + timedelta(days=3 * number)
        for telling, day in enumerate((first, first + timedelta(days=chance.randrange(1, 3)))):
            n = [f"{value:,}" if lang == "en" else str(value) for value in told]
            lines = [fact[telling].format(place=place, n=value) for fact, value in zip(facts, n, strict=True)]
            lines += [line.format(m=chance.randrange(12, 98)) for line in chance.sample(FILLING[lang], 2)]
            text = "\n\n".join(lines)
            yield f"{lang}-{number:02}-{day:%m%d}.txt", f"---\ndate: {day}\n---\n{text}\n"


def written(folder: Path, stories: int = 36) -> Path:
    """The archive as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles(stories):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
