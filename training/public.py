"""The public sets, each read for what it can tell, and no further.

A post that one set calls harmless may still be what another looks for: "not sexist" says nothing about
other hatred, and "not hateful" says nothing about a swear word. What a set does not say is left open.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.posts import Post
from training.settings import Source

Known = Mapping[str, tuple[int, float]]
_RETWEET = re.compile(r"^\W*RT @\w+:?\s*")


def posts(source: Source) -> Iterator[Post]:
    """Every post of one set."""
    for row in _rows(source.path):
        text, known = _READERS[source.name](row)
        if len(text) > 1:
            yield Post(_tidied(text), known, source=source.name)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ",")


def _tidied(text: str) -> str:
    text = html.unescape(_RETWEET.sub("", text)).replace("[USER]", "@user").replace("[URL]", "http://url")
    return " ".join(text.split())


def _hateful(row: Mapping[str, str], column: str) -> Known:
    """Hatred of a group; where there is some, it is offensive too."""
    return (
        {"discriminatory": (1, 1.0), "offensive": (1, 0.5)}
        if row[column] == "1"
        else {"discriminatory": (0, 1.0)}
    )


def _measuring(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["text"], _hateful(row, "label")


def _hatemoji(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["text"], _hateful(row, "label_gold")


def _edos(row: Mapping[str, str]) -> tuple[str, Known]:
    if row["label_sexist"] == "sexist":
        return row["text"], {"discriminatory": (1, 1.0), "offensive": (1, 0.3)}
    return row["text"], {"discriminatory": (0, 0.4)}


def _davidson(row: Mapping[str, str]) -> tuple[str, Known]:
    match row["class"]:
        case "0":
            return row["tweet"], {"discriminatory": (1, 1.0), "offensive": (1, 1.0)}
        case "1":
            return row["tweet"], {"discriminatory": (0, 0.3), "offensive": (1, 1.0)}
    harmless = dict.fromkeys(("derogatory", "threat"), (0, 0.3))
    return row["tweet"], {"discriminatory": (0, 1.0), "offensive": (0, 1.0), **harmless}


def _dynahate(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["text"], _hateful(row, "label")


def _olid(row: Mapping[str, str]) -> tuple[str, Known]:
    return row["tweet"], {"offensive": (int(row["subtask_a"] == "OFF"), 1.0)}


_READERS = {
    "measuring_hate_speech": _measuring,
    "hatemoji": _hatemoji,
    "edos": _edos,
    "davidson": _davidson,
    "dynahate": _dynahate,
    "olid": _olid,
}
