"""XenForo 1 and 2.

Rests on a real saved thread of XenForo 2 (signed out, 2019); signed-in pages, profiles and switches follow
published templates and were not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Connection
from selfaudit.platforms.forum.engine import Engine, Page, Ways
from selfaudit.platforms.forum.material import Entry, Material, Member, Who
from selfaudit.platforms.forum.settings import XENFORO as SWITCHES
from selfaudit.platforms.forum.writing import form_values, link_of, number_of, of_seconds, pairs, words_of
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.reading import absolute, visible_text

_USER, _THREAD = re.compile(r"/?members/(?:[^/]*\.)?(\d+)"), re.compile(r"threads/(?:[^/]*\.)?(\d+)")
_POST = re.compile(r"post-(\d+)")
_QUOTES = ".bbCodeBlock--quote, blockquote.bbCodeQuote, .bbCodeQuote, .bbCodeBlock--expandable blockquote"
_FACTS = {"location": "location", "occupation": "occupation", "birthday": "birthday", "gender": "gender"}
_LISTS = "html[data-template^='member_follow'], html[data-template='account_ignored'], ol.memberList"
_ITEMS = "article.message[data-author], li.message[data-author]"


def knows(soup: BeautifulSoup) -> bool:
    """Whether XenForo made this page."""
    return soup.select_one("html#XF, html#XenForo, html[data-app='public'][data-template]") is not None


def read(page: Page) -> Material:
    """Everything that a page shows."""
    soup = page.soup
    root = soup.select_one("html")
    state = str(root.get("data-logged-in", "")) if root else ""
    found = Material(viewer=_viewer(soup, state), nobody=state == "false" or _guest(root))
    member = _profile(page)
    if member:
        found.about = member.who
        found.members.append(member)
    thread = _thread(soup, page)
    found.entries += [entry for post in soup.select(_ITEMS) if (entry := _entry(post, page, thread))]
    found.entries += [
        entry for row in soup.select("li.block-row[data-author]") if (entry := _listed(row, page))
    ]
    found.members += _signed(soup)
    found.lists += _list_of_people(page)[:1] if soup.select_one(_LISTS) else []
    found.connections += _people(page)
    if soup.select_one("form[action*='account/']"):
        found.values.append(("xenforo", form_values(soup, "form[action*='account/']"), page.at))
    return found


def _guest(root: Tag | None) -> bool:
    classes = root.get_attribute_list("class") if root else []
    return "LoggedOut" in classes


def _viewer(soup: BeautifulSoup, state: str) -> Member | None:
    menu = soup.select_one(".p-navgroup-link--user, #AccountMenu .primaryLink, .accountUsername")
    if menu is None or state == "false":
        return None
    name = visible_text(menu.select_one(".p-navgroup-linkText")) or visible_text(menu)
    holder = menu if menu.has_attr("data-user-id") else menu.select_one("[data-user-id]")
    number = str(holder["data-user-id"]) if holder else None
    full = soup.select_one("#AccountMenu a[href*='members/'], .menu--account a[href*='members/']")
    number = number or number_of(link_of(full), _USER)
    return Member(Who(number, name)) if name else None


def _profile(page: Page) -> Member | None:
    """A member's page."""
    soup = page.soup
    named = soup.select_one(
        ".memberHeader-name .username, .memberHeader-name, .mainProfileColumn h1.username"
    )
    if named is None:
        return None
    holder = soup.select_one(".memberHeader [data-user-id], .memberHeader-avatar [data-user-id]")
    rows = [
        (visible_text(row.select_one("dt")), visible_text(row.select_one("dd")))
        for row in soup.select(".memberHeader dl, .block-body dl, .aboutPairs dl, .secondaryContent dl")
    ]
    about = soup.select_one(".block-body .bbWrapper, .aboutSection .baseHtml")
    signature = soup.select_one(".message-signature .bbWrapper, .signature")
    messages = next((value for label, value in rows if label.casefold().startswith("messages")), "")
    avatar = soup.select_one(".memberHeader-avatar img[src], .avatarScaler img[src]")
    return Member(
        Who(str(holder["data-user-id"]) if holder else number_of(page.url, _USER), visible_text(named)),
        bio=words_of(about, page.base).text if about else "" if _is_about(page) else None,
        signature=words_of(signature, page.base).text if signature else None,
        facts=pairs(rows, _FACTS),
        url=page.url if page.url.startswith("http") else None,
        avatar=absolute(page.base, str(avatar["src"])) if avatar else None,
        posts=int(re.sub(r"\D", "", messages)) if re.fullmatch(r"[\d.,\s]{1,9}", messages) else None,
    )


def _is_about(page: Page) -> bool:
    """Whether this is the page on which a member would tell of themselves."""
    return page.url.split("?", 1)[0].rstrip("/").endswith("/about")


def _thread(soup: BeautifulSoup, page: Page) -> str | None:
    root = soup.select_one("html[data-content-key^='thread-']")
    if root:
        return str(root["data-content-key"]).removeprefix("thread-")
    canonical = soup.select_one("link[rel='canonical'][href]")
    return number_of(link_of(canonical), _THREAD) or number_of(page.url, _THREAD)


def _entry(post: Tag, page: Page, thread: str | None) -> Entry | None:
    """A post of a thread; the number in its corner tells whether it began it."""
    number = number_of(post.get("data-content") or post.get("id"), _POST)
    if number is None:
        return None
    writer = post.select_one(".message-name [data-user-id], .messageUserInfo a.username, [data-user-id]")
    words = words_of(post.select_one(".bbWrapper, .messageText"), page.base, _QUOTES)
    places = [
        visible_text(tag) for tag in post.select(".message-attribution-opposite a, .messageMeta .postNumber")
    ]
    place = next((text for text in places if re.fullmatch(r"#[\d,.]+", text)), None)
    user = str(writer["data-user-id"]) if writer and writer.has_attr("data-user-id") else None
    link = post.select_one("a[href*='/post-'], a.datePermalink[href]")
    return Entry(
        id=number,
        author=Who(user or number_of(link_of(writer), _USER), str(post["data-author"])),
        text=words.text,
        thread=thread,
        first=place == "#1" if place else None,
        time=_time(post),
        url=absolute(page.base, link_of(link)),
        links=words.links,
        pictures=words.pictures,
    )


def _listed(row: Tag, page: Page) -> Entry | None:
    """A search result: the beginning of a post, or of the thread that it began."""
    title = row.select_one(".contentRow-title a[href]")
    address = link_of(title)
    number, thread = number_of(address, _POST), number_of(address, _THREAD)
    if title is None or not (number or thread):
        return None
    begun = number is None
    user = row.select_one("[data-user-id]")
    return Entry(
        id=number or f"thread-{thread}",
        author=Who(str(user["data-user-id"]) if user else None, str(row["data-author"])),
        text=visible_text(row.select_one(".contentRow-snippet")),
        title=visible_text(title) if begun else "",
        thread=thread,
        first=begun,
        whole=False,
        time=_time(row),
        url=absolute(page.base, address),
    )


def _time(tag: Tag) -> datetime | None:
    stated = tag.select_one("time[datetime], abbr.DateTime[data-time]")
    if stated is None:
        return None
    return of_seconds(stated.get("data-time")) or moment(stated.get("datetime"))


def _signed(soup: BeautifulSoup) -> Iterator[Member]:
    for post in soup.select(_ITEMS):
        signature = post.select_one(".message-signature .bbWrapper, .baseHtml.signature")
        user = post.select_one(".message-name [data-user-id], [data-user-id]")
        if signature:
            number = str(user["data-user-id"]) if user else None
            yield Member(Who(number, str(post["data-author"])), signature=words_of(signature, "").text)


def _list_of_people(page: Page) -> list[str]:
    """What sort of people a page lists, as its address says."""
    address = page.url.split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1]
    relation = {"following": "following", "followers": "follower", "ignored": "blocked"}.get(address)
    return [relation] if relation else []


def _people(page: Page) -> Iterator[Connection]:
    """Followed people, followers and ignored members, each list on a page of its own."""
    relation = next(iter(_list_of_people(page)), None)
    rows = page.soup.select(".contentRow-header a.username, li.memberListItem a.username") if relation else []
    for link in rows:
        number = str(link.get("data-user-id") or "") or number_of(link_of(link), _USER)
        if number and relation:
            yield Connection(
                number, visible_text(link), relation=relation, url=absolute(page.base, link_of(link))
            )


ENGINE = Engine(
    id="xenforo",
    title="XenForo",
    knows=knows,
    read=read,
    ways=Ways(
        profile=lambda account: (f"members/{account.id}/", f"members/{account.id}/about"),
        lists=lambda account: (
            f"search/member?user_id={account.id}&content=thread",
            f"search/member?user_id={account.id}&content=post",
        ),
        people=lambda account: (
            f"members/{account.id}/followers",
            f"members/{account.id}/following",
            "account/ignored",
        ),
        settings=lambda _account: ("account/privacy", "account/account-details"),
        following="a.pageNav-jump--next[href], link[rel='next'][href], .PageNav a.text[href*='page']",
    ),
    switches=SWITCHES,
)
