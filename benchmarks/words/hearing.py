"""Whether a remark that is noticed as text is still noticed when it stands in a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.language.corpora import Example, own
from benchmarks.words.drawing import LOOKS, Drawn, drawn
from benchmarks.words.examples import some
from benchmarks.words.readers import our_texts
from benchmarks.words.scoring import words_of, words_read
from selfaudit.detectors.language import LanguageReader
from selfaudit.detectors.language.tongues import other_language
from selfaudit.model.vocabulary import Confidence

_OF_EACH = 90
_SEED = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """One post: how surely it was noticed as text and as picture, and how many of its words were read."""

    drawn: Drawn
    in_text: Confidence | None
    in_picture: Confidence | None
    words: int
    read: int

    @property
    def remark(self) -> bool:
        """Whether it should be noticed."""
        return self.drawn.post.noticed


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the remarks noticed as text, how many still are in pictures; of the harmless, how many newly."""

    before: int
    still: int
    harmless: int
    newly: int


def heard() -> list[Heard]:
    """All posts, drawn, read and listened to."""
    reader, texts = LanguageReader(), our_texts()
    with TemporaryDirectory() as folder:
        return [
            _heard(one, texts(one.file), reader) for one in drawn(chosen(own("development")), Path(folder))
        ]


def chosen(posts: Sequence[Example]) -> list[Example]:
    """As many remarks as harmless posts, each a seeded choice; the looks come by turns in both."""
    sides = ([post for post in posts if post.noticed], [post for post in posts if not post.noticed])
    return [side[place] for side in sides for place in some(len(side), _OF_EACH, _SEED)]


def by_look(posts: Sequence[Heard]) -> Iterator[tuple[str, list[Heard]]]:
    """The posts of each look, then all."""
    for look in LOOKS:
        yield look.name, [one for one in posts if one.drawn.look is look]
    yield "all", list(posts)


def kept(posts: Sequence[Heard], least: Confidence) -> Kept:
    """What is noticed of these posts, with this confidence or more."""
    before = [one for one in posts if one.remark and _reaches(one.in_text, least)]
    harmless = [one for one in posts if not one.remark]
    newly = [one for one in harmless if _reaches(one.in_picture, least) and not _reaches(one.in_text, least)]
    still = [one for one in before if _reaches(one.in_picture, least)]
    return Kept(len(before), len(still), len(harmless), len(newly))


def share_read(posts: Sequence[Heard]) -> float:
    """The share of the posts' words that were read."""
    return sum(one.read for one in posts) / sum(one.words for one in posts)


def _heard(one: Drawn, texts: Sequence[str], reader: LanguageReader) -> Heard:
    text = one.post.text
    in_text, in_picture = _surest([text], reader), _surest(texts, reader)
    return Heard(one, in_text, in_picture, len(words_of(text)), words_read(text, "\n".join(texts)))


def _surest(texts: Sequence[str], reader: LanguageReader) -> Confidence | None:
    """How sure the surest remark is, as the product reads: nothing in another language, nothing quoted."""
    remarks = [remark for text in texts if not other_language(text) for remark in reader.read(text)]
    return max((remark.confidence for remark in remarks if not remark.quoted), default=None)


def _reaches(confidence: Confidence | None, least: Confidence) -> bool:
    return confidence is not None and confidence >= least
