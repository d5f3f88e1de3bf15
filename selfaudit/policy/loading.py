"""Finding a pack by its name or path, and loading it or saying what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from selfaudit.errors import PolicyError
from selfaudit.model.policy import Policy
from selfaudit.policy.complaints import Complaint, suggestion
from selfaudit.policy.reading import LARGEST_FILE, Source, read

FILE = "policy.toml"
SHIPPED = Path(__file__).parent / "packs"


def load_policy(
    name_or_path: str | Path, *, known_checks: frozenset[str], own_packs: Path | None = None
) -> Policy:
    """Load a pack.

    Args:
        name_or_path: a pack's name, or the path of its folder or of its policy.toml.
        known_checks: the ids of the checks that there are.
        own_packs: the folder with the person's own packs; a name is looked up there before the shipped ones.

    Raises:
        PolicyError: there is no such pack, or something is wrong with it; the first thing is named.
    """
    outcome = read(_source(_locate(name_or_path, own_packs)), known_checks)
    if isinstance(outcome, Policy):
        return outcome
    raise PolicyError(_ended(str(outcome[0])), _next_step(len(outcome) - 1))


def check_pack(path: Path, *, known_checks: frozenset[str]) -> Policy | tuple[Complaint, ...]:
    """The policy in a folder or file if it is in order, else every complaint about it.

    Raises:
        PolicyError: there is nothing to read.
    """
    return read(_source(path), known_checks)


def shipped_packs() -> tuple[str, ...]:
    """The names of the packs that come with selfaudit."""
    return _names_on(SHIPPED)


def _locate(name_or_path: str | Path, own_packs: Path | None) -> Path:
    """A bare name is looked for among the packs, then beside the person; anything else is a path."""
    given = Path(name_or_path)
    if not isinstance(name_or_path, str) or given.name != name_or_path:
        return given
    shelves: tuple[Path, ...] = (own_packs, SHIPPED) if own_packs else (SHIPPED,)
    for shelf in (*shelves, Path()):
        if name_or_path in _names_on(shelf):
            return shelf / name_or_path
    if name_or_path.endswith(".toml"):
        return given
    names = {name for shelf in shelves for name in _names_on(shelf)}
    meant = suggestion(name_or_path, names, offer="there are")
    raise PolicyError(
        f'There is no policy pack called "{name_or_path}"{meant}',
        "Give a pack's name, or the path of its folder.",
    )


def _names_on(shelf: Path) -> tuple[str, ...]:
    return tuple(file.parent.name for file in sorted(shelf.glob(f"*/{FILE}")))


def _source(path: Path) -> Source:
    file = path
    try:
        if path.is_dir():
            file = path / FILE
        whole = file.resolve()
        if file.stat().st_size > LARGEST_FILE:
            raise PolicyError(
                f"{file}, line 1: this is too large for a policy pack.", "Is it the right file?"
            )
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise PolicyError(f"There is no file {file}.", "Check the folder's name.") from error
    except (OSError, ValueError, RuntimeError) as error:  # a NUL in the name; links in a circle
        raise PolicyError(f"{file} cannot be read.", "Check the name, and that you may open it.") from error
    name = f"{whole.parent.name}/{whole.name}"
    return Source(name, content, whole.parent, whole.parent.name if whole.name == FILE else whole.stem)


def _next_step(others: int) -> str:
    """What to do after the first complaint, when there are so many others."""
    if not others:
        return "Put this right, then try again."
    count = "There is one more thing" if others == 1 else f"There are {others} more things"
    return f"{count} to put right; selfaudit policy check FOLDER lists them all."


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."
