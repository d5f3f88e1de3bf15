"""YouTube's data: the script inside its pages and its data answers, which have the same shapes.

Every piece says by itself whose channel it is about and whether anybody was signed in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.generic.answers import Answer, answers_of, on_host, path_of
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import walk_json

Data = dict[str, Any]
SITE = "https://www.youtube.com"
_SCRIPTS = re.compile(r"\b(ytInitialData|ytInitialPlayerResponse)\"?\]?\s*=\s*(?=\{)")
_SIGNED_IN = re.compile(r"[\"']LOGGED_IN[\"']\s*:\s*(true|false)")
_HANDLE = re.compile(r"/@([^/?#]+)")


def is_page(document: Document) -> bool:
    """Whether a page is YouTube's own; players set into other sites' pages are not."""
    if on_host(document.url, "youtube.com") or on_host(document.url, "youtube-nocookie.com"):
        return not path_of(document.url).startswith("/embed")
    html = document.html
    return (
        _SCRIPTS.search(html) is not None or ("ytcfg" in html and "LOGGED_IN" in html) or "<ytd-app" in html
    )


def answers(visits: Iterable[Visit]) -> list[Answer]:
    """Every data answer, and what the scripts inside the pages hold."""
    kept = list(visits)
    pages = [(visit, document) for visit in kept for document in visit.documents if is_page(document)]
    found = [
        Answer(document.url, value, visit.at, visit.lens)
        for visit, document in pages
        for value in scripts_of(document.html)
    ]
    return found + list(answers_of(kept))


def scripts_of(html: str) -> Iterator[Any]:
    """The data that a page sets into its own script."""
    decoder = json.JSONDecoder(strict=False)
    for found in _SCRIPTS.finditer(html):
        try:
            yield decoder.raw_decode(html, found.end())[0]
        except (ValueError, RecursionError):
            continue


def notes(answer: Answer) -> dict[str, str]:
    """What YouTube notes about an answer: whose channel, whether signed in, whether its owner's."""
    services = objects(part_of(answer.value, "responseContext", "serviceTrackingParams"))
    pairs = [pair for service in services for pair in objects(service.get("params"))]
    return {text_in(pair, "key"): text_in(pair, "value") for pair in reversed(pairs)}


def logged_in(answer: Answer) -> bool | None:
    """Whether somebody was signed in; ``None`` where the answer does not tell."""
    told = {"0": False, "1": True}.get(notes(answer).get("logged_in", ""))
    out = part_of(answer.value, "responseContext", "mainAppWebResponseContext", "loggedOut")
    return (not out) if told is None and isinstance(out, bool) else told


def page_logged_in(document: Document) -> bool | None:
    """The same as a page's own settings say it."""
    found = _SIGNED_IN.search(document.html)
    return found[1] == "true" if found else None


def channel_id(answer: Answer) -> str | None:
    """The channel that an answer is about, further stretches of its lists included."""
    named = text_in(metadata(answer), "externalId") or notes(answer).get("browse_id", "")
    return named if named.startswith("UC") else None


def metadata(answer: Answer) -> Any:
    """The channel's own description of itself."""
    return part_of(answer.value, "metadata", "channelMetadataRenderer")


def handle_of(address: str) -> str | None:
    """The handle in an address, without its sign."""
    found = _HANDLE.search(address)
    return unquote(found[1]) if found else None


def written(value: Any) -> str:
    """A text, in any of the ways that YouTube writes one."""
    if isinstance(value, str):
        return value.strip()
    plain = text_in(value, "simpleText", "content")
    runs = (run.get("text") for run in objects(part_of(value, "runs")))
    return plain or "".join(run for run in runs if isinstance(run, str)).strip()


def each(value: Any, *names: str) -> Iterator[tuple[str, Data]]:
    """Every object of these kinds, wherever it lies."""
    for holder in walk_json(value):
        for name in names:
            if isinstance(holder.get(name), dict):
                yield name, holder[name]


def channels_named(value: Any) -> set[str]:
    """The channels that a piece of data leads to."""
    found = (text_in(holder, "browseId") for holder in walk_json(value))
    return {one for one in found if one.startswith("UC")}


def complaints(found: Iterable[Answer]) -> Iterator[str]:
    """What YouTube says instead of showing a channel or a video."""
    for answer in found:
        for alert in objects(part_of(answer.value, "alerts")):
            said = written(part_of(alert, "alertRenderer", "text"))
            if said:
                yield said
        status = part_of(answer.value, "playabilityStatus")
        if text_in(status, "status") in {"ERROR", "LOGIN_REQUIRED", "UNPLAYABLE"} and text_in(
            status, "reason"
        ):
            yield text_in(status, "reason")


def is_answer(answer: Answer) -> bool:
    """Whether a lone data answer is YouTube's, by its shape."""
    if not isinstance(answer.value, dict):
        return False
    about_context = isinstance(part_of(answer.value, "responseContext"), dict)
    return about_context and any(
        name in answer.value
        for name in (
            "contents",
            "header",
            "metadata",
            "onResponseReceivedActions",
            "alerts",
            "videoDetails",
            "onResponseReceivedEndpoints",
            "actions",
            "frameworkUpdates",
            "endpoint",
        )
    )
