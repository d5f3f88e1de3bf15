"""A blog's privacy switches, as WordPress 6 and WordPress.com named them in autumn 2026."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urljoin

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.switches import Switch, SwitchTable

_ENGINES = Switch(
    "search_engines",
    "Your blog in search engines",
    {False: "Asked to keep out", True: "Welcome"},
    "Asked to keep out",
    "Open Settings, then Reading: tick “Discourage search engines from indexing this site” "
    "(an administrator of the blog can do it)",
    "/wp-admin/options-reading.php",
)
_COMMENTS = Switch(
    "comments",
    "Comments by other people under your posts",
    {False: "Closed", True: "Open on some posts"},
    "Closed",
    "On each post: Discussion, untick “Allow comments”. For new posts, open Settings, then Discussion",
    "/wp-admin/edit.php",
)
_VISIBILITY = Switch(
    "visibility",
    "Who can read your blog",
    {
        "-1": "Private: only people you invite",
        "0": "Public, but search engines are asked to keep out",
        "1": "Public, and search engines are welcome",
    },
    "Private: only people you invite",
    "Open Settings, then General, then Privacy: choose “Private”",
    "",
    optional=True,  # WordPress.com alone has it
)
SWITCHES = SwitchTable(as_of=date(2026, 9, 1), switches=(_ENGINES, _COMMENTS, _VISIBILITY))


def search_engines(allowed: bool, site: str | None) -> Setting:
    """Whether the blog asks search engines to leave it out."""
    return _found(_ENGINES, _ENGINES.words[allowed], site)


def comments(open_: bool, site: str | None) -> Setting:
    """Whether anybody can write under the posts."""
    return _found(_COMMENTS, _COMMENTS.words[open_], site)


def visibility(blog_public: str) -> Setting | None:
    """Who may read the blog at all, as WordPress.com's settings carry it."""
    value = _VISIBILITY.words.get(blog_public)
    return _found(_VISIBILITY, value, None) if value or blog_public else None


def _found(switch: Switch, value: str | None, site: str | None) -> Setting:
    return replace(SWITCHES.setting(switch, value), url=urljoin(site, switch.url) if site else None)


def each_once(found: Iterable[Setting], at: datetime | None) -> tuple[Setting, ...]:
    """The first word on each switch, held against the table as old as it was at that moment."""
    known = {switch.name: switch for switch in SWITCHES.switches}
    first = {one.name: one for one in reversed(tuple(found))}
    return tuple(
        replace(SWITCHES.setting(known[name], one.value, at), url=one.url) for name, one in first.items()
    )
