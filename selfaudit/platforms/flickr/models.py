"""The data inside a page of Flickr: registers of models, packed by the page's own program.

A packed model stands under ``data`` beside ``exportMetaType``, a text ``~12`` points into the ``legend`` to
where the model really stands, and texts are written with ``%2C`` for a comma. Older pages pack nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from bs4 import BeautifulSoup

Data = dict[str, Any]
_EXPORT = re.compile(r"\bmodelExport\"?\s*[:=]\s*(?=\{)")
_AUTH = re.compile(r"\bauth\"?\s*[:=]\s*(?=\{)")
_POINTER = re.compile(r"~(\d+)")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Registers:
    """Everything that one page carries."""

    main: Data
    legend: tuple[Any, ...] = ()

    def unpacked(self, value: Any) -> Any:
        """The model or value itself, whatever it is packed in; ``None`` where it leads nowhere."""
        for _step in range(_DEEPEST):
            if isinstance(value, dict) and "data" in value and ("exportMetaType" in value or len(value) == 1):
                value = value["data"]
            elif isinstance(value, str) and (pointer := _POINTER.fullmatch(value)):
                value = self._at(int(pointer[1]))
            else:
                return value
        return None

    def _at(self, number: int) -> Any:
        path = self.legend[number] if number < len(self.legend) else None
        here: Any = self.main
        for name in path if isinstance(path, list) else [None]:
            if isinstance(here, dict) and isinstance(name, str):
                here = here.get(name)
            elif isinstance(here, list) and isinstance(name, int | str) and str(name).isdecimal():
                here = here[int(name)] if int(name) < len(here) else None
            else:
                return None
        return here

    def part(self, value: Any, *path: str) -> Any:
        """What lies at the end of this path of names, unpacked at each step."""
        here = self.unpacked(value)
        for name in path:
            here = self.unpacked(here.get(name)) if isinstance(here, dict) else None
        return here

    def text(self, value: Any, *names: str) -> str:
        """The text under the first of these names that holds any, as a person reads it."""
        found = (self.part(value, name) for name in names)
        return next((plain(text) for text in found if isinstance(text, str) and text.strip()), "")

    def register(self, name: str) -> Iterator[Data]:
        """The models of one register."""
        found = self.unpacked(self.main.get(name))
        for value in found if isinstance(found, list) else ():
            model = self.unpacked(value)
            if isinstance(model, dict):
                yield model


def plain(text: str) -> str:
    """The text without the marks that the page's program writes for commas and the like."""
    return unquote(text).strip()


def registers_on(soup: BeautifulSoup) -> Registers | None:
    """The registers that a page carries; ``None`` where it has none, or none that is whole."""
    for value in _values(soup, _EXPORT):
        main, legend = value.get("main"), value.get("legend")
        if isinstance(main, dict):
            return Registers(main, tuple(legend) if isinstance(legend, list) else ())
    return None


def session_on(soup: BeautifulSoup) -> Data | None:
    """What a page's script says of the session: ``signedIn`` and ``user``."""
    found = [value for value in _values(soup, _AUTH) if "signedIn" in value or "user" in value]
    return found[0] if found else None


def _values(soup: BeautifulSoup, start: re.Pattern[str]) -> Iterator[Data]:
    decoder = json.JSONDecoder(strict=False)
    for script in soup.find_all("script"):
        text = script.get_text()
        for number, found in enumerate(start.finditer(text)):
            value = _read(decoder, text, found.end()) if number < _DEEPEST else None
            if isinstance(value, dict):
                yield value


def _read(decoder: json.JSONDecoder, text: str, at: int) -> Any:
    try:
        return decoder.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None
