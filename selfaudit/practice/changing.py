"""What changes something on the site. It all works, and the tool must never so much as ask for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from selfaudit.practice.house import House
from selfaudit.practice.ledger import LOG_OUT
from selfaudit.practice.world import Post

Change = Callable[[Request, FormData], str]
"""Makes a change and says where to go next."""


class Changing:
    """The forms and buttons of the site."""

    def __init__(self, house: House) -> None:
        self._house, self._world = house, house.world

    def routes(self) -> list[Route]:
        """The addresses of the changes."""
        post = self._guarded
        return [
            Route(LOG_OUT, self.log_out),
            Route("/posts", post(self.write), methods=["POST"]),
            Route("/posts/{post}/delete", post(self.delete), methods=["POST"]),
            Route("/posts/{post}/like", post(self.like), methods=["POST"]),
            Route("/requests/{person}/accept", post(self.accept), methods=["POST"]),
            Route("/requests/{person}/decline", post(self.decline), methods=["POST"]),
            Route("/settings/privacy", post(self.save), methods=["POST"]),
        ]

    async def log_out(self, request: Request) -> Response:
        """End the session; a mere link does it, as on many a site."""
        self._house.sessions.end(request)
        return RedirectResponse("/login", 303)

    def write(self, _request: Request, form: FormData) -> str:
        """A new post."""
        number = max(int(post.id[1:]) for post in self._world.posts) + 1
        audience = "public" if form.get("audience") == "public" else "friends"
        new = Post(f"p{number}", datetime.now(UTC), audience, str(form.get("text", "")))
        self._world.posts.insert(0, new)
        return f"/{self._world.profile.handle}"

    def delete(self, request: Request, _form: FormData) -> str:
        """A post is gone for good."""
        unwanted = request.path_params["post"]
        self._world.posts = [post for post in self._world.posts if post.id != unwanted]
        return f"/{self._world.profile.handle}"

    def like(self, request: Request, _form: FormData) -> str:
        """One more like."""
        for post in self._world.posts:
            post.likes += post.id == request.path_params["post"]
        return f"/{self._world.profile.handle}/posts/{request.path_params['post']}"

    def accept(self, request: Request, form: FormData) -> str:
        """Somebody who asked becomes a friend."""
        asked = request.path_params["person"]
        self._world.friends += [other for other in self._world.requests if other.id == asked]
        return self.decline(request, form)

    def decline(self, request: Request, _form: FormData) -> str:
        """Somebody who asked is waiting no more."""
        asked = request.path_params["person"]
        self._world.requests = [other for other in self._world.requests if other.id != asked]
        return "/"

    def save(self, _request: Request, form: FormData) -> str:
        """New values of settings."""
        for setting in self._world.settings:
            value = str(form.get(setting.name, setting.value))
            setting.value = value if value in setting.choices else setting.value
        return "/settings/privacy"

    def _guarded(self, change: Change) -> Callable[[Request], Awaitable[Response]]:
        """Only for the worker, and only from a form of the site itself."""

        async def answer(request: Request) -> Response:
            session, form = self._house.sessions.of(request), await request.form()
            if session is None or not session.open or form.get("form_token") != session.form_token:
                return self._house.page(request, "missing.html", 403)
            return RedirectResponse(change(request, form), 303)

        return answer
