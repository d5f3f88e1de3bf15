"""Frames: ways of saying things, in frames.tsv and senses.tsv, compiled to patterns over words and tags.

A document is written out as one line of ``word/TAG`` pairs with a line break after each sentence, so that
"up to five words" never runs into the next sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfaudit.detectors.language.context import denies
from selfaudit.detectors.language.lexicon import classes, rows, small_words
from selfaudit.detectors.language.people import PERSONS, ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[int, int]
Words = Callable[[str], tuple[str, ...]]

_GROUPS = {
    "any": PERSONS | {"SCHOOL", "PUBLIC", "FAMILY"},
    "person": PERSONS - {"GROUP"},
    "role": ROLES,
    "staff": frozenset({"LEADER", "COLLEAGUE", "NAME"}),
    "colleague": frozenset({"LEADER", "COLLEAGUE"}),
    "leader": frozenset({"LEADER"}),
    "pupil": frozenset({"PUPIL"}),
    "parent": frozenset({"PARENT"}),
    "school": frozenset({"SCHOOL"}),
    "group": frozenset({"GROUP"}),
    "victim": PERSONS - {"GROUP"},
    "gossip": frozenset({"LEADER", "COLLEAGUE", "PARENT", "NAME", "THIRD"}),
}
_ITEM = re.compile(r"\.\.\.|!?\((?:[^()]|\([^()]*\))*\)\??|\S+")
_GAP = r"(?: [^ \n]+){0,5}?"
_BEGINNING = r"(?:(?<=\n)|(?<![\s\S]))"
_REACH = 260
"""How far apart, in characters, the two sides of an "&" may stand."""
_COMMON = small_words("frames_common")


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of saying something. ``sides`` must all be there; ``anchors`` is what to look for first.

    ``denying``: the frame's first side itself has a "not" in it.
    """

    kind: str
    sure: str
    sides: tuple[re.Pattern[str], ...]
    anchors: frozenset[str]
    denying: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame found: the words that carry it, each stretch as token numbers."""

    frame: Frame
    stretches: tuple[Span, ...]


class Written:
    """A document written out for frames, and the way back to its words."""

    def __init__(self, doc: Doc) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._tokens: list[int] = []
        self.words: set[str] = set()
        place = 0
        for token in doc:
            if token.is_sent_start and token.i:
                pieces.append("\n")
                place += 1
            if token.is_space or token.text in "\"'*()":
                continue
            word = token.norm_.replace("/", "|").replace(" ", "_")
            piece = f" {word}/{token.tag_}"
            self._starts.append(place)
            self._tokens.append(token.i)
            self.words |= {word, f"@{token.tag_}"}
            pieces.append(piece)
            place += len(piece)
        self.text = "".join(pieces)

    def tokens(self, start: int, end: int) -> Span:
        """The words that characters ``start`` to ``end`` stand for."""
        first = bisect_left(self._starts, start)
        last = max(bisect_right(self._starts, end - 1) - 1, first)
        return self._tokens[first], self._tokens[last] + 1


class Frames:
    """All frames of a list, ready to be looked for."""

    def __init__(self, words: Words, name: str = "frames.tsv") -> None:
        self._by_anchor: dict[str, list[Frame]] = {}
        for kind, sure, pattern in rows(name):
            frame = _compiled(kind, sure, pattern, words)
            for anchor in frame.anchors:
                self._by_anchor.setdefault(anchor, []).append(frame)

    def find(self, written: Written) -> Iterator[Hit]:
        """Every frame in the document, each stretch once."""
        near = {id(frame): frame for word in written.words for frame in self._by_anchor.get(word, ())}
        for frame in near.values():
            yield from _hits(frame, written)


def _hits(frame: Frame, written: Written) -> Iterator[Hit]:
    first, *others = frame.sides
    for match in first.finditer(written.text):
        stretches = [match.span()]
        low, high = max(0, match.start() - _REACH), match.end() + _REACH
        for other in others:
            found = other.search(written.text, low, high)
            if not found:
                break
            stretches.append(found.span())
        else:
            yield Hit(frame, tuple(written.tokens(*stretch) for stretch in stretches))


def _compiled(kind: str, sure: str, pattern: str, words: Words) -> Frame:
    sides, anchors = [], []
    for side in pattern.split(" & "):
        expression, choices = _sequence(side.strip(), words)
        sides.append(re.compile(expression + r"(?=[ \n]|$)"))
        anchors += choices
    denying = denies(re.findall(r"[a-z']+", sides[0].pattern))
    return Frame(kind, sure, tuple(sides), min(anchors, key=_cost), denying)


def _cost(choices: frozenset[str]) -> int:
    """How often this set of words would be met in vain."""
    return len(choices) + 400 * len(choices & _COMMON) + 200 * sum(word.startswith("@") for word in choices)


def _sequence(text: str, words: Words) -> tuple[str, list[frozenset[str]]]:
    """Items in a row, as an expression, and for each needed item the words that it may begin with."""
    expression, anchors = "", []
    for item in _ITEM.findall(text):
        if item == "...":
            expression += _GAP
        elif item == "^":
            expression += _BEGINNING
        elif item.startswith("!"):
            expression += f"(?!{_item(item[1:], words)[0]}(?=[ \\n]|$))"
        elif item in {"_", "_?"}:
            expression += r"(?: [^ \n]+)" + item[1:]
        else:
            optional = item.endswith("?") and len(item) > 1
            one, starts = _item(item[:-1] if optional else item, words)
            expression += one + ("?" if optional else "")
            anchors += [] if optional or not starts else [starts]
    return expression, anchors


def _item(item: str, words: Words) -> tuple[str, frozenset[str]]:
    """One item: an alternation of words, phrases, classes and tags."""
    inner = item[1:-1] if item.startswith("(") else item
    if item.startswith("@") and "," in item:
        inner = item[1:].replace(",", "|")
        inner = "|".join(
            f"@{part}" if part in _GROUPS or part.isupper() else part for part in inner.split("|")
        )
    choices, starts = [], set()
    for choice in _choices(inner):
        expression, begins = _choice(choice, words)
        choices.append(expression)
        starts |= begins or {""}
    choices.sort(key=len, reverse=True)
    return f"(?:{'|'.join(choices)})", frozenset() if "" in starts else frozenset(starts)


def _choices(inner: str) -> list[str]:
    """Split at bars that stand outside parentheses; classes are opened up."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(inner):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append(inner[start:place])
            start = place + 1
    parts.append(inner[start:])
    return [word for part in parts for word in _opened(part)]


def _opened(part: str) -> tuple[str, ...]:
    if part.startswith("{") and part.endswith("}") and " " not in part:
        return tuple(word for inner in classes()[part[1:-1]] for word in _opened(inner))
    return (part,)


def _choice(choice: str, words: Words) -> tuple[str, set[str]]:
    """One alternative: a tag, a word, or a phrase that may hold items itself."""
    if choice == "^":
        return _BEGINNING, set()
    if choice.startswith("@") and " " not in choice:
        tags = _GROUPS[choice[1:]] if choice[1:] in _GROUPS else frozenset({choice[1:]})
        return rf" [^ \n]+/(?:{'|'.join(sorted(tags))})", {f"@{tag}" for tag in tags}
    if any(sign in choice for sign in "(@{_?^!") and " " in choice:
        expression, anchors = _sequence(choice, words)
        return expression, set(anchors[0]) if anchors else set()
    norms = [norm.replace("/", "|") for norm in words(choice)]
    return "".join(rf" {re.escape(norm)}/[A-Z-]+" for norm in norms), {norms[0]}
