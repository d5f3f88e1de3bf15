"""The readers of exports, with the samples that each of them reads and the code that it is made of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from fuzz.whole_exports import Members, files_of

from selfaudit.platforms import PLATFORMS

ROOT = Path(__file__).resolve().parents[2]
_MANY = "forum"
"""Reads the exports of several kinds of software, each with code of its own."""
_BELOW = ("selfaudit.exports.archive", "selfaudit.exports.watching", "selfaudit.model.codec")
"""What every reader stands on."""


def readers_of(members: Members) -> Iterator[str]:
    """The readers that take this export."""
    for platform in PLATFORMS:
        layout = platform.export and platform.export.recognise(files_of(members))
        if layout:
            yield f"{platform.id} {layout}" if platform.id == _MANY else platform.id


def revision_of(reader: str) -> str:
    """What changes with every change to the code that this reader is made of, its wording left out."""
    name = reader.partition(" ")[0]
    digest = sha256()
    for module in sorted(_made_of(f"selfaudit.platforms.{name}.export", *_BELOW)):
        digest.update(module.encode() + _outline(_file_of(module)).encode())
    return digest.hexdigest()[:12]


def _made_of(*modules: str) -> set[str]:
    """These modules and all of ours that they import."""
    found: set[str] = set()
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module not in found and _file_of(module).is_file():
            found.add(module)
            waiting += _imports(_file_of(module))
    return found


def _file_of(module: str) -> Path:
    path = ROOT / module.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def _imports(file: Path) -> tuple[str, ...]:
    """What a file takes from our modules; a package stands for itself only where it is no way to a module."""
    tree = ast.parse(file.read_bytes())
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    pairs = [(node.module, one.name) for node in froms if _is_ours(node.module) for one in node.names]
    below = ((module, f"{module}.{name}") for module, name in pairs)
    return tuple(inner if _file_of(inner).is_file() else str(outer) for outer, inner in below)


def _is_ours(module: str | None) -> bool:
    return (module or "").partition(".")[0] == "selfaudit"


@cache
def _outline(file: Path) -> str:
    """The code of a file without comments and docstrings."""
    return ast.dump(_Unworded().visit(ast.parse(file.read_bytes())))


class _Unworded(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        return None if isinstance(node.value, ast.Constant) else node
