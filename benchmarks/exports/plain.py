"""Plain parsing of an export: its lists read into memory whole, by a library that knows nothing of them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any

from lxml import etree, html

from benchmarks.exports.making import Network

Parser = Callable[[bytes], Any]


def _json(data: bytes) -> Any:
    return json.loads(data[_begin(data) :])


# The peers are imported where they are used: what is not measured needs none of them.
def _orjson(data: bytes) -> Any:
    import orjson

    return orjson.loads(data[_begin(data) :])


def _begin(data: bytes) -> int:
    """Where the code that X's archive begins with is over."""
    return data.index(b"=") + 1 if data.startswith(b"window.") else 0


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def _row_dicts(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def _elements(data: bytes) -> int:
    """The items one by one, let go as they come."""
    count = 0
    for _event, element in etree.iterparse(io.BytesIO(data), tag="item"):
        count += 1
        element.clear()
    return count


def _marked_rows(data: bytes) -> list[html.HtmlElement]:
    """The rows, and the tree of each post."""
    return [html.fromstring(row["post_cooked"]) for row in _row_dicts(data)]


def _repository(data: bytes) -> Any:
    import libipld

    return libipld.decode_car(data)


_TEXT: dict[str, Parser] = {"json": _json, "orjson": _orjson}
_TABLES: dict[str, Parser] = {"csv.reader": _rows, "csv.DictReader": _row_dicts}
_PARSERS: dict[str, dict[str, Parser]] = {
    "linkedin": _TABLES,
    "reddit": _TABLES,
    "discourse": {"csv.reader": _rows, "csv and lxml.html": _marked_rows},
    "facebook, web pages": {"lxml.html": html.fromstring},
    "wordpress": {"lxml iterparse": _elements},
    "bluesky": {"libipld": _repository},
}


def parsers_of(network: Network) -> dict[str, Callable[[Path], None]]:
    """The plain ways to parse this network's export, by name."""

    def parse(parser: Parser, path: Path) -> None:
        for data in _read(network, path):
            parser(data)

    known = _PARSERS.get(network.id, _TEXT)
    return {name: partial(parse, parser) for name, parser in known.items()}


def _read(network: Network, path: Path) -> Iterator[bytes]:
    if not network.wrapped:
        yield path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if any(fnmatchcase(name, one) for one in network.listed):
                yield archive.read(name)


def size_of(network: Network, path: Path) -> int:
    """How many bytes there are to parse."""
    return sum(map(len, _read(network, path)))
