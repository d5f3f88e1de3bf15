"""Words that stand for somebody in one place and for nobody in another: "the head", "my head hurts"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import cue, rows, small_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NOBODY = "-"
_ADJECTIVE = "?"
_BEGINNING = "^"
_FOLK = small_words("people_folk")
_NEAR = 5
_TITLES = small_words("people_titles")
_AT = frozenset({"at", "from", "in", "near"})
_PLACES = small_words("homonyms_places")
_NO_HEAD = cue("no_head")


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


def is_name(doc: Doc, start: int, end: int, *, of_places: bool) -> bool:
    """Whether an ugly word is a name here: "Mr Bastard", "Mrs Wank-Muller", "Bell End primary".

    Only a capital tells a name, so nothing is one among capitals. ``of_places``: names of places count too.
    """
    words = doc[start:end]
    if not words.text[:1].isupper() or (words.text.isupper() and len(words.text) > 1) or _in_capitals(words):
        return False
    before = "" if doc[start].is_sent_start else doc[start - 1].norm_
    return (
        before in _TITLES
        or _in_a_double_name(doc, start, end)
        or (of_places and (_is_a_byname(doc, start) or _a_place(doc, start, end)))
    )


def _is_a_byname(doc: Doc, start: int) -> bool:
    """As in "William the Bastard"."""
    return (
        start > 1
        and doc[start - 1].text == "the"
        and doc[start - 2].is_title
        and not doc[start - 2].is_sent_start
    )


def _in_capitals(words: Span) -> bool:
    """Whether most other words of the sentence have a capital too, as in a headline."""
    sentence = words[0].sent
    others = [word for word in sentence[1:] if word.is_alpha and not words.start <= word.i < words.end]
    return 2 * sum(word.text[0].isupper() for word in others) > len(others)


def _in_a_double_name(doc: Doc, start: int, end: int) -> bool:
    sides = doc[max(0, start - 2) : start], doc[end : end + 2]
    return any("-" in {word.text for word in side} and side.text.strip("-").istitle() for side in sides)


def _a_place(doc: Doc, start: int, end: int) -> bool:
    """At the beginning any word has its capital, so the next one must have one as well."""
    inside = not doc[start].is_sent_start or (end > start + 1 and doc[end - 1].is_title)
    after = doc[end] if end < len(doc) else None
    if doc[start].is_sent_start and doc[end - 1].is_title and end + 1 < len(doc) and doc[end].text == ",":
        return doc[end + 1].is_title
    if after is not None and after.norm_ in _PLACES:
        return inside or after.is_title
    return start > 0 and not doc[start].is_sent_start and doc[start - 1].norm_ in _AT


def second_thought(token: Token) -> str:
    """The word's tag, or the one that it has here."""
    homonym = _homonyms().get((token.norm_, token.tag_))
    if homonym is None:
        return token.tag_
    if _is_no_leader(token):
        return NOBODY
    if _titled(token) or homonym.stands_for_somebody(token):
        return token.tag_
    return NOBODY if homonym.instead == _ADJECTIVE else homonym.instead


def _is_no_leader(token: Token) -> bool:
    """Whether it is the head that aches, nods or is sold as a lettuce."""
    if token.norm_ not in {"head", "heads"}:
        return False
    sentence = token.sent
    at = token.idx - sentence.start_char
    found = _NO_HEAD.finditer(sentence.text.lower())
    return any(match.start() <= at < match.end() for match in found)


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
