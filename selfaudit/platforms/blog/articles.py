"""Posts and comments as a blog's pages show them: WordPress's themes, Blogger, Ghost, and h-entry mark-up.

Themes differ in tags and agree in class names; where a page has no such mark, its linked data and its
head tell what they can.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.blog.material import GUEST, Author, Entry, place
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import objects, text_in
from selfaudit.platforms.reading import absolute, meta, script_json, visible_text, walk_json

_NUMBER = re.compile(r"\bpost-(?:body-)?(\d+)\b")
_PAGE_NUMBER = re.compile(r"\b(?:postid|page-id)-(\d+)\b")
_COMMENT = re.compile(r"^(?:div-)?(?:li-)?(?:comment-|c)(\d+)$")
_COMMENT_SLUG = re.compile(r"\bcomment-author-([\w-]+)")
_STATUS = re.compile(r"\bstatus-(\w+)\b")
_LISTS = frozenset({"archive", "author", "home", "blog", "author-template", "home-template"})
_ARTICLE_TYPES = frozenset({"Article", "BlogPosting", "NewsArticle"})
_ITEM = "article, .hentry, .h-entry, li.wp-block-post, .type-post, [itemtype$='/BlogPosting']"
_TITLES = (".entry-title", ".wp-block-post-title", ".post-title", ".article-title", ".p-name")
_HEADINGS = ("h1", "h2", "h3")
_WHOLE = (
    ".entry-content, .wp-block-post-content, .post-body, .post-content, .gh-content, .post-full-content, "
    ".e-content, [itemprop='articleBody']"
)
_PART = (
    ".entry-summary, .wp-block-post-excerpt, .excerpt, .post-excerpt, .post-card-excerpt, "
    ".gh-card-excerpt, .p-summary"
)
_BY = (
    "[rel='author'], .author .fn, .post-author .fn, .wp-block-post-author__name, .wp-block-post-author-name, "
    ".author-name, .byline a, .author a, .p-author"
)
_COMMENTS = "li.comment, .comment[id], [id^='comment-'].comment, article.comment-body"
_WRITERS = (
    ".comment-author .fn",
    ".wp-block-comment-author-name",
    ".comment-author cite",
    ".comment-author-link",
    ".comment-author",
    ".user",
    ".fn",
)
_SAYS = re.compile(r"\s+(?:says|said|wrote|sagt|schreibt|schrieb|dit|dice|disse|zegt|pisze)?\s*:$")
_SAID = ".comment-content, .wp-block-comment-content, .comment-text"
_AUTHOR_NUMBER = re.compile(r"[?&]author=(\d+)")
_PROFILE = re.compile(r"/(?:author|profile)/([^/?#]+)/?(?:[?#].*)?$")


def articles(soup: BeautifulSoup, url: str) -> list[Entry]:
    """Every post on the page: those of a list, or the one that the page is about."""
    items = _items(soup)
    if is_single(soup) or _is_alone(soup, items, url):
        return [_single(soup, url)]
    return [entry for tag in items if (entry := _listed(tag, url))]


def _is_alone(soup: BeautifulSoup, items: Sequence[Tag], url: str) -> bool:
    """Whether a page that does not say of what kind it is holds one post, whose title leads nowhere else."""
    texts = items or soup.select(_WHOLE)
    if len(texts) != 1 or _LISTS & set(_classes(soup.body)):
        return False
    title = _first(items[0] if items else soup, *_TITLES, *_HEADINGS)
    anchor = title and title.select_one("a[href]")
    return anchor is None or place(absolute(url, str(anchor["href"]))) == place(_address(soup, url))


def is_single(soup: BeautifulSoup) -> bool:
    """Whether the page is about one post."""
    classes = _classes(soup.body)
    if "single" in classes or _PAGE_NUMBER.search(" ".join(classes)):
        return True
    if _LISTS & set(classes):
        return False
    is_article = meta(soup, "og:type") == "article" or bool(_linked(soup))
    return is_article or soup.select_one("[itemprop='postId'], body.post-template") is not None


def is_marked_as_article(soup: BeautifulSoup) -> bool:
    """Whether the page says in linked data or as h-entry that it is an article."""
    return bool(_linked(soup)) or soup.select_one(".h-entry, .hentry") is not None


def comments(soup: BeautifulSoup, url: str) -> Iterator[Entry]:
    """Everything that was written under the one post of this page."""
    post = _page_number(soup) or _address(soup, url)
    seen: set[str] = set()
    for tag in soup.select(_COMMENTS):
        said = tag.select_one(_SAID)
        number = _comment_number(tag) or (_number_for(tag, said) if said else None)
        if number and number not in seen:
            seen.add(number)
            yield _said(tag, number, post, url)


def _number_for(tag: Tag, said: Tag) -> str:
    """The number of a comment, where another element around its words has it, or a made-up one."""
    holder = said.find_parent(lambda one: _comment_number(one) is not None)
    number = _comment_number(holder) if isinstance(holder, Tag) else None
    words = f"{visible_text(_first(tag, *_WRITERS))} {visible_text(said)}"
    return number or hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12]


def _items(soup: BeautifulSoup) -> list[Tag]:
    """The outermost items only; a quoted post or a comment inside one is not an item of its own."""
    found = [tag for tag in soup.select(_ITEM) if not _comment_number(tag)]
    known = {id(tag) for tag in found}
    return [tag for tag in found if not any(id(parent) in known for parent in tag.parents)]


def _listed(tag: Tag, url: str) -> Entry | None:
    title, whole = _first(tag, *_TITLES, *_HEADINGS), tag.select_one(_WHOLE)
    body = whole or tag.select_one(_PART)
    if title is None and body is None:
        return None
    marks = f"{tag.get('id', '')} {' '.join(_classes(tag))}"
    number, status = _NUMBER.search(marks), _STATUS.search(marks)
    anchor = tag.select_one("a[rel~='bookmark'][href], a.u-url[href]") or (
        title and (title.select_one("a[href]") or title.find_parent("a", href=True))
    )
    guarded = "post-password-required" in marks
    return Entry(
        number=number[1] if number else None,
        link=absolute(url, str(anchor["href"])) if anchor else None,
        title=visible_text(title),
        html=str(body) if body and not guarded else None,
        whole=whole is not None,
        closed=guarded,
        protected=guarded,
        author=author_in(tag),
        status=status[1] if status else None,
        time=_time(tag),
        base=url,
    )


def _single(soup: BeautifulSoup, url: str) -> Entry:
    whole = soup.select_one(_WHOLE)
    holder = _holder(soup, whole)
    data = next(iter(_linked(soup)), {})
    title = visible_text(_first(holder, *_TITLES)) or text_in(data, "headline")
    asks = whole is not None and whole.select_one(".post-password-form") is not None
    summary = text_in(data, "articleBody") or meta(soup, "og:description") or meta(soup, "description")
    return Entry(
        number=_page_number(soup) or _own_number(holder),
        link=_address(soup, url),
        title=title or visible_text(_first(soup, "h1")) or meta(soup, "og:title") or "",
        html=None if asks else str(whole) if whole else summary,
        whole=whole is not None or bool(text_in(data, "articleBody")),
        closed=asks,
        protected=asks,
        author=_by(data, soup) or author_in(holder),
        time=moment(data.get("datePublished"))
        or moment(meta(soup, "article:published_time"))
        or _time(holder),
        base=url,
    )


def _first(tag: Tag, *selectors: str) -> Tag | None:
    """What the first of these selectors that finds anything finds."""
    return next((found for selector in selectors if (found := tag.select_one(selector))), None)


def _holder(soup: BeautifulSoup, whole: Tag | None) -> Tag:
    """The part of the page that is the post, with its title and its writer."""
    around = whole.find_parent(["article", "main"]) if whole else None
    marked = soup.select_one(f"main, {_ITEM}")
    return around or marked or soup


def author_in(tag: Tag) -> Author:
    """Who wrote it, as the mark-up around it says."""
    named = tag.select_one(_BY)
    if named is None:
        return Author()
    anchor = named if named.get("href") else named.select_one("a[href]")
    address = str(anchor["href"]) if anchor else ""
    slug, number = _PROFILE.search(address), _AUTHOR_NUMBER.search(address)
    return Author(number[1] if number else None, slug[1] if slug else None, visible_text(named) or None)


def _by(data: dict[str, Any], soup: BeautifulSoup) -> Author | None:
    """Who wrote it, as the page's linked data or head says."""
    stated = data.get("author")
    writer = next(iter(objects(stated)), stated if isinstance(stated, dict) else {})
    reference = text_in(writer, "@id")
    nodes = (node for value in script_json(soup, type="application/ld+json") for node in walk_json(value))
    named = [writer, *(node for node in nodes if reference and text_in(node, "@id") == reference)]
    name = next(
        (text_in(node, "name") for node in named if text_in(node, "name")), meta(soup, "author") or ""
    )
    if not name:
        return None
    slugs = (_PROFILE.search(text_in(node, "url")) for node in named)
    linked = (
        _PROFILE.search(str(anchor["href"]))
        for anchor in soup.select("a[href*='/author/']")
        if visible_text(anchor) == name
    )
    return Author(slug=next((found[1] for found in (*slugs, *linked) if found), None), name=name)


def _linked(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """What the page says of itself as linked data, if it says that it is an article."""
    nodes = (node for value in script_json(soup, type="application/ld+json") for node in walk_json(value))
    return [node for node in nodes if _types(node) & _ARTICLE_TYPES]


def _types(node: dict[str, Any]) -> set[str]:
    stated = node.get("@type")
    return {stated} if isinstance(stated, str) else {one for one in stated or () if isinstance(one, str)}


def _time(tag: Tag) -> datetime | None:
    """When it was published; only times that name their zone."""
    for element in tag.select(
        "time.published[datetime], time.entry-date[datetime], time[datetime], abbr[title]"
    ):
        found = moment(str(element.get("datetime") or element.get("title")))
        if found:
            return found
    return None


def _page_number(soup: BeautifulSoup) -> str | None:
    found = _PAGE_NUMBER.search(" ".join(_classes(soup.body)))
    blogger = soup.select_one("[itemprop='postId'][content]")
    return found[1] if found else str(blogger["content"]) if blogger else None


def _own_number(holder: Tag) -> str | None:
    found = _NUMBER.search(f"{holder.get('id', '')} {' '.join(_classes(holder))}")
    return found[1] if found else None


def _address(soup: BeautifulSoup, url: str) -> str:
    canonical = soup.select_one("link[rel~='canonical'][href]")
    return str(canonical["href"]) if canonical else meta(soup, "og:url") or url


def _comment_number(tag: Tag) -> str | None:
    found = _COMMENT.match(str(tag.get("id", "")))
    return found[1] if found else None


def _said(tag: Tag, number: str, post: str, url: str) -> Entry:
    said, writer = tag.select_one(_SAID), _SAYS.sub("", visible_text(_first(tag, *_WRITERS)))
    classes = " ".join(_classes(tag))
    slug = _COMMENT_SLUG.search(classes)
    guest = "depth-" in classes and "byuser" not in classes
    return Entry(
        number=number,
        link=f"{url.partition('#')[0]}#comment-{number}",
        html=str(said) if said else None,
        whole=True,
        author=Author(GUEST if guest else None, slug[1] if slug else None, writer or None),
        time=_time(tag),
        comment=True,
        parent=post,
        base=url,
    )


def _classes(tag: Tag | None) -> list[str]:
    return [name for name in tag.get_attribute_list("class") if name] if tag else []
