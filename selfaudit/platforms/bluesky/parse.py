"""Bluesky's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from selfaudit.model.snapshot import Gap, Image, Owner, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part
from selfaudit.platforms.bluesky.account_page import emails_in
from selfaudit.platforms.bluesky.addresses import SITE, split_at
from selfaudit.platforms.bluesky.answers import (
    Answer,
    Data,
    answers,
    author_of,
    is_profile,
    is_session,
    items_in,
    pages,
    people_in,
    profiles_in,
)
from selfaudit.platforms.bluesky.people import connections_of
from selfaudit.platforms.bluesky.posts import Whose, concerns, images_of, post_of
from selfaudit.platforms.bluesky.records import (
    FOLLOW,
    POST,
    PROFILE,
    REPOST,
    as_profile,
    is_empty_list,
    people_of,
    records_in,
    shown_addresses,
)
from selfaudit.platforms.bluesky.rendered import is_edited_by_viewer, is_page, shows_nobody_signed_in
from selfaudit.platforms.bluesky.settings import (
    SWITCHES,
    settings_of,
    settings_of_records,
    settings_when_unset,
)
from selfaudit.platforms.generic.values import number_in, part_of, text_in
from selfaudit.platforms.merging import each_person, one_each
from selfaudit.platforms.reading import GapLog, absolute, json_of

PLATFORM = "bluesky"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Bluesky's."""
    if any(is_page(document.html) for document in visit.documents):
        return True
    return any(_is_answer(json_of(answer.body)) for answer in visit.responses)


def _is_answer(value: object) -> bool:
    """Lexicon names and ids are Bluesky's own; a handle with an id starting ``did:`` is too."""
    if records_in(value, POST) or records_in(value, PROFILE) or part_of(value, "$type") == PROFILE:
        return True
    named = (is_profile(value) or is_session(value)) and text_in(value, "did").startswith("did:")
    return named or any(items_in(value)) or any(people_in(value))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    for answer in answers([visit]):
        if is_session(answer.value):
            return _proven(answer.value, "Bluesky told the app that {} was signed in.")
        editable = any(is_edited_by_viewer(soup) for soup in pages(visit))
        for profile in profiles_in(answer) if editable else ():
            return _proven(profile, "The saved page offered to edit the profile of {}.")
    return None


def signed_out(visit: Visit) -> bool:
    """Whether a profile page shows nothing of what only signed-in people get."""
    return any(shows_nobody_signed_in(soup) for soup in pages(visit))


def _proven(account: Data, sentence: str) -> Account:
    handle = text_in(account, "handle")
    url = f"{SITE}/profile/{handle}"
    return Account(handle, sentence.format(handle), text_in(account, "did") or None, url=url)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    found, media = answers(visits), dict(ChainMap(*[dict(visit.media) for visit in visits]))
    media |= shown_addresses(media)
    whose = _whose(found, account)
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    if whose is None:
        return replace(snapshot, owner=_owner(_loose(found, None), found, None))
    named = [profile for answer in found for profile in profiles_in(answer) if whose.is_(profile)]
    records = [*named, *_loose(found, whose)]
    items = [item for answer in found for item in items_in(answer.value) if concerns(item, whose)]
    authors = [author_of(item["post"]) for item in items if whose.is_(author_of(item["post"]))]
    gaps = GapLog()
    posts = gaps.keep(Part.POSTS, lambda item: post_of(item, whose, media), items)
    images = [image for item in items for image in images_of(item, whose, media)]
    owner = _owner([*records, *authors], found, whose)
    snapshot = replace(
        snapshot,
        owner=replace(owner, emails=(*owner.emails, *emails_in(visits, whose.handle))),
        posts=one_each(posts),
        connections=each_person(connections_of(found, whose.did)),
        settings=_settings(found, records, whose, _seen_at(visits)),
        images=one_each((*_profile_pictures([*records, *authors], media), *images)),
    )
    measured = _measured(snapshot, named, gaps)
    switches = (
        () if all(visit.lens is Lens.PUBLIC for visit in visits) else SWITCHES.others(snapshot.settings)
    )
    return replace(measured, gaps=(*measured.gaps, *_not_kept(found, whose), *switches))


def _seen_at(visits: Sequence[Visit]) -> datetime | None:
    """When the last of these pages was seen."""
    return max((visit.at for visit in visits if visit.at), default=None)


def _whose(found: Sequence[Answer], account: Account | None) -> Whose | None:
    """The proven account; without one, whoever was signed in, or whom the pages are about."""
    if account:
        return Whose(account.id or "", account.handle)
    sessions = [answer.value for answer in found if is_session(answer.value)]
    named = [profile for answer in found for profile in profiles_in(answer)]
    items = [item for answer in found for item in items_in(answer.value)]
    makers = [part_of(item, "reason", "by") or author_of(item["post"]) for item in items]
    counted = Counter((text_in(maker, "did"), text_in(maker, "handle")) for maker in makers)
    ranked = [{"did": did, "handle": handle} for (did, handle), _count in counted.most_common(1)]
    for candidate in (*sessions, *named, *ranked):
        return Whose(text_in(candidate, "did"), text_in(candidate, "handle"))
    return None


def _loose(found: Sequence[Answer], whose: Whose | None) -> list[Data]:
    """Profile records, which do not say whose they are but by the repository that holds them."""
    lone = [answer.value for answer in found if part_of(answer.value, "$type") == PROFILE]
    kept = [entry for answer in found for entry in records_in(answer.value, PROFILE)]
    if whose and whose.did:
        kept = [entry for entry in kept if split_at(text_in(entry, "uri")) is None or _keeps(whose, entry)]
        lone += [
            {"$type": PROFILE}
            for answer in found
            if is_empty_list(answer.url, answer.value, PROFILE, whose.did)
        ]
    return lone + [as_profile(entry) for entry in kept]


def _keeps(whose: Whose, entry: Data) -> bool:
    return whose.keeps(text_in(entry, "uri"))


def _owner(records: Sequence[Data], found: Sequence[Answer], whose: Whose | None) -> Owner:
    bios = [record["description"] for record in records if isinstance(record.get("description"), str)]
    whole = [record for record in records if "followersCount" in record or "$type" in record]
    websites = [text_in(record, "website") for record in records if text_in(record, "website")]
    sessions = [answer.value for answer in found if is_session(answer.value)]
    handle = (whose.handle or _first(records, "handle") or whose.did) if whose else None
    return Owner(
        name=_first(records, "displayName"),
        handle=handle,
        bio=bios[0].strip() if bios else "" if whole else None,
        emails=tuple(dict.fromkeys(text_in(value, "email") for value in sessions if text_in(value, "email"))),
        links=tuple(dict.fromkeys(websites)),
        url=f"{SITE}/profile/{handle}" if handle else None,
    )


def _first(records: Sequence[Data], name: str) -> str | None:
    return next((found for record in records if (found := text_in(record, name))), None)


def _profile_pictures(records: Sequence[Data], media: Mapping[str, str]) -> Iterator[Image]:
    for name, role in (("avatar", ImageRole.AVATAR), ("banner", ImageRole.BANNER)):
        address = absolute(SITE, _first(records, name))
        if address:
            yield Image(str(role), media.get(address), role, url=address)


def _settings(
    found: Sequence[Answer], own: Sequence[Data], whose: Whose, at: datetime | None
) -> tuple[Setting, ...]:
    unset = (settings_when_unset(answer.url, answer.value, whose.did, at) for answer in found)
    chosen = (settings_of(profile, at) for profile in own)
    kept = (settings_of_records(answer.value, at) for answer in found)
    return tuple({setting.name: setting for setting in chain(*unset, *chosen, *kept)}.values())


def _not_kept(found: Sequence[Answer], whose: Whose) -> Iterator[Gap]:
    """What a person's server does not know, for which apps ask all servers."""
    passed_on = sum(_keeps(whose, entry) for answer in found for entry in records_in(answer.value, REPOST))
    if passed_on:
        yield Gap(Part.POSTS, "your server keeps the address of what you reposted, not its text", passed_on)
    listed = any(
        any(people_of(answer.value, whose.did)) or is_empty_list(answer.url, answer.value, FOLLOW, whose.did)
        for answer in found
    )
    if listed and not any(part_of(answer.value, "followers") is not None for answer in found):
        yield Gap(Part.CONNECTIONS, "your server knows whom you follow, but not who follows you")


def _measured(snapshot: Snapshot, records: Sequence[Data], gaps: GapLog) -> Snapshot:
    """The parts that were read to their end, by the profile's own counts; what is missing is a gap."""
    read = [Part.BIO, Part.CONTACT] if snapshot.owner.bio is not None else []
    own = sum(post.own for post in snapshot.posts)
    people = {name: _count(records, name) for name in ("followersCount", "followsCount")}
    counted = [count for count in people.values() if count is not None]
    for part, seen, total in (
        (Part.POSTS, own, _count(records, "postsCount")),
        (Part.CONNECTIONS, len(snapshot.connections), max(counted, default=None)),
    ):
        if total is not None and seen >= total:
            read.append(part)
        elif total is not None:
            gaps.miss(part, f"the profile counts {total:,} and {seen:,} were in what was read", total - seen)
    return replace(snapshot, read=tuple(read), gaps=gaps.gaps)


def _count(records: Sequence[Data], name: str) -> int | None:
    return max((found for record in records if (found := number_in(record, name)) is not None), default=None)
