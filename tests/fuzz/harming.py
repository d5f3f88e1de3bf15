"""Ways to harm an export, each a function of its files: bytes, values, words of the form, whole files."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from exports.damaging import damaged
from fuzz.whole_exports import Members

_PIECES = re.compile(rb'<[^>]{0,200}>|\r?\n|[,;:"\'=\[\]{}&\\]|[^<,;:"\'=\[\]{}&\\\r\n]+')
_ODD = (
    b"",
    b'"',
    b'""',
    b"\\",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"<",
    b"</p>",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"&#0;",
    b"&#x110000;",
    b"&lol;",
    b"=1+1",
    b"\\ud800",
    b"1e999",
    b"-1",
    b"9" * 5000,
    b"99999-99-99T99:99:99Z",
    b"\r",
    b"\xe2\x80\xa8",
    b"http://[",
    b"//[::1",
    b"null",
    b"true",
    b"{}",
    b"[]",
    "\u0130".encode(),
)
_MOST_PIECES = 40


def harmed(members: Members, other: Members, chance: Random) -> dict[str, bytes]:
    """The files after one to three harms; ``other`` is another export to take pieces from."""
    changed = dict(members)
    for _round in range(chance.choice((1, 1, 1, 2, 3))):
        if changed:
            changed = chance.choice(_WAYS)(changed, other, chance)
    return changed


def _values(members: dict[str, bytes], _other: Members, chance: Random) -> dict[str, bytes]:
    return damaged(members, chance)


def _pieces(members: dict[str, bytes], _other: Members, chance: Random) -> dict[str, bytes]:
    """Words of the form (tags, commas, quotation marks, line ends) left out, doubled, exchanged, made odd."""
    name = chance.choice(sorted(members))
    pieces = _PIECES.findall(members[name])
    for _change in range(chance.randrange(1, 8)):
        if pieces:
            _change_piece(pieces, chance)
    return {**members, name: b"".join(pieces)}


def _change_piece(pieces: list[bytes], chance: Random) -> None:
    at = chance.randrange(len(pieces))
    match chance.randrange(5):
        case 0:
            del pieces[at : at + chance.randrange(1, _MOST_PIECES)]
        case 1:
            pieces[at:at] = pieces[at : at + chance.randrange(1, _MOST_PIECES)]
        case 2:
            pieces[at] = pieces[chance.randrange(len(pieces))]
        case 3:
            pieces[at] = chance.choice(_ODD)
        case _:
            pieces.insert(at, chance.choice(_ODD))


def _names(members: dict[str, bytes], _other: Members, chance: Random) -> dict[str, bytes]:
    """A file under another name, in another place, or in two places."""
    name = chance.choice(sorted(members))
    data = members[name] if chance.random() < 0.5 else members.pop(name)
    folder, _slash, last = name.rpartition("/")
    named = (last, f"wrapper/{name}", f"{name}.json", name.upper(), f"{folder}/(2)/{last}", f"{name} (1).csv")
    return {**members, chance.choice(named): data}


def _exchanged(members: dict[str, bytes], _other: Members, chance: Random) -> dict[str, bytes]:
    """What belongs into two files, each in the other's place."""
    one, two = chance.choice(sorted(members)), chance.choice(sorted(members))
    return {**members, one: members[two], two: members[one]}


def _mixed(members: dict[str, bytes], other: Members, chance: Random) -> dict[str, bytes]:
    """Something of another export beside it, or in the place of one of its files."""
    name = chance.choice(sorted(other))
    return {**members, chance.choice((name, chance.choice(sorted(members)))): other[name]}


def _again(members: dict[str, bytes], _other: Members, chance: Random) -> dict[str, bytes]:
    """A file's content twice, as two downloads joined by hand."""
    name = chance.choice(sorted(members))
    return {**members, name: members[name] + members[name]}


_Way = Callable[[dict[str, bytes], Members, Random], dict[str, bytes]]
_WAYS: tuple[_Way, ...] = (
    _values,
    _values,
    _values,
    _pieces,
    _pieces,
    _pieces,
    _names,
    _exchanged,
    _mixed,
    _again,
)
