"""XML exports as a stream of their records; damaged files are read as far as they can be.

No entity is unfolded, no outside file is opened, and a file that declares a document type, which no export
does, is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from lxml import etree

from selfaudit.model.export import Archive, Unreadable
from selfaudit.model.noting import Noting
from selfaudit.platforms.generic.noted_elements import (
    Names,
    NotedElement,
    let_go,
    note_record,
    noted_by,
)

_BLOCK = 2**16
_DECLARES = "declares a document type, which no export does, and is not read"
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,100}encoding=["']([\w.-]+)""", re.IGNORECASE)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NO_TAG = re.compile(r"<(?=[^A-Za-z_/!?])")
_REPLACEMENT = "\ufffd"
_NO_XML = "is damaged, or no export file"
_DAMAGED = "is damaged or not whole; what could be made out was read"


def elements_in(
    archive: Archive, name: str, tags: Sequence[str], is_record: Callable[[Any], bool]
) -> Iterator[Any]:
    """Every element of these names that is a record. It is let go as soon as the next one is asked for.

    Raises:
        Unreadable: the file is refused, is no XML, or is damaged: what could be made out came before.
    """
    parser = etree.XMLPullParser(
        events=("end",), tag=tags, recover=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    names = _noted(parser, archive.noting(name))
    try:
        with archive.open(name) as stream:
            block = stream.read(_BLOCK).lstrip().removeprefix(codecs.BOM_UTF8).lstrip()
            cleaned = _Cleaned(block)
            while block:
                text = cleaned.block(block)
                if names:
                    names.feed(text)
                parser.feed(text)
                yield from _finished(parser, name, is_record)
                block = stream.read(_BLOCK)
        parser.close()
        yield from _finished(parser, name, is_record)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable(name, _NO_XML) from error
    damaged = bool(len(parser.feed_error_log)) or cleaned.damaged
    if names:
        names.tell(damaged=damaged)
    if damaged:
        raise Unreadable(name, _DAMAGED)


def _noted(parser: Any, noting: Noting | None) -> Names | None:
    """Make the parser's elements note what is asked for, where somebody wants to know."""
    if noting is None:
        return None
    parser.set_element_class_lookup(noted_by(noting))
    return Names(noting)


class _Cleaned:
    """Text without signs that XML forbids: at the first one, the parser would give up all that follows.

    A "<" that begins no tag is written out, inside CDATA too: what stands there is read as mark-up anyway.
    """

    def __init__(self, start: bytes) -> None:
        stated = _ENCODING.match(start)
        is_plain = not stated or stated[1].lower() in {b"utf-8", b"utf8", b"us-ascii"}
        is_plain = is_plain and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace") if is_plain else None
        self.damaged = False

    def block(self, block: bytes) -> bytes:
        """The next bytes; whether any of them were no text is noted."""
        if self._decoder is None:
            return block
        text = self._decoder.decode(block)
        self.damaged |= _REPLACEMENT in text and _REPLACEMENT.encode() not in block
        return _NO_TAG.sub("&lt;", _FORBIDDEN.sub(" ", text)).encode()


def _finished(parser: Any, name: str, is_record: Callable[[Any], bool]) -> Iterator[Any]:
    """The elements that are whole by now; what was read before them is let go."""
    for _event, element in parser.read_events():
        if is_record(element):
            if element.getroottree().docinfo.internalDTD is not None:
                raise Unreadable(name, _DECLARES)
            note_record(element)
            yield element
            let_go(element)


def name_of(element: Any) -> str:
    """The name of an element, without its name space; comments and the like have none."""
    tag = element.tag if element is not None else None
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def under(element: Any, name: str) -> Iterator[Any]:
    """The elements of this name that stand directly in the element."""
    found: Iterator[Any] = element.iterchildren(f"{{*}}{name}")
    return found


def text_of(element: Any) -> str:
    """All the text in an element."""
    return ("".join(element.itertext()) if len(element) else element.text or "").strip()


def note_kind(element: Any, name: str, *, taken: bool) -> None:
    """Note which kind of record an element says that it is, as a name of the form; whether it is read."""
    if isinstance(element, NotedElement):
        element.ask_for_value(name, taken=taken)


def text_under(element: Any, name: str) -> str:
    """The text of the first element of this name that holds any."""
    for child in under(element, name):
        if text := text_of(child):
            return text
    return ""
