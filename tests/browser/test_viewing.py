"""What a walk can see through a real browser, and what it cannot do."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from little_site import LittleSite, Reply, picture
from playwright.sync_api import Browser

from selfaudit.browser import scripts
from selfaudit.browser.guard import ReadOnly
from selfaudit.browser.more import offers_more
from selfaudit.browser.pace import Pace
from selfaudit.browser.pictures import Pictures
from selfaudit.browser.recorder import Recorder
from selfaudit.browser.session import ARGUMENTS, fresh_context
from selfaudit.browser.shelf import Shelf
from selfaudit.browser.signals import (
    BrowserFault,
    ConnectionLost,
    LedAway,
    TooLong,
    WalkEnded,
    WallMet,
    WindowClosed,
)
from selfaudit.browser.sites import site_at
from selfaudit.browser.tab import Tab
from selfaudit.browser.view import SiteView
from selfaudit.model.visit import View
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.reading import soup_of, visible_text

QUICK = Pace(page=(0, 0), scroll=(0, 0), quiet=0.06)

pytestmark = pytest.mark.browser


@pytest.fixture
def look(browser: Browser, site: LittleSite, tmp_path: Path) -> Iterator[SiteView]:
    with fresh_context(browser, headless=True) as context:
        where, pictures = site_at(site.root), Pictures(tmp_path / "media")
        guard = ReadOnly(browser, pictures)
        recorder = Recorder(context, where, pictures, Shelf(tmp_path))
        yield SiteView(Lens.PUBLIC, where, Tab(context.new_page(), recorder, QUICK), pictures)
        guard.end()


def paced(look: SiteView, pace: Pace) -> SiteView:
    look._tab.pace = pace
    return look


def posts_in(html: str) -> list[int]:
    return sorted({int(number) for number in re.findall(r"Post (\d+), which", html)})


def test_a_page_is_recorded_as_it_stands_after_its_scripts_ran(site: LittleSite, look: SiteView) -> None:
    site.pages["/late"] = Reply(
        "<p id=a>before</p><script>fetch('/j').then(r => r.json()).then(j => a.textContent = j.word)</script>"
    )
    site.pages["/j"] = Reply('{"word": "after"}', kind="application/json")
    site.slow["/j"] = 0.4
    document = look.open("/late", Part.POSTS)
    assert "after" in document.html
    assert document.status == 200
    (visit,) = look.visits
    assert (visit.lens, visit.part, [one.url for one in visit.documents]) == (
        Lens.PUBLIC,
        Part.POSTS,
        [f"{site.root}/late"],
    )
    assert [(one.url, one.body, one.status) for one in visit.responses] == [
        (f"{site.root}/j", b'{"word": "after"}', 200)
    ]
    assert look.addresses == (f"{site.root}/late",)


def test_data_is_recorded_with_what_was_asked_and_also_under_a_false_name(
    site: LittleSite, look: SiteView
) -> None:
    site.pages["/app"] = Reply(
        "<script>fetch('/graphql', {method: 'POST', body: 'name=ProfileQuery'}); fetch('/fragment')</script>"
    )
    site.pages["/graphql"] = Reply('{"data": 1}\n{"data": 2}', kind="text/html")
    site.pages["/fragment"] = Reply("<p>not data</p>", kind="text/html")
    look.open("/app", Part.POSTS)
    assert [(one.url, one.body, one.request_body) for one in look.visits[0].responses] == [
        (f"{site.root}/graphql", b'{"data": 1}\n{"data": 2}', "name=ProfileQuery")
    ]


def test_a_feed_that_is_opened_is_recorded_as_data(site: LittleSite, look: SiteView) -> None:
    site.pages["/feed.xml"] = Reply("<rss><channel/></rss>", kind="application/rss+xml; charset=utf-8")
    site.pages["/atom"] = Reply("<feed/>", kind="application/atom+xml")
    look.open("/feed.xml", Part.POSTS)
    look.fetch("/atom")
    assert [one.body for one in look.visits[0].responses] == [b"<rss><channel/></rss>", b"<feed/>"]


def test_scrolling_reads_a_lazy_list_to_its_end(site: LittleSite, look: SiteView) -> None:
    look.open("/feed", Part.POSTS)
    document = look.scroll()
    assert posts_in(document.html) == list(range(10, 50))
    (visit,) = look.visits
    pages = [json.loads(one.body)["posts"][0]["id"] for one in visit.responses]
    assert pages == [10, 20, 30, 40]
    assert len(visit.documents) == 1


def test_slow_data_does_not_look_like_the_end(site: LittleSite, look: SiteView) -> None:
    site.slow["/api/posts"] = 0.4
    look.open("/feed?pages=3", Part.POSTS)
    assert posts_in(look.scroll().html) == list(range(10, 40))


def test_a_list_that_takes_entries_away_is_read_in_stretches(look: SiteView) -> None:
    look.open("/virtual", Part.POSTS)
    look.scroll()
    (visit,) = look.visits
    seen = {int(n) for one in visit.documents for n in re.findall(r"Entry number (\d+) ", one.html)}
    assert seen == set(range(150))
    assert 5 < len(visit.documents) < 40


def test_a_very_long_list_is_handed_over_in_stretches_and_whole_to_the_walk(
    site: LittleSite, look: SiteView
) -> None:
    entries = "".join(f"<article>Post {number}, which is short</article>" for number in range(1, 1101))
    site.pages["/long"] = Reply(f"<h1>All posts</h1><main>{entries}</main>")
    look.open("/long", Part.POSTS)
    whole = look.scroll()
    (visit,) = look.visits
    assert posts_in(whole.html) == list(range(1, 1101))
    assert visit.documents == whole.stretches
    assert [(len(posts_in(one.html)), one.html.count("All posts")) for one in visit.documents] == [
        (500, 1),
        (500, 1),
        (100, 1),
    ]
    assert sorted(post for one in visit.documents for post in posts_in(one.html)) == posts_in(whole.html)


def test_pictures_are_asked_for_once_and_kept_once_for_the_owner_alone(
    site: LittleSite, look: SiteView
) -> None:
    site.pages["/other"] = Reply(
        '<img src="/pictures/3.png"><img src="/same-as-3.png"><img src="/moved.png">'
    )
    site.pages["/same-as-3.png"] = Reply(picture(3), kind="image/png")
    site.pages["/moved.png"] = Reply("", 302, headers={"Location": "/pictures/5.png"})
    look.open("/feed", Part.POSTS)
    look.scroll()
    look.open("/other", Part.IMAGES)
    assert {n: site.asked(f"/pictures/{n}.png") for n in range(7)} == dict.fromkeys(range(7), 1)
    media = look.visits[-1].media
    named = {f"/pictures/{n}.png" for n in range(7)} | {"/same-as-3.png", "/moved.png"}
    assert set(media) == {site.root + name for name in named}
    assert media[f"{site.root}/same-as-3.png"] == media[f"{site.root}/pictures/3.png"]
    assert media[f"{site.root}/moved.png"] == media[f"{site.root}/pictures/5.png"]
    files = list((look._pictures._folder).iterdir())
    assert {f"media/{file.name}" for file in files} == set(media.values())
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(look._pictures._folder.stat().st_mode) == 0o700
    assert all(re.fullmatch(r"[0-9a-f]{24}\.png", file.name) for file in files)


def test_counters_drawings_and_pages_named_as_pictures_are_not_kept(site: LittleSite, look: SiteView) -> None:
    site.pages["/p"] = Reply(
        "<img src=/dot.gif><img src=/drawing.svg><img src=/lie.png><img src=/broken.png>"
    )
    site.pages["/dot.gif"] = Reply(b"GIF89a" + b"\0" * 37, kind="image/gif")
    site.pages["/drawing.svg"] = Reply("<svg xmlns='http://www.w3.org/2000/svg'/>" * 9, kind="image/svg+xml")
    site.pages["/lie.png"] = Reply("<html>" + "x" * 500, kind="image/png")
    site.pages["/broken.png"] = Reply(picture(1), 500, kind="image/png")
    look.open("/p", Part.IMAGES)
    assert look.visits[0].media == {}


def test_the_size_that_the_browser_took_is_found_under_the_name_in_the_mark_up(
    site: LittleSite, look: SiteView
) -> None:
    site.pages["/p"] = Reply('<img src="/small.png" srcset="/pictures/2.png 1x">')
    look.open("/p", Part.IMAGES)
    media = look.visits[0].media
    assert media[f"{site.root}/small.png"] == media[f"{site.root}/pictures/2.png"]
    assert site.asked("/small.png") == 0


def test_other_sites_are_never_opened(site: LittleSite, look: SiteView) -> None:
    for address in (
        "http://example.org/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://localhost:1/",
    ):
        with pytest.raises(LedAway):
            look.open(address, Part.POSTS)
        with pytest.raises(LedAway):
            look.fetch(address)
    assert site.log == []


def test_being_sent_on_to_another_site_is_a_wall(site: LittleSite, look: SiteView) -> None:
    elsewhere = site.root.replace("127.0.0.1", "localhost")
    site.pages["/away"] = Reply("", 302, headers={"Location": f"{elsewhere}/home"})
    with pytest.raises(WallMet, match="another site"):
        look.open("/away", Part.POSTS)
    assert look.visits == ()


def test_no_page_is_left_by_sending_a_form(site: LittleSite, look: SiteView) -> None:
    form = "<form id=f method=post action=/delete><input name=all value=yes></form>"
    site.pages["/trap"] = Reply(f"{form}<script>setTimeout(() => f.submit(), 60)</script>still here")
    site.pages["/frame"] = Reply("<iframe src=/trap></iframe><script>window.open('/trap')</script>outside")
    assert "still here" in look.open("/trap", Part.POSTS).html
    look.scroll()
    assert "outside" in look.open("/frame", Part.POSTS).html
    look.scroll()
    assert site.asked("/delete", "POST") == 0
    assert site.asked("/delete") == 0


def test_windows_dialogs_and_downloads_of_a_page_do_not_stop_a_walk(site: LittleSite, look: SiteView) -> None:
    site.pages["/noisy"] = Reply(
        "<body>calm<script>alert('hello'); if (confirm('sure?')) document.body.textContent = 'yes';"
        "location = '/file.zip'</script>"
    )
    site.pages["/file.zip"] = Reply(b"PK", kind="application/zip")
    assert "calm" in look.open("/noisy", Part.POSTS).html
    with pytest.raises(WallMet, match="a file where a page was expected"):
        look.open("/file.zip", Part.POSTS)
    assert "Welcome" in look.open("/home", Part.BIO).html


def test_what_was_typed_as_a_password_never_comes_along(site: LittleSite, look: SiteView) -> None:
    site.pages["/settings"] = Reply(
        "<h1>Settings</h1><input value=visible><input type=password value=hunter2>"
        "<input type=password value=hunter3>"
    )
    html = look.open("/settings", Part.SETTINGS).html
    assert "hunter" not in html
    assert "visible" in html


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_not_there_is_an_answer(site: LittleSite, look: SiteView, status: int) -> None:
    site.pages["/gone"] = Reply("<h1>Page not found</h1>", status)
    site.pages["/empty"] = Reply("", status)
    assert look.open("/gone", Part.POSTS).status == status
    empty = look.open("/empty", Part.POSTS)
    assert (empty.url, empty.html, empty.status) == (f"{site.root}/empty", "", status)
    assert "Welcome" in look.open("/home", Part.BIO).html
    assert look.fetch("/gone").status == status


@pytest.mark.parametrize(
    ("status", "alarm"), [(401, False), (403, False), (429, True), (451, False), (500, False), (999, True)]
)
def test_a_refusal_ends_the_walk(site: LittleSite, look: SiteView, status: int, alarm: bool) -> None:
    site.pages["/no"] = Reply("<h1>No</h1>", status)
    site.pages["/empty"] = Reply("", status)
    look.open("/home", Part.BIO)
    for address, way in (("/no", look.open), ("/empty", look.open)):
        with pytest.raises(WallMet) as wall:
            way(address, Part.POSTS)
        assert wall.value.alarm is alarm
    look.open("/home", Part.BIO)
    with pytest.raises(WallMet):
        look.fetch("/no")
    assert {visit.part for visit in look.visits} == {Part.BIO}


def test_a_sign_in_form_where_a_page_was_asked_for_is_a_wall(look: SiteView) -> None:
    with pytest.raises(WallMet, match="asks for a sign-in"):
        look.open("/private", Part.POSTS)


def test_a_sign_in_form_over_the_list_is_a_wall_only_when_more_is_wanted(
    site: LittleSite, look: SiteView
) -> None:
    site.pages["/teaser"] = Reply(
        "<article><p>The first post of several</p></article><div role=dialog style='position:fixed;top:9px'>"
        "Log in to see more<input type=password></div>"
    )
    assert "first post" in look.open("/teaser", Part.POSTS).html
    with pytest.raises(WallMet, match="before it shows more"):
        look.scroll()
    assert "first post" in look.visits[0].documents[0].html


@pytest.mark.parametrize(("status", "alarm"), [(401, False), (403, False), (429, True), (503, False)])
def test_a_list_that_ends_in_a_refusal_has_not_ended(look: SiteView, status: int, alarm: bool) -> None:
    look.open(f"/feed?refuse={status}", Part.POSTS)
    with pytest.raises(WallMet) as wall:
        look.scroll()
    assert wall.value.alarm is alarm
    assert posts_in(look.visits[0].documents[-1].html) == list(range(10, 30))


def test_a_refusal_beside_the_list_is_no_wall(site: LittleSite, look: SiteView) -> None:
    site.pages["/page"] = Reply(
        "<p style='height:3000px'>A long page</p>"
        "<script>const ask = () => fetch('/api/notices'); ask(); setInterval(ask, 100)</script>"
    )
    site.pages["/api/notices"] = Reply("{}", 401, "application/json")
    look.open("/page", Part.POSTS)
    assert "A long page" in look.scroll().html


LIST = "<main><article><p>One</p>{inside}</article><article><p>Two</p></article></main>"


MORE = (
    "<button>Load more</button>",
    "<div role=button tabindex=0>Show 12 more posts</div>",
    "<input type=button value='Older posts'>",
    "<a href=# onclick='return false'>See more</a>",
    "<button>Llwytho mwy</button>",
    "<button>↓ Afficher 12 plus</button>",
    "<button>Ältere Beiträge</button>",
    "<button>Załaduj więcej</button>",
    "<button>Ver más</button>",
    "<button>Carregar mais</button>",
    "<button>مزید دیکھیں</button>",
    "<button aria-label='Zobacz więcej'><svg width=20 height=20></svg></button>",
    "<button class='list-loadMore'>Другое</button>",
    "<div role=button tabindex=0 data-testid=show-more>続き</div>",
    "<article aria-posinset=3 aria-setsize=40>Three</article>",
    "<a href=/feed?page=2>Older posts</a>",
    "<a rel='nofollow next' href=/feed?page=2>続き</a>",
)
NO_MORE = (
    "<button disabled>Load more</button>",
    "<button style='display:none'>Load more</button>",
    "<button>Log out</button><button>More</button><a href=/more>Read more about us</a>",
    "<footer><a href=/old>More stories from people whom you may or may not know</a></footer>",
    "<aside><button>Show more</button></aside>",
    "<button>Plus d'informations sur nous</button><button>Mehrwert</button><button>Ver</button>",
    "<nav><button class=show-more>Languages</button></nav><a class=see-more href=/about>About</a>",
    "<article aria-posinset=3 aria-setsize=3>Three</article>",
    "<article aria-posinset=3 aria-setsize=-1>Three</article>",
)


def test_a_button_that_would_load_more_is_known_from_its_look_alikes(
    site: LittleSite, look: SiteView
) -> None:
    inside = "<button>See more</button><button>View 3 more comments</button>"
    seen = {}
    for after in (*MORE, *NO_MORE):
        site.pages["/list"] = Reply("<button>Show older</button>" + LIST.format(inside=inside) + after)
        look.open("/list", Part.POSTS)
        seen[after] = look._tab.run(scripts.UNPRESSED, offers_more())
    links = {after: [f"{site.root}/feed?page=2"] for after in MORE[-2:]}
    assert seen == {after: links.get(after, [""]) for after in MORE} | {after: [] for after in NO_MORE}


def test_a_link_to_the_next_post_is_no_longer_list(site: LittleSite, look: SiteView) -> None:
    site.pages["/post"] = Reply("<main><article>Only one</article></main><a rel=next href=/post2>Tea</a>")
    look.open("/post", Part.POSTS)
    assert look._tab.run(scripts.UNPRESSED, offers_more()) == []


SHADED = """<div id=host></div><input type=password value=light><script>
  const shade = host.attachShadow({mode: 'open'});
  shade.innerHTML = '<p>Kept in the shade</p><slot></slot>'
    + '<input type=password value=hidden><span id=inner></span>';
  shade.getElementById('inner').attachShadow({mode: 'open'}).innerHTML = '<p>deeper still</p>';
</script>"""


def test_open_shadow_roots_are_written_down_and_no_password_with_them(
    site: LittleSite, look: SiteView
) -> None:
    site.pages["/shade"] = Reply(SHADED)
    html = look.open("/shade", Part.POSTS).html
    kept = html.partition("<script")[0]
    assert '<template shadowrootmode="open"><p>Kept in the shade</p>' in kept
    assert '<template shadowrootmode="open"><p>deeper still</p></template>' in kept
    assert "value=" not in kept
    assert visible_text(soup_of(kept)) == "Kept in the shade deeper still"


def test_what_arrives_in_a_shadow_root_while_scrolling_is_waited_for(
    site: LittleSite, look: SiteView
) -> None:
    site.pages["/shade"] = Reply(
        "<div id=host></div><div style='height:3000px'></div><script>"
        "const shade = host.attachShadow({mode: 'open'}); let count = 0;"
        "addEventListener('scroll', () => { if (count < 5) shade.innerHTML +="
        " `<p>Post ${10 + count++}, which came late</p>`; });</script>"
    )
    look.open("/shade", Part.POSTS)
    assert posts_in(look.scroll().html) == [10, 11, 12, 13, 14]


def test_a_list_that_goes_on_behind_a_button_is_told_and_the_button_is_not_pressed(
    site: LittleSite, look: SiteView
) -> None:
    site.pages["/list"] = Reply(
        LIST.format(inside="") + "<button onclick=\"fetch('/pressed')\">Load more</button>"
    )
    look.open("/list", Part.IMAGES)
    look.scroll()
    assert look.unpressed == {Part.IMAGES}
    assert site.asked("/pressed") == 0


def test_a_link_to_more_that_the_walk_follows_hides_nothing(site: LittleSite, look: SiteView) -> None:
    site.pages["/list"] = Reply(LIST.format(inside="") + "<a href=/list2>Older posts</a>")
    site.pages["/list2"] = Reply(LIST.format(inside=""))
    for address in ("/list", "/list2"):
        look.open(address, Part.COMMENTS)
        look.scroll()
    assert look.unpressed == frozenset()


def test_an_endless_list_is_told_as_such_and_what_was_read_is_kept(look: SiteView) -> None:
    look = paced(look, Pace(page=(0, 0), scroll=(0, 0), quiet=0.1, most_scrolls=6))
    look.open("/feed?pages=1000", Part.POSTS)
    with pytest.raises(TooLong, match="too long"):
        look.scroll()
    assert len(posts_in(look.visits[0].documents[-1].html)) >= 20


def test_data_is_asked_for_as_the_page_could_ask(site: LittleSite, look: SiteView) -> None:
    site.pages["/data"] = Reply('{"posts": []}', kind="application/json")
    look.open("/home", Part.BIO)
    response = look.fetch("/data", {"X-Nonce": "7"})
    assert (response.body, response.status) == (b'{"posts": []}', 200)
    (request,) = [one for one in site.log if one.path == "/data"]
    assert (request.method, request.headers["X-Nonce"]) == ("GET", "7")
    assert [one.url for one in look.visits[0].responses] == [f"{site.root}/data"]


def test_data_can_be_asked_for_before_any_page_was_opened(site: LittleSite, look: SiteView) -> None:
    site.pages["/data"] = Reply("[]", kind="application/json")
    assert look.fetch("/data").body == b"[]"


def test_a_site_that_goes_away_is_told_from_a_wall(site: LittleSite, look: SiteView) -> None:
    look.open("/home", Part.BIO)
    site.stop()
    for ask in (lambda: look.fetch("/data"), lambda: look.open("/feed", Part.POSTS)):
        with pytest.raises(ConnectionLost, match="the site stopped answering") as end:
            ask()
        assert end.value.over
    assert [visit.part for visit in look.visits] == [Part.BIO]


def test_data_that_the_page_may_not_have_is_no_lost_connection(site: LittleSite, look: SiteView) -> None:
    site.pages["/strict"] = Reply("strict", headers={"Content-Security-Policy": "connect-src 'none'"})
    look.open("/strict", Part.BIO)
    with pytest.raises(BrowserFault) as end:
        look.fetch("/data")
    assert not end.value.over


def test_a_window_that_the_person_closed_ends_the_walk(look: SiteView) -> None:
    look.open("/home", Part.BIO)
    look._tab.page.close()
    for ask in (look.scroll, lambda: look.open("/feed", Part.POSTS), lambda: look.fetch("/api/posts?page=1")):
        with pytest.raises(WindowClosed):
            ask()
    assert "Welcome" in look.visits[0].documents[0].html


def test_what_was_scrolled_to_is_kept_when_the_person_stops(
    site: LittleSite, look: SiteView, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.slow["/api/posts"] = 0.1
    look.open("/feed?pages=50", Part.POSTS)
    settle, times = look._tab._until_still, iter(range(1000))

    def stop_at_fourth() -> None:
        settle()
        if next(times) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(look._tab, "_until_still", stop_at_fourth)
    with pytest.raises(KeyboardInterrupt):
        look.scroll()
    assert len(posts_in(look.visits[0].documents[-1].html)) >= 20


def test_pages_are_opened_at_the_given_pace(look: SiteView, monkeypatch: pytest.MonkeyPatch) -> None:
    look, pauses = paced(look, Pace(page=(3, 3), scroll=(2, 2), quiet=0.05)), []
    wait = look._tab.wait
    monkeypatch.setattr(
        look._tab, "wait", lambda seconds: pauses.append(seconds) if seconds >= 2 else wait(seconds)
    )
    look.open("/home", Part.BIO)
    look.open("/home", Part.BIO)
    look.fetch("/home")
    assert pauses == [3, 3]
    look.scroll()
    assert pauses[2:] == [2, 2, 2]


def test_nothing_hides_that_a_program_drives_the_browser(look: SiteView) -> None:
    assert not [one for one in ARGUMENTS if "automation" in one.lower() or "user-agent" in one]
    look.open("/home", Part.BIO)
    assert look._tab.run("navigator.webdriver") is True


def test_a_view_is_all_that_a_walk_needs(look: SiteView) -> None:
    view: View = look
    assert (view.lens, view.site.startswith("http://127.0.0.1")) == (Lens.PUBLIC, True)
    assert issubclass(WallMet, WalkEnded)
