"""The yardstick: a plain Playwright script that loads the same pages, scrolls as far, asks for the same data.

It knows the way beforehand, looks for no wall, records nothing and keeps no picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from selfaudit.browser.finding import find_browser
from selfaudit.browser.session import ARGUMENTS
from selfaudit.model.vocabulary import Lens
from selfaudit.practice import sign_in

_SAME_IN_A_ROW = 3
_WAIT_MS = 100
_SCROLL = "() => { scrollBy(0, innerHeight * 0.85); return document.documentElement.outerHTML.length; }"
_AT_END = "() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1"
_ASK = "address => fetch(address).then(answer => answer.text())"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the way: whether it was scrolled, and which data was asked for on it."""

    address: str
    scrolled: bool
    data: tuple[str, ...] = ()


def walk(root: str, ways: Mapping[Lens, Sequence[Step]]) -> int:
    """Sign in and walk both ways; how many letters of mark-up came."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser().path,
            args=[*ARGUMENTS, "--no-sandbox"],
            downloads_path=Path(folder),
        )
        owner = _window(browser)
        page = owner.new_page()
        page.goto(f"{root}/login")
        sign_in(page)
        letters = sum(_read(page, step) for step in ways[Lens.OWNER])
        owner.close()
        page = _window(browser).new_page()
        letters += sum(_read(page, step) for step in ways[Lens.PUBLIC])
        browser.close()
    return letters


def _window(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 1280, "height": 900})


def _read(page: Page, step: Step) -> int:
    page.goto(step.address)
    if step.scrolled:
        _to_the_end(page)
    for address in step.data:
        page.evaluate(_ASK, address)
    return len(page.content())


def _to_the_end(page: Page) -> None:
    length, same = 0, 0
    while same < _SAME_IN_A_ROW:
        before, length = length, int(page.evaluate(_SCROLL))
        page.wait_for_timeout(_WAIT_MS)
        same = same + 1 if length == before and page.evaluate(_AT_END) else 0
