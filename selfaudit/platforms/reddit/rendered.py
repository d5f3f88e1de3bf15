"""Reddit's pages as they stand on the screen, brought into the shape of its data answers.

Today's pages carry what matters in the attributes of their own elements (published shapes of 2024 to 2026); a
comment on a profile does not name its writer, who is the person whose profile it is. The old pages carry it
in ``data-`` attributes (published shapes, stable since 2013).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.model.visit import Document
from selfaudit.platforms.generic.answers import on_host, path_of
from selfaudit.platforms.generic.markup import links_in, pictures_in, written_text
from selfaudit.platforms.generic.values import part_of, text_in
from selfaudit.platforms.reading import absolute, json_of, meta, soup_of, visible_text

_PROFILE = re.compile(r"/(?:user|u)/([\w-]+)(?:/|$)")
_TITLE = re.compile(r"\(u/([\w-]+)\)")
_LOGGED = re.compile(r"[\"']logged[\"']\s*:\s*(?:[\"']([\w-]+)[\"']|(false|null))")
_HIDDEN = re.compile(
    r"keeps? (?:their|your) (?:posts|comments|activity)[\w ]* hidden|profile is hidden", re.IGNORECASE
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif)$", re.IGNORECASE)
_OURS = (
    "shreddit-post",
    "shreddit-profile-comment",
    "shreddit-comment",
    "shreddit-app",
    "reddit-header-large",
)


def is_page(document: Document) -> bool:
    """Whether a page is Reddit's own; posts set into other sites' pages are not."""
    if on_host(document.url, "reddit.com"):
        return not on_host(document.url, "embed.reddit.com")
    html = document.html
    if any(f"<{name}" in html for name in _OURS) or ("thing" in html and "data-fullname=" in html):
        return True
    soup = soup_of(html) if "eddit" in html else None
    if soup is None:
        return False
    named = _TITLE.search(visible_title(soup)) and visible_title(soup).endswith("Reddit")
    return meta(soup, "og:site_name") == "Reddit" or bool(named) or is_blocked(soup)


def is_blocked(soup: BeautifulSoup) -> bool:
    """Whether Reddit's guard stands in the way."""
    return "blocked by network security" in visible_text(soup.select_one("h1") or soup.body)


def visible_title(soup: BeautifulSoup) -> str:
    """The title of the window."""
    return soup.title.get_text().strip() if soup.title else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what it says of itself."""

    document: Document
    soup: BeautifulSoup

    @property
    def handle(self) -> str | None:
        """Whose profile it is, by its address or title."""
        for address in (self.document.url, meta(self.soup, "og:url") or ""):
            found = _PROFILE.search(path_of(address))
            if found and found[1] != "me":
                return found[1]
        titled = _TITLE.search(visible_title(self.soup))
        return titled[1] if titled else None

    @property
    def viewer(self) -> str | None:
        """Who was signed in, as the page itself says."""
        named = self.soup.select_one("rs-current-user[display-name]")
        if named is not None and re.fullmatch(r"[\w-]{3,20}", str(named["display-name"])):
            return str(named["display-name"])
        told = self._logged()
        return told[1] if told else None

    @property
    def signed_in(self) -> bool:
        """Whether the page shows the menu that only signed-in people have."""
        return self.viewer is not None or self.soup.select_one("#expand-user-drawer-button") is not None

    @property
    def signed_out(self) -> bool:
        """Whether the page offers to sign in, or says that nobody is."""
        told = self._logged()
        return not self.signed_in and (
            bool(told and told[2])
            or self.soup.select_one("#login-button, a[href*='reddit.com/login']") is not None
        )

    def _logged(self) -> re.Match[str] | None:
        scripts = (script.get_text() for script in self.soup.find_all("script"))
        return next((found for text in scripts if "logged" in text and (found := _LOGGED.search(text))), None)

    @property
    def hidden(self) -> bool:
        """Whether the profile says that its posts are kept off it."""
        main = self.soup.find("main") or self.soup.body
        return (
            not list(self.things())
            and _HIDDEN.search(visible_text(main if isinstance(main, Tag) else None)) is not None
        )

    @property
    def links(self) -> tuple[str, ...]:
        """The links that somebody put beside their profile, by the data that stands with each."""
        found = [
            text_in(
                part_of(json_of(str(tag.get("data-faceplate-tracking-context", ""))), "social_link"), "url"
            )
            or next((str(link["href"]) for link in tag.select("a[href]")), "")
            for tag in self.soup.select('faceplate-tracker[noun="social_link"]')
        ]
        full = (absolute(self.document.url, address) for address in found if address)
        return tuple(dict.fromkeys(address for address in full if address))

    @property
    def waiting(self) -> bool:
        """Whether a list on the page has more to fetch."""
        return self.soup.select_one('faceplate-partial[src*="after="], span.next-button a') is not None

    def things(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every post and comment that the page shows, in the shape of a data answer, with its kind."""
        for tag in self.soup.select("shreddit-post"):
            yield "t3", self._post(tag)
        for tag in self.soup.select("shreddit-profile-comment"):
            yield "t1", self._profile_comment(tag)
        for tag in self.soup.select("shreddit-comment"):
            yield "t1", self._comment(tag)
        for tag in self.soup.select(".thing[data-fullname][data-author]"):
            name = str(tag["data-fullname"])
            if name[:3] in {"t1_", "t3_"}:
                yield name[:2], self._old(tag)

    def _post(self, tag: Tag) -> dict[str, Any]:
        body, target = tag.select_one('[slot="text-body"]'), str(tag.get("content-href", ""))
        holders = tag.select('[slot="post-media-container"], [slot="thumbnail"], gallery-carousel')
        shown = [
            address
            for holder in holders
            for one in pictures_in(holder, self.document.url)
            for address in [one.url]
        ]
        pictures = [target] if _PICTURE.search(path_of(target)) else []
        return {
            "name": str(tag.get("id", "")),
            "author": str(tag.get("author", "")),
            "author_fullname": str(tag.get("author-id", "")),
            "title": str(tag.get("post-title", "")),
            "selftext": written_text(body),
            "created": str(tag.get("created-timestamp", "")),
            "permalink": str(tag.get("permalink", "")),
            "pictures": list(dict.fromkeys([*pictures, *shown])),
            "links": list(links_in(body, self.document.url)),
        }

    def _profile_comment(self, tag: Tag) -> dict[str, Any]:
        return {
            "name": _comment_name(str(tag.get("comment-id", ""))),
            "author": self.handle or "",
            "permalink": str(tag.get("href", "")).partition("?")[0],
            **self._said(tag, tag.select_one('.md, [id$="-content"]')),
        }

    def _comment(self, tag: Tag) -> dict[str, Any]:
        return {
            "name": _comment_name(str(tag.get("thingid", ""))),
            "author": str(tag.get("author", "")),
            "permalink": str(tag.get("permalink", "")),
            "parent_id": str(tag.get("parentid", "")) or str(tag.get("postid", "")),
            "link_id": str(tag.get("postid", "")),
            **self._said(tag, tag.find(attrs={"slot": "comment"}, recursive=False)),
        }

    def _said(self, tag: Tag, body: Any) -> dict[str, Any]:
        """What a comment says and when; the comments inside it have words and times of their own."""
        written = body if isinstance(body, Tag) else None
        times = [str(tag.get("created", ""))]
        times += [
            str(one.get("datetime") or one.get("ts") or "") for one in tag.select("time, faceplate-timeago")
        ][:1]
        return {
            "body": written_text(written),
            "created": next(filter(None, times), ""),
            "links": list(links_in(written, self.document.url)),
        }

    def _old(self, tag: Tag) -> dict[str, Any]:
        title, body = tag.select_one("a.title"), tag.select_one(".usertext-body .md")
        stamp = str(tag.get("data-timestamp", ""))
        when = tag.find("time")
        return {
            "name": str(tag["data-fullname"]),
            "author": str(tag["data-author"]),
            "author_fullname": str(tag.get("data-author-fullname", "")),
            "title": visible_text(title),
            "selftext": written_text(body),
            "body": written_text(body),
            "created_utc": int(stamp) / 1000 if stamp.isdecimal() else None,
            "created": str(when.get("datetime", "")) if isinstance(when, Tag) else "",
            "permalink": str(tag.get("data-permalink", "")),
            "pictures": [u]
            if _PICTURE.search(path_of(u := absolute(self.document.url, str(tag.get("data-url", ""))) or ""))
            else [],
            "links": list(links_in(body, self.document.url)),
        }


def _comment_name(written: str) -> str:
    return written if not written or written.startswith("t1_") else f"t1_{written}"
