"""vBulletin 3, 4 and 5.

Rests on a real saved thread of vBulletin 3.8 (signed in) and of 5.5 (signed out), both of 2019. vBulletin 4,
the profile pages and the pages of switches follow published descriptions and were not seen. Where version 5
keeps its lists is a guess of ours: what is not found there is told as not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, tzinfo

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Connection
from selfaudit.platforms.forum.engine import Engine, Page, Ways
from selfaudit.platforms.forum.material import Entry, Material, Member, Thread, Who
from selfaudit.platforms.forum.settings import VBULLETIN as SWITCHES
from selfaudit.platforms.forum.writing import (
    form_values,
    generator,
    in_zone,
    link_of,
    number_of,
    of_seconds,
    pairs,
    words_of,
    zone_stated,
)
from selfaudit.platforms.reading import absolute, visible_text

_USER = re.compile(r"(?:member\.php\?(?:.*&)?u=|members?(?:\.php)?[/?])(\d+)")
_POST, _THREAD = (
    re.compile(r"[?&#]p(?:ost)?=?(\d+)"),
    re.compile(r"(?:[?&]t=|threads?/|showthread\.php[?/])(\d+)"),
)
_IDS = re.compile(r"^(?:post_message_|post_?)(\d+)$")
_QUOTES = (
    ".bbcode_quote, .bbcode_container .bbcode_quote, div:has(> div.smallfont):has(> table), "
    ".bbcode_code, blockquote.quote"
)
_WELCOME = (
    ".welcomelink a[href*='member'], td strong > a[href*='member.php'], .smallfont strong > a[href*='member']"
)
_FACTS = {"location": "location", "occupation": "occupation", "interests": "interests", "age": "age"}
_SCRIPT_USER = re.compile(r'"userid":\s*"(\d+)",\s*"username":\s*"((?:[^"\\]|\\.)*)"')
_TOKEN = re.compile(r"""SECURITYTOKEN\s*=\s*["']([^"']*)["']|"securitytoken":\s*"([^"]*)\"""")
_BIO = re.compile(r"^(?:biography|about me)$", re.IGNORECASE)


def knows(soup: BeautifulSoup) -> bool:
    """Whether vBulletin made this page."""
    if generator(soup).startswith("vbulletin"):
        return True
    scripts = "script[src*='vbulletin_global'], script[src*='vbulletin-core'], script[src*='vbulletin_']"
    return soup.select_one(f"{scripts}, style#vbulletin_css, #vbulletin_html") is not None


def _knows_newer(soup: BeautifulSoup) -> bool:
    """Whether version 5 made this page; nearly all of its addresses are other ones."""
    if soup.select_one("li.b-post.js-post[data-node-id]"):
        return True
    newer = generator(soup).startswith("vbulletin 5") or soup.select_one(".b-top-menu") is not None
    return newer and knows(soup)


def read(page: Page) -> Material:
    """Everything that a page shows."""
    soup = page.soup
    text = _scripts(soup)
    found = Material(viewer=_viewer(soup, text), nobody=_token(text) == "guest")
    zone = zone_stated(visible_text(soup.body))
    member = _profile(page)
    if member:
        found.about = member.who
        found.members.append(member)
    newer, thread = soup.select("li.b-post[data-node-id]"), _thread(soup, page)
    entries = [_newer(post, page) for post in newer] or [
        _older(body, page, zone, thread) for body in soup.select("[id^='post_message_']")
    ]
    found.entries += [entry for entry in entries if entry]
    found.members += _signed(soup)
    found.lists += [name for name in ("buddylist", "ignorelist") if soup.select_one(f"#{name}")]
    found.connections += _people(soup)
    if soup.select_one("form[action*='profile.php'], form[action*='settings']"):
        found.values.append(("vbulletin", form_values(soup), page.at))
    return found


def _scripts(soup: BeautifulSoup) -> str:
    return "\n".join(script.get_text() for script in soup.find_all("script", src=False))


def _token(scripts: str) -> str | None:
    found = _TOKEN.search(scripts)
    return (found[1] or found[2]) if found else None


def _viewer(soup: BeautifulSoup, scripts: str) -> Member | None:
    """Whom the page's script names, or whom it welcomes beside a way to sign out."""
    told = _SCRIPT_USER.search(scripts)
    if told and told[1] != "0":
        return Member(Who(told[1], told[2]))
    if soup.select_one("a[href*='do=logout'], a[href*='/auth/logout']") is None:
        return None
    welcomed = soup.select_one(_WELCOME)
    name, number = visible_text(welcomed), number_of(link_of(welcomed), _USER)
    return Member(Who(number, name)) if name and number else None


def _profile(page: Page) -> Member | None:
    """A member's page: its heading names whose it is."""
    number = number_of(page.url, _USER)
    named = page.soup.select_one(
        "#username_box h1, #userinfo .member_username, .member_username, .profile-name"
    )
    if named is None:
        return None
    terms = page.soup.select(
        "#aboutme dt, .profilefield_list dt, dl.blockrow dt, dl.stats dt, .profile-about dt"
    )
    rows = [(visible_text(term).strip(":"), _beside(term)) for term in terms]
    bios = [value for label, value in rows if _BIO.match(label)]
    signature = page.soup.select_one(
        "#signature, .signature, dl.signature dd, #view-aboutme .signature_holder"
    )
    total = next((value for label, value in rows if label.casefold() in {"total posts", "posts"}), "")
    avatar = page.soup.select_one("#user_avatar[src], .profilepic img[src], #profilepic_cell img[src]")
    return Member(
        Who(number, visible_text(named)),
        bio=bios[0] if bios else "",
        signature=words_of(signature, page.base).text if signature else "",
        facts=pairs(rows, _FACTS),
        url=page.url if page.url.startswith("http") else None,
        avatar=absolute(page.base, str(avatar["src"])) if avatar else None,
        posts=int(total.replace(",", "")) if total.replace(",", "").isdecimal() else None,
    )


def _beside(term: Tag) -> str:
    value = term.find_next_sibling("dd")
    return visible_text(value) if isinstance(value, Tag) else ""


def _thread(soup: BeautifulSoup, page: Page) -> Thread | None:
    chosen = "link[rel='canonical'][href], .pagenav a[href], #pagetitle a[href], .threadtitle a[href]"
    links = [link_of(tag) for tag in soup.select(chosen)]
    for address in (*links, page.url):
        number = number_of(address, _THREAD)
        if number:
            return Thread(number)
    return None


def _older(body: Tag, page: Page, zone: tzinfo | None, thread: Thread | None) -> Entry | None:
    """A post of vBulletin 3 or 4; the number beside it tells whether it began its thread."""
    found = _IDS.match(str(body["id"]))
    holder = (
        body.find_parent(id=re.compile(r"^post_?\d+$")) or body.find_parent("li") or body.find_parent("table")
    )
    writer = holder.select_one("a.bigusername, a.username, .username") if holder else None
    if found is None or holder is None or not visible_text(writer):
        return None
    words = words_of(body, page.base, _QUOTES)
    count = holder.select_one("a[id^='postcount'], a.postcounter")
    place = str(count.get("name") or visible_text(count).lstrip("#")) if count else None
    title = visible_text(holder.select_one("h2.title, .posttitle"))
    return Entry(
        id=found[1],
        author=Who(number_of(link_of(writer), _USER), visible_text(writer)),
        text=words.text,
        title="" if title.casefold().startswith("re: ") else title,
        thread=thread.id if thread else None,
        first=place == "1" if place else None,
        time=_older_time(holder, zone),
        url=absolute(
            page.base, link_of(holder.select_one("a[id^='postlink'], a[id^='postcount'], a.postcounter"))
        ),
        links=words.links,
        pictures=words.pictures,
    )


def _older_time(holder: Tag, zone: tzinfo | None) -> datetime | None:
    written = holder.select_one(".postdate .date, .postdate, td.thead")
    return in_zone(visible_text(written), zone)


def _newer(post: Tag, page: Page) -> Entry | None:
    """A post of vBulletin 5; each carries its number and its moment."""
    writer = post.select_one(".author a[href], .b-userinfo a[href*='member']")
    name = visible_text(writer or post.select_one(".author"))
    body = post.select_one(".js-post__content-text, [itemprop='text']")
    if not name or body is None:
        return None
    words = words_of(body, page.base, _QUOTES)
    top = post.find_parent("ul")
    starter = top.select_one("li.b-post--first[data-node-id]") if top else None
    classes = post.get_attribute_list("class")
    return Entry(
        id=str(post["data-node-id"]),
        author=Who(number_of(link_of(writer), _USER), name),
        text=words.text,
        title=visible_text(post.select_one(".b-post__title, h2.b-post__title")),
        thread=str(starter["data-node-id"]) if starter else number_of(page.url, re.compile(r"/(\d+)-")),
        first="b-post--first" in classes or "js-conversation-starter" in classes,
        time=of_seconds(post.get("data-node-publishdate")),
        url=absolute(page.base, link_of(post.select_one("a.b-post__count"))),
        links=words.links,
        pictures=words.pictures,
    )


def _signed(soup: BeautifulSoup) -> Iterator[Member]:
    """The line under a member's posts, of version 5."""
    for post in soup.select("li.b-post[data-node-id]"):
        signature, writer = post.select_one(".post-signature"), post.select_one(".author a[href]")
        if signature and writer:
            who = Who(number_of(link_of(writer), _USER), visible_text(writer))
            yield Member(who, signature=words_of(signature, "").text)


def _people(soup: BeautifulSoup) -> Iterator[Connection]:
    """Contacts and ignored members, as the forms that change them list them."""
    for relation, chosen in (
        ("friend", "#buddylist a[href*='member'], #friends_list a.username, #friends .bigusername"),
        ("blocked", "#ignorelist a[href*='member']"),
    ):
        for link in soup.select(chosen):
            number = number_of(link_of(link), _USER)
            if number and visible_text(link):
                yield Connection(number, visible_text(link), relation=relation)


ENGINE = Engine(
    id="vbulletin",
    title="vBulletin",
    knows=knows,
    read=read,
    ways=Ways(
        profile=lambda account: (f"member.php?u={account.id}",),
        lists=lambda account: (
            f"search.php?do=finduser&u={account.id}",
            f"search.php?do=finduser&u={account.id}&starteronly=1",
        ),
        people=lambda _account: ("profile.php?do=buddylist", "profile.php?do=ignorelist"),
        settings=lambda _account: ("profile.php?do=editoptions",),
        following="a[rel='next'][href], .pagenav a[rel='next'][href], .js-pagenav-next-button[href]",
    ),
    switches=SWITCHES,
)
NEWER = replace(
    ENGINE,
    id="vbulletin5",
    title="vBulletin 5",
    knows=_knows_newer,
    ways=Ways(
        profile=lambda account: (f"member/{account.id}",),
        lists=lambda account: (f"search?searchJSON=%7B%22authorid%22%3A%22{account.id}%22%7D",),
        people=lambda account: (f"member/{account.id}/subscribers",),
        settings=lambda _account: ("settings/account", "settings/privacy"),
        following=".js-pagenav-next-button[href], a[rel='next'][href]",
    ),
)
