"""Discourse: its data answers, the data in its pages, and its rendered posts.

Rests on real data answers of a test member (published in 2014 to 2016); who is signed in, hidden profiles,
threads and switches follow published descriptions of 2024 and later.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.forum.engine import Engine, Page, Ways
from selfaudit.platforms.forum.material import Entry, Material, Member, Thread, Who
from selfaudit.platforms.forum.settings import DISCOURSE as SWITCHES
from selfaudit.platforms.forum.writing import generator, of_seconds, words_of, words_of_html
from selfaudit.platforms.generic.answers import parts_of
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.reading import json_of, text_of_html, walk_json

_QUOTES = "aside.quote, blockquote"
_OWN = frozenset({"4", "5"})
_A_PAGE, _A_PART = 30, 20
_THOUSANDTHS = 1000
_CUT = ("\N{HORIZONTAL ELLIPSIS}", "&hellip;", "...")


def knows(soup: BeautifulSoup) -> bool:
    """Whether Discourse made this page."""
    if generator(soup).startswith("discourse"):
        return True
    return soup.select_one("#data-discourse-setup, #data-preloaded, meta[name^='discourse']") is not None


def read(page: Page) -> Material:
    """Everything that a page shows: the data in it first, then the posts on the screen."""
    soup, found = page.soup, Material()
    holder = soup.select_one("[data-preloaded]")
    preloaded = json_of(str(holder["data-preloaded"])) if holder else None
    for name, inner in preloaded.items() if isinstance(preloaded, dict) else ():
        value = json_of(inner) if isinstance(inner, str) else inner
        if name == "currentUser" and id_in(value):
            found.viewer = _member(value)
        else:
            found.take(answer(page.url, value))
    root = soup.select_one("html")
    anonymous = root is not None and "anon" in root.get_attribute_list("class")
    found.nobody = found.viewer is None and (anonymous or isinstance(preloaded, dict))
    known = {entry.id for entry in found.entries}
    shown = [_shown(post, page) for post in soup.select("article[data-post-id]")]
    found.entries += [entry for entry in shown if entry and entry.id not in known]
    return found


def answer(_url: str, value: Any) -> Material:
    """Everything that a data answer holds."""
    found = Material()
    current, user = part_of(value, "current_user"), part_of(value, "user")
    if id_in(current) and text_in(current, "username") and _is_member(current):
        found.viewer = _member(current)
    if id_in(user) and text_in(user, "username") and _is_member(user):
        member = _member(user, whole=True)
        found.members.append(member)
        found.about = member.who
        if part_of(user, "can_edit") is True:
            # Only of oneself does Discourse say so to somebody who is no administrator.
            found.values.append(("discourse", user, None))
    for action in objects(part_of(value, "user_actions")):
        found.entries += [entry for entry in [_action(action)] if entry]
    _threads(value, found)
    stream = part_of(value, "post_stream", "posts")
    title = text_in(value, "title")
    loose = [value] if isinstance(value, dict) and "cooked" in value else []
    for post in [*objects(stream), *loose]:
        found.entries += [entry for entry in [_post(post, title)] if entry]
    return found


def _is_member(user: Any) -> bool:
    """Whether a record is of this make: others' answers have users too."""
    return any(name in user for name in ("avatar_template", "trust_level", "unread_notifications"))


def _member(user: Any, *, whole: bool = False) -> Member:
    facts = tuple(("location", text_in(user, name)) for name in ("location",) if text_in(user, name))
    told = [user.get(name) for name in ("bio_raw", "bio_cooked") if name in user]
    bio = next((text_of_html(entry) for entry in told if isinstance(entry, str)), "" if told else None)
    template, website = text_in(user, "avatar_template"), text_in(user, "website")
    return Member(
        Who(id_in(user), text_in(user, "username") or None),
        full_name=text_in(user, "name") or None,
        bio=bio if whole else None,
        emails=(text_in(user, "email"),) if whole and text_in(user, "email") else (),
        links=(website,) if whole and website.removeprefix("http://") else (),
        facts=facts if whole else (),
        url=f"/u/{text_in(user, 'username')}" if whole else None,
        avatar=template.replace("{size}", "288") or None,
        posts=_own_posts(user),
        hidden=part_of(user, "profile_hidden") is True,
    )


def _own_posts(user: Any) -> int | None:
    stats = {id_in(entry, "action_type"): number_in(entry, "count") for entry in objects(user.get("stats"))}
    counts = [stats[kind] for kind in sorted(_OWN) if stats.get(kind) is not None]
    return sum(count for count in counts if count) if counts else None


def _action(action: Any) -> Entry | None:
    """One line of a member's activity: the beginning of what they wrote, or all of it where it is short."""
    kind, thread = id_in(action, "action_type"), id_in(action, "topic_id")
    place = number_in(action, "post_number") or 1
    if kind not in _OWN or thread is None or action.get("deleted") is True:
        return None
    excerpt = text_in(action, "excerpt")
    words = words_of_html(excerpt, "", _QUOTES)
    first = kind == "4" or place == 1
    return Entry(
        id=f"{thread}-{place}",
        author=Who(id_in(action, "acting_user_id") or id_in(action, "user_id"), _author(action) or None),
        text=words.text,
        title=text_in(action, "title") if first else "",
        thread=thread,
        first=first,
        whole=action.get("truncated") is not True and not excerpt.endswith(_CUT) and bool(excerpt),
        time=moment(action.get("created_at")),
        url=f"/t/{text_in(action, 'slug') or '-'}/{thread}/{place}",
        links=words.links,
        pictures=words.pictures,
    )


def _author(action: Any) -> str:
    return text_in(action, "acting_username", "username")


def _threads(value: Any, found: Material) -> None:
    """Threads that a list names, with who began each."""
    people = {id_in(user): text_in(user, "username") for user in objects(part_of(value, "users"))}
    for topic in objects(part_of(value, "topic_list", "topics")):
        number, who = id_in(topic), _starter(topic, people)
        if number is None or not who or text_in(topic, "archetype") == "private_message":
            continue
        address = f"/t/{text_in(topic, 'slug') or '-'}/{number}/1"
        found.threads.append(Thread(number, who, address))
        found.entries.append(
            Entry(
                id=f"{number}-1",
                author=who,
                text="",
                title=text_in(topic, "title"),
                thread=number,
                first=True,
                whole=False,
                time=moment(topic.get("created_at")),
                url=address,
            )
        )


def _starter(topic: Any, people: dict[str | None, str]) -> Who:
    posters = objects(topic.get("posters"))
    first = next((one for one in posters if "Original" in text_in(one, "description")), None)
    number = id_in(first, "user_id")
    return Who(number, people.get(number) or None)


def _post(post: Any, title: str) -> Entry | None:
    thread, place = id_in(post, "topic_id"), number_in(post, "post_number")
    who = Who(id_in(post, "user_id"), text_in(post, "username") or None)
    if thread is None or place is None or not who or post.get("user_deleted") is True:
        return None
    words = words_of_html(text_in(post, "cooked"), "", _QUOTES)
    return Entry(
        id=f"{thread}-{place}",
        author=who,
        text=words.text,
        title=title if place == 1 else "",
        thread=thread,
        first=place == 1,
        time=moment(post.get("created_at")),
        url=f"/t/{text_in(post, 'topic_slug') or '-'}/{thread}/{place}",
        links=words.links,
        pictures=words.pictures,
    )


def _shown(post: Tag, page: Page) -> Entry | None:
    """A post on the screen; its data attributes have kept their names for years."""
    thread = str(post.get("data-topic-id", ""))
    place = str(post.get("id", "")).removeprefix("post_")
    named = post.select_one(".names a[data-user-card], a[data-user-card]")
    body = post.select_one(".cooked")
    number = str(post.get("data-user-id", "")) or None
    if not thread or not place.isdecimal() or body is None or not (named or number):
        return None
    words = words_of(body, page.base, _QUOTES)
    stated = post.select_one("[data-time]")
    return Entry(
        id=f"{thread}-{place}",
        author=Who(number, str(named["data-user-card"]) if named else None),
        text=words.text,
        thread=thread,
        first=place == "1",
        time=of_seconds(stated["data-time"], _THOUSANDTHS) if stated else None,
        url=f"/t/-/{thread}/{place}",
        links=words.links,
        pictures=words.pictures,
    )


def further(url: str, value: Any) -> str | None:
    """The next part of a list: activity is counted on, threads name their next page."""
    more = next(
        (text_in(item, "more_topics_url") for item in walk_json(value) if "more_topics_url" in item), ""
    )
    if more:
        path, _, query = more.partition("?")
        return f"{path if path.endswith('.json') else f'{path}.json'}?{query}"
    parts = parts_of(url)
    asked = dict(parse_qsl(parts.query))
    if _more_posts(value, asked.get("page", "1")):
        following = str(int(asked.get("page", "1")) + 1)
        return f"{parts.scheme}://{parts.netloc}{parts.path}?page={following}"
    if len(objects(part_of(value, "user_actions"))) < _A_PAGE:
        return None
    offset = int(asked.get("offset", "0") or 0) + _A_PAGE
    return f"{parts.scheme}://{parts.netloc}{parts.path}?{urlencode(asked | {'offset': str(offset)})}"


def _more_posts(value: Any, page: str) -> bool:
    """Whether a thread has more posts than the pages of it up to this one."""
    total = number_in(value, "posts_count")
    shown = objects(part_of(value, "post_stream", "posts"))
    return bool(shown) and total is not None and page.isdecimal() and int(page) * _A_PART < total


def _whole(entry: Entry) -> str | None:
    place = entry.id.rpartition("-")[2]
    return f"t/{entry.thread}/{place}.json" if entry.thread else None


def _name(handle: str) -> str:
    return quote(re.sub(r"\s", "", handle), safe="")


ENGINE = Engine(
    id="discourse",
    title="Discourse",
    knows=knows,
    read=read,
    answer=answer,
    ways=Ways(
        profile=lambda account: (f"u/{_name(account.handle)}.json",),
        lists=lambda account: (
            f"user_actions.json?username={_name(account.handle)}&filter=4,5&offset=0",
            f"topics/created-by/{_name(account.handle)}.json",
        ),
        settings=lambda account: (f"u/{_name(account.handle)}.json",),
        proof="session/current.json",
        data=True,
        further=further,
        whole=_whole,
        thread=lambda number: f"t/{number}.json",
    ),
    switches=SWITCHES,
)
