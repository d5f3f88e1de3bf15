"""On a site that nobody described, other people's words are never the owner's. All pages are invented."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.reading import soup_of
from selfaudit.platforms.website import WEBSITE
from selfaudit.platforms.website.regions import Regions

NASTY = "Pat is useless"
OWN = "<article><h2>First day</h2><p class='byline'>by Alex Teacher</p><p>Glad to be back.</p></article>"
BARE = "<article><h2>First day</h2><p>Glad to be back.</p></article>"
TITLE = "<h1>Alex's diary</h1>"
OWNED = (("First day\nGlad to be back.", True),)
SIGNED = (("First day\nby Alex Teacher\nGlad to be back.", True),)
BAR = (
    '<nav><a href="/people/alex">My profile</a> <span>Signed in as Alex Teacher</span> '
    '<a href="/logout">Sign out</a></nav>'
)


def seen(html: str, url: str = "https://diary.example/posts/17") -> Visit:
    return Visit(None, (Document(url, html),))


def parsed(html: str, url: str = "https://diary.example/posts/17") -> Snapshot:
    visit = seen(html, url)
    return WEBSITE.parse([visit], WEBSITE.viewer(visit))


def said(snapshot: Snapshot) -> tuple[tuple[str, bool], ...]:
    return tuple((post.text, post.own) for post in snapshot.posts)


def unclear(snapshot: Snapshot) -> int | None:
    return next((gap.count for gap in snapshot.gaps if "which of the people" in gap.reason), None)


REGIONS = [
    "<section class='comments'>{0}</section>",
    "<div id='comments'><h3>2 Comments</h3>{0}</div>",
    "<h2>Kommentare (3)</h2><div>{0}</div>",
    "<h2>Commentaires</h2>{0}",
    "<section><header><h2>Komentarze</h2></header><ol><li>{0}</li></ol></section>",
    "<details><summary>Comentarios</summary>{0}</details>",
    "<section aria-label='Antworten'>{0}</section>",
    "<section aria-labelledby='say'><h4 id='say'>What others say</h4>{0}</section>",
    "<ul class='post__comment-list'><li>{0}</li></ul>",
    "<div class='guestBook'>{0}</div>",
    "<h2>Gästebuch</h2>{0}",
    "<div itemprop='comment'>{0}</div>",
    "<div itemscope itemtype='https://schema.org/UserComments'>{0}</div>",
    "<div role='comment'>{0}</div>",
]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize(
    "answer",
    [
        f"<article><p>{NASTY}</p></article>",
        f"<article><b>Rob Elder</b><p>{NASTY}</p></article>",
        f"<article role='article'><footer>Submitted by Rob Elder on Monday</footer><p>{NASTY}</p></article>",
    ],
)
@pytest.mark.parametrize(("page", "own"), [(OWN, SIGNED), (TITLE + BARE, OWNED)])
def test_answers_beside_a_post_are_not_the_owners(
    region: str, answer: str, page: str, own: tuple[tuple[str, bool], ...]
) -> None:
    snapshot = parsed(f"<main>{page}{region.format(answer)}</main>")
    mine, *others = snapshot.posts
    assert ((mine.text, mine.own),) == own
    assert [other.own for other in others if NASTY in other.text] == [False]
    assert all(other.author in (None, "Rob Elder") for other in others)


@pytest.mark.parametrize(
    "aside",
    [
        "<aside><h2>Recent</h2>{0}</aside>",
        "<div role='complementary'>{0}</div>",
        "<section><h2>You may also like</h2>{0}</section>",
        "<div class='related-posts'>{0}</div>",
        "<h2>Ähnliche Beiträge</h2>{0}",
        "<section aria-label='More from this site'>{0}</section>",
    ],
)
def test_what_a_page_shows_from_elsewhere_is_nobodys(aside: str) -> None:
    teaser = f"<article><h3>{NASTY}</h3><p>Read it</p></article>"
    snapshot = parsed(f"<main>{TITLE}{BARE}{aside.format(teaser)}</main>")
    assert said(snapshot) == OWNED
    assert unclear(snapshot) == 1


def test_a_post_holds_none_of_the_answers_that_stand_in_it() -> None:
    page = f"<article><h2>First day</h2><p>Glad to be back.</p><section class='comments'><p>Rob: {NASTY}</p>"
    assert said(parsed(f"{TITLE}{page}</section></article>")) == OWNED


@pytest.mark.parametrize("label", ["Comment by Rob Elder", "Kommentar von Rob Elder", "Reply from Rob Elder"])
def test_whoever_a_label_names_as_answering_is_not_the_owner(label: str) -> None:
    snapshot = parsed(
        f"<main>{TITLE}{BARE}<div role='article' aria-label='{label}'><p>{NASTY}</p></div></main>"
    )
    assert said(snapshot) == (*OWNED, (NASTY, False))
    assert snapshot.owner.name == "Alex"


def test_a_card_of_somebody_who_comments_describes_nobody() -> None:
    comment = (
        "<ol class='comment-list'><li class='comment'><article class='comment-body' id='div-comment-7'>"
        "<div class='comment-author vcard'><b class='fn'>Rob Elder</b> says:</div>"
        f"<div class='comment-content'><p>{NASTY}</p>"
        "<a href='mailto:rob@elder.example'>m</a></div></article></li></ol>"
    )
    entry = (
        "<article class='hentry'><h2 class='entry-title'>First day</h2>"
        "<div class='entry-content'>Glad.</div></article>"
    )
    snapshot = parsed(f"<main>{TITLE}{entry}{comment}</main>")
    assert (snapshot.owner.name, snapshot.owner.bio, snapshot.owner.emails) == ("Alex", None, ())
    assert [(post.own, post.author) for post in snapshot.posts] == [(True, None), (False, "Rob Elder")]
    assert snapshot.read == ()


@pytest.mark.parametrize(("tag", "end"), [("article", "article"), ("div role='article'", "div")])
def test_the_home_page_of_whoever_is_signed_in_makes_nothing_theirs(tag: str, end: str) -> None:
    texts = "".join(f"<{tag}><h2>{who}</h2><p>{NASTY}</p></{end}>" for who in ("Rob Elder", "Jo"))
    snapshot = parsed(f"{BAR}<main role='feed'>{texts}</main>", "https://club.example/home")
    assert said(snapshot) == ()
    assert unclear(snapshot) == 2


def test_the_page_that_the_menu_calls_ones_own_makes_unsigned_texts_ones_own() -> None:
    answers = (
        f"<section><h2>Comments</h2><article class='comment'><h3>Rob</h3><p>{NASTY}</p></article></section>"
    )
    snapshot = parsed(f"{BAR}<main>{BARE}{answers}</main>", "https://club.example/people/alex")
    assert [(post.own, post.author) for post in snapshot.posts] == [(True, None), (False, "Rob")]


def test_texts_that_nobody_signs_are_nobodys_and_are_counted() -> None:
    snapshot = parsed(f"<main role='feed'>{BARE}{BARE.replace('First', 'Second')}</main>")
    assert said(snapshot) == ()
    assert unclear(snapshot) == 2


def test_the_only_text_of_a_page_that_names_nobody_is_whose_it_was_given_as() -> None:
    snapshot = parsed(f"<main>{BARE}</main>")
    assert said(snapshot) == OWNED
    assert [gap.count for gap in snapshot.gaps if "taken as yours" in gap.reason] == [1]


def test_of_several_who_sign_nobody_is_taken_for_the_owner() -> None:
    other = OWN.replace("Alex Teacher", "Rob Elder").replace("First", "Second")
    snapshot = parsed(f"<main>{OWN}{other}</main>")
    assert (snapshot.owner.name, said(snapshot), unclear(snapshot)) == (None, (), 2)


FEED = (
    '<main><h1>Alex Teacher</h1><p>Tea</p><div role="feed">'
    '<div role="article" {0}><h2>Alex Teacher</h2><p>Porridge.</p></div>'
    f'<div role="article" {{1}}><h2>Rob Elder</h2><p>{NASTY}</p></div></div></main>'
)


@pytest.mark.parametrize(
    "labels",
    [('aria-label="Post by Alex Teacher"', 'aria-label="Post by Rob Elder"'), ("", "")],
)
def test_a_page_headed_by_a_name_is_theirs_and_only_what_that_name_signs(labels: tuple[str, str]) -> None:
    snapshot = parsed(FEED.format(*labels), "https://club.example/alex")
    assert snapshot.owner.name == "Alex Teacher"
    assert said(snapshot) == (("Alex Teacher\nPorridge.", True),)


def test_a_heading_that_nothing_bears_out_names_nobody() -> None:
    page = f"<main><h1>Summer Holidays</h1>{BARE}{BARE.replace('First', 'Second')}</main>"
    snapshot = parsed(page, "https://diary.example/2026/summer-holidays")
    assert (snapshot.owner.name, said(snapshot)) == (None, ())


PLAIN = "<title>Me</title><body><nav><a href='/'>Home</a></nav><p>I teach. {0}</p>"


@pytest.mark.parametrize(
    ("ways", "emails", "phones"),
    [
        ("Write to alex@larkfield.example.", ("alex@larkfield.example",), ()),
        ("<a href='MAILTO:alex@larkfield.example?subject=x'>Write</a>", ("alex@larkfield.example",), ()),
        ("Ring 0191 498 0000 after four.", (), ("0191 498 0000",)),
    ],
)
def test_a_plain_page_gives_its_text_and_the_ways_to_write(
    ways: str, emails: tuple[str, ...], phones: tuple[str, ...]
) -> None:
    visit = seen(PLAIN.format(ways), "https://alex.example/")
    assert WEBSITE.recognise(visit)
    snapshot = WEBSITE.parse([visit], None)
    assert (snapshot.owner.emails, snapshot.owner.phones) == (emails, phones)
    assert [post.own for post in snapshot.posts] == [True]
    assert "I teach." in snapshot.posts[0].text
    assert "Home" not in snapshot.posts[0].text
    assert not snapshot.posts[0].text.startswith("Me")
    assert snapshot.read == (Part.CONTACT,)


def test_a_plain_page_seen_by_somebody_signed_in_is_not_theirs_by_that() -> None:
    snapshot = parsed(BAR + PLAIN.format("Write to rob@elder.example."), "https://club.example/about")
    assert (said(snapshot), snapshot.owner.emails) == ((), ())


def test_a_plain_page_is_read_where_the_person_says_that_it_is_theirs() -> None:
    visit = seen(PLAIN.format("Porridge every day. " * 9))
    assert not WEBSITE.recognise(visit)
    assert [post.own for post in WEBSITE.parse([visit], None).posts] == [True]


def test_a_bare_day_is_kept_as_its_beginning() -> None:
    page = f"{TITLE}<article><h2>First day</h2><time datetime='2026-09-01'>x</time><p>Glad.</p></article>"
    assert [post.time for post in parsed(page).posts] == [datetime(2026, 9, 1, tzinfo=UTC)]


def test_a_head_with_a_name_alone_shows_neither_bio_nor_ways_to_write() -> None:
    head = '<meta property="og:type" content="profile"><meta property="og:title" content="Alex Teacher">'
    snapshot = parsed(head)
    assert (snapshot.owner.name, snapshot.owner.bio, snapshot.read) == ("Alex Teacher", None, ())


def test_an_account_proven_elsewhere_makes_no_guest_on_its_page_the_owner() -> None:
    account = Account("alex", "the test says so", name="Alex Teacher", url="https://club.example/people/alex")
    page = seen(BARE + OWN.replace("Alex Teacher", "Rob Elder"), "https://club.example/people/alex")
    assert said(WEBSITE.parse([page], account)) == ()
    alone = seen(BARE, "https://club.example/people/alex?page=2")
    assert said(WEBSITE.parse([alone], account)) == OWNED


@pytest.mark.parametrize(
    "texts",
    [
        f"<article><h2><a href='/people/rob'>Rob Elder</a></h2><p>{NASTY}</p></article>",
        f"<article><a href='/robelder'>Rob Elder</a><p>{NASTY}</p></article>",
        f"<article><h2>Rob</h2><p>{NASTY}</p></article><article><h2>Rob</h2><p>{NASTY} too</p></article>",
        f"<article><header><a href='/u/rob7'>@rob7</a></header><p>{NASTY}</p></article>",
        f"<article><span class='user-name'>Rob Elder</span><p>{NASTY}</p></article>",
        f"<article><p>Posted by Rob Elder on Monday</p><p>{NASTY}</p></article>",
        f"<article><p>Rob Elder wrote:</p><p>{NASTY}</p></article>",
    ],
)
def test_what_others_put_on_ones_own_page_is_not_ones_own(texts: str) -> None:
    page = f"{BAR}<main><h1>Alex Teacher</h1>{texts}</main>"
    assert said(parsed(page, "https://club.example/people/alex")) == ()


def test_whom_a_text_only_speaks_of_did_not_sign_it() -> None:
    text = "<article><h2>First day</h2><p>Tea with <a href='/people/rob'>Rob Elder</a>.</p></article>"
    page = f"{BAR}<main><h1>Alex Teacher</h1>{text}</main>"
    assert [own for _text, own in said(parsed(page, "https://club.example/people/alex"))] == [True]


def test_a_title_of_two_words_that_leads_to_its_text_is_no_signature() -> None:
    text = "<article><h2><a href='/firstday'>First Day</a></h2><p>Glad to be back.</p></article>"
    snapshot = parsed(f"<main><h1>Alex Teacher</h1>{text}</main>", "https://alex.example/")
    assert said(snapshot) == (("First Day\nGlad to be back.", True),)


@pytest.mark.parametrize(
    "wall",
    [
        "<div class='post'>{0}</div>" * 3,
        "<div><span class='username'>Rob</span> {0}</div>",
        "<p>Rob Elder wrote:</p><p>{0}</p>",
        "<a href='/login'>Sign in</a><p>{0}</p>",
        "<p>{0}</p><time>1</time><time>2</time>",
    ],
)
def test_a_page_of_many_people_without_marks_is_nobodys_though_a_way_to_write_stands_on_it(wall: str) -> None:
    snapshot = parsed(f"<body><p>Write to desk@club.example</p>{wall.format(NASTY)}</body>")
    assert [post.text for post in snapshot.posts if post.own] == []


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        ("/profile", "/profile/rob"),
        ("/profile.php?id=4", "/profile.php?id=9"),
        ("/", "/people/rob"),
        ("#", "/people/rob"),
        ("", "/people/rob"),
    ],
)
def test_a_page_that_only_stands_near_ones_own_is_not_ones_own(mine: str, other: str) -> None:
    bar = BAR.replace("/people/alex", mine)
    assert said(parsed(f"{bar}<main>{BARE}</main>", f"https://club.example{other}")) == ()


@pytest.mark.parametrize("further", ["/people/alex?page=2", "/people/alex/page/3", "/people/alex/"])
def test_further_pages_of_ones_own_list_are_ones_own(further: str) -> None:
    assert said(parsed(f"{BAR}<main>{BARE}</main>", f"https://club.example{further}")) == OWNED


@pytest.mark.parametrize(
    "line",
    [
        "By Alex Teacher",
        "Posted on 5 January 2026 by Alex Teacher",
        "Posted by Alex Teacher on Monday",
        "Von Alex Teacher am 5. Januar",
        "Publié le 5 janvier par Alex Teacher",
        "Alex Teacher wrote:",
    ],
)
def test_a_line_that_says_who_wrote_signs_a_text(line: str) -> None:
    text = f"<article><h2>First day</h2><p>{line}</p><p>Glad to be back by Monday, and so on.</p></article>"
    snapshot = parsed(f"<main>{text}</main>")
    assert (snapshot.owner.name, [post.own for post in snapshot.posts]) == ("Alex Teacher", [True])


def test_texts_marked_by_the_attributes_of_schema_are_read() -> None:
    page = (
        '<main itemscope itemtype="https://schema.org/BlogPosting"><h1 itemprop="headline">Rain</h1>'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">'
        'Alex Teacher</b></span><div itemprop="articleBody">Rain again.</div>'
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><i itemprop="author">Rob</i>'
        f'<p itemprop="text">{NASTY}</p></div></main>'
    )
    snapshot = parsed(page)
    assert snapshot.owner.name == "Alex Teacher"
    assert [(post.own, post.author) for post in snapshot.posts] == [(True, None), (False, "Rob")]
    assert NASTY not in snapshot.posts[0].text


@pytest.mark.parametrize(
    "guest",
    [
        f"<article><h4>Guest post by Max</h4><p>{NASTY}</p></article>",
        f"<article><p>Ein Gastbeitrag von Uwe Klein</p><p>{NASTY}</p></article>",
        f"<article><blockquote>{NASTY}<footer>Quoted from Max</footer></blockquote></article>",
        f"<article><blockquote>{NASTY}</blockquote></article>",
        f"<article><p>{NASTY}</p><footer>Pete, 1 Jan</footer></article>",
    ],
)
def test_what_a_guest_wrote_or_is_quoted_with_is_not_ones_own(guest: str) -> None:
    own = [text for text, mine in said(parsed(f"<main>{TITLE}{BARE}{guest}</main>")) if mine]
    assert not any(NASTY in text for text in own)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Today I read a guest post by Max and liked it.</p>",
        "<p>So true:</p><blockquote>Rest.<footer>Quoted from Max</footer></blockquote>",
        "<p>Rain.</p><footer>Monday, 1 January 2026</footer>",
        "<p>Rain.</p><footer>Alex, 1 Jan</footer>",
    ],
)
def test_a_text_that_speaks_of_a_guest_or_quotes_is_still_ones_own(text: str) -> None:
    assert [own for _text, own in said(parsed(f"<main>{TITLE}<article>{text}</article></main>"))] == [True]


def test_a_byline_of_one_text_does_not_beat_the_name_of_the_site() -> None:
    text = f"<article><h2>Max visits</h2><p>Written by Max Power</p><p>{NASTY}</p></article>"
    snapshot = parsed(f"<header>{TITLE}</header><main>{text}</main>")
    assert (snapshot.owner.name, said(snapshot), unclear(snapshot)) == (None, (), 1)
    assert said(parsed(f"<header>{TITLE}</header><main>{OWN}</main>")) == SIGNED


@pytest.mark.parametrize("kind", ["", " class='h-entry'"])
def test_in_a_guest_book_only_what_the_owner_signs_is_theirs(kind: str) -> None:
    entries = (
        f"<article{kind}><p>{NASTY}</p><footer>Pete, 1 Jan</footer></article>"
        f"<article{kind}><p>{NASTY} too</p></article>"
    )
    page = f"<header><h1>Alex Teacher</h1></header><main>{entries}</main>"
    assert [text for text, own in said(parsed(page, "https://alexteacher.example/guestbook")) if own] == []
    assert not any(own for _text, own in said(parsed(f"<title>Guest book</title>{entries}")))
    title = "<h1>Our new guestbook is here</h1>"
    assert said(parsed(f"{title}<main>{TITLE}{BARE}</main>")) == OWNED


@pytest.mark.parametrize(
    "bar",
    [
        "<a href='/@alex' aria-label='Your profile, Alex Teacher'><img></a><button>Log out</button>",
        "<span class='user'>Alex Teacher</span><a href='/logout'>Log out</a>",
    ],
)
def test_whose_name_stands_beside_the_way_out_is_signed_in(bar: str) -> None:
    texts = f"<article aria-label='Post by {{0}}'><p>{NASTY}</p></article>"
    for who, own in (("Rob Elder", []), ("Alex Teacher", [True])):
        page = f"<header>{bar}</header><main><h1>{who}</h1>{texts.format(who)}</main>"
        account = WEBSITE.viewer(seen(page))
        assert account is not None
        assert account.name == "Alex Teacher"
        assert [mine for _text, mine in said(parsed(page))] == own


def test_a_page_whose_every_text_bears_a_label_is_read_in_the_time_of_any_other() -> None:
    texts = "".join(
        f"<div aria-labelledby='t{n}'><b id='t{n}'>{'Comments' if n == 7 else n}</b></div>"
        for n in range(3000)
    )
    soup = soup_of(texts)
    began = time.monotonic()
    regions = Regions(soup)
    assert time.monotonic() - began < 3
    assert [tag["aria-labelledby"] for tag in soup.select("div") if regions.begins_at(tag)] == ["t7"]
