"""Private messages, told by the names under which networks' exports keep them: no door reads any of them.

What is surely so is never opened. A page whose name only looks so is a saved page where it tells from which
address in the web it came, as no page of an export does.
"""

from __future__ import annotations

import re
from pathlib import Path

from selfaudit.saved.kinds import HAR, MHTML, PAGES, WEBARCHIVE, ending

PRIVATE = "holds private messages; selfaudit does not read those"
MAY_BE_PRIVATE = (
    "is called or lies as private messages in an export do, and those are never read; if you saved this page"
    " from the web, save it again under another name and in another folder"
)
BESIDE_PRIVATE = (
    "lies in an export beside private messages, and has a form that this version does not know; nothing of it"
    " was read"
)
_ABOVE = 5
_OF_BROWSERS = PAGES | MHTML | WEBARCHIVE | HAR
"""Kinds of files in which browsers save; networks hand out messages in the first of them, too."""
_SPACES = re.compile(r"[ -]")
_SURE = re.compile(
    r"""
    # Facebook and Instagram, with Messenger
    /your_[a-z]+_activity/messages/
    | /messages/(?:inbox|archived_threads|filtered_threads|message_requests|e2ee\w*|\w+_threads)/
    | /messages/(?:[^/]+/)*messages?(?:_\d+)?\.(?:html?|json)$
    | /(?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)/[^/]+/message_\d+\.
    # Snapchat, and Reddit's chats
    | /(?:chat|snap|talk)_history(?:/|\.(?:html?|json|csv|txt)$)
    # X, and TikTok as text
    | /(?:deleted_)?direct_messages?(?:/|[^/]*\.(?:js|json|csv|txt)$)
    # LinkedIn and Reddit
    | /(?:\w+_)?(?:messages|message_headers|messages_archive)\.csv$
    # Flickr
    | /(?:received|sent)_flickrmail_part\d+\.
    # Bluesky
    | /chat\.jsonl$
    # Google, beside YouTube
    | /takeout/(?:google_chat|hangouts|voice|mail)/
    """,
    re.VERBOSE,
)
_OF_CHANNELS = re.compile(r"/messages/(?:index\.json|c?\d+/(?:channel|messages)\.(?:json|csv))$")
"""Discord's: what was written in public lies among messages, and its reader alone can tell the two apart."""
_A_COPY = re.compile(r"(?:message_\d+|messages?_*\(\d+\)|(?:chat|snap|talk)_history)[^/]*\.(?:html?|xhtml)$")
"""Browsers and file managers rename copies, as "message_1 (1).html", "Kim message_1.html"."""
_PERHAPS = re.compile(
    r"/messages?(?:_?\d+)?\.(?:html?|xhtml|json|xml)$"
    r"|/subpage_[^/]+\.html?$"
    r"|/(?:messages|direct_messages|conversations|chats|inbox|archived_threads|filtered_threads"
    r"|message_requests)/"
)


def place_of(path: Path) -> str:
    """The name of a file or folder with those of the folders that it lies in: a thread is known by those."""
    return "/".join(path.absolute().parts[-_ABOVE:])


def is_private(name: str) -> bool:
    """Whether a file of this path can only hold private messages, or is data that may."""
    folded = _folded(name)
    return bool(_SURE.search(folded)) or (ending(name) not in _OF_BROWSERS and bool(_PERHAPS.search(folded)))


def is_of_channels(name: str) -> bool:
    """Whether a file of this path may be read by the reader of its network, which leaves the private ones."""
    return bool(_OF_CHANNELS.search(_folded(name)))


def may_be_private(name: str) -> bool:
    """Whether a page of this path may hold private messages."""
    folded = _folded(name)
    return ending(name) in PAGES and bool(_PERHAPS.search(folded) or _A_COPY.search(folded))


def _folded(name: str) -> str:
    return _SPACES.sub("_", f"/{name}".casefold())
