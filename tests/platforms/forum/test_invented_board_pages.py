"""Shapes of boards of which no real page was to be had: profiles, switches, walls. All of it is invented."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from roads import as_offered

from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Lens, Part, PostKind
from selfaudit.platforms.forum import FORUM
from selfaudit.platforms.forum.engines import ENGINES
from selfaudit.platforms.forum.nodebb import further
from selfaudit.platforms.forum.writing import local_time, zone_stated

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def seen(*pages: str, lens: Lens | None = None, url: str = "https://board.example/page") -> Visit:
    return Visit(lens, tuple(Document(url, html) for html in pages), at=NOON)


def told(value: Any, url: str = "https://board.example/api") -> Visit:
    return Visit(None, responses=(Response(url, "application/json", json.dumps(value).encode()),))


def switches(*visits: Visit, account: Account | None = None) -> dict[str, tuple[str | None, str | None]]:
    return {one.name: (one.value, one.highest) for one in FORUM.parse(visits, account).settings}


PHPBB_TOP = (
    '<body id="phpbb"><div id="page-header"><a href="./memberlist.php?mode=viewprofile&amp;u=7">'
    '<span class="username">alex</span></a>'
    '<a href="./ucp.php?mode=logout&amp;sid=1" title="Logout [ alex ]">Logout [ alex ]</a></div>'
)


def test_an_invented_phpbb_profile_page_is_its_owners(shared: Path) -> None:
    html = (shared / "samples/pages-invented/phpbb/viewprofile_signed_in.html").read_text()
    visit = seen(html)
    viewer = FORUM.viewer(visit)
    assert viewer is not None
    assert (viewer.handle, viewer.id) == ("sampleworker", "7")
    snapshot = FORUM.parse([visit], viewer)
    assert [(fact.name, fact.value) for fact in snapshot.owner.facts] == [
        ("location", "Leeds"),
        ("occupation", "Teacher"),
    ]
    assert snapshot.owner.links == ("https://example.org",)
    assert [(post.id, post.text, post.kind) for post in snapshot.posts] == [
        ("signature", "Maths rules", PostKind.BIO)
    ]
    assert [(gap.part, gap.count) for gap in snapshot.gaps] == [(Part.POSTS, 42)]


def test_an_invented_phpbb_list_of_own_posts_and_switches() -> None:
    posts = (
        '<div class="search post bg1"><dl class="postprofile"><dt class="author">by '
        '<a href="./memberlist.php?mode=viewprofile&amp;u=7" class="username">alex</a></dt>'
        '<dd class="search-result-date"><time datetime="2026-05-01T09:00:00+01:00">x</time></dd>'
        '<dd>Topic: <a href="./viewtopic.php?f=1&amp;t=5">Trips</a></dd></dl>'
        '<div class="postbody"><h3><a href="./viewtopic.php?f=1&amp;t=5&amp;p=9#p9">Re: Trips</a></h3>'
        '<div class="content">Bus at nine.</div></div></div>'
    )
    form = (
        '<form id="ucp" action="./ucp.php?i=ucp_prefs"><input type="radio" name="viewemail" '
        'value="1" checked>'
        '<input type="radio" name="viewemail" value="0"><input type="radio" name="hideonline" value="1">'
        '<input type="radio" name="hideonline" value="0" checked></form>'
    )
    account = FORUM.viewer(seen(PHPBB_TOP))
    snapshot = FORUM.parse([seen(PHPBB_TOP + posts), seen(PHPBB_TOP + form)], account)
    assert [(post.id, post.text, post.kind, post.time, post.url) for post in snapshot.posts] == [
        (
            "9",
            "Bus at nine.",
            PostKind.REPLY,
            datetime(2026, 5, 1, 8, tzinfo=UTC),
            "https://board.example/viewtopic.php?f=1&t=5&p=9#p9",
        )
    ]
    assert {one.name: (one.value, one.highest) for one in snapshot.settings} == {
        "email_contact": ("Yes", "No"),
        "hide_online": ("No", "Yes"),
    }
    assert all(
        one.where and one.url and one.url.startswith("https://board.example/") for one in snapshot.settings
    )
    (unseen,) = [gap for gap in snapshot.gaps if gap.part is Part.SETTINGS]
    assert unseen.count == 1
    assert unseen.reason.endswith(": Other members sending you private messages")
    assert Part.SETTINGS not in snapshot.read


def test_an_invented_switch_seen_long_after_the_table_was_made_says_please_check_by_hand() -> None:
    form = '<form id="ucp"><input type="radio" name="viewemail" value="1" checked></form>'
    later = Visit(None, (Document("x", PHPBB_TOP + form),), at=datetime(2027, 7, 1, tzinfo=UTC))
    (switch,) = FORUM.parse([later], None).settings
    assert switch.highest is None
    assert switch.where is not None
    assert "check by hand" in switch.where


def test_invented_switches_of_xenforo_mybb_and_vbulletin() -> None:
    xenforo = (
        '<html id="XF" data-logged-in="true" data-template="account_privacy"><body><form '
        'action="/account/privacy">'
        '<select name="privacy[allow_view_profile]"><option value="everyone">E</option>'
        '<option value="followed" selected>F</option></select>'
        '<input type="checkbox" name="user[visible]" value="1" checked></form></body></html>'
    )
    account = Account("alex", "the test says so", "7")
    assert switches(seen(xenforo), account=account) == {
        "profile": ("Only people you follow", "Nobody"),
        "online": ("On", "Off"),
    }
    mybb = (
        '<html><head><meta name="generator" content="MyBB"></head><body><form action="usercp.php">'
        '<input type="checkbox" name="hideemail" value="1"><input type="checkbox" name="receivepms" checked>'
        "</form></body></html>"
    )
    assert switches(seen(mybb), account=account) == {"hide_email": ("Off", "On"), "messages": ("On", "Off")}
    vbulletin = (
        '<html><head><meta name="generator" content="vBulletin 4.2.5"></head><body>'
        '<form action="profile.php?do=updateoptions"><input type="checkbox" '
        'name="options[invisible]" checked>'
        '<input type="checkbox" name="options[vm_enable]" value="1"></form></body></html>'
    )
    assert switches(seen(vbulletin), account=account) == {"hide_online": ("On", "On"), "wall": ("Off", "Off")}


MYBB = (
    '<html><head><meta name="generator" content="MyBB"></head><body><div id="panel"><span class="welcome">'
    'Welcome back, <a href="https://board.example/member.php?action=profile&amp;uid=7">alex</a>. '
    '<a href="member.php?action=logout&amp;logoutkey=1">Log Out</a></span></div>'
    '<a href="printthread.php?tid=5">Print</a>'
    '<div class="post" id="post_11"><div class="post_author"><div class="author_information"><strong>'
    '<span class="largetext"><a '
    'href="member.php?action=profile&amp;uid=7">alex</a></span></strong></div></div>'
    '<div class="post_head"><div class="float_right"><strong><a '
    'href="showthread.php?tid=5&amp;pid=11#pid11">#1</a>'
    '</strong></div><span class="post_date">11-02-2026, 10:00 AM</span></div>'
    '<div class="post_body scaleimages">My trip <img src="trip.jpg" alt="the bus to York"></div>'
    '<div class="signature scaleimages">Tea first</div></div>'
    '<div class="post" id="post_12"><div class="author_information"><a '
    'href="member.php?action=profile&amp;uid=8">'
    'pat</a></div><div class="post_head"><div class="float_right"><a '
    'href="showthread.php?pid=12">#2</a></div></div>'
    '<div class="post_body"><blockquote><cite>alex wrote:</cite>My '
    "trip</blockquote>Lovely!</div></div></body></html>"
)


def test_an_invented_mybb_thread_by_its_signed_in_owner() -> None:
    visit = seen(MYBB, url="https://board.example/showthread.php?tid=5")
    viewer = FORUM.viewer(visit)
    assert viewer is not None
    assert (viewer.handle, viewer.id) == ("alex", "7")
    snapshot = FORUM.parse([visit], viewer)
    assert [(post.id, post.text, post.kind, post.own, post.parent) for post in snapshot.posts] == [
        ("11", "My trip", PostKind.POST, True, None),
        ("signature", "Tea first", PostKind.BIO, True, None),
        ("12", "Lovely!", PostKind.COMMENT, False, "11"),
    ]
    # 11-02-2026 is in February or in November: nobody can know.
    assert {post.time for post in snapshot.posts} == {None}
    assert [(image.post, image.url, image.caption) for image in snapshot.images] == [
        ("11", "https://board.example/trip.jpg", "the bus to York")
    ]


def test_an_invented_flarum_page_and_answer_of_its_owner(shared: Path) -> None:
    folder = shared / "samples/pages-invented/flarum"
    page = seen((folder / "profile_payload.html").read_text())
    viewer = FORUM.viewer(page)
    assert viewer is not None
    assert (viewer.handle, viewer.id) == ("sampleworker", "7")
    posts = told(json.loads((folder / "api_posts_author.json").read_text()))
    snapshot = FORUM.parse([page, posts], viewer)
    assert (snapshot.owner.name, snapshot.owner.emails) == ("Sample Worker", ("sample.worker@example.org",))
    assert [(post.id, post.text, post.kind, post.time) for post in snapshot.posts] == [
        ("31", "My reply", PostKind.REPLY, datetime(2026, 8, 1, 9, tzinfo=UTC))
    ]
    assert [(gap.part, gap.count) for gap in snapshot.gaps] == [(Part.POSTS, 10)]


def test_an_invented_flarum_page_of_nobody_says_that_nobody_was_signed_in() -> None:
    payload = {"resources": [], "session": {"userId": 0, "csrfToken": "x"}}
    visit = seen(f'<script id="flarum-json-payload" type="application/json">{json.dumps(payload)}</script>')
    assert FORUM.signed_out(visit)
    assert FORUM.viewer(visit) is None


def test_an_invented_discourse_session_and_page_name_the_member(shared: Path) -> None:
    folder = shared / "samples/pages-invented/discourse"
    page = seen((folder / "preloaded_page.html").read_text())
    session = told(json.loads((folder / "session_current.json").read_text()))
    for visit in (page, session):
        viewer = FORUM.viewer(visit)
        assert viewer is not None
        assert (viewer.handle, viewer.id, viewer.name) == ("sampleworker", "9", "Sample Worker")


def test_an_invented_hidden_discourse_profile_is_a_gap_and_never_an_empty_bio(shared: Path) -> None:
    visit = told(json.loads((shared / "samples/pages-invented/discourse/user_hidden.json").read_text()))
    snapshot = FORUM.parse([visit], None)
    assert (snapshot.read, snapshot.owner.bio) == ((), None)
    assert [gap.part for gap in snapshot.gaps] == [Part.BIO]


def test_invented_discourse_switches_are_read_of_oneself_only() -> None:
    options = {"hide_profile": False, "hide_presence": True, "allow_private_messages": True}
    user = {"id": 9, "username": "alex", "trust_level": 1, "user_option": options}
    account = Account("alex", "the test says so", "9")
    assert switches(told({"user": {**user, "can_edit": True}}), account=account) == {
        "hide_profile": ("Off", "On"),
        "hide_online": ("On", "On"),
        "messages": ("On", "Off"),
    }
    assert switches(told({"user": {**user, "can_edit": False}}), account=account) == {}


def test_an_invented_cut_excerpt_gives_way_to_the_whole_post() -> None:
    action = {
        "action_type": 5,
        "topic_id": 5,
        "post_number": 3,
        "acting_user_id": 9,
        "acting_username": "alex",
        "excerpt": "The beginning&hellip;",
        "truncated": True,
        "created_at": "2026-05-01T09:00:00Z",
    }
    whole = {
        "topic_id": 5,
        "post_number": 3,
        "user_id": 9,
        "username": "alex",
        "cooked": '<aside class="quote"><p>of pat</p></aside><p>The beginning and the end.</p>',
    }
    account = Account("alex", "the test says so", "9")
    cut = FORUM.parse([told({"user_actions": [action]})], account)
    assert [(gap.part, gap.count) for gap in cut.gaps] == [(Part.POSTS, 1)]
    both = FORUM.parse([told({"user_actions": [action]}), told({"post_stream": {"posts": [whole]}})], account)
    assert [(post.id, post.text) for post in both.posts] == [("5-3", "The beginning and the end.")]
    assert both.gaps == ()


def test_an_invented_profile_of_somebody_else_is_not_taken_for_the_viewers() -> None:
    other = PHPBB_TOP + (
        '<dl class="details profile-details"><dt>Username:</dt><dd><span '
        'class="username">pat</span></dd></dl>'
        '<a href="./search.php?author_id=8&amp;sr=posts">Search</a></body>'
    )
    snapshot = FORUM.parse([seen(other)], None)
    assert snapshot.owner.handle == "pat"
    mine = FORUM.parse([seen(other)], FORUM.viewer(seen(other)))
    assert (mine.owner.handle, mine.owner.bio, mine.posts) == ("alex", None, ())


@pytest.mark.parametrize(
    "words",
    [
        "You need to login in order to view member profiles.",
        "The board requires you to be registered and logged in to view profiles.",
        "You must be logged-in to do that.",
        "You are not logged in or you do not have permission to access this page. There may be reasons.",
        "You do not have permission to view this page or perform this action.",
        "Sorry but you are not permitted to use the search system.",
        "Too many submissions, wait 5m.",
        "This member limits who may view their full profile.",
    ],
)
def test_an_invented_wall_is_a_gap_with_its_reason_and_never_read(words: str) -> None:
    for page in (f'<body id="phpbb"><h2>Information</h2><p>{words}</p></body>',):
        snapshot = as_offered(FORUM).parse(
            [seen(page, lens=Lens.PUBLIC)], Account("alex", "the test says so")
        )
        (gap,) = snapshot.gaps
        assert (gap.part, snapshot.read, snapshot.posts) == (Part.OTHER, (), ())
        assert "has a form that" not in gap.reason


def test_a_post_about_walls_is_no_wall() -> None:
    talk = MYBB.replace("Lovely!", "You must be logged-in to do that.")
    gaps = as_offered(FORUM).parse([seen(talk)], None).gaps
    assert [gap for gap in gaps if gap.part is Part.OTHER] == []


def test_a_page_of_a_board_that_shows_nothing_known_says_so() -> None:
    snapshot = FORUM.parse([seen('<body id="phpbb"><p>New layout</p></body>')], None)
    assert [(gap.part, "has a form that" in gap.reason) for gap in snapshot.gaps] == [(Part.OTHER, True)]


def test_times_that_can_be_read_two_ways_are_not_read() -> None:
    assert local_time("04-09-2019, 11:55 AM") is None
    assert local_time("Yesterday, 10:00 AM") is None
    assert local_time("Sun May 26, 2019 4:34 pm") == datetime(2019, 5, 26, 16, 34)  # noqa: DTZ001 - no zone told
    assert local_time("Sept. 3, 2026, noon") == datetime(2026, 9, 3, 12)  # noqa: DTZ001 - no zone told
    assert local_time("5th March 2019, 10:05 AM") == datetime(2019, 3, 5, 10, 5)  # noqa: DTZ001 - no zone told


@pytest.mark.parametrize(
    ("foot", "hours"),
    [
        ("All times are UTC", 0),
        ("All times are UTC [ DST ]", 1),
        ("All times are UTC+01:00", 1),
        ("All times are GMT -5. The time now is 09:43 PM.", -5),
        ("All times are UTC \N{MINUS SIGN} 5 hours [ DST ]", -4),
        ("Delete cookies", None),
    ],
)
def test_the_zone_is_read_from_the_foot_of_the_page(foot: str, hours: int | None) -> None:
    zone = zone_stated(foot)
    offset = zone.utcoffset(None) if zone else None
    assert (offset.total_seconds() / 3600 if offset is not None else None) == hours


def test_lists_without_end_are_asked_for_until_one_is_empty() -> None:
    page = {"posts": [{"pid": 1}], "nextStart": 20, "pagination": {"next": {"page": 1, "active": False}}}
    assert further("https://b.example/api/user/a/posts", page) == "https://b.example/api/user/a/posts?page=2"
    assert further("https://b.example/api/user/a/posts?page=2", {**page, "posts": []}) is None
    counted = {"posts": [{"pid": 1}], "pagination": {"next": {"page": 3, "active": True}}}
    assert further("https://b.example/api/topic/5?page=2", counted) == "https://b.example/api/topic/5?page=3"


_NAMES = [
    "user",
    "users",
    "posts",
    "uid",
    "pid",
    "tid",
    "userslug",
    "username",
    "id",
    "data",
    "type",
    "attributes",
    "included",
    "settings",
    "user_actions",
    "action_type",
    "topic_id",
    "post_number",
    "topic_list",
    "topics",
    "posters",
    "pagination",
    "next",
    "page",
    "post_stream",
    "cooked",
    "contentHtml",
    "relationships",
    "discussion",
    "session",
    "userId",
    "resources",
    "preferences",
    "aboutme",
    "signature",
    "loggedInUser",
    "isSelf",
    "template",
    "name",
    "topic",
    "content",
    "deleted",
    "stats",
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(_NAMES),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=150)
@given(value=JSON)
def test_no_data_answer_whatever_it_holds_raises_or_is_told_as_read(value: Any) -> None:
    visit = told(value)
    FORUM.recognise(visit)
    FORUM.viewer(visit)
    snapshot = FORUM.parse([visit], Account("alex", "the test says so", "7"))
    assert not {Part.CONNECTIONS, Part.COMMENTS, Part.IMAGES} & set(snapshot.read)
    for engine in ENGINES:
        engine.ways.further("https://b.example/x?page=2&offset=3", value)


@settings(max_examples=60)
@given(payload=JSON, mark=st.sampled_from(["ajaxify-data", "flarum-json-payload"]))
def test_no_data_inside_a_page_raises(payload: Any, mark: str) -> None:
    visit = seen(f'<script id="{mark}" type="application/json">{json.dumps(payload)}</script>')
    FORUM.signed_out(visit)
    FORUM.parse([visit], None)
