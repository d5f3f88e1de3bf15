"""YouTube's reader: on real pages and answers, and in named tests on data invented from published shapes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from platforms.mutations import mutated
from roads import as_offered

from selfaudit.model.snapshot import Gap, Post, Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.youtube import YOUTUBE
from selfaudit.platforms.youtube.parse import NO_CHANNEL, UNKNOWN_FORM

REAL = "samples/pages/youtube"
MINE, THEIRS = "UC" + "a" * 22, "UC" + "b" * 22
ALEX = Account("alexm", "a test says so", id=MINE)


def an_answer(value: object, url: str = "https://www.youtube.com/youtubei/v1/browse") -> Response:
    return Response(url, "application/json", json.dumps(value).encode())


def read(*answers: Response, account: Account | None = None, lens: Lens | None = None) -> Snapshot:
    return YOUTUBE.parse([Visit(lens, responses=answers)], account)


def reasons(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part]


def context(browse: str, signed_in: str = "1", owner: str = "false", route: str = "channel.videos") -> Any:
    params = {"route": route, "is_owner": owner, "browse_id": browse, "logged_in": signed_in}
    pairs = [{"key": key, "value": value} for key, value in params.items()]
    return {"serviceTrackingParams": [{"service": "GFEEDBACK", "params": pairs}]}


def a_channel(*items: Any, owner: str = "true", signed_in: str = "1", **more: Any) -> dict[str, Any]:
    about = {
        "title": "Alex",
        "description": "Tea",
        "externalId": MINE,
        "vanityChannelUrl": "http://www.youtube.com/@alexm",
    }
    return {
        "responseContext": context(MINE, signed_in, owner),
        "metadata": {"channelMetadataRenderer": about},
        "contents": list(items),
        **more,
    }


def a_byline(channel: str) -> dict[str, Any]:
    return {"runs": [{"text": "x", "navigationEndpoint": {"browseEndpoint": {"browseId": channel}}}]}


def a_video(number: str, title: str = "Hello", **more: Any) -> dict[str, Any]:
    return {"videoRenderer": {"videoId": number, "title": {"runs": [{"text": title}]}, **more}}


def a_watch_page(number: str = "v1", channel: str = MINE, **more: Any) -> dict[str, Any]:
    details = {"videoId": number, "title": "Hello", "shortDescription": "Whole text", "channelId": channel}
    about = {"publishDate": "2026-09-01T08:30:00-07:00", "isUnlisted": False}
    return {
        "responseContext": context("", "1"),
        "videoDetails": {**details, "isPrivate": False, **more},
        "microformat": {"playerMicroformatRenderer": {**about, **more}},
    }


@pytest.mark.parametrize(
    ("name", "top", "first"),
    [
        (
            "browse_channel_home_a",
            ("kurzgesagt", "Kurzgesagt \N{EN DASH} In a Nutshell", ("https://shop.kgs.link/cool",)),
            "D0WQK7cMJn8",
        ),
        ("browse_channel_home_b", ("Vsauce", "Vsauce", ("https://www.curiositybox.com",)), "xHd4zsIbXJ0"),
        (
            "browse_tab_first",
            ("creativecommons", "Creative Commons", ("https://creativecommons.org/",)),
            "BD-LB23rRBE",
        ),
    ],
)
def test_real_lists_of_videos_are_read(shared: Path, name: str, top: tuple[Any, ...], first: str) -> None:
    body = (shared / REAL / f"{name}.json").read_bytes()
    snapshot = read(Response(f"{name}.json", "application/json", body))
    assert (snapshot.owner.handle, snapshot.owner.name, snapshot.owner.links) == top
    assert snapshot.owner.bio
    assert (len(snapshot.posts), snapshot.posts[0].id) == (30, first)
    assert all(post.own and post.text and post.time is None for post in snapshot.posts)
    assert {post.audience for post in snapshot.posts} == {Audience.UNKNOWN}
    assert (len(snapshot.images), snapshot.read) == (32, (Part.BIO,))
    assert {image.role for image in snapshot.images} == set(ImageRole)


def test_further_stretches_of_a_real_list_join_their_channel(shared: Path) -> None:
    names = ("browse_tab_first.json", "browse_tab_continuation_or_videos.json")
    answers = [Response(n, "application/json", (shared / REAL / n).read_bytes()) for n in names]
    assert len(read(*answers).posts) == 60
    alone = read(answers[1])
    assert (len(alone.posts), alone.owner.handle, alone.owner.bio) == (30, None, None)


def test_the_real_front_page_gives_its_own_videos_and_leaves_other_channels_out(shared: Path) -> None:
    page = (shared / REAL / "channel_page_loggedout.html").read_text(encoding="utf-8")
    visit = Visit(None, (Document("saved.html", page),))
    assert (YOUTUBE.recognise(visit), YOUTUBE.viewer(visit), YOUTUBE.signed_out(visit)) == (True, None, True)
    snapshot = YOUTUBE.parse([visit], None)
    owner = snapshot.owner
    assert (owner.name, owner.handle) == ("ONE Media", "OneMedia.")
    assert owner.links == ("https://www.facebook.com/204568612956950",)
    assert owner.bio is not None
    assert owner.bio.startswith("ALL the Must See Movie Trailers")
    assert len(snapshot.posts) == 30
    assert not any("Full Movie" in post.text for post in snapshot.posts)


def test_the_real_answer_about_a_removed_channel_tells_what_youtube_says(shared: Path) -> None:
    body = (shared / REAL / "browse_channel_unavailable.json").read_bytes()
    snapshot = read(Response("x.json", "application/json", body), lens=Lens.PUBLIC)
    said = "YouTube says: “This channel was removed because it violated our Community Guidelines”"
    assert (snapshot.posts, snapshot.owner.bio, snapshot.read) == ((), None, ())
    assert reasons(snapshot, Part.OTHER) == [said]


def test_the_real_page_cut_anywhere_never_raises_nor_claims_posts(shared: Path) -> None:
    page = (shared / REAL / "channel_page_loggedout.html").read_text(encoding="utf-8")
    for length in range(0, len(page), 99_700):
        document = Document("https://www.youtube.com/@OneMedia.", page[:length])
        snapshot = YOUTUBE.parse([Visit(None, (document,))], None)
        assert Part.POSTS not in snapshot.read
        assert snapshot.gaps


def test_the_invented_page_without_a_channel_says_that_there_is_none(shared: Path) -> None:
    page = (shared / "samples/pages-invented/youtube/ytcfg_signed_in_no_channel.html").read_text()
    visit = Visit(None, (Document("saved.html", page),))
    assert (YOUTUBE.recognise(visit), YOUTUBE.viewer(visit), YOUTUBE.signed_out(visit)) == (True, None, False)
    snapshot = YOUTUBE.parse([visit], None)
    assert snapshot.owner.name == "Sample Worker"
    assert snapshot.gaps == (Gap(Part.OTHER, NO_CHANNEL),)


def test_an_invented_channel_shown_to_its_owner_proves_the_account() -> None:
    visit = Visit(None, responses=(an_answer(a_channel()),))
    assert YOUTUBE.viewer(visit) == Account(
        handle="alexm",
        proof="YouTube showed the channel alexm as the signed-in person's own.",
        id=MINE,
        name="Alex",
        url=f"https://www.youtube.com/channel/{MINE}",
    )


def test_signed_in_at_somebody_elses_invented_channel_proves_nothing() -> None:
    visit = Visit(None, responses=(an_answer(a_channel(owner="false")),))
    assert YOUTUBE.viewer(visit) is None
    assert not YOUTUBE.signed_out(visit)
    out = Visit(None, responses=(an_answer(a_channel(owner="true", signed_in="0")),))
    assert YOUTUBE.viewer(out) is None
    assert YOUTUBE.signed_out(out)


def test_the_way_to_the_workshop_in_an_invented_header_proves_the_account() -> None:
    header = {"buttonRenderer": {"url": f"https://studio.youtube.com/channel/{MINE}/editing"}}
    value = a_channel(owner="", header={"pageHeaderRenderer": header})
    account = YOUTUBE.viewer(Visit(None, responses=(an_answer(value),)))
    assert account is not None
    assert account.id == MINE


def test_videos_of_others_on_an_invented_channel_page_are_left_out() -> None:
    value = a_channel(
        a_video("v1"),
        a_video("v2", shortBylineText=a_byline(MINE)),
        a_video("v3", shortBylineText=a_byline(THEIRS)),
    )
    assert [post.id for post in read(an_answer(value)).posts] == ["v1", "v2"]


def test_invented_badges_tell_private_and_unlisted_videos() -> None:
    def badge(icon: str) -> list[Any]:
        return [{"metadataBadgeRenderer": {"icon": {"iconType": icon}}}]

    value = a_channel(
        a_video("v1", badges=badge("PRIVACY_PRIVATE")), a_video("v2", badges=badge("PRIVACY_UNLISTED"))
    )
    assert [post.audience for post in read(an_answer(value)).posts] == [Audience.PRIVATE, Audience.CUSTOM]


def test_an_invented_watch_page_gives_whole_text_exact_time_and_audience_to_the_same_post() -> None:
    snapshot = read(an_answer(a_channel(a_video("v1"))), an_answer(a_watch_page()))
    assert snapshot.posts == (
        Post(
            "v1",
            "Hello\nWhole text",
            time=datetime(2026, 9, 1, 15, 30, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url="https://www.youtube.com/watch?v=v1",
        ),
    )
    assert not [reason for reason in reasons(snapshot, Part.POSTS) if "only the titles" in reason]


def test_somebody_elses_invented_watch_page_is_not_read() -> None:
    assert read(an_answer(a_watch_page(channel=THEIRS)), account=ALEX).posts == ()


def test_the_feed_gives_times_of_own_videos_only() -> None:
    feed = f"""<?xml version="1.0"?><feed xmlns:yt="http://www.youtube.com/xml/schemas/2015"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
      <yt:channelId>{MINE}</yt:channelId>
      <entry><yt:videoId>v1</yt:videoId><yt:channelId>{MINE}</yt:channelId><title>Hello</title>
      <published>2026-09-01T15:30:00+00:00</published>
      <media:group><media:description>Whole text</media:description></media:group></entry>
      <entry><yt:videoId>v2</yt:videoId><yt:channelId>{THEIRS}</yt:channelId><title>No</title></entry>
      </feed>"""
    response = Response("videos.xml", "application/xml", feed.encode())
    assert YOUTUBE.recognise(Visit(None, responses=(response,)))
    assert [(post.id, post.text, post.time) for post in read(response).posts] == [
        ("v1", "Hello\nWhole text", datetime(2026, 9, 1, 15, 30, tzinfo=UTC))
    ]


def test_invented_shorts_lockups_playlists_and_notices_are_read() -> None:
    short = {
        "shortsLockupViewModel": {
            "overlayMetadata": {"primaryText": {"content": "Short"}},
            "onTap": {"innertubeCommand": {"reelWatchEndpoint": {"videoId": "s1"}}},
        }
    }
    playlist = {
        "lockupViewModel": {
            "contentId": "PL1",
            "contentType": "LOCKUP_CONTENT_TYPE_PLAYLIST",
            "metadata": {"lockupMetadataViewModel": {"title": {"content": "Lessons"}}},
        }
    }
    notice = {
        "backstagePostRenderer": {
            "postId": "Ug1",
            "authorEndpoint": {"browseEndpoint": {"browseId": MINE}},
            "contentText": {"runs": [{"text": "Which one?"}]},
            "backstageAttachment": {"pollRenderer": {"choices": [{"text": {"runs": [{"text": "Tea"}]}}]}},
        }
    }
    plain = read(an_answer(a_channel(short, playlist, notice))).posts
    assert [(post.id, post.text) for post in plain] == [("s1", "Short"), ("Ug1", "Which one?\nTea")]
    lists = a_channel(playlist) | {"responseContext": context(MINE, route="channel.playlists")}
    assert [(post.id, post.text, post.url) for post in read(an_answer(lists)).posts] == [
        ("PL1", "Lessons", "https://www.youtube.com/playlist?list=PL1")
    ]


def test_invented_comments_of_both_generations_are_told_apart_by_their_writers_channel() -> None:
    entities = [
        {
            "properties": {"commentId": "c1", "content": {"content": "Nice"}},
            "author": {"channelId": THEIRS, "displayName": "@pat"},
        },
        {"properties": {"commentId": "c1.r1", "content": {"content": "Ta"}}, "author": {"channelId": MINE}},
    ]
    new = {"mutations": [{"payload": {"commentEntityPayload": one}} for one in entities]}
    old = {
        "commentRenderer": {
            "commentId": "c2",
            "contentText": {"runs": [{"text": "Old"}]},
            "authorText": {"simpleText": "Sam"},
            "authorEndpoint": {"browseEndpoint": {"browseId": THEIRS}},
        }
    }
    batch = {
        "responseContext": context(""),
        "frameworkUpdates": {"entityBatchUpdate": new},
        "contents": [old],
    }
    found = [
        one for one in read(an_answer(a_watch_page()), an_answer(batch)).posts if one.kind is PostKind.COMMENT
    ]
    assert [(one.id, one.text, one.own, one.author, one.parent) for one in found] == [
        ("c1", "Nice", False, "@pat", "v1"),
        ("c1.r1", "Ta", True, None, "c1"),
        ("c2", "Old", False, "Sam", "v1"),
    ]
    strangers = [an_answer(a_watch_page(channel=THEIRS)), an_answer(batch)]
    assert [one.id for one in read(*strangers, account=ALEX).posts] == ["c1.r1"]


def test_the_invented_list_of_subscriptions_counts_only_where_somebody_was_signed_in() -> None:
    person = {"channelRenderer": {"channelId": THEIRS, "title": {"simpleText": "Pat's channel"}}}

    def listed(browse: str, signed_in: str) -> Response:
        return an_answer({"responseContext": context(browse, signed_in), "contents": [person]})

    mine = read(listed("FEchannels", "1"), account=ALEX).connections
    assert [(one.id, one.display_name, one.relation) for one in mine] == [
        (THEIRS, "Pat's channel", "following")
    ]
    assert read(listed("FEchannels", "0"), account=ALEX).connections == ()
    assert read(listed("FEsearch", "1"), account=ALEX).connections == ()


def test_invented_switches_are_read_and_the_others_asked_for() -> None:
    def switch(title: str, on: bool) -> dict[str, Any]:
        return {"settingsSwitchRenderer": {"title": {"simpleText": title}, "enabled": on}}

    page = {
        "responseContext": context("SPaccount_privacy"),
        "contents": [
            switch("Keep all my subscriptions private", True),
            switch("Keep all my saved playlists private", False),
            switch("Some other switch", True),
        ],
    }
    snapshot = read(an_answer(page), account=ALEX)
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("subscriptions", "Only you", "Only you"),
        ("saved_playlists", "Everyone", "Only you"),
    ]
    assert len(reasons(snapshot, Part.SETTINGS)) == 1


def test_what_only_studio_shows_is_the_owners_gap_and_not_the_strangers() -> None:
    owners = [gap.lens for gap in read(an_answer(a_channel())).gaps if "Studio" in gap.reason]
    strangers = read(an_answer(a_channel(owner="false", signed_in="0")), lens=Lens.PUBLIC)
    assert Lens.OWNER in owners
    assert reasons(strangers, Part.POSTS) == []


def test_an_invented_page_without_scripts_is_read_from_its_own_list_only() -> None:
    body = (
        f'<link rel="canonical" href="https://www.youtube.com/channel/{MINE}">'
        '<meta property="og:title" content="Alex">'
        '<a id="video-title-link" title="Hello" href="/watch?v=abcdefghijk"></a>'
        '<a href="/watch?v=abcdefghijk">3:02</a>'
    )
    page = Document("https://www.youtube.com/@alexm/videos", f"<html><ytd-app>{body}</ytd-app></html>")
    snapshot = YOUTUBE.parse([Visit(None, (page,))], None)
    assert (snapshot.owner.name, [(post.id, post.text) for post in snapshot.posts]) == (
        "Alex",
        [("abcdefghijk", "Hello")],
    )
    front = replace(page, url="https://www.youtube.com/@alexm")
    assert YOUTUBE.parse([Visit(None, (front,))], None).posts == ()


def test_an_invented_page_without_scripts_tells_its_owner_and_a_stranger_by_what_they_are_offered() -> None:
    def page(rest: str) -> Visit:
        head = f'<link rel="canonical" href="https://www.youtube.com/channel/{MINE}">'
        html = f"<html>{head}<ytd-app>{rest}</ytd-app></html>"
        return Visit(None, (Document("https://www.youtube.com/@alexm", html),))

    mine = page(f'<a href="https://studio.youtube.com/channel/{MINE}/editing">Customise channel</a>')
    described = page(
        f'<p><yt-attributed-string><a href="https://studio.youtube.com/channel/{MINE}">'
        "see here</a></yt-attributed-string></p>"
        f'<a href="https://studio.youtube.com/channel/{THEIRS}/editing">my other channel</a>'
    )
    stranger = page('<a href="https://accounts.google.com/ServiceLogin?service=youtube&x=1">Sign in</a>')
    accounts = [YOUTUBE.viewer(one) for one in (mine, described, stranger)]
    assert [one and (one.handle, one.id) for one in accounts] == [("alexm", MINE), None, None]
    assert [YOUTUBE.signed_out(one) for one in (mine, described, stranger)] == [False, False, True]


@pytest.mark.parametrize(
    ("url", "text", "reason"),
    [
        ("https://consent.youtube.com/m", "Before you continue", "cookies"),
        ("https://accounts.google.com/v3/signin/rejected", "Couldn't sign you in", "browser that a program"),
        ("https://www.youtube.com/x", "Something wholly new", UNKNOWN_FORM),
    ],
)
def test_invented_walls_and_unknown_pages_are_gaps(url: str, text: str, reason: str) -> None:
    page = Document(url, f"<html><body>ytcfg LOGGED_IN {text}</body></html>")
    snapshot = as_offered(YOUTUBE).parse([Visit(None, (page,))], None)
    assert len(snapshot.gaps) == 1
    assert reason in snapshot.gaps[0].reason


def test_a_blog_with_a_player_of_youtube_set_in_is_no_youtube_page() -> None:
    blog = Document("https://blog.example/", '<iframe src="https://www.youtube.com/embed/x"></iframe>')
    frame = Document("https://www.youtube.com/embed/x", "<script>ytcfg.set({'LOGGED_IN': false})</script>")
    assert not YOUTUBE.recognise(Visit(None, (blog, frame)))
    assert not YOUTUBE.recognise(Visit(None, (frame,)))


@pytest.mark.parametrize("seed", range(6))
def test_spoilt_real_data_never_raise_and_never_claim_posts(shared: Path, seed: int) -> None:
    for name in ("browse_channel_home_a", "browse_tab_first", "browse_tab_continuation_or_videos"):
        value = mutated(json.loads((shared / REAL / f"{name}.json").read_text()), seed)
        visit = Visit(None, responses=(an_answer(value),))
        assert YOUTUBE.viewer(visit) is None
        assert Part.POSTS not in YOUTUBE.parse([visit], None).read


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5) | some.just(MINE),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                ["videoRenderer", "videoId", "title", "runs", "text", "metadata", "browseId", "badges",
                 "lockupViewModel", "contentId", "thumbnails", "url", "backstagePostRenderer", "header"]
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
    channel = a_channel(value, header=value, microformat=value, videoDetails=value)
    odd = {"responseContext": value, "contents": value, "alerts": value, "metadata": value}
    snapshot = read(an_answer(channel), an_answer(odd))
    assert Part.POSTS not in snapshot.read
