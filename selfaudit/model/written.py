"""Words that stand in pictures, as texts of the profile: a poster, a meme, a screenshot of a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from selfaudit.model.region import Region
from selfaudit.model.snapshot import Image, Post, Snapshot, text_of_picture


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: offsets into it, in code points, and where it stands in the picture."""

    start: int
    end: int
    region: Region


@dataclass(frozen=True, slots=True)
class Written:
    """A text in a picture as one would read it; words that were parted for want of room are joined."""

    text: str
    lines: tuple[Line, ...]

    def place_of(self, spans: Iterable[tuple[int, int]]) -> Region | None:
        """The rectangle around the lines that carry these words; ``None`` where no line does."""
        carry = [
            line.region
            for line in self.lines
            if any(start < line.end and line.start < end for start, end in spans)
        ]
        return Region.around(carry) if carry else None


@dataclass(frozen=True, slots=True)
class Pictured:
    """A text in a picture, as a post of whoever put the picture there."""

    post: Post
    image: Image
    written: Written


def texts_in_pictures(snapshot: Snapshot, written: Mapping[str, tuple[Written, ...]]) -> Iterator[Pictured]:
    """What was read in each picture, by its id, as texts under names that nothing else here has."""
    posts = snapshot.posts_of_pictures() if written else {}
    for image in snapshot.pictures() if written else ():
        post = posts.get(image.post or "") or posts.get(image.file or "")
        for number, text in enumerate(written.get(image.id, ()), 1):
            name = f"{image.id}#words {number}"
            yield Pictured(text_of_picture(name, text.text, image, post), image, text)
