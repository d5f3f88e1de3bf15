"""Any site: microformats, linked data, OpenGraph, feeds, ARIA, and whose page it is. All is invented."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.website import WEBSITE
from selfaudit.platforms.website.pages import identify, walk

HOME = "https://alex.example/"
CARD = (
    '<div class="h-card"><a class="p-name u-url u-uid" rel="me" href="https://alex.example/">Alex Teacher</a>'
    '<p class="p-note">Year 4 teacher in Larkfield</p><a class="u-email" '
    'href="mailto:alex@larkfield.example">m</a>'
    '<span class="p-tel">0191 498 0000</span><img class="u-photo" src="/me.jpg" alt="me"></div>'
)
NOTE = (
    '<article class="h-entry"><a class="u-url" href="/notes/1"><time class="dt-published" '
    'datetime="2026-01-02T10:00:00+01:00">x</time></a><div class="e-content"><p>Rain again.</p>'
    '<p>See <a href="https://tea.example/">tea</a>.</p></div>'
    '<div class="p-comment h-cite"><a class="p-author h-card" href="https://pat.example/">Pat</a>'
    '<a class="u-url" href="/notes/1#c1"></a><p class="p-content">Here too.</p></div></article>'
)
REPOST = (
    '<article class="h-entry"><a class="u-url" href="/notes/2"></a><a class="u-repost-of" '
    'href="https://x.example/9">'
    '</a><div class="e-content">Somebody else wrote this.</div></article>'
)
OTHER = (
    '<article class="h-entry"><a class="u-url" href="/notes/3"></a><a class="p-author h-card" '
    'href="https://sam.example/">Sam</a><div class="e-content">A guest writes.</div></article>'
)
BAR = (
    '<nav><span>Signed in as Alex Teacher</span> <a href="/settings">Settings</a> '
    '<a href="/logout">Log out</a></nav>'
)


def seen(html: str, url: str = HOME, lens: Lens | None = None) -> Visit:
    return Visit(lens, (Document(url, html),))


def parsed(*pages: str, account: Account | None = None, lens: Lens | None = None) -> Snapshot:
    return WEBSITE.parse([seen(page, lens=lens) for page in pages], account)


def said(snapshot: Snapshot) -> list[tuple[str, PostKind, bool]]:
    return [(post.text, post.kind, post.own) for post in snapshot.posts]


def test_microformats_tell_the_owner_their_notes_and_what_others_answered() -> None:
    snapshot = parsed(CARD + NOTE + REPOST + OTHER, lens=Lens.PUBLIC)
    owner = snapshot.owner
    assert (owner.name, owner.bio, owner.url) == ("Alex Teacher", "Year 4 teacher in Larkfield", HOME)
    assert (owner.emails, owner.phones) == (("alex@larkfield.example",), ("0191 498 0000",))
    assert said(snapshot) == [
        ("Rain again.\nSee tea.", PostKind.POST, True),
        ("Here too.", PostKind.COMMENT, False),
        ("Somebody else wrote this.", PostKind.REPOST, False),
    ]
    alone = parsed(CARD + NOTE + REPOST, lens=Lens.PUBLIC)
    assert said(alone) == [
        ("Rain again.\nSee tea.", PostKind.POST, True),
        ("Here too.", PostKind.COMMENT, False),
        ("Somebody else wrote this.", PostKind.REPOST, False),
    ]
    note, answer, _ = alone.posts
    assert (note.time, note.audience) == (datetime(2026, 1, 2, 9, tzinfo=UTC), Audience.PUBLIC)
    assert (note.id, note.links) == ("alex.example/notes/1", ("https://tea.example/",))
    assert (answer.parent, answer.author) == ("alex.example/notes/1", "Pat")
    assert [(image.role, image.url) for image in alone.images] == [
        (ImageRole.AVATAR, "https://alex.example/me.jpg")
    ]


def test_where_several_people_write_unsigned_texts_are_nobodys_and_are_counted() -> None:
    unsigned = NOTE.partition('<div class="p-comment')[0] + "</article>"
    two = unsigned + unsigned.replace("/notes/1", "/notes/4") + OTHER
    snapshot = parsed(two)
    assert said(snapshot) == [("A guest writes.", PostKind.POST, True)]
    snapshot = parsed(two + OTHER.replace("Sam", "Pat").replace("sam.", "pat.").replace("notes/3", "notes/5"))
    assert said(snapshot) == []
    assert [(gap.part, gap.count) for gap in snapshot.gaps if gap.count] == [(Part.POSTS, 4)]


def test_on_a_page_with_a_card_of_its_owner_unsigned_entries_are_theirs_beside_a_guest() -> None:
    snapshot = parsed(CARD + NOTE + OTHER)
    assert said(snapshot) == [
        ("Rain again.\nSee tea.", PostKind.POST, True),
        ("Here too.", PostKind.COMMENT, False),
    ]


def test_signed_texts_are_ones_own_by_name_or_address_alone() -> None:
    signed = OTHER.replace("https://sam.example/", HOME).replace("Sam", "Alex Teacher")
    snapshot = parsed(CARD + signed + OTHER)
    assert said(snapshot) == [("A guest writes.", PostKind.POST, True)]


def test_old_class_names_are_read_as_well() -> None:
    old = (
        '<div class="hentry"><h2 class="entry-title">Trip</h2><span class="author vcard"><span '
        'class="fn">Alex '
        'Teacher</span></span><abbr class="published" title="2026-01-02T10:00:00Z">x</abbr>'
        '<div class="entry-content">We go at nine.</div></div>'
    )
    snapshot = parsed(old)
    assert said(snapshot) == [("Trip\nWe go at nine.", PostKind.POST, True)]
    assert snapshot.owner.name == "Alex Teacher"


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_linked_data_tells_whose_page_it_is_and_what_they_wrote() -> None:
    person = {"@type": "Person", "@id": "#me", "name": "Alex Teacher", "description": "Tea", "url": HOME}
    graph = {
        "@graph": [
            {"@type": "ProfilePage", "mainEntity": {"@id": "#me"}},
            {
                **person,
                "worksFor": {"@type": "School", "name": "Larkfield Primary"},
                "sameAs": ["https://x.example/a"],
            },
            {
                "@type": "SocialMediaPosting",
                "url": "https://alex.example/p/1",
                "author": {"@id": "#me"},
                "datePublished": "2026-03-04T05:06:07Z",
                "articleBody": "Half term &amp; rain",
                "image": "https://alex.example/p1.jpg",
                "comment": [{"@type": "Comment", "text": "Beneath it", "author": {"name": "Pat"}}],
            },
        ]
    }
    snapshot = parsed(linked(graph))
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Alex Teacher", "Tea")
    assert [(fact.name, fact.value) for fact in snapshot.owner.facts] == [("works-for", "Larkfield Primary")]
    assert said(snapshot) == [
        ("Half term & rain", PostKind.POST, True),
        ("Beneath it", PostKind.COMMENT, False),
    ]
    assert snapshot.posts[0].time == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert [image.post for image in snapshot.images] == ["alex.example/p/1"]


def test_the_head_alone_tells_of_a_person_and_an_excerpt_is_told_as_one() -> None:
    head = (
        '<meta property="og:type" content="profile"><meta property="og:title" content="Alex Teacher">'
        '<meta property="og:description" content="Tea first"><meta property="profile:username" '
        'content="alex">'
    )
    snapshot = parsed(head)
    assert (snapshot.owner.name, snapshot.owner.handle, snapshot.owner.bio) == (
        "Alex Teacher",
        "alex",
        "Tea first",
    )
    article = (
        '<meta property="og:type" content="article"><meta property="og:title" content="Trip">'
        '<meta property="og:description" content="We go"><meta name="author" content="Alex Teacher">'
    )
    cut = parsed(article)
    assert said(cut) == [("Trip\nWe go", PostKind.POST, True)]
    assert [gap.count for gap in cut.gaps if gap.count] == [1]


def test_articles_for_screen_readers_are_read_where_nothing_else_is_there() -> None:
    page = (
        '<h1>Alex Teacher</h1><main role="feed"><div role="article"><h2>Monday</h2><a href="/d/1"><time '
        'datetime="2026-02-02T08:00:00Z">x'
        "</time></a><p>Porridge.</p><div role='article'><span class='author'>Pat</span>"
        "<p>With honey?</p></div>"
        "</div>"
        '<div role="article"><p>Toast.</p></div></main>'
    )
    snapshot = parsed(page)
    assert [(post.kind, post.own) for post in snapshot.posts] == [
        (PostKind.POST, True),
        (PostKind.COMMENT, False),
        (PostKind.POST, True),
    ]
    assert "With honey" not in snapshot.posts[0].text
    assert (snapshot.posts[1].author, snapshot.posts[1].parent) == ("Pat", "alex.example/d/1")
    assert snapshot.posts[0].id == "alex.example/d/1"


def test_a_feed_brings_whole_texts() -> None:
    feed = (
        '<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<item><title>Trip</title><link>https://alex.example/p/1</link>"
        "<pubDate>Mon, 02 Feb 2026 08:00:00 GMT</pubDate>"
        "<content:encoded>&lt;p&gt;We go at nine.&lt;/p&gt;</content:encoded></item></channel></rss>"
    )
    visit = Visit(None, responses=(Response("feed.xml", "application/xml", feed.encode()),))
    assert WEBSITE.recognise(visit)
    assert said(WEBSITE.parse([visit], None)) == [("Trip\nWe go at nine.", PostKind.POST, True)]


def test_what_an_unknown_site_leaves_out_is_always_told() -> None:
    gaps = {gap.part for gap in parsed(CARD + NOTE).gaps}
    assert gaps == {Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}
    assert set(parsed(CARD + NOTE).read) == {Part.BIO, Part.CONTACT}


@pytest.mark.parametrize(
    "page",
    [
        "<title>Sign in</title><form><input type=password></form>",
        "<h1>Page not found</h1>",
        "<p>Just a paragraph with a name, Alex Teacher.</p>",
        "",
    ],
)
def test_pages_that_say_nothing_of_anybody_are_not_taken(page: str) -> None:
    assert not WEBSITE.recognise(seen(page))
    assert parsed(page).posts == ()


def test_only_a_menu_that_also_signs_out_tells_who_is_signed_in() -> None:
    viewer = WEBSITE.viewer(seen(BAR + CARD))
    assert viewer is not None
    assert viewer.handle == "Alex Teacher"
    assert "sign out" in viewer.proof
    assert WEBSITE.viewer(seen("<nav><span>Signed in as Alex Teacher</span></nav>")) is None
    talk = "<main><article>Hello Alex Teacher, you may <a href='/logout'>log out</a>.</article></main>"
    assert WEBSITE.viewer(seen(talk)) is None
    assert WEBSITE.signed_out(seen('<header><a href="/login">Log in</a></header>'))
    assert not WEBSITE.signed_out(seen(BAR))


@pytest.mark.parametrize(
    "menu",
    [
        '<header><b aria-label="Account menu for Alex Teacher">A</b><a href="/logout">Out</a></header>',
        "<ul><li>Welcome back, Alex Teacher!</li><li><a href='/bye'>Sign out</a></li></ul>",
        "<div>Hi Alex Teacher <a href='/users/sign_out'>x</a></div>",
    ],
)
def test_menus_greet_in_many_ways(menu: str) -> None:
    viewer = WEBSITE.viewer(seen(menu))
    assert viewer is not None
    assert viewer.handle == "Alex Teacher"


@dataclass
class Walked:
    """A view on invented pages."""

    pages: Mapping[str, str]
    site: str = "https://club.example/people/alex"
    lens: Lens = Lens.OWNER
    opened: list[str] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        self.opened.append(address)
        page = Document(address, self.pages.get(address, ""))
        self.visits.append(Visit(self.lens, (page,), part=part))
        return page

    def scroll(self) -> Document:
        return self.visits[-1].documents[-1]

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        self.opened.append(address)
        return Response(address, "application/xml", self.pages.get(address, "").encode(), 200)


ALEX = "https://club.example/people/alex"
PERSON = (
    '<div class="h-card"><a class="p-name u-url" href="/people/alex">Alex Teacher</a>'
    '<p class="p-note">Tea</p><a class="u-email" href="mailto:alex@larkfield.example">m</a></div>'
)


def test_the_named_page_is_read_only_where_it_is_about_whom_the_menu_greets() -> None:
    account = identify(Walked({ALEX: BAR + PERSON}))
    assert account is not None
    assert (account.handle, account.url) == ("Alex Teacher", ALEX)
    assert identify(Walked({ALEX: BAR + PERSON.replace("Alex Teacher", "Sam Reader")})) is None
    assert identify(Walked({ALEX: PERSON})) is None
    assert identify(Walked({ALEX: BAR})) is None


@pytest.mark.parametrize(
    "bar",
    [
        "<a href='/@alex' aria-label='Your profile, Alex Teacher'><img></a><button>Log out</button>",
        "<span class='user'>Alex Teacher</span><a href='/logout'>Log out</a>",
    ],
)
def test_the_live_walk_knows_every_menu_that_saved_pages_are_known_by(bar: str) -> None:
    header = f"<header>{bar}</header>"
    account = identify(Walked({ALEX: header + PERSON}))
    assert account is not None
    assert (account.handle, account.url) == ("Alex Teacher", ALEX)
    assert identify(Walked({ALEX: header + PERSON.replace("Alex Teacher", "Sam Reader")})) is None
    assert identify(Walked({ALEX: f"<header>{bar.partition('</')[0]}</header>" + PERSON})) is None


def test_the_page_that_the_menu_calls_my_profile_is_the_one_that_is_read() -> None:
    mine = "https://club.example/people/me-42"
    bar = '<nav><a href="/people/me-42">My profile</a><a href="/logout">Log out</a></nav>'
    pages = {ALEX: bar + PERSON.replace("Alex Teacher", "Sam Reader"), mine: bar + CARD}
    account = identify(Walked(pages))
    assert account is not None
    assert (account.handle, account.url) == ("Alex Teacher", mine)
    elsewhere = pages[ALEX].replace("/people/me-42", "https://elsewhere.example/me")
    assert identify(Walked({ALEX: elsewhere})) is None


def test_the_walk_follows_pages_of_the_same_site_only_and_asks_for_the_feed_last() -> None:
    feed = '<link rel="alternate" type="application/rss+xml" href="/people/alex/feed">'
    pages = {
        ALEX: feed + PERSON + NOTE + '<a rel="next" href="/people/alex?page=2">next</a>',
        f"{ALEX}?page=2": REPOST + '<a rel="next" href="https://elsewhere.example/3">next</a>',
    }
    view = Walked(pages)
    done = list(walk(view, Account("Alex Teacher", "the test says so", url=ALEX)))
    assert done == [Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES]
    assert view.opened == [ALEX, f"{ALEX}?page=2", f"{ALEX}/feed"]


def test_what_the_page_does_not_show_the_walk_does_not_call_read() -> None:
    nameless = PERSON.partition("<p class")[0] + "</div>"
    assert list(walk(Walked({ALEX: nameless}), Account("Alex Teacher", "the test says so", url=ALEX))) == []


PIECES = st.sampled_from(
    [
        CARD,
        NOTE,
        REPOST,
        OTHER,
        BAR,
        "<div class='h-entry'>",
        "</div>",
        "<article>",
        '<script type="application/ld+json">',
    ]
)


@settings(max_examples=80)
@given(pieces=st.lists(PIECES | st.text(max_size=9), max_size=8), cut=st.integers(0, 900))
def test_no_page_raises_and_no_list_is_ever_told_as_whole(pieces: list[str], cut: int) -> None:
    visit = seen("".join(pieces)[cut:])
    WEBSITE.recognise(visit)
    WEBSITE.viewer(visit)
    snapshot = WEBSITE.parse([visit], None)
    assert set(snapshot.read) <= {Part.BIO, Part.CONTACT}


def test_a_page_nested_deeper_than_calls_can_be_is_survived() -> None:
    deep = '<div class="h-entry"><div class="p-author h-card">' * 3000
    assert WEBSITE.parse([seen(deep)], None).platform == "website"


@settings(max_examples=80)
@given(
    value=st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["@type", "@id", "@graph", "author", "name", "url", "image", "mainEntity", "comment"]
                ),
                inner | st.sampled_from(["Person", "Article", "ProfilePage", "Comment", "http://[x"]),
                max_size=5,
            )
        ),
        max_leaves=20,
    )
)
def test_no_linked_data_raises(value: object) -> None:
    WEBSITE.parse([seen(linked(value))], None)


def test_a_real_page_of_a_video_says_who_made_it(shared: Path) -> None:
    html = (shared / "samples/pages/vimeo/video_loggedout.html").read_text()
    snapshot = parsed(html)
    assert snapshot.owner.name == "Vimeo Curation"
    assert [post.text.partition("\n")[0] for post in snapshot.posts] == [
        "Vimeo Best of the Year 2018: Winners"
    ]
    assert [gap.count for gap in snapshot.gaps if gap.count] == [1]


def test_a_post_that_its_label_gives_to_somebody_else_is_not_the_owners() -> None:
    page = """<h1>Club news</h1><div role="feed">
      <div role="article" aria-label="Post by Bob Jones"><b>Bob Jones</b><p>Mr Smith is useless.</p></div>
      <div role="article" aria-label="Post by Jane Low"><b>Jane Low</b><p>Lovely evening.</p></div></div>"""
    visit = Visit(lens=None, documents=(Document("https://club.example/news", page),))
    assert [post.text for post in WEBSITE.parse([visit], None).posts if post.own] == []
