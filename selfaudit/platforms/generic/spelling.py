"""Names of fields that a site writes in two ways: ``blogName`` in its pages, ``blog_name`` in answers."""

from __future__ import annotations

import re
from typing import Any

_UPPER = re.compile(r"(?<=[a-z0-9])([A-Z])")


def either(value: Any, name: str) -> Any:
    """What stands under this name, which is given as pages write it, in either way of writing it."""
    if not isinstance(value, dict):
        return None
    return value[name] if name in value else value.get(_UPPER.sub(r"_\1", name).lower())


def either_text(value: Any, *names: str) -> str:
    """The text under the first of these names that holds any, in either way of writing it."""
    found = (either(value, name) for name in names)
    return next((text.strip() for text in found if isinstance(text, str) and text.strip()), "")
