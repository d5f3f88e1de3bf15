"""What the stranger's lens really saw, against what the site says that strangers see; for `privacy_level`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import CONTACT_ITEM, Fact, Post, Setting, Snapshot
from selfaudit.model.vocabulary import Audience, Confidence, Lens, Part, PostKind, Severity

_SAID = {
    Audience.FRIENDS: "only with friends",
    Audience.PRIVATE: "with nobody else",
    Audience.CUSTOM: "only with people you picked",
}
_PRIVATE_ACCOUNT = re.compile(
    r"(?:is )?(?:private|protected|locked)(?: (?:account|profile|posts|tweets))?"
    r"|(?:account|profile)(?: is)? (?:privacy|private|protected|locked|visibility)"
    r"|protect (?:my|your) (?:posts|tweets)",
    re.IGNORECASE,
)
_CLOSED = frozenset(
    {"on", "true", "yes", "private", "protected", "locked", "friends", "followers", "only me"}
)
_REACHING = ("phone", "mobile", "email", "e-mail", "address", "birth")
_FIRST_WORDS, _LONGEST_QUOTE = 6, 60


def saw_restricted_posts(snapshot: Snapshot) -> Iterator[Evidence]:
    """Posts that the site says are not for everyone, seen signed out all the same."""
    for post in _seen(snapshot.posts):
        if post.audience in _SAID and post.kind is not PostKind.COMMENT:
            note = f"The site says this is shared {_SAID[post.audience]}, yet it was seen signed out."
            yield _of_post(post, note)


def saw_posts_of_a_private_account(snapshot: Snapshot) -> Iterator[Evidence]:
    """One piece of evidence, at the first post, where the account says that it is private."""
    seen = [post for post in _seen(snapshot.posts) if post.own and post.audience not in _SAID]
    if seen and any(_makes_private(setting) for setting in snapshot.settings):
        count = "a post" if len(seen) == 1 else f"{len(seen)} posts"
        yield _of_post(seen[0], f"Your account is set to private, yet {count} could be seen signed out.")


def saw_contact_details(snapshot: Snapshot) -> Iterator[Evidence]:
    """What lets a stranger reach or trace the owner.

    A snapshot written by hand may not tell which lens saw the address of a profile that both saw.
    """
    owner = snapshot.owner
    facts = ", ".join(fact.value for fact in owner.facts if _traces(fact))
    if facts:
        yield _of_contact(facts, Confidence.LIKELY, "A stranger can see this.", owner.url)
    values = ", ".join(way for way in (*owner.emails, *owner.phones) if Lens.PUBLIC in owner.lenses_of(way))
    if values and (owner.shown is not None or owner.lenses == (Lens.PUBLIC,)):
        yield _of_contact(values, Confidence.CERTAIN, "A stranger can see this.", owner.url)
    elif values:
        note = "Your profile is open to strangers; please sign out and look whether this shows."
        yield _of_contact(values, Confidence.UNSURE, note, owner.url)


def saw_connections(snapshot: Snapshot) -> Iterator[Evidence]:
    """One piece of evidence for the whole list: other people's names add nothing."""
    count = sum(Lens.PUBLIC in other.lenses for other in snapshot.connections)
    if count:
        who = "one of your friends or followers" if count == 1 else f"{count} of your friends or followers"
        yield Evidence(
            item=Part.CONNECTIONS.value,
            confidence=Confidence.LIKELY,
            note=f"A stranger saw {who}, and through them whom you know.",
            lens=Lens.PUBLIC,
            severity=Severity.ADVICE,
        )


def _seen(posts: Iterable[Post]) -> Iterator[Post]:
    return (post for post in posts if Lens.PUBLIC in post.lenses)


def _traces(fact: Fact) -> bool:
    return Lens.PUBLIC in fact.lenses and any(word in fact.name.lower() for word in _REACHING)


def _makes_private(setting: Setting) -> bool:
    """Whether this is the switch that closes the whole profile, and it is closed."""
    names = (setting.name.replace("_", " "), setting.label or "")
    closed = (setting.value or "").strip().lower() in _CLOSED
    return closed and any(_PRIVATE_ACCOUNT.fullmatch(name.strip()) for name in names)


def _of_post(post: Post, note: str) -> Evidence:
    return Evidence(
        item=post.id,
        confidence=Confidence.CERTAIN,
        quote=_beginning(post.text),
        note=note,
        lens=Lens.PUBLIC,
        url=post.url,
        time=post.time,
        severity=Severity.SERIOUS,
        own=post.owners_doing,
    )


def _beginning(text: str) -> str | None:
    """Enough of the text to find it again, cut only between words where there are any, and a sign of it."""
    match = re.match(rf"\s*((?:\S+\s+){{0,{_FIRST_WORDS - 1}}}\S+)", text)
    if match is None:
        return None
    quote = match[1][:_LONGEST_QUOTE]
    return quote if quote == text.strip() else f"{quote.rstrip('.…')}…"


def _of_contact(value: str, confidence: Confidence, note: str, url: str | None) -> Evidence:
    return Evidence(
        item=CONTACT_ITEM,
        confidence=confidence,
        quote=value,
        marks=((0, len(value)),),
        note=note,
        lens=Lens.PUBLIC,
        url=url,
        severity=Severity.MODERATE,
    )
