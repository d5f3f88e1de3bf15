"""A text or picture held against the policy before it is posted. Nothing is kept, and nothing is fetched."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter, ValidationError

from selfaudit.audit import Held
from selfaudit.errors import SnapshotError
from selfaudit.model.codec import to_json
from selfaudit.model.findings import AuditResult
from selfaudit.model.snapshot import Image, Post, Snapshot
from selfaudit.model.vocabulary import Lens, Part

PLATFORM = "draft"
_ALL = frozenset(Part) - {Part.OTHER}
_ANYBODY = (Lens.OWNER, Lens.PUBLIC)


@dataclass(frozen=True, slots=True)
class Draft:
    """Something that the person means to post: its own name for it, the words, and the picture files."""

    id: str
    text: str = ""
    images: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a file of drafts that is none; ``number`` counts from 1."""

    number: int
    reason: str


def read_drafts(file: Path) -> Iterator[Draft | BadLine]:
    """A draft for each line ``{"id", "text", "images"}``; pictures are looked for beside the file.

    Raises:
        SnapshotError: the file cannot be read at all.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotError(
            f"{file} cannot be read.", "Save it as text in UTF-8, one draft a line, and try again."
        ) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _draft(line, number, file.parent)


def _draft(line: str, number: int, beside: Path) -> Draft | BadLine:
    try:
        plain = json.loads(line)
        named = {"id": number, "text": ""} | {key: held for key, held in plain.items() if held is not None}
        draft = TypeAdapter(Draft).validate_python(named | {"id": str(named["id"])})
    except (ValueError, ValidationError, RecursionError, AttributeError):
        return BadLine(number, 'it is not of the form {"id": "1", "text": "…", "images": []}')
    return Draft(draft.id, draft.text, tuple(beside / image for image in draft.images))


def as_held(draft: Draft, folder: Path) -> Held:
    """The draft as the one post of a profile that anybody sees, its pictures copied into ``folder``."""
    files = [_copied(image, folder, number) for number, image in enumerate(draft.images, 1)]
    here = {Part.POSTS: bool(draft.text.strip()), Part.IMAGES: bool(files)}
    post = Post(draft.id, draft.text, lenses=_ANYBODY, images=tuple(files))
    return Held(
        Snapshot(
            PLATFORM,
            posts=(post,),
            images=tuple(
                Image(str(image), file, post=draft.id, lenses=_ANYBODY)
                for image, file in zip(draft.images, files, strict=True)
            ),
            read=tuple(part for part, held in here.items() if held),
            lacks=tuple(part for part in Part if part in _ALL and not here.get(part)),
        ),
        folder,
    )


def _copied(image: Path, folder: Path, number: int) -> str:
    """The picture's name in the folder; one that is not there is missed when it is looked at."""
    name = f"{number}{image.suffix}"
    if image.is_file():
        shutil.copyfile(image, folder / name)
    return name


def hold_each(drafts: Sequence[Draft]) -> Iterator[Held]:
    """Each draft with a folder of its own, erased before the next one comes."""
    for draft in drafts:
        with TemporaryDirectory(prefix="selfaudit-") as folder:
            yield as_held(draft, Path(folder))


def as_line(draft: Draft, result: AuditResult) -> str:
    """What was noticed in one draft, as a line of JSON; the findings are those of a result."""
    findings = json.loads(to_json(result))["findings"]
    return json.dumps({"id": draft.id, "findings": findings}, ensure_ascii=False)
