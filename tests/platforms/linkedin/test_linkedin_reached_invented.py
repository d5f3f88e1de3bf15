"""Comments below LinkedIn's posts and "Contact info": made up after published readers, never seen by us."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linkedin_material import FIRST, MINE, SITE, THIRD, a_page, an_update, page
from roads import JSON, an_answer

from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.linkedin import LINKEDIN
from selfaudit.platforms.linkedin.parse import CONTACT

OWNER = Account("sample-worker-42", "told by the test", name="Sample Worker")
ACTIVITY = f"{MINE}recent-activity/all/"
ASKED = f"{SITE}/voyager/api/graphql?queryId=voyagerSocialDashComments.1"
OVERLAY = f"{MINE}overlay/contact-info/"
AT = datetime(2026, 9, 10, 0, 28, 20, tzinfo=UTC)


def remarks(snapshot: Snapshot) -> list[tuple[str, bool, str | None, str | None]]:
    comments = [post for post in snapshot.posts if post.kind is PostKind.COMMENT]
    return [(post.text, post.own, post.author, post.parent) for post in comments]


def a_comment(urn: str, text: str, who: str = "pat-example", name: str = "Pat Example") -> dict[str, Any]:
    return {
        "urn": urn,
        "createdAt": 1789000100000,
        "commentary": {"text": text},
        "commenter": {"title": {"text": name}, "navigationUrl": f"{SITE}/in/{who}"},
    }


@pytest.mark.parametrize(
    "urn",
    [
        f"urn:li:comment:(activity:{FIRST},{THIRD})",
        f"urn:li:comment:(urn:li:activity:{FIRST},{THIRD})",
        f"urn:li:fsd_comment:({THIRD},urn:li:activity:{FIRST})",
    ],
)
def test_comments_that_the_page_fetched_are_others_words_below_own_posts(urn: str) -> None:
    told = {"data": {"socialDashCommentsBySocialDetail": {"elements": [a_comment(urn, "Well done")]}}}
    mine = page(a_page(an_update(FIRST, "A new term", "sample-worker-42")), ACTIVITY)
    snapshot = LINKEDIN.parse([mine, an_answer(told, ASKED)], OWNER)
    assert snapshot.posts[1:] == (
        Post(
            id=f"comment-{THIRD}",
            text="Well done",
            kind=PostKind.COMMENT,
            own=False,
            time=AT,
            url=f"{SITE}/feed/update/urn:li:activity:{FIRST}/",
            parent=FIRST,
            author="Pat Example",
        ),
    )
    assert any(gap.part is Part.COMMENTS and "stood open" in gap.reason for gap in snapshot.gaps)
    assert Part.COMMENTS not in snapshot.read


def test_comments_below_other_peoples_posts_are_left_out_unless_they_are_own() -> None:
    other = "7054106315861799999"
    told = {
        "included": [
            a_comment(f"urn:li:comment:(activity:{other},{THIRD})", "Not mine to keep"),
            a_comment(f"urn:li:comment:(activity:{other},7053519311918768111)", "My answer", OWNER.handle),
            {"urn": f"urn:li:activity:{other}", "commentary": {"text": "A post"}},
        ]
    }
    snapshot = LINKEDIN.parse([an_answer(told, ASKED)], OWNER)
    assert remarks(snapshot) == [("My answer", True, None, other)]


def test_comments_that_stand_open_on_the_page_are_told_from_the_post() -> None:
    inside = (
        f'<article data-id="urn:li:comment:(activity:{FIRST},{THIRD})">'
        '<a href="/in/pat-example/">Pat Example</a>'
        '<span dir="ltr">Have a good one</span>'
        f'<article data-id="urn:li:comment:(activity:{FIRST},7053519311918768111)">'
        '<a href="/in/sample-worker-42/">Sample Worker</a>'
        '<span dir="ltr">Thanks, and see you all there</span></article></article>'
    )
    shown = a_page(an_update(FIRST, "A new term", "sample-worker-42", more=inside))
    snapshot = LINKEDIN.parse([page(shown, ACTIVITY)], OWNER)
    assert [post.text for post in snapshot.posts if post.kind is PostKind.POST] == ["A new term"]
    assert remarks(snapshot) == [
        ("Have a good one", False, "Pat Example", FIRST),
        ("Thanks, and see you all there", True, None, FIRST),
    ]


def overlay(inside: str, url: str = OVERLAY) -> Visit:
    html = a_page('<h1>Sample Worker</h1><a href="mailto:press@linkedin.example">Press</a>')
    return page(html.replace("</body>", f'<div role="dialog">{inside}</div></body>'), url)


def test_contact_info_is_read_from_its_own_page() -> None:
    inside = (
        f'<h3>Profile</h3><a href="{MINE}">linkedin.com/in/sample-worker-42</a>'
        f'<h3>Websites</h3><a href="{SITE}/redir/redirect?url=https%3A%2F%2Ftea.example%2F">tea</a>'
        "<h3>Phone</h3><span>0191 498 0000 (Home)</span>"
        '<h3>Email</h3><a href="mailto:sam@tea.example">sam@tea.example</a><h3>Birthday</h3><p>1 May</p>'
    )
    snapshot = LINKEDIN.parse([overlay(inside)], OWNER)
    owner = snapshot.owner
    assert (owner.emails, owner.phones, owner.links) == (
        ("sam@tea.example",),
        ("0191 498 0000",),
        ("https://tea.example/",),
    )
    assert (Part.CONTACT in snapshot.read, CONTACT in snapshot.gaps) == (True, False)


def test_an_empty_contact_info_was_read_and_one_that_was_not_opened_is_a_gap() -> None:
    assert Part.CONTACT in LINKEDIN.parse([overlay("<h3>Profile</h3>")], OWNER).read
    plain = LINKEDIN.parse([page(a_page("<h1>Sample Worker</h1><p>Teacher</p>"))], OWNER)
    assert (Part.CONTACT in plain.read, CONTACT in plain.gaps) == (False, True)


def test_somebody_elses_contact_info_is_not_the_owners() -> None:
    theirs = overlay('<a href="mailto:pat@tea.example">x</a>', f"{SITE}/in/pat-example/overlay/contact-info/")
    snapshot = LINKEDIN.parse([theirs], OWNER)
    assert (snapshot.owner.emails, Part.CONTACT in snapshot.read) == ((), False)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        (
            f"{SITE}/voyager/api/identity/profiles/sample-worker-42/profileContactInfo",
            {
                "data": {
                    "emailAddress": "sam@tea.example",
                    "phoneNumbers": [{"number": "0191 498 0000", "type": "HOME"}],
                    "websites": [{"url": "https://tea.example/"}],
                    "twitterHandles": [{"name": "sam"}],
                }
            },
        ),
        (
            f"{SITE}/voyager/api/graphql?variables=(memberIdentity:sample-worker-42)&queryId=x",
            {
                "included": [
                    {
                        "emailAddress": {"emailAddress": "sam@tea.example"},
                        "phoneNumbers": [{"phoneNumber": {"number": "0191 498 0000"}}],
                        "websites": [{"url": "https://tea.example/"}],
                        "twitterHandles": [{"name": "sam"}],
                    }
                ]
            },
        ),
    ],
)
def test_the_answer_behind_contact_info_is_read(url: str, value: Any) -> None:
    visit = an_answer(value, url)
    assert LINKEDIN.recognise(visit)
    owner = LINKEDIN.parse([visit], OWNER).owner
    assert (owner.emails, owner.phones) == (("sam@tea.example",), ("0191 498 0000",))
    assert owner.links == ("https://tea.example/", "https://twitter.com/sam")
    assert (
        LINKEDIN.parse([an_answer(value, url.replace("sample-worker-42", "pat"))], OWNER).owner.emails == ()
    )


@settings(max_examples=40)
@given(JSON, st.sampled_from(["urn", "commentary", "commenter", "phoneNumbers", "websites"]))
def test_hostile_answers_raise_nothing(put: Any, name: str) -> None:
    comment = {**a_comment(f"urn:li:comment:(activity:{FIRST},{THIRD})", "x"), name: put}
    record = {"phoneNumbers": put, "websites": put, "twitterHandles": put, "emailAddress": put}
    for value in ({"included": [comment]}, {"data": record}, {"comment": put, "url": put}):
        LINKEDIN.parse([an_answer(value, f"{SITE}/x/memberIdentity:sample-worker-42")], OWNER)
