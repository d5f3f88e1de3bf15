"""The lists and the values of long JSON files, one by one; what nobody asks for is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Protocol

from selfaudit.exports.limits import Bounded
from selfaudit.model.export import Unreadable
from selfaudit.model.json_text import JsonText

_PIECE = 256
_UNKNOWN = "holds none of the lists that this version knows"


class Passed(Protocol):
    """Is told of each name that a file is gone through by, and whether what lies below it is taken."""

    def __call__(self, names: tuple[str, ...], *, taken: bool) -> None:
        """These names lead to it."""


def items_in(name: str, raw: Bounded, keys: tuple[str, ...], passed: Passed) -> Iterator[Any]:
    """The items of the list at the root, or of every list below one of ``keys``.

    Raises:
        Unreadable: the file is no JSON, or is cut short or damaged after the items given so far; or it holds
            something, and none of these lists.
    """
    with raw:
        text = JsonText(name, raw)
        if text.sign() == "[":
            yield from text.items()
        else:
            yield from _items_below(name, text, keys, passed)
        text.end()


def _items_below(name: str, text: JsonText, keys: tuple[str, ...], passed: Passed) -> Iterator[Any]:
    known = anything = False
    for key in text.fields():
        anything = True
        passed((key,), taken=key in keys)
        if key in keys and text.sign() == "[":
            known = True
            yield from text.items()
        elif key in keys:
            known = not text.value() or known
        else:
            text.skip()
    if anything and not known:
        raise Unreadable(name, _UNKNOWN)


def entries_in(
    name: str, raw: Bounded, depth: int, wanted: Callable[[tuple[str, ...]], bool], passed: Passed
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The values that so many names lead to, each with these; a list comes in pieces, an empty one as one.

    Args:
        name: what the file is called.
        raw: its bytes.
        depth: how many names lead to a value; one that ends earlier is given as it is.
        wanted: whether to go on below these names. What is not wanted is never built.
        passed: is told of each name.

    Raises:
        Unreadable: as `items_in` does.
    """
    with raw:
        text = JsonText(name, raw)
        yield from _entries(text, (), depth, lambda names: _asked(names, wanted, passed))
        text.end()


def _asked(names: tuple[str, ...], wanted: Callable[[tuple[str, ...]], bool], passed: Passed) -> bool:
    taken = wanted(names)
    passed(names, taken=taken)
    return taken


def _entries(
    text: JsonText, names: tuple[str, ...], depth: int, wanted: Callable[[tuple[str, ...]], bool]
) -> Iterator[tuple[tuple[str, ...], Any]]:
    opening = text.sign()
    if opening == "{" and len(names) < depth:
        for name in text.fields():
            if wanted((*names, name)):
                yield from _entries(text, (*names, name), depth, wanted)
            else:
                text.skip()
    elif opening == "[":
        items, piece = text.items(), None
        while piece is None or piece:
            piece = list(islice(items, _PIECE))
            yield names, piece
    else:
        yield names, text.value()
