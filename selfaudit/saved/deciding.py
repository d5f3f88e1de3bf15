"""What saved pages do not tell of themselves is asked of the person, and only that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from selfaudit.model.platform import Platform
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import Lens

if TYPE_CHECKING:
    from selfaudit.saved.seen import Seen

Choose = Callable[[str, Sequence[str]], int | None]
"""Asks a question with these choices: the place of the one picked, ``None`` when it was left open."""

_SIGNED_IN = ("I was signed in", "I was not signed in")
_EACH = "Some of each: ask me file by file"
_LENSES = (Lens.OWNER, Lens.PUBLIC)
_MOST_NAMES = 5


def which_platform(names: Sequence[str], platforms: Sequence[Platform], choose: Choose) -> Platform | None:
    """Which site the files are of that no reader knows; ``None`` when the person does not know either."""
    files = list(dict.fromkeys(names))
    offered = [one for one in platforms if one.id != "practice"]
    question = f"It cannot be told of which site {_named(files)} {_are(files)}. Do you know?"
    place = choose(question, [one.title for one in offered])
    return None if place is None else offered[place]


def which_writer(pages: Sequence[Seen], choose: Choose) -> Account | None:
    """Which of several people who write on these pages the person is, where the pages do not tell."""
    platform, files = pages[0].platform, list(dict.fromkeys(page.name for page in pages))
    writers = platform.writers([page.visit for page in pages])
    if not writers:
        return None
    question = f"On {_named(files)} ({platform.title}) several people write. Which of them are you?"
    place = choose(question, [one.name or one.handle for one in writers])
    return None if place is None else writers[place]


def with_lenses(pages: Sequence[Seen], choose: Choose) -> list[Seen]:
    """The pages of one account, with the lens that the person told where a page does not tell it."""
    files = list(dict.fromkeys(page.name for page in pages if page.lens is None))
    told = _lenses_of(files, pages[0].platform.title, choose) if files else {}
    return [page if page.lens else replace(page, told=told.get(page.name)) for page in pages]


def _lenses_of(files: Sequence[str], title: str, choose: Choose) -> dict[str, Lens | None]:
    question = f"{_named(files)} ({title}) {_do(files)} not tell whether you were signed in when you saved"
    more = (_EACH,) if len(files) > 1 else ()
    place = choose(f"{question} {'them' if more else 'it'}.", (*_SIGNED_IN, *more))
    if place is not None and place >= len(_LENSES):
        return {file: one for file in files for one in _lenses_of([file], title, choose).values()}
    return {} if place is None else dict.fromkeys(files, _LENSES[place])


def _named(files: Sequence[str]) -> str:
    """The files by name; of many, the first few."""
    if len(files) == 1:
        return f"the file {files[0]}"
    shown = ", ".join(files[:_MOST_NAMES]) + (", …" if len(files) > _MOST_NAMES else "")
    return f"the {len(files)} files {shown}"


def _are(files: Sequence[str]) -> str:
    return "is" if len(files) == 1 else "are"


def _do(files: Sequence[str]) -> str:
    return "does" if len(files) == 1 else "do"
