"""The site's data answers: what its own pages ask for while one scrolls, and its pictures."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from selfaudit.practice import payload, seeing
from selfaudit.practice.house import PICTURES, STATIC, House
from selfaudit.practice.seeing import WallMet

KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}
_FILE_NAME = re.compile(r"[a-z0-9]+")


class Data:
    """Data answers and files."""

    def __init__(self, house: House) -> None:
        self._house, self._world = house, house.world

    def routes(self) -> list[Route]:
        """The addresses of the data."""
        me = f"/api/people/{self._world.profile.handle}"
        return [
            Route(f"{me}/posts", self.posts),
            Route(f"{me}/friends", self.friends),
            Route("/api/posts/{post}/comments", self.comments),
            Route("/pictures/{name}.jpg", self.picture),
            Route("/static/style.css", self.style),
            Route("/favicon.ico", self.icon),
        ]

    async def posts(self, request: Request) -> Response:
        """The next page of posts."""
        owner = self._house.owner(request)
        try:
            held, following = seeing.page_of_posts(
                self._world, request.query_params.get("after"), owner=owner
            )
        except WallMet:
            return _wall("Sign in to see older posts.")
        posts = [payload.post(self._world, post, owner=owner) for post in held]
        form_token = self._form_token(request)
        html = self._house.fragment("_post.html", "card", posts, owner=owner, form_token=form_token)
        return JSONResponse({"network": "rookery", "posts": posts, "next": following, "html": html})

    async def friends(self, request: Request) -> Response:
        """The next page of friends."""
        if not self._house.owner(request):
            return _wall("Sign in to see friends.")
        held, following = seeing.page_of_friends(self._world, request.query_params.get("after"))
        friends = [payload.friend(friend) for friend in held]
        html = self._house.fragment("_friend.html", "card", friends)
        return JSONResponse({"network": "rookery", "friends": friends, "next": following, "html": html})

    async def comments(self, request: Request) -> Response:
        """All comments beneath one post."""
        shown = seeing.posts_for(self._world, owner=self._house.owner(request))
        held = next((post for post in shown if post.id == request.path_params["post"]), None)
        if held is None:
            return _wall("Sign in to see this post.")
        comments = [payload.comment(self._world, held, each) for each in held.comments]
        html = self._house.fragment("_post.html", "remark", comments)
        return JSONResponse({"network": "rookery", "comments": comments, "html": html})

    async def picture(self, request: Request) -> Response:
        """A picture's file."""
        name = request.path_params["name"]
        file = PICTURES / f"{name}.jpg"
        if not _FILE_NAME.fullmatch(name) or not file.is_file():
            return Response(status_code=404)
        return Response(file.read_bytes(), media_type="image/jpeg", headers=KEEP)

    async def style(self, _request: Request) -> Response:
        """The style sheet."""
        return Response((STATIC / "style.css").read_bytes(), media_type="text/css", headers=KEEP)

    async def icon(self, _request: Request) -> Response:
        """The little picture in the browser's tab."""
        return Response((STATIC / "rook.svg").read_bytes(), media_type="image/svg+xml", headers=KEEP)

    def _form_token(self, request: Request) -> str:
        session = self._house.sessions.of(request)
        return session.form_token if session else ""


def _wall(message: str) -> Response:
    return JSONResponse({"network": "rookery", "error": "login_required", "message": message}, 401)
