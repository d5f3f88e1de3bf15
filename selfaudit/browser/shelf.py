"""Where pages and data answers wait until they are parsed: one nameless private file, not the memory.

A long list brings hundreds of answers; what a reader of pages gets are records that read their own text from
the file each time they are asked. The file has no name that anybody could open, and is gone with the last
record, also when this program ends in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable

from selfaudit.model import shelf
from selfaudit.model.shelf import Place
from selfaudit.model.visit import Document, Response

_TEXT = "utf-16-le"
"""Half a letter at the end of a piece finds its other half in the next one."""


class Shelf(shelf.Shelf):
    """Keeps pages and answers."""

    def response(self, response: Response) -> Response:
        """The same answer, with what is long in it on the shelf."""
        asked = (response.request_body or "").encode(*_CODING)
        return _ShelvedResponse(response, self.put(response.body), self.put(asked))

    def document(
        self, url: str, pieces: Iterable[str], status: int | None, stretches: tuple[Document, ...] = ()
    ) -> Document:
        """A page of which the mark-up comes in pieces; answers may come in between."""
        places = tuple(self.put(piece.encode(*_CODING)) for piece in pieces)
        return _ShelvedDocument(url, places, status, stretches)


_CODING = (_TEXT, "surrogatepass")


class _ShelvedResponse(Response):
    __slots__ = ("_asked", "_body")
    _asked: Place | None
    _body: Place

    def __init__(self, response: Response, body: Place, asked: Place) -> None:
        for name in ("url", "content_type", "status"):
            object.__setattr__(self, name, getattr(response, name))
        object.__setattr__(self, "_body", body)
        object.__setattr__(self, "_asked", asked if response.request_body is not None else None)

    @property
    def body(self) -> bytes:
        return self._body.read()

    @property
    def request_body(self) -> str | None:
        return None if self._asked is None else _text(self._asked)


class _ShelvedDocument(Document):
    __slots__ = ("_html",)
    _html: tuple[Place, ...]

    def __init__(
        self, url: str, html: tuple[Place, ...], status: int | None, stretches: tuple[Document, ...]
    ) -> None:
        for name, value in (("url", url), ("status", status), ("_html", html), ("stretches", stretches)):
            object.__setattr__(self, name, value)

    @property
    def html(self) -> str:
        return _text(*self._html)


def _text(*places: Place) -> str:
    return b"".join(place.read() for place in places).decode(*_CODING)
