"""A small real site on loopback, written for the tests of the live door: some pages of every awkward kind."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Reply:
    """What the site answers."""

    body: str | bytes = ""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    cookie: str
    headers: dict[str, str]

    @property
    def signed_in(self) -> bool:
        return "session=alex" in self.cookie


LOGIN = """<title>Sign in</title><h1>Sign in</h1><form method=post action=/login>
<input name=user id=user><input type=password name=password id=password>
<button id=go>Sign in</button></form>"""

FEED = """<title>Posts</title><main id=posts></main><div id=end style="height:1px"></div><script>
let next = 1, busy = false;
async function more() {
  if (busy || !next) return;
  busy = true;
  const answer = await fetch('/api/posts?page=' + next + location.search.replace('?', '&'));
  if (answer.ok) {
    const data = await answer.json();
    for (const post of data.posts) {
      const entry = document.createElement('article');
      entry.style.height = '260px';
      entry.innerHTML = '<p></p><img loading=lazy width=40 src="/pictures/' + post.id % 7 + '.png">';
      entry.querySelector('p').textContent = post.text;
      document.getElementById('posts').append(entry);
    }
    next = data.next;
  } else next = 0;
  busy = false;
}
new IntersectionObserver(seen => seen[0].isIntersecting && more()).observe(document.getElementById('end'));
setInterval(() => {
  const box = document.getElementById('end').getBoundingClientRect();
  if (box.top < innerHeight) more();
}, 150);
</script>"""

VIRTUAL = """<title>Long list</title>
<div id=frame style="height:80vh;overflow-y:auto"><div id=tall><div id=rows></div></div></div><script>
const size = 60, all = 150, frame = document.getElementById('frame'), rows = document.getElementById('rows');
document.getElementById('tall').style.height = size * all + 'px';
function draw() {
  const first = Math.max(0, Math.floor(frame.scrollTop / size) - 2);
  rows.style.transform = 'translateY(' + first * size + 'px)';
  rows.innerHTML = '';
  for (let row = first; row < Math.min(all, first + 20); row++) {
    const entry = document.createElement('p');
    entry.style = 'height:' + size + 'px;margin:0';
    entry.textContent = 'Entry number ' + row + ' of the list';
    rows.append(entry);
  }
}
frame.addEventListener('scroll', draw); draw();
</script>"""


class LittleSite:
    """The site: who asked for what, and what it answers."""

    def __init__(self) -> None:
        self.log: list[Asked] = []
        self.pages: dict[str, Reply] = {}
        self.slow: dict[str, float] = {}
        self.root = ""
        self.connections: list[socket.socket] = []
        self.server: ThreadingHTTPServer | None = None

    def asked(self, path: str, method: str = "GET") -> int:
        """How often a path was asked for."""
        return sum(one.method == method and urlsplit(one.path).path == path for one in self.log)

    def answer(self, asked: Asked, sent: str) -> Reply:
        """The site's answer to one request."""
        parts = urlsplit(asked.path)
        time.sleep(self.slow.get(parts.path, 0))
        if parts.path in self.pages:
            return self.pages[parts.path]
        if parts.path == "/login":
            return _login(asked, sent)
        if parts.path == "/home":
            return _home(asked)
        if parts.path == "/private":
            return Reply("<h1>Mine</h1>") if asked.signed_in else _go("/login?next=/private")
        if parts.path == "/feed":
            return Reply(FEED)
        if parts.path == "/virtual":
            return Reply(VIRTUAL)
        if parts.path == "/api/posts":
            return _posts(parse_qs(parts.query))
        if parts.path.startswith("/pictures/"):
            return Reply(
                picture(int(parts.path[10:-4])), kind="image/png", headers={"Cache-Control": "no-store"}
            )
        return Reply("<h1>Not found</h1>", 404)

    def stop(self) -> None:
        """The site goes away while somebody is reading."""
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def _login(asked: Asked, sent: str) -> Reply:
    if asked.method == "GET":
        return Reply(LOGIN)
    form = parse_qs(sent)
    if form.get("password") == ["right"]:
        return _go("/home", {"Set-Cookie": "session=alex; Path=/"})
    return Reply(f"<p>Wrong password.</p>{LOGIN}")


def _home(asked: Asked) -> Reply:
    if asked.signed_in:
        return Reply(
            '<title>Home</title><p id=who data-account="alexm">Hello Alex</p><a href=/out>Log out</a>'
        )
    return Reply("<title>Home</title><h1>Welcome, stranger</h1><a href=/login>Log in</a>")


def _go(where: str, headers: dict[str, str] | None = None) -> Reply:
    return Reply("", 303, headers={"Location": where, **(headers or {})})


def _posts(query: dict[str, list[str]]) -> Reply:
    page, pages = int(query["page"][0]), int(query.get("pages", ["4"])[0])
    if "refuse" in query and page > 2:
        return Reply("{}", int(query["refuse"][0]), "application/json")
    posts = [
        {"id": page * 10 + n, "text": f"Post {page * 10 + n}, which is about nothing much"} for n in range(10)
    ]
    return Reply(
        json.dumps({"posts": posts, "next": page + 1 if page < pages else 0}), 200, "application/json"
    )


def picture(number: int, size: int = 24) -> bytes:
    """A PNG of its own for each number, made without any library."""
    noise = bytes((x * 7 + y * 13 + number * 29) % 256 for y in range(size) for x in range(size))
    rows = b"".join(b"\0" + noise[row * size : (row + 1) * size] for row in range(size))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@contextmanager
def running(site: LittleSite) -> Iterator[LittleSite]:
    """The site on a free port of this computer."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_arguments: object) -> None:
            pass

        def do_GET(self) -> None:
            self._reply("")

        def do_POST(self) -> None:
            self._reply(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())

        def _reply(self, sent: str) -> None:
            asked = Asked(self.command, self.path, self.headers.get("Cookie", ""), dict(self.headers))
            site.log.append(asked)
            reply = site.answer(asked, sent)
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            try:
                self.send_response(reply.status)
                headers = {"Content-Type": reply.kind, "Content-Length": str(len(body)), **reply.headers}
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def process_request(self, request: socket.socket, client_address: tuple[str, int]) -> None:
            site.connections.append(request)
            super().process_request(request, client_address)

        def handle_error(self, *_arguments: object) -> None:
            pass

    site.server = Server(("127.0.0.1", 0), Handler)
    site.root = f"http://127.0.0.1:{site.server.server_address[1]}"
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stop()
        thread.join(5)
