"""LinkedIn as its owner and as a stranger see it, on pages made up in the reported shapes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from linkedin_material import (
    FIRST,
    MINE,
    SECOND,
    SITE,
    THIRD,
    a_page,
    a_switch,
    an_update,
    data,
    page,
    sample,
)

from selfaudit.model.questions import unanswered
from selfaudit.model.snapshot import Connection, Fact, Gap, Post
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.linkedin import LINKEDIN
from selfaudit.platforms.linkedin.parse import CONTACT
from selfaudit.platforms.linkedin.settings import SWITCHES

OWNER = Account("sample-worker-42", "told by the test", name="Sample Worker")
ACTIVITY = f"{MINE}recent-activity/all/"


def test_the_signed_in_page_is_read_by_its_headings(shared: Path) -> None:
    snapshot = LINKEDIN.parse([sample(shared, "pages-invented/linkedin/profile_signed_in_aria.html")], OWNER)
    assert (snapshot.owner.name, snapshot.owner.handle) == ("Sample Worker", "sample-worker-42")
    assert snapshot.owner.bio == "Teacher at Sample School\nI teach maths."
    assert (snapshot.read, CONTACT in snapshot.gaps) == ((Part.BIO,), True)
    assert snapshot.owner.facts == (
        Fact("Shown below the name", "Leeds, England, United Kingdom"),
        Fact("Experience", "Teacher · Sample School · 2015 - Present"),
        Fact("Experience", "Tutor · Sample College · 2012 - 2015"),
    )


def test_linkedin_s_own_data_proves_who_is_signed_in(shared: Path) -> None:
    account = LINKEDIN.viewer(sample(shared, "pages-invented/linkedin/voyager_me.json"))
    assert account == Account(
        handle="sample-worker-42",
        proof="LinkedIn's own data named sample-worker-42 as the account that was signed in.",
        name="Sample Worker",
        url=MINE,
    )


def test_the_same_data_inside_a_page_proves_it_too_and_a_stranger_s_page_does_not() -> None:
    included = [{"publicIdentifier": "sample-worker-42", "entityUrn": "urn:1"}, {"publicIdentifier": "other"}]
    value = {"data": {"plainId": 1, "*miniProfile": "urn:1"}, "included": included}
    kept = LINKEDIN.viewer(page(a_page(f"<code>{json.dumps(value)}</code>")))
    assert kept is not None
    assert kept.handle == "sample-worker-42"
    edit = LINKEDIN.viewer(page(a_page('<a href="/in/sample-worker-42/edit/forms/intro/new/">Edit</a>')))
    assert edit is not None
    assert edit.proof == "The saved page offered to edit the profile of sample-worker-42."
    assert LINKEDIN.viewer(page(a_page("<h1>Sample Worker</h1>"))) is None


def test_own_posts_are_told_by_the_short_name_and_dated_by_their_number() -> None:
    html = a_page(
        an_update(FIRST, "Mine", "sample-worker-42", note="1d • Visible to anyone on or off LinkedIn")
        + an_update(SECOND, "Passed on", "sample-worker-42", "somebody-else")
        + an_update(THIRD, "Somebody else's", "somebody-else", note="2d • Connections only")
    )
    snapshot = LINKEDIN.parse([page(html, ACTIVITY)], OWNER)
    assert snapshot.posts == (
        Post(
            id=FIRST,
            text="Mine",
            time=datetime(2023, 4, 18, 15, 0, 4, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url=f"{SITE}/feed/update/urn:li:activity:{FIRST}/",
        ),
        Post(
            id=SECOND,
            text="Passed on",
            kind=PostKind.REPOST,
            own=False,
            url=f"{SITE}/feed/update/urn:li:activity:{SECOND}/",
            author="somebody-else",
        ),
    )


def test_the_audience_is_unknown_unless_the_page_says_it() -> None:
    said = an_update(FIRST, "One", "sample-worker-42", note="3w • Connections only")
    unsaid = an_update(SECOND, "Two", "sample-worker-42", note="3w")
    snapshot = LINKEDIN.parse([page(a_page(said + unsaid), ACTIVITY)], OWNER)
    assert [post.audience for post in snapshot.posts] == [Audience.FRIENDS, Audience.UNKNOWN]


def test_what_others_answered_below_is_not_taken_for_the_post() -> None:
    comment = (
        '<div data-id="urn:li:comment:(1,2)"><span dir="ltr">A far longer answer by somebody</span></div>'
    )
    html = a_page(an_update(FIRST, "Short", "sample-worker-42", more=comment))
    assert [post.text for post in LINKEDIN.parse([page(html, ACTIVITY)], OWNER).posts] == ["Short"]


def test_the_public_page_gives_what_was_shared_and_not_what_was_liked() -> None:
    shared = f'<a href="{SITE}/posts/sample-worker-42_x-activity-{FIRST}-EoRn" data-tracking-control-name='
    liked = f'<a href="{SITE}/posts/other_x-activity-{SECOND}-EoRn" data-tracking-control-name='
    html = a_page(
        '<section><h1>Sample Worker</h1><h2>Teacher</h2></section><section data-section="posts">'
        f'{shared}"public_profile_share_view">We won</a>{liked}"public_profile_like_view">Buy this</a>'
        "</section>",
        key="public_profile_v3_desktop",
    )
    visit = page(html, lens=Lens.PUBLIC)
    snapshot = LINKEDIN.parse([visit], OWNER)
    assert LINKEDIN.signed_out(visit)
    assert [(post.id, post.text, post.audience) for post in snapshot.posts] == [
        (FIRST, "We won", Audience.PUBLIC)
    ]


def test_a_post_has_the_same_id_for_owner_and_stranger() -> None:
    seen = an_update(FIRST, "One", "sample-worker-42")
    told = {
        "@graph": [
            {
                "@type": "DiscussionForumPosting",
                "url": f"{SITE}/posts/sample-worker-42_one-activity-{FIRST}-abcd",
                "text": "One",
                "author": {"@type": "Person", "url": MINE},
            }
        ]
    }
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    ids = [
        [post.id for post in LINKEDIN.parse([page(html, url)], OWNER).posts]
        for html, url in ((a_page(seen), ACTIVITY), (a_page("", head=script), MINE))
    ]
    assert ids == [[FIRST], [FIRST]]


def test_names_that_linkedin_masks_are_left_out() -> None:
    person = {"@type": "Person", "name": "Jo", "sameAs": MINE, "jobTitle": ["*** ****", "Teacher"]}
    assert LINKEDIN.parse([data(person)], None).owner.facts == (Fact("Job title", "Teacher"),)


def test_connections_are_each_there_once_without_the_owner() -> None:
    card = '<li><a href="/in/{0}/"><img alt="x"></a><a href="/in/{0}/"><p>{1}</p><p>{2}</p></a></li>'
    html = a_page(
        "<ul>"
        + card.format("ann-example", "Ann Example", "Governor")
        + card.format("sample-worker-42", "Sample Worker", "Teacher")
        + "</ul>"
    )
    url = f"{SITE}/mynetwork/invite-connect/connections/"
    assert LINKEDIN.parse([page(html, url)], OWNER).connections == (
        Connection(
            id="ann-example",
            display_name="Ann Example",
            handle="ann-example",
            relation="connection",
            about="Governor",
            url=f"{SITE}/in/ann-example/",
        ),
    )


VISIBILITY = f"{SITE}/public-profile/settings"


def test_every_switch_of_the_public_page_is_read_by_its_label() -> None:
    html = a_page(
        a_switch("Your profile's public visibility", 'aria-checked="true"')
        + a_switch("Headline", 'aria-checked="false"')
        + a_switch("Articles & activity", "checked")
        + a_switch("Volunteering", "")
    )
    found = LINKEDIN.parse([page(html, VISIBILITY)], OWNER).settings
    assert [(one.name, one.value, one.highest) for one in found] == [
        ("public_visibility", "On", "Off"),
        ("headline", "Off", "Off"),
        ("articles_and_activity", "On", "Off"),
        ("volunteering", None, "Off"),
    ]


@pytest.mark.parametrize("label", ["Hide my photo", "Keep my headline private", "Ehrenamt"])
def test_a_switch_of_which_on_may_be_the_private_choice_is_for_the_person_to_look_at(label: str) -> None:
    html = a_page(
        a_switch("Your profile's public visibility", 'aria-checked="true"')
        + a_switch(label, 'aria-checked="true"')
    )
    (_whole, further) = LINKEDIN.parse([page(html, VISIBILITY)], OWNER).settings
    assert (further.value, further.highest) == ("On", None)
    assert (further.where or "").startswith(
        "Please check by hand: selfaudit does not know how private “On” is."
    )


def test_with_the_whole_page_off_its_sections_do_not_matter() -> None:
    html = a_page(
        a_switch("Your profile's public visibility", 'aria-checked="false"')
        + a_switch("Headline", 'aria-checked="true"')
    )
    found = LINKEDIN.parse([page(html, VISIBILITY)], OWNER).settings
    assert [(one.name, one.value) for one in found] == [("public_visibility", "Off")]


@pytest.mark.parametrize("content", ["", '<input type="checkbox" role="switch" aria-checked="true">'])
def test_a_settings_page_without_its_main_switch_is_a_gap(content: str) -> None:
    snapshot = LINKEDIN.parse([page(a_page(content), VISIBILITY)], OWNER)
    reason = "the page of public visibility has a form that this version does not know"
    assert Gap(Part.SETTINGS, reason) in snapshot.gaps
    assert snapshot.settings == ()
    assert Part.SETTINGS not in snapshot.read


def test_switches_on_pages_of_their_own_are_asked_with_the_most_private_answer_first() -> None:
    assert [(one.name, one.highest) for one in SWITCHES.questions] == [
        ("connections_list", "Only you"),
        ("email_visibility", "Only you"),
        ("found_by_email", "Nobody"),
        ("found_by_phone", "Nobody"),
        ("active_status", "No one"),
        ("followers", "Your connections"),
    ]
    snapshot = LINKEDIN.parse([page(a_page(""), VISIBILITY)], OWNER)
    (open_questions,) = unanswered(SWITCHES.questions)
    assert next(gap for gap in snapshot.gaps if gap.part is Part.SETTINGS) == open_questions


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("reposted this", [PostKind.REPOST]),
        ("likes this", []),
        ("finds this funny", []),
        ("commented on this", []),
        ("replied to a comment on this", []),
    ],
)
def test_what_was_only_liked_or_answered_is_nobodys_repost(note: str, kinds: list[PostKind]) -> None:
    above = f'<a href="/in/sample-worker-42">Sample Worker</a> {note}'
    theirs = an_update(FIRST, "Love this week's likes", "somebody-else")
    html = a_page(theirs.replace('<a href="/in/somebody', f'{above}<a href="/in/somebody', 1))
    snapshot = LINKEDIN.parse([page(html, ACTIVITY)], OWNER)
    assert [(post.kind, post.own, post.author) for post in snapshot.posts] == [
        (kind, False, "somebody-else") for kind in kinds
    ]


def test_a_page_of_roles_alone_is_read_like_one_of_headings() -> None:
    html = """<html><head><title>Sample Worker | LinkedIn</title></head><body><div role="main">
    <div role="region"><div role="heading" aria-level="1">Sample Worker</div><p>Teacher</p></div>
    <div role="region"><div role="heading" aria-level="2">Experience</div>
    <div role="list"><div role="listitem">Tutor</div></div></div>
    <div role="region"><div role="heading" aria-level="2">People you may know</div>
    <div role="listitem"><a href="/in/zoe/">Zoe</a></div></div></div></body></html>"""
    owner = LINKEDIN.parse([page(html)], OWNER).owner
    assert (owner.name, owner.bio, owner.facts) == (
        "Sample Worker",
        "Teacher",
        (Fact("Experience", "Tutor"),),
    )


def test_posts_that_only_link_to_their_page_are_read_without_the_answers_below() -> None:
    item = (
        '<div role="listitem"><a href="/in/{0}/">x</a><a href="/feed/update/urn:li:activity:{1}/">3w</a>'
        '<p dir="auto">{2}</p><div role="article"><a href="/in/pat/">Pat</a><p dir="auto">A far longer'
        " answer by Pat</p></div></div>"
    )
    html = a_page(item.format("sample-worker-42", FIRST, "Mine") + item.format("zoe", SECOND, "Theirs"))
    found = LINKEDIN.parse([page(html, ACTIVITY)], OWNER).posts
    assert [(post.id, post.text, post.own) for post in found] == [(FIRST, "Mine", True)]


def test_a_lens_that_did_not_look_has_no_gaps_of_its_own() -> None:
    assert LINKEDIN.parse([], OWNER).gaps == ()
