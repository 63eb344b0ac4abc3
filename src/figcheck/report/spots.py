"""Places in documents that have no lines, the way their readers name them: 第3页第2栏第5段."""

from __future__ import annotations

from dataclasses import asdict

from figcheck import ui
from figcheck.model import Spot


def told(spot: Spot, lang: str) -> str:
    """The parts of a place that are known, from the largest; a cell of a table by its row and column.

    >>> told(Spot(page=3, column=2, paragraph=5), "zh"), told(Spot(paragraph=7, table=1, row=2, cell=4), "en")
    ('第3页第2栏第5段', 'table 1, row 2, cell 4')
    """
    known = fields(spot)
    if spot.table is not None:
        known.pop("paragraph", None)
    return ui.say("spot.between", lang).join(
        ui.word("part-of", str(value), lang) if name == "part" else ui.say(f"spot.{name}", lang, n=value)
        for name, value in known.items()
    )


def fields(spot: Spot) -> dict[str, int | str]:
    """What is known of a place, for JSON.

    >>> fields(Spot(page=3, part="footnote"))
    {'page': 3, 'part': 'footnote'}
    """
    return {name: value for name, value in asdict(spot).items() if value is not None}
