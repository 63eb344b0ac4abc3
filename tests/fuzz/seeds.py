"""Real files of every format, to be changed: those of tests/files, made by the tools of newsrooms, and small ones."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

FILES = Path(__file__).parent.parent / "files"
SAMPLES = FILES.parent.parent / "samples"

TEXT = "2024年，临江县小麦产量12.6万吨，同比增长5.2%，其中8.1万吨来自合作社。"
ROWS = '县区,"小麦产量（万吨）",同比增长（%）\n临江县,"12.6",-5.2\n平湖县,"1,208.9",3\n'
NINJS = {
    "headline": "临江县粮食丰收",
    "versioncreated": "2025-01-16T08:00:00+08:00",
    "bodies": [{"role": "main", "value": f"<p>{TEXT}</p><table><tr><td>年份<td>数<tr><td>2023<td>5</table>"}],
}
PLAIN = {"title": "临江县粮食丰收", "date": "2025-01-16", "place": "临江县", "body": f"{TEXT}\n全县有合作社126家。"}
SIDECAR = "title: 临江县粮食丰收\ndate: 2025-01-16\nplace: 临江县\nsource: 某报\ntrust: high\n"


@cache
def seeds() -> Mapping[str, Sequence[bytes]]:
    """Format → files of it. `.yaml` is what stands beside an article."""
    found = {
        ".csv": [ROWS.encode(), ROWS.encode("gb18030")],
        ".tsv": [ROWS.replace(",", "\t").encode("utf-16")],
        ".json": [json.dumps(NINJS, ensure_ascii=False).encode(), json.dumps({"articles": [NINJS, PLAIN]}).encode()],
        ".jsonl": ["\n".join(json.dumps(one, ensure_ascii=False) for one in (PLAIN, NINJS)).encode()],
        ".yaml": [SIDECAR.encode()],
        ".txt": [path.read_bytes() for path in [*FILES.glob("*/*.txt"), *SAMPLES.glob("*/*.txt")]],
        ".md": [path.read_bytes() for path in [*FILES.glob("*/*.md"), *FILES.glob("*.md"), *SAMPLES.glob("*/*.md")]],
    }
    for suffix in (".docx", ".html", ".pdf"):
        found[suffix] = [path.read_bytes() for path in FILES.glob(f"*/*{suffix}")]
    found[".zip"] = [_packed(found)]
    return {suffix: sorted(files) for suffix, files in found.items()}


def _packed(found: Mapping[str, Sequence[bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for suffix in (".txt", ".md", ".csv", ".json", ".html", ".docx"):
            made.writestr(f"稿件/一{suffix}", min(found[suffix], key=len))
    return stream.getvalue()
