"""A new pack for another school: commented, in order, and ready to be edited by its office."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from selfaudit.errors import PolicyError
from selfaudit.model.policy import Policy
from selfaudit.policy.facts import a_domain, check_picture
from selfaudit.policy.loading import FILE, SHIPPED, load_policy

_MODEL = SHIPPED / "preston-grange" / FILE
_HEAD = Path(__file__).parent / "new-pack.txt"
_TAIL_FROM = "# --- Whom to ask"


def new_pack(
    folder: Path,
    *,
    school: str,
    domains: Sequence[str] = (),
    logos: Sequence[Path] = (),
    known_checks: frozenset[str],
) -> Policy:
    """Write a pack with this school's facts and Preston Grange's principles, and load it.

    The folder appears whole or not at all.

    Raises:
        PolicyError: the folder exists, or one of the facts cannot be used.
    """
    if folder.exists() or folder.is_symlink():
        raise PolicyError(f"{folder} is there already, and was left as it is.", "Pick another name.")
    pictures = _pictures(logos)
    text = _text(_printable(school), [_domain(words) for words in domains], pictures)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".selfaudit-") as draft:
            pack = Path(draft) / folder.name
            pack.mkdir()
            (pack / FILE).write_text(text, encoding="utf-8", newline="\n")
            for name, picture in pictures.items():
                shutil.copyfile(picture, pack / name)
            load_policy(pack, known_checks=known_checks)
            pack.rename(folder)
    except OSError as error:
        raise PolicyError(f"The folder {folder} cannot be written.", "Pick another place.") from error
    return load_policy(folder, known_checks=known_checks)


def _text(school: str, domains: Sequence[str], pictures: dict[str, Path]) -> str:
    head = _HEAD.read_text(encoding="utf-8")
    for blank, value in (("SCHOOL", _quoted(school)), ("DOMAINS", f"[{', '.join(map(_quoted, domains))}]")):
        head = head.replace(f"<{blank}>", value)
    blocks = (f"[[logo]]\nname = {_quoted(_stem(name))}\nfile = {_quoted(name)}\n\n" for name in pictures)
    model = _MODEL.read_text(encoding="utf-8")
    return head + "".join(blocks) + model[model.index(_TAIL_FROM) :]


def _quoted(words: str) -> str:
    """A TOML string; JSON's way of writing one is TOML's too for text that can be printed."""
    return json.dumps(words, ensure_ascii=False)


def _printable(words: str) -> str:
    words = words.strip()
    if not words or not words.isprintable():
        raise PolicyError(
            "The school's name is empty or has signs that cannot be printed.", "Use --school NAME."
        )
    return words


def _domain(words: str) -> str:
    try:
        return a_domain(words)
    except ValueError as error:
        raise PolicyError(f"{error}.", "Use --domain once for each.") from error


def _pictures(logos: Sequence[Path]) -> dict[str, Path]:
    """The pictures by the file names that they get in the pack, each name once."""
    named: dict[str, Path] = {}
    for logo in logos:
        try:
            check_picture(logo, str(logo))
        except (ValueError, OSError) as error:
            raise PolicyError(f"{logo} cannot be the logo: {error}.", "Use --logo FILE.") from error
        named[_free_name(logo, named)] = logo
    return named


def _free_name(logo: Path, taken: dict[str, Path]) -> str:
    stem = logo.stem if logo.stem.isprintable() and "\\" not in logo.stem else "logo"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in map(_stem, taken)) + logo.suffix.lower()


def _stem(name: str) -> str:
    return Path(name).stem
