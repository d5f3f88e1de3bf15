"""How Tumblr says "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

NOT_FOUND = "Tumblr says that there is nothing here"

WALLS = (
    WallSign(
        "Tumblr asks for a sign-in before it shows this",
        address=r"//[^/]*tumblr\.com/(login|register|login_required/[^?]*)(/|\?|$)",
    ),
    WallSign(
        "Tumblr asks for a sign-in before it shows this",
        text=r"(?m)^(this tumblr is (only )?(viewable|available|visible) (on the dash|to (log|reg))"
        r"|this blog is only (viewable|visible) (on|to)\b|you need to (log|sign) in to (see|view) this)",
    ),
    WallSign(
        "Tumblr asks for the password of this blog",
        text=r"(?m)^this (tumblr|tumblelog|blog) (is password[- ]protected|requires a password)",
    ),
    WallSign(
        "Tumblr wanted an answer about cookies or age first, which only you can give",
        address=r"//[^/]*tumblr\.com/(privacy/consent|safe-mode)",
    ),
    WallSign(
        "Tumblr wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"(?m)^please (complete|solve) the captcha\b",
        alarm=True,
    ),
    WallSign(
        "Tumblr said that it had been asked too much in a short time",
        text=r"(?m)^(limit exceeded\.?$|you.ve hit the request limit\b)",
        alarm=True,
    ),
    WallSign(
        "Tumblr says that this account was suspended or closed",
        text=r"(?m)^this (account|blog) (was|has been|is) (terminated|suspended)\.?$",
    ),
    WallSign(NOT_FOUND, status=404),
    WallSign(NOT_FOUND, text=r"(?m)^whatever you were looking for doesn.t (currently )?exist"),
)
