"""How a person can be reached, as Flickr's "About" page tells where its owner lets it.

The names are those of the documented answer about a profile; that the registers inside pages use the same
ones is our guess.
"""

from __future__ import annotations

from collections.abc import Mapping

ELSEWHERE = {
    "facebook": "https://www.facebook.com/",
    "twitter": "https://twitter.com/",
    "instagram": "https://www.instagram.com/",
    "tumblr": "https://www.tumblr.com/",
    "pinterest": "https://www.pinterest.com/",
}
"""Where Flickr links to by a mere name, by the field that holds it."""
FIELDS = ("email", "website", "websiteUrl", *ELSEWHERE)


def ways_to_reach(told: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """E-mail addresses and links, each once."""
    site = told.get("website") or told.get("websiteUrl") or ""
    links = [site if not site or "://" in site else f"http://{site}"]
    for name, start in ELSEWHERE.items():
        found = told.get(name, "").strip()
        links.append(found if not found or "://" in found else start + found.lstrip("@"))
    return tuple(filter(None, [told.get("email", "")])), tuple(dict.fromkeys(filter(None, links)))
