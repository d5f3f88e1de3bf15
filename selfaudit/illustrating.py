"""Puts a small picture into every piece of evidence that shows in one, so that a result renders alone.

Only what the evidence is about is shown: around a small region the rest of the photo, and whoever is in it,
is left out.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from selfaudit.model.findings import Evidence, Finding
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Image, Snapshot

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

_LONGEST = 480
_OPENED = 2560
_MARGIN = 0.6
_LEAST_MARGIN = 24
_ALMOST_ALL = 0.6
_MOST = 40
"""Pictures in one finding; the report stays a file that can be opened."""


class Held(Protocol):
    """A snapshot and the folder that its pictures lie in."""

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot."""

    @property
    def folder(self) -> Path | None:
        """Its folder; none, no pictures."""


def illustrate(findings: Iterable[Finding], held: Sequence[Held]) -> tuple[Finding, ...]:
    """The findings, with small pictures where the evidence is a picture that can be opened."""
    return tuple(_illustrated(finding, held) for finding in findings)


def _illustrated(finding: Finding, held: Sequence[Held]) -> Finding:
    files = {image.id: file for one in held if _belongs(finding, one.snapshot) for image, file in _files(one)}
    listed = {image.id for one in held for image in one.snapshot.images}
    pieces: list[Evidence] = []
    shown = 0
    for piece in finding.evidence:
        file = files.get(piece.item)
        shows = piece.region is not None or piece.item in listed
        if file and shows and shown < _MOST:
            pieces.append(_with_picture(piece, file))
            shown += 1
        else:
            pieces.append(piece)
    return replace(finding, evidence=tuple(pieces))


def _belongs(finding: Finding, snapshot: Snapshot) -> bool:
    owner = snapshot.owner
    return (finding.platform, finding.account) == (snapshot.platform, owner.handle or owner.name)


def _files(one: Held) -> Iterator[tuple[Image, Path]]:
    """The pictures that were kept, none of them outside the snapshot's own folder."""
    if one.folder is None:
        return
    for image in one.snapshot.pictures():
        path = (one.folder / image.file).resolve() if image.file and "\0" not in image.file else None
        if path and path.is_relative_to(one.folder.resolve()) and path.is_file():
            yield image, path


def _with_picture(piece: Evidence, file: Path) -> Evidence:
    from PIL import Image as Pillow

    from selfaudit.detectors.images.opening import open_picture
    from selfaudit.detectors.images.unopened import Unopenable

    try:
        opened = open_picture(file, _OPENED)
    except Unopenable:
        return piece
    frame, whole = frame_around(piece.region, opened.size), Region(0, 0, *opened.size)
    shown = Pillow.fromarray(opened.on_white()[:, :, ::-1])
    shown = shown.crop(_box(frame or whole, opened.scale))
    shown.thumbnail((_LONGEST, _LONGEST))
    if opened.orientation != 1:
        turned = _upright(shown, piece.region, frame or whole, opened.orientation)
        return replace(piece, picture=_data(turned))
    return replace(piece, picture=_data(shown), picture_size=opened.size, picture_frame=frame)


def frame_around(region: Region | None, size: tuple[int, int]) -> Region | None:
    """The part of a picture to show for a region: some margin around it; ``None`` for the whole picture."""
    if region is None:
        return None
    least, most = sorted((region.width, region.height))
    margin = max(round(_MARGIN * min(most, 2 * least)), _LEAST_MARGIN)  # a line of words is long and low
    left, top = max(region.x - margin, 0), max(region.y - margin, 0)
    right = min(region.x + region.width + margin, size[0])
    bottom = min(region.y + region.height + margin, size[1])
    if right <= left or bottom <= top or (right - left) * (bottom - top) > _ALMOST_ALL * size[0] * size[1]:
        return None
    return Region(left, top, right - left, bottom - top)


def _box(frame: Region, scale: float) -> tuple[int, int, int, int]:
    """The frame in pixels of the opened picture."""
    left, top = int(frame.x / scale), int(frame.y / scale)
    right, bottom = round((frame.x + frame.width) / scale), round((frame.y + frame.height) / scale)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _upright(shown: PillowImage, region: Region | None, frame: Region, orientation: int) -> PillowImage:
    """Turned as its camera asks. The region is drawn in, since it is told in pixels of the unturned file."""
    from PIL import Image as Pillow
    from PIL import ImageDraw, ImageOps

    if region:
        scale = shown.width / frame.width
        left, top = (region.x - frame.x) * scale, (region.y - frame.y) * scale
        box = (left, top, left + region.width * scale, top + region.height * scale)
        ImageDraw.Draw(shown).rectangle(box, outline=(200, 16, 46), width=3)
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    shown.info["exif"] = exif.tobytes()
    return ImageOps.exif_transpose(shown)


def _data(shown: PillowImage) -> str:
    """The picture as a data: address: a JPEG that carries nothing but pixels."""
    shown.info.clear()
    file = io.BytesIO()
    shown.save(file, "JPEG", quality=80, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode("ascii")
