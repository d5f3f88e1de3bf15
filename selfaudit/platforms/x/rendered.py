"""X's profile page as it stands on the screen, brought into the shape of the data answers.

Test marks, addresses and linked data are read, never labels, which are translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bs4 import BeautifulSoup, NavigableString, Tag

from selfaudit.model.snapshot import Fact
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.reading import absolute, meta, script_json
from selfaudit.platforms.x.addresses import made_at, split_status
from selfaudit.platforms.x.people import Person, joined
from selfaudit.platforms.x.tweets import Picture, Tweet

_TWEET = 'data-testid="tweet"'
_SITE_NAME = 'content="X (formerly Twitter)"'
_TITLE = re.compile(r"^(?P<name>.*)\s\(@(?P<handle>\w{1,30})\) (?:on|/) X$", re.DOTALL)


def is_page(html: str) -> bool:
    """Whether a page is X's web app, or the short description that X gives to machines."""
    shell = 'id="react-root"' in html and "abs.twimg.com" in html
    app = shell or 'data-testid="AppTabBar_' in html or ('data-testid="UserName"' in html and _TWEET in html)
    return app or _SITE_NAME in html or 'data-testid="UserProfileSchema-test"' in html


def marked(soup: BeautifulSoup | Tag, mark: str) -> Tag | None:
    """The element with this test mark."""
    return soup.select_one(f'[data-testid="{mark}"]')


def viewer_handle(soup: BeautifulSoup) -> str | None:
    """The signed-in account, by the menu's link to one's own profile."""
    link = soup.select_one('a[data-testid="AppTabBar_Profile_Link"][href]')
    found = re.fullmatch(r"(?:https?://[^/]+)?/(\w{1,30})/?", str(link["href"])) if link else None
    return found[1] if found else None


def offers_sign_in(soup: BeautifulSoup) -> bool:
    """Whether a page offers to sign in, as it does only to people who are not."""
    return marked(soup, "login") is not None and viewer_handle(soup) is None


def person_on(soup: BeautifulSoup) -> Person | None:
    """The profile that a page shows; the screen first, since it has links as people read them."""
    found = [person for person in (_shown(soup), _linked(soup), _described(soup)) if person]
    return joined(found) if found else None


def _shown(soup: BeautifulSoup) -> Person | None:
    name, handle = marked(soup, "UserName"), None
    for text in name.stripped_strings if name else ():
        handle = text[1:] if re.fullmatch(r"@\w{1,30}", text) else handle
    if name is None or handle is None:
        return None
    description, link = marked(soup, "UserDescription"), marked(soup, "UserUrl")
    where, website = _plain(marked(soup, "UserLocation")), _plain(link)
    return Person(
        handle=handle,
        name=next(iter(text_on(name).split("\n")), "").removesuffix(f"@{handle}").strip() or None,
        bio=text_on(description) if description else None,
        protected=True if marked(name, "icon-lock") else None,
        links=(_with_scheme(website),) if website else (),
        facts=(Fact("Location", where),) if where else (),
        linked=True,
    )


def _plain(tag: Tag | None) -> str:
    return "".join(tag.stripped_strings) if tag else ""


def _with_scheme(website: str) -> str:
    return website if "://" in website else f"https://{website}"


def _linked(soup: BeautifulSoup) -> Person | None:
    for value in script_json(soup, type="application/ld+json"):
        person = part_of(value, "mainEntity")
        handle = text_in(person, "additionalName")
        if handle:
            bio = part_of(person, "description")
            counted = dict(_counted(objects(part_of(person, "interactionStatistic"))))
            return Person(
                id=id_in(person, "identifier"),
                handle=handle,
                name=text_in(person, "name") or None,
                bio=bio.strip() if isinstance(bio, str) else None,
                posts=counted.get("WriteAction"),
                followers=counted.get("FollowAction"),
                following=counted.get("SubscribeAction"),
                avatar=text_in(part_of(person, "image"), "contentUrl") or None,
                links=_outward(part_of(value, "relatedLink")),
                linked=True,
            )
    return None


def _counted(counters: list[dict[str, object]]) -> Iterator[tuple[str, int]]:
    for counter in counters:
        number = number_in(counter, "userInteractionCount")
        if number is not None:
            yield text_in(counter, "interactionType").rsplit("/", 1)[-1], number


def _outward(value: object) -> tuple[str, ...]:
    links = [link for link in value if isinstance(link, str)] if isinstance(value, list) else []
    return tuple(link for link in links if "//t.co/" not in link)


def _described(soup: BeautifulSoup) -> Person | None:
    """What X tells machines that make a preview of the page."""
    found = _TITLE.match(meta(soup, "og:title") or "")
    if found is None or meta(soup, "og:type") != "profile":
        return None
    bio = meta(soup, "og:description")
    return Person(handle=found["handle"], name=found["name"], bio=bio, avatar=meta(soup, "og:image"))


def tweets_on(soup: BeautifulSoup, base: str, *, open_to_all: bool) -> Iterator[Tweet]:
    """The posts on the page; advertisements have no time and are left out."""
    page = split_status(base)
    for tag in soup.select('article[data-testid="tweet"]'):
        found = _tweet(tag, base)
        if found:
            below = page[1] if page and page[1] != found.id else None
            yield replace(found, below=below, open_to_all=open_to_all)


def _tweet(tag: Tag, base: str) -> Tweet | None:
    stamp = next((time for time in tag.select("a[href] time[datetime]")), None)
    link = stamp.find_parent("a") if stamp else None
    place = split_status(str(link["href"])) if link else None
    if stamp is None or place is None:
        return None
    handle, identity, _number = place
    text = next((part for part in tag.select('[data-testid="tweetText"]') if not _quoted(part, tag)), None)
    return Tweet(
        id=identity,
        author=Person(handle=handle),
        text=text_on(text),
        time=moment(str(stamp["datetime"])) or made_at(identity),
        reposted_by=_reposter(tag, handle),
        pictures=tuple(_pictures(tag, identity, base)),
        links=tuple(_links(text, base)),
    )


def _quoted(part: Tag, article: Tag) -> bool:
    """Whether something belongs to a post that is quoted inside the article: a link of its own around it."""
    inner = part.find_parent(lambda tag: tag.name == "div" and tag.get("role") == "link")
    return inner is not None and article in inner.parents


def _reposter(tag: Tag, author: str) -> Person | None:
    """Above a repost stands a link to who passed it on; above a pinned post there is none."""
    context = marked(tag, "socialContext")
    link = context.find_parent("a", href=True) or context.select_one("a[href]") if context else None
    found = re.fullmatch(r"(?:https?://[^/]+)?/(\w{1,30})/?", str(link["href"])) if link else None
    return Person(handle=found[1]) if found and found[1].casefold() != author.casefold() else None


def _pictures(tag: Tag, identity: str, base: str) -> Iterator[Picture]:
    """The post's own pictures: the link around each names the post and counts the pictures."""
    for image in tag.select('[data-testid="tweetPhoto"] img[src]'):
        link = image.find_parent("a", href=True)
        place = split_status(str(link["href"])) if link else None
        address = absolute(base, str(image["src"]))
        if place and place[1] == identity and place[2] and address:
            alt = str(image.get("alt", "")).strip()
            yield Picture(place[2], (address,), alt if alt.casefold() not in {"", "image"} else None)


def _links(text: Tag | None, base: str) -> Iterator[str]:
    """Outward links, as people read them: the address behind is X's own shortener."""
    for link in text.select("a[href]") if text else ():
        address = absolute(base, str(link["href"]))
        if address and "//t.co/" in address:
            yield "".join(link.stripped_strings).removesuffix("\u2026")


def text_on(tag: Tag | None) -> str:
    """The text as X lays it out: emoji are pictures, lines are broken inside the text itself."""
    if tag is None:
        return ""
    pieces = "".join(_pieces(tag)).split("\n")
    return "\n".join(piece.strip() for piece in pieces).strip()


def _pieces(tag: Tag) -> Iterator[str]:
    for node in tag.descendants:
        if isinstance(node, Tag):
            alt = str(node.get("alt", "")) if node.name == "img" else ""
            yield "\n" if node.name == "br" else alt
        elif type(node) is NavigableString and not _layout(node):
            yield re.sub(r"[ \t]*\n[ \t]*", "\n", str(node))


def _layout(node: NavigableString) -> bool:
    """Whether nobody wrote this: line ends between elements, and the dots after a link cut short."""
    cut = node == "\u2026" and node.find_parent("a") is not None
    return cut or (node.isspace() and "\n" in node)


def people_on(soup: BeautifulSoup) -> Iterator[Person]:
    """Everybody in a list of people; whom X suggests stands in another column."""
    for cell in soup.select('[data-testid="primaryColumn"] [data-testid="UserCell"]'):
        texts = list(cell.stripped_strings)
        handle = next((text for text in texts if re.fullmatch(r"@\w{1,30}", text)), None)
        if handle:
            yield Person(handle=handle[1:], name=" ".join(texts[: texts.index(handle)]) or None)
