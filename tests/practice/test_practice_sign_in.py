"""Signing in to the practice network: a password, then a second factor, each with its wrong path."""

from __future__ import annotations

import pytest
from practice.visitor import a_visitor

from selfaudit.practice import PracticeServer, sign_in


def test_a_wrong_password_is_refused_with_a_message_and_opens_nothing(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as visitor:
        answer = visitor.post("/login", data={"username": server.username, "password": "seagull"})
        assert answer.status_code == 422
        assert "do not match" in answer.text
        assert visitor.get("/settings/privacy").url.path == "/login"


def test_a_password_alone_opens_nothing(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as visitor:
        answer = visitor.post("/login", data={"username": server.username, "password": server.password})
        assert answer.url.path == "/login/code"
        assert visitor.get("/settings/privacy").url.path == "/login"


def test_a_wrong_code_is_refused_with_a_message_and_a_right_one_still_works(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as visitor:
        visitor.post("/login", data={"username": server.username, "password": server.password})
        answer = visitor.post("/login/code", data={"code": "000000"})
        assert answer.status_code == 422
        assert "not right" in answer.text
        assert visitor.post("/login/code", data={"code": "482 913"}).url.path == "/"
        assert visitor.get("/settings/privacy").url.path == "/settings/privacy"


def test_a_code_without_a_password_leads_back_to_the_beginning(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as visitor:
        assert visitor.post("/login/code", data={"code": server.code}).url.path == "/login"


def test_the_wall_leads_on_to_the_page_that_was_wanted(server: PracticeServer) -> None:
    words = {"username": server.username, "password": server.password, "next": "/alexmorgan/friends"}
    with a_visitor(server, signed_in=False) as visitor:
        visitor.post("/login", data=words)
        assert visitor.post("/login/code", data={"code": server.code}).url.path == "/alexmorgan/friends"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_the_wall_never_leads_to_another_site(server: PracticeServer, elsewhere: str) -> None:
    words = {"username": server.username, "password": server.password, "next": elsewhere}
    with a_visitor(server, signed_in=False) as visitor:
        visitor.post("/login", data=words)
        assert visitor.post("/login/code", data={"code": server.code}).url.path == "/"


def test_a_session_of_before_the_second_factor_is_worth_nothing_after_it(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as visitor, a_visitor(server, signed_in=False) as thief:
        visitor.post("/login", data={"username": server.username, "password": server.password})
        thief.cookies.set("rookery_session", visitor.cookies["rookery_session"])
        visitor.post("/login/code", data={"code": server.code})
        assert thief.get("/settings/privacy").url.path == "/login"


@pytest.mark.browser
def test_a_browser_signs_in_past_the_cookie_banner_and_scrolls_to_the_last_post(
    server: PracticeServer,
) -> None:
    from playwright.sync_api import sync_playwright

    from selfaudit.browser.finding import find_browser

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=find_browser().path, args=flags)
        page = browser.new_page()
        page.goto(f"{server.address}/login")
        sign_in(page)
        assert page.locator("#cookie-banner").count() == 0
        page.goto(f"{server.address}/alexmorgan")
        while not page.locator("#list-end").count():
            page.mouse.wheel(0, 4000)
            page.wait_for_timeout(20)
        assert page.locator("article[data-post]").count() == 127
        browser.close()
    assert server.changes == 0
