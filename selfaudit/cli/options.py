"""Options that several commands share, so that they mean and say the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from selfaudit.errors import SelfAuditError

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_POLICY = "preston-grange"

yes_option = click.option("--yes", is_flag=True, help="Agree to everything asked, for scripts and tests.")
headless_option = click.option(
    "--headless",
    is_flag=True,
    help="Show no browser window; for programs that sign in by themselves, since nobody else can.",
)
attach_option = click.option(
    "--attach",
    is_flag=True,
    help="For sites that refuse the usual way: sign in in an ordinary browser of your own.",
)
site_option = click.option(
    "--site", metavar="URL", help="Where it is, for kinds that live on many sites (blog, forum, …)."
)
policy_option = click.option(
    "--policy",
    "pack",
    default=DEFAULT_POLICY,
    show_default=True,
    metavar="PACK",
    help="Policy pack: name or folder.",
)


class ThereAlready(click.Path):
    """A file or folder that has to be there, missed in one plain sentence."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, if anything is there.

        Raises:
            SelfAuditError: nothing is.
        """
        if not Path(value).exists():
            raise SelfAuditError(
                f"There is no file or folder {value}.", "Look at its name and where it is, then try again."
            )
        return super().convert(value, param, ctx)


def out_option(what: str, *, file: bool = False) -> Callable[[Command], Command]:
    """``--out``, for a folder or a file."""
    kind = click.Path(path_type=Path, dir_okay=not file, file_okay=file)
    looks = _may_be_written if file else None
    return click.option("--out", type=kind, metavar="FILE" if file else "DIR", help=what, callback=looks)


def _may_be_written(_context: click.Context, _option: click.Parameter, file: Path | None) -> Path | None:
    """The file, looked at before any work is done, so that none is lost."""
    from selfaudit.outputs import refuse_to_replace

    if file is not None:
        refuse_to_replace(file)
    return file
