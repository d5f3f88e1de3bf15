"""Who is signed in on a site that nobody has described: told by what stands beside its way to sign out.

A name alone proves nothing, since pages are full of names. It must stand in the menu that also signs out, or
the menu must call a page "my profile".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.reading import absolute, visible_text
from selfaudit.platforms.website.signing import NAME, is_name

_OUT = re.compile(r"\b(log|sign)[\s_-]?(out|off)\b", re.IGNORECASE)
_IN = re.compile(r"\b(log|sign)[\s_-]?(in|on)\b", re.IGNORECASE)
_GREETING = re.compile(
    r"\b(?:(?:signed|logged)[\s-]in as|welcome(?: back)?|hello|hi|account(?: menu)?(?: for| of|:))[,:]?\s+"
    r"(?P<name>[^|\n!.,()<>]{2,60})",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"^(?:(?:view |see |go to )?(?:my|your) (?:public )?(?:profile|page)|profile|view profile)$",
    re.IGNORECASE,
)
_YOURS = re.compile(rf"^(?i:(?:your|my) (?:profile|account|page))[:,]? (?P<who>{NAME})$")
_OF_MENU = re.compile(
    r"\b(?:profile|account|menu|settings|messages|dashboard|home|help|log|sign)\b", re.IGNORECASE
)
_LARGEST_MENU, _LONGEST_GREETING = 1200, 90


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What the menu tells: the name that it greets, and the page that it calls one's own."""

    name: str | None = None
    page: str | None = None


def signed_in(soup: BeautifulSoup, url: str) -> SignedIn | None:
    """What the site's own menu says of whoever is signed in; ``None`` where nothing signs out."""
    for way_out in _ways_out(soup):
        menu = _menu(way_out)
        name, page = _named(menu), _own_page(menu, url)
        if name or page:
            return SignedIn(name, page)
        return SignedIn()
    return None


def viewer_in(soup: BeautifulSoup, url: str) -> SignedIn | None:
    """The same; where the menu greets nobody, with the one name that stands for a user beside the way out."""
    told = signed_in(soup, url)
    return replace(told, name=_beside_way_out(soup)) if told and not told.name else told


def nobody(soup: BeautifulSoup) -> bool:
    """Whether the page offers to sign in, and nothing signs out."""
    offers = any(_IN.search(_words(tag)) for tag in soup.select("a[href], button"))
    return offers and not _ways_out(soup)


def _ways_out(soup: BeautifulSoup) -> list[Tag]:
    controls = soup.select("a[href], button, input[type='submit'], form[action], [role='menuitem']")
    return [tag for tag in controls if _OUT.search(_words(tag)) and not tag.find_parent(("article", "main"))]


def _words(tag: Tag) -> str:
    address = str(tag.get("href") or tag.get("action") or "")
    said = "" if tag.name == "form" else visible_text(tag)[:80]
    return f"{address} {said} {tag.get('aria-label', '')} {tag.get('value', '')} {tag.get('title', '')}"


def _menu(way_out: Tag) -> Tag:
    """The largest piece of the page around the way out that is still a menu and no content."""
    menu = way_out
    for holder in way_out.parents:
        if holder.name in {"body", "html", "main", "[document]"} or len(holder.get_text()) > _LARGEST_MENU:
            break
        menu = holder
    return menu


def _named(menu: Tag) -> str | None:
    """Whom the shortest piece of the menu greets; a longer one has other entries of the menu in it."""
    tags = [menu, *menu.find_all(True)]
    labels = [str(tag.get(name, "")) for tag in tags for name in ("aria-label", "title")]
    direct = [" ".join("".join(tag.find_all(string=True, recursive=False)).split()) for tag in tags]
    pieces = [said for said in (*labels, *direct, *map(visible_text, tags)) if len(said) <= _LONGEST_GREETING]
    for said in sorted(pieces, key=len):
        greeted = _GREETING.search(said)
        name = _OUT.split(greeted["name"])[0].strip(" -\N{EN DASH}") if greeted else ""
        if name:
            return name
    return None


def _own_page(menu: Tag, url: str) -> str | None:
    for anchor in menu.select("a[href]:not([href^='#'], [href=''])"):
        said = visible_text(anchor) or str(anchor.get("aria-label", ""))
        if _PROFILE.match(said.strip()) or "me" in anchor.get_attribute_list("rel"):
            return absolute(url, str(anchor["href"]))
    return None


def _beside_way_out(soup: BeautifulSoup) -> str | None:
    """The one name that stands for a user in the header or menu that also signs out."""
    for bar in soup.select("header, nav"):
        controls = bar.select("a[href], button")
        said = (f"{one.get('href', '')} {visible_text(one)[:80]}" for one in controls)
        if bar.find_parent(("article", "main")) or not any(map(_OUT.search, said)):
            continue
        labels = (_YOURS.match(str(tag.get("aria-label", ""))) for tag in bar.select("[aria-label]"))
        names = {found["who"] for found in labels if found}
        shown = map(visible_text, bar.select(".user, .username, .user-name, .current-user, .display-name"))
        names |= {one for one in shown if is_name(one) and not _OF_MENU.search(one)}
        if len(names) == 1:
            return names.pop()
    return None
