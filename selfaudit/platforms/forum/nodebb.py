"""NodeBB, versions 1 to 4: its data answers, the data in its pages, and its rendered posts.

Rests on a real saved thread of 2019 (signed out) and on a real NodeBB 1.4 that was run, signed in to and read
here; what versions 2 to 4 changed follows published descriptions.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Connection
from selfaudit.platforms.forum.engine import Engine, Page, Ways
from selfaudit.platforms.forum.material import Entry, Material, Member, Who
from selfaudit.platforms.forum.settings import NODEBB as SWITCHES
from selfaudit.platforms.forum.writing import of_seconds, words_of, words_of_html
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import json_of, text_of_html

_USER = re.compile(r"\b(?:user|loggedInUser)\"?\s*[:=]\s*JSON\.parse\('((?:[^'\\]|\\.)*)'\)")
_PAGE = re.compile(r"[?&]page=(\d{1,6})\b")
_FACTS = ("location", "birthday", "joindateISO")
_THOUSANDTHS = 1000
_POSTS = "[component='post'][data-pid]"


def knows(soup: BeautifulSoup) -> bool:
    """Whether NodeBB made this page."""
    marks = "script#ajaxify-data, [component='post'][data-pid], [component='navbar']"
    return soup.select_one(f"{marks}, script[src*='nodebb.min.js']") is not None


def read(page: Page) -> Material:
    """Everything that a page shows: the data in it first, then the posts on the screen."""
    soup = page.soup
    script = soup.select_one("script#ajaxify-data")
    data = json_of(script.get_text()) if script else None
    found = answer(page.url, data)
    viewer = found.viewer or _viewer(soup)
    found.viewer = viewer
    found.nobody = viewer is None and _nobody(soup, data)
    found.values = [(engine, values, page.at) for engine, values, _at in found.values]
    known = {entry.id for entry in found.entries}
    shown = [_shown(post, page) for post in soup.select(_POSTS)]
    found.entries += [entry for entry in shown if entry and entry.id not in known]
    return found


def answer(_url: str, value: Any) -> Material:
    """Everything that a data answer holds; a page's own data is one."""
    found = Material()
    named = part_of(value, "loggedInUser")
    if id_in(named, "uid") not in {None, "0"} and text_in(named, "username"):
        found.viewer = _member(named)
    elif id_in(value, "uid") not in {None, "0"} and part_of(value, "isSelf") is True:
        found.viewer = _member(value)
    if text_in(value, "userslug") and id_in(value, "uid"):
        member = _member(value, whole=text_in(value, "joindateISO") != "")
        found.members.append(member)
        found.about = member.who
        _lists(value, found)
    for post in objects(part_of(value, "posts")):
        entry = _entry(post, value)
        if entry:
            found.entries.append(entry)
        if entry and text_in(part_of(post, "user"), "signature"):
            found.members.append(_signed(post))
    settings = part_of(value, "settings")
    if isinstance(settings, dict) and "showemail" in settings:
        found.values.append(("nodebb", settings, None))
    return found


def _lists(value: Any, found: Material) -> None:
    """Followers or followed people, by the page's own name for the list."""
    template = text_in(part_of(value, "template"), "name")
    relation = {"account/following": "following", "account/followers": "follower"}.get(template)
    relation = "blocked" if template == "account/blocks" else relation
    found.lists += [relation] if relation and isinstance(part_of(value, "users"), list) else []
    for person in objects(part_of(value, "users")) if relation else []:
        number = id_in(person, "uid")
        if number:
            name = text_in(person, "fullname", "displayname", "username")
            handle = text_in(person, "username")
            found.connections.append(Connection(number, name or None, handle or None, str(relation)))


def _member(value: Any, *, whole: bool = False) -> Member:
    facts = tuple((name, _plain(value, name)) for name in _FACTS[:2] if _plain(value, name))
    email, website = _plain(value, "email"), _plain(value, "website")
    picture, slug = text_in(value, "uploadedpicture", "picture"), text_in(value, "userslug")
    return Member(
        Who(id_in(value, "uid"), _plain(value, "username") or None),
        full_name=_plain(value, "fullname") or None,
        bio=text_of_html(unescape(str(value.get("aboutme") or ""))) if whole else None,
        signature=text_of_html(unescape(str(value.get("signature") or ""))) if whole else None,
        emails=(email,) if email and whole else (),
        links=(website,) if website and whole else (),
        facts=facts if whole else (),
        url=f"/user/{slug}" if slug and whole else None,
        avatar=picture or None,
        posts=_number(value, "postcount") if whole else None,
        followers=_number(value, "followerCount"),
        following=_number(value, "followingCount"),
    )


def _plain(value: Any, name: str) -> str:
    """Fields come with signs written as HTML has them."""
    return unescape(text_in(value, name))


def _number(value: Any, name: str) -> int | None:
    found = id_in(value, name)
    return int(found) if found and found.isdecimal() else None


def _entry(post: Any, value: Any) -> Entry | None:
    """A post of a thread's answer or of a member's list."""
    number, user = id_in(post, "pid"), part_of(post, "user")
    who = Who(id_in(post, "uid") or id_in(user, "uid"), _plain(user, "username") or None)
    if number is None or not who or id_in(post, "deleted") in {"1", "true"} or post.get("deleted") is True:
        return None
    topic = post["topic"] if isinstance(post.get("topic"), dict) else value
    words = words_of_html(text_in(post, "content"), "")
    first = post.get("isMainPost")
    main = id_in(topic, "mainPid")
    began = first if isinstance(first, bool) else main == number if main else None
    slug = text_in(topic, "slug")
    return Entry(
        id=number,
        author=who,
        text=words.text,
        title=_plain(topic, "title") if began else "",
        thread=id_in(post, "tid") or id_in(topic, "tid"),
        first=began,
        time=of_seconds(id_in(post, "timestamp"), _THOUSANDTHS) or moment(post.get("timestampISO")),
        url=f"/post/{number}" if not slug else f"/topic/{slug}",
        links=words.links,
        pictures=words.pictures,
    )


def _signed(post: Any) -> Member:
    user = part_of(post, "user")
    signature = text_of_html(unescape(text_in(user, "signature")))
    return Member(Who(id_in(user, "uid"), _plain(user, "username") or None), signature=signature)


def _viewer(soup: BeautifulSoup) -> Member | None:
    """Whom the page's own script names."""
    for script in soup.find_all("script", src=False):
        told = _USER.search(script.get_text())
        user = json_of(told[1].replace("\\'", "'").replace("\\\\", "\\")) if told else None
        if id_in(user, "uid") not in {None, "0"} and text_in(user, "username"):
            return _member(user)
    return None


def _nobody(soup: BeautifulSoup, data: Any) -> bool:
    if part_of(data, "loggedIn") is False:
        return True
    return (
        soup.select_one("a[href$='/login']") is not None
        and soup.select_one("[component='user/logout']") is None
    )


def _shown(post: Tag, page: Page) -> Entry | None:
    """A post on the screen, for pages without their data."""
    number, user = str(post["data-pid"]), str(post.get("data-uid", ""))
    body = post.select_one("[component='post/content']")
    if body is None or not user.isdecimal():
        return None
    words = words_of(body, page.base)
    stated = post.select_one(".timeago[title]")
    tid = page.soup.select_one("[data-tid]")
    title = page.soup.select_one("[component='topic/title']")
    first = str(post.get("data-index", "")) == "0"
    return Entry(
        id=number,
        author=Who(user, str(post.get("data-username", "")) or None),
        text=words.text,
        title=title.get_text().strip() if title and first else "",
        thread=str(tid["data-tid"]) if tid else None,
        first=first,
        time=of_seconds(post.get("data-timestamp"), _THOUSANDTHS)
        or (moment(stated["title"]) if stated else None),
        links=words.links,
        pictures=words.pictures,
    )


def further(url: str, value: Any) -> str | None:
    """The next page of a list: as the answer counts them, or asked for until one is empty.

    Boards that show lists without end count no pages; a member's posts are then told by where they go on.
    """
    following = part_of(value, "pagination", "next")
    page = id_in(following, "page") if part_of(following, "active") is True else None
    if page is None and part_of(value, "nextStart") is not None and objects(part_of(value, "posts")):
        asked = _PAGE.search(url)
        page = str(int(asked[1]) + 1) if asked else "2"
    return f"{url.partition('?')[0]}?page={page}" if page else None


def _slug(account_name: str) -> str:
    """How NodeBB writes a name in addresses."""
    return re.sub(r"-+", "-", re.sub(r"[^\w]+", "-", account_name.strip().casefold())).strip("-")


ENGINE = Engine(
    id="nodebb",
    title="NodeBB",
    knows=knows,
    read=read,
    answer=answer,
    ways=Ways(
        profile=lambda account: (f"api/user/{_slug(account.handle)}",),
        lists=lambda account: (f"api/user/{_slug(account.handle)}/posts",),
        people=lambda account: (
            f"api/user/{_slug(account.handle)}/following",
            f"api/user/{_slug(account.handle)}/followers",
        ),
        settings=lambda account: (f"api/user/{_slug(account.handle)}/settings",),
        data=True,
        further=further,
        thread=lambda number: f"api/topic/{number}",
    ),
    switches=SWITCHES,
)
