"""Our own replicas of networks that cannot be had here: sign-in, sessions, walls, and what they hold.

Rank of evidence: OUR OWN REPLICA. Each is built from the facts collected about the real network, two
generations of its mark-up and answers each. A reader that passes here reads what we believe the network
sends; that the network really sends it is not shown by this. Everybody in them is invented.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from browser.little_site import picture
from playwright.sync_api import Page

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind

USER, PASSWORD, WRONG, CODE = "ellis@school.example", "right horse", "wrong horse", "246810"
BOTH, OWNER, PUBLIC = (Lens.OWNER, Lens.PUBLIC), (Lens.OWNER,), (Lens.PUBLIC,)
Data = dict[str, Any]
Gapped = tuple[Part, Lens | None, int | None]


class Row(NamedTuple):
    """A post as the server holds it, and as a snapshot should tell it."""

    id: str
    text: str
    time: datetime | None
    audience: Audience
    kind: PostKind = PostKind.POST
    own: bool = True
    parent: str | None = None
    author: str | None = None
    lenses: tuple[Lens, ...] = OWNER


def rows(snapshot: Snapshot) -> list[Row]:
    """Every post of a snapshot, in an order of its own."""
    found = [
        Row(p.id, p.text, p.time, p.audience, p.kind, p.own, p.parent, p.author, p.lenses)
        for p in snapshot.posts
    ]
    return sorted(found, key=lambda row: row.id)


def gaps(snapshot: Snapshot) -> list[Gapped]:
    """Every gap without its words."""
    return in_order((gap.part, gap.lens, gap.count) for gap in snapshot.gaps)


def in_order(found: Iterable[Gapped]) -> list[Gapped]:
    """Gaps in an order of their own; a missing lens or count is no obstacle."""
    return sorted(found, key=lambda gap: tuple(str(value or "") for value in gap))


def moment(day: int, hour: int = 9) -> datetime:
    """A morning in spring, so many days after the first of March."""
    return datetime.fromtimestamp(datetime(2026, 3, 1, hour, tzinfo=UTC).timestamp() + day * 86_400, UTC)


def seconds(at: datetime) -> int:
    return int(at.timestamp())


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    cookies: dict[str, str]
    address: str
    body: str


@dataclass(frozen=True)
class Reply:
    """What the server answers."""

    body: str | bytes = ""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


def go(where: str, **cookies: str) -> Reply:
    """On to another address, with cookies to take along."""
    told = {"set-cookie": "; ".join([f"{name}={value}" for name, value in cookies.items()] + ["Path=/"])}
    return Reply(status=302, headers={"location": where, **(told if cookies else {})})


def answer(*values: Any, guard: str = "") -> Reply:
    """A data answer, a line for each of its documents."""
    return Reply(guard + "\n".join(json.dumps(value) for value in values), kind="application/json")


@dataclass(frozen=True)
class Entry:
    """The way in: the network's own addresses and names of fields."""

    login: str
    sent_to: str
    user: str
    password: str
    second: str
    code: str
    after: str
    home: str


class Replica:
    """A network. What it holds is fixed.

    Attributes:
        reading: addresses to which its own pages send a POST only to read.
        changes: what anybody asked it to change.
        stops: what it answers instead below some addresses: its walls.
    """

    entry: Entry
    reading: tuple[str, ...] = ()
    title = ""

    def __init__(self, generation: str) -> None:
        self.generation = generation
        self.site = ""
        self.asked: list[Asked] = []
        self.changes: list[str] = []
        self.refused_passwords = 0
        self.stops: dict[str, Reply] = {}

    def answer(self, asked: Asked, *, signed_in: bool) -> Reply:
        """The network's own pages and data."""
        raise NotImplementedError

    def expected(self) -> list[Row]:
        """Every post that a capture of the account should bring, by what is held here."""
        raise NotImplementedError

    def respond(self, asked: Asked) -> Reply:
        """The answer to one request: pictures, the way in, or the network itself."""
        self.asked.append(asked)
        if asked.path.startswith("/pictures/"):
            return Reply(picture(int(asked.path[10:-4])), kind="image/png")
        on_the_way = self.way_in(asked)
        if on_the_way is not None:
            return on_the_way
        for start, wall in self.stops.items():
            if asked.address.removeprefix(self.site).startswith(start):
                return wall
        if asked.method == "POST" and asked.path not in self.reading:
            self.changes.append(asked.path)
            return answer({"status": "ok"})
        if asked.path.startswith(("/change/", "/logout")):
            self.changes.append(asked.path)
        return self.answer(asked, signed_in=asked.cookies.get("session") == "ellis")

    def way_in(self, asked: Asked) -> Reply | None:
        """Password, second factor, one more question; ``None`` for all other addresses."""
        way = self.entry
        if asked.path == way.login and asked.method == "GET":
            return Reply(self.login_page())
        if asked.path == way.sent_to and asked.method == "POST":
            if asked.form.get(way.user) == USER and asked.form.get(way.password) == PASSWORD:
                return go(way.second, half="ellis")
            self.refused_passwords += 1
            return Reply(self.login_page("The password that you entered is incorrect."))
        if asked.path == way.second:
            return self._second(asked)
        if asked.path == way.after:
            return Reply(
                self.shell(f'<h1>One more thing</h1>{TRAPS}<a id=skip href="{way.home}">Not now</a>')
            )
        return None

    def _second(self, asked: Asked) -> Reply:
        way = self.entry
        if asked.method == "POST" and asked.cookies.get("half") and asked.form.get(way.code) == CODE:
            return go(way.after, session="ellis")
        form = (
            f'<h1>Enter the code</h1><form method=post action="{way.second}"><input name={way.code} id=code>'
        )
        return Reply(self.shell(f"{form}<button id=go>Continue</button></form>"))

    def login_page(self, told: str = "") -> str:
        """The form at the network's own address, with a banner about cookies over it."""
        way = self.entry
        return self.shell(
            f"<h1>Log in</h1><p id=told>{told}</p><form method=post action='{way.sent_to}'>"
            f"<input name={way.user} id=user><input type=password name={way.password} id=password>"
            f"<button id=go>Log in</button></form>{COOKIES}"
        )

    def shell(self, body: str, head: str = "") -> str:
        """A page of the network."""
        return (
            f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{self.title}</title>{head}</head>"
            f"<body>{body}</body></html>"
        )

    def types_itself_in(self, page: Page, counts_as_signed_in: Callable[[], bool]) -> None:
        """Sign in as a person does: a wrong password first, then the right one, the code, "Not now"."""
        for password in (WRONG, PASSWORD):
            assert not counts_as_signed_in()
            self.types_password(page, password)
        assert not counts_as_signed_in()
        page.fill("#code", CODE)
        page.click("#go")
        page.click("#skip")
        page.wait_for_load_state()

    def types_password(self, page: Page, password: str) -> None:
        """Fill in the form and send it; wait for what comes of it."""
        page.fill("#user", USER)
        page.fill("#password", password)
        page.click("#go")
        page.wait_for_selector("#told:not(:empty)" if password == WRONG else "#code")


COOKIES = (
    "<div role=dialog aria-label=Cookies style='position:fixed;bottom:0;right:0;width:300px'>"
    "Allow the use of cookies? "
    "<button onclick=\"fetch('/cookies', {method: 'POST'})\">Allow all</button></div>"
)
"""A banner that nobody may answer but the person."""
TRAPS = (
    "<form method=post action=/change/save><button>Save</button></form>"
    "<button onclick=\"fetch('/change/delete', {method: 'POST'})\">Delete</button>"
    '<a href="/change/follow">Follow</a> <a href="/logout">Log out</a>'
)
"""Whatever is touched here changes something."""


def program(name: str) -> str:
    """A page's own script."""
    return (Path(__file__).parent / "programs" / f"{name}.js").read_text(encoding="utf-8")


LAZY = program("lazy")
"""What the pages' scripts share: finding by name, making elements, and loading when the end comes near."""


def stretch(items: Sequence[Any], cursor: str | None, size: int) -> tuple[Sequence[Any], str | None]:
    """The next items of a list, and the mark to go on with, ``None`` at its end."""
    start = int(cursor.removeprefix("after-")) if cursor else 0
    end = start + size
    return items[start:end], f"after-{end}" if end < len(items) else None
