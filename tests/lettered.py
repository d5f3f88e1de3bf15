"""Pictures with writing on them, drawn on the spot with the letters that Pillow brings along."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from selfaudit.model.region import Region


def lettered(
    file: Path, *lines: str, size: tuple[int, int] = (900, 600), height: int = 40, at: int = 60
) -> list[Region]:
    """A picture of these lines, dark on light, one below the other; where each of them stands."""
    picture = Image.new("RGB", size, (236, 232, 220))
    drawing, font = ImageDraw.Draw(picture), ImageFont.load_default(height)
    places = []
    for number, line in enumerate(lines):
        where = (50, at + round(number * height * 1.5))
        drawing.text(where, line, (20, 30, 60), font)
        left, top, right, bottom = (round(edge) for edge in drawing.textbbox(where, line, font))
        places.append(Region(left, top, right - left, bottom - top))
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.save(file)
    return places


def turned(file: Path, orientation: int) -> None:
    """The same picture as a camera held otherwise stores it: other pixels, and EXIF that says how."""
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    with Image.open(file) as upright:
        stored = upright.transpose(Image.Transpose(back[orientation])) if orientation > 1 else upright.copy()
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(file, exif=exif)
