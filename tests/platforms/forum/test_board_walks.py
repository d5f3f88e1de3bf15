"""The way through boards, on invented pages behind a view that records what was opened and asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.forum import FORUM
from selfaudit.platforms.forum.pages import identify, introduce, walk_owner, walk_public

SITE = "https://board.example"
TOP = (
    '<body id="phpbb"><div id="page-header"><a href="./memberlist.php?mode=viewprofile&amp;u=7">'
    '<span class="username">alex</span></a><a href="./ucp.php?mode=logout" title="Logout [ '
    'alex ]">x</a></div>'
)
PROFILE = (
    TOP
    + '<dl class="details profile-details"><dt>Username:</dt><dd><span class="username">alex</span></dd></dl>'
    '<a href="./search.php?author_id=7&amp;sr=posts">all</a>'
)
LISTED = (
    '<div class="search post"><dl class="postprofile"><dt class="author">by <a href="./memberlist.php?'
    'mode=viewprofile&amp;u=7">alex</a></dt><dd>Topic: <a href="./viewtopic.php?t={thread}">T</a></dd></dl>'
    '<h3><a href="./viewtopic.php?t={thread}&amp;p={post}#p{post}">{title}</a></h3>'
    '<div class="content">{text}</div></div>'
)
POST = (
    '<div class="post" id="p{post}"><h3><a '
    'href="./viewtopic.php?t={thread}&amp;p={post}#p{post}">{title}</a></h3>'
    '<p class="author">by <a href="./memberlist.php?mode=viewprofile&amp;u={who}">{name}</a></p>'
    '<div class="content">{text}</div></div>'
)
THREAD = TOP + '<div id="page-body"><h2 class="topic-title"><a href="./viewtopic.php?t=5">Trip</a></h2>'
PAGES = {
    "/": TOP,
    "/memberlist.php?mode=viewprofile&u=7": PROFILE,
    "/search.php?author_id=7&sr=posts&ch=-1": TOP
    + LISTED.format(thread=5, post=11, title="Trip", text="We go at...")
    + '<div class="pagination"><a rel="next" href="./search.php?author_id=7&amp;start=1">next</a></div>',
    "/search.php?author_id=7&start=1": TOP
    + LISTED.format(thread=6, post=20, title="Re: Bread", text="Honey is the secret."),
    "/search.php?author_id=7&sr=topics&sf=firstpost": TOP,
    "/viewtopic.php?t=5&p=11#p11": THREAD
    + POST.format(thread=5, post=11, title="Trip", who=7, name="alex", text="We go at nine.")
    + POST.format(thread=5, post=12, title="Re: Trip", who=8, name="pat", text="Lovely!"),
    "/viewtopic.php?t=6&p=20#p20": TOP
    + POST.format(thread=6, post=20, title="Re: Bread", who=7, name="alex", text="Honey is the secret."),
    "/ucp.php?i=zebra&mode=friends": TOP
    + '<form action="./ucp.php?i=zebra&amp;mode=friends"><select name="usernames[]">'
    '<option value="8">pat</option></select></form>',
    "/ucp.php?i=zebra&mode=foes": TOP + '<form action="./ucp.php?i=zebra&amp;mode=foes"></form>',
    "/ucp.php?i=ucp_prefs&mode=personal": TOP
    + '<form id="ucp"><input type="radio" name="hideonline" value="0" checked></form>',
}


@dataclass
class Walked:
    """A view on invented pages."""

    pages: Mapping[str, Any]
    lens: Lens = Lens.OWNER
    site: str = SITE
    opened: list[str] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        self.opened.append(address.removeprefix(SITE))
        page = Document(address, self.pages.get(address.removeprefix(SITE), "<body id='phpbb'>"))
        self.visits.append(Visit(self.lens, (page,), part=part))
        return page

    def scroll(self) -> Document:
        return self.visits[-1].documents[-1]

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        self.opened.append(address.removeprefix(SITE))
        value = self.pages.get(address.removeprefix(SITE))
        body = b"{}" if value is None else json.dumps(value).encode()
        answer = Response(address, "application/json", body, 404 if value is None else 200)
        self.visits.append(Visit(self.lens, responses=(answer,)))
        return answer


def test_the_owners_walk_follows_lists_reads_cut_posts_where_they_stand_and_answers_beneath_them() -> None:
    view = Walked(PAGES)
    account = identify(view)
    assert account is not None
    assert (account.handle, account.id) == ("alex", "7")
    done = list(walk_owner(view, account))
    assert set(done) == set(Part) - {Part.OTHER}
    snapshot = FORUM.parse(view.visits, account)
    assert [(post.id, post.text, post.own) for post in snapshot.posts] == [
        ("11", "Trip\nWe go at nine.", True),
        ("20", "Honey is the secret.", True),
        ("12", "Lovely!", False),
    ]
    assert [(one.id, one.display_name, one.relation) for one in snapshot.connections] == [
        ("8", "pat", "friend")
    ]
    assert [(one.name, one.value) for one in snapshot.settings] == [("hide_online", "No")]
    assert [(gap.part, gap.count) for gap in snapshot.gaps] == [(Part.SETTINGS, 2)]
    again = [address for address in set(view.opened) if view.opened.count(address) > 1]
    assert again == ["/"], "only the front page, which tells who is signed in and what make the board is of"


def test_a_stranger_is_first_shown_the_posts_and_only_then_lists_and_profile() -> None:
    owner = Walked(PAGES)
    account = identify(owner)
    assert account is not None
    list(walk_owner(owner, account))
    introduced = introduce(owner.visits, account)
    assert introduced.items == (
        ("11", f"{SITE}/viewtopic.php?t=5&p=11#p11"),
        ("20", f"{SITE}/viewtopic.php?t=6&p=20#p20"),
    )
    stranger = Walked(PAGES, Lens.PUBLIC)
    done = list(walk_public(stranger, introduced))
    assert set(done[:3]) == {Part.POSTS, Part.COMMENTS, Part.IMAGES}
    assert stranger.opened[:3] == ["/", "/viewtopic.php?t=5&p=11#p11", "/viewtopic.php?t=6&p=20#p20"]
    assert stranger.opened[-1] == "/memberlist.php?mode=viewprofile&u=7"


def test_a_board_that_names_nobody_is_not_read() -> None:
    assert identify(Walked({"/": '<body id="phpbb"><a href="./ucp.php?mode=login">Login</a>'})) is None
    assert identify(Walked({"/": "<body><p>No board at all</p>"})) is None


def test_a_profile_that_shows_nothing_is_not_told_as_read() -> None:
    pages = {**PAGES, "/memberlist.php?mode=viewprofile&u=7": TOP + "<p>A form that nobody knows</p>"}
    view = Walked(pages)
    account = identify(view)
    assert account is not None
    assert {Part.BIO, Part.CONTACT} & set(walk_owner(view, account)) == set()


@pytest.mark.parametrize(
    ("address", "lost"),
    [
        ("/search.php?author_id=7&sr=posts&ch=-1", {Part.POSTS, Part.COMMENTS, Part.IMAGES}),
        ("/ucp.php?i=zebra&mode=friends", {Part.CONNECTIONS}),
        ("/ucp.php?i=zebra&mode=foes", {Part.CONNECTIONS}),
        ("/ucp.php?i=ucp_prefs&mode=personal", {Part.SETTINGS}),
    ],
)
def test_a_page_in_a_form_that_nobody_knows_looks_empty_and_is_not_told_as_read(
    address: str, lost: set[Part]
) -> None:
    view = Walked({**PAGES, address: TOP + '<form id="other"><input type="radio" name="new" checked></form>'})
    account = identify(view)
    assert account is not None
    assert set(walk_owner(view, account)) == set(Part) - {Part.OTHER} - lost


DISCOURSE = '<html><head><meta name="generator" content="Discourse 3.4"></head><body></body></html>'


def test_discourse_is_asked_who_is_signed_in_and_then_for_its_data() -> None:
    member = {
        "id": 9,
        "username": "alex",
        "trust_level": 1,
        "can_edit": True,
        "bio_raw": "Tea",
        "website": "",
    }
    action = {
        "action_type": 5,
        "topic_id": 6,
        "post_number": 2,
        "acting_user_id": 9,
        "acting_username": "alex",
        "excerpt": "Honey&hellip;",
        "slug": "bread",
    }
    whole = {
        "topic_id": 6,
        "post_number": 2,
        "user_id": 9,
        "username": "alex",
        "cooked": "<p>Honey, always.</p>",
    }
    pages = {
        "/": DISCOURSE,
        "/session/current.json": {"current_user": member},
        "/u/alex.json": {"user": {**member, "user_option": {"hide_profile": True}}},
        "/user_actions.json?username=alex&filter=4,5&offset=0": {"user_actions": [action]},
        "/topics/created-by/alex.json": {"topic_list": {"topics": []}, "users": []},
        "/t/6/2.json": {"post_stream": {"posts": [whole]}},
    }
    view = Walked(pages)
    account = identify(view)
    assert account is not None
    assert (account.handle, account.id) == ("alex", "9")
    assert set(walk_owner(view, account)) == set(Part) - {Part.OTHER}
    snapshot = FORUM.parse(view.visits, account)
    assert [(post.id, post.text) for post in snapshot.posts] == [("6-2", "Honey, always.")]
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [("hide_profile", "On", "On")]
    assert snapshot.owner.bio == "Tea"
    assert [(gap.part, gap.count) for gap in snapshot.gaps] == [(Part.SETTINGS, 2)]


NODEBB = '<body component="navbar"><nav component="navbar"></nav></body>'


def said(number: int, who: int, text: str, thread: int = 4, *, first: bool = False) -> dict[str, Any]:
    topic = {"tid": thread, "slug": f"{thread}/trip", "title": "Trip", "mainPid": 1}
    user = {"uid": who, "username": {7: "alex", 8: "pat"}[who]}
    return {"pid": number, "uid": who, "tid": thread, "content": text, "user": user, "topic": topic} | {
        "isMainPost": first
    }


def thread(*posts: dict[str, Any], following: int | None = None) -> dict[str, Any]:
    further = {"next": {"page": following, "active": True}} if following else {}
    named = {"tid": 4, "slug": "4/trip", "title": "Trip", "mainPid": 1, "uid": 7}
    return {**named, "posts": list(posts), "pagination": further}


PICTURES = '<p>We went.</p><img src="/uploads/files/trip.jpg"><img src="https://cdn.example.net/far.jpg">'
LONG = {
    "/": NODEBB,
    "/api/user/alex/posts": {"posts": [said(1, 7, PICTURES, first=True)]},
    "/topic/4/trip": NODEBB + '<script id="ajaxify-data" type="application/json">'
    f"{json.dumps(thread(said(1, 7, PICTURES, first=True), following=2))}</script>",
    "/api/topic/4": thread(said(1, 7, PICTURES, first=True), following=2),
    "/api/topic/4?page=2": thread(said(30, 8, "Lovely!")),
}


def test_pictures_that_only_data_names_are_asked_for_from_the_board_or_shown_by_its_page() -> None:
    view = Walked(LONG)
    list(walk_owner(view, Account("alex", "", id="7")))
    picture = f"{SITE}/uploads/files/trip.jpg"
    assert [one for one in view.opened if "uploads" in one] == ["/uploads/files/trip.jpg"]
    visits = [replace(visit, media={picture: "media/trip.jpg"}) for visit in view.visits]
    snapshot = FORUM.parse(visits, Account("alex", "", id="7"))
    assert {(one.url, one.file) for one in snapshot.images} == {
        (picture, "media/trip.jpg"),
        ("https://cdn.example.net/far.jpg", None),
    }
    assert "/topic/4/trip" in view.opened


def test_a_stranger_is_shown_own_threads_to_their_last_page_before_comments_count_as_read() -> None:
    items = (("1", f"{SITE}/topic/4/trip"),)
    view = Walked(LONG, Lens.PUBLIC)
    done = list(walk_public(view, Account("alex", "", id="7", items=items)))
    assert Part.COMMENTS in done
    account = Account("alex", "", id="7")
    assert "Lovely!" in {post.text for post in FORUM.parse(view.visits, account).posts}
