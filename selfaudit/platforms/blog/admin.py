"""WordPress's own pages for whoever is signed in: the bar at the top, the profile form, the list of posts."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from selfaudit.model.visit import Account
from selfaudit.platforms.blog.material import Author, Entry, Material, Person
from selfaudit.platforms.blog.switches import comments
from selfaudit.platforms.reading import visible_text


def profile(soup: BeautifulSoup) -> Person | None:
    """The profile form of the person who is signed in, and of nobody else."""
    login, own = _value(soup, "#user_login"), soup.select_one("body.profile-php")
    if own is None or not login:
        return None
    bio, chosen = soup.select_one("#description"), soup.select_one("#display_name option[selected]")
    picture = soup.select_one(".user-profile-picture img[src], #profile-page img.avatar[src]")
    return Person(
        Author(_value(soup, "#user_id") or None, None, visible_text(chosen) or None),
        login=login,
        bio=bio.get_text().strip() if bio else None,
        email=_value(soup, "#email") or None,
        website=_value(soup, "#url") or None,
        avatar=str(picture["src"]) if picture else None,
        signed_in=True,
    )


def signed_in_person(soup: BeautifulSoup) -> Person | None:
    """Whom the page greets as signed in."""
    greeting = soup.select_one("#wp-admin-bar-my-account, #wp-admin-bar-user-info")
    if greeting is None:
        return profile(soup)
    name = visible_text(greeting.select_one(".display-name"))
    # The sign-in name is shown only where it differs from the name that everybody sees.
    login = visible_text(greeting.select_one(".username")) or name
    return profile(soup) or (
        Person(Author(name=name or None), login=login, signed_in=True) if login else None
    )


def proven(person: Person, site: str | None) -> Account | None:
    """That person as the account whose profile will be read."""
    if not person.login:
        return None
    where = f" on {site}" if site else ""
    return Account(
        handle=person.login,
        proof=f"WordPress{where} named {person.login} as the person who was signed in.",
        id=person.author.number,
        name=person.author.name,
        url=person.page,
    )


def listed_posts(soup: BeautifulSoup) -> Material:
    """The owner's list of posts: titles, audiences and whether others may comment."""
    found = Material()
    for row in soup.select("body.wp-admin #the-list tr.type-post[id^='post-']"):
        found.entries.append(_row(row))
    allowed = {entry.commentable for entry in found.entries if entry.commentable is not None}
    if allowed:
        found.settings.append(comments(True in allowed, None))
    return found


def _row(row: Tag) -> Entry:
    view = row.select_one(".row-actions .view a[href]")
    writer = row.select_one(".column-author a")
    allowed = visible_text(row.select_one(".hidden .comment_status"))
    return Entry(
        number=str(row["id"]).removeprefix("post-"),
        link=str(view["href"]) if view else None,
        title=visible_text(row.select_one(".hidden .post_title"))
        or visible_text(row.select_one(".row-title")),
        protected="post-password-required" in row.get_attribute_list("class"),
        author=Author(
            visible_text(row.select_one(".hidden .post_author")) or None, name=visible_text(writer) or None
        ),
        status=visible_text(row.select_one(".hidden ._status")) or None,
        commentable=allowed == "open" if allowed else None,
    )


def _value(soup: BeautifulSoup, selector: str) -> str:
    tag = soup.select_one(selector)
    return str(tag.get("value", "")).strip() if tag else ""
