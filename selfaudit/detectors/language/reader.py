"""Reads the texts of a profile for remarks; the pipeline is made when the first text is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from selfaudit.detectors.language.disguise import undisguise
from selfaudit.detectors.language.folding import Folded, fold
from selfaudit.detectors.language.judging import REMARKS_KEY
from selfaudit.detectors.language.people import NAMES_KEY
from selfaudit.detectors.language.readings import Reading, as_line, from_line
from selfaudit.detectors.language.tongues import UNKNOWN, other_language, partly_other
from selfaudit.detectors.marks import mark_of
from selfaudit.model.detections import Detected, Material, Remark
from selfaudit.model.memory import Memory, Remember
from selfaudit.model.snapshot import Post

if TYPE_CHECKING:
    from spacy.language import Language

_LONGEST = 1_000
"""Longer texts are read a few paragraphs at a time: what one of them is about says little of the next."""
_LIBRARIES = ("onnxruntime", "py3langid", "spacy")
_NO_MODEL = (
    "the language model could not be loaded, so only words and phrases on our lists were looked for; "
    "installing selfaudit again may help"
)
_NAMED = 3
"""So many texts that were not read are named; the rest is counted."""
_FIRST_WORDS, _LONGEST_NAME = 4, 40
_SOME_WORDS = 6
_BREAKS = ("\n", ". ", " ")


class LanguageReader:
    """Finds remarks in English texts by words, rules and a trained model. Nothing leaves the computer.

    Args:
        remember: what was read is kept there and not read again; left out, nothing outlives the reader.
    """

    def __init__(self, remember: Remember | None = None) -> None:
        self._pipeline: Language | None = None
        self._remember = remember
        self._known: dict[tuple[str, tuple[str, ...]], tuple[Remark, ...]] = {}
        """Remarks by the SHA-256 of the text: one reader has one version of the model."""

    def detect(self, material: Material) -> Detected[Remark]:
        """Remarks by text id; texts in other languages become a gap, and so does a model that is missing."""
        posts = {post.id: post for post in material.texts()}
        pictured = {text.post.id for text in material.pictured()}
        school = material.policy.school
        names = tuple(name for name in (school.name, *school.names) if name)
        matches: dict[str, tuple[Remark, ...]] = {}
        unread: defaultdict[str, list[str]] = defaultdict(list)
        with self._memory(material.folder, names) as memory:
            for done, (item, post) in enumerate(posts.items(), 1):
                reading = self._reading(post.text, names, memory)
                if reading.language and (item not in pictured or _is_plain(post.text, reading.language)):
                    unread[reading.language].append(_named(post, pictured))
                if reading.remarks is not None:
                    matches[item] = reading.remarks
                material.progress.count(done, len(posts))
        gaps = (*_gaps(unread), *([_NO_MODEL] if matches and self._is_deaf() else ()))
        return Detected({item: found for item, found in matches.items() if found}, gaps)

    def _memory(self, folder: Path | None, names: tuple[str, ...]) -> AbstractContextManager[Memory | None]:
        if self._remember is None:
            return nullcontext()
        return self._remember(folder, mark_of(files(__package__), _LIBRARIES, names))

    def _reading(self, text: str, names: tuple[str, ...], memory: Memory | None) -> Reading:
        """What is remembered of the text; else it is read. What was read without the model is not kept."""
        key = _key(text)
        if memory is not None and (reading := from_line(memory.get(key))):
            return reading
        whole = other_language(text)
        reading = Reading(whole or partly_other(text), None if whole else self.read(text, names))
        if memory is not None and not self._is_deaf():
            memory.put(key, as_line(reading))
        return reading

    def read(self, text: str, school_names: tuple[str, ...] = ()) -> tuple[Remark, ...]:
        """The remarks in one text; spans are offsets into the text as given."""
        key = (_key(text), school_names)
        if key not in self._known:
            self._known[key] = self._read(text, school_names)
        return self._known[key]

    def _read(self, text: str, school_names: tuple[str, ...]) -> tuple[Remark, ...]:
        return tuple(
            _moved(remark, folded, offset)
            for offset, piece in _pieces(text)
            for folded in [undisguise(fold(piece))]
            for remark in self._remarks(folded.text, school_names)
        )

    def _remarks(self, text: str, school_names: tuple[str, ...]) -> Iterable[Remark]:
        pipeline = self._made()
        doc = pipeline.make_doc(text)
        doc.user_data[NAMES_KEY] = school_names
        remarks: tuple[Remark, ...] = pipeline(doc).user_data[REMARKS_KEY]
        return remarks

    def _made(self) -> Language:
        if self._pipeline is None:
            from selfaudit.detectors.language.pipeline import build

            self._pipeline = build()
        return self._pipeline

    def _is_deaf(self) -> bool:
        """Whether something was read, and without the model."""
        return self._pipeline is not None and bool(
            getattr(self._pipeline.get_pipe("hearing"), "missing", None)
        )


def _key(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces with where each begins, cut after a line, a sentence or at least a word."""
    start = 0
    while len(text) - start > _LONGEST:
        places = (text.rfind(sign, start + 1, start + _LONGEST) + len(sign) for sign in _BREAKS)
        end = next((place for place in places if place > start + _LONGEST // 2), start + _LONGEST)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _moved(remark: Remark, folded: Folded, offset: int) -> Remark:
    """The remark with its spans in the text as it was written."""
    spans = tuple(folded.original(start, end) for start, end in remark.spans)
    return replace(remark, spans=tuple((start + offset, end + offset) for start, end in spans))


def _is_plain(text: str, language: str) -> bool:
    """Whether words read in a picture are surely in this language; misread letters seem to be in another."""
    return language != UNKNOWN and len(text.split()) >= _SOME_WORDS


def _gaps(unread: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """How many texts, why, and how to find the first few of them; the commonest language first."""
    for language, names in sorted(unread.items(), key=lambda one: -len(one[1])):
        words = "1 text was" if len(names) == 1 else f"{len(names):,} texts were"
        guess = "" if language == UNKNOWN else f" (it looks like {language})"
        named = ", ".join(names[:_NAMED])
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        yield f"{words} not read, or not wholly, because of another language{guess}: {named}{more}"


def _named(post: Post, pictured: Container[str]) -> str:
    """How a text begins, the day where it is known, and whether in a picture: enough to find it again."""
    words = " ".join(post.text.split())
    begin = " ".join(words.split(" ")[:_FIRST_WORDS])[:_LONGEST_NAME]
    cut = "" if begin == words else "…"
    day = f" of {post.time.day} {post.time:%B %Y}" if post.time else ""
    return f"“{begin}{cut}”{' in a picture' if post.id in pictured else ''}{day}"
