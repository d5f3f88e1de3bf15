"""Facebook's page as it stands on the screen, read by its roles; for what the page's data does not hold.

Posts are articles without a label of their own, comments are articles with one (reported of 2025); no
rendered page of a signed-in owner was to be had, so that nothing here claims to have read a part whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Audience
from selfaudit.platforms.facebook.addresses import SITE, names_in, outward, post_in
from selfaudit.platforms.facebook.stories import Whose
from selfaudit.platforms.generic.markup import links_in, written_text
from selfaudit.platforms.reading import ItemUnreadable, absolute, visible_text

_AUDIENCES = {
    "Shared with Public": Audience.PUBLIC,
    "Shared with Your friends": Audience.FRIENDS,
    "Shared with Only me": Audience.PRIVATE,
    "Shared with Custom": Audience.CUSTOM,
}
_MESSAGE = '[data-ad-comet-preview="message"], [data-ad-preview="message"]'


def articles(soup: BeautifulSoup) -> Iterator[Tag]:
    """The posts on the screen."""
    for tag in soup.select("[role=article]"):
        if not tag.get("aria-label") and tag.find_parent(attrs={"role": "article"}) is None:
            yield tag


def article_of(tag: Tag, whose: Whose) -> Post:
    """One post; its moment is not on the screen in a form that can be trusted."""
    anchors = [absolute(SITE, str(anchor["href"])) or "" for anchor in tag.find_all("a", href=True)]
    address = next((one for one in anchors if post_in(one)), None)
    heading = tag.select_one("h2 a[href], h3 a[href], h4 a[href]")
    if address is None or heading is None:
        raise ItemUnreadable("posts on the screen without an address or a name")
    named = names_in(absolute(SITE, str(heading["href"])) or "")
    own = whose.is_({"id": named.id, "url": f"{SITE}/{named.vanity}" if named.vanity else ""})
    return Post(
        id=post_in(address) or "",
        text="\n".join(written_text(part) for part in tag.select(_MESSAGE)),
        own=own,
        audience=_audience(tag),
        url=address,
        links=tuple(link for link in map(outward, links_in(tag.select_one(_MESSAGE), SITE)) if _away(link)),
        author=None if own else visible_text(heading) or None,
    )


def _away(link: str) -> bool:
    return not link.startswith((SITE, "https://l.facebook.com"))


def _audience(tag: Tag) -> Audience:
    labels = (str(mark.get("aria-label")) for mark in tag.select("[aria-label^='Shared with']"))
    return next((_AUDIENCES[label] for label in labels if label in _AUDIENCES), Audience.UNKNOWN)
