"""Reddit's reader: on real data answers, and in named tests on material invented from published shapes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from platforms.mutations import mutated
from roads import as_offered

from selfaudit.model.snapshot import Gap, Owner, Post, Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.reddit import REDDIT
from selfaudit.platforms.reddit.parse import HIDDEN, UNKNOWN_FORM

REAL, INVENTED = "samples/pages/reddit", "samples/pages-invented/reddit"
ALEX = Account("alexm", "a test says so", id="u1")
PLACE = "https://www.reddit.com/user/alexm"


def recorded(shared: Path, name: str) -> list[Response]:
    """The answers of a recording, that of the key for signing in left out."""
    kept = json.loads((shared / REAL / f"{name}.json").read_text())["interactions"][1:]
    return [
        Response(one["request"]["uri"], "application/json", one["response"]["body"]["string"].encode())
        for one in kept
    ]


def an_answer(value: object, url: str = f"{PLACE}/submitted.json?raw_json=1") -> Response:
    return Response(url, "application/json", json.dumps(value).encode())


def a_listing(*things: tuple[str, dict[str, Any]], after: str | None = None) -> dict[str, Any]:
    children = [{"kind": kind, "data": data} for kind, data in things]
    return {"kind": "Listing", "data": {"children": children, "after": after, "before": None}}


def a_post(number: str = "a1", title: str = "Hello", author: str = "alexm", **more: Any) -> Any:
    thing = {"id": number, "name": f"t3_{number}", "title": title, "selftext": "", "author": author}
    return "t3", {**thing, "created_utc": 1789000000.0, "permalink": f"/r/x/comments/{number}/", **more}


def a_comment(number: str, body: str, author: str = "alexm", **more: Any) -> Any:
    thing = {"id": number, "name": f"t1_{number}", "body": body, "author": author}
    return "t1", {**thing, "created_utc": 1789000000.0, **more}


def read(*answers: Response, account: Account | None = None, lens: Lens | None = None) -> Snapshot:
    return REDDIT.parse([Visit(lens, responses=answers)], account)


def see(html: str, url: str = f"{PLACE}/submitted/", account: Account | None = None) -> Snapshot:
    return REDDIT.parse([Visit(None, (Document(url, f"<html><body>{html}</body></html>"),))], account)


def reasons(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part]


def test_the_real_list_of_posts_is_read_but_not_to_its_end(shared: Path) -> None:
    snapshot = read(*recorded(shared, "TestRedditorListings.test_submissions__new"))
    assert (snapshot.owner.handle, len(snapshot.posts), snapshot.read) == ("spez", 100, ())
    assert all(post.own and post.kind is PostKind.POST and post.text for post in snapshot.posts)
    first = snapshot.posts[0]
    assert (first.id, first.time, first.audience) == (
        "t3_434h6c",
        datetime(2016, 1, 28, 18, 5, 43, tzinfo=UTC),
        Audience.UNKNOWN,
    )
    assert first.text.startswith("Reddit in 2016\nHi All,")
    assert first.url == "https://www.reddit.com/r/announcements/comments/434h6c/reddit_in_2016/"


def test_the_real_answer_to_who_is_signed_in_proves_the_account(shared: Path) -> None:
    visit = Visit(None, responses=tuple(recorded(shared, "TestUser.test_me")))
    account = REDDIT.viewer(visit)
    assert account == Account(
        handle="PyAPITestUser2",
        proof="Reddit's own data named u/PyAPITestUser2 as the account that was signed in.",
        id="4cixf",
        url="https://www.reddit.com/user/PyAPITestUser2",
    )
    snapshot = REDDIT.parse([visit], account)
    assert [(one.name, one.value) for one in snapshot.settings] == [("search_engines", "Included")]
    assert (snapshot.owner.bio, snapshot.read) == (None, ())


def test_the_real_preferences_are_read(shared: Path) -> None:
    answers = recorded(shared, "TestPreferences.test_view")
    assert REDDIT.recognise(Visit(None, responses=tuple(answers)))
    assert {one.name: (one.value, one.highest) for one in read(*answers).settings} == {
        "search_engines": ("Included", "Not included"),
        "messages": ("Everyone", "Only people you approved"),
        "votes": ("Only you", "Only you"),
        "communities": ("Not shown", "Not shown"),
    }


@pytest.mark.parametrize("name", ["TestRedditor.test_trophies", "TestUser.test_karma"])
def test_real_answers_about_other_things_are_not_taken_for_a_profile(shared: Path, name: str) -> None:
    visit = Visit(None, responses=tuple(recorded(shared, name)))
    assert not REDDIT.recognise(visit)
    assert REDDIT.parse([visit], None).posts == ()


def test_the_real_bare_page_of_a_post_says_that_it_could_not_be_read(shared: Path) -> None:
    page = (shared / REAL / "post_og.html").read_text()
    visit = Visit(None, (Document("saved.html", page),))
    assert REDDIT.recognise(visit)
    snapshot = REDDIT.parse([visit], None)
    assert (snapshot.owner, snapshot.posts) == (Owner(), ())
    assert snapshot.gaps == (Gap(Part.OTHER, UNKNOWN_FORM),)


def test_the_real_list_cut_anywhere_never_raises_nor_claims_posts(shared: Path) -> None:
    whole = recorded(shared, "TestRedditorListings.test_submissions__new")[0]
    for length in range(0, len(whole.body), 9_970):
        assert Part.POSTS not in read(Response(whole.url, "application/json", whole.body[:length])).read


def test_the_invented_guard_is_a_gap_and_no_profile(shared: Path) -> None:
    page = (shared / INVENTED / "blocked_network_security.html").read_text()
    visit = Visit(None, (Document("saved.html", page),))
    assert REDDIT.recognise(visit)
    snapshot = as_offered(REDDIT).parse([visit], None)
    assert [gap.reason[:33] for gap in snapshot.gaps] == ["Reddit's guard blocked the browse"]
    assert snapshot.read == ()


def test_the_invented_curated_profile_is_hidden_and_not_empty(shared: Path) -> None:
    page = (shared / INVENTED / "profile_curated_empty.html").read_text()
    snapshot = REDDIT.parse([Visit(Lens.PUBLIC, (Document("saved.html", page),))], None)
    assert (snapshot.owner.handle, snapshot.posts, snapshot.read) == ("sampleworker", (), ())
    assert HIDDEN in reasons(snapshot, Part.POSTS)
    assert HIDDEN in reasons(snapshot, Part.COMMENTS)
    assert reasons(snapshot, Part.OTHER) == []


def test_the_invented_page_of_today_is_read(shared: Path) -> None:
    page = (shared / INVENTED / "profile_shreddit_logged_out.html").read_text()
    snapshot = REDDIT.parse([Visit(None, (Document("saved.html", page),))], None)
    assert snapshot.owner.handle == "sampleworker"
    assert snapshot.posts == (
        Post(
            "t3_a1",
            "Hello",
            time=datetime(2026, 9, 1, 10, 0, tzinfo=UTC),
            url="https://www.reddit.com/r/test/comments/a1/hello/",
        ),
    )


def test_an_invented_post_is_the_same_on_the_page_and_in_data() -> None:
    page = '<shreddit-post id="t3_a1" author="alexm" post-title="Hello" permalink="/r/x/comments/a1/">'
    visit = Visit(
        None,
        (Document(f"{PLACE}/", f"{page}</shreddit-post>"),),
        (an_answer(a_listing(a_post(subreddit_type="private"))),),
    )
    assert [(post.id, post.audience) for post in REDDIT.parse([visit], ALEX).posts] == [
        ("t3_a1", Audience.CUSTOM)
    ]


def test_an_invented_list_is_read_to_its_end_only_stretch_upon_stretch() -> None:
    first = an_answer(a_listing(a_post("a1"), after="t3_a1"))
    second = an_answer(a_listing(a_post("a2")), f"{PLACE}/submitted.json?raw_json=1&limit=100&after=t3_a1")
    assert Part.POSTS in read(first, second, account=ALEX).read
    assert Part.POSTS not in read(first, account=ALEX).read
    assert Part.POSTS not in read(second, account=ALEX).read
    assert Part.POSTS in read(an_answer(a_listing()), account=ALEX).read


def test_an_invented_crosspost_is_not_own_words_unless_its_title_is() -> None:
    first = {"title": "Look", "selftext": "By Sam", "author": "sam", "id": "z9"}
    found = read(
        an_answer(
            a_listing(
                a_post("a1", "Look", crosspost_parent_list=[first]),
                a_post("a2", "My own words", crosspost_parent_list=[first]),
            )
        ),
        account=ALEX,
    ).posts
    assert [(post.id, post.kind, post.own, post.text, post.author) for post in found] == [
        ("t3_a1", PostKind.REPOST, False, "Look\nBy Sam", "sam"),
        ("t3_a2", PostKind.POST, True, "My own words", None),
    ]


def test_in_an_invented_thread_only_what_stands_under_own_words_is_kept_and_named_as_others() -> None:
    reply = a_comment("c2", "Ta", link_id="t3_a1", parent_id="t1_c1")
    answered = {**a_comment("c1", "Nice", "pat", link_id="t3_a1", parent_id="t3_a1")[1]}
    answered["replies"] = a_listing(reply)
    thread = [a_listing(a_post()), a_listing(("t1", answered), ("more", {"count": 7, "id": "m"}))]
    elsewhere = a_listing(
        a_comment("c3", "Mine", link_id="t3_z", parent_id="t3_z"),
        a_comment("c4", "Not mine", "pat", link_id="t3_z", parent_id="t3_z"),
        a_comment("c5", "To me", "pat", link_id="t3_z", parent_id="t1_c3"),
    )
    snapshot = read(an_answer(thread), an_answer(elsewhere), account=ALEX)
    assert sorted((post.id, post.own, post.author) for post in snapshot.posts) == [
        ("t1_c1", False, "pat"),
        ("t1_c2", True, None),
        ("t1_c3", True, None),
        ("t1_c5", False, "pat"),
        ("t3_a1", True, None),
    ]
    assert ("Reddit kept these comments folded away", 7) in [(gap.reason, gap.count) for gap in snapshot.gaps]


def test_invented_escaped_signs_are_read_as_written_and_raw_ones_left_alone() -> None:
    listing = a_listing(a_post(title="Tea &amp; cake"))
    plain = read(an_answer(listing, "submitted.json"), account=ALEX)
    raw = read(an_answer(listing), account=ALEX)
    assert [plain.posts[0].text, raw.posts[0].text] == ["Tea & cake", "Tea &amp; cake"]


def test_what_was_deleted_in_invented_data_is_no_text() -> None:
    found = read(an_answer(a_listing(a_post(selftext="[removed]"))), account=ALEX).posts
    assert [post.text for post in found] == ["Hello"]


def test_pictures_of_invented_posts_are_kept_with_their_post() -> None:
    gallery = {"x": {"s": {"u": "https://i.redd.it/1.jpg?a=1&amp;b=2"}}}
    one = a_post("a2", post_hint="image", url="https://i.redd.it/2.jpg", is_self=False)
    visit = Visit(
        None,
        responses=(an_answer(a_listing(a_post("a1", media_metadata=gallery), one)),),
        media={"https://i.redd.it/1.jpg?a=1&b=2": "media/1.jpg"},
    )
    snapshot = REDDIT.parse([visit], ALEX)
    assert [(image.id, image.file, image.post) for image in snapshot.images] == [
        ("t3_a1:0", "media/1.jpg", "t3_a1"),
        ("t3_a2:0", None, "t3_a2"),
    ]
    assert [post.images for post in snapshot.posts] == [("media/1.jpg",), ()]
    assert snapshot.posts[1].links == ("https://i.redd.it/2.jpg",)


def test_the_invented_record_gives_bio_pictures_and_switches() -> None:
    record = {
        "kind": "t2",
        "data": {
            "name": "alexm",
            "id": "u1",
            "link_karma": 1,
            "comment_karma": 1,
            "inbox_count": 0,
            "hide_from_robots": True,
            "accept_followers": False,
            "icon_img": "https://styles.redditmedia.com/a.png?s=1&amp;t=2",
            "subreddit": {"title": "Alex", "public_description": "Tea", "banner_img": ""},
        },
    }
    snapshot = read(an_answer(record, f"{PLACE}/about.json"))
    assert (snapshot.owner.name, snapshot.owner.bio, snapshot.read) == ("Alex", "Tea", (Part.BIO,))
    assert [(image.role, image.url) for image in snapshot.images] == [
        (ImageRole.AVATAR, "https://styles.redditmedia.com/a.png?s=1&t=2")
    ]
    assert [(one.name, one.value) for one in snapshot.settings] == [
        ("search_engines", "Not included"),
        ("followers", "Nobody"),
    ]


def test_an_invented_record_of_somebody_else_proves_nothing() -> None:
    record = {"kind": "t2", "data": {"name": "sam", "id": "u2", "link_karma": 1, "comment_karma": 1}}
    assert REDDIT.viewer(Visit(None, responses=(an_answer(record, "about.json"),))) is None


def test_invented_pages_say_who_was_signed_in() -> None:
    def visit(html: str) -> Visit:
        return Visit(None, (Document("https://www.reddit.com/user/alexm/", f"<html>{html}</html>"),))

    today = visit('<rs-current-user display-name="alexm"></rs-current-user>')
    old = visit('<script id="config">r.setup({"logged": "alexm"})</script>')
    nobody = visit('<script id="config">r.setup({"logged": false})</script>')
    button = visit('<a id="login-button" href="https://www.reddit.com/login">Log In</a>')
    accounts = [REDDIT.viewer(one) for one in (today, old, nobody, button)]
    assert [one and one.handle for one in accounts] == ["alexm", "alexm", None, None]
    assert [REDDIT.signed_out(one) for one in (today, old, nobody, button)] == [False, False, True, True]


def test_a_person_who_writes_that_they_are_logged_in_proves_nothing() -> None:
    page = '<shreddit-post id="t3_a" author="sam" post-title="x">"logged": "alexm"</shreddit-post>'
    assert REDDIT.viewer(Visit(None, (Document(f"{PLACE}/", page),))) is None


def test_comments_on_an_invented_profile_of_today_belong_to_whose_profile_it_is() -> None:
    html = (
        '<shreddit-profile-comment comment-id="t1_c1" href="/r/x/comments/a/comment/c1/?context=3">'
        '<time datetime="2026-09-01T10:00:00.000Z"></time><div id="t1_c1-content"><div class="md">'
        "<p>Hello</p><p>there</p></div></div></shreddit-profile-comment>"
    )
    assert see(html, f"{PLACE}/comments/").posts == (
        Post(
            "t1_c1",
            "Hello\nthere",
            PostKind.COMMENT,
            time=datetime(2026, 9, 1, 10, 0, tzinfo=UTC),
            url="https://www.reddit.com/r/x/comments/a/comment/c1/",
        ),
    )


def test_the_invented_old_pages_are_read_and_others_on_them_left_out() -> None:
    def thing(name: str, author: str, body: str) -> str:
        return (
            f'<div class="thing" data-fullname="{name}" data-author="{author}" data-permalink="/r/x/{name}/" '
            f'data-timestamp="1789000000000"><a class="title" href="/x">Title</a>'
            f'<div class="usertext-body"><div class="md"><p>{body}</p></div></div></div>'
        )

    html = thing("t3_a1", "alexm", "Own") + thing("t1_c1", "alexm", "Said") + thing("t3_b", "sam", "Theirs")
    found = see(html, "https://old.reddit.com/user/alexm/").posts
    assert [(post.id, post.text, post.kind, post.own) for post in found] == [
        ("t3_a1", "Title\nOwn", PostKind.POST, True),
        ("t1_c1", "Said", PostKind.COMMENT, True),
    ]
    assert {post.time for post in found} == {datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC)}


def test_an_invented_stranger_who_sees_nothing_is_told_that_it_means_little() -> None:
    snapshot = read(an_answer(a_listing(), "submitted.json"), account=ALEX, lens=Lens.PUBLIC)
    assert any("may be public" in reason for reason in reasons(snapshot, Part.POSTS))
    assert snapshot.read == ()


def test_invented_lists_of_people_are_read() -> None:
    people = [{"kind": "UserList", "data": {"children": [{"name": "pat", "id": "t2_p", "date": 1789000000}]}}]
    friends = read(an_answer(people, "https://www.reddit.com/prefs/friends.json"), account=ALEX).connections
    assert [(one.id, one.handle, one.relation, one.since) for one in friends] == [
        ("t2_p", "pat", "following", datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC))
    ]
    blocked = read(an_answer(people, "https://www.reddit.com/prefs/blocked.json"), account=ALEX).connections
    assert [one.relation for one in blocked] == ["blocked"]


def test_a_blog_about_reddit_is_no_reddit_page() -> None:
    blog = Document("https://blog.example/", "<title>On Reddit</title><p>Blocked by Reddit (u/alexm)</p>")
    assert not REDDIT.recognise(Visit(None, (blog,)))


@pytest.mark.parametrize("seed", range(6))
def test_spoilt_real_data_never_raise(shared: Path, seed: int) -> None:
    whole = recorded(shared, "TestRedditorListings.test_submissions__new")[0]
    value = mutated(json.loads(whole.body), seed)
    snapshot = read(an_answer(value, whole.url), account=Account("spez", "a test says so"))
    assert len(snapshot.posts) <= 100
    assert all(post.own == (post.author is None) for post in snapshot.posts)


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5) | some.just("t3"),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                ["kind", "data", "children", "author", "name", "id", "after", "replies", "subreddit",
                 "crosspost_parent_list", "media_metadata", "link_karma", "comment_karma", "permalink"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=60)
@given(ANYTHING)
def test_hostile_data_never_raise_and_never_claim_posts(value: Any) -> None:
    odd = {"kind": "Listing", "data": {"children": [value, {"kind": "t3", "data": value}], "after": "t3_x"}}
    own = a_post(crosspost_parent_list=value, media_metadata=value, preview=value, poll_data=value, url=value)
    snapshot = read(an_answer(odd), an_answer(value), an_answer(a_listing(own), "x.json"), account=ALEX)
    assert Part.POSTS not in snapshot.read
    assert len(snapshot.posts) >= 1


def a_link(kind: str, url: str, noun: str = "social_link") -> str:
    told = json.dumps({"social_link": {"type": kind, "url": url, "name": "x"}}).replace('"', "&quot;")
    return f'<faceplate-tracker noun="{noun}" data-faceplate-tracking-context="{told}"></faceplate-tracker>'


def test_the_links_beside_an_invented_profile_are_read() -> None:
    html = a_link("TWITTER", "https://x.com/alexm") + a_link("CUSTOM", "https://tea.example/")
    html += '<faceplate-tracker noun="social_link"><a href="https://old.example/">old</a></faceplate-tracker>'
    html += a_link("ADD", "https://www.reddit.com/settings", noun="add_social_link")
    html += '<a href="https://ads.example/">An advertisement</a>'
    snapshot = see(f"<shreddit-app>{html}</shreddit-app>", f"{PLACE}/")
    assert snapshot.owner.links == ("https://x.com/alexm", "https://tea.example/", "https://old.example/")
    assert (Part.CONTACT in snapshot.read, reasons(snapshot, Part.CONTACT)) == (True, [])


def test_no_link_beside_a_profile_is_a_gap_and_other_peoples_links_are_theirs() -> None:
    none = see("<shreddit-app></shreddit-app>", f"{PLACE}/")
    assert (none.owner.links, len(reasons(none, Part.CONTACT))) == ((), 1)
    theirs = see(
        f"<shreddit-app>{a_link('CUSTOM', 'https://pat.example/')}</shreddit-app>",
        "https://www.reddit.com/user/pat/",
        Account("alexm", "told"),
    )
    assert theirs.owner.links == ()
