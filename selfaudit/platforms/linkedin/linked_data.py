"""What LinkedIn tells search engines about a member: real answers of 2026, and their form of 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selfaudit.model.snapshot import Fact
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.linkedin.addresses import is_site, made_at, member_in, post_in
from selfaudit.platforms.linkedin.shown import Profile, Shared
from selfaudit.platforms.reading import text_of_html, walk_json

_MASKED = re.compile(r"\*{2,}")
_POSTS = frozenset({"Article", "DiscussionForumPosting", "SocialMediaPosting", "BlogPosting"})


def nodes(value: Any) -> list[dict[str, Any]]:
    """The things that a piece of linked data describes."""
    graph = objects(part_of(value, "@graph"))
    return graph or ([value] if isinstance(value, dict) else objects(value))


def profile_in(value: Any) -> Profile | None:
    """The member described, or ``None``; companies and authors of articles are none."""
    for node in nodes(value):
        person = part_of(node, "mainEntity") if node.get("@type") == "ProfilePage" else node
        slug = member_in(text_in(person, "sameAs", "url"))
        if text_in(person, "@type") == "Person" and slug:
            about = part_of(person, "description")
            return Profile(
                slug=slug,
                name=text_in(person, "name") or None,
                about=text_of_html(about) if isinstance(about, str) else None,
                picture=text_in(part_of(person, "image"), "contentUrl", "url") or None,
                facts=tuple(_facts(person)),
            )
    return None


def is_ours(value: Any) -> bool:
    """Whether linked data that came without its page is LinkedIn's: it describes a page there."""
    return any(is_site(text_in(node, "url", "sameAs")) for node in nodes(value))


def posts_in(value: Any) -> Iterator[Shared]:
    """The articles and posts described."""
    for node in nodes(value):
        address = text_in(node, "url", "mainEntityOfPage", "@id")
        identity = post_in(address)
        if text_in(node, "@type") in _POSTS and identity:
            texts = [text_in(node, "headline", "name"), _body(node)]
            yield Shared(
                id=identity,
                author=member_in(text_in(node.get("author"), "url")),
                author_name=text_in(node.get("author"), "name") or None,
                text="\n".join(dict.fromkeys(text for text in texts if text)),
                time=moment(node.get("datePublished")) or made_at(identity),
                url=address,
                pictures=tuple(_pictures(node)),
            )


def _body(node: dict[str, Any]) -> str:
    return text_of_html(text_in(node, "articleBody", "text"))


def _pictures(node: dict[str, Any]) -> Iterator[str]:
    for image in (node.get("image"), *objects(node.get("image"))):
        address = text_in(image, "url", "contentUrl")
        if address:
            yield address


def _facts(person: dict[str, Any]) -> Iterator[Fact]:
    """What a stranger reads of work and schools; names that LinkedIn masks with asterisks are left out."""
    place = text_in(part_of(person, "address"), "addressLocality")
    titles = part_of(person, "jobTitle")
    found = [("Location", place)] if place else []
    found += [("Job title", title) for title in (titles if isinstance(titles, list) else [titles])]
    for name, label in (
        ("worksFor", "Works for"),
        ("alumniOf", "Studied or worked at"),
        ("memberOf", "Member of"),
    ):
        groups = [
            node for node in walk_json(person.get(name)) if str(node.get("@type")).endswith("Organization")
        ]
        found += [
            (label, f"{text_in(node, 'name')}{_years(node)}") for node in groups if text_in(node, "name")
        ]
    for label, value in found:
        if isinstance(value, str) and value.strip() and not _MASKED.search(value):
            yield Fact(label, value.strip())


def _years(organization: dict[str, Any]) -> str:
    start, end = (number_in(part_of(organization, "member"), name) for name in ("startDate", "endDate"))
    if start is None:
        return ""
    return f", {start} to {end}" if end is not None else f", since {start}"
