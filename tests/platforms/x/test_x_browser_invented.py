"""X's way through, in a real browser, on a small site of this computer that answers as X is said to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from x_material import a_list_of_people, a_timeline, a_tweet, a_user, an_app

from selfaudit.app import capture
from selfaudit.model.codec import load_snapshot
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part, PostKind

ME = a_user(relationship_counts={"followers": 1, "following": 0}, tweet_counts={"tweets": 2})
ASKED = {
    "/sample_worker": "UserTweets",
    "/sample_worker/with_replies": "UserTweetsAndReplies",
    "/sample_worker/followers": "Followers",
}
ANSWERS = {
    "UserTweets": a_timeline(a_tweet("1", "One", ME)),
    "UserTweetsAndReplies": a_timeline(
        a_tweet("2", "@pat Yes", ME, in_reply_to_user_id_str="888"),
        a_tweet("3", "Theirs", a_user("888", "pat")),
    ),
    "Followers": a_list_of_people(a_user("9", "ann")),
}
FACE = '<div data-testid="UserName"><span>Sample</span><span>@sample_worker</span></div>'


class Site(BaseHTTPRequestHandler):
    """Signed in by a cookie; the lists come as data after the page."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/i/api/graphql/"):
            self._send(json.dumps(ANSWERS[path.rsplit("/", 1)[-1]]), "application/json")
        elif path == "/login":
            self._send("<html><body><input type=password></body></html>", "text/html")
        else:
            self._send(self._page(path), "text/html")

    def _page(self, path: str) -> str:
        signed_in = "auth=1" in self.headers.get("Cookie", "")
        ask = ASKED.get(path) if signed_in else None
        script = f"<script>fetch('/i/api/graphql/Q/{ask}?variables=%7B%22userId%22%3A%22777%22%7D')</script>"
        content = FACE if path.startswith("/sample_worker") else ""
        content += "" if signed_in else '<a data-testid="login" href="/login">Log in</a>'
        return an_app(content, viewer="sample_worker" if signed_in else None) + (script if ask else "")

    def _send(self, text: str, kind: str) -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:
        """Nothing is printed."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def sign_in(page: Any) -> None:
    page.evaluate("document.cookie = 'auth=1; path=/'")
    page.goto(page.url.replace("/login", "/home"))


def captured(site: str, folder: Path) -> Snapshot:
    return load_snapshot(capture("x", folder, site=site, sign_in=sign_in, headless=True))


@pytest.mark.browser
def test_one_s_own_account_is_read_through_both_lenses(site: str, tmp_path: Path) -> None:
    snapshot = captured(site, tmp_path / "x")
    assert (snapshot.owner.handle, snapshot.owner.bio) == ("sample_worker", "Walks dogs")
    assert snapshot.proof == "The menu of X's own page named sample_worker as the account that was signed in."
    assert [(post.id, post.kind, post.own, post.lenses) for post in snapshot.posts] == [
        ("1", PostKind.POST, True, (Lens.OWNER,)),
        ("2", PostKind.REPLY, True, (Lens.OWNER,)),
    ]
    assert [(one.handle, one.relation) for one in snapshot.connections] == [("ann", "follower")]
    assert {Part.POSTS, Part.CONNECTIONS} <= set(snapshot.read)
    told = {(gap.part, gap.lens) for gap in snapshot.gaps}
    assert (Part.POSTS, Lens.PUBLIC) in told
    assert (Part.POSTS, Lens.OWNER) not in told
    assert (Part.SETTINGS, Lens.OWNER) in told
