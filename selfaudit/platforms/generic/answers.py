"""Pieces of data that visits brought, each with the address it came from and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import SplitResult, urlsplit

from selfaudit.model.visit import Visit
from selfaudit.model.vocabulary import Lens
from selfaudit.platforms.reading import json_of


@dataclass(frozen=True, slots=True)
class Answer:
    """One piece of data, be it an answer or a script inside a page."""

    url: str
    value: Any
    at: datetime | None = None
    lens: Lens | None = None

    @property
    def path(self) -> str:
        """The path of its address, without query; ``""`` where the address cannot be read."""
        return path_of(self.url)


def answers_of(visits: Iterable[Visit]) -> Iterator[Answer]:
    """Every data answer that is JSON."""
    for visit in visits:
        for response in visit.responses:
            value = json_of(response.body)
            if value is not None:
                yield Answer(response.url, value, visit.at, visit.lens)


def parts_of(address: str | None) -> SplitResult:
    """The parts of an address; all are empty where it cannot be read."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return urlsplit("")


def path_of(address: str | None) -> str:
    """The path of an address; ``""`` where it cannot be read."""
    return parts_of(address).path


def host_of(address: str) -> str:
    """The host of an address, in small letters; ``""`` where there is none."""
    return (parts_of(address).hostname or "").lower()


def place(url: str | None) -> str:
    """An address without what may differ between two looks at it; ``""`` where there is none."""
    parts = parts_of(url)
    host = parts.netloc.lower().removeprefix("www.")
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    kept = "&".join(one for one in parts.query.split("&") if one and not one.startswith("utm_"))
    path = f"{parts.path.rstrip('/')}{f'?{kept}' if kept else ''}{fragment}"
    return f"{host}{path}" if host or path else ""


def on_host(address: str, host: str) -> bool:
    """Whether an address is of this host or one below it."""
    found = host_of(address)
    return found == host or found.endswith(f".{host}")


_OF_A_COUNTRY = frozenset({"ac", "co", "com", "edu", "gov", "net", "org", "sch"})


def site_of(address: str) -> str:
    """The name that a site registered: what lies below it, as its "api." and "www.", is the same site."""
    labels = host_of(address).split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in _OF_A_COUNTRY else labels[-2:])  # noqa: PLR2004 - "school.sch.uk"
