"""The words that figcheck itself says, in the reader's language; all of them stand in `lang/ui.yaml`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.model import Text

LANGS = ("zh", "en")
"""The languages of the messages, the one to fall back on last."""


def locale_lang(env: Mapping[str, str] = os.environ) -> str:
    """The language of messages that the locale asks for: zh for any Chinese one, else en.

    >>> locale_lang({"LANG": "zh_CN.UTF-8"}), locale_lang({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}), locale_lang({})
    ('zh', 'en', 'en')
    """
    chosen = next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), "")
    return "zh" if chosen.lower().startswith("zh") else "en"


def say(key: str, lang: str, /, **values: object) -> str:
    """A saying of `ui.yaml` with its places filled in; `n` chooses between one and several where both are given.

    `key` is the path to it, with dots. Raises KeyError where there is no such saying.

    >>> say("coverage.articles", "en", n=1), say("coverage.articles", "en", n=3)
    ('1 article', '3 articles')
    """
    saying: Any = _sayings()
    for step in key.split("."):
        saying = saying[step]
    return in_lang(_numbered(saying, values.get("n")), lang).format_map(values)


def word(family: str, name: str, lang: str) -> str:
    """The word for a name that comes from elsewhere; one that has none is shown as it is.

    >>> word("measure", "level", "en"), word("measure", "newer-than-this", "en")
    ('amount', 'newer-than-this')
    """
    text = _sayings()[family].get(name)
    return name if text is None else in_lang(text, lang)


def scales(lang: str) -> list[tuple[str, int]]:
    """The words for large numbers with the zeros they stand for, largest first.

    >>> scales("zh")
    [('亿', 8), ('万', 4)]
    """
    return [(name, int(zeros)) for name, zeros in _sayings()["number"][lang]]


def in_lang(text: Text, lang: str) -> str:
    """The words in the language asked for, or in one that is there.

    >>> in_lang({"zh": "好"}, "en")
    '好'
    """
    return next((text[code] for code in (lang, *reversed(LANGS)) if code in text), "")


def _numbered(saying: Mapping[str, Any], number: object) -> dict[str, str]:
    """English tells one from several: `{one: …, many: …}`."""
    form = "one" if number == 1 else "many"
    return {lang: words[form] if isinstance(words, dict) else words for lang, words in saying.items()}


@cache
def _sayings() -> Any:
    return yamlio.read(Path(__file__).parent / "lang" / "ui.yaml")
