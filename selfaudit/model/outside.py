"""Text from outside, as it can be printed: a profile's words and a file's name may be anything at all.

Written to a terminal as they are, some signs erase a line, command the screen, or turn the text round, so
that a question could be made to look like another. They are marked instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from selfaudit.model.file_names import plain_name

_MARK = "\ufffd"
_COMMAND = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -~])|\x9b[0-?]*[ -/]*[@-~]"
)
"""What terminals take for one command, the letters that belong to it too."""
_LAYOUT = frozenset("\n\t")
_ESCAPED: dict[str, Callable[[str], str]] = {
    "json": lambda sign: json.dumps(sign)[1:-1],
    "html": lambda sign: f"&#{ord(sign)};",
    "text": lambda _sign: _MARK,
}
"""Where programs read it, a sign is written so that it says the same and does nothing."""


def on_one_line(text: str, longest: int = 80) -> str:
    """Somebody's words as they can stand within a sentence of ours: one line, not long, and in its order."""
    line = plain_name(_COMMAND.sub(_MARK, text[: 2 * longest]))
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def fit_to_print(text: str, form: str = "text") -> str:
    """A whole text with its lines, in which nothing commands the screen or turns a line round."""
    text = _COMMAND.sub(_MARK, text) if form == "text" else text
    signs = {sign for sign in set(text) - _LAYOUT if plain_name(sign) != sign}
    return text.translate({ord(sign): _ESCAPED[form](sign) for sign in signs})
