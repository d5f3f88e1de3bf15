"""Words that stand for somebody in one place and for nobody in another: "the head", "my head hurts"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import rows, small_words

if TYPE_CHECKING:
    from spacy.tokens import Token

NOBODY = "-"
_ADJECTIVE = "?"
_BEGINNING = "^"
_FOLK = small_words("people_folk")
_NEAR = 5


@dataclass(frozen=True, slots=True)
class _Homonym:
    after: frozenset[str]
    never_after: frozenset[str]
    never_before: frozenset[str]
    never_near: frozenset[str]
    instead: str

    def stands_for_somebody(self, token: Token) -> bool:
        before, following = _before(token), [word.norm_ for word in token.doc[token.i + 1 : token.i + _NEAR]]
        if self.instead == _ADJECTIVE:
            return bool(following) and following[0] in _FOLK and following[0] not in self.never_before
        return (
            (not self.after or before in self.after)
            and before not in self.never_after
            and self.never_before.isdisjoint(following[:1])
            and self.never_near.isdisjoint(following)
        )


def second_thought(token: Token) -> str:
    """The word's tag, or the one that it has here."""
    homonym = _homonyms().get((token.norm_, token.tag_))
    if homonym is None or _titled(token) or homonym.stands_for_somebody(token):
        return token.tag_
    return NOBODY if homonym.instead == _ADJECTIVE else homonym.instead


def _titled(token: Token) -> bool:
    """Whether it is "Head" with a capital inside a sentence and so the one who leads."""
    return token.text == "Head" and not token.is_sent_start


def _before(token: Token) -> str:
    return _BEGINNING if token.is_sent_start else token.nbor(-1).norm_


@cache
def _homonyms() -> dict[tuple[str, str], _Homonym]:
    return {
        (word, tag): _Homonym(_set(after), _set(never_after), _set(never_before), _set(never_near), instead)
        for word, tag, after, never_after, never_before, never_near, instead in rows("homonyms.tsv")
    }


def _set(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(cell.split())
