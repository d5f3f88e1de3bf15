"""How a member can be reached: the page that "Contact info" opens, and the answer that fills it.

Both follow published readers (2021 to 2026); neither was seen by us.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, unquote

from bs4 import BeautifulSoup

from selfaudit.platforms.generic.answers import parts_of
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.linkedin.addresses import is_site, member_in
from selfaudit.platforms.linkedin.shown import Profile
from selfaudit.platforms.reading import absolute, walk_json

_PAGE = re.compile(r"/in/[^/?#]+/(?:overlay|detail)/contact-info")
_ASKED = re.compile(r"/identity/profiles/([^/?]+)/profileContactInfo|memberIdentity:([^,()&]+)")
_PHONE = re.compile(r"\+?\(?\d[\d\s().-]{6,18}\d(?: \(\w+\))?")
_TWITTER = "https://twitter.com/"


def contacts_on(soup: BeautifulSoup, url: str) -> Profile | None:
    """What the page that "Contact info" opens tells of the member whose page it is."""
    if not _PAGE.search(url):
        return None
    shown = soup.select_one("[role=dialog], dialog") or soup.select_one("main, [role=main]")
    if shown is None:
        return None
    found = [str(link["href"]) for link in shown.select("a[href]")]
    lines = written_text(shown).split("\n")
    return Profile(
        slug=member_in(url),
        emails=_each_once(
            [one.removeprefix("mailto:").partition("?")[0] for one in found if "mailto:" in one]
        ),
        phones=_each_once(
            [unquote(one.removeprefix("tel:")) for one in found if one.startswith("tel:")]
            or [line.partition(" (")[0] for line in lines if _PHONE.fullmatch(line)]
        ),
        links=_each_once([link for one in found if (link := _elsewhere(url, one))]),
        reached=True,
    )


def _elsewhere(page: str, address: str) -> str | None:
    """A link that leads away from LinkedIn, be it by way of its warning page."""
    full = absolute(page, address) or ""
    if is_site(full):
        asked = parse_qs(parts_of(full).query)
        full = next((one for name in ("url", "session_redirect") for one in asked.get(name, [])), "")
    return full if full.startswith(("http://", "https://")) and not is_site(full) else None


def contacts_in(url: str, value: Any) -> Profile | None:
    """What the answer behind "Contact info" tells of the member whom its address or record names."""
    asked = _ASKED.search(unquote(url))
    slug = (asked[1] or asked[2]) if asked else ""
    for record in walk_json(value):
        if "phoneNumbers" in record and ("websites" in record or "twitterHandles" in record):
            name = text_in(record, "publicIdentifier") or slug
            return _of(record, name) if name and name != "me" else None
    return None


def _of(record: dict[str, Any], slug: str) -> Profile:
    email = record.get("emailAddress")
    numbers = [
        text_in(part_of(one, "phoneNumber") or one, "number") for one in objects(record["phoneNumbers"])
    ]
    links = [text_in(one, "url") for one in objects(record.get("websites"))]
    names = [text_in(one, "name") for one in objects(record.get("twitterHandles"))]
    return Profile(
        slug=slug,
        emails=_each_once([email if isinstance(email, str) else text_in(email, "emailAddress")]),
        phones=_each_once(numbers),
        links=_each_once([*links, *(_TWITTER + name for name in names if name)]),
        reached=True,
    )


def _each_once(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in found if one.strip()))
