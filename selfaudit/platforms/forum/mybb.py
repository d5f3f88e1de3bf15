"""MyBB 1.8, by its standard theme. No real page was to be had: this follows the published templates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Connection
from selfaudit.platforms.forum.engine import Engine, Page, Ways
from selfaudit.platforms.forum.material import Entry, Material, Member, Who
from selfaudit.platforms.forum.settings import MYBB as SWITCHES
from selfaudit.platforms.forum.writing import (
    form_values,
    generator,
    in_zone,
    link_of,
    number_of,
    pairs,
    words_of,
    zone_stated,
)
from selfaudit.platforms.reading import absolute, visible_text

_USER = re.compile(r"(?:[?&]uid=|user-)(\d+)")
_POST, _THREAD = re.compile(r"(?:[?&]pid=|#pid|post-)(\d+)"), re.compile(r"(?:[?&]tid=|thread-)(\d+)")
_PROFILE = "a[href*='action=profile'], a[href*='user-']"
_QUOTES = "blockquote, .codeblock .title"
_FACTS = {"location": "location", "sex": "gender", "bio": "bio", "occupation": "occupation"}


def knows(soup: BeautifulSoup) -> bool:
    """Whether MyBB made this page."""
    if generator(soup).startswith("mybb"):
        return True
    scripts = "script[src*='jscripts/general.js'], script[src*='mybb']"
    return soup.select_one(scripts) is not None and soup.select_one("#container, #panel") is not None


def read(page: Page) -> Material:
    """Everything that a page shows."""
    soup = page.soup
    found = Material(viewer=_viewer(soup), nobody=_nobody(soup))
    member = _profile(page)
    if member:
        found.about = member.who
        found.members.append(member)
    thread = _thread(soup, page)
    found.entries += [
        entry for post in soup.select(".post[id^='post_']") if (entry := _entry(post, page, thread))
    ]
    found.entries += [
        entry for row in soup.select("tr.inline_row") if (entry := _listed(row, page, found.about))
    ]
    for post in soup.select(".post[id^='post_']"):
        signature = post.select_one(".signature")
        if signature:
            found.members.append(Member(_writer(post), signature=words_of(signature, page.base).text))
    found.lists += ["lists"] if soup.select_one("#buddy_list") and soup.select_one("#ignore_list") else []
    found.connections += _people(soup)
    if soup.select_one("form[action*='usercp.php']"):
        found.values.append(("mybb", form_values(soup, "form[action*='usercp.php']"), page.at))
    return found


def _viewer(soup: BeautifulSoup) -> Member | None:
    """Whom the panel welcomes back, beside a way to sign out."""
    own = soup.select_one("#panel .welcome a[href], .welcome a[href*='profile'], .welcome a[href*='user-']")
    if own is None or soup.select_one("a[href*='action=logout']") is None:
        return None
    number = number_of(link_of(own), _USER)
    return Member(Who(number, visible_text(own))) if number and visible_text(own) else None


def _nobody(soup: BeautifulSoup) -> bool:
    login = soup.select_one("#panel a.login, .welcome a.login, .welcome a[href*='action=login']")
    return login is not None and soup.select_one("a[href*='action=logout']") is None


def _profile(page: Page) -> Member | None:
    """A member's page: its fields stand in tables of two columns."""
    named = page.soup.select_one("fieldset .largetext strong, td .largetext strong")
    if named is None or (
        number_of(page.url, _USER) is None and "profile" not in str(page.soup.title).casefold()
    ):
        return None
    rows = []
    for row in page.soup.select("table.tborder tr"):
        cells = row.find_all("td", recursive=False)
        if len(cells) == 2:  # noqa: PLR2004 - a label and a value
            rows.append((visible_text(cells[0]).strip(" :"), visible_text(cells[1])))
    searched = page.soup.select_one("a[href*='action=finduser']")
    number = number_of(link_of(searched), _USER) or number_of(page.url, _USER)
    total = next((text for label, text in rows if label.casefold() == "total posts"), "").partition(" ")[0]
    signature = page.soup.select_one("td.scaleimages")
    facts = pairs(rows, _FACTS)
    return Member(
        Who(number, visible_text(named)),
        bio=next((value for label, value in facts if label == "bio"), ""),
        signature=words_of(signature, page.base).text if signature else "",
        facts=tuple((label, value) for label, value in facts if label != "bio"),
        url=page.url if page.url.startswith("http") else None,
        posts=int(total.replace(",", "")) if total.replace(",", "").isdecimal() else None,
    )


def _thread(soup: BeautifulSoup, page: Page) -> str | None:
    canonical = soup.select_one("link[rel='canonical'][href], a[href*='printthread.php']")
    return number_of(link_of(canonical), _THREAD) or number_of(page.url, _THREAD)


def _writer(post: Tag) -> Who:
    link = post.select_one(f".author_information {_PROFILE}, .largetext a[href]") or post.select_one(
        ".post_author a[href*='profile'], .post_author a[href*='user-']"
    )
    return Who(number_of(link_of(link), _USER), visible_text(link) or None)


def _entry(post: Tag, page: Page, thread: str | None) -> Entry | None:
    """A post of a thread; the number in its corner tells whether it began it."""
    number = str(post["id"]).removeprefix("post_")
    writer = _writer(post)
    if not number.isdigit() or not writer:
        return None
    body = post.select_one(".post_body")
    words = words_of(body, page.base, _QUOTES)
    place = post.select_one(".post_head .float_right a[href], strong a[id^='post_url_']")
    zone = zone_stated(visible_text(page.soup.select_one("#footer")))
    return Entry(
        id=number,
        author=writer,
        text=words.text,
        thread=thread,
        first=visible_text(place) == "#1" if place else None,
        whole=body is not None,
        time=in_zone(visible_text(post.select_one(".post_date")), zone),
        url=absolute(page.base, link_of(place)),
        links=words.links,
        pictures=words.pictures,
    )


def _listed(row: Tag, page: Page, about: Who | None) -> Entry | None:
    """A search result: the beginning of a post."""
    link = next((tag for tag in row.select("a[href]") if number_of(link_of(tag), _POST)), None)
    writer = row.select_one(_PROFILE)
    who = Who(number_of(link_of(writer), _USER), visible_text(writer) or None) if writer else about
    number = number_of(link_of(link), _POST)
    if number is None or not who:
        return None
    return Entry(
        id=number,
        author=who,
        text=visible_text(row.select_one("em")),
        thread=number_of(link_of(link), _THREAD),
        whole=False,
        url=absolute(page.base, link_of(link)),
    )


def _people(soup: BeautifulSoup) -> Iterator[Connection]:
    """The buddy list and the ignore list."""
    for relation, chosen in (("friend", "#buddy_list a[href]"), ("blocked", "#ignore_list a[href]")):
        for link in soup.select(chosen):
            number = number_of(link_of(link), _USER)
            if number and visible_text(link):
                yield Connection(number, visible_text(link), relation=relation)


ENGINE = Engine(
    id="mybb",
    title="MyBB",
    knows=knows,
    read=read,
    ways=Ways(
        profile=lambda account: (f"member.php?action=profile&uid={account.id}",),
        lists=lambda account: (
            f"search.php?action=finduser&uid={account.id}",
            f"search.php?action=finduserthreads&uid={account.id}",
        ),
        people=lambda _account: ("usercp.php?action=editlists",),
        settings=lambda _account: ("usercp.php?action=options",),
        following="a.pagination_next[href], a[rel~='next'][href]",
    ),
    switches=SWITCHES,
)
