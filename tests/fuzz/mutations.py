"""Files changed at random, so that they are still nearly what they were: most of them get far into a reader."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from random import Random

LONGEST = 2_000_000
"""What grows beyond is cut, so that a run does not spend its time on copies."""

TOKENS = (
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n---\n", b"|", b"\t", b'"', b",", b"{", b"[", b"<", b"</", b"&#x110000;",
    b"<table><tr><td rowspan=99999 colspan=99999>", b"<!--", b"<![CDATA[", b"]]>", b"```\n", b"[x](", b"\\u0000",
    b"\\ud800", b"1e999999", b"99999999999999999999", b"-1", b"0", b"\xe2\x80\xae", b"\x1b[31m", "年".encode(),
    "2月30日".encode(), "％".encode(), "亿亿亿".encode(), "第".encode(), "其中：".encode(), "。".encode(), b"obj",
    b"endobj", b"stream\n", b"/Length 99999999", b"<< /Kids [1 0 R] >>", b"!!python/object:x", b"&a [*a]", b"? ",
    b"date: 2025-99-99",
)  # fmt: skip
"""What means something to one format or another."""


def mutated(data: bytes, random: Random) -> bytes:
    """The bytes with one to eight changes; most leave archives and texts readable."""
    if data.startswith(b"PK") and random.random() < 0.9:
        with suppress(zipfile.BadZipFile, NotImplementedError, zlib.error):
            return _repacked(data, random)
    if data.startswith(b"%PDF"):
        return _changed(_streams(data, random) if random.random() < 0.5 else data, random)
    if data.lstrip().startswith((b"<", b"{", b"[")) and random.random() < 0.6:
        return _within(data, random)
    return _as_text(data, random) if random.random() < 0.8 else _changed(data, random)


def _changed(data: bytes, random: Random) -> bytes:
    made = bytearray(data)
    for _ in range(random.randint(1, 8)):
        random.choice(CHANGES)(made, random)
        del made[LONGEST:]
    return bytes(made)


def _as_text(data: bytes, random: Random) -> bytes:
    """Changes that leave characters whole."""
    changed = _changed(data, random)
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            data.decode(encoding)
            return changed.decode(encoding, "ignore").encode(encoding)
    return changed


def _within(data: bytes, random: Random) -> bytes:
    """Changes that leave markup whole: texts and values replaced, elements taken out or set again and again."""
    element, text = _MARKUP if data.lstrip().startswith(b"<") else _JSON
    for _ in range(random.randint(1, 8)):
        again = random.random() < 0.4
        pieces = list((element if again else text).finditer(data[:LONGEST]))
        if pieces:
            piece = random.choice(pieces)
            token = random.choice(TOKENS).decode("utf-8", "ignore").translate(_SAFE).encode()
            put = piece[0] * random.choice((0, 2, 3, 300)) if again else piece[0][:1] + token + piece[0][-1:]
            data = data[: piece.start()] + put + data[piece.end() :]
    return data


_MARKUP = (re.compile(rb"<(\w[\w:]{0,20})(?:\s[^<>]{0,200})?>[^<>]{0,200}</\1>"), re.compile(rb"(?<!\?)>[^<>]{1,400}<"))
_JSON = (re.compile(rb'"\w{1,20}": ?"[^"]{0,2000}",'), re.compile(rb'"[^"]{1,2000}"'))
_SAFE = {ord(char): None for char in '\0\x1b<>"&\\\r\n\t'}


def _repacked(data: bytes, random: Random) -> bytes:
    """An archive with changes in some of its members, and their sums set right."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = set(random.sample(names, min(2, len(names)))) | {"word/document.xml"}
        for name in names:
            content = old.read(name)
            change = _within if random.random() < 0.9 else mutated
            new.writestr(name, change(content, random) if name in chosen else content)
    return stream.getvalue()


def _streams(data: bytes, random: Random) -> bytes:
    """A PDF with changes in one of its packed streams, which is packed again; its length may now be wrong."""
    starts = [at for at in range(len(data)) if data.startswith(b"stream", at) and not data.startswith(b"end", at - 3)]
    if not starts:
        return data
    start = random.choice(starts) + len(b"stream")
    start += 2 if data.startswith(b"\r\n", start) else 1
    end = data.find(b"endstream", start)
    try:
        content = zlib.decompressobj().decompress(data[start:end], LONGEST)
    except zlib.error:
        return data
    return data[:start] + zlib.compress(_changed(content, random)) + b"\n" + data[end:]


def _put(made: bytearray, random: Random) -> None:
    at = random.randint(0, len(made))
    made[at:at] = random.choice(TOKENS) * random.choice((1, 1, 1, 2, 50))


def _out(made: bytearray, random: Random) -> None:
    at = random.randint(0, len(made))
    del made[at : at + random.choice((1, 2, 8, 100))]


def _bits(made: bytearray, random: Random) -> None:
    for _ in range(random.randint(1, 4)):
        if made:
            made[random.randrange(len(made))] ^= 1 << random.randrange(8)


def _bytes(made: bytearray, random: Random) -> None:
    at = random.randint(0, len(made))
    made[at : at + 4] = random.randbytes(random.choice((1, 4, 16)))


def _again(made: bytearray, random: Random) -> None:
    start = random.randint(0, len(made))
    piece = made[start : start + random.randint(1, 400)]
    at = random.randint(0, len(made))
    made[at:at] = piece * random.choice((1, 3, 50, 500))


def _cut(made: bytearray, random: Random) -> None:
    if random.random() < 0.3:
        del made[random.randint(0, len(made)) :]


CHANGES: tuple[Callable[[bytearray, Random], None], ...] = (_put, _out, _bits, _bytes, _again, _cut)
