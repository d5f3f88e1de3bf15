"""What the owner and a stranger are shown on the practice network."""

from __future__ import annotations

import re

import pytest
from practice.visitor import a_visitor

from selfaudit.practice import PracticeServer


def _every_post(visitor, address: str = "/api/people/alexmorgan/posts"):  # noqa: ANN001, ANN202 - a test's helper
    pages, answer = [], visitor.get(address)
    while answer.is_success:
        pages.append([post["id"] for post in answer.json()["posts"]])
        following = answer.json()["next"]
        if following is None:
            break
        answer = visitor.get(f"{address}?after={following}")
    return pages, answer


def test_the_owner_scrolls_through_every_post_once(server: PracticeServer) -> None:
    with a_visitor(server) as visitor:
        pages, last = _every_post(visitor)
    seen = [post for page in pages for post in page]
    assert last.json()["next"] is None
    assert (len(seen), len(set(seen)), max(map(len, pages))) == (127, 127, 12)
    assert seen == sorted(seen, reverse=True)


def test_a_stranger_sees_the_twenty_newest_public_posts_and_then_a_wall(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as visitor:
        pages, last = _every_post(visitor)
    assert [len(page) for page in pages] == [12, 8]
    assert last.status_code == 401
    assert last.json()["error"] == "login_required"


def test_a_stranger_is_shown_one_post_that_is_said_to_be_for_friends(server: PracticeServer) -> None:
    with a_visitor(server) as owner, a_visitor(server, signed_in=False) as stranger:
        strangers = {post for page in _every_post(stranger)[0] for post in page}
        told = owner.get("/api/people/alexmorgan/posts?after=p1118").json()["posts"]
        audiences = {post["id"]: post["audience"] for post in told}
    assert {post for post in strangers if audiences.get(post) == "friends"} == {"p1117"}


def test_a_stranger_is_never_told_an_audience(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as stranger:
        posts = stranger.get("/api/people/alexmorgan/posts").json()["posts"]
    assert {post["audience"] for post in posts} == {None}


@pytest.mark.parametrize("address", ["/alexmorgan/friends", "/settings/privacy", "/carolmorgan55"])
def test_a_stranger_meets_the_wall_with_where_they_were_going(server: PracticeServer, address: str) -> None:
    with a_visitor(server, signed_in=False) as stranger:
        wall = stranger.get(address)
    assert (wall.url.path, wall.url.params["next"]) == ("/login", address)
    assert "Sign in to see this page" in wall.text


def test_a_stranger_can_open_a_shown_post_and_no_other(server: PracticeServer) -> None:
    with a_visitor(server, signed_in=False) as stranger:
        assert "Longsands" in stranger.get("/alexmorgan/posts/p1123").text
        assert stranger.get("/alexmorgan/posts/p1120").url.path == "/login"
        assert stranger.get("/api/posts/p1120/comments").status_code == 401


def test_photos_of_friends_only_albums_are_the_owners_alone(server: PracticeServer) -> None:
    def photos(visitor) -> set[str]:  # noqa: ANN001 - a test's helper
        return set(re.findall(r'<figure id="(ph\d+)"', visitor.get("/alexmorgan/photos").text))

    with a_visitor(server) as owner, a_visitor(server, signed_in=False) as stranger:
        assert photos(owner) - photos(stranger) == {"ph28", "ph30"}


def test_long_threads_show_their_first_comments_and_offer_the_rest(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        page = owner.get("/alexmorgan/posts/p1105")
        answer = owner.get("/api/people/alexmorgan/posts?after=p1106").json()["posts"][0]
        rest = owner.get(answer["more_comments"]).json()["comments"]
    assert page.is_success
    assert (len(answer["comments"]), answer["comment_count"], len(rest)) == (3, 5, 5)


def test_nothing_on_any_page_comes_from_elsewhere(server: PracticeServer) -> None:
    addresses = (
        "/login",
        "/",
        "/alexmorgan",
        "/alexmorgan/photos",
        "/alexmorgan/friends",
        "/settings/privacy",
    )
    with a_visitor(server) as owner:
        for address in addresses:
            page = owner.get(address)
            loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', page.text)
            assert loaded
            assert all(source.startswith("/") and not source.startswith("//") for source in loaded)
            assert page.headers["content-security-policy"].startswith("default-src 'self'")


def test_every_picture_on_the_photos_page_is_there_and_may_be_kept(server: PracticeServer) -> None:
    with a_visitor(server) as owner:
        sources = set(re.findall(r'src="(/pictures/[^"]+)"', owner.get("/alexmorgan/photos").text))
        answers = [owner.get(source) for source in sources]
    assert len(sources) == 24
    assert all(answer.content.startswith(b"\xff\xd8") for answer in answers)
    assert all("immutable" in answer.headers["cache-control"] for answer in answers)


@pytest.mark.parametrize("name", ["ph99", "..%2Fcrest", "PH01"])
def test_no_other_file_can_be_had(server: PracticeServer, name: str) -> None:
    with a_visitor(server) as owner:
        assert owner.get(f"/pictures/{name}.jpg").status_code == 404
