"""The report in a real browser: nothing runs, nothing is asked for, and nothing is cut off at any width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from audited import a_finding, a_picture, a_piece, a_result
from rich_result import rich_result
from test_report_html import HOSTILE, with_every_text

from reports import render
from selfaudit.browser.finding import find_browser
from selfaudit.model.region import Region
from selfaudit.model.vocabulary import Outcome

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser().path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(render(rich_result(), "html"), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("hostile") / "report.html"
    file.write_text(render(with_every_text(rich_result(), " ".join(HOSTILE)), "html"), encoding="utf-8")
    return file


def opened(
    chromium: Browser, file: Path, width: int, *, scripts: bool = True, **options: str
) -> tuple[Page, list[str]]:
    """The report on a screen of this width, and everything that it asked for or complained about."""
    heard: list[str] = []
    page = chromium.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=scripts, **options
    ).new_page()
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.goto(file.as_uri())
    return page, [one for one in heard if not one.startswith("data:image/")]


def width_of(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_is_asked_for_and_nothing_runs_over_the_edge(
    chromium: Browser, report: Path, width: int, scheme: str
) -> None:
    page, heard = opened(chromium, report, width, color_scheme=scheme)
    assert heard == [report.as_uri()]
    assert width_of(page) == width
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_with_scripts_off_all_of_it_is_there(chromium: Browser, report: Path, width: int) -> None:
    page, heard = opened(chromium, report, width, scripts=False)
    assert heard == [report.as_uri()]
    page.locator("details summary").first.click()
    assert page.locator("main h2").first.is_visible()
    assert page.locator("details .piece").last.is_visible()
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_hostile_profile_neither_runs_nor_breaks_the_page(
    chromium: Browser, hostile_report: Path, width: int
) -> None:
    page, heard = opened(chromium, hostile_report, width)
    assert heard == [hostile_report.as_uri()]
    assert page.evaluate("document.scripts.length") == 0
    assert width_of(page) == width
    page.context.close()


@pytest.mark.parametrize("size", [(300, 900), (2000, 300), (640, 640), (40, 40)])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_picture_fills_its_frame_whatever_its_shape(
    chromium: Browser, tmp_path: Path, size: tuple[int, int], width: int
) -> None:
    piece = a_piece(None, picture=a_picture(), picture_size=size, region=Region(1, 1, 20, 20))
    file = tmp_path / "report.html"
    file.write_text(render(a_result(a_finding(Outcome.CONCERN, piece)), "html"), encoding="utf-8")
    page, _ = opened(chromium, file, width)
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        frame, picture = (
            page.locator("svg.photo").bounding_box(),
            page.locator("svg.photo image").bounding_box(),
        )
        assert frame
        assert picture
        for side, longest in (("width", 416), ("height", 320)):
            assert frame[side] == pytest.approx(picture[side], abs=3)
            assert frame[side] <= longest + 1
    page.context.close()


def test_on_paper_folded_lists_are_open_and_addresses_short(chromium: Browser, report: Path) -> None:
    page, _ = opened(chromium, report, 800)
    page.emulate_media(media="print")
    folded = page.locator("details .piece, details .addresses li")
    heights = folded.evaluate_all("every => every.map(one => one.getBoundingClientRect().height)")
    assert len(heights) == 11
    assert min(heights) > 0
    assert page.locator("a.skip").is_hidden()
    assert page.locator(".paper").first.is_visible()
    page.context.close()


def test_the_keyboard_reaches_the_skip_link_first_and_shows_where_it_is(
    chromium: Browser, report: Path
) -> None:
    page, _ = opened(chromium, report, 1280)
    page.keyboard.press("Tab")
    focused = page.evaluate(
        "(() => { const it = document.activeElement, look = getComputedStyle(it);"
        " return [it.className, it.getBoundingClientRect().left >= 0, look.outlineStyle] })()"
    )
    assert focused == ["skip", True, "solid"]
    page.context.close()
