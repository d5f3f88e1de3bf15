"""Walls, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pytest

from selfaudit.browser.walls import refusal, wall_in
from selfaudit.model.platform import WallSign
from selfaudit.model.visit import Document
from selfaudit.platforms.generic.walls import LOGIN_WALL, Look

ROOT = "https://www.example.org"
WORDS = "A sunny day at the beach with the dogs. " * 60


def a_look(asked: str = "/alex", landed: str | None = None, status: int | None = 200, **seen: Any) -> Look:
    document = Document(f"{ROOT}{landed or asked}", "<html></html>", status)
    return Look(**{"asked": f"{ROOT}{asked}", "document": document, "text": "Alex Morgan", **seen})


@pytest.mark.parametrize(
    "look",
    [
        a_look(landed="/login?next=/alex", passwords=1, title="Sign in"),
        a_look(landed="/login/", title="Log in to see this", headings="Log in"),
        a_look(landed="/accounts/login/", passwords=1),
        a_look(landed="/authwall", title="Join or sign in"),
        a_look(landed="/wp-login.php", passwords=1, buttons="Log In"),
        a_look(landed="/bienvenue", passwords=1, title="Bienvenue"),
        a_look(landed="/welcome", passwords=2, title="Welcome", buttons="Sign up\nLog in", text="x" * 2000),
        a_look(passwords=1, title="Log in | Example", text="Log in\nForgotten password?"),
        a_look(status=401, passwords=1),
        a_look(status=401),
    ],
)
def test_a_sign_in_where_something_else_was_asked_for_is_a_wall(look: Look) -> None:
    wall = wall_in(look)
    assert wall is not None
    assert (wall.reason, wall.alarm) == (LOGIN_WALL, False)


@pytest.mark.parametrize(
    "look",
    [
        a_look(landed="/challenge/action/", headings="Help us confirm it's you"),
        a_look(landed="/checkpoint/1501092823525282/?next=x"),
        a_look(landed="/sorry/index?continue=x", status=429),
        a_look(title="Just a moment...", status=403, frames=("https://challenges.cloudflare.com/turnstile",)),
        a_look(status=403, frames=("https://geo.captcha-delivery.com/captcha/?x=1",)),
        a_look(headings="Verify you are human"),
        a_look(headings="Let\u2019s confirm that you\u2019re not a robot"),
        a_look(headings="Let's do a quick security check"),
        a_look(title="Are you a robot?", text="Please solve the captcha"),
        a_look(text="Our systems have detected unusual traffic from your computer network.", status=429),
        a_look(headings="We suspect automated behaviour on your account"),
        a_look(headings="You\u2019re Temporarily Blocked"),
        a_look(dialogs="Your account has been temporarily locked", items=12, text=WORDS),
        a_look(headings="Too many requests"),
        a_look(status=429, text="slow down"),
        a_look(status=999),
    ],
)
def test_a_site_on_its_guard_is_told_as_such(look: Look) -> None:
    wall = wall_in(look)
    assert wall is not None
    assert wall.alarm


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (a_look(status=403), "HTTP 403"),
        (a_look(status=407), "network that this computer is on"),
        (a_look(status=451), "legal reasons"),
        (a_look(status=500), "fault of its own (HTTP 500)"),
        (a_look(status=503, text="Back soon"), "fault of its own (HTTP 503)"),
        (a_look(headings="Sorry, this page isn't available."), "not available"),
        (a_look(headings="This content isn\u2019t available right now"), "not available"),
        (a_look(landed="/consent?continue=x", headings="Before you continue"), "cookies"),
    ],
)
def test_other_refusals_say_what_they_are(look: Look, words: str) -> None:
    wall = wall_in(look)
    assert wall is not None
    assert words in wall.reason
    assert not wall.alarm


@pytest.mark.parametrize(
    "look",
    [
        a_look(),
        a_look(buttons="Log in\nSign up", text="Alex Morgan\nLog in\nSign up"),
        a_look(title="Log in to follow Alex", text=WORDS, items=9),
        a_look(passwords=1, buttons="Log in", text=WORDS, items=9),
        a_look(passwords=1, buttons="Log in", text=WORDS),
        a_look(passwords=1, asking=True, text=WORDS, items=3, dialogs="Log in to see more"),
        a_look("/settings/password", passwords=3, headings="Change your password", text="Old, new, again"),
        a_look("/settings", landed="/settings/account", passwords=2, headings="Your account"),
        a_look(landed="/alex/", text=WORDS),
        a_look("/me", landed="/alex", text=WORDS, items=5),
        a_look("/me", landed="/alex", text=WORDS, items=5, passwords=1, buttons="Log in"),
        a_look("/blog/how-to-login", headings="How to log in"),
        a_look("/login-tips", landed="/login-tips/", headings="Tips for your login"),
        a_look(
            text="These captcha things! Verify you are human, it said. Unusual traffic from your network.",
            items=1,
        ),
        a_look(text=f"Captcha again: too many requests, you are temporarily blocked. {WORDS}"),
        a_look(text="I had to solve the captcha. The site says this page isn't available."),
        a_look(headings="Unusual traffic on the A19 this morning"),
        a_look(headings="Suspicious activity in the playground: a fox!"),
        a_look(headings="My challenge: ten miles for charity", landed="/challenges-i-like"),
        a_look("/challenge/ten-miles", headings="Ten miles"),
        a_look(frames=("https://www.google.com/recaptcha/api2/anchor?k=1",), text=WORDS),
        a_look(frames=("https://www.google.com/recaptcha/api2/anchor?k=1",), headings="Leave a comment"),
        a_look(dialogs="We use cookies. Accept all or choose.", text=WORDS, items=4),
        a_look(status=404, headings="This page isn't available"),
        a_look(status=410),
        a_look(status=None),
        a_look(status=304),
    ],
)
def test_what_only_looks_like_a_wall_is_none(look: Look) -> None:
    assert wall_in(look) is None


def test_the_sites_own_signs_come_first() -> None:
    own = WallSign("the site wanted a rest", address=r"/login\?next=", alarm=True)
    wall = wall_in(a_look(landed="/login?next=/alex", passwords=1, title="Sign in"), (own,))
    assert wall is not None
    assert (wall.reason, wall.alarm) == ("the site wanted a rest", True)


@pytest.mark.parametrize(
    ("status", "is_wall"), [(200, False), (404, False), (400, False), (403, True), (429, True)]
)
def test_a_data_answer_is_a_wall_by_its_status_alone(status: int, is_wall: bool) -> None:
    assert (refusal(status) is not None) is is_wall
