"""Undoes the disguise of words: stars, figures, spaces between letters, drawn-out letters, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from selfaudit.detectors.language.folding import Folded
from selfaudit.detectors.language.lexicon import GRADES, entries

Change = tuple[int, int, str]

_HASHTAG = re.compile(r"#(\w*[A-Za-z]\w*)")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SPACED = re.compile(r"(?<!\w)\w(?:[ ._*~-]{1,2}\w){2,}(?!\w)")
_WORD = re.compile(r"(?<![\w/:@.])[\w@$€!|+*#%&^?.]*\w[\w@$€!|+*#%&^?]*")
_SPLIT = re.compile(r"(?<![\w'])([A-Za-z]{1,5}) ([A-Za-z]{1,6})(?!\w)")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\w+|www\.\S+")
_LEET = {
    "@": "a", "4": "a", "3": "e", "€": "e", "1": "il", "!": "i", "|": "il",
    "0": "o", "$": "s", "5": "s", "7": "t", "+": "t", "8": "b", "9": "g",
}  # fmt: skip
_WILD = frozenset("*#%&^?")
_STARRED = {
    "f***": "fuck",
    "f**": "fuck",
    "s***": "shit",
    "c***": "cunt",
    "b*******": "bollocks",
    "w*****": "wanker",
}
_FEWEST = 3
_MOST = 24


def undisguise(folded: Folded) -> Folded:
    """The text with disguised words of the lexicon written plainly; nothing else is touched."""
    return _repaired(_repaired(_repaired(folded, _hashtags), _spaced), _words)


def _repaired(folded: Folded, find: object) -> Folded:
    text = folded.text
    shelter = [match.span() for match in _ADDRESS.finditer(text)]
    changes = [
        change
        for change in find(text)  # type: ignore[operator]
        if not any(start < change[1] and change[0] < end for start, end in shelter)
    ]
    return folded.replaced(changes) if changes else folded


def _hashtags(text: str) -> Iterator[Change]:
    """A hashtag in capitals and small letters falls into its words."""
    for match in _HASHTAG.finditer(text):
        parts = [part for piece in match[1].split("_") for part in _CAMEL.finditer(piece)]
        position = match.start(1)
        for number, part in enumerate(parts):
            start = text.index(part[0], position)
            position = start + len(part[0])
            if number:
                yield start, position, f" {part[0]}"


def _spaced(text: str) -> Iterator[Change]:
    """Letters with spaces or stops between them, where they make a word that is looked for."""
    taken = 0
    for match in _SPACED.finditer(text):
        for start, end, word in _in_run(match):
            taken = end
            yield start, end, word
    for match in _SPLIT.finditer(text):
        joined = (match[1] + match[2]).lower()
        if match.start() >= taken and joined in _bare() and not all(map(_sayable, match.groups())):
            yield (*match.span(), joined)


def _in_run(run: re.Match[str]) -> Iterator[Change]:
    """The words in a run of single letters: "a t w a t" holds one."""
    letters = [(place, sign) for place, sign in enumerate(run[0], run.start()) if sign not in " ._*~-"]
    first = 0
    while first < len(letters):
        step = 1
        for length in range(min(len(letters) - first, _MOST), _FEWEST, -1):
            chosen = letters[first : first + length]
            word = _known("".join(sign for _, sign in chosen))
            if word:
                yield chosen[0][0], chosen[-1][0] + 1, word
                step = length
                break
        first += step


def _words(text: str) -> Iterator[Change]:
    """Single words with figures, signs or stars for letters, or with letters drawn out."""
    for match in _WORD.finditer(text):
        written = match[0].rstrip("?!.")
        if written.isalpha() and not re.search(r"(.)\1\1", written.lower()):
            continue
        word = _known(match[0]) or _known(written)
        if word and word != written.lower():
            yield match.start(), match.start() + len(written), word


def _sayable(piece: str) -> bool:
    """Whether a piece could be a word by itself: it has a vowel."""
    return bool(re.search(r"[aeiouy]", piece.lower()))


def _known(written: str) -> str | None:
    """The word of the lexicon that this stands for, if any."""
    written = written.lower()
    if not _FEWEST <= len(written) <= _MOST or not any(sign.isalpha() for sign in written):
        return None
    if _WILD & set(written.removeprefix("#")):
        return _starred(written)
    for plain in _spellings(written):
        if plain in _disguisable():
            return plain
    return None


def _spellings(written: str) -> Iterator[str]:
    """Ways to read it, with letters for figures, then with runs of a letter shortened to two or one."""
    choices = [_LEET.get(sign, sign) for sign in written]
    for letters in product(*choices[:_MOST]) if sum(len(c) > 1 for c in choices) <= _FEWEST else ():
        plain = "".join(letters)
        yield plain
        if re.search(r"(.)\1", plain):
            yield re.sub(r"(.)\1{2,}", r"\1\1", plain)
            yield re.sub(r"(.)\1{2,}", r"\1", plain)
            yield re.sub(r"(.)\1+", r"\1", plain) if re.search(r"(.)\1\1", plain) else plain


def _starred(written: str) -> str | None:
    """A word with stars or other signs for some of its letters."""
    stars = re.sub(r"[*#%&^?]", "*", written)
    if stars in _STARRED:
        return _STARRED[stars]
    if sum(sign.isalpha() for sign in stars) < 2:  # noqa: PLR2004 - one letter could be anything
        return None
    shape = re.compile("".join("[a-z]" if sign == "*" else re.escape(sign) for sign in stars))
    return next(filter(shape.fullmatch, _of_length().get(len(stars), ())), None)


@cache
def _bare() -> tuple[str, ...]:
    """Single words strong enough to be worth a disguise, the strongest first."""
    strong = sorted((e for e in entries() if e.grade >= GRADES.index("medium")), key=lambda e: -e.grade)
    words = [form for entry in strong if entry.kind != "fault" for form in entry.forms]
    return tuple(dict.fromkeys(word for word in words if word.isalpha() and len(word) > _FEWEST))


@cache
def _of_length() -> dict[int, list[str]]:
    """The same words by how long they are."""
    words: dict[int, list[str]] = {}
    for word in _bare():
        words.setdefault(len(word), []).append(word)
    return words


@cache
def _disguisable() -> frozenset[str]:
    """Every single word of the lexicon that is long enough not to be met by chance."""
    return frozenset(
        form for entry in entries() for form in entry.forms if form.isalpha() and len(form) > _FEWEST
    )
