"""Instagram's answers as they are believed to be today: invented, after published notes of August 2026."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from meta_pages import an_account, answer, defining, document, result, saved

from selfaudit.model.snapshot import Connection, Fact, Post
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.instagram import INSTAGRAM
from selfaudit.platforms.instagram.measuring import BARE, MORE_COMMENTS, NO_CONTACT, UNKNOWN_FORM

SITE = "https://www.instagram.com"
QUERY = f"{SITE}/graphql/query"
ME = an_account("sample.worker", "3001")
USER = {"pk": "3001", "username": "sample.worker", "full_name": "Sample Worker"}
TIMELINE = "xdt_api__v1__feed__user_timeline_graphql_connection"
Data = dict[str, Any]


def media(code: str, words: str | None, author: Data | None = None, **more: Any) -> Data:
    """A post as today's answers write it."""
    caption = None if words is None else {"text": words}
    return {
        "pk": "9",
        "code": code,
        "taken_at": 1789000000,
        "caption": caption,
        "user": author or USER,
        **more,
    }


def posts(*nodes: Data, after: str | None = None, end: str | None = None) -> Any:
    """A stretch of the owner's posts; the last where there is no mark to go on with."""
    info = {"has_next_page": end is not None, "end_cursor": end}
    data = {"data": {TIMELINE: {"edges": [{"node": node} for node in nodes], "page_info": info}}}
    asked = {"after": after, "username": "sample.worker"}
    return answer(data, url=QUERY, question="PolarisProfilePostsQuery", asked=asked)


def profile(**more: Any) -> Any:
    record = {**USER, "biography": "", "is_private": False, **more}
    return answer(
        {"data": {"user": record}}, url=QUERY, question="PolarisProfilePageContentQuery", asked={"id": "3001"}
    )


def reasons(snapshot: Any, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part]


def test_the_invented_profile_and_posts_are_one_account_read_to_its_end(shared: Path) -> None:
    folder = shared / "samples/pages-invented/instagram"
    names = ("graphql_PolarisProfilePageContentQuery_public", "graphql_PolarisProfilePostsQuery")
    snapshot = INSTAGRAM.parse([saved(folder / f"{name}.json") for name in names], ME)
    assert snapshot.owner.bio == "Teacher & hiker\nmail: sample.worker@example.org"
    assert snapshot.owner.links == ("https://example.org",)
    assert snapshot.posts == (
        Post(
            "CODE1",
            "Sports day",
            time=datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url=f"{SITE}/p/CODE1/",
        ),
        Post(
            "CODE2",
            "",
            time=datetime(2026, 8, 29, 10, 40, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url=f"{SITE}/p/CODE2/",
        ),
    )
    assert [(image.id, image.post) for image in snapshot.images] == [("CODE1/1", "CODE1")]
    assert snapshot.read == (Part.BIO, Part.CONTACT, Part.POSTS)


def test_a_private_account_says_so_and_its_posts_are_the_followers(shared: Path) -> None:
    folder = shared / "samples/pages-invented/instagram"
    names = ("graphql_PolarisProfilePageContentQuery_private", "graphql_PolarisProfilePostsQuery")
    snapshot = INSTAGRAM.parse([saved(folder / f"{name}.json") for name in names], ME)
    assert [(one.value, one.highest) for one in snapshot.settings] == [("Private", "Private")]
    assert {post.audience for post in snapshot.posts} == {Audience.FRIENDS}


def test_two_proofs_name_who_is_signed_in(shared: Path) -> None:
    folder = shared / "samples/pages-invented/instagram"
    for name in ("web_info_viewer_signed_in.html", "graphql_PolarisProfilePageContentQuery_public.json"):
        viewer = INSTAGRAM.viewer(saved(folder / name))
        assert viewer is not None
        assert (viewer.handle, viewer.id) == ("sample.worker", "3001")
        assert "sample.worker" in viewer.proof
    assert INSTAGRAM.viewer(saved(folder / "graphql_PolarisProfilePageContentQuery_private.json")) is None


def test_a_viewer_that_is_nobody_means_signed_out() -> None:
    nobody = document(defining("PolarisViewer", {"data": None}), url=f"{SITE}/sample.worker/")
    somebody = document(
        defining("PolarisViewer", {"data": {"id": "5", "username": "pat"}}), url=f"{SITE}/pat/"
    )
    assert INSTAGRAM.signed_out(Visit(None, (nobody,)))
    assert not INSTAGRAM.signed_out(Visit(None, (somebody,)))
    assert not INSTAGRAM.signed_out(Visit(None, (document({"a": 1}, url=f"{SITE}/pat/"),)))


def test_reels_without_words_and_dates_are_a_gap_unless_the_grid_has_them(shared: Path) -> None:
    reels = saved(shared / "samples/pages-invented/instagram/graphql_clips_connection_2026_08.json")
    alone = INSTAGRAM.parse([reels], ME)
    assert alone.posts == ()
    assert [(gap.reason, gap.count) for gap in alone.gaps if gap.reason == BARE] == [(BARE, 1)]
    both = INSTAGRAM.parse([reels, Visit(None, responses=(posts(media("REEL1", "On tour")),))], ME)
    assert [post.id for post in both.posts] == ["REEL1"]
    assert BARE not in reasons(both, Part.POSTS)


def test_posts_are_whole_where_the_stretches_join_and_not_where_one_is_missing() -> None:
    first, middle = posts(media("A", "1"), end="x"), posts(media("B", "2"), after="x", end="y")
    last = posts(media("C", "3"), after="y")
    whole = INSTAGRAM.parse([Visit(None, responses=(first, middle, last))], ME)
    holed = INSTAGRAM.parse([Visit(None, responses=(first, last))], ME)
    assert Part.POSTS in whole.read
    assert [post.id for post in whole.posts] == ["A", "B", "C"]
    assert Part.POSTS not in holed.read
    assert len(reasons(holed, Part.POSTS)) == 1


def test_the_accounts_own_count_tells_what_is_missing() -> None:
    seen = posts(media("A", "1"))
    few = INSTAGRAM.parse([Visit(None, responses=(profile(media_count=3), seen))], ME)
    assert Part.POSTS in few.read  # the site said that this stretch was the last
    lone = answer({"items": [media("A", "1")]}, url=f"{SITE}/api/v1/feed/user/3001/")
    some = INSTAGRAM.parse([Visit(None, responses=(profile(media_count=3), lone))], ME)
    assert [gap.count for gap in some.gaps if gap.part is Part.POSTS] == [2]
    every = INSTAGRAM.parse([Visit(None, responses=(profile(media_count=1), lone))], ME)
    assert Part.POSTS in every.read


def test_only_own_words_are_own_and_a_joint_post_of_somebody_else_is_theirs() -> None:
    other = {"pk": "44", "username": "pat"}
    joint = media("J", "We won", other, coauthor_producers=[{"pk": "3001", "username": "sample.worker"}])
    visit = Visit(None, responses=(posts(media("A", "Mine"), joint, media("S", "Suggested", other)),))
    assert [(post.id, post.own, post.kind, post.author) for post in INSTAGRAM.parse([visit], ME).posts] == [
        ("A", True, PostKind.POST, None),
        ("J", False, PostKind.REPOST, "pat"),
    ]


def test_a_number_decides_who_wrote_it_even_where_the_name_was_taken_over() -> None:
    imposter = {"pk": "666", "username": "sample.worker"}
    visit = Visit(None, responses=(posts(media("A", "Not me", imposter)),))
    assert INSTAGRAM.parse([visit], ME).posts == ()


def test_close_friends_and_stories_are_told_apart() -> None:
    close = media("A", "Hush", audience="besties")
    story = media("B", "", product_type="story")
    visit = Visit(None, responses=(profile(), posts(close, story)))
    assert [(post.audience, post.kind) for post in INSTAGRAM.parse([visit], ME).posts] == [
        (Audience.CUSTOM, PostKind.POST),
        (Audience.PUBLIC, PostKind.STORY),
    ]


def test_comments_are_their_writers_and_those_that_were_not_shown_are_counted() -> None:
    other = {"pk": "44", "username": "pat"}
    said = [
        {"pk": "c1", "text": "Great lesson", "created_at": 1789000100, "user": other},
        {"pk": "c2", "text": "Thanks!", "created_at": 1789000200, "user": USER},
    ]
    mine = media("CAnqPB-Jzcj", "Sports day", comment_count=4)
    asked = answer({"comments": said}, url=f"{SITE}/api/v1/media/2317006284167526179/comments/")
    snapshot = INSTAGRAM.parse([Visit(None, responses=(posts(mine), asked))], ME)
    told = [post for post in snapshot.posts if post.kind is PostKind.COMMENT]
    assert [(one.id, one.text, one.own, one.author, one.parent) for one in told] == [
        ("c1", "Great lesson", False, "pat", "CAnqPB-Jzcj"),
        ("c2", "Thanks!", True, None, "CAnqPB-Jzcj"),
    ]
    assert [gap.count for gap in snapshot.gaps if gap.reason == MORE_COMMENTS] == [2]


def test_others_comments_beneath_others_posts_are_left_alone() -> None:
    other = {"pk": "44", "username": "pat"}
    said = [{"pk": "c1", "text": "Hi", "created_at": 1789000100, "user": other}]
    theirs = media("ABCDE", "Theirs", other, comments=said)
    assert INSTAGRAM.parse([Visit(None, responses=(posts(theirs),))], ME).posts == ()


def people(which: str, *handles: str, whose: str = "3001") -> Any:
    users = [{"pk": f"7{n}", "username": name, "full_name": name.title()} for n, name in enumerate(handles)]
    return answer(
        {"users": users, "next_max_id": None}, url=f"{SITE}/api/v1/friendships/{whose}/{which}/?count=12"
    )


def test_people_in_both_lists_are_mutual_and_the_lists_of_others_are_not_read() -> None:
    lists = (
        people("followers", "pat", "sam"),
        people("following", "pat"),
        people("followers", "eve", whose="44"),
    )
    snapshot = INSTAGRAM.parse(
        [Visit(None, responses=(profile(follower_count=2, following_count=1), *lists))], ME
    )
    assert snapshot.connections == (
        Connection("70", "Pat", "pat", "mutual", url=f"{SITE}/pat/"),
        Connection("71", "Sam", "sam", "follower", url=f"{SITE}/sam/"),
    )
    assert Part.CONNECTIONS in snapshot.read


def test_people_that_were_not_listed_are_counted() -> None:
    answers = (profile(follower_count=120, following_count=0), people("followers", "pat"))
    snapshot = INSTAGRAM.parse([Visit(None, responses=answers)], ME)
    assert [gap.count for gap in snapshot.gaps if gap.part is Part.CONNECTIONS] == [119]
    assert Part.CONNECTIONS not in snapshot.read


def test_contact_fields_of_the_account_are_read_with_the_lens_that_saw_them() -> None:
    record = {
        **USER,
        "biography": "Hi",
        "public_email": "s@example.org",
        "contact_phone_number": "+447700900123",
        "city_name": "Tynemouth",
        "bio_links": [{"url": "https://a.example"}],
        "external_url": "https://b.example",
    }
    visit = Visit(Lens.PUBLIC, responses=(answer({"user": record}, url=f"{SITE}/api/v1/users/3001/info/"),))
    owner = INSTAGRAM.parse([visit], ME).owner
    assert (owner.emails, owner.phones) == (("s@example.org",), ("+447700900123",))
    assert owner.links == ("https://a.example", "https://b.example")
    assert owner.facts == (Fact("Town", "Tynemouth", (Lens.PUBLIC,)),)


def test_the_summary_for_search_engines_serves_where_there_is_no_data() -> None:
    page = Document(
        f"{SITE}/sample.worker/",
        '<meta property="og:title" content="Sample Worker (@sample.worker) • Instagram photos and videos">'
        '<meta name="description" content="1,120 Followers, 88 Following, 2 Posts - Sample Worker '
        '(@sample.worker) on Instagram: &quot;Teacher &amp;amp; hiker&quot;">',
    )
    snapshot = INSTAGRAM.parse([Visit(None, (page,))], ME)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Sample Worker", "Teacher & hiker")
    assert [gap.count for gap in snapshot.gaps if gap.part in {Part.POSTS, Part.CONNECTIONS}] == [2, 1120, 88]
    assert snapshot.posts == ()
    assert snapshot.read == (Part.BIO,)
    assert reasons(snapshot, Part.CONTACT) == [NO_CONTACT]


def test_a_summary_of_somebody_else_says_nothing_of_the_owner() -> None:
    page = Document(f"{SITE}/pat/", '<meta property="og:title" content="Pat (@pat) • Instagram">')
    snapshot = INSTAGRAM.parse([Visit(None, (page,))], ME)
    assert (snapshot.owner.name, snapshot.owner.bio) == (None, None)


def test_a_page_in_a_form_that_nobody_knows_says_so() -> None:
    page = document(result({"brand": {"new": 1}}), url=f"{SITE}/sample.worker/", body="<main>Hello</main>")
    snapshot = INSTAGRAM.parse([Visit(None, (page,))], ME)
    assert reasons(snapshot, Part.POSTS) == [UNKNOWN_FORM]
    assert snapshot.read == ()


def test_tiles_on_the_screen_that_no_data_tells_of_are_counted_and_not_passed_over() -> None:
    tiles = (
        '<a href="/sample.worker/p/AAAAA/"></a><a href="/reel/BBBBB/"></a><a href="/p/CODE1/liked_by/"></a>'
    )
    mine = document(result({"user": {**USER, "biography": ""}}), url=f"{SITE}/sample.worker/", body=tiles)
    visits = [Visit(None, (mine,)), Visit(None, responses=(posts(media("AAAAA", "Known")),))]
    snapshot = INSTAGRAM.parse(visits, ME)
    assert [(gap.reason, gap.count) for gap in snapshot.gaps if gap.part is Part.POSTS] == [(BARE, 1)]
    assert Part.POSTS not in snapshot.read
    theirs = document(
        result({"user": {**USER, "pk": "44", "username": "pat"}}), url=f"{SITE}/pat/", body=tiles
    )
    assert BARE not in reasons(INSTAGRAM.parse([Visit(None, (theirs,))], ME), Part.POSTS)


def test_a_page_whose_data_came_apart_is_no_wall_for_a_stranger() -> None:
    shell = document(
        defining("PolarisViewer", {"data": None}),
        url=f"{SITE}/sample.worker/",
        body="<dialog>Log in<input type=password></dialog>",
    )
    seen = Visit(Lens.PUBLIC, (shell,), (profile(media_count=1), posts(media("A", "1"))))
    bare = Visit(Lens.PUBLIC, (shell,))
    assert reasons(INSTAGRAM.parse([seen], ME), Part.OTHER) == []
    assert len(reasons(INSTAGRAM.parse([bare], ME), Part.OTHER)) == 1


def test_what_was_made_with_others_neither_breaks_the_list_nor_is_missing_from_it() -> None:
    together = media("B", "2", {"pk": "4", "username": "pat"}, coauthor_producers=[USER])
    whole = INSTAGRAM.parse(
        [Visit(None, responses=(profile(media_count=2), posts(media("A", "1"), together)))], ME
    )
    assert Part.POSTS in whole.read
    first = posts(media("A", "1"), together, end="x")
    cut = INSTAGRAM.parse([Visit(None, responses=(profile(media_count=5), first))], ME)
    assert [gap.count for gap in cut.gaps if gap.part is Part.POSTS] == [3]


def test_older_questions_stand_in_the_address_and_join_to_the_end() -> None:
    def edges(*codes: str, end: str | None = None) -> Data:
        nodes = [{"shortcode": code, "edge_media_to_caption": {"edges": []}, "owner": USER} for code in codes]
        info = {"has_next_page": end is not None, "end_cursor": end}
        return {
            "edge_owner_to_timeline_media": {"edges": [{"node": node} for node in nodes], "page_info": info}
        }

    described = {**USER, "biography": "", "is_private": False, **edges("A", end="x")}
    first = answer({"data": {"user": described}}, url=f"{SITE}/api/v1/users/web_profile_info/?username=x")
    asked = "query_hash=1&variables=%7B%22id%22%3A%223001%22%2C%22after%22%3A%22x%22%7D"
    last = answer({"data": {"user": edges("B")}}, url=f"{SITE}/graphql/query/?{asked}")
    snapshot = INSTAGRAM.parse([Visit(None, responses=(first, last))], ME)
    assert ([post.id for post in snapshot.posts], Part.POSTS in snapshot.read) == (["A", "B"], True)
    assert Part.POSTS not in INSTAGRAM.parse([Visit(None, responses=(first,))], ME).read
