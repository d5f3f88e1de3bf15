"""A page that is open already is read as it stands; a picture that is asked for is kept like any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from little_site import LittleSite, Reply, picture
from playwright.sync_api import Page

from selfaudit.browser.finding import find_browser
from selfaudit.browser.guard import ReadOnly
from selfaudit.browser.pace import Pace
from selfaudit.browser.pictures import Pictures
from selfaudit.browser.recorder import Recorder
from selfaudit.browser.session import fresh_context, open_browser
from selfaudit.browser.shelf import Shelf
from selfaudit.browser.signals import LedAway, WallMet
from selfaudit.browser.sites import site_at
from selfaudit.browser.tab import Tab
from selfaudit.browser.view import SiteView
from selfaudit.model.vocabulary import Lens, Part

pytestmark = pytest.mark.browser
QUICK = Pace(page=(0, 0), scroll=(0, 0), quiet=0.06)
ONCE = "<title>Account</title><p id=who></p><script>who.textContent = location.hash || 'nobody'</script>"


@pytest.fixture
def seen(site: LittleSite, tmp_path: Path) -> Iterator[tuple[SiteView, Page]]:
    with (
        open_browser(find_browser(), headless=True, on_this_computer=True) as browser,
        fresh_context(browser, headless=True) as context,
    ):
        where, pictures, page = site_at(site.root), Pictures(tmp_path / "media"), context.new_page()
        guard = ReadOnly(browser, pictures)
        recorder = Recorder(context, where, pictures, Shelf(tmp_path))
        yield SiteView(Lens.OWNER, where, Tab(page, recorder, QUICK), pictures), page
        guard.end()


def test_what_lives_in_the_open_page_only_is_read_without_loading_it_anew(
    site: LittleSite, seen: tuple[SiteView, Page]
) -> None:
    view, page = seen
    site.pages["/account"] = Reply(ONCE)
    page.goto(f"{site.root}/account")
    page.evaluate("document.getElementById('who').textContent = 'signed in as alex'")
    document = view.here(Part.BIO)
    assert "signed in as alex" in document.html
    assert site.asked("/account") == 1
    (visit,) = view.visits
    assert (visit.part, visit.lens, visit.documents) == (Part.BIO, Lens.OWNER, (document,))
    assert view.fetch("/pictures/1.png").status == 200
    assert page.inner_text("#who") == "signed in as alex"


def test_a_blank_page_and_a_login_wall_are_told_like_anywhere(
    site: LittleSite, seen: tuple[SiteView, Page]
) -> None:
    view, page = seen
    with pytest.raises(LedAway):
        view.here(Part.OTHER)
    page.goto(f"{site.root}/login")
    with pytest.raises(WallMet):
        view.here(Part.OTHER)


def test_a_picture_that_is_asked_for_is_kept_as_a_picture_and_not_as_data(
    site: LittleSite, seen: tuple[SiteView, Page], tmp_path: Path
) -> None:
    view, page = seen
    page.goto(f"{site.root}/home")
    view.here(Part.IMAGES)
    answer = view.fetch("/pictures/3.png")
    assert answer.body == picture(3)
    (visit,) = view.visits
    assert visit.responses == ()
    assert {address: (tmp_path / file).read_bytes() for address, file in visit.media.items()} == {
        f"{site.root}/pictures/3.png": picture(3)
    }
