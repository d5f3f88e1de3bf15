"""Recorded answers of real servers (VCR cassettes) as the recording that a browser would have saved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml


def har_of_cassette(cassette: Path, target: Path) -> Path:
    """The cassette's requests and answers as a .har file."""
    interactions = yaml.safe_load(cassette.read_text("utf-8"))["interactions"]
    return a_har(target, *[_entry(one) for one in interactions])


def a_har(target: Path, *entries: dict[str, Any]) -> Path:
    """A .har file with these entries."""
    target.write_text(json.dumps({"log": {"version": "1.2", "entries": list(entries)}}), "utf-8")
    return target


def an_entry(url: str, text: str, mime: str = "application/json", **more: Any) -> dict[str, Any]:
    """One request with its answer."""
    content = {"mimeType": mime, "text": text, **more.pop("content", {})}
    return {
        "startedDateTime": "2026-11-20T10:00:00.000Z",
        "request": {"method": more.pop("method", "GET"), "url": url},
        "response": {"status": more.pop("status", 200), "content": content},
        **more,
    }


def _entry(one: dict[str, Any]) -> dict[str, Any]:
    request, response = one["request"], one["response"]
    kind = (response["headers"].get("content-type") or ["application/octet-stream"])[0]
    return an_entry(
        request["uri"],
        response["body"]["string"],
        kind,
        method=request["method"],
        status=response["status"]["code"],
    )
