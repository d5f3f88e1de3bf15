"""phpBB's "download my data" and "download my posts", which some boards add (extension privacyprotection).

What this rests on: the published program that writes them; phpBB itself has no such download, and the samples
are constructed. Times are of the member's own clock, whose zone the file with the account names. Addresses of
computers are never kept, nor are private messages in these files.
"""

from __future__ import annotations

import re
from datetime import tzinfo

from selfaudit.model.export import Archive, TableForm
from selfaudit.model.snapshot import Fact, Owner, Post
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.exported import UNKNOWN_POST, Export
from selfaudit.platforms.forum.brackets import without_codes, without_quotations
from selfaudit.platforms.forum.writing import in_zone, zone_named
from selfaudit.platforms.generic.markup import links_in, written_text
from selfaudit.platforms.generic.tables import headed
from selfaudit.platforms.reading import ItemUnreadable, soup_of

_POSTS = (("post_id", "topic_id", "post_text"), "my_post_data*.csv")
_ACCOUNT = (("user_id", "username"), "my_user_data*.csv")
_FORM = TableForm(spaced=True)
_FORMATTED = re.compile(r"^<[rt][ >]")
_MARKS = "quote, s, e, i"
"""Quotations of others, and in what phpBB stores of a post, the signs that begin and end each formatting."""
_FIELDS = (("pf_phpbb_location", "Location"), ("pf_phpbb_occupation", "Work"), ("user_birthday", "Birthday"))


def posts_table(archive: Archive) -> tuple[str, ...]:
    """The table of posts."""
    return headed(archive, *_POSTS)


def account_table(archive: Archive) -> tuple[str, ...]:
    """The table with the account, of one row."""
    return headed(archive, *_ACCOUNT)


def account(export: Export) -> dict[str, str]:
    """The account's row, an empty one where it is not there."""
    return next(export.rows(Part.BIO, account_table(export.archive), _FORM), {})


def owner_of(row: dict[str, str]) -> Owner:
    """Name, address and what the account tells of its owner."""
    told = {key: value.strip() for key, value in row.items() if value.strip()}
    website = told.get("pf_phpbb_website")
    signature = _words(told.get("user_sig", ""))[0]
    return Owner(
        handle=told.get("username"),
        bio=signature if row else None,
        emails=tuple(filter(None, (told.get("user_email"),))),
        links=(website,) if website else (),
        facts=tuple(Fact(label, told[key]) for key, label in _FIELDS if key in told),
    )


def posts_of(export: Export, zone: tzinfo | None) -> tuple[Post, ...]:
    """Every post."""
    names = posts_table(export.archive)
    export.note(names, Part.POSTS)
    return export.keep(Part.POSTS, lambda row: _post(row, zone), export.rows(Part.POSTS, names, _FORM))


def zone_of(row: dict[str, str]) -> tzinfo | None:
    """The zone of the member's clock; ``None`` where it is not told, and then no post has a time."""
    return zone_named(row.get("user_timezone", "").strip())


def _post(row: dict[str, str], zone: tzinfo | None) -> Post:
    number = row.get("post_id", "").strip()
    if not number.isdecimal() or "post_text" not in row:
        raise ItemUnreadable(UNKNOWN_POST)
    title = written_text(soup_of(row.get("post_subject", "")))
    text, links = _words(row["post_text"])
    answers = title.casefold().startswith("re:")
    return Post(
        number,
        "\n".join(filter(None, ("" if answers else title, text))),
        PostKind.REPLY if answers else PostKind.POST,
        time=in_zone(row.get("post_time", ""), zone),
        links=links,
    )


def _words(stored: str) -> tuple[str, tuple[str, ...]]:
    """The words and links of a text as phpBB stores it, in today's form or with codes in brackets."""
    if not _FORMATTED.match(stored):
        soup = soup_of(without_codes(without_quotations(stored)).replace("\n", "<br>"))
        return written_text(soup), links_in(soup, "")
    soup = soup_of(stored)
    for mark in soup.select(_MARKS):
        mark.extract()
    addresses = (str(link["url"]) for link in soup.select("url[url]"))
    links = dict.fromkeys(one for one in addresses if one.startswith(("https://", "http://")))
    return written_text(soup), tuple(links)
