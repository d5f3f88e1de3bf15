"""The three walks in a real browser, on a small site of our own that carries data as Meta's pages do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from meta_pages import defining, document, result, user

from selfaudit.assembly import assemble
from selfaudit.browser.capture import capture
from selfaudit.model.platform import Platform
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.instagram import INSTAGRAM
from selfaudit.platforms.threads import THREADS

USER = {
    "pk": "1",
    "username": "me.too",
    "biography": "Tea",
    "text_post_app_is_private": True,
    "is_private": True,
}
MEDIA = {"pk": "9", "code": "AAAAA", "taken_at": 1789000000, "caption": {"text": "Hello"}, "user": USER}
STORY = {
    "__typename": "Story",
    "post_id": "AAAAA",
    "comet_sections": {"content": {"story": {"actors": [{"id": "1"}], "message": {"text": "Hello"}}}},
}
OWN = {
    "facebook": (
        user("1", "Me"),
        result({"user": {"id": "1", "timeline_list_feed_units": {"edges": [{"node": STORY}]}}}),
    ),
    "instagram": (
        defining("PolarisViewer", {"data": {"id": "1", "username": "me.too"}}),
        result({"user": USER, "items": [MEDIA]}),
    ),
    "threads": (
        result({"viewer": {"user": USER}}),
        result({"user": USER}),
        result({"mediaData": {"edges": [{"node": {"thread_items": [{"post": MEDIA}]}}]}}),
    ),
}


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Iterator[str]:
    """Shows the owner's data to whoever has signed in, and a sign-in to everybody else."""
    own = document(*OWN[request.param], url="", body="<main>My page</main>").html

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            entering = self.path == "/enter"
            signed_in = entering or "signed=in" in (self.headers.get("cookie") or "")
            wall = "<title>Log in</title><form>Log in<input type=password></form>"
            self.send_response(302 if self.path == "/me/" else 200)
            self.send_header("content-type", "text/html")
            if self.path == "/me/":
                self.send_header("location", "/me.too")
            if entering:
                self.send_header("set-cookie", "signed=in; Path=/")
            self.end_headers()
            self.wfile.write((own if signed_in else wall).encode())

        def log_message(self, *_told: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("site", "platform"),
    [("facebook", FACEBOOK), ("instagram", INSTAGRAM), ("threads", THREADS)],
    indirect=["site"],
    ids=["facebook", "instagram", "threads"],
)
def test_a_walk_reads_the_signed_in_persons_posts_and_tells_a_stranger_met_a_wall(
    site: str, platform: Platform, tmp_path: Path
) -> None:
    assert platform.live is not None
    captured = capture(
        platform,
        site=site,
        media_folder=tmp_path,
        sign_in=lambda page: page.goto(f"{site}/enter"),
        headless=True,
        progress=Silent(),
    )
    snapshot = assemble(platform, platform.live, captured, site)
    assert (captured.account.handle, captured.account.id) == ("me.too", "1")
    assert [(post.id, post.text, post.own, post.lenses) for post in snapshot.posts] == [
        ("AAAAA", "Hello", True, (Lens.OWNER,))
    ]
    assert captured.stops == {
        Lens.OWNER: None,
        Lens.PUBLIC: "the site asks for a sign-in before it shows this",
    }
    assert snapshot.gaps_in(frozenset({Part.POSTS}), Lens.PUBLIC)
    assert snapshot.gaps_in(frozenset({Part.POSTS}))
