"""Real answers and pages of X, read field by field against numbers that were counted by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from x_material import sample

from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post, Setting
from selfaudit.model.vocabulary import Audience, ImageRole, Part, PostKind
from selfaudit.platforms.x import X

SPRING = "pages/twitter/XUserTweetsAndReplies_20250404.json"
MAY = "pages/twitter/XUserTweetsAndRepliesMedia.json"
AUGUST = "pages/twitter/user_tweets_2026.json"
PAGE = "pages/twitter/profile_loggedout_rendered.html"
EVERY = (
    SPRING,
    MAY,
    AUGUST,
    PAGE,
    "pages/twitter/XUserTweetsAndReplies18.json",
    "pages/twitter/XUserTweetsAndRepliesError.json",
    "pages/twitter/followers_pseudonymised_2026.json",
    "pages/twitter/profile_loggedout_og_only.html",
    "pages/twitter/user_about_2026.json",
    "pages/twitter/user_by_login_2026.json",
)


@pytest.mark.parametrize("name", EVERY)
def test_every_real_sample_is_recognised(shared: Path, name: str) -> None:
    assert X.recognise(sample(shared, name))


@pytest.mark.parametrize(
    "name",
    [
        "pages/bluesky/profile_loggedout_rendered.html",
        "pages/tiktok/profile_loggedout_rendered.html",
        "pages/instagram/web_profile_info_2022.json",
        "pages/mastodon/account_and_statuses_synthetic.json",
        "pages/linkedin/pulse_article_2016.html",
        "pages/wordpress/post_techcrunch.html",
        "pages/reddit/post_og.html",
        "pages/vimeo/video_loggedout.html",
        "pages/youtube/channel_page_loggedout.html",
    ],
)
def test_pages_of_other_sites_are_not_taken_for_x(shared: Path, name: str) -> None:
    file = shared / "samples" / name
    visit = sample(shared, name)
    if file.suffix == ".html":
        from x_material import page

        visit = page(file.read_text(encoding="utf-8"), "saved.html")
    assert not X.recognise(visit)


def test_the_timeline_of_april_2025_gives_every_post_once_with_its_kind(shared: Path) -> None:
    snapshot = X.parse([sample(shared, SPRING)], None)
    kinds = [(post.kind, post.own) for post in snapshot.posts]
    assert len(snapshot.posts) == 20
    assert kinds.count((PostKind.REPOST, False)) == 7
    assert kinds.count((PostKind.REPLY, True)) == 4
    assert kinds.count((PostKind.POST, True)) == 9
    assert snapshot.owner == Owner(
        name="aurorabyte",
        handle="aurorabyte79324",
        bio="weaving digital auroras and vibrant bytes, illuminating the canvas of creativity with the "
        "colors of innovation",
        url="https://x.com/aurorabyte79324",
    )
    assert snapshot.posts[0] == Post(
        id="1889789128130125848",
        text="Pixels at play, creating visual symphonies",
        time=datetime(2025, 2, 12, 21, 30, 13, tzinfo=UTC),
        url="https://x.com/aurorabyte79324/status/1889789128130125848",
    )
    assert snapshot.posts[7] == Post(
        id="1889765673691201785",
        text="@nexamind91326 From digital chaos to artistic order",
        kind=PostKind.REPLY,
        time=datetime(2025, 2, 12, 19, 57, 1, tzinfo=UTC),
        url="https://x.com/aurorabyte79324/status/1889765673691201785",
        parent="1889765541784531112",
    )


def test_a_long_repost_is_whole_and_goes_by_its_original(shared: Path) -> None:
    snapshot = X.parse([sample(shared, SPRING)], None)
    repost = snapshot.posts[1]
    assert (repost.id, repost.kind, repost.own, repost.author) == (
        "1889096544961642508",
        PostKind.REPOST,
        False,
        "allenanalysis",
    )
    assert repost.text.endswith("one of his rigged stock schemes.")
    assert repost.time == datetime(2025, 2, 12, 21, 9, 35, tzinfo=UTC)
    assert repost.images == ()


def test_what_the_profile_counts_and_was_not_read_is_a_gap(shared: Path) -> None:
    snapshot = X.parse([sample(shared, SPRING)], None)
    posts = [gap for gap in snapshot.gaps if gap.part is Part.POSTS]
    assert posts == [Gap(Part.POSTS, "the profile counts 355 and 20 were in what was read", 335)]
    assert Part.POSTS not in snapshot.read
    assert all(post.audience is Audience.UNKNOWN for post in snapshot.posts)


def test_pictures_of_may_2025_belong_to_their_posts_and_links_are_written_out(shared: Path) -> None:
    snapshot = X.parse([sample(shared, MAY)], None)
    assert [(image.id, image.post, image.role) for image in snapshot.images] == [
        ("avatar", None, ImageRole.AVATAR),
        ("banner", None, ImageRole.BANNER),
        ("1927508627398746291-1", "1927508627398746291", ImageRole.PHOTO),
        ("1927508367775318207-1", "1927508367775318207", ImageRole.PHOTO),
        ("1927508367775318207-2", "1927508367775318207", ImageRole.PHOTO),
        ("1927508185377546524-1", "1927508185377546524", ImageRole.PHOTO),
    ]
    assert [post.text for post in snapshot.posts] == [
        "luna: https://en.wikipedia.org/wiki/Moon\n\nsol: https://en.wikipedia.org/wiki/Sun",
        "do you miss the 1900s?",
        "a true explorer",
        "video of crunching some data",
    ]
    assert snapshot.posts[0].links == (
        "https://en.wikipedia.org/wiki/Moon",
        "https://en.wikipedia.org/wiki/Sun",
        "https://twitter.com/nexamind91326/status/1927508627398746291",
    )
    assert {post.audience for post in snapshot.posts} == {Audience.PUBLIC}


def test_the_timeline_of_august_2026_has_five_own_posts_and_sixteen_passed_on(shared: Path) -> None:
    snapshot = X.parse([sample(shared, AUGUST)], None)
    assert [post.id for post in snapshot.posts if post.own] == [
        "2019881223666233717",
        "2082640274845811115",
        "2082640276389249363",
        "2074882755905585583",
        "2072126677535346779",
    ]
    assert sum(post.kind is PostKind.REPOST for post in snapshot.posts) == 16
    assert len(snapshot.posts) == 21
    assert "X Chat API & Chat XDK are live!" in snapshot.posts[6].text
    assert not any("https://t.co/" in post.text for post in snapshot.posts if post.own)
    assert "Chat XDK" in snapshot.posts[7].text
    assert snapshot.posts[7].parent == "2082640274845811115"


def test_a_user_record_of_august_2026_is_read_whole(shared: Path) -> None:
    snapshot = X.parse([sample(shared, "pages/twitter/user_by_login_2026.json")], None)
    assert snapshot.owner == Owner(
        name="Developers",
        handle="XDevelopers",
        bio="The voice of the X Dev team and your official source for updates, news, and events, related to "
        "the X API.",
        links=("https://docs.x.com/",),
        facts=(Fact("Location", "127.0.0.1"), Fact("Category", "Community")),
        url="https://x.com/XDevelopers",
    )
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("protected", "Everyone", "Only followers you approved")
    ]
    missing = [gap for gap in snapshot.gaps if gap.part in {Part.POSTS, Part.CONNECTIONS}]
    assert [gap.count for gap in missing] == [4319, 695695, 762]
    assert snapshot.read == (Part.BIO, Part.CONTACT)


def test_where_the_account_is_based_is_a_fact(shared: Path) -> None:
    snapshot = X.parse([sample(shared, "pages/twitter/user_about_2026.json")], None)
    assert snapshot.owner.facts == (Fact("Account based in", "United States"),)
    assert snapshot.owner.bio is None


def test_followers_are_each_there_once_and_nobody_that_x_suggests(shared: Path) -> None:
    snapshot = X.parse([sample(shared, "pages/twitter/followers_pseudonymised_2026.json")], None)
    assert len(snapshot.connections) == 69
    assert {other.relation for other in snapshot.connections} == {"follower"}
    assert snapshot.connections[0] == Connection(
        id="9000000001",
        display_name="Sample Person 01",
        handle="flr_user01",
        relation="follower",
        about="Sample bio number 1.",
        url="https://x.com/flr_user01",
    )
    assert X.parse([sample(shared, AUGUST)], None).connections == ()


def test_a_timeline_that_ran_out_of_time_is_a_gap_and_not_an_empty_list(shared: Path) -> None:
    snapshot = X.parse([sample(shared, "pages/twitter/XUserTweetsAndRepliesError.json")], None)
    assert snapshot.gaps == (Gap(Part.POSTS, "X took too long to answer"),)
    assert snapshot.read == ()


def test_an_end_of_list_alone_claims_nothing(shared: Path) -> None:
    snapshot = X.parse([sample(shared, "pages/twitter/XUserTweetsAndReplies18.json")], None)
    assert (snapshot.posts, snapshot.read, snapshot.owner) == ((), (), Owner())


def test_the_logged_out_page_gives_the_profile_and_the_few_posts_that_it_shows(shared: Path) -> None:
    visit = sample(shared, PAGE)
    snapshot = X.parse([visit], None)
    assert X.signed_out(visit)
    assert X.viewer(visit) is None
    assert snapshot.owner == Owner(
        name="Kiko Beats",
        handle="Kikobeats",
        bio="Building web infra & open source\nRunning http://microlink.io · http://unavatar.io\n"
        "Formerly @vercel ▲",
        links=("https://kikobeats.com",),
        facts=(Fact("Location", "PORT_ALREADY_USED"),),
        url="https://x.com/Kikobeats",
    )
    assert [(post.id, post.own, post.kind, post.audience) for post in snapshot.posts] == [
        ("1759241476758733209", True, PostKind.POST, Audience.PUBLIC),
        ("1987508451887784324", True, PostKind.POST, Audience.PUBLIC),
        ("1935738866390253649", True, PostKind.POST, Audience.PUBLIC),
    ]
    assert [post.time for post in snapshot.posts] == [
        datetime(2024, 2, 18, 15, 40, 27, tzinfo=UTC),
        datetime(2025, 11, 9, 13, 11, 55, tzinfo=UTC),
        datetime(2025, 6, 19, 16, 38, 4, tzinfo=UTC),
    ]
    assert snapshot.posts[0].text == (
        "Making some @microlinkhq t-shirts, oversized style.\nPing me if you want one!"
    )
    assert snapshot.posts[1].text.startswith("Estoy viajando por China 🇨🇳 y es GAME OVER.\n")
    assert snapshot.posts[2].text == "It's online https://vercel.vercel.vercel.app"


def test_the_logged_out_page_takes_no_picture_of_a_quoted_post(shared: Path) -> None:
    snapshot = X.parse([sample(shared, PAGE)], None)
    assert [image.id for image in snapshot.images] == [
        "avatar",
        "1759241476758733209-1",
        "1759241476758733209-2",
        "1987508451887784324-1",
        "1987508451887784324-2",
        "1987508451887784324-3",
    ]


def test_three_posts_of_many_are_told_as_x_s_own_choice(shared: Path) -> None:
    snapshot = X.parse([sample(shared, PAGE)], None)
    assert snapshot.gaps == (
        Gap(
            Part.POSTS,
            "X shows people who are not signed in only a few posts of its own choice; the profile counts "
            "23961 and 3 were in what was read",
            23958,
        ),
    )
    assert snapshot.settings == ()


def test_the_description_for_machines_gives_the_profile_and_says_that_posts_were_not_counted(
    shared: Path,
) -> None:
    snapshot = X.parse([sample(shared, "pages/twitter/profile_loggedout_og_only.html")], None)
    assert (snapshot.owner.name, snapshot.owner.handle) == ("#!/kiko/beats", "Kikobeats")
    assert (snapshot.owner.bio or "").startswith("engineering ▲ @vercel; founder of")
    assert snapshot.images == (
        Image(
            "avatar",
            role=ImageRole.AVATAR,
            url="https://pbs.twimg.com/profile_images/1846292082501054464/oKUC44PF_200x200.jpg",
        ),
    )
    assert any(gap.part is Part.POSTS for gap in snapshot.gaps)
    # The preview has the bio and none of the links beside it.
    assert snapshot.read == (Part.BIO,)
    assert [gap.reason for gap in snapshot.gaps if gap.part is Part.CONTACT] == [
        "only the short preview of the profile was there, which leaves out its links"
    ]


def test_a_page_and_an_answer_give_one_post_the_same_id(shared: Path) -> None:
    from x_material import a_timeline, a_tweet, a_user, answer

    owner = a_user("101198215", "Kikobeats")
    told = answer("UserTweets.json", a_timeline(a_tweet("1987508451887784324", "Estoy viajando", owner)))
    snapshot = X.parse([told, sample(shared, PAGE)], None)
    assert [post.id for post in snapshot.posts] == [
        "1987508451887784324",
        "1759241476758733209",
        "1935738866390253649",
    ]


def test_a_setting_read_from_a_real_record_says_where_it_is_changed(shared: Path) -> None:
    (setting,) = X.parse([sample(shared, MAY)], None).settings
    assert setting == Setting(
        name="protected",
        value="Everyone",
        highest="Only followers you approved",
        label="Who can see your posts",
        where="Open Settings and privacy, then Privacy and safety, then Audience, media and tagging: "
        "switch “Protect your posts” on",
        url="https://x.com/settings/audience_and_tagging",
    )
