"""What the strict reader found, as sentences that a school office can act on."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from selfaudit.policy.complaints import nearest, suggestion
from selfaudit.policy.lines import Place
from selfaudit.policy.shape import SCHEMA, TABLES, keys_of


def sentence_for(error: ErrorDetails) -> str:
    """The complaint in words, without file and line."""
    place: Place = error["loc"]
    key = str(next((step for step in reversed(place) if isinstance(step, str)), ""))
    match error["type"]:
        case "value_error":
            return str(error["ctx"]["error"])
        case "missing":
            return _missing(place, key)
        case "extra_forbidden":
            return _unknown(place, key)
        case "tuple_type":
            return _not_a_list(key)
        case "model_type" | "model_attributes_type" | "dict_type":
            return _not_a_table(place, key)
    return f'"schema" should be {SCHEMA}, without quotes' if place == ("schema",) else error["msg"]


def meant_place(place: Place) -> Place:
    """The place that a misspelt key was most likely meant to be."""
    table = str(place[0]) if len(place) > 1 else ""
    return (*place[:-1], nearest(str(place[-1]), keys_of(table)) or "")


def syntax_sentence(problem: str, row: str) -> str:
    """What is wrong with a line that is not TOML at all, with the commonest slips named."""
    if "“" in row or "”" in row:
        return 'this line has curly quotes; a word processor makes them. Use straight ones, as in "school"'
    if "Unescaped" in problem or ("Illegal" in problem and "\\" in row):
        return "this line has a backslash; write file names with forward slashes"
    if "Cannot overwrite" in problem or "twice" in problem:
        return "this says again what an earlier line says already; take one of them out"
    if "Invalid date" in problem:
        return "there is no such date"
    return (
        "this line cannot be read; expected is a name, an equals sign and a value in straight quotes,"
        f' as in title = "Policy". ({problem})'
    )


def _missing(place: Place, key: str) -> str:
    if len(place) > 1:
        return f'"{key}" is missing in this {_header(str(place[0]))}'
    if key in TABLES:
        return f"{_header(key)} is missing; every pack has one"
    return f'"{key}" is missing; it belongs at the top of the file'


def _unknown(place: Place, key: str) -> str:
    table = str(place[0]) if len(place) > 1 else ""
    if table and key in keys_of("") and key not in TABLES:
        return f'"{key}" does not belong in {_header(table)}; move it to the top, above the first [ line'
    return f'"{key}" is not known{" in " + _header(table) if table else ""}{suggestion(key, keys_of(table))}'


def _not_a_list(key: str) -> str:
    if key in TABLES:
        return f"[{key}] should have double brackets, [[{key}]], once for each"
    return f'"{key}" should be a list in square brackets, as in ["one", "two"]'


def _not_a_table(place: Place, key: str) -> str:
    if place == ("school",):
        return "[school] should stand on a line of its own, in single brackets, once"
    return f"[[{key}]] should stand on a line of its own, with its values on the lines below"


def _header(table: str) -> str:
    return "[school]" if table == "school" else f"[[{table}]]"


def newer(schema: Any) -> str:
    """The pack was written for a later selfaudit."""
    return f"this pack is of format {schema}, newer than this selfaudit reads ({SCHEMA}); update selfaudit"
