"""Measures the reader of words in pictures, prints the tables and writes RESULTS.md beside this file."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path

import cv2

from benchmarks.words.examples import Labelled, labelled, photographs, practice
from benchmarks.words.hearing import Heard, by_look, heard, kept, share_read
from benchmarks.words.one_core import hold_to_one_thread
from benchmarks.words.readers import Read, ours, peers, rapidocr_alone
from benchmarks.words.scoring import Readings, readings, whole, whole_by_kind
from selfaudit.model.vocabulary import Confidence

_RESULTS = Path(__file__).with_name("RESULTS.md")
_OURS = "**selfaudit**"
_RAPIDOCR = "rapidocr, its own pipeline"
_SOMETHING, _A_WORD = re.compile(r"\S"), re.compile("[A-Za-z]{3}")
_PAGE = """# Words in pictures

Made by `python -m benchmarks.words` on {today}, all in one run ({machine}, {processors} processors, which
other programs used too; load {load:.1f} at the end; OpenCV {opencv}, onnxruntime {onnxruntime}). Times are
processor time of one core: onnxruntime and OpenCV have one thread for every reader alike. Of tesseract,
which is called as a program for each picture, they hold its start and the enlarging.

## Names of schools in drawn scenes

Rank of evidence: low. {pictures} pictures of the shared development set, drawn by us; the sizes at which
selfaudit looks for lines were chosen with this very set in view, so expect less on others. The share of
pictures whose text was read whole; case, spaces and the shape of apostrophes count for nothing, and
whatever else was read in a picture does no harm.

{scenes}

## Pictures without writing

What looking for words costs where there are hardly any. On the {bare} pictures of the practice network
(drawings) there are none, and whatever is read there is a mistake. The {photographs} shared photographs
bear crests and badges, part of them letters or a few drawn words, so reading something there is no mistake
by itself. The shares are of pictures in which anything was read, and of those in which a word was: three
letters of ours or more in a row.

{plain}

## Remarks that stand in pictures

Rank of evidence: the lowest. {remarks} remarks and {harmless} harmless posts of the language benchmark's
development set, which the reader of remarks was made with, drawn by ourselves in Chromium with one family
of letters (DejaVu) and kept as JPEG; nobody's real screenshots. Each is drawn in one look, the looks by
turns. "Noticed" is what the reader of remarks finds in the text itself; "still" is what it finds again in
what was read from the picture. Memes turn a text into capitals, so part of what is lost there is lost by
them and not in reading. The names, times and buttons of the drawn pages stand in the pictures too.

{drawn}
"""


def scenes(examples: Sequence[Labelled]) -> Iterator[str]:
    """The first table: who reads how much, and how fast."""
    files = [example.file for example in examples]
    mine = readings(ours(), files)
    kinds = " | ".join(whole_by_kind(examples, mine.texts))
    yield f"| reader | all | {kinds} | ms per picture | time beside ours |"
    yield "|---|---|" + "---|" * (len(set(kinds.split(" | "))) + 2)
    for name, read in peers().items():
        yield _scene_row(name, examples, readings(read, files) if read else None, mine)
    yield _scene_row(_OURS, examples, mine, mine)


def _scene_row(name: str, examples: Sequence[Labelled], read: Readings | None, mine: Readings) -> str:
    if read is None:
        return f"| {name} | not installed |"
    right = [whole(one.text, text) for one, text in zip(examples, read.texts, strict=True)]
    kinds = " | ".join(f"{share:.2f}" for share in whole_by_kind(examples, read.texts).values())
    ratio = read.milliseconds / mine.milliseconds
    return f"| {name} | {sum(right) / len(right):.2f} | {kinds} | {read.milliseconds:.0f} | {ratio:.2f} |"


def plain(sets: dict[str, list[Path]]) -> Iterator[str]:
    """The second table: how often something is read, and what looking costs."""
    yield "| reader | pictures | something read in | a word read in | ms per picture |"
    yield "|---|---|---|---|---|"
    readers: dict[str, Read] = {_RAPIDOCR: rapidocr_alone(), _OURS: ours()}
    for title, files in sets.items():
        for name, read in readers.items():
            found = readings(read, files)
            shares = " | ".join(f"{_share(pattern, found.texts):.0%}" for pattern in (_SOMETHING, _A_WORD))
            yield f"| {name} | {len(files)} {title} | {shares} | {found.milliseconds:.0f} |"


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(bool(pattern.search(text)) for text in texts) / len(texts)


def remarks(posts: Sequence[Heard]) -> Iterator[str]:
    """The third table: what is lost by standing in a picture, and what is noticed wrongly."""
    yield "| look | words read | noticed, still | likely, still likely | harmless, newly noticed (likely) |"
    yield "|---|---|---|---|---|"
    for name, group in by_look(posts):
        anything, likely = kept(group, Confidence.UNSURE), kept(group, Confidence.LIKELY)
        cells = [
            f"{share_read(group):.1%}",
            *(f"{one.before}, {one.still} ({one.still / one.before:.0%})" for one in (anything, likely)),
            f"{anything.harmless}, {anything.newly} ({likely.newly})",
        ]
        yield f"| {name} | {' | '.join(cells)} |"


def report() -> str:
    """Everything measured, as the page that is printed and kept."""
    examples, bare, shared = labelled(), practice(), photographs()
    first = "\n".join(scenes(examples))
    second = "\n".join(plain({"of the practice network": bare, "shared photographs": shared}))
    posts = heard()
    return _PAGE.format(
        today=f"{datetime.now(UTC):%d %B %Y}",
        machine=platform.machine(),
        processors=cpu_count(),
        load=getloadavg()[0],
        opencv=cv2.__version__,
        onnxruntime=version("onnxruntime"),
        pictures=len(examples),
        scenes=first,
        bare=len(bare),
        photographs=len(shared),
        plain=second,
        remarks=sum(one.remark for one in posts),
        harmless=sum(not one.remark for one in posts),
        drawn="\n".join(remarks(posts)),
    )


def main() -> None:
    """Measure, print and write."""
    hold_to_one_thread()
    page = report()
    _RESULTS.write_text(page, encoding="utf-8")
    print(page)  # noqa: T201 - a command


if __name__ == "__main__":
    main()
