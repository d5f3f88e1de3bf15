"""Posts drawn as pictures by a real browser: as a status on a phone, as a message in a chat, as a meme."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from benchmarks.language.corpora import Example
from benchmarks.words.examples import practice
from selfaudit.browser.finding import find_browser, start_driver
from selfaudit.browser.session import ARGUMENTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_TEMPLATES = Path(__file__).with_name("looks")
_ALONE = ("--no-sandbox", "--disable-gpu", *ARGUMENTS)
_QUALITY = 80
_MEME_LETTERS = ((60, 46), (110, 38))
"""Up to how many signs a meme's letters are so many pixels high."""
_SMALLEST = 30


@dataclass(frozen=True, slots=True)
class Look:
    """One way for a post to stand in a picture; ``scales`` are the densities of screens, by turns."""

    name: str
    file: str
    width: int
    height: int
    scales: tuple[float, ...]


LOOKS = (
    Look("a status, as a phone's screenshot", "status.html", 390, 844, (2, 2.5, 3)),
    Look("a message in a chat", "chat.html", 390, 844, (2, 2.5, 3)),
    Look("a meme: outlined capitals on a picture", "meme.html", 800, 600, (1,)),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A post and the picture that it stands in."""

    post: Example
    look: Look
    file: Path


def drawn(posts: Sequence[Example], folder: Path) -> list[Drawn]:
    """Each post in one look, the looks by turns."""
    with _browser() as browser:
        return [_drawn(browser, post, number, folder) for number, post in enumerate(posts)]


def _drawn(browser: Browser, post: Example, number: int, folder: Path) -> Drawn:
    turn, place = divmod(number, len(LOOKS))
    look, file = LOOKS[place], folder / f"{number}.jpg"
    page = browser.new_page(
        viewport={"width": look.width, "height": look.height},
        device_scale_factor=look.scales[turn % len(look.scales)],
    )
    page.set_content(_page(look, post.text, turn))
    page.screenshot(path=file, type="jpeg", quality=_QUALITY)
    page.close()
    return Drawn(post, look, file)


def _page(look: Look, text: str, turn: int) -> str:
    words, photos = text.split(), practice()
    half = (len(words) + 1) // 2
    return Template((_TEMPLATES / look.file).read_text(encoding="utf-8")).substitute(
        text=escape(text),
        upper=escape(" ".join(words[:half])),
        lower=escape(" ".join(words[half:])),
        letters=next((size for most, size in _MEME_LETTERS if len(text) <= most), _SMALLEST),
        photo=b64encode(photos[turn % len(photos)].read_bytes()).decode(),
    )


@contextmanager
def _browser() -> Iterator[Browser]:
    driver = start_driver()
    try:
        yield driver.chromium.launch(executable_path=find_browser().path, args=list(_ALONE))
    finally:
        driver.stop()
