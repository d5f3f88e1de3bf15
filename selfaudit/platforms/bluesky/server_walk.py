"""The way through a person's own Bluesky server (PDS). Tried on a real one: version 0.5.35, autumn 2026.

Its pages manage the account and show no profile. The profile lies in a repository that anybody may read, so
that both lenses see the same. Where "Remember" was left unticked, the sign-in ends as soon as a page is
loaded anew: until the last step nothing is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from selfaudit.model.visit import Account, View
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.bluesky.account_page import handle_on
from selfaudit.platforms.bluesky.addresses import SITE
from selfaudit.platforms.bluesky.records import (
    BLOCK,
    CHAT,
    FOLLOW,
    NOTIFICATIONS,
    POST,
    PROFILE,
    REPOST,
    blobs_in,
    people_of,
)
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import json_of, soup_of

_A_PAGE = 100
_MOST_PAGES = 500
_MOST_PEOPLE = 500
_FOUND = 200


def identify(view: View) -> Account | None:
    """The account whose own pages the server shows; the id is asked for."""
    handle = handle_on(soup_of(view.here(Part.OTHER).html))
    if handle is None:
        return None
    told = json_of(_ask(view, "com.atproto.repo.describeRepo", repo=handle))
    did = text_in(told, "did")
    if not did.startswith("did:") or text_in(told, "handle").casefold() != handle.casefold():
        return None
    proof = f"The server showed the pages on which {handle} manages the account, as it does for nobody else."
    return Account(handle, proof, did, url=f"{SITE}/profile/{handle}")


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The repository; last the page with the email address, which only the owner is shown."""
    yield from _walk(view, account)
    repo = account.id or ""
    if all(_records(view, repo, collection)[1] for collection in (CHAT, NOTIFICATIONS)):
        yield Part.SETTINGS
    page = view.open(f"{view.site}/account/u/{account.handle}/manage", Part.CONTACT)
    if handle_on(soup_of(page.html)) == account.handle:
        yield Part.CONTACT


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The repository, which holds all ways to reach the owner that strangers are told."""
    for part in _walk(view, account):
        yield part
        if part is Part.BIO:
            yield Part.CONTACT


def _walk(view: View, account: Account) -> Iterator[Part]:
    """Everything that the repository holds of what apps make a profile of."""
    repo = account.id or ""
    profile, whole = _records(view, repo, PROFILE)
    if whole:
        yield Part.BIO
    posts, whole = _records(view, repo, POST)
    if whole and _records(view, repo, REPOST)[1]:
        yield Part.POSTS
    if _pictures(view, repo, [*profile, *posts]) and whole:
        yield Part.IMAGES
    if _people(view, repo):
        yield Part.CONNECTIONS


def _ask(view: View, method: str, **query: str | int) -> bytes:
    return view.fetch(f"{view.site}/xrpc/{method}?{urlencode(query)}").body


def _records(view: View, repo: str, collection: str) -> tuple[list[object], bool]:
    """Every answer about one collection of the repository, and whether its end was reached."""
    found: list[object] = []
    query: dict[str, str | int] = {"repo": repo, "collection": collection, "limit": _A_PAGE}
    while len(found) < _MOST_PAGES:
        value = json_of(_ask(view, "com.atproto.repo.listRecords", **query))
        if not isinstance(part_of(value, "records"), list):
            return found, False
        found.append(value)
        following = text_in(value, "cursor")
        if not following or not objects(value["records"]):
            return found, True
        if following == query.get("cursor"):
            return found, False
        query["cursor"] = following
    return found, False


def _pictures(view: View, repo: str, answers: list[object]) -> bool:
    """Every own picture, as it is stored; whether all were given out."""
    names = dict.fromkeys(name for answer in answers for name in blobs_in(answer))
    asked = (urlencode({"did": repo, "cid": name}) for name in names)
    given = [view.fetch(f"{view.site}/xrpc/com.atproto.sync.getBlob?{query}").status for query in asked]
    return all(status == _FOUND for status in given)


def _people(view: View, repo: str) -> bool:
    """Whom the owner follows or blocks, with the names of those whose repository lies here too.

    Whether both lists were read to their end. Who follows the owner is on none of them.
    """
    lists = [_records(view, repo, kind) for kind in (FOLLOW, BLOCK)]
    answers = [answer for found, _ in lists for answer in found]
    people = dict.fromkeys(person["did"] for answer in answers for _, person in people_of(answer, repo))
    for did in list(people)[:_MOST_PEOPLE]:
        if text_in(json_of(_ask(view, "com.atproto.repo.describeRepo", repo=did)), "did") == did:
            _ask(view, "com.atproto.repo.getRecord", repo=did, collection=PROFILE, rkey="self")
    return all(whole for _, whole in lists) and len(people) <= _MOST_PEOPLE
