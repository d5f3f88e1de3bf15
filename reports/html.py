"""The result as one self-contained page: styles inside, no script, nothing that asks anybody for anything."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports import headings
from reports.view import view_of
from selfaudit.model.findings import AuditResult

_TEMPLATES = Path(__file__).parent / "templates"


def as_html(result: AuditResult) -> str:
    """The page, as text to be written in UTF-8."""
    style = (_TEMPLATES / "report.css").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("report.html")
        .render(
            view=view_of(result),
            style=Markup(style),  # noqa: S704  # our own file, no one else's words
            security=_security(style),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["heading"] = headings
    return environment


def _security(style: str) -> str:
    """The content security policy: this one style sheet and pictures inside the page, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
