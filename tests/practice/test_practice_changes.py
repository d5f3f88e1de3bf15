"""What changes something on the practice network really does, and is always counted."""

from __future__ import annotations

import re

import pytest
from practice.visitor import a_visitor

from selfaudit.practice import PracticeServer, serve


def _token(page: str) -> dict[str, str]:
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found
    return {"form_token": found[1]}


def test_signing_in_and_reading_change_nothing(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        for address in ("/", "/alexmorgan", "/alexmorgan/friends", "/settings/privacy"):
            owner.get(address)
    assert server.changes == 0


def test_the_log_out_link_ends_the_session_and_counts(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        owner.get("/logout")
        assert owner.get("/settings/privacy").url.path == "/login"
    assert server.changes == 1


def test_a_deleted_post_is_gone_and_counted(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        owner.post("/posts/p1123/delete", data=_token(owner.get("/alexmorgan").text))
        assert "Longsands" not in owner.get("/alexmorgan").text
    assert server.changes == 1


def test_an_accepted_request_makes_a_friend_and_counts(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        owner.post("/requests/u401/accept", data=_token(owner.get("/").text))
        assert "Poppy Grieves" not in owner.get("/").text
        friends = owner.get("/api/people/alexmorgan/friends?after=u339").json()["friends"]
    assert [friend["name"] for friend in friends] == ["Angela Swan", "Poppy Grieves"]
    assert server.changes == 1


def test_a_saved_setting_stays_saved_and_counts(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        token = _token(owner.get("/settings/privacy").text)
        page = owner.post("/settings/privacy", data={**token, "search_engines": "Off", "tagging": "Martians"})
    assert re.search(r'name="search_engines" value="Off" checked', page.text)
    assert "<option selected>Nobody</option>" in page.text
    assert server.changes == 1


def test_a_new_post_and_a_like_count(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        token = _token(owner.get("/alexmorgan").text)
        page = owner.post("/posts", data={**token, "text": "<b>Canny</b>", "audience": "public"})
        assert "&lt;b&gt;Canny&lt;/b&gt;" in page.text
        assert "♥ 1" in owner.post("/posts/p1124/like", data=token).text
    assert server.changes == 2


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_form_from_elsewhere_is_refused_and_still_counted(server: PracticeServer, signed_in: bool) -> None:
    with a_visitor(server, signed_in=signed_in) as visitor:
        assert visitor.post("/posts/p1123/delete", data={"form_token": "guess"}).status_code == 403
        assert "Longsands" in visitor.get("/alexmorgan").text
    assert server.changes == 1


def test_every_request_is_written_down_with_whether_a_session_came_with_it(server: PracticeServer) -> None:
    with a_visitor(server) as owner, a_visitor(server, signed_in=False) as stranger:
        owner.get("/alexmorgan/friends")
        stranger.get("/api/people/alexmorgan/posts?after=p1100")
    asked = [(each.method, each.address, each.signed_in) for each in server.requests]
    assert ("GET", "/alexmorgan/friends", True) in asked
    assert ("GET", "/api/people/alexmorgan/posts?after=p1100", False) in asked


def test_two_servers_share_nothing_and_both_are_gone_afterwards() -> None:
    import httpx

    with serve() as first, serve() as second, a_visitor(first) as owner, a_visitor(second) as other:
        owner.post("/posts/p1123/delete", data=_token(owner.get("/alexmorgan").text))
        assert "Longsands" in other.get("/alexmorgan").text
        assert (first.changes, second.changes) == (1, 0)
    for address in (first.address, second.address):
        with pytest.raises(httpx.ConnectError):
            httpx.get(address)


def test_the_server_is_gone_even_when_something_went_wrong() -> None:
    import httpx

    with pytest.raises(KeyboardInterrupt), serve() as running:
        raise KeyboardInterrupt
    with pytest.raises(httpx.ConnectError):
        httpx.get(running.address)
