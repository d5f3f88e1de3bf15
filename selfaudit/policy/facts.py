"""A school's facts, looked at closely: e-mail domains that are domains, logo files that are pictures.

Each function gives the fact as it is to be used, or raises `ValueError` with what is wrong with it in words.
"""

from __future__ import annotations

import re
from pathlib import Path

LARGEST_PICTURE = 10_000_000

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[a-z][a-z0-9-]{{0,61}}[a-z0-9]")
_EVERYBODYS = frozenset(
    {"ac.uk", "co.uk", "gov.uk", "org.uk", "sch.uk"}
    | {
        "aol.com",
        "btinternet.com",
        "gmail.com",
        "googlemail.com",
        "hotmail.co.uk",
        "hotmail.com",
        "icloud.com",
    }
    | {"live.co.uk", "live.com", "outlook.com", "proton.me", "sky.com", "yahoo.co.uk", "yahoo.com"}
)
"""Too wide: with one of these as the school's, everybody's private address would count as a work address."""

_PICTURES = {
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "WebP": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "BMP": re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL),
}
"""The first bytes of the kinds of picture that the logo detector can read."""


def a_domain(words: str) -> str:
    """The domain of a work address, lower case, without a leading dot or ``@``.

    Raises:
        ValueError: it is no domain, or one that the school shares with everybody.
    """
    domain = words.strip().lower().removeprefix("@").lstrip(".")
    if not _DOMAIN.fullmatch(domain):
        raise ValueError(
            f'"{words}" is not an e-mail domain; write what stands after the @, as in "school.sch.uk"'
        )
    if domain in _EVERYBODYS:
        raise ValueError(f'"{words}" is used by everybody, not by the school alone; write the school\'s own')
    return domain


def a_logo(words: str, folder: Path) -> Path:
    """The picture file of a logo, which lies inside the pack's folder.

    Raises:
        ValueError: there is no such file, it lies outside, or it is not a picture that can be read.
    """
    if re.match(r"[a-z]:", words, re.IGNORECASE) or Path(words).is_absolute() or "\\" in words:
        raise ValueError(f'"{words}" must be a file inside the pack, written with forward slashes')
    try:
        file = (folder / words).resolve()
        if not file.is_relative_to(folder.resolve()):
            raise ValueError(f'"{words}" lies outside the pack; copy the picture into the pack\'s folder')
        check_picture(file, words)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise ValueError(f'"{words}" cannot be read; check the file and its name') from error
    return file


def check_picture(file: Path, words: str) -> None:
    """Raise unless this file is a picture that can be used as a logo; ``words`` is what the person calls it.

    Raises:
        ValueError: it is missing, too large, or not such a picture.
        OSError: it cannot be read.
    """
    if not file.is_file():
        raise ValueError(f'"{words}" is not there; put the picture into the pack, or correct its name')
    if file.stat().st_size > LARGEST_PICTURE:
        raise ValueError(f'"{words}" is larger than {LARGEST_PICTURE // 1_000_000} MB; save a smaller copy')
    with file.open("rb") as stream:
        start = stream.read(16)
    if not any(kind.match(start) for kind in _PICTURES.values()):
        raise ValueError(f'"{words}" is not a picture that can be used; save it as {_kinds()}')


def _kinds() -> str:
    *others, last = _PICTURES
    return f"{', '.join(others)} or {last}"
