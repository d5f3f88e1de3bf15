"""Real data of LinkedIn: what search engines are told of a member in 2026, and an article of 2016."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from linkedin_material import page, sample

from selfaudit.model.snapshot import Fact, Gap, Owner, Post
from selfaudit.model.vocabulary import Audience, ImageRole, Part, PostKind
from selfaudit.platforms.linkedin import LINKEDIN

PERSON = "pages/linkedin/person_jsonld_loggedout.json"
ARTICLE = "pages/linkedin/pulse_article_2016.html"


def test_what_search_engines_are_told_of_a_member_is_read_whole(shared: Path) -> None:
    visit = sample(shared, PERSON)
    snapshot = LINKEDIN.parse([visit], None)
    assert LINKEDIN.recognise(visit)
    assert LINKEDIN.signed_out(visit)
    assert LINKEDIN.viewer(visit) is None
    assert snapshot.owner == Owner(
        name="Bill Gates",
        handle="williamhgates",
        bio="Chair of the Gates Foundation. Founder of Breakthrough Energy. Co-founder of Microsoft. "
        "Voracious reader. Avid traveler. Active blogger.",
        facts=(
            Fact("Location", "Seattle, Washington, United States"),
            Fact("Job title", "Co-chair"),
            Fact("Job title", "Founder"),
            Fact("Job title", "Co-founder"),
            Fact("Works for", "Gates Foundation, since 2000"),
            Fact("Works for", "Breakthrough Energy, since 2015"),
            Fact("Works for", "Microsoft, since 1975"),
            Fact("Studied or worked at", "Harvard University, 1973 to 1975"),
        ),
        url="https://www.linkedin.com/in/williamhgates/",
    )


def test_its_ten_articles_are_posts_with_their_moment_and_picture(shared: Path) -> None:
    snapshot = LINKEDIN.parse([sample(shared, PERSON)], None)
    assert len(snapshot.posts) == 10
    assert snapshot.posts[0] == Post(
        id="how-get-world-back-track-enter-new-era-unprecedented-progress-gates-wzycc",
        text="How to get the world back on track and enter a new era of unprecedented progress",
        time=datetime(2026, 1, 12, 19, 21, 29, tzinfo=UTC),
        audience=Audience.PUBLIC,
        url="https://www.linkedin.com/pulse/how-get-world-back-track-enter-new-era-unprecedented-progress-"
        "gates-wzycc",
    )
    assert {(post.own, post.kind) for post in snapshot.posts} == {(True, PostKind.POST)}
    assert [image.role for image in snapshot.images] == [ImageRole.AVATAR, *[ImageRole.PHOTO] * 9]
    assert snapshot.gaps == (
        Gap(Part.POSTS, "LinkedIn shows people who are not signed in only some recent posts"),
    )
    assert Part.POSTS not in snapshot.read


def test_the_same_inside_a_page_gives_the_same_snapshot(shared: Path) -> None:
    told = (shared / "samples" / PERSON).read_text(encoding="utf-8")
    html = (
        '<html><head><meta name="pageKey" content="public_profile_v3_desktop">'
        "<title>Bill Gates | LinkedIn</title>"
        f'<script type="application/ld+json">{told}</script></head><body></body></html>'
    )
    visit = page(html, "https://www.linkedin.com/in/williamhgates")
    alone = LINKEDIN.parse([sample(shared, PERSON)], None)
    assert LINKEDIN.parse([visit], None) == alone


def test_an_article_of_2016_is_its_writer_s_post_and_not_the_reader_s(shared: Path) -> None:
    visit = sample(shared, ARTICLE)
    (post,) = LINKEDIN.parse([visit], None).posts
    assert post.id == "how-can-ai-change-financial-services-consolidation-finai-ramya-joseph"
    assert post.time == datetime(2016, 5, 26, 19, 38, 36, tzinfo=UTC)
    assert post.text.startswith(
        "How Can AI Change Financial Services? Consolidation of the #FinAI tweetstorm\nWe had a tweetstorm"
    )
    owner = LINKEDIN.parse([visit], None).owner
    assert (owner.name, owner.handle, owner.bio) == ("Ramya Joseph", "ramya-joseph-492b273", None)
    assert LINKEDIN.viewer(visit) is None


@pytest.mark.parametrize(
    "name",
    [
        "pages/twitter/profile_loggedout_rendered.html",
        "pages/wordpress/post_techcrunch.html",
        "pages/wordpress/post_bfi.html",
        "pages/bluesky/profile_loggedout_rendered.html",
        "pages/youtube/channel_page_loggedout.html",
        "pages/flickr/people_getInfo.json",
        "pages/mastodon/account_and_statuses_synthetic.json",
    ],
)
def test_pages_of_other_sites_are_not_taken_for_linkedin(shared: Path, name: str) -> None:
    assert not LINKEDIN.recognise(sample(shared, name))
