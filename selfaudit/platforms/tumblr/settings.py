"""Tumblr's privacy switches, as Tumblr named them in September 2026.

Read from the blog's own record in Tumblr's data (field names as published readers of 2023 to 2026 ask for
them). The settings pages on the screen were never seen by us, so the rest has to be asked of the person.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from selfaudit.platforms.generic.spelling import either
from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable

_PAGE = "https://www.tumblr.com/settings/blog"
_WHERE = "Open Settings, then the blog's name, then Visibility:"
_YES_NO = {False: "No", True: "Yes"}


def _plain(name: str) -> Callable[[Any], Any]:
    return lambda blog: either(blog, name)


def _who(blog: Any) -> Any:
    """Who can see a blog; a blog of the kind ``private`` has a password."""
    if either(blog, "isPasswordProtected") is True or either(blog, "type") == "private":
        return "password"
    hidden = either(blog, "isHiddenFromBlogNetwork")
    return {True: "members", False: "everyone"}.get(hidden) if isinstance(hidden, bool) else None


SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "who_can_see",
            "Who can see the blog",
            {
                "password": "People with the blog's password",
                "members": "People signed in to Tumblr",
                "everyone": "Everyone",
            },
            "People signed in to Tumblr",
            f"{_WHERE} hide it from people without an account; a second blog can have a password",
            _PAGE,
            _who,
        ),
        Switch(
            "search_engines",
            "Whether search engines may show the blog",
            _YES_NO,
            "No",
            f"{_WHERE} switch “Hide from search results” on",
            _PAGE,
            _plain("allowSearchIndexing"),
        ),
        Switch(
            "share_likes",
            "Whether others can see what you like",
            _YES_NO,
            "No",
            "Open Settings, then the blog's name, then Likes: switch sharing off",
            _PAGE,
            _plain("shareLikes"),
        ),
        Switch(
            "share_following",
            "Whether others can see whom you follow",
            _YES_NO,
            "No",
            "Open Settings, then the blog's name, then Following: switch sharing off",
            _PAGE,
            _plain("shareFollowing"),
        ),
        Switch(
            "questions",
            "Whether others can send you questions",
            _YES_NO,
            "No",
            "Open Settings, then the blog's name, then Ask: switch it off",
            _PAGE,
            _plain("ask"),
        ),
    ),
    questions=(
        Question(
            "found_by_email",
            "In Tumblr's settings, under Account: can people find your blog through your e-mail address?",
            "Being found by your e-mail address",
            ("No", "Yes"),
            "Open Settings, then Account, then “Let people find your blogs through this address”: "
            "switch it off",
        ),
        Question(
            "messages",
            "In Tumblr's settings, under your blog, Messaging: are only people you follow let in?",
            "Who can send you messages",
            ("Only people you follow", "Everyone"),
            "Open Settings, then the blog's name, then Messaging",
        ),
        Question(
            "replies",
            "In Tumblr's settings, under your blog, Replies: who can reply to your posts?",
            "Who can reply to your posts",
            ("Only people you follow", "People you follow and long-time followers", "Everyone"),
            "Open Settings, then the blog's name, then Replies",
        ),
    ),
)
