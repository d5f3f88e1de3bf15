"""``selfaudit schema``: the JSON Schemas of what selfaudit writes."""

from __future__ import annotations

import click

from selfaudit.cli.speaking import show


@click.command()
@click.argument("kind", type=click.Choice(["snapshot", "result"]))
def schema(kind: str) -> None:
    """Print the JSON Schema (draft 2020-12) of a snapshot or a result."""
    import json

    from selfaudit import app

    show(json.dumps(app.schema(kind), indent=2), "json")
