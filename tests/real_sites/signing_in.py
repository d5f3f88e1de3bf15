"""What a person does at the real software's own forms; the product never does."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from real_sites import board_content, pds_content

_TRIES = 3
_SETTLING = 600
"""After a failed sign-in the form empties its password field a moment after it has loaded."""


def type_into_the_form(page: Any, password: str) -> None:
    """Sign in to WordPress as the teacher."""
    page.wait_for_timeout(_SETTLING)
    page.fill("#user_login", "alex.teacher")
    page.fill("#user_pass", password)
    assert page.input_value("#user_pass") == password
    page.click("#wp-submit")


def sign_in_to_spirit(
    page: Any, address: str, name: str = board_content.OWNER, password: str = board_content.PASSWORD
) -> None:
    """Sign in to a Spirit board."""
    page.goto(f"{address}/user/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", password)
    page.click(".login input[type=submit]")
    page.wait_for_load_state("domcontentloaded")


def sign_in_to_nodebb(page: Any, address: str) -> None:
    """Sign in to a NodeBB board as the teacher; a button pressed before its script came is pressed again.

    Who is signed in after all, only late, is led away from the form.
    """
    from playwright.sync_api import TimeoutError as TooSlow

    for _ in range(_TRIES):
        page.goto(f"{address}/login")
        if "/login" not in page.url:
            return
        page.fill("#username", board_content.OWNER)
        page.fill("#password", board_content.PASSWORD)
        page.click("#login")
        with suppress(TooSlow):
            page.wait_for_url(lambda url: "/login" not in url, timeout=20_000)
            return
    page.wait_for_url(lambda url: "/login" not in url)


def sign_in_to_the_server(page: Any, password: str = pds_content.PASSWORD, *, remember: bool = False) -> None:
    """Sign in to a Bluesky server as the teacher."""
    page.wait_for_selector("input[name=username]")
    page.fill("input[name=username]", pds_content.OWNER)
    page.fill("input[type=password]", password)
    if remember:
        page.locator("[role=checkbox], input[type=checkbox]").first.check(force=True)
    page.click("button[type=submit]")
