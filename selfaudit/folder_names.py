"""What the folders of several accounts are called: each has a name of its own, however alike they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from selfaudit.model.snapshot import Snapshot

_LONGEST = 80
_LONGEST_ADDITION = 60


def folder_names(snapshots: Sequence[Snapshot], taken: Collection[str] = ()) -> list[str]:
    """Network and account; where several are alike, then the door, then the site, in the end a number.

    What is ``taken`` already is the name of none of them.
    """
    names = [_readable(f"{one.platform}-{_account(one)}", _LONGEST) for one in snapshots]
    names = _told_apart(names, [str(one.door) for one in snapshots])
    names = _told_apart(names, [_site(one) for one in snapshots])
    return _numbered(names, {name.casefold() for name in taken})


def _told_apart(names: Sequence[str], additions: Sequence[str]) -> list[str]:
    """The names, those that are alike with an addition where they differ in it."""
    both = list(zip(map(str.casefold, names), additions, strict=True))
    differing = Counter(name for name, _addition in set(both))
    return [
        f"{name}-{addition}" if addition and differing[folded] > 1 else name
        for name, (folded, addition) in zip(names, both, strict=True)
    ]


def _numbered(names: Sequence[str], taken: set[str]) -> list[str]:
    made: list[str] = []
    for name in names:
        own, number = name, 2
        while own.casefold() in taken:
            own, number = f"{name}-{number}", number + 1
        taken.add(own.casefold())
        made.append(own)
    return made


def _account(snapshot: Snapshot) -> str:
    return snapshot.owner.handle or snapshot.owner.name or "account"


def _site(snapshot: Snapshot) -> str:
    address = urlsplit(snapshot.site or snapshot.owner.url or "")
    return _readable(f"{address.netloc}{address.path}".strip("/"), _LONGEST_ADDITION)


def _readable(name: str, most: int) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name)[:most]
