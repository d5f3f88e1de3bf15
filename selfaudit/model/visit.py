"""What one lens saw, before parsing; and what a walk over a site is allowed to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from selfaudit.model.vocabulary import Lens, Part


@dataclass(frozen=True, slots=True)
class Document:
    """A page as it stood when it was read: the rendered mark-up, and the address it ended at.

    Attributes:
        stretches: the same page once more where its list is very long, each time with another stretch of that
            list, so that nobody need hold it whole.
    """

    url: str
    html: str
    status: int | None = None
    stretches: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """A data answer (JSON, feed) that a page brought or a walk asked for."""

    url: str
    content_type: str
    body: bytes
    status: int | None = None
    request_body: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One page seen by one lens.

    Attributes:
        lens: who looked; ``None`` when a saved page does not tell.
        part: what the walk came for; ``None`` for saved pages.
        documents: the page; more than once where a long list was read in stretches.
        responses: the data answers that belong to it.
        media: address of a picture -> its file inside the snapshot folder.
        at: when, in UTC.
    """

    lens: Lens | None
    documents: tuple[Document, ...] = ()
    responses: tuple[Response, ...] = ()
    media: Mapping[str, str] = field(default_factory=dict)
    part: Part | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Who is signed in, as the site itself says. The only source of the profile that will be read.

    ``items`` are own items, id and address, for sites on which strangers see those but no profile.
    """

    handle: str
    proof: str
    id: str | None = None
    name: str | None = None
    url: str | None = None
    items: tuple[tuple[str, str], ...] = ()


class View(Protocol):
    """The only things a walk can do: open, scroll, and ask for data of the site. It cannot click.

    Every call may raise the browser layer's signal that a wall was met; a walk never catches it.

    Attributes:
        lens: who is looking.
        site: the site's root address, without a slash at its end.
    """

    lens: Lens
    site: str

    def open(self, address: str, part: Part) -> Document:
        """Open a page of the site and record it as a visit made for ``part``."""

    def here(self, part: Part) -> Document:
        """The page that is open already, as it stands: some sign-ins end when the page is loaded anew."""

    def scroll(self) -> Document:
        """Scroll the open page until nothing new arrives; the page as it then stands."""

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        """Ask the site for data with a GET, as the open page itself could, and record the answer.

        A picture is kept as one that a page showed.
        """
