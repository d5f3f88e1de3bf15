"""``selfaudit draft``: a text or picture looked at before it is posted."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfaudit.cli.options import ThereAlready, policy_option
from selfaudit.cli.speaking import show, tell
from selfaudit.errors import SelfAuditError


@click.command()
@click.argument("text", required=False)
@click.option(
    "--image",
    "images",
    multiple=True,
    type=ThereAlready(),
    metavar="FILE",
    help="A picture; may be repeated.",
)
@click.option(
    "--jsonl",
    type=ThereAlready(),
    metavar="FILE",
    help='Many at once: one {"id", "text", "images"} a line.',
)
@policy_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def draft(text: str | None, images: tuple[Path, ...], jsonl: Path | None, pack: str, form: str) -> None:
    """Look at TEXT or pictures before you post them. Nothing is kept.

    With - the text is read from standard input, so that it does not stay in the terminal's history.
    """
    if jsonl:
        if text is not None or images:
            raise SelfAuditError("Both a file of drafts and a draft were given.", "Give one or the other.")
        _many(jsonl, pack, form)
        return
    if text is None and not images:
        raise SelfAuditError(
            "There is nothing to look at.", "Give the text in quotes, or a picture with --image."
        )
    words = sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text
    _one(words or "", images, pack, form)


def _one(text: str, images: tuple[Path, ...], pack: str, form: str) -> None:
    from selfaudit import app
    from selfaudit.drafting import Draft

    (result,) = app.draft([Draft("draft", text, images)], pack)
    show(app.report(result, form) if form == "json" else app.report_draft(result), form, nl=False)


def _many(file: Path, pack: str, form: str) -> None:
    """Each line by itself; a line that is no draft is told, and the rest go on."""
    from selfaudit import app
    from selfaudit.drafting import Draft, as_line

    lines = list(app.read_drafts(file))
    results = app.draft([line for line in lines if isinstance(line, Draft)], pack)
    for line in lines:
        if not isinstance(line, Draft):
            tell(f"Line {line.number} was not read: {line.reason}")
            continue
        result = next(results)
        show(as_line(line, result) if form == "json" else f"{line.id}\n{app.report_draft(result)}", form)
