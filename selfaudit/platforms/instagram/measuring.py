"""How far an Instagram account was read: by its own counts, and by the marks of its stretches of posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.generic.embedded import Stretch, came_to_the_end, each_object
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.instagram.material import Material, asked_id
from selfaudit.platforms.instagram.owner import POSTS
from selfaudit.platforms.instagram.posts import Shown, commented, nameless
from selfaudit.platforms.instagram.settings import SWITCHES
from selfaudit.platforms.meta.answers import Answer
from selfaudit.platforms.meta.media import Data, Person, author_of, person_of
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog

ELSEWHERE = "what you wrote beneath other people's posts is not on your profile; Instagram's download has it"
MORE_COMMENTS = "not every comment beneath the posts was shown"
MORE_POSTS = "Instagram did not show the posts to their end, so there may be older ones"
UNKNOWN_FORM = f"this page {OF_UNKNOWN_FORM}"
DAMAGED = "a part of the pages that were read is damaged or cut short"
NO_BIO = "what was read does not show the bio"
NO_CONTACT = "what was read does not show the links and the ways to reach you that stand beside the bio"
NO_POSTS = "no posts were in what was read"
BARE = "posts were listed without their words and dates"
STORIES = "stories, highlights and pictures that others tagged you in were not opened"
_UNTOLD = {Part.BIO: NO_BIO, Part.CONTACT: NO_CONTACT}
_LISTS = {"follower": "your followers", "following": "whom you follow"}
_TIMELINES = ("xdt_api__v1__feed__user_timeline_graphql_connection", "edge_owner_to_timeline_media")


@dataclass(frozen=True, slots=True)
class Told:
    """What the account says of itself, the posts that were found, and whether a stranger was looking."""

    owner: Person
    private: bool | None
    counts: Mapping[str, int]
    shown: tuple[Shown, ...]
    stranger: bool


def measured(snapshot: Snapshot, material: Material, told: Told, gaps: GapLog) -> Snapshot:
    """The parts that were read to their end; everything else is a gap with its reason."""
    damaged = any(answer.damaged for answer in material.answers)
    bio = [Part.BIO] if snapshot.owner.bio is not None else []
    bio += [Part.CONTACT] if bio and material.records_of(told.owner) else []
    missing = [
        *(Gap(Part.OTHER, wall) for wall in material.walls()),
        *([Gap(Part.OTHER, DAMAGED)] if damaged else []),
        *(Gap(part, why) for part, why in _UNTOLD.items() if part not in bio),
        *_posts(snapshot, material, told),
        *_people(snapshot, told),
        Gap(Part.COMMENTS, ELSEWHERE),
        *_comments(snapshot, told),
        Gap(Part.IMAGES, STORIES),
        *([] if told.stranger else SWITCHES.unread(snapshot.settings)),
    ]
    open_ends = {gap.part for gap in (*missing, *gaps.gaps)}
    if damaged or _nothing_to_show(told):
        open_ends |= {Part.POSTS, Part.CONNECTIONS}
    whole = [part for part in (Part.POSTS, Part.CONNECTIONS) if part not in open_ends]
    return replace(snapshot, read=(*bio, *whole), gaps=(*gaps.gaps, *missing))


def _posts(snapshot: Snapshot, material: Material, told: Told) -> Iterator[Gap]:
    known = {post.id for post in snapshot.posts}
    bare = {code for code in nameless(material, told.owner) if code not in known}
    if bare:
        yield Gap(Part.POSTS, BARE, len(bare))
    counted = {PostKind.POST, PostKind.REPLY, PostKind.REPOST}  # what was made with others counts too
    seen = sum(post.kind in counted for post in snapshot.posts)
    total, ended = told.counts.get(POSTS), came_to_the_end(_stretches(material, told.owner))
    if ended or _nothing_to_show(told):
        return
    if total is None:
        yield Gap(Part.POSTS, MORE_POSTS if seen else UNKNOWN_FORM if material.strange() else NO_POSTS)
    elif seen < total:
        reason = f"the profile counts {total} posts and {seen} were in what was read"
        yield Gap(Part.POSTS, reason, total - seen)


def _nothing_to_show(told: Told) -> bool:
    """A private account shows strangers no posts; that is what there is to see."""
    return told.private is True and told.stranger


def _people(snapshot: Snapshot, told: Told) -> Iterator[Gap]:
    have = Counter(other.relation for other in snapshot.connections)
    for relation, words in _LISTS.items():
        total, seen = told.counts.get(relation), have[relation] + have["mutual"]
        if total is None:
            yield Gap(Part.CONNECTIONS, f"{words}: no list was read to its end")
        elif seen < total:
            reason = f"{words}: the profile counts {total} and {seen} were in what was read"
            yield Gap(Part.CONNECTIONS, reason, total - seen)


def _comments(snapshot: Snapshot, told: Told) -> Iterator[Gap]:
    beneath = Counter(post.parent for post in snapshot.posts if post.kind is PostKind.COMMENT)
    unseen = sum(max(0, count - beneath[code]) for code, count in commented(told.shown).items())
    if unseen:
        yield Gap(Part.COMMENTS, MORE_COMMENTS, unseen)


def _stretches(material: Material, owner: Person) -> Iterator[Stretch]:
    """The stretches of the owner's own posts that were read."""
    for answer in material.answers:
        for part in each_object(answer.values):
            for name in _TIMELINES:
                listed = part.get(name)
                if isinstance(listed, dict) and not answer.damaged and _is_of(part, listed, answer, owner):
                    yield _stretch(listed, answer)


def _is_of(part: Data, listed: Data, answer: Answer, owner: Person) -> bool:
    """Whether a stretch is of the owner's profile: by what was asked, whose it says it is, its posts."""
    asked = Person(asked_id(answer), text_in(answer.asked, "username"))
    told = next((person for person in (asked, person_of(part)) if person.known), None)
    if told is not None:
        return told.same(owner)
    nodes = [edge["node"] for edge in objects(listed.get("edges")) if isinstance(edge.get("node"), dict)]
    return bool(nodes) and all(author_of(node).same(owner) for node in nodes)


def _stretch(listed: Data, answer: Answer) -> Stretch:
    """Where a stretch stands; a page's own and that of an account's description are the first."""
    info = listed.get("page_info")
    more = part_of(info, "has_next_page")
    first = answer.soup is not None or answer.path.endswith("/web_profile_info/")
    asked = text_in(answer.asked, "after") if answer.asked is not None else None
    return Stretch(
        "" if first else asked, text_in(info, "end_cursor") or None, more if isinstance(more, bool) else None
    )
