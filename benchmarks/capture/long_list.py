"""A made-up site with one very long list of posts, lazily loaded as JSON, and the way through it.

Run as a program it serves that site on loopback and prints its address; it ends when its input does.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from urllib.parse import parse_qs, urlsplit

from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part

_FEWEST, _MOST = 12, 20
_WORDS = (
    "walk",
    "tea",
    "garden",
    "match",
    "weather",
    "kettle",
    "bus",
    "song",
    "biscuit",
    "river",
    "parcel",
    "fence",
)

PAGE = """<!doctype html><title>Posts</title><body data-account=alex><main></main>
<div id=end>more</div><script>
let next = 0, busy = false;
async function more() {
  if (busy || next === null) return;
  busy = true;
  const data = await (await fetch('/api/posts?from=' + next)).json();
  for (const post of data.posts) {
    const entry = document.createElement('article');
    entry.innerHTML = '<h3></h3><p style="min-height:120px"></p>';
    entry.firstChild.textContent = 'Post ' + post.id;
    entry.lastChild.textContent = post.text;
    document.querySelector('main').append(entry);
  }
  next = data.next;
  busy = false;
  if (document.getElementById('end').getBoundingClientRect().top < innerHeight) more();
}
new IntersectionObserver(seen => seen[0].isIntersecting && more()).observe(document.getElementById('end'));
</script>"""


def some_posts(start: int, all_of_them: int) -> tuple[list[dict[str, object]], int | None]:
    """The 12 to 20 posts of one answer, wrapped in fields as sites wrap theirs; and where the next begins."""
    chance = Random(start)  # noqa: S311 - made-up text, the same each time
    end = min(all_of_them, start + chance.randint(_FEWEST, _MOST))
    posts: list[dict[str, object]] = [
        {
            "id": f"p{number}",
            "text": " ".join(chance.choices(_WORDS, k=40)),
            "tracking": {f"field{n}": f"{chance.getrandbits(128):032x}" for n in range(50)},
        }
        for number in range(start, end)
    ]
    return posts, end if end < all_of_them else None


def _parse(visits: Sequence[Visit], _account: Account | None) -> Snapshot:
    """The posts of every answer, one answer after the other."""
    posts = [
        Post(post["id"], post["text"])
        for visit in visits
        for response in visit.responses
        for post in json.loads(response.body)["posts"]
    ]
    return Snapshot("long-list", posts=tuple(posts), read=(Part.POSTS,))


def _walk(view: View, _account: Account) -> Iterator[Part]:
    view.open("/", Part.POSTS)
    view.scroll()
    yield Part.POSTS


def _nobody(_view: View, _account: Account) -> Iterator[Part]:
    yield from ()


def _identify(view: View) -> Account:
    view.open("/who", Part.OTHER)
    return Account("alex", "the page names alex")


def _signed_in(document: Document) -> bool:
    return "data-account" in document.html


PLATFORM = Platform(
    "long-list",
    "the long list",
    lambda _visit: False,
    _parse,
    LivePages(
        sign_in=lambda root: f"{root}/who",
        signed_in=_signed_in,
        identify=_identify,
        walk_owner=_walk,
        walk_public=_nobody,
        parts=frozenset({Part.POSTS}),
        public_parts=frozenset(),
    ),
)


def serve(all_of_them: int) -> ThreadingHTTPServer:
    """The site on a free port of this computer."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_arguments: object) -> None:
            pass

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            kind, body = "text/html", PAGE if parts.path == "/" else "<p data-account=alex>alex</p>"
            if parts.path == "/api/posts":
                posts, following = some_posts(int(parse_qs(parts.query)["from"][0]), all_of_them)
                kind, body = "application/json", json.dumps({"posts": posts, "next": following})
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


if __name__ == "__main__":
    running = serve(int(sys.argv[1]))
    sys.stdout.write(f"http://127.0.0.1:{running.server_address[1]}\n")
    sys.stdout.flush()
    sys.stdin.read()
