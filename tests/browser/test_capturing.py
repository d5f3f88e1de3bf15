"""The live door as a whole, on the little site: both lenses, every way to end, nothing left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from little_site import LOGIN, LittleSite, Reply
from live_door import Listener, a_platform, reads_home, types_password
from playwright.sync_api import Browser

from selfaudit.assembly import assemble
from selfaudit.browser.capture import Captured, capture
from selfaudit.browser.pace import Pace
from selfaudit.browser.view import SiteView
from selfaudit.errors import CaptureError, SignInAbandoned
from selfaudit.model.platform import Platform, WallSign
from selfaudit.model.visit import Account, Document, View
from selfaudit.model.vocabulary import Lens, Part

pytestmark = pytest.mark.browser

QUICK = Pace(page=(0, 0), scroll=(0, 0), quiet=0.06)


def reads_posts(view: View, _account: Account) -> Iterator[Part]:
    view.open("/feed?pages=1", Part.POSTS)
    view.scroll()
    yield Part.POSTS


def reads_all(view: View, account: Account) -> Iterator[Part]:
    yield from reads_home(view, account)
    yield from reads_posts(view, account)


@pytest.fixture
def run(
    site: LittleSite, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Captured]]:
    """Capture the little site in the browser of this file; afterwards no window of the capture is left."""
    monkeypatch.setattr("selfaudit.browser.entrances.open_browser", lambda *_, **__: nullcontext(browser))

    def captured(platform: Platform, **changes: object) -> Captured:
        settings = {"sign_in": types_password, "headless": True, "progress": Listener(), "site": site.root}
        settings |= {"pace": QUICK, "sign_in_limit": 4.0}
        return capture(platform, media_folder=tmp_path / "media", **{**settings, **changes})  # type: ignore[arg-type]

    yield captured
    assert browser.contexts == []


def test_the_owner_is_read_first_and_then_a_stranger_who_is_not_signed_in(
    site: LittleSite, run: Callable[..., Captured], tmp_path: Path
) -> None:
    listener = Listener()
    got = run(a_platform(reads_all, reads_posts), progress=listener)
    assert got.account == Account("alexm", "the home page greets alexm")
    assert got.done == {Lens.OWNER: (Part.BIO, Part.POSTS), Lens.PUBLIC: (Part.POSTS,)}
    assert got.stops == {Lens.OWNER: None, Lens.PUBLIC: None}
    assert got.addresses == {
        Lens.OWNER: (f"{site.root}/home", f"{site.root}/feed?pages=1"),
        Lens.PUBLIC: (f"{site.root}/feed?pages=1",),
    }
    parts = {lens: [(visit.lens, visit.part) for visit in visits] for lens, visits in got.visits.items()}
    assert parts == {
        Lens.OWNER: [(Lens.OWNER, Part.BIO), (Lens.OWNER, Part.BIO), (Lens.OWNER, Part.POSTS)],
        Lens.PUBLIC: [(Lens.PUBLIC, Part.POSTS)],
    }
    feeds = [one.signed_in for one in site.log if one.path.startswith("/feed")]
    assert feeds == [True, False]
    assert [one.path for one in site.log if one.method == "POST"] == ["/login"]
    assert {one.cookie for one in site.log[-3:]} == {""}
    files = {file.name for file in (tmp_path / "media").iterdir()}
    assert {f"media/{name}" for name in files} == set(got.visits[Lens.PUBLIC][0].media.values())
    assert listener.said == [
        "Opening Chromium.",
        "Signed in as alexm. Reading your profile as you see it yourself.",
        "Reading your profile as a stranger sees it, signed out.",
    ]
    assert listener.counted == [(1, 2), (2, 2), (1, 1)]


def test_a_wrong_password_is_told_as_a_sign_in_that_did_not_succeed(run: Callable[..., Captured]) -> None:
    with pytest.raises(SignInAbandoned) as told:
        run(
            a_platform(reads_home, reads_home),
            sign_in=lambda page: types_password(page, "wrong"),
            sign_in_limit=0.5,
        )
    assert told.value.sentence == "The sign-in did not succeed."


def test_a_person_is_waited_for_and_told_what_to_do(site: LittleSite, run: Callable[..., Captured]) -> None:
    listener = Listener()
    site.pages["/login"] = Reply(
        f"{LOGIN}<script>setTimeout(() => window.open('/popup'), 150)</script>",
    )
    site.pages["/popup"] = Reply("<script>setTimeout(() => {location = '/welcome'}, 200)</script>")
    site.pages["/welcome"] = Reply(
        '<p data-account="alexm">Welcome</p>', headers={"Set-Cookie": "session=alex; Path=/"}
    )
    got = run(a_platform(reads_home, reads_home), sign_in=None, progress=listener, sign_in_limit=6)
    assert got.done[Lens.OWNER] == (Part.BIO,)
    assert listener.said[1].startswith("Sign in to the little site in the browser window, as you always do.")
    assert "does not see your password" in listener.said[1]


def test_nothing_that_was_typed_is_looked_at_while_waiting(
    site: LittleSite, run: Callable[..., Captured]
) -> None:
    shows = "for (const field of [user, password]) field.setAttribute('value', 'hunter2')"
    site.pages["/login"] = Reply(f"{LOGIN}<script>{shows}</script>")
    seen: list[str] = []

    def remembers(document: Document) -> bool:
        seen.append(document.html)
        return False

    with pytest.raises(SignInAbandoned):
        run(a_platform(reads_home, reads_home, signed_in=remembers), sign_in=None, sign_in_limit=0.4)
    assert seen
    assert [html for html in seen if "hunter2" in html.partition("<script>")[0]] == []


def test_nobody_signing_in_ends_after_the_limit(site: LittleSite, run: Callable[..., Captured]) -> None:
    with pytest.raises(SignInAbandoned, match="Nobody signed in within the time") as told:
        run(a_platform(reads_home, reads_home), sign_in=None, sign_in_limit=0.4)
    assert "--attach" in told.value.next_step
    assert {one.path for one in site.log} <= {"/login", "/favicon.ico"}


def test_a_sign_in_page_that_refuses_the_browser_points_to_the_other_ways_in(
    site: LittleSite, run: Callable[..., Captured]
) -> None:
    site.pages["/login"] = Reply("<h1>Couldn't sign you in</h1><p>This browser or app may not be secure.</p>")
    listener = Listener()
    with pytest.raises(SignInAbandoned, match="may not be secure") as told:
        run(a_platform(reads_home, reads_home), sign_in=None, sign_in_limit=0.5, progress=listener)
    for way in ("--attach", "save the pages", "download of your data", "selfaudit import"):
        assert way in told.value.next_step
    assert len(listener.said) == 3
    assert "--attach" in listener.said[2]


@pytest.mark.parametrize("way", ["page", "context"])
def test_closing_the_window_while_signing_in_is_told_as_such(run: Callable[..., Captured], way: str) -> None:
    with pytest.raises(SignInAbandoned, match="window was closed before anybody had signed in"):
        run(
            a_platform(reads_home, reads_home),
            sign_in=lambda page: page.close() if way == "page" else page.context.close(),
        )


def test_a_site_that_does_not_say_who_is_signed_in_is_not_read(run: Callable[..., Captured]) -> None:
    with pytest.raises(CaptureError, match="did not say who is signed in"):
        run(a_platform(reads_home, reads_home, identify=lambda _view: None))


def test_a_wall_ends_its_own_lens_only(run: Callable[..., Captured]) -> None:
    def meets_sign_in(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        view.open("/private", Part.SETTINGS)
        yield Part.SETTINGS

    got = run(a_platform(meets_sign_in, meets_sign_in))
    assert got.done == {Lens.OWNER: (Part.BIO, Part.SETTINGS), Lens.PUBLIC: (Part.BIO,)}
    assert got.stops == {
        Lens.OWNER: None,
        Lens.PUBLIC: "the site asks for a sign-in before it shows this",
    }


def test_the_sites_own_walls_are_known_by_the_sites_own_words(
    site: LittleSite, run: Callable[..., Captured]
) -> None:
    site.pages["/pause"] = Reply("<h1>Have a little rest</h1>")

    def meets_pause(view: View, _account: Account) -> Iterator[Part]:
        view.open("/pause", Part.POSTS)
        yield Part.POSTS

    rest = WallSign("the site asked for a rest", text="have a little rest")
    got = run(a_platform(reads_home, meets_pause, walls=(rest,)))
    assert got.stops == {Lens.OWNER: None, Lens.PUBLIC: "the site asked for a rest"}
    assert got.done[Lens.PUBLIC] == ()


def test_a_site_on_its_guard_is_left_alone_by_the_other_lens_too(
    site: LittleSite, run: Callable[..., Captured]
) -> None:
    site.pages["/busy"] = Reply("<h1>Slow down</h1>", 429)

    def meets_limit(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        view.open("/busy", Part.SETTINGS)
        yield Part.SETTINGS

    got = run(a_platform(meets_limit, reads_home))
    reason = "the site said that it had been asked too much in a short time"
    assert got.stops == {Lens.OWNER: reason, Lens.PUBLIC: f"this was not begun, because {reason}"}
    assert got.visits[Lens.PUBLIC] == ()
    assert [visit.part for visit in got.visits[Lens.OWNER]] == [Part.BIO, Part.BIO]
    assert site.log[-1].path in {"/busy", "/favicon.ico"}


def test_a_list_that_goes_on_behind_a_button_does_not_count_as_read(
    site: LittleSite, run: Callable[..., Captured]
) -> None:
    site.pages["/list"] = Reply("<article>One</article><button>Load more</button>")

    def reads_list(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        view.open("/list", Part.BIO)
        view.scroll()
        yield Part.POSTS

    platform = a_platform(reads_list, reads_home)
    got = run(platform)
    assert got.done == {Lens.OWNER: (Part.BIO,), Lens.PUBLIC: (Part.BIO,)}
    assert got.stops == {Lens.OWNER: None, Lens.PUBLIC: None}
    assert platform.live is not None
    snapshot = assemble(platform, platform.live, got, site.root)
    assert [(gap.part, gap.lens, gap.reason) for gap in snapshot.gaps] == [
        (Part.POSTS, Lens.OWNER, "more of this is behind a button, and selfaudit presses none"),
        (Part.POSTS, Lens.PUBLIC, "the site showed nothing of this where it usually is"),
    ]


def test_stopping_keeps_what_was_read_and_begins_nothing_new(run: Callable[..., Captured]) -> None:
    def stops(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        raise KeyboardInterrupt

    got = run(a_platform(stops, reads_home))
    assert got.stops == {
        Lens.OWNER: "you stopped it",
        Lens.PUBLIC: "this was not begun, because you stopped it",
    }
    assert got.done == {Lens.OWNER: (Part.BIO,), Lens.PUBLIC: ()}
    assert "Hello Alex" in got.visits[Lens.OWNER][-1].documents[-1].html


def test_closing_the_window_keeps_what_was_read(run: Callable[..., Captured]) -> None:
    def closes(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        assert isinstance(view, SiteView)
        view._tab.page.context.close()
        view.open("/home", Part.BIO)
        yield Part.BIO

    got = run(a_platform(closes, reads_home))
    closed = "the browser window was closed"
    assert got.stops == {Lens.OWNER: closed, Lens.PUBLIC: f"this was not begun, because {closed}"}
    assert [visit.part for visit in got.visits[Lens.OWNER]] == [Part.BIO, Part.BIO]


def test_a_site_that_goes_away_keeps_what_was_read(site: LittleSite, run: Callable[..., Captured]) -> None:
    def loses_site(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        site.stop()
        view.open("/feed", Part.POSTS)

    got = run(a_platform(loses_site, reads_home))
    gone = "the site stopped answering"
    assert got.stops == {Lens.OWNER: gone, Lens.PUBLIC: f"this was not begun, because {gone}"}
    assert got.done[Lens.OWNER] == (Part.BIO,)
    assert len(got.visits[Lens.OWNER]) == 2


def test_a_platform_without_a_live_door_or_a_site_is_refused_before_any_browser_opens(
    run: Callable[..., Captured],
) -> None:
    closed = a_platform(reads_home, reads_home)
    with pytest.raises(CaptureError, match="has to know yours"):
        run(closed, site=None)
    with pytest.raises(CaptureError, match="cannot be read live"):
        run(Platform("none", "No door", closed.recognise, closed.parse))


def test_stopping_between_the_rounds_keeps_the_first(run: Callable[..., Captured]) -> None:
    class Interrupts(Listener):
        def say(self, message: str) -> None:
            super().say(message)
            if "stranger" in message:
                raise KeyboardInterrupt

    got = run(a_platform(reads_home, reads_home), progress=Interrupts())
    assert got.stops == {Lens.OWNER: None, Lens.PUBLIC: "you stopped it"}
    assert got.done == {Lens.OWNER: (Part.BIO,), Lens.PUBLIC: ()}
