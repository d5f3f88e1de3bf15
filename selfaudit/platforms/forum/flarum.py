"""Flarum 1: its data answers and the data in its pages. No real capture was to be had: published shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from bs4 import BeautifulSoup

from selfaudit.platforms.forum.engine import Engine, Page, Ways
from selfaudit.platforms.forum.material import Entry, Material, Member, Thread, Who
from selfaudit.platforms.forum.settings import FLARUM as SWITCHES
from selfaudit.platforms.forum.writing import words_of_html
from selfaudit.platforms.generic.answers import parts_of
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.reading import json_of, text_of_html

Data = dict[str, Any]
_A_PAGE = 50


def knows(soup: BeautifulSoup) -> bool:
    """Whether Flarum made this page."""
    return soup.select_one("#flarum-json-payload, #flarum-loading, link[href*='/assets/forum-']") is not None


def read(page: Page) -> Material:
    """Everything that the data in a page tells."""
    script = page.soup.select_one("script#flarum-json-payload")
    payload = json_of(script.get_text()) if script else None
    if not isinstance(payload, dict):
        return Material()
    resources = [*objects(payload.get("resources")), *_resources(payload.get("apiDocument"))]
    found = _material(resources)
    number = id_in(part_of(payload, "session"), "userId")
    signed_in = number not in {None, "0"}
    mine = next((one for one in _of_type(resources, "users") if id_in(one) == number), None)
    if signed_in and mine:
        found.viewer = _member(mine)
    found.nobody = "session" in payload and not signed_in
    about = part_of(payload, "apiDocument", "data")
    if text_in(about, "type") == "users":
        found.about = Who(id_in(about), text_in(_attributes(about), "username") or None)
    return found


def answer(url: str, value: Any) -> Material:
    """Everything that a data answer holds."""
    resources = list(_resources(value))
    found = _material(resources)
    main = part_of(value, "data")
    if text_in(main, "type") == "users" and "/api/users/" in url:
        found.about = Who(id_in(main), text_in(_attributes(main), "username") or None)
    return found


def _resources(value: Any) -> Iterator[Data]:
    main = part_of(value, "data")
    yield from objects([main]) or objects(main)
    yield from objects(part_of(value, "included"))


def _of_type(resources: list[Data], kind: str) -> list[Data]:
    return [one for one in resources if text_in(one, "type") == kind and id_in(one)]


def _attributes(resource: Any) -> Data:
    found = part_of(resource, "attributes")
    return found if isinstance(found, dict) else {}


def _related(resource: Data, name: str) -> str | None:
    return id_in(part_of(resource, "relationships", name, "data"))


def _material(resources: list[Data]) -> Material:
    found = Material()
    people = [one for one in _of_type(resources, "users") if text_in(_attributes(one), "username")]
    names = {id_in(one): text_in(_attributes(one), "username") for one in people}
    threads = {id_in(one): one for one in _of_type(resources, "discussions")}
    for person in people:
        found.members.append(_member(person))
        if isinstance(_attributes(person).get("preferences"), dict):
            # Preferences are sent to their owner alone.
            found.values.append(("flarum", _attributes(person), None))
    for number, thread in threads.items():
        starter = _related(thread, "user")
        if number and starter and "title" in _attributes(thread):
            found.threads.append(Thread(number, Who(starter, names.get(starter) or None), f"/d/{number}"))
    for post in _of_type(resources, "posts"):
        found.entries += [entry for entry in [_entry(post, names, threads)] if entry]
    return found


def _member(resource: Data) -> Member:
    attributes = _attributes(resource)
    email, bio = text_in(attributes, "email"), attributes.get("bio")
    posts = number_in(attributes, "commentCount")
    return Member(
        Who(id_in(resource), text_in(attributes, "username") or None),
        full_name=text_in(attributes, "displayName") or None,
        bio=text_of_html(bio) if isinstance(bio, str) else "" if "joinTime" in attributes else None,
        emails=(email,) if email else (),
        avatar=text_in(attributes, "avatarUrl") or None,
        posts=posts,
    )


def _entry(post: Data, names: dict[str | None, str], threads: dict[str | None, Data]) -> Entry | None:
    attributes, author = _attributes(post), _related(post, "user")
    if text_in(attributes, "contentType") not in {"comment", ""} or author is None:
        return None
    number, place = id_in(post), number_in(attributes, "number")
    words = words_of_html(text_in(attributes, "contentHtml", "content"), "")
    thread = _related(post, "discussion")
    first = place == 1 if place is not None else None
    return Entry(
        id=str(number),
        author=Who(author, names.get(author) or None),
        text=words.text,
        title=text_in(_attributes(threads.get(thread)), "title") if first else "",
        thread=thread,
        first=first,
        time=moment(attributes.get("createdAt")),
        url=f"/d/{thread}/{place}" if thread and place else None,
        links=words.links,
        pictures=words.pictures,
    )


def further(url: str, value: Any) -> str | None:
    """The next part of a list of posts."""
    following = text_in(part_of(value, "links"), "next")
    if following:
        return following
    if len(objects(part_of(value, "data"))) < _A_PAGE:
        return None
    parts = parts_of(url)
    asked = dict(parse_qsl(parts.query))
    offset = int(asked.get("page[offset]", "0") or 0) + _A_PAGE
    return f"{parts.scheme}://{parts.netloc}{parts.path}?{urlencode(asked | {'page[offset]': str(offset)})}"


def _posts(handle: str) -> str:
    asked = f"filter[author]={quote(handle, safe='')}&filter[type]=comment&sort=-createdAt"
    return f"api/posts?{asked}&page[limit]={_A_PAGE}&page[offset]=0"


ENGINE = Engine(
    id="flarum",
    title="Flarum",
    knows=knows,
    read=read,
    answer=answer,
    ways=Ways(
        profile=lambda account: (f"api/users/{account.id}",),
        lists=lambda account: (_posts(account.handle),),
        settings=lambda account: (f"api/users/{account.id}",),
        data=True,
        further=further,
        thread=lambda number: f"api/posts?filter[discussion]={number}&page[limit]={_A_PAGE}&page[offset]=0",
    ),
    switches=SWITCHES,
)
