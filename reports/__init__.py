"""A result as a page, as JSON, as text. Words and order are decided in the view; templates decide nothing."""

from __future__ import annotations

from enum import StrEnum

from selfaudit.model.findings import AuditResult

__all__ = ["Format", "render", "render_draft"]


class Format(StrEnum):
    """How a result can be told."""

    HTML = "html"
    JSON = "json"
    TEXT = "text"


def render(result: AuditResult, form: Format | str) -> str:
    """The result as a self-contained page, as the ``result.json`` of the contract, or as plain text.

    Raises:
        ValueError: ``form`` is none of `Format`.
    """
    match Format(form):
        case Format.HTML:
            from reports.html import as_html

            return as_html(result)
        case Format.JSON:
            from selfaudit.model.codec import to_json

            return to_json(result)
        case Format.TEXT:
            from reports.text import as_text

            return as_text(result)


def render_draft(result: AuditResult) -> str:
    """What was noticed in something that is not posted yet, in a few lines of text."""
    from reports.draft import draft_as_text

    return draft_as_text(result)
