"""Whether a text, or a stretch of it, is in another language. What is so is not read, and that is said.

Each word weighs for English or against it; a stretch that weighs enough against it is in another language.
The words decide first, because the identifier of languages knows nothing of names, dialect and slips.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.folding import fold
from selfaudit.detectors.language.foreign_words import OTHER, bare, in_tag, is_of_other_script, others, weight
from selfaudit.detectors.language.lexicon import languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNKNOWN = "another"
"""What a language is called that has no name here."""

_TOKEN = re.compile(r"https?://\S+|www\.\S+|(?<!\w)@[\w.]+|[^\W_]*[\d*][\w*]*|(#)?([^\W\d_]+(?:'[^\W\d_]+)*)")
_ENDS = re.compile(r"[.!?\n:|]")
_NAME = 0.2
"""What a word with a capital inside a sentence weighs: it may be a name."""
_SO_BAD = 4.0
"""A stretch ends where English words weigh so much after it."""
_ENOUGH, _ENOUGH_OF_ALL = 3.0, 2.0
_A_PAIR, _A_FEW = 2, 3
_HARDLY_ENGLISH, _RATHER = 0.05, 0.4


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is read, what it weighs against English, and where it stands in what was read."""

    plain: str
    weight: float
    start: int
    end: int


def other_language(text: str) -> str | None:
    """The language of a text that is not in English; ``None`` for English, also where a part is not."""
    language, whole = _heard(text)
    return language if whole else None


def partly_other(text: str) -> str | None:
    """The first other language that a stretch of the text is in, where the text as a whole is English."""
    language, whole = _heard(text)
    return None if whole else language


@lru_cache(maxsize=2)
def _heard(text: str) -> tuple[str | None, bool]:
    """The other language in it, and whether it is all of it."""
    folded = fold(text)
    words = list(_words(folded.text))
    for start, end in _stretches(words):
        stretch = words[start:end]
        begin, stop = folded.original(stretch[0].start, stretch[-1].end)
        most = _is_most(words, start, end)
        language = _language(text[begin:stop], stretch, most=most)
        if language:
            return language, most and sum(word.weight for word in words) > 0.0
    return None, False


def _words(text: str) -> Iterator[_Word]:
    """The words of a text that has no accents any more; hashtags fall into theirs."""
    sentence = 0
    shouted = text.isupper()
    for match in _TOKEN.finditer(text):
        opens = sentence == 0 or bool(_ENDS.search(text, sentence, match.start()))
        sentence = match.end()
        if not match[2]:
            continue
        for written in in_tag(match[2]) if match[1] else (match[2],):
            weighs = weight(bare(written))
            if written[0].isupper() and not (opens or shouted) and 0 < weighs < OTHER:
                weighs = _NAME
            yield _Word(bare(written), weighs, *match.span(2))
            opens = False


def _stretches(words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Where the words weigh most against English, each time until English takes over again."""
    start, end, most, so_far = 0, 0, 0.0, 0.0
    for place, word in enumerate(words):
        if so_far <= 0 or so_far < most - _SO_BAD:
            if most >= _ENOUGH_OF_ALL:
                yield start, end
            start, most, so_far = place, 0.0, 0.0
        so_far += word.weight
        if so_far > most:
            end, most = place + 1, so_far
    if most >= _ENOUGH_OF_ALL:
        yield start, end


def _is_most(words: Sequence[_Word], start: int, end: int) -> bool:
    """Whether the stretch, with words beside it that tell nothing, is most of the text."""
    while start and not words[start - 1].weight:
        start -= 1
    while end < len(words) and not words[end].weight:
        end += 1
    return 3 * (end - start) >= 2 * len(words)


def _language(written: str, words: Sequence[_Word], *, most: bool) -> str | None:
    """What the stretch is in: by words of that language, else by how its unheard words are spelt."""
    known = _tallied(words)
    tally = max(known.values(), default=0.0)
    if tally >= (_ENOUGH_OF_ALL if most else _ENOUGH):
        ranks = _identifier().rank(written.lower())
        return languages()[next(code for code, _ in ranks if known[code] == tally)]
    unlike = len({word.plain for word in words if word.weight > 0})
    if unlike < (_A_PAIR if most else _A_FEW) or sum(word.weight for word in words) < _ENOUGH:
        return None
    ranks = _identifier().rank(written.lower())
    guess, sure = ranks[0]
    if dict(ranks)["en"] > _HARDLY_ENGLISH or not (most or unlike > _A_FEW or sure > _RATHER):
        return None
    return languages()[guess] if sure > _RATHER else UNKNOWN


def _tallied(words: Sequence[_Word]) -> defaultdict[str, float]:
    """How much the words weigh that a language is known by, each counted once."""
    known: defaultdict[str, float] = defaultdict(float)
    for plain, weighs in {word.plain: word.weight for word in words if word.weight > 0}.items():
        for code in languages() if is_of_other_script(plain) else others().get(plain, ()):
            known[code] += weighs
    return known


@cache
def _identifier() -> LanguageIdentifier:
    """py3langid's own model, which lies inside its package."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", *languages()])
    return identifier
