"""A replica of a Mastodon server, after its published API and recorded answers; everybody is invented.

It answers owner and stranger differently as Mastodon does, and hands lists of people out in stretches whose
next one only the ``Link`` header names.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from browser.little_site import Asked, LittleSite, Reply, picture

ME, HANDLE, TOKEN, PASSWORD = "109", "sampleworker", "an-invented-token", "an invented password"
_STRETCH = 3
_FORM = (
    "<title>Log in</title><h1>Log in</h1><form method=post action=/auth/sign_in><input id=user_email name=e>"
    "<input type=password id=user_password name=p><button>Log in</button></form>"
)
_PEOPLE = """<main id=people></main><script>
const token = TOKEN, headers = token ? {Authorization: 'Bearer ' + token} : {};
let next = '/api/v1/accounts/109/LIST?limit=3', busy = false;
async function more() {
  if (busy || !next) return;
  busy = true;
  const answer = await fetch(next, {headers});
  for (const person of await answer.json()) {
    const line = document.createElement('p');
    line.style.height = '400px';
    line.textContent = '@' + person.acct + ' is one of the people on this list';
    document.getElementById('people').append(line);
  }
  const link = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') || '');
  next = link && new URL(link[1]).pathname + new URL(link[1]).search;
  busy = false;
}
more();
addEventListener('scroll', more);
</script>"""


def an_account(number: str, handle: str, **more: Any) -> dict[str, Any]:
    shown = {"display_name": handle.title(), "note": "", "url": f"https://hills.example/@{handle}"}
    return {"id": number, "acct": handle, "username": handle.partition("@")[0], **shown, **more}


def a_status(number: int, text: str, visibility: str = "public", **more: Any) -> dict[str, Any]:
    return {
        "id": str(1000 + number),
        "content": f"<p>{text}</p>",
        "created_at": f"2026-03-01T{number // 60 % 24:02d}:{number % 60:02d}:00.000Z",
        "visibility": visibility,
        "replies_count": 0,
        "media_attachments": [],
        **more,
    }


PEOPLE = [an_account(str(300 + number), f"person{number}") for number in range(7)]


@dataclass
class Mastodon(LittleSite):
    """The server; ``closed`` is one that answers strangers' questions for data with a refusal."""

    statuses: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    hides_people: bool = False
    closed: bool = False
    account: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        LittleSite.__init__(self)

    def answer(self, asked: Asked, sent: str) -> Reply:
        parts = urlsplit(asked.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path.startswith("/api/v1/"):
            own = asked.headers.get("Authorization") == f"Bearer {TOKEN}"
            if self.closed and not own:
                return _json({"error": "This method requires an authenticated user"}, 401)
            return self._data(parts.path.removeprefix("/api/v1/"), query, own=own)
        if parts.path.startswith("/pictures/"):
            return Reply(picture(int(parts.path[10:-4])), kind="image/png")
        if parts.path == "/auth/sign_in":
            return self._sign_in(asked, sent)
        return self._page(parts.path, signed_in=asked.signed_in)

    def _sign_in(self, asked: Asked, sent: str) -> Reply:
        if asked.method == "GET" or parse_qs(sent).get("p") != [PASSWORD]:
            return Reply(("<p class=alert>Invalid password.</p>" if sent else "") + _FORM)
        return Reply("", 303, headers={"Location": "/", "Set-Cookie": "session=alex; Path=/"})

    def _page(self, path: str, *, signed_in: bool) -> Reply:
        meta = {"domain": "hills.example", "me": ME, "access_token": TOKEN} if signed_in else {"me": None}
        state = {"meta": meta, "accounts": {ME: self._record(own=True)} if signed_in else {}}
        shown = f'<script id="initial-state" type="application/json">{json.dumps(state)}</script>'
        if path.startswith(f"/@{HANDLE}"):
            shown += f'<meta property="profile:username" content="{HANDLE}@hills.example">'
        if path == f"/@{HANDLE}/media":
            shown += "".join(
                f'<img src="{one["preview_url"]}">'
                for status in self._visible(own=signed_in)
                for one in status["media_attachments"]
            )
        if path in {f"/@{HANDLE}/followers", f"/@{HANDLE}/following"}:
            script = _PEOPLE.replace("TOKEN", json.dumps(TOKEN if signed_in else None), 1)
            shown += script.replace("LIST", path.rpartition("/")[2])
        return Reply(f'<title>Hills</title><div id="mastodon"></div>{shown}')

    def _data(self, route: str, query: dict[str, str], *, own: bool) -> Reply:
        if route == "accounts/verify_credentials" and own:
            return _json(self._record(own=True))
        if route == "preferences" and own:
            return _json({"posting:default:visibility": "private"})
        if route == "accounts/lookup":
            return _json(self._record(own=False))
        if route == f"accounts/{ME}/statuses":
            before = int(query.get("max_id", 10**6))
            older = [one for one in self._visible(own=own) if int(one["id"]) < before]
            return _json(older[: int(query["limit"])])
        if route in {f"accounts/{ME}/followers", f"accounts/{ME}/following"}:
            return self._people(route, query, own=own)
        number = route.split("/")[1] if route.endswith("/context") else ""
        if number:
            return _json({"ancestors": [], "descendants": self.answers.get(number, [])})
        return _json({"error": "Record not found"}, 404)

    def _people(self, route: str, query: dict[str, str], *, own: bool) -> Reply:
        if self.hides_people and not own:
            return _json([])
        every = PEOPLE if route.endswith("followers") else PEOPLE[:2]
        start = int(query.get("max_id", 0))
        end = start + _STRETCH
        more = {"Link": f'<{self.root}/api/v1/{route}?max_id={end}>; rel="next"'} if end < len(every) else {}
        return Reply(json.dumps(every[start:end]), kind="application/json", headers=more)

    def _visible(self, *, own: bool) -> list[dict[str, Any]]:
        """Newest first; strangers get what is public, quietly or not."""
        author = an_account(ME, HANDLE)
        shown = [one for one in self.statuses if own or one["visibility"] in {"public", "unlisted"}]
        return [{**one, "account": author} for one in sorted(shown, key=lambda one: -int(one["id"]))]

    def _record(self, *, own: bool) -> dict[str, Any]:
        counts = {"followers_count": len(PEOPLE), "following_count": 2, "statuses_count": len(self.statuses)}
        switches = {"locked": False, "discoverable": True, "indexable": None, "noindex": True}
        record = an_account(ME, HANDLE, **counts, **switches, **self.account)
        record["hide_collections"] = self.hides_people
        return {**record, "source": {"privacy": "private"}} if own else record


def _json(value: Any, status: int = 200) -> Reply:
    return Reply(json.dumps(value), status, "application/json")
