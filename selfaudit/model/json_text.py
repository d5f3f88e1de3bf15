"""Long JSON, value by value: memory holds one at a time, and what stands before a damage is read.

The values themselves are read by Python's own parser, which bears what exports hold: halves of characters,
control signs in texts. What nobody asks for is passed over without being built.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, Protocol

from selfaudit.model.export import DAMAGED, Unreadable

MARRED = "is damaged in places: all of it was read, and signs are missing from its words"
LARGEST_ITEM = 2**24
_BLOCK, _MIB = 2**18, 2**20
_TOO_LARGE = (
    f"holds an item of more than {LARGEST_ITEM // _MIB} MB; what stands before it was read, and neither"
    " it nor anything after it"
)
_LONGEST_CODE = 4096
_LONGEST_SIGN = 12
"""So many letters at most are one sign that can be cut in the middle: two halves of an escaped emoji."""
_SPACE = re.compile(r"[ \t\r\n]*")
_END = re.compile(r"[ \t\r\n;]*")
_FLAT = re.compile(r'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
HALF_SIGN = re.compile(
    r"\\(?:u[dD](?:[89abAB]..(?!\\u[dD][c-fC-F])|[c-fC-F](?<!\\u[dD][89abAB]..\\u[dD].))|\\u[dD])", re.DOTALL
)
"""Half of a character without the other; a backslash before one could hide which halves belong together."""
_HALF = re.compile("[\ud800-\udfff]")
_COMMA = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")
_CLOSING = {"[": "]", "{": "}"}
_decoded = json.JSONDecoder(strict=False).raw_decode


def encoding_of(start: bytes) -> str:
    """The encoding that a file shows by how it begins; exports are UTF-8, with a mark or without."""
    return "utf-16" if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


class Bytes(Protocol):
    """What a file is read from."""

    def read(self, count: int, /) -> bytes | None:
        """At most so many more bytes."""


class JsonText:
    """A JSON file that is gone through once, from its first bracket on: code before that is no part of it.

    Whoever takes a name from `fields` takes its value next: with `value`, `items`, `fields` or `skip`.
    """

    def __init__(self, name: str, raw: Bytes) -> None:
        self._name, self._raw = name, raw
        self._text, self._at, self._over, self._broken = "", 0, False, False
        start = raw.read(_LONGEST_CODE) or b""
        self._decoder = codecs.getincrementaldecoder(encoding_of(start))()
        self._take(start)
        if self.sign() not in _CLOSING:
            self._at = self._text.find("=", self._at) + 1
            if not self._at or self.sign() not in _CLOSING:
                raise Unreadable(name, f"{DAMAGED}, or no data")

    def _take(self, data: bytes) -> None:
        """Let go of what was gone through, and put this behind the rest; what is no text is replaced."""
        try:
            added = self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            self._broken = True
            self._decoder = codecs.getincrementaldecoder(error.encoding)("replace")
            added = self._decoder.decode(error.object, final=not data).removeprefix("\ufeff")
        self._over = not data
        self._text, self._at = self._text[self._at :] + added, 0

    def _more(self) -> bool:
        """Read on, more at once the more is waiting already; whether there was anything."""
        waiting = len(self._text) - self._at
        if waiting > LARGEST_ITEM:
            raise Unreadable(self._name, _TOO_LARGE)
        if self._over:
            return False
        data = self._raw.read(max(_BLOCK, waiting)) or b""
        self._take(data)
        return bool(data)

    def _damage(self) -> Unreadable:
        return Unreadable(self._name, f"{DAMAGED}; what stands before the damage was read")

    def sign(self) -> str:
        """The next sign that is no white space; ``""`` at the end."""
        return self._after(_SPACE)

    def _after(self, passed: re.Pattern[str]) -> str:
        while True:
            self._at = passed.match(self._text, self._at).end()  # type: ignore[union-attr]  # matches always
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _next(self, *expected: str) -> str:
        """Go behind the next sign, which is one of these."""
        sign = self.sign()
        if sign not in expected:
            raise self._damage()
        self._at += 1
        return sign

    def value(self) -> Any:
        """The next value, built."""
        if self._text[self._at : self._at + 1] not in _CLOSING:
            self.sign()
        while True:
            try:
                value, end = _decoded(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_damage(error) or not self._more():
                    raise self._damage() from error
                continue
            except (ValueError, RecursionError) as error:
                raise self._damage() from error
            length = end - self._at
            if end < len(self._text) or not self._more():
                break
        halves = HALF_SIGN.search(self._text, self._at, self._at + length)
        self._at += length
        return whole_signs(value) if halves else value

    def _is_damage(self, error: json.JSONDecodeError) -> bool:
        """Whether more of the file would not help: what is wrong stands before its end."""
        cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _LONGEST_SIGN
        return not cut

    def items(self) -> Iterator[Any]:
        """The values of the list that begins here, each built."""
        self._next("[")
        if self.sign() == "]":
            self._at += 1
            return
        yield self.value()
        while True:
            comma = _COMMA.match(self._text, self._at)
            if comma and comma.end() < len(self._text):
                self._at = comma.end()
            elif self._next(",", "]") == "]":
                return
            yield self.value()

    def fields(self) -> Iterator[str]:
        """The names in the object that begins here."""
        self._next("{")
        if self.sign() == "}":
            self._at += 1
            return
        while True:
            if self.sign() != '"':
                raise self._damage()
            name = self.value()
            self._next(":")
            yield name
            if self._next(",", "}") == "}":
                return

    def skip(self) -> None:
        """Go behind the next value without building it."""
        if self.sign() not in _CLOSING:
            self.value()
            return
        waiting: list[str] = []
        while True:
            self._at = _FLAT.match(self._text, self._at).end()  # type: ignore[union-attr]  # likewise
            sign = self._text[self._at : self._at + 1]
            if sign in {"", '"'}:
                if not self._more():
                    raise self._damage()
                continue
            self._at += 1
            if sign in _CLOSING:
                waiting.append(_CLOSING[sign])
            elif waiting.pop() != sign:
                raise self._damage()
            if not waiting:
                return

    def end(self) -> None:
        """Make sure that nothing follows: a semicolon is the end of the code."""
        if self._after(_END):
            raise self._damage()
        if self._broken:
            raise Unreadable(self._name, MARRED)


def whole_text(text: str) -> str:
    """Exports escape emoji in halves; joined ones are read, lone ones become the mark for "unreadable"."""
    halved = _HALF.search(text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if halved else text


def whole_signs(value: Any) -> Any:
    """The value with a replacement sign for every half of a surrogate pair: nothing could be written else."""
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, dict):
        return {whole_signs(key): whole_signs(inner) for key, inner in value.items()}
    return [whole_signs(inner) for inner in value] if isinstance(value, list) else value
