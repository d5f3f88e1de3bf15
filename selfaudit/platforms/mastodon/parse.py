"""Mastodon's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from selfaudit.model.snapshot import Fact, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.answers import parts_of
from selfaudit.platforms.generic.markup import links_in, written_text
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.mastodon.answers import (
    Answer,
    Data,
    accounts_in,
    answers,
    ends_the_posts,
    is_account,
    is_own_answer,
    is_page,
    signed_in,
    statuses_in,
)
from selfaudit.platforms.mastodon.connections import connections_of
from selfaudit.platforms.mastodon.posts import Whose, concerns, images_of, post_of
from selfaudit.platforms.mastodon.settings import SWITCHES, settings_of, settings_of_preferences
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import GapLog, json_of, soup_of

PLATFORM = "mastodon"
When = tuple[str | None, datetime | None]
"""On which server switches stand, and when they were seen."""


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Mastodon's."""
    if any(is_page(document) for document in visit.documents):
        return True
    return any(_is_answer(Answer(answer.url, json_of(answer.body))) for answer in visit.responses)


def _is_answer(answer: Answer) -> bool:
    if part_of(answer.value, "posting:default:visibility"):
        return True
    people = objects(answer.value)
    return bool(accounts_in(answer)) or any(statuses_in(answer.value)) or any(map(is_account, people))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    account = signed_in(answers([visit]))
    return _proven(account) if account else None


def signed_out(visit: Visit) -> bool:
    """Whether the page says that nobody was signed in."""
    states = [answer.value for answer in answers([visit]) if isinstance(part_of(answer.value, "meta"), dict)]
    return bool(states) and not any(id_in(state["meta"], "me") for state in states)


def _proven(account: Data) -> Account:
    handle = text_in(account, "acct")
    return Account(
        handle=handle,
        proof=f"Mastodon's own data named {handle} as the account that was signed in.",
        id=id_in(account),
        name=text_in(account, "display_name") or None,
        url=text_in(account, "url") or None,
    )


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    found, media = answers(visits), ChainMap(*[dict(visit.media) for visit in visits])
    at = max((visit.at for visit in visits if visit.at), default=None)
    whose = _whose(found, account)
    if whose is None:
        site = _site(found, {})
        return Snapshot(PLATFORM, Door.PAGES, settings=_preferences(found, (site, at)), site=site)
    records = [record for answer in found for record in accounts_in(answer) if whose.wrote(record)]
    records += [status["account"] for status in _statuses(found) if whose.wrote(status["account"])]
    records.sort(key=len, reverse=True)
    gaps, site = GapLog(), _site(found, records[0] if records else {})
    posts, images = _posts(found, whose, media, gaps)
    connections = connections_of(found, gaps)
    snapshot = Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=_owner(records, whose),
        posts=posts,
        connections=connections,
        settings=_settings(found, records, (site, at)),
        images=one_each((*_profile_pictures(records, media), *images)),
        site=site,
        proof=account.proof if account else None,
    )
    all_posts = any(ends_the_posts(answer) for answer in found)
    return _measured(
        snapshot,
        records,
        gaps,
        all_posts=all_posts,
        stranger=all(visit.lens is Lens.PUBLIC for visit in visits),
    )


def _whose(found: Sequence[Answer], account: Account | None) -> Whose | None:
    """The proven account; without one, whoever was signed in, or whom the pages are about."""
    if account:
        return Whose(account.id, account.handle)
    mine = signed_in(found)
    named = [record for answer in found for record in accounts_in(answer)]
    authors = [status["account"] for status in _statuses(found) if not status.get("boosted")]
    if mine or named:
        return _naming(mine or named[0])
    if not authors:
        return None
    handle = Counter(text_in(author, "acct") for author in authors).most_common(1)[0][0]
    return _naming(next(author for author in authors if text_in(author, "acct") == handle))


def _naming(record: Data) -> Whose:
    return Whose(id_in(record), text_in(record, "acct"))


def _statuses(found: Sequence[Answer]) -> list[Data]:
    return [status for answer in found for status in statuses_in(answer.value)]


def _site(found: Sequence[Answer], record: Data) -> str | None:
    for address in (text_in(record, "url"), *(answer.url for answer in found)):
        parts = parts_of(address) if address.startswith(("http://", "https://")) else None
        if parts and parts.netloc:
            return f"{parts.scheme}://{parts.netloc}"
    return None


def _owner(records: Sequence[Data], whose: Whose) -> Owner:
    notes = [record["note"] for record in records if isinstance(record.get("note"), str)]
    note = soup_of(notes[0]) if notes else None
    url, fields = _first(records, "url"), next(filter(None, (objects(r.get("fields")) for r in records)), [])
    values = [(text_in(entry, "name"), soup_of(text_in(entry, "value"))) for entry in fields]
    links = [link for tree in (note, *(tree for _, tree in values)) for link in links_in(tree, url or "")]
    return Owner(
        name=_first(records, "display_name"),
        handle=whose.acct,
        bio=written_text(note) if note is not None else None,
        links=tuple(dict.fromkeys(links)),
        facts=tuple(Fact(name, written_text(tree)) for name, tree in values),
        url=url,
    )


def _first(records: Sequence[Data], name: str) -> str | None:
    return next((found for record in records if (found := text_in(record, name))), None)


def _profile_pictures(records: Sequence[Data], media: Mapping[str, str]) -> list[Image]:
    found = []
    for name, role in (("avatar", ImageRole.AVATAR), ("header", ImageRole.BANNER)):
        address = next((text_in(record, name) for record in records if text_in(record, name)), "")
        if address and not address.endswith("/missing.png"):
            found.append(Image(str(role), media.get(address), role, url=address))
    return found


def _posts(
    found: Sequence[Answer], whose: Whose, media: Mapping[str, str], gaps: GapLog
) -> tuple[tuple[Post, ...], list[Image]]:
    mine = [status for status in _statuses(found) if concerns(status, whose)]
    posts = gaps.keep(Part.POSTS, lambda status: post_of(status, whose, media), mine)
    images = [image for status in mine for image in images_of(status, whose, media)]
    return one_each(posts), images


def _settings(found: Sequence[Answer], records: Sequence[Data], when: When) -> tuple[Setting, ...]:
    own = [record for record in records if is_own_answer(record)]
    switches = [setting for record in (*own, *records) for setting in settings_of(record, *when)]
    every = {setting.name: setting for setting in (*reversed(switches), *_preferences(found, when))}
    return tuple(every.values())


def _preferences(found: Sequence[Answer], when: When) -> tuple[Setting, ...]:
    told = (settings_of_preferences(answer.value, *when) for answer in found)
    return tuple(setting for settings in told for setting in settings)


def _measured(
    snapshot: Snapshot, records: Sequence[Data], gaps: GapLog, *, all_posts: bool, stranger: bool
) -> Snapshot:
    """The parts that were read to their end, by the profile's own counts; what is missing is a gap.

    Strangers are counted posts that they are not shown: where the list ended, all that there is was read.
    """
    read = [Part.BIO, Part.CONTACT] if snapshot.owner.bio is not None else []
    unread = () if stranger else SWITCHES.others(snapshot.settings)
    if any(is_own_answer(record) for record in records) and not unread:
        read.append(Part.SETTINGS)
    own = sum(post.own or post.kind is PostKind.REPOST for post in snapshot.posts)
    for part, seen, total in (
        (Part.POSTS, own, own if all_posts else _count(records, "statuses_count")),
        (Part.CONNECTIONS, len(snapshot.connections), _people(records)),
    ):
        if total is not None and seen >= total:
            read.append(part)
        elif total is not None:
            gaps.miss(part, f"the profile counts {total:,} and {seen:,} were in what was read", total - seen)
    return replace(snapshot, read=tuple(read), gaps=(*gaps.gaps, *unread))


def _people(records: Sequence[Data]) -> int | None:
    """At least so many people: whoever is in both lists is counted once here and twice there.

    Hidden lists are empty for strangers, as their owner wanted it.
    """
    if any(record.get("hide_collections") is True for record in records) and not any(
        map(is_own_answer, records)
    ):
        return 0
    counts = [_count(records, name) for name in ("followers_count", "following_count")]
    return max(count for count in counts if count is not None) if any(c is not None for c in counts) else None


def _count(records: Sequence[Data], name: str) -> int | None:
    return max((found for record in records if (found := number_in(record, name)) is not None), default=None)
