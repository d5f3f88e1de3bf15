"""The way through a WordPress blog for the live door, for its own pages and for the addresses strangers use.

Data is asked for by ``?rest_route=``, which every WordPress understands, however its addresses are set up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.blog.admin import profile, proven
from selfaudit.platforms.blog.answers import material_of_answer
from selfaudit.platforms.blog.feeds import material_of_feed
from selfaudit.platforms.blog.material import Entry, Material, united
from selfaudit.platforms.blog.rendered import material_of_page
from selfaudit.platforms.blog.whose import own_posts, whose
from selfaudit.platforms.generic.markup import pictures_in
from selfaudit.platforms.generic.values import objects
from selfaudit.platforms.reading import absolute, json_of, soup_of

_A_PAGE = 100
_MOST_PAGES = 200
_NEXT = (
    "a.wp-block-query-pagination-next[href], a.next.page-numbers[href], .nav-previous a[href], "
    "a[rel~='next'][href], link[rel~='next'][href], a.next[href]"
)


def sign_in(site: str) -> str:
    """Where a person signs in, on to the profile form: the dashboard would begin a draft by itself."""
    profile_form = quote(f"{site.rstrip('/')}/wp-admin/profile.php", safe="")
    return f"{site.rstrip('/')}/wp-login.php?redirect_to={profile_form}"


def signed_in(document: Document) -> bool:
    """Whether the page greets somebody."""
    return soup_of(document.html).select_one("body.wp-admin, #wpadminbar, body.logged-in") is not None


def identify(view: View) -> Account | None:
    """The account whose profile form the site opens: WordPress shows nobody else's there."""
    page = view.open(f"{view.site}/wp-admin/profile.php", Part.BIO)
    person = profile(soup_of(page.html))
    # Without its number nothing could be asked for by author, and nothing may be asked for otherwise.
    known = person is not None and person.author.number is not None
    return proven(person, urlsplit(view.site).netloc) if person and known else None


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """Profile form, every post of any status, comments, pictures, front page."""
    view.open(f"{view.site}/wp-admin/profile.php", Part.BIO)
    yield Part.BIO
    yield Part.CONTACT
    key = view.fetch(f"{view.site}/wp-admin/admin-ajax.php?action=rest-nonce").body.decode("ascii", "replace")
    proof = {"X-WP-Nonce": key.strip()}
    found, whole = Material(), True
    for kind, query in (("posts", "&status=any&context=edit"), ("pages", "")):
        whole &= _ask(view, f"{kind}&author={account.id}{query}", found, proof) or kind == "pages"
    posts = _own(found, account)
    if whole:
        yield Part.POSTS
    if _ask_for_comments(view, account, posts, proof):
        yield Part.COMMENTS
    all_media = _ask(view, f"media&author={account.id}", found, proof)
    _open_those_with_pictures(view, posts)
    if all_media:
        yield Part.IMAGES
    view.open(f"{view.site}/", Part.SETTINGS)
    yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The author's archive and feed, the posts that need opening, then the data that many blogs close."""
    found = Material()
    listed = _open_archive(view, account, found)
    fed = _ask_for_feed(view, account, found)
    posts = _own(found, account)
    _open_those_with_pictures(view, posts)
    for entry in posts:
        if not entry.whole and not entry.closed and entry.link and not _has_pictures(entry):
            view.open(entry.link, Part.POSTS)
    if listed or fed:
        yield Part.POSTS
        yield Part.IMAGES
    if _ask(view, "comments", found, {}):
        yield Part.COMMENTS
    _ask(view, f"posts&author={account.id}", found, {})
    _ask(view, f"media&author={account.id}", found, {})
    if view.fetch(_data(view, f"users/{account.id}")).status == _FOUND:
        yield Part.BIO
        yield Part.CONTACT


_FOUND = 200


def _data(view: View, route: str) -> str:
    return f"{view.site}/?rest_route=/wp/v2/{route}"


def _own(found: Material, account: Account) -> list[Entry]:
    owner = whose(found, account)
    return own_posts(united(found.entries), owner) if owner else []


def _ask(view: View, route: str, found: Material, headers: Mapping[str, str]) -> bool:
    """Ask for every page of a list; whether its end was reached."""
    for number in range(1, _MOST_PAGES + 1):
        answer = view.fetch(_data(view, f"{route}&per_page={_A_PAGE}&page={number}"), headers)
        value = json_of(answer.body)
        if not isinstance(value, list):
            # A page after a last one that was full is refused, which is an end too.
            return number > 1 and answer.status not in {401, 403}
        found.take(material_of_answer(value))
        if len(objects(value)) < _A_PAGE:
            return True
    return False


def _ask_for_comments(view: View, account: Account, posts: Sequence[Entry], proof: Mapping[str, str]) -> bool:
    """What others wrote under the owner's posts, and what the owner wrote under anybody's."""
    ignored, whole = Material(), True
    numbers = [entry.number for entry in posts if entry.number]
    for start in range(0, len(numbers), _A_PAGE):
        chosen = ",".join(numbers[start : start + _A_PAGE])
        whole &= _ask(view, f"comments&post={chosen}", ignored, proof)
    return _ask(view, f"comments&author={account.id}", ignored, proof) and whole


def _open_archive(view: View, account: Account, found: Material) -> bool:
    """Every page of the author's archive; whether there is one."""
    page = view.open(f"{view.site}/?author={account.id}", Part.POSTS)
    seen: set[str] = set()
    while True:
        soup = soup_of(page.html)
        if soup.select_one("body.author") is None:
            return bool(seen)
        found.take(material_of_page(page))
        seen.add(page.url)
        following = _next_page(soup, page.url)
        if following is None or following in seen or len(seen) >= _MOST_PAGES:
            return True
        page = view.open(following, Part.POSTS)


def _next_page(soup: BeautifulSoup, url: str) -> str | None:
    anchor = soup.select_one(_NEXT)
    return absolute(url, str(anchor["href"])) if anchor else None


def _ask_for_feed(view: View, account: Account, found: Material) -> bool:
    """Every page of the author's feed, which carries whole texts; whether there is one."""
    for number in range(1, _MOST_PAGES + 1):
        answer = view.fetch(f"{view.site}/?author={account.id}&feed=rss2&paged={number}")
        feed = material_of_feed(answer.body) if answer.status == _FOUND else None
        if feed is None or not feed.entries:
            return number > 1
        found.take(feed)
    return False


def _open_those_with_pictures(view: View, posts: Sequence[Entry]) -> None:
    """Open each post that shows a picture, so that the browser brings it; a locked one would only ask."""
    for entry in posts:
        if entry.link and not entry.protected and _has_pictures(entry):
            drafted = "&preview=true" if "?" in entry.link and entry.status != "publish" else ""
            view.open(f"{entry.link}{drafted}", Part.IMAGES)


def _has_pictures(entry: Entry) -> bool:
    tree: Any = soup_of(entry.html) if entry.html else None
    return bool(pictures_in(tree, entry.base))


WORDPRESS = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.SETTINGS}),
    public_parts=frozenset({Part.POSTS, Part.IMAGES, Part.COMMENTS, Part.BIO, Part.CONTACT}),
)
