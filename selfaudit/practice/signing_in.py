"""Signs the practice worker in, for the demo and the tests; the product itself never types a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selfaudit.practice.sessions import CODE, PASSWORD, USERNAME

if TYPE_CHECKING:
    from playwright.sync_api import Page


def sign_in(page: Page) -> None:
    """Type into the site's own form, from the open sign-in page to the page after the second factor."""
    only_necessary = page.get_by_role("button", name="Only necessary")
    if only_necessary.is_visible():
        only_necessary.click()
    page.get_by_label("User name or email").fill(USERNAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Six-digit code").fill(CODE)
    page.get_by_role("button", name="Continue").click()
    page.locator("body[data-viewer]").wait_for()
