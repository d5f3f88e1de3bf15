"""The commands: one file each, no logic. The one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from selfaudit.cli.audit import audit
from selfaudit.cli.capture import capture
from selfaudit.cli.check import check
from selfaudit.cli.demo import demo
from selfaudit.cli.dismiss import dismiss
from selfaudit.cli.doctor import doctor
from selfaudit.cli.draft import draft
from selfaudit.cli.forget import forget
from selfaudit.cli.importing import import_
from selfaudit.cli.policy import policy
from selfaudit.cli.report import report
from selfaudit.cli.schema import schema
from selfaudit.cli.speaking import sentence as on_its_line
from selfaudit.cli.speaking import tell
from selfaudit.errors import SelfAuditError
from selfaudit.forgetting import drop_expired
from selfaudit.storage import KEPT_DAYS

EXIT_COULD_NOT_FINISH = 2
_ONLY_TELLS = frozenset({"--help", "-h", "--version"})


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="selfaudit")
def cli() -> None:
    """See what your own social profiles show, and hold it against your school's policy. Privately.

    Nothing leaves this computer, and nobody but you sees the report. Start with: selfaudit demo

    Exit codes: 0 finished, whatever was found; 2 could not finish; 3 you did not agree, nothing was read.
    """


COMMANDS = (demo, audit, capture, import_, check, report, draft, dismiss, policy, doctor, forget, schema)
for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run a command. Deliberate errors are one sentence and a next step; nothing else is caught."""
    from selfaudit.cli.terminal import log_faults_privately

    log_faults_privately()
    try:
        _erase_what_is_over()
        status = cli.main(standalone_mode=False)
    except SelfAuditError as error:
        _tell(error.sentence, error.next_step)
        status = error.exit_code
    except click.exceptions.Exit as finished:
        status = finished.exit_code
    except click.exceptions.NoArgsIsHelpError as asked:
        asked.show()
        status = asked.exit_code
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        used = context.command_path if context else "selfaudit"
        _tell(error.format_message(), f"See how it is used: {used} --help")
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _tell("Stopped, as you asked.", "Whatever was already saved is still there.")
        status = EXIT_COULD_NOT_FINISH
    sys.exit(status if isinstance(status, int) else 0)


def _erase_what_is_over() -> None:
    """Erase old runs before a command, but not for somebody who only asks for help."""
    asked = sys.argv[1:]
    if not asked or _ONLY_TELLS.intersection(asked):
        return
    for path in drop_expired(datetime.now(UTC)).refused:
        _tell(
            f"This is older than {KEPT_DAYS} days, and could not be erased: {path}",
            "Close programs that have it open; the next command tries again.",
        )


def _tell(sentence: str, next_step: str) -> None:
    tell(f"{on_its_line(sentence)}\n{on_its_line(next_step)}".strip())
