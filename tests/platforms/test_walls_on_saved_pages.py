"""Saved pages and answers by which a site said "no further", held against every platform's reader.

The pages are invented after what such pages say; none of them is a copy.
"""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.reading import OF_UNKNOWN_FORM
from selfaudit.platforms.saving import SAVED
from selfaudit.saved import read_saved

ME = Account("sampleworker", "told by the test", "1", "Sample Worker")
PARTS = [part for part in Part if part is not Part.OTHER]
MARKS = {
    "forum": '<meta name="generator" content="Discourse 3.3">',
    "blog": '<meta name="generator" content="WordPress 6.6">',
    "mastodon": '<meta name="generator" content="Mastodon 4.3">',
}
FOOTER = "<footer>About Help Privacy Terms Jobs English (UK) Cymraeg Français Deutsch Polski © 2026</footer>"


def a_wall(*lines: str, title: str = "", more: str = "") -> str:
    body = "".join(f"<div>{line}</div>" for line in lines)
    return f"<title>{title}</title><body>{body}{more}{FOOTER}</body>"


def a_form(*names: str) -> str:
    return "<form>" + "".join(f"<input type={name}>" for name in names) + "<button>Log in</button></form>"


PUZZLE = '<iframe src="https://challenges.cloudflare.com/turnstile/x"></iframe>'
KINDS: dict[str, tuple[str, str]] = {
    "sign-in form": (a_wall("Welcome", more=a_form("text", "password")), "sign-in"),
    "sign-in words": (a_wall("You must log in to continue.", title="Log in"), "sign-in"),
    "sign-in or register": (a_wall("<h1>Log in or sign up to see this profile</h1>"), "sign-in"),
    "members only": (a_wall("You must be logged in to view this page."), "sign-in"),
    "just a moment": (
        a_wall(
            "Verifying you are human. This may take a few seconds.", title="Just a moment...", more=PUZZLE
        ),
        "proof that a person",
    ),
    "checking your browser": (
        a_wall("Checking your browser before accessing the site.", "DDoS protection by a guard"),
        "proof that a person",
    ),
    "captcha": (a_wall("<h2>Solve the captcha to continue</h2>"), "proof that a person"),
    "not a robot": (a_wall("Please confirm you&rsquo;re not a robot", more=PUZZLE), "proof that a person"),
    "security verification": (
        a_wall("<h1>Let's do a quick security check</h1>", title="Security Verification"),
        "unusual use|proof that a person",
    ),
    "puzzle": (a_wall("Drag the slider to fit the puzzle", "Verify to continue:"), "proof that a person"),
    "unusual traffic": (
        a_wall("Our systems have detected unusual traffic from your computer network."),
        "unusual",
    ),
    "blocked": (a_wall("You've been blocked by network security."), "guard|unusual|automated"),
    "access denied": (a_wall("<h1>Access denied</h1>"), "guard|proof"),
    "rate limit": (a_wall("Too Many Requests"), "too much|too often"),
    "wait": (a_wall("Please wait a few minutes before you try again."), "too much|too often"),
    "terminated": (a_wall("This account has been terminated."), "closed|suspended"),
    "cookies": (
        a_wall("", more="<div role=dialog><h2>Allow the use of cookies in this browser?</h2></div>"),
        "cookies",
    ),
    "before you continue": (a_wall("<h1>Before you continue</h1>", "We use cookies and data"), "cookies"),
    "not available": (
        a_wall("<h2>Sorry, this page isn't available.</h2>"),
        "not available|no such page|no profile",
    ),
    "protected": (a_wall("These posts are protected"), "let in|approved"),
}
STATUSES = {
    401: "sign-in",
    403: "403",
    404: "no such|no profile|nothing here",
    429: "too much|too often",
    503: "503",
    999: "999",
}

every_platform = pytest.mark.parametrize("platform", PLATFORMS, ids=lambda one: one.id)


def home(platform: Platform) -> str:
    return (platform.live.home if platform.live else None) or "https://hills.example"


def seen(platform: Platform, html: str, *, status: int | None = None, path: str = "sampleworker") -> Visit:
    head = f"<!doctype html><html><head>{MARKS.get(platform.id, '')}</head>"
    return Visit(None, (Document(f"{home(platform)}/{path}", f"{head}{html}</html>", status),))


def nothing_is_clear(snapshot: Snapshot) -> None:
    assert snapshot.read == ()
    assert [part for part in PARTS if snapshot.has(part)] == []


def reasons(snapshot: Snapshot) -> str:
    return "\n".join(gap.reason for gap in snapshot.gaps)


def told(snapshot: Snapshot, words: str) -> bool:
    return any(word in reasons(snapshot) for word in words.split("|"))


@every_platform
@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_wall_is_no_empty_part_and_says_what_it_is(platform: Platform, kind: str) -> None:
    html, words = KINDS[kind]
    for account in (None, ME):
        snapshot = platform.parse([seen(platform, html)], account)
        nothing_is_clear(snapshot)
        assert told(snapshot, words), reasons(snapshot)
        assert OF_UNKNOWN_FORM not in reasons(snapshot)


@every_platform
@pytest.mark.parametrize("status", STATUSES)
def test_a_page_that_was_refused_says_so_even_without_a_word_on_it(platform: Platform, status: int) -> None:
    for html in ("", "<body></body>"):
        snapshot = platform.parse([seen(platform, html, status=status)], ME)
        nothing_is_clear(snapshot)
        assert told(snapshot, STATUSES[status]), reasons(snapshot)


@every_platform
@pytest.mark.parametrize("path", ["login?next=%2Fme", "checkpoint/challenge/", "captcha/", "authwall?x=1"])
def test_an_address_of_a_wall_is_enough(platform: Platform, path: str) -> None:
    html = a_wall("Welcome", more=a_form("text", "password"))
    snapshot = platform.parse([seen(platform, html, path=path)], None)
    nothing_is_clear(snapshot)
    assert told(snapshot, "sign-in|proof that a person|prove who they are|signed in"), reasons(snapshot)


TALK = (
    "Just a moment... these captchas!",
    "You must log in to continue, it said. Please wait a few minutes before you try again.",
    "Rate limit exceeded",
    "Too many requests",
    "Unusual traffic from your side of town",
    "You've been blocked",
    "This account has been suspended",
    "These posts are protected",
    "We use cookies at the bake sale",
    "Sorry, this page isn't available.",
)


def a_talkative_page(platform: Platform) -> Visit:
    """A page that any reader can read: data about the person, and posts about walls, beside a login."""
    address = f"{home(platform)}/sampleworker"
    person = {
        "@type": "Person",
        "name": "Sample Worker",
        "alternateName": "sampleworker",
        "url": address,
        "description": "Gardener. I hate captchas: verify you are human, they say!",
    }
    posts = [
        {"@type": "SocialMediaPosting", "url": f"{address}/{number}", "articleBody": text, "author": person}
        for number, text in enumerate(TALK)
    ]
    page = {"@type": "ProfilePage", "mainEntity": person}
    data = {
        "@context": "https://schema.org",
        "@graph": [page, *posts],
    }
    shown = "".join(f"<article><p>{text}</p></article>" for text in TALK)
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return seen(platform, f"{script}<body><h1>Sample Worker</h1>{shown}{a_form('password')}</body>")


WALL_WORDS = (
    "sign-in", "proof that", "prove who", "unusual", "guard", "too much", "closed, suspended", "cookies",
    "not available", "no such page", "let in", "refused", "approved",
)  # fmt: skip


def wall_gaps(snapshot: Snapshot) -> list[Gap]:
    return [gap for gap in snapshot.gaps if any(word in gap.reason for word in WALL_WORDS)]


def test_posts_about_walls_are_none() -> None:
    (website,) = [one for one in PLATFORMS if one.id == "website"]
    assert wall_gaps(website.parse([a_talkative_page(website)], ME)) == []


def known_good(platform: Platform, media: Path) -> list[Visit]:
    with as_file(files(f"selfaudit.platforms.{platform.id}") / "samples") as folder:
        return [page.visit for page in read_saved(sorted(folder.glob("good*")), media).pages]


def talking(visit: Visit) -> Visit:
    """The same pages with talk of walls, and a way to sign in that is not shown, beneath what is there."""
    talk = "".join(f"<article><h2>{text}</h2></article>" for text in TALK)
    talk += f"<div style='display: none'>{a_form('password')}</div>"
    documents = (replace(one, html=one.html.replace("</body>", f"{talk}</body>")) for one in visit.documents)
    return replace(visit, documents=tuple(documents))


@pytest.mark.parametrize("platform", SAVED, ids=lambda one: one.id)
def test_a_page_with_a_profile_on_it_is_no_wall_whatever_is_said_there(
    platform: Platform, tmp_path: Path
) -> None:
    visits = known_good(platform, tmp_path)
    plain, talked = platform.parse(visits, None), platform.parse([talking(one) for one in visits], None)
    assert wall_gaps(plain) == []
    assert wall_gaps(talked) == []


def test_an_empty_profile_beside_an_offer_to_sign_in_is_no_wall() -> None:
    (x,) = [one for one in PLATFORMS if one.id == "x"]
    name = '<div data-testid="UserName"><span>Sample</span><span>@sampleworker</span></div>'
    offers = (
        '<h2>Sign up now</h2><a data-testid="login" href="/login">Log in</a><div>These posts are quiet</div>'
    )
    bio = '<div data-testid="UserDescription"></div>'
    snapshot = x.parse([seen(x, f"<body><div id=react-root>{name}{bio}{offers}</div></body>")], None)
    assert (snapshot.owner.handle, wall_gaps(snapshot)) == ("sampleworker", [])


def test_a_page_that_came_with_404_and_a_profile_on_it_is_read(tmp_path: Path) -> None:
    (linkedin,) = [one for one in PLATFORMS if one.id == "linkedin"]
    visits = known_good(linkedin, tmp_path)
    odd = [
        replace(one, documents=tuple(replace(page, status=404) for page in one.documents)) for one in visits
    ]
    assert linkedin.parse(odd, None).posts == linkedin.parse(visits, None).posts


def test_nothing_stands_on_a_page_that_had_not_loaded() -> None:
    for platform in PLATFORMS:
        snapshot = platform.parse([seen(platform, "<body><div id=root></div></body>")], None)
        nothing_is_clear(snapshot)
        assert wall_gaps(snapshot) == []
        assert snapshot.gaps


ANSWERS = {
    "asked too much": ("/api/v1/timeline", 429, b"", "too much"),
    "in its body alone": (
        "/graphql/q/Followers",
        200,
        b'{"errors":[{"message":"Rate limit exceeded"}],"data":{"user":{}}}',
        "too much",
    ),
    "signed out": ("/api/settings", 401, b'{"error":"x"}', "sign-in"),
    "an odd number": ("/api/photos", 999, b"<script></script>", "999"),
    "a number in the body": ("/api/comments", 200, b'{"error":{"code":429,"message":"no"}}', "too much"),
    "a fault": ("/api/profile", 503, b"", "503"),
}


@every_platform
@pytest.mark.parametrize("kind", ANSWERS)
def test_where_every_answer_was_refused_nothing_is_known(platform: Platform, kind: str) -> None:
    path, status, body, words = ANSWERS[kind]
    answer = Response(f"{home(platform)}{path}", "application/json", body, status)
    snapshot = platform.parse([Visit(None, responses=(answer,))], None)
    nothing_is_clear(snapshot)
    assert [gap for gap in snapshot.gaps if gap.part is Part.OTHER and words in gap.reason], snapshot.gaps


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/graphql/q/UserFollowers", Part.CONNECTIONS),
        ("/api/settings", Part.SETTINGS),
        ("/api/v1/photos", Part.IMAGES),
        ("/api/comments", Part.COMMENTS),
        ("/voyager/api/feedUpdates", Part.POSTS),
    ],
)
def test_beside_what_was_read_a_refused_answer_is_a_gap_of_its_part(
    path: str, part: Part, tmp_path: Path
) -> None:
    (linkedin,) = [one for one in PLATFORMS if one.id == "linkedin"]
    visits, answer = known_good(linkedin, tmp_path), Response(f"{home(linkedin)}{path}", "", b"", 429)
    told = linkedin.parse([*visits[1:], replace(visits[0], responses=(answer,))], None)
    assert [gap.part for gap in wall_gaps(told)] == [part]


@every_platform
@pytest.mark.parametrize(
    ("url", "status", "body"),
    [
        ("{home}/api/jot/client_event", 429, b""),
        ("{home}/api/feed/ads", 403, b""),
        ("{home}/api/notifications/user", 401, b""),
        ("https://tracker.example/api/profile", 403, b""),
        ("https://tracker.example/posts", 429, b'{"error":"Too many requests"}'),
        ("{home}/api/posts", 200, b'{"data":{"text":"Too many requests"},"errors":[{"message":"slow"}]}'),
        ("{home}/api/posts", 200, b'{"message":"Too many requests, said the baker"}'),
        ("{home}/api/posts", 404, b'{"error":"none"}'),
        ("{home}/x/y", 500, b""),
    ],
)
def test_what_no_reader_would_have_read_is_no_gap(
    platform: Platform, url: str, status: int, body: bytes
) -> None:
    page = seen(platform, "<body><div id=root></div></body>")
    answer = Response(url.format(home=home(platform)), "application/json", body, status)
    with_it = platform.parse([replace(page, responses=(answer,))], None)
    assert wall_gaps(with_it) == []


def test_the_live_doors_own_pages_are_left_to_it() -> None:
    (x,) = [one for one in PLATFORMS if one.id == "x"]
    visit = replace(seen(x, "<body></body>", status=403), part=Part.POSTS)
    assert wall_gaps(x.parse([visit], ME)) == []


def test_a_long_page_of_scripts_left_open_costs_no_time() -> None:
    (website,) = [one for one in PLATFORMS if one.id == "website"]
    for html in ("<script>" * 200_000, "<svg>" * 200_000, "<div hidden>" * 20_000):
        nothing_is_clear(website.parse([seen(website, html)], None))
