"""LinkedIn's pages as they stand on the screen: headings, lists, links and roles; no class names.

The public page names its sections (``data-section``). The signed-in page is made anew often, in dozens of
layouts: there only the order of headings and texts is read, and posts by the number that each carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from bs4 import BeautifulSoup, NavigableString, Tag

from selfaudit.model.snapshot import Connection, Fact
from selfaudit.model.vocabulary import Audience
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.linkedin.addresses import (
    is_site,
    made_at,
    member_in,
    post_in,
    poster_in,
    profile_url,
    same_member,
)
from selfaudit.platforms.linkedin.shown import Profile, Shared
from selfaudit.platforms.reading import absolute, meta, visible_text

ABOUT = frozenset({"about", "summary", "info", "über uns", "infos", "à propos", "acerca de", "informazioni"})
_POST_MARKS = ("data-urn", "data-activity-urn", "data-id", "data-chameleon-result-urn")
_AUDIENCES = (
    (re.compile(r"anyone on or off linkedin", re.IGNORECASE), Audience.PUBLIC),
    (re.compile(r"connections only|visible to (your|my) connections", re.IGNORECASE), Audience.FRIENDS),
    (re.compile(r"visible to (group|members of)", re.IGNORECASE), Audience.CUSTOM),
)
_NOISE = re.compile(r"^(\W*(1st|2nd|3rd)\W*|he/him|she/her|they/them|contact info|\W+)$", re.IGNORECASE)
_MAIN = ":is(main, [role=main])"
_NAME = ':is(h1, [role=heading][aria-level="1"])'
_POSTS = "article, [role=article], [role=listitem]"
_UPDATE = 'a[href*="/feed/update/"]'
_MERELY = re.compile(
    r"\b(likes|loves|celebrates|supports|finds|reacted to|commented on|replied to)\b.*\bthis\b"
)
"""What one did with another's post without passing it on; in English, the rest is taken for passing on."""
_LONGEST_HEADLINE = 300
_MOST_LINES = 4


def page_key(soup: BeautifulSoup) -> str:
    """The name that a page gives itself."""
    return meta(soup, "pageKey") or ""


def is_public(soup: BeautifulSoup) -> bool:
    """Whether this is a member's page as people see it who are not signed in."""
    return page_key(soup).startswith("public_profile_v3")


def profile_on(soup: BeautifulSoup, url: str) -> Profile | None:
    """The profile on a page, or ``None`` where there is no heading with a name in it."""
    heading = soup.select_one(f"{_MAIN} {_NAME}") or (soup.select_one("h1") if is_public(soup) else None)
    slug = member_in(url) or member_in(_canonical(soup))
    if heading is None or not _is_profile(soup, url, slug, visible_text(heading)):
        return None
    below = list(_after(heading))
    sections = list(_sections(soup, heading, slug))
    about = next((text for name, text, _lines in sections if name.casefold() in ABOUT), None)
    return Profile(
        slug=slug,
        name=visible_text(heading) or None,
        headline=below[0] if below else None,
        about=about,
        facts=tuple(Fact("Shown below the name", line) for line in below[1:_MOST_LINES])
        + tuple(
            Fact(name, line)
            for name, _text, lines in sections
            if name.casefold() not in ABOUT
            for line in lines
        ),
    )


def article_on(soup: BeautifulSoup, url: str) -> Shared | None:
    """The article that a page is; who wrote it is linked to first of all."""
    address = url if post_in(url) else _canonical(soup)
    identity, title = post_in(address), soup.select_one("article h1, main h1")
    if not _is_article(soup, url) or identity is None or title is None:
        return None
    body = soup.select_one('[itemprop="articleBody"]') or soup.select_one("article")
    stamp = soup.select_one("time[datetime]")
    writers = [link for link in soup.select('article a[href*="/in/"]') if visible_text(link)]
    return Shared(
        id=identity,
        text=f"{visible_text(title)}\n{written_text(body)}",
        author=member_in(str(writers[0]["href"])) if writers else None,
        author_name=visible_text(writers[0]) if writers else None,
        time=moment(str(stamp["datetime"])) if stamp else None,
        audience=Audience.PUBLIC,
        url=address,
    )


def _is_article(soup: BeautifulSoup, url: str) -> bool:
    return "/pulse/" in url or page_key(soup).startswith("pulse")


def _canonical(soup: BeautifulSoup) -> str:
    link = soup.select_one('link[rel~="canonical"][href]')
    return str(link["href"]) if link else ""


def _is_profile(soup: BeautifulSoup, url: str, slug: str | None, name: str) -> bool:
    """Whether the heading is a member's name: by the address or, without one, by the page's title."""
    wall = page_key(soup).startswith("auth_wall") or soup.select_one("input[type=password]") is not None
    if wall or _is_article(soup, url) or re.search(r"/(recent-activity|overlay|details)/", url):
        return False
    title = soup.title.get_text().strip() if soup.title else ""
    return slug is not None or (not is_site(url) and re.sub(r"^\(\d+\+?\) ", "", title).startswith(name))


def _after(heading: Tag) -> Iterator[str]:
    """The short lines that stand below the name."""
    holder = heading.find_parent(lambda tag: tag.name == "header" or _is_section(tag)) or heading.parent
    lines = written_text(holder).split("\n") if holder else []
    name = visible_text(heading)
    for line in lines[lines.index(name) + 1 :] if name in lines else ():
        if not _NOISE.match(line) and len(line) <= _LONGEST_HEADLINE:
            yield line


def _is_section(tag: Tag) -> bool:
    return tag.name == "section" or tag.get("role") == "region"


def _sections(soup: BeautifulSoup, name: Tag, slug: str | None) -> Iterator[tuple[str, str, list[str]]]:
    """Each section with its heading, its text and its list; what is about posts and others is left out."""
    for section in soup.select(f"{_MAIN} :is(section, [role=region]), section[data-section]"):
        heading = section.select_one("h2, h3, [role=heading]")
        mark = str(section.get("data-section", "")) or str(section.get("id", ""))
        if heading is None or name in section.descendants or mark == "posts" or section.find(_is_section):
            continue
        if _holds_posts(section) or _lists_others(section, slug):
            continue
        title = "summary" if mark in ABOUT else visible_text(heading)
        items = section.select("li, [role=listitem]")
        whole = written_text(section).removeprefix(visible_text(heading)).strip()
        nested = [item for item in items if not item.find_parent(["li"])]
        yield title, whole, [line for item in nested if (line := visible_text(item))]


def _holds_posts(section: Tag) -> bool:
    marked = any(section.find(attrs={kind: True}) for kind in _POST_MARKS[:2])
    return marked or section.select_one(_UPDATE) is not None


def _lists_others(section: Tag, slug: str | None) -> bool:
    links = section.select("li a[href], [role=listitem] a[href]")
    members = {member.casefold() for link in links if (member := member_in(str(link["href"])))}
    return bool(members - {(slug or "").casefold()})


def posts_on(soup: BeautifulSoup, url: str) -> Iterator[Shared]:
    """The posts on a page: of the signed-in list by their numbers, of the public page by their links."""
    if is_public(soup):
        yield from _public_posts(soup, url)
        return
    seen = set()
    for tag, identity in (*_marked(soup),) or _linked(soup):
        if identity not in seen:
            seen.add(identity)
            yield _shared(tag, identity, url)


def _marked(soup: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """The elements that carry a post's number themselves."""
    for tag in soup.find_all(lambda tag: any(post_in(str(tag.get(mark, ""))) for mark in _POST_MARKS)):
        yield tag, next(found for mark in _POST_MARKS if (found := post_in(str(tag.get(mark, "")))))


def _linked(soup: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Items that only link to a post's own page, with who made it beside."""
    for tag in soup.select(_POSTS):
        inside = tag.find_parent(_is_item) is not None
        link = None if inside else tag.select_one(_UPDATE)
        identity = post_in(str(link["href"])) if link and tag.select_one('a[href*="/in/"]') else None
        if identity:
            yield tag, identity


def _is_item(tag: Tag) -> bool:
    return tag.name == "article" or tag.get("role") in {"article", "listitem"}


def _shared(tag: Tag, identity: str, url: str) -> Shared:
    """One post of the list. Whoever is linked to before the text made it; a first of two passed it on."""
    text = _text_of(tag)
    before = _members_before(tag, text)
    passed_on = len(before) > 1 and not _MERELY.search(_lead(tag, before[-1]))
    media = [str(image["src"]) for image in tag.select("img[src]") if "/feedshare-" in str(image["src"])]
    return Shared(
        id=identity,
        text=written_text(text),
        author=before[-1] if before else None,
        by=before[0] if passed_on else None,
        time=made_at(identity),
        audience=next(
            (found for sign, found in _AUDIENCES if sign.search(tag.get_text(" "))), Audience.UNKNOWN
        ),
        url=f"https://www.linkedin.com/feed/update/urn:li:activity:{identity}/",
        pictures=tuple(address for source in media if (address := absolute(url, source))),
    )


def _text_of(tag: Tag) -> Tag | None:
    """The post's own text: the longest piece with a writing direction of its own, outside any link."""
    pieces = [
        piece
        for piece in tag.select("[dir=ltr], [dir=rtl], [dir=auto]")
        if piece.find_parent("a") is None and not piece.select_one("[dir]") and not _is_comment(piece, tag)
    ]
    return max(pieces, key=lambda piece: len(piece.get_text()), default=None)


def _is_comment(piece: Tag, post: Tag) -> bool:
    """Whether a piece belongs to an answer below the post: it has a number or an item of its own."""
    holder = piece.find_parent(
        lambda tag: (
            _is_item(tag) or "urn:li:comment" in str(tag.get("data-id", "")) + str(tag.get("data-urn", ""))
        )
    )
    return holder is not None and post in holder.parents


def _members_before(tag: Tag, text: Tag | None) -> list[str]:
    found: list[str] = []
    before = takewhile(lambda node: node is not text, tag.descendants)
    for link in (node for node in before if isinstance(node, Tag) and node.name == "a"):
        slug = member_in(str(link.get("href", "")))
        if slug and slug not in found and not _is_comment(link, tag):
            found.append(slug)
    return found


def _lead(tag: Tag, author: str) -> str:
    """What stands above a post before its author: "… reposted this"."""
    said: list[str] = []
    for node in tag.descendants:
        if isinstance(node, Tag) and same_member(member_in(str(node.get("href", ""))), author):
            break
        said += [str(node)] if isinstance(node, NavigableString) else []
    return " ".join(" ".join(said).split())


def _public_posts(soup: BeautifulSoup, url: str) -> Iterator[Shared]:
    """What the public page lists as shared; what the member only liked is somebody else's and left out."""
    for link in soup.select('[data-section="posts"] a[href*="/posts/"]'):
        address, owner = str(link["href"]), member_in(url) or member_in(_canonical(soup))
        identity, author = post_in(address), poster_in(address)
        liked = "like" in str(link.get("data-tracking-control-name", ""))
        if identity and not liked:
            yield Shared(
                id=identity,
                text=written_text(link).removesuffix("\u2026").strip(),
                author=author,
                by=owner if author and owner and author.casefold() != owner.casefold() else None,
                time=made_at(identity),
                audience=Audience.PUBLIC,
                url=address.split("?", 1)[0],
            )


def connections_on(soup: BeautifulSoup) -> Iterator[Connection]:
    """Everybody in one's own list of connections, each once."""
    known: dict[str, list[str]] = {}
    for link in soup.select(f"{_MAIN} a[href]"):
        slug = member_in(str(link["href"]))
        if slug:
            known.setdefault(slug, []).extend(line for line in written_text(link).split("\n") if line)
    for slug, lines in known.items():
        texts = [line for line in dict.fromkeys(lines) if not _NOISE.match(line)]
        yield Connection(
            id=slug,
            display_name=texts[0] if texts else None,
            handle=slug,
            relation="connection",
            about=texts[1] if len(texts) > 1 else None,
            url=profile_url(slug),
        )
