"""What a person does at WordPress's own form; the product never does."""

from __future__ import annotations

from typing import Any

_SETTLING = 600
"""After a failed sign-in the form empties its password field a moment after it has loaded."""


def type_into_the_form(page: Any, password: str) -> None:
    """Sign in as the teacher."""
    page.wait_for_timeout(_SETTLING)
    page.fill("#user_login", "alex.teacher")
    page.fill("#user_pass", password)
    assert page.input_value("#user_pass") == password
    page.click("#wp-submit")
