"""A page in a form that a network's reader does not know: the gap stays, and what it tells anybody is read.

Every page is invented; the forms are those of published standards.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Post, Snapshot
from selfaudit.model.visit import Account, Document, Visit
from selfaudit.model.vocabulary import Lens, Part, PostKind
from selfaudit.platforms.falling_back import falling_back
from selfaudit.platforms.reading import OF_UNKNOWN_FORM
from selfaudit.platforms.saving import SAVED

NETWORKS = tuple(one for one in SAVED if one.id != "website")
MARKS = {
    "forum": '<meta name="generator" content="Discourse 9.9">',
    "blog": '<meta name="generator" content="WordPress 9.9">',
    "mastodon": '<meta name="generator" content="Mastodon 9.9">',
}
SAM, PAT = "sam.worker", "pat.other"

every_network = pytest.mark.parametrize("platform", NETWORKS, ids=lambda one: one.id)
every_network_but_blogs = pytest.mark.parametrize(
    "platform", [one for one in NETWORKS if one.id != "blog"], ids=lambda one: one.id
)
"""Entries marked by microformats are a form that the reader of blogs knows itself."""
both_ways = pytest.mark.parametrize("proven", [True, False], ids=["proven", "unproven"])


def home(platform: Platform) -> str:
    return (platform.live.home if platform.live else None) or "https://hills.example"


def page(platform: Platform, *pieces: str, who: str = SAM, head: str = "") -> Visit:
    marks = MARKS.get(platform.id, "")
    html = f"<html><head>{marks}{head}</head><body><div>Menu</div>{''.join(pieces)}</body></html>"
    return Visit(Lens.OWNER, (Document(f"{home(platform)}/{who}", html, 200),))


def read(platform: Platform, visits: Sequence[Visit], *, proven: bool = True) -> Snapshot:
    account = Account(SAM, "the menu named them", name="Sam Worker", url=f"{home(platform)}/{SAM}")
    return platform.parse(visits, account if proven else None)


def linked(*things: object) -> str:
    data = {"@context": "https://schema.org", "@graph": things}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def person(platform: Platform, who: str, name: str, **more: object) -> dict[str, object]:
    return {"@type": "Person", "name": name, "alternateName": who, "url": f"{home(platform)}/{who}", **more}


def said(snapshot: Snapshot) -> list[tuple[str, PostKind, bool]]:
    return [(post.text, post.kind, post.own) for post in snapshot.posts]


def stays_unknown(snapshot: Snapshot) -> bool:
    return any(OF_UNKNOWN_FORM in gap.reason for gap in snapshot.gaps) and snapshot.read == ()


@both_ways
@every_network
def test_linked_data_of_the_owner_is_read_beside_the_gap(platform: Platform, proven: bool) -> None:
    sam = person(platform, SAM, "Sam Worker", description="Year 4 and tea")
    pat = person(platform, PAT, "Pat Other", description="Not this one")
    post = {"@type": "SocialMediaPosting", "articleBody": "What a day", "author": sam, "url": "/p/1"}
    foreign = {"@type": "SocialMediaPosting", "articleBody": "Pat wrote", "author": pat, "url": "/p/2"}
    answer = {"@type": "Comment", "text": "Lovely", "author": pat, "url": "/p/1#c"}
    foreign["comment"] = [{**answer, "text": "Beneath Pat's", "url": "/p/2#c"}]
    post["comment"] = [answer]
    about = {"@type": "ProfilePage", "mainEntity": sam}
    snapshot = read(platform, [page(platform, linked(about, pat, post, foreign))], proven=proven)
    assert (snapshot.owner.handle, snapshot.owner.name) == (SAM, "Sam Worker")
    assert snapshot.owner.bio == "Year 4 and tea"
    assert said(snapshot) == [("What a day", PostKind.POST, True), ("Lovely", PostKind.COMMENT, False)]
    assert snapshot.posts[1].parent == snapshot.posts[0].id
    assert stays_unknown(snapshot)


@both_ways
@every_network_but_blogs
def test_a_card_and_entries_are_read_beside_the_gap(platform: Platform, proven: bool) -> None:
    card = (
        f'<div class="h-card"><a class="p-name u-url" href="/{SAM}">Sam Worker</a>'
        '<p class="p-note">Tea first</p></div>'
    )
    entries = "".join(
        f'<article class="h-entry"><a class="p-author h-card" href="/{who}">{name}</a>'
        f'<a class="u-url" href="/p/{who}">x</a><div class="e-content">{text}</div></article>'
        for who, name, text in ((SAM, "Sam Worker", "Mine"), (PAT, "Pat Other", "Theirs"))
    )
    snapshot = read(platform, [page(platform, card, entries)], proven=proven)
    assert (snapshot.owner.handle, snapshot.owner.bio) == (SAM, "Tea first")
    assert said(snapshot) == [("Mine", PostKind.POST, True)]
    assert stays_unknown(snapshot)


@both_ways
@every_network
def test_the_head_of_a_page_tells_its_owner(platform: Platform, proven: bool) -> None:
    head = "".join(
        f'<meta property="{name}" content="{told}">'
        for name, told in (
            ("og:type", "profile"),
            ("og:title", "Sam Worker"),
            ("profile:username", SAM),
            ("og:description", "Year 4 and tea"),
        )
    )
    snapshot = read(platform, [page(platform, head=head)], proven=proven)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Sam Worker", "Year 4 and tea")
    assert stays_unknown(snapshot)


@both_ways
@every_network
def test_somebody_elses_page_makes_nothing_the_owners(platform: Platform, proven: bool) -> None:
    pat = person(platform, PAT, "Pat Other", description="Not this one")
    post = {"@type": "SocialMediaPosting", "articleBody": "Pat wrote", "author": pat, "url": "/p/2"}
    visit = page(platform, linked({"@type": "ProfilePage", "mainEntity": pat}, post), who=SAM)
    snapshot = read(platform, [visit], proven=proven)
    assert snapshot.owner.bio is None
    assert said(snapshot) == []
    assert stays_unknown(snapshot)


@every_network
def test_a_namesake_is_not_the_owner(platform: Platform) -> None:
    namesake = person(platform, PAT, "Sam Worker", description="Another Sam")
    post = {"@type": "SocialMediaPosting", "articleBody": "Not mine", "author": namesake, "url": "/p/2"}
    snapshot = read(platform, [page(platform, linked(namesake, post))])
    assert snapshot.owner.bio is None
    assert said(snapshot) == []


@every_network
def test_unsigned_articles_are_nobodys_and_are_counted(platform: Platform) -> None:
    sam = person(platform, SAM, "Sam Worker", description="Tea")
    unsigned = "<article><p>Suggested for you</p></article>"
    snapshot = read(platform, [page(platform, linked({"@type": "ProfilePage", "mainEntity": sam}), unsigned)])
    assert said(snapshot) == []
    counted = [gap.count for gap in snapshot.gaps if gap.part is Part.POSTS and "which of the" in gap.reason]
    assert counted == ([1] if snapshot.owner.bio else [])


WALL_HEAD = (
    '<meta property="og:type" content="profile"><meta property="profile:username" content="sam.worker">'
    '<meta property="og:title" content="Log in"><meta property="og:description" content="{}">'
)


@both_ways
@every_network
@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("See what Sam is up to.", '<form><input name="u"><input type="password"></form>'),
        ("Log in to see photos and videos from friends.", "<p>Welcome</p>"),
        ("Create an account or log in to share what you are into.", "<p>Welcome</p>"),
        ("Sam is here! Sign up for free to see it all.", "<p>Welcome</p>"),
    ],
)
def test_a_sign_in_page_is_no_bio(platform: Platform, words: str, body: str, proven: bool) -> None:
    snapshot = read(platform, [page(platform, body, head=WALL_HEAD.format(words))], proven=proven)
    assert snapshot.owner.bio is None
    assert snapshot.read == ()
    assert snapshot.gaps


@both_ways
@every_network
def test_a_link_to_sign_in_makes_no_wall_of_a_profile(platform: Platform, proven: bool) -> None:
    sam = person(platform, SAM, "Sam Worker", description="Tea")
    menu = '<header><a href="/login">Log in</a> <button>Sign up</button></header>'
    visit = page(platform, menu, linked({"@type": "ProfilePage", "mainEntity": sam}))
    assert read(platform, [visit], proven=proven).owner.bio == "Tea"


@every_network
def test_a_puzzle_for_people_is_no_profile(platform: Platform) -> None:
    visit = page(platform, "<h1>Verify you are human</h1>", head=WALL_HEAD.format("Moments that matter"))
    assert read(platform, [visit]).owner.bio is None


@pytest.mark.parametrize(
    "platform",
    # These three know the head of a page themselves.
    [one for one in NETWORKS if one.id not in {"facebook", "threads", "snapchat"}],
    ids=lambda one: one.id,
)
@pytest.mark.parametrize(
    "words",
    [
        "Sam Worker is on {}. Find out more.",
        "Join {} to connect with Sam Worker and others you may know.",
        "12 Followers, 5 Following, 3 Posts",
        "1.2K followers · See the latest from Sam Worker",
    ],
)
def test_what_the_site_says_of_somebody_is_not_their_bio(platform: Platform, words: str) -> None:
    head = WALL_HEAD.format(words.format(platform.title.partition(" (")[0])).replace(
        'content="Log in"', 'content="Sam Worker (@Sam.Worker) • photos and videos"'
    )
    snapshot = read(platform, [page(platform, head=head)], proven=False)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Sam Worker", None)


@pytest.mark.parametrize(
    "bio", ["I join the choir on Fridays", "Two followers and a dog", "Logged out of work"]
)
def test_a_bio_that_sounds_a_little_like_a_site_stays(bio: str) -> None:
    snapshot = read(NETWORKS[0], [page(NETWORKS[0], head=WALL_HEAD.format(bio))])
    assert snapshot.owner.bio == bio


@every_network
def test_a_page_at_the_address_of_a_sign_in_is_no_profile(platform: Platform) -> None:
    visit = page(platform, head=WALL_HEAD.format("Moments that matter"), who=f"login/{SAM}")
    assert read(platform, [visit]).owner.bio is None


@every_network
def test_the_sites_own_address_for_letters_is_not_the_owners(platform: Platform) -> None:
    sam = person(platform, SAM, "Sam Worker", description="Tea")
    footer = '<footer><a href="mailto:press@network.example">Press</a></footer>'
    snapshot = read(platform, [page(platform, linked({"@type": "ProfilePage", "mainEntity": sam}), footer)])
    assert "press@network.example" not in snapshot.owner.emails


def a_reader(visits: Sequence[Visit], _account: Account | None) -> Snapshot:
    """Knows pages that hold the word Known, and says of others that it does not."""
    pages = [document for visit in visits for document in visit.documents]
    known = tuple(Post("1", "Known", url="https://hills.example/p/1") for one in pages if "Known" in one.html)
    strange = any("Known" not in one.html for one in pages)
    gaps = (Gap(Part.OTHER, f"a page {OF_UNKNOWN_FORM}"),) if strange else ()
    return Snapshot("small", posts=known[:1], gaps=gaps, read=() if strange else (Part.POSTS,))


SMALL = Platform("small", "Small", lambda _visit: True, a_reader)


def test_only_the_pages_that_the_reader_does_not_know_are_read_as_any_sites() -> None:
    sam = person(SMALL, SAM, "Sam Worker", description="Tea")
    posts = [
        {"@type": "SocialMediaPosting", "articleBody": text, "author": sam, "url": f"/p/{text}"}
        for text in ("First", "Second")
    ]
    about = {"@type": "ProfilePage", "mainEntity": sam}
    known, strange = page(SMALL, "Known", linked(about, posts[0])), page(SMALL, linked(about, posts[1]))
    read_whole = falling_back(SMALL)
    assert read_whole.parse([known], None) == a_reader([known], None)
    both = read_whole.parse([known, strange], None)
    assert [post.text for post in both.posts] == ["Known", "Second"]
    assert both.owner.bio == "Tea"
    assert stays_unknown(both)


def test_a_post_that_the_reader_met_elsewhere_keeps_its_id() -> None:
    sam = person(SMALL, SAM, "Sam Worker")
    texts = {"/p/1": "Told before", "/p/2": "Another"}
    posts = [
        {"@type": "SocialMediaPosting", "articleBody": text, "author": sam, "url": f"{home(SMALL)}{url}"}
        for url, text in texts.items()
    ]
    visits = [page(SMALL, "Known"), page(SMALL, linked({"@type": "ProfilePage", "mainEntity": sam}, *posts))]
    told = [(post.id, post.text) for post in falling_back(SMALL).parse(visits, None).posts]
    assert told == [("1", "Known"), ("hills.example/p/2", "Another")]


PIECES = st.sampled_from(
    [
        "<div",
        ">",
        '<article class="h-entry">',
        '"@type":"Person"',
        '<script type="application/ld+json">{',
        "[",
        "}",
    ]
)


@settings(max_examples=25)
@given(st.lists(PIECES, max_size=14), st.sampled_from(NETWORKS))
def test_hostile_pages_raise_nothing_and_are_never_read_to_their_end(
    pieces: list[str], one: Platform
) -> None:
    snapshot = read(one, [page(one, "".join(pieces))])
    assert snapshot.read == ()
