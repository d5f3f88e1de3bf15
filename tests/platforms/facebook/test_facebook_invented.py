"""Facebook's pages and streams as they are believed to be today: invented, after published notes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from meta_pages import an_account, answer, defining, document, result, saved, user
from roads import as_offered

from selfaudit.model.snapshot import Connection, Post
from selfaudit.model.visit import Document, Response, Visit
from selfaudit.model.vocabulary import Audience, Part, PostKind
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.facebook.parse import (
    MORE_COMMENTS,
    MORE_POSTS,
    NO_CONTACT,
    NO_POSTS,
    UNKNOWN_FORM,
)

PROFILE = "https://www.facebook.com/sample.worker"
GRAPHQL = "https://www.facebook.com/api/graphql/"
REFETCH = "ProfileCometTimelineFeedRefetchQuery"
ME = an_account("sample.worker", "1000001")
Data = dict[str, Any]


def story(number: str, text: str, scope: str = "everyone", author: str = "1000001", **more: Any) -> Data:
    """A story with words, an audience and a moment."""
    strategy = {"privacy_scope": {"icon_image": {"name": scope}, "description": "…"}}
    metadata = [
        {"story": {"creation_time": 1789000000, "url": f"{PROFILE}/posts/{number}"}},
        {"story": strategy},
    ]
    actors = [{"__typename": "User", "id": author, "name": f"Person {author}"}]
    content = {"story": {"actors": actors, "message": {"text": text}, **more.pop("content", {})}}
    layout = {"story": {"comet_sections": {"metadata": metadata}}}
    sections = {"content": content, "context_layout": layout, **more.pop("sections", {})}
    return {"__typename": "Story", "post_id": number, "comet_sections": sections, **more}


def timeline(*stories: Data, end: str | None = None, owner: str = "1000001") -> Data:
    """The owner's timeline; it ends where there is no mark to go on with."""
    info = {"end_cursor": end, "has_next_page": end is not None}
    units = {"edges": [{"node": one} for one in stories], "page_info": info}
    return {"user": {"id": owner, "name": "Sample Worker", "timeline_list_feed_units": units}}


def profile(*stories: Data, end: str | None = None, **more: Any) -> Visit:
    page = document(user("1000001", "Sample Worker"), result(timeline(*stories, end=end)), url=PROFILE)
    return Visit(None, (page,), **more)


def stream(shared: Path, cursor: str | None) -> Response:
    body = (shared / "samples/pages-invented/facebook/graphql_timeline_refetch_stream.txt").read_bytes()
    asked = answer(url=GRAPHQL, question=REFETCH, asked={"cursor": cursor, "id": "1000001"})
    return Response(GRAPHQL, "text/html", body, 200, asked.request_body if cursor else None)


def reasons(snapshot: Any, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part]


def test_the_signed_in_owners_page_gives_two_posts_with_their_audiences(shared: Path) -> None:
    visit = saved(shared / "samples/pages-invented/facebook/profile_signed_in_owner.html")
    viewer = FACEBOOK.viewer(visit)
    assert viewer is not None
    assert (viewer.handle, viewer.id, viewer.name) == ("sample.worker", "1000001", "Sample Worker")
    assert "1000001" in viewer.proof
    snapshot = FACEBOOK.parse([visit], viewer)
    assert snapshot.proof == viewer.proof
    assert snapshot.posts == (
        Post(
            "501",
            "New school year",
            time=datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url=f"{PROFILE}/posts/501",
        ),
        Post(
            "502",
            "Family barbecue",
            time=datetime(2026, 8, 29, 10, 40, tzinfo=UTC),
            audience=Audience.FRIENDS,
            url=f"{PROFILE}/posts/502",
        ),
    )
    assert reasons(snapshot, Part.POSTS) == [MORE_POSTS]


def test_a_stream_adds_its_posts_a_wordless_one_too_and_an_unknown_audience_stays_unknown(
    shared: Path,
) -> None:
    visit = Visit(None, responses=(stream(shared, None),))
    posts = FACEBOOK.parse([visit], None).posts
    assert [(post.id, post.text, post.audience) for post in posts] == [
        ("503", "Only for me", Audience.UNKNOWN),
        ("504", "", Audience.PUBLIC),
    ]


def test_posts_are_read_to_their_end_only_where_the_stretches_join(shared: Path) -> None:
    page = saved(shared / "samples/pages-invented/facebook/profile_signed_in_owner.html")
    whole = Visit(None, page.documents, (stream(shared, "c1"),))
    gone = Visit(None, page.documents, (stream(shared, "c0"),))
    unknown = Visit(None, page.documents, (stream(shared, None),))
    assert Part.POSTS in FACEBOOK.parse([whole], ME).read
    assert len(FACEBOOK.parse([whole], ME).posts) == 4
    for visit in (gone, unknown):
        assert Part.POSTS not in FACEBOOK.parse([visit], ME).read
        assert reasons(FACEBOOK.parse([visit], ME), Part.POSTS) == [MORE_POSTS]


def test_a_stream_that_was_cut_short_forbids_saying_that_all_was_read(shared: Path) -> None:
    page = saved(shared / "samples/pages-invented/facebook/profile_signed_in_owner.html")
    whole = stream(shared, "c1")
    for end in range(0, len(whole.body) - 1, 97):
        cut = Response(GRAPHQL, "text/html", whole.body[:end], 200, whole.request_body)
        assert Part.POSTS not in FACEBOOK.parse([Visit(None, page.documents, (cut,))], ME).read


def test_a_login_wall_is_a_gap_in_everything_and_not_an_empty_profile(shared: Path) -> None:
    visit = saved(shared / "samples/pages-invented/facebook/page_login_wall.html")
    snapshot = as_offered(FACEBOOK).parse([visit], None)
    assert FACEBOOK.signed_out(visit)
    assert snapshot.read == ()
    assert snapshot.owner.bio is None
    assert reasons(snapshot, Part.OTHER) == ["Facebook asks for a sign-in before it shows this"]
    assert reasons(snapshot, Part.POSTS) == [NO_POSTS]


@pytest.mark.parametrize(
    ("scope", "audience"),
    [
        ("everyone", Audience.PUBLIC),
        ("friends", Audience.FRIENDS),
        ("only_me", Audience.PRIVATE),
        ("custom", Audience.CUSTOM),
        ("Everyone", Audience.UNKNOWN),
        ("public", Audience.UNKNOWN),
        ("", Audience.UNKNOWN),
    ],
)
def test_an_audience_is_public_only_under_the_name_that_was_seen(scope: str, audience: Audience) -> None:
    (post,) = FACEBOOK.parse([profile(story("1", "Hello", scope))], ME).posts
    assert post.audience is audience


def test_what_is_shared_is_told_in_its_tellers_words_and_never_as_the_owners() -> None:
    shared_story = story("9", "Vote for them!", author="77")
    told = story("1", "Worth a read", content={"attached_story": shared_story})
    posts = FACEBOOK.parse([profile(told)], ME).posts
    assert [(post.id, post.text, post.own, post.kind, post.author, post.parent) for post in posts] == [
        ("1", "Worth a read", True, PostKind.POST, None, None),
        ("1/shared", "Vote for them!", False, PostKind.REPOST, "Person 77", "1"),
    ]


def test_others_posts_on_the_owners_page_are_others_and_their_pictures_are_not_taken() -> None:
    photo = {
        "media": {"__typename": "Photo", "id": "5", "viewer_image": {"uri": "https://cdn.example/5.jpg"}}
    }
    told = story("2", "Happy birthday!", author="77", content={"attachments": [photo]})
    snapshot = FACEBOOK.parse([profile(told)], ME)
    assert [(post.id, post.own, post.author) for post in snapshot.posts] == [("2", False, "Person 77")]
    assert snapshot.images == ()


def test_the_news_feed_gives_only_what_the_owner_wrote() -> None:
    feed = {
        "viewer": {
            "news_feed": {"edges": [{"node": story("3", "Mine")}, {"node": story("4", "No", author="8")}]}
        }
    }
    visit = Visit(None, responses=(answer({"data": feed}, url=GRAPHQL),))
    assert [post.id for post in FACEBOOK.parse([visit], ME).posts] == ["3"]


def test_somebody_elses_timeline_gives_only_what_the_owner_wrote_on_it() -> None:
    theirs = timeline(story("6", "Their own", author="88"), story("7", "Mine on theirs"), owner="88")
    page = document(user("1000001"), result(theirs), url="https://www.facebook.com/other.person")
    snapshot = FACEBOOK.parse([Visit(None, (page,))], ME)
    assert [post.id for post in snapshot.posts] == ["7"]
    assert Part.POSTS not in snapshot.read


def test_comments_others_made_are_others_and_those_that_were_not_shown_are_a_gap() -> None:
    def comment(number: int, author: str, text: str) -> Data:
        return {
            "__typename": "Comment",
            "id": "Y29tbWVudDoxX" + {1: "zEx", 2: "zEy"}[number],
            "legacy_fbid": f"1{number}",
            "body": {"text": text},
            "author": {"id": author, "name": f"Person {author}"},
            "created_time": 1789000000,
        }

    edges = [{"node": comment(1, "77", "Miss you sir")}, {"node": comment(2, "1000001", "Thanks")}]
    feedback = {"feedback": {"comment_count": {"total_count": 5}, "display_comments": {"edges": edges}}}
    snapshot = FACEBOOK.parse([profile(story("1", "Last day", sections=feedback))], ME)
    told = [post for post in snapshot.posts if post.kind is PostKind.COMMENT]
    assert [(post.id, post.text, post.own, post.parent, post.author) for post in told] == [
        ("11", "Miss you sir", False, "1", "Person 77"),
        ("12", "Thanks", True, "1", None),
    ]
    assert [gap.count for gap in snapshot.gaps if gap.reason == MORE_COMMENTS] == [3]


def test_a_story_in_a_form_that_nobody_knows_is_counted_and_not_dropped_silently() -> None:
    odd = {"__typename": "Story", "post_id": "8", "brand_new": {}}
    snapshot = FACEBOOK.parse([profile(odd, story("1", "Hello"))], ME)
    assert [post.id for post in snapshot.posts] == ["1"]
    assert ("posts in a form that this version does not know", 1) in [
        (gap.reason, gap.count) for gap in snapshot.gaps
    ]


def test_a_page_in_a_form_that_nobody_knows_says_so() -> None:
    page = document({"everything": "is new"}, url=PROFILE, body="<main>Sample Worker</main>")
    snapshot = FACEBOOK.parse([Visit(None, (page,))], ME)
    assert reasons(snapshot, Part.POSTS) == [UNKNOWN_FORM]
    assert snapshot.read == ()


def test_bios_that_are_empty_are_told_from_bios_that_were_not_shown() -> None:
    described = {"user": {"id": "1000001", "best_description": {"text": "Tea drinker"}}}
    empty = {"user": {"id": "1000001", "best_description": None}}
    other = {"user": {"id": "88", "best_description": {"text": "Not me"}}}
    bios = [
        FACEBOOK.parse([Visit(None, (document(result(data), url=PROFILE),))], ME).owner.bio
        for data in (described, empty, other)
    ]
    assert bios == ["Tea drinker", "", None]


def friends(*people: tuple[str, str], more: bool) -> Data:
    edges = [
        {
            "node": {
                "title": {"text": name},
                "subtitle_text": {"text": "Larkfield Academy"},
                "url": f"https://www.facebook.com/{name.lower().replace(' ', '.')}",
                "node": {"__typename": "User", "id": identity},
            }
        }
        for identity, name in people
    ]
    return {"node": {"pageItems": {"edges": edges, "page_info": {"has_next_page": more, "end_cursor": "f1"}}}}


def test_friends_are_read_from_the_owners_list_and_nobody_elses() -> None:
    page = document(
        user("1000001"), result(friends(("7", "Pat Jones"), more=False)), url=f"{PROFILE}/friends"
    )
    snapshot = FACEBOOK.parse([Visit(None, (page,))], ME)
    assert snapshot.connections == (
        Connection(
            "7",
            "Pat Jones",
            "pat.jones",
            "friend",
            about="Larkfield Academy",
            url="https://www.facebook.com/pat.jones",
        ),
    )
    assert Part.CONNECTIONS in snapshot.read
    theirs = document(
        result(friends(("7", "Pat Jones"), more=False)), url="https://www.facebook.com/other/friends"
    )
    assert FACEBOOK.parse([Visit(None, (theirs,))], ME).connections == ()


def test_a_list_of_friends_that_goes_on_was_not_read_to_its_end() -> None:
    page = document(user("1000001"), result(friends(("7", "Pat Jones"), more=True)), url=f"{PROFILE}/friends")
    snapshot = FACEBOOK.parse([Visit(None, (page,))], ME)
    assert Part.CONNECTIONS not in snapshot.read
    assert len(reasons(snapshot, Part.CONNECTIONS)) == 1


def test_a_post_that_only_stands_on_the_screen_is_read_once_and_comments_are_no_posts() -> None:
    def article(place: str, words: str, author: str = "/sample.worker", label: str = "") -> str:
        named = f' aria-label="{label}"' if label else ""
        return (
            f'<div role="article"{named}><h3><a href="{author}">Somebody</a></h3>'
            f'<a href="{place}">2 h</a><span aria-label="Shared with Your friends"></span>'
            f'<div data-ad-comet-preview="message">{words}</div></div>'
        )

    body = '<div role="feed">' + "".join(
        [
            article("/sample.worker/posts/pfbid0abc?x=1", "Only on the screen"),
            article("/sample.worker/posts/1", "Known from the data"),
            article("/sample.worker/posts/1?comment_id=4", "A comment", label="Comment by Pat"),
            article("/other/posts/77", "Suggested for you", author="/other"),
        ]
    )
    page = document(result(timeline(story("1", "Known from the data"))), url=PROFILE, body=body)
    posts = FACEBOOK.parse([Visit(None, (page,))], ME).posts
    assert [(post.id, post.text, post.audience) for post in posts] == [
        ("1", "Known from the data", Audience.PUBLIC),
        ("pfbid0abc", "Only on the screen", Audience.FRIENDS),
    ]


def test_pages_of_sister_sites_are_not_taken_for_facebooks() -> None:
    viewer = defining("PolarisViewer", {"data": None})
    assert not FACEBOOK.recognise(Visit(None, (document(user("0"), viewer, url="saved.html"),)))
    assert not FACEBOOK.recognise(Visit(None, (document(user("5"), url="https://www.instagram.com/"),)))
    assert not FACEBOOK.recognise(Visit(None, (document({"a": 1}, url="https://notfacebook.com/me"),)))
    assert FACEBOOK.recognise(Visit(None, (document(user("5"), url="saved.html"),)))


def about(kind: str, words: str, tab: str = "about") -> Document:
    fields = {"profile_field_sections": [{"nodes": [{"field_type": kind, "title": {"text": words}}]}]}
    told = result({"user": {"id": "1000001", **fields}})
    return document(user("1000001", "Sample Worker"), told, url=f"{PROFILE}/{tab}")


def described() -> Document:
    told = {"id": "1000001", "name": "Sample Worker", "best_description": {"text": "Tea"}}
    return document(user("1000001", "Sample Worker"), result({"user": told}), url=PROFILE)


@pytest.mark.parametrize(
    ("pages", "looked"),
    [
        ((described(),), False),
        ((described(), about("education", "A school")), False),
        ((described(), about("education", "A school", "about_contact_and_basic_info")), True),
        ((described(), about("upsell", "Add a phone", "about_contact_and_basic_info")), True),
        ((described(), about("email", "me@example.org")), True),
    ],
)
def test_contact_details_count_as_read_only_where_their_own_page_was_looked_at(
    pages: tuple[Document, ...], looked: bool
) -> None:
    snapshot = FACEBOOK.parse([Visit(None, pages)], ME)
    assert snapshot.owner.bio == "Tea"
    assert (Part.CONTACT in snapshot.read) is looked
    told = [gap.reason for gap in snapshot.gaps if gap.part is Part.CONTACT]
    assert told == ([] if looked else [NO_CONTACT])
