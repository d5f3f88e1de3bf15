"""What every page of one server shares: its world, its sessions, its templates."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from selfaudit.practice import payload
from selfaudit.practice.sessions import Sessions
from selfaudit.practice.world import World, load_world

STATIC = files(__package__) / "static"
PICTURES = files(__package__) / "pictures"
POLICY = "default-src 'self' 'unsafe-inline'"
"""Nothing from elsewhere is ever loaded."""


def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("selfaudit.practice"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(slots=True)
class House:
    """One running practice network."""

    world: World = field(default_factory=load_world)
    sessions: Sessions = field(default_factory=Sessions)
    templates: Environment = field(default_factory=_templates)

    def owner(self, request: Request) -> bool:
        """Whether the worker is looking, rather than a stranger."""
        return self.sessions.signed_in(request)

    def page(self, request: Request, name: str, status: int = 200, **words: Any) -> Response:
        """A page; ``data`` among the words is embedded as JSON, beside who is signed in."""
        session = self.sessions.of(request)
        viewer = payload.viewer(self.world) if session and session.open else None
        data = {"network": "rookery", "viewer": viewer, **words.pop("data", {})}
        html = self.templates.get_template(name).render(
            viewer=viewer,
            data=data,
            profile=self.world.profile,
            picture=payload.picture,
            form_token=session.form_token if session else "",
            cookies_chosen="rookery_cookies" in request.cookies,
            **words,
        )
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "private, no-cache"}
        return HTMLResponse(html, status, headers)

    def fragment(self, name: str, macro: str, items: list[Any], **words: Any) -> str:
        """The mark-up of a few items, as a data answer carries it for the page to insert."""
        written = getattr(self.templates.get_template(name).module, macro)
        return "".join(str(written(item, **words)) for item in items)

    def missing(self, request: Request) -> Response:
        """The page for what is not there, or not there for this visitor."""
        return self.page(request, "missing.html", 404)


def to_the_wall(request: Request) -> Response:
    """The sign-in page, which will lead back to where the visitor was going."""
    return RedirectResponse(f"/login?next={quote(request.url.path)}", 303)
