"""Spirit (django-spirit) 0.14, which was run, signed in to and read here.

It has no privacy switches and no lists of people; whoever is signed in sees every profile, nobody else any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.forum.engine import Engine, Page, Ways
from selfaudit.platforms.forum.material import Entry, Material, Member, Thread, Who
from selfaudit.platforms.forum.writing import (
    form_values,
    link_of,
    local_time,
    number_of,
    words_of,
    zone_named,
)
from selfaudit.platforms.reading import absolute, visible_text

_USER, _POST = re.compile(r"/user/(?:topics/|likes/)?(\d+)/"), re.compile(r"/comment/(\d+)/find/")
_THREAD = re.compile(r"/topic/(?:private/)?(\d+)/")
_OWN = ".js-user-content a.menu_list__link[href*='/user/']"


def knows(soup: BeautifulSoup) -> bool:
    """Whether Spirit made this page."""
    return soup.select_one(".spirit_wrapper .layout__header, .spirit_wrapper .spirit") is not None


def read(page: Page) -> Material:
    """Everything that a page shows."""
    soup = page.soup
    found = Material(viewer=_viewer(soup), nobody=soup.select_one("a.header__login") is not None)
    member = _profile(page)
    if member:
        found.about = member.who
        found.members.append(member)
    own = soup.select_one("dl.profile__settings")
    if own and found.viewer:
        found.members.append(_own_form(soup, own, found.viewer))
        found.zone = zone_named(str(form_values(soup).get("timezone", "")))
    for post in soup.select(".comments_list__comment"):
        entry = _entry(post, page)
        found.entries += [entry] if entry else []
    found.threads += _begun(page)
    return found


def _viewer(soup: BeautifulSoup) -> Member | None:
    """The link to one's own profile stands in the menu of whoever is signed in."""
    own = next((tag for tag in soup.select(_OWN) if number_of(link_of(tag), _USER)), None)
    opened = soup.select_one("a.header__tabs__item[data-related='.js-user-content']")
    number, name = number_of(link_of(own), _USER), visible_text(opened)
    return Member(Who(number, name or None), url=link_of(own)) if number else None


def _profile(page: Page) -> Member | None:
    named = page.soup.select_one(".profile__img__username")
    tab = page.soup.select_one("a.nav__tabs__link[href]")
    number = number_of(link_of(tab), _USER)
    if named is None or number is None:
        return None
    picture = page.soup.select_one("img.profile__img__avatar[src]")
    return Member(
        Who(number, visible_text(named)),
        bio="",
        url=absolute(page.base, link_of(tab)),
        avatar=absolute(page.base, str(picture["src"])) if picture else None,
    )


def _own_form(soup: BeautifulSoup, own: Tag, viewer: Member) -> Member:
    """What the page of preferences shows to its owner alone."""
    email = visible_text(own.select_one("a[href*='email-change']"))
    names = [_value(soup, name) for name in ("first_name", "last_name")]
    place = _value(soup, "location")
    return Member(
        viewer.who,
        full_name=" ".join(name for name in names if name) or None,
        bio="",
        emails=(email,) if "@" in email else (),
        facts=(("location", place),) if place else (),
    )


def _value(soup: BeautifulSoup, name: str) -> str:
    control = soup.select_one(f"input[name='{name}']")
    return str(control.get("value", "")).strip() if control else ""


def _entry(post: Tag, page: Page) -> Entry | None:
    """A post in its thread, or one in the list of a member's posts."""
    writer = post.select_one("a.comment__info__username__link[href]")
    listed = post.select_one(".comment__info__date__topic a[href]")
    share = post.select_one("input.comment__footer__share__url[value]")
    shared = str(share["value"]) if share else None
    number = number_of(link_of(listed) or shared, _POST) or str(post.get("data-pk", "")) or None
    user = number_of(link_of(writer), _USER)
    if number is None or user is None:
        return None
    words = words_of(post.select_one(".comment__text"), page.base)
    place = str(post.get("data-number", ""))
    when = post.select_one(".comment__info__date li[title]")
    heading = page.soup.select_one("h1.headline")
    return Entry(
        id=number,
        author=Who(user, visible_text(writer)),
        text=words.text,
        title=visible_text(heading).removesuffix(" edit") if place == "1" else "",
        thread=number_of(page.url, _THREAD) if place else None,
        first=place == "1" if place else False if listed and not _began(post) else None,
        local=local_time(str(when["title"])) if when else None,
        url=absolute(page.base, link_of(listed) or f"/comment/{number}/find/"),
        links=words.links,
        pictures=words.pictures,
    )


def _began(post: Tag) -> bool:
    """Whether the writer of this post began its thread, with this post or with another."""
    return post.select_one(".is-owner") is not None


def _begun(page: Page) -> Iterator[Thread]:
    """The threads in the list of those that a member began."""
    about = _profile(page)
    for title in page.soup.select("a.topic__link[href]") if about else []:
        number = number_of(link_of(title), _THREAD)
        if number and about:
            address = absolute(page.base, f"/topic/{number}/")
            yield Thread(number, about.who, address)


ENGINE = Engine(
    id="spirit",
    title="Spirit",
    knows=knows,
    read=read,
    ways=Ways(
        profile=lambda account: (f"user/{account.id}/", "user/"),
        lists=lambda account: (f"user/{account.id}/", f"user/topics/{account.id}/"),
        settings=lambda _account: ("user/",),
        following=".paginator a[href]:has(> i.fa-chevron-right)",
    ),
)
