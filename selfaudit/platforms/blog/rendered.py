"""A blog's page as a whole: what kind of blog it is, whose page it is, and what stands on it."""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import BeautifulSoup

from selfaudit.model.snapshot import Setting
from selfaudit.model.visit import Document
from selfaudit.platforms.blog.admin import listed_posts, profile
from selfaudit.platforms.blog.articles import articles, comments, is_marked_as_article
from selfaudit.platforms.blog.material import Author, Material, Person
from selfaudit.platforms.blog.switches import search_engines
from selfaudit.platforms.generic.values import root_of
from selfaudit.platforms.reading import meta, soup_of, visible_text

_MAKERS = ("wordpress", "blogger", "ghost")
_FEED = (
    "link[rel~='alternate'][type='application/rss+xml'], link[rel~='alternate'][type='application/atom+xml']"
)
_ABOUT = (
    ".author-description, .author-bio, .archive-description, .taxonomy-description, "
    ".wp-block-post-author-biography, .wp-block-term-description, .author-profile-description"
)
_AUTHOR_SLUG, _AUTHOR_NUMBER = re.compile(r"^author-(?!\d+$|template$)(.+)$"), re.compile(r"^author-(\d+)$")


def is_blog(soup: BeautifulSoup) -> bool:
    """Whether a page is a blog's: made by a blog program, or marked as an article with a feed beside it.

    A feed and "og:type article" alone are not enough: forums have both.
    """
    maker = (meta(soup, "generator") or "").lower()
    if maker.startswith(_MAKERS) or soup.select_one(
        "link[rel='https://api.w.org/'], #wpadminbar, body.wp-admin"
    ):
        return True
    return soup.select_one(_FEED) is not None and is_marked_as_article(soup)


def is_wordpress(soup: BeautifulSoup) -> bool:
    """Whether WordPress made the page; only it marks signed-in pages on every theme."""
    maker = (meta(soup, "generator") or "").lower()
    return maker.startswith("wordpress") or soup.select_one("link[rel='https://api.w.org/']") is not None


def shows_nobody_signed_in(soup: BeautifulSoup) -> bool:
    """Whether a page that would greet a signed-in person greets nobody."""
    classes = soup.body.get_attribute_list("class") if soup.body else []
    marked = any(classes) and is_wordpress(soup)
    return marked and "logged-in" not in classes and soup.select_one("#wpadminbar") is None


def material_of_page(document: Document) -> Material:
    """What stands on the page; nothing, when it is no page of a blog."""
    soup, found = soup_of(document.html), Material()
    if not is_blog(soup) or _is_door(soup):
        return found
    found.site = root_of(document.url)
    owner = profile(soup)
    if owner:
        found.people.append(owner)
    if soup.select_one("body.wp-admin"):
        found.take(listed_posts(soup))
        return found
    person = _author_page(soup, document.url)
    entries = articles(soup, document.url)
    if person:
        found.people.append(person)
        found.about = person.author
        entries = [replace(entry, author=person.author) for entry in entries]
    found.entries = [*entries, *comments(soup, document.url)]
    found.settings += _robots(soup, found.site)
    return found


def _is_door(soup: BeautifulSoup) -> bool:
    """Whether this is the page for signing in: it keeps search engines out on every blog, open ones too."""
    return soup.select_one("body.login #loginform, body.login #lostpasswordform") is not None


def _author_page(soup: BeautifulSoup, url: str) -> Person | None:
    """The person whose archive this page is."""
    classes = [name for name in soup.body.get_attribute_list("class") if name] if soup.body else []
    if not {"author", "author-template"} & set(classes):
        return None
    slug = next((found[1] for name in classes if (found := _AUTHOR_SLUG.match(name))), None)
    number = next((found[1] for name in classes if (found := _AUTHOR_NUMBER.match(name))), None)
    named = soup.select_one("h1 .vcard, h1 .fn, h1 span, .author-title, .author-name, h1")
    bio, banner = soup.select_one(_ABOUT), soup.select_one(".author-avatar img, .author-profile-image")
    name = visible_text(named).rpartition(": ")[2] or meta(soup, "og:title")
    return Person(
        Author(number, slug, name),
        bio=visible_text(bio) if bio else None,
        page=url,
        avatar=str(banner.get("src")) if banner and banner.get("src") else None,
    )


def _robots(soup: BeautifulSoup, site: str | None) -> list[Setting]:
    """What the page asks of search engines; only a whole blog is kept out with both words."""
    asked = " ".join(str(tag.get("content", "")) for tag in soup.select("meta[name='robots']")).lower()
    if "noindex" in asked and "nofollow" in asked:
        return [search_engines(allowed=False, site=site)]
    return [] if "noindex" in asked or not is_wordpress(soup) else [search_engines(allowed=True, site=site)]
