"""Pages of LinkedIn for tests, in the shapes that others reported, about nobody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.model.vocabulary import Lens

SITE = "https://www.linkedin.com"
MINE = f"{SITE}/in/sample-worker-42/"
FIRST, SECOND, THIRD = "7054106315861721088", "7053519311918768128", "7053519311918768999"


def page(html: str, url: str = MINE, lens: Lens | None = None, status: int | None = None) -> Visit:
    return Visit(lens, (Document(url, html, status),))


def data(value: Any, name: str = "voyager_me.json") -> Visit:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Visit(None, responses=(Response(name, "application/json", body),))


def sample(shared: Path, name: str) -> Visit:
    file = shared / "samples" / name
    if file.suffix == ".json":
        return data(file.read_bytes(), file.name)
    return page(file.read_text(encoding="utf-8"), file.name)


def a_page(content: str, *, key: str = "", title: str = "Sample Worker", head: str = "") -> str:
    named = f'<meta name="pageKey" content="{key}">' if key else ""
    return f"<html><head><title>{title} | LinkedIn</title>{named}{head}</head>" + _body(content)


def _body(content: str) -> str:
    return f"<body><main>{content}</main></body></html>"


def an_update(number: str, text: str, *members: str, note: str = "", more: str = "") -> str:
    links = "".join(f'<a href="/in/{one}?miniProfile=x"><span dir="ltr">{one}</span></a>' for one in members)
    return (
        f'<div role="article" data-urn="urn:li:activity:{number}">{links}<span>{note}</span>'
        f'<div><span dir="ltr">{text}</span></div>{more}</div>'
    )


def a_switch(label: str, state: str) -> str:
    return f'<label for="{label}">{label}</label><input type="checkbox" role="switch" id="{label}" {state}>'
