"""Undoes the disguise of words: stars, figures, signs or gaps between letters, letters left out, hashtags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import product

from selfaudit.detectors.language.folding import FLAG_LETTERS, Folded
from selfaudit.detectors.language.foreign_words import in_tag, is_common, usual_words
from selfaudit.detectors.language.lexicon import GRADES, Entry, entries, letters

Change = tuple[int, int, str]

_HASHTAG = re.compile(r"#(\w*[A-Za-z]\w*)")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_BETWEEN = r" ._*~/\\|,;•·-"
_SPACED = re.compile(rf"(?<![\w/:@])[^\W_](?:[{_BETWEEN}]{{1,2}}[^\W_]){{2,}}(?!\w)")
_PARTED = re.compile(r"(?<![\w@/\\.:])[^\W_]+(?:[._~/\\|,;•·]{1,3}[^\W_]+){1,11}(?![\w@/\\])")
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{4,}")
_WORD = re.compile(r"(?<![\w/:@.])[\w@$€!|+*#%&^?.]*\w[\w@$€!|+*#%&^?]*")
_SPLIT = re.compile(r"(?<![\w'])([A-Za-z]{1,5}) ([A-Za-z]{1,6})(?!\w)")
_ADDRESS = re.compile(r"https?://\S+|(?<![^\s@])[^\s@]++@[^\s@]+\.\w+|www\.\S+")
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
_TRIPLE = re.compile(r"(.)\1\1")
_PARTS = re.compile(r"[^\W_]+")
_VOWELS = re.compile("[aeiou]")
_LEFT_OUT = re.compile("[a-z][^y]*[^aeiou]")
"""Words that can be told without their vowels: not by a "y" alone, nor when the last letter is missing."""
_WITHIN = re.compile(r"[^\s.!?:] *$")
_MEASURE = re.compile(r"\d+[a-z]{1,2}|\d{2,}.*")
_SOUNDS = {
    "ph": ("f",),
    "kk": ("ck",),
    "k": ("k", "c", "ck"),
    "q": ("ck",),
    "z": ("s", "z"),
    "x": ("cks", "x"),
}
_SOUND = re.compile("(ph|kk|(?<!c)k|q|z|x)")
_MOST_SOUNDS = 9
"""Parts of a word that is split at its sounds: four of them."""
_UPRIGHT = letters("turned")
_TURNED = re.compile(
    "[a-z{0}]*[{0}][a-z{0}]*".format("".join(chr(sign) for sign in _UPRIGHT if sign > ord("z")))
)
_FEWEST = 3
_MOST = 24


def undisguise(folded: Folded) -> Folded:
    """The text with disguised words of the lexicon written plainly; nothing else is touched."""
    for find in (_hashtags, _shown_oddly, _spaced, _parted, _words):
        folded = _repaired(folded, find)
    return folded


def _repaired(folded: Folded, find: Callable[[str], Iterator[Change]]) -> Folded:
    text = folded.text
    shelter = [match.span() for match in _ADDRESS.finditer(text)]
    changes = [
        change
        for change in find(text)
        if not any(start < change[1] and change[0] < end for start, end in shelter)
    ]
    return folded.replaced(changes) if changes else folded


def _hashtags(text: str) -> Iterator[Change]:
    """A hashtag falls into its words, by its capitals or by the words that are usual."""
    for match in _HASHTAG.finditer(text):
        position = match.start(1)
        for number, part in enumerate(_in_hashtag(match[1])):
            start = text.index(part, position)
            position = start + len(part)
            if number:
                yield start, position, f" {part}"


def _in_hashtag(tag: str) -> Iterator[str]:
    for part in (part for piece in tag.split("_") for part in _CAMEL.findall(piece)):
        words = in_tag(part)
        yield from words if all(is_common(word.lower()) for word in words) else (part,)


def _shown_oddly(text: str) -> Iterator[Change]:
    """Words upside down, which then stand backwards, and words in flag letters."""
    if text.isascii():
        return
    for match in _TURNED.finditer(text):
        upright = match[0].lower().translate(_UPRIGHT)
        word = _known(upright[::-1]) or _known(upright)
        if word:
            yield *match.span(), word
    for match in _FLAGS.finditer(text):
        word = _known(match[0].translate(FLAG_LETTERS))
        if word:
            yield *match.span(), word


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
    signs = [(place, sign) for place, sign in enumerate(run[0], run.start()) if sign.isalnum()]
    run_of = "".join(sign for _, sign in signs)
    first = 0
    while first < len(signs):
        step = 1
        longest = min(len(signs) - first, _MOST) if _may_begin(run_of[first : first + 2]) else 0
        for length in range(longest, _FEWEST, -1):
            chosen = signs[first : first + length]
            word = _known(run_of[first : first + length])
            if word:
                yield chosen[0][0], chosen[-1][0] + 1, word
                step = length
                break
        first += step


@cache
def _may_begin(two: str) -> bool:
    """Whether a word that is looked for begins so: most letters of a long run need no further look."""
    readings = map("".join, product(*(_LEET.get(sign, sign) for sign in two.lower())))
    return any(reading in _beginnings() for reading in readings)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:2] for word in _disguisable())


def _parted(text: str) -> Iterator[Change]:
    """Words with a sign or two somewhere between their letters; two whole words are left: "pen.is"."""
    for match in _PARTED.finditer(text):
        parts = _PARTS.findall(match[0].lower())
        word = None if all(map(is_common, parts)) else _known("".join(parts))
        if word:
            yield *match.span(), word


def _words(text: str) -> Iterator[Change]:
    """Single words with figures or stars for letters, letters drawn or left out, or spelt by sound."""
    for match in _WORD.finditer(text):
        written = match[0].rstrip("?!.")
        if written.isalpha() and not _TRIPLE.search(written.lower()):
            word = None if _may_be_name(text, match) else _respelt(written.lower())
        else:
            word = _known(match[0]) or _known(written) or _figured(written.lower())
        if word and word != written.lower():
            yield match.start(), match.start() + len(written), word


def _may_be_name(text: str, match: re.Match[str]) -> bool:
    """A capital, but neither all capitals nor at the beginning of a sentence."""
    return match[0][0].isupper() and (
        (match[0].isupper() and not text.isupper())
        or (match[0].istitle() and bool(_WITHIN.search(text, max(0, match.start() - 3), match.start())))
    )


@lru_cache(50_000)
def _respelt(written: str) -> str | None:
    """The strong word that sounds like it ("phuck"), or that it has the consonants of ("wnkr")."""
    if len(written) < _FEWEST or written in _disguisable() or is_common(written):
        return None
    if written in _by_consonants():
        return _by_consonants()[written]
    parts = _SOUND.split(written)
    if len(written) <= _FEWEST or not 1 < len(parts) <= _MOST_SOUNDS:
        return None
    spellings = map("".join, product(*(_SOUNDS.get(part, (part,)) for part in parts)))
    return next(filter(_strong().__contains__, spellings), None)


@lru_cache(50_000)
def _figured(written: str) -> str | None:
    """A usual word with figures for some of its letters: "h3ad"."""
    figures = sum(sign.isdigit() for sign in written)
    if not 0 < figures < len(written) <= _MOST or len(written) <= _FEWEST or _MEASURE.fullmatch(written):
        return None
    return next((plain for plain in _spellings(written) if plain.isalpha() and is_common(plain)), None)


def _sayable(piece: str) -> bool:
    """Whether a piece could be a word by itself: it has a vowel."""
    return bool(re.search(r"[aeiouy]", piece.lower()))


@lru_cache(50_000)
def _known(written: str) -> str | None:
    """The word of the lexicon that this stands for, if any."""
    written = written.lower()
    if not _FEWEST <= len(written) <= _MOST or not any(sign.isalpha() for sign in written):
        return None
    if written.isalpha() and not _TRIPLE.search(written):
        return written if written in _disguisable() else None
    if _WILD & set(written.removeprefix("#")):
        return _starred(written)
    for plain in _spellings(written):
        if plain in _disguisable():
            return plain
    return None


def _spellings(written: str) -> Iterator[str]:
    """Ways to read it, with letters for figures, then with runs of a letter shortened to two or one."""
    choices = [_LEET.get(sign, sign) for sign in written]
    for chosen in product(*choices[:_MOST]) if sum(len(c) > 1 for c in choices) <= _FEWEST else ():
        plain = "".join(chosen)
        yield plain
        if _TRIPLE.search(plain):
            yield re.sub(r"(.)\1{2,}", r"\1\1", plain)
            yield re.sub(r"(.)\1{2,}", r"\1", plain)
            yield re.sub(r"(.)\1+", r"\1", plain)


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
def _by_consonants() -> dict[str, str]:
    """Strong words by what is left without their vowels, where that is no other word's."""
    left = {
        _consonants(word): word
        for entry in sorted(entries(), key=lambda entry: entry.grade)
        for word in entry.forms
        if word in _strong() and len(_consonants(word)) >= _fewest_left(entry) and _LEFT_OUT.fullmatch(word)
    }
    for word in usual_words():
        if word not in _disguisable():
            left.pop(_consonants(word), None)
    return left


def _fewest_left(entry: Entry) -> int:
    """The stronger, the surer; what is left of a slur is too often an abbreviation, as "yds"."""
    if entry.kind == "slur":
        return _FEWEST + 2
    return _FEWEST if entry.grade >= GRADES.index("strong") else _FEWEST + 1


def _consonants(word: str) -> str:
    return word[0] + _VOWELS.sub("", word[1:])


@cache
def _strong() -> frozenset[str]:
    return frozenset(_bare())


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
