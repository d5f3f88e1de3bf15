"""What was read beside what stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from benchmarks.words.examples import Labelled
from benchmarks.words.one_core import spent
from benchmarks.words.readers import Read

_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Readings:
    """What a reader read in each picture, and how long one took it."""

    texts: tuple[str, ...]
    milliseconds: float


def readings(read: Read, pictures: Sequence[Path]) -> Readings:
    """Every picture once, in milliseconds of one core; the first is read before, so that all is loaded."""
    read(pictures[0])
    begun = spent()
    texts = tuple(read(picture) for picture in pictures)
    return Readings(texts, (spent() - begun) * 1000 / len(pictures))


def whole(wanted: str, read: str) -> bool:
    """Whether a text stands in what was read; case, spaces and the shape of apostrophes count for nothing."""
    return "".join(_even(wanted).split()) in "".join(_even(read).split())


def whole_by_kind(examples: Sequence[Labelled], texts: Sequence[str]) -> dict[str, float]:
    """For each kind of picture the share of those whose text was read whole."""
    found: dict[str, list[bool]] = {}
    for example, text in zip(examples, texts, strict=True):
        found.setdefault(example.kind, []).append(whole(example.text, text))
    return {kind: sum(right) / len(right) for kind, right in sorted(found.items())}


def words_of(text: str) -> list[str]:
    """Its words in lower case, without the signs between them."""
    return _WORD.findall(_even(text))


def words_read(wanted: str, read: str) -> int:
    """How many words of a text were read, in their order; words around them do no harm."""
    return LCSseq.similarity(words_of(wanted), words_of(read))


def _even(text: str) -> str:
    return text.casefold().replace("\u2019", "'").replace("\u2018", "'")
