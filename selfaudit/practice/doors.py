"""Signing in: the form, the second factor, and what is said when either is wrong."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from selfaudit.practice.house import House
from selfaudit.practice.sessions import COOKIE

REFUSED = 422
WRONG_PASSWORD = "That user name and password do not match. Check both and try again."  # noqa: S105 - a message
WRONG_CODE = "That code is not right. Codes have six digits."


class Doors:
    """The two steps of signing in."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[Route]:
        """The addresses of the sign-in."""
        return [
            Route("/login", self.form, methods=["GET"]),
            Route("/login", self.password, methods=["POST"]),
            Route("/login/code", self.code_form, methods=["GET"]),
            Route("/login/code", self.code, methods=["POST"]),
        ]

    async def form(self, request: Request) -> Response:
        """The sign-in form; it says why when a wall led here."""
        if self._house.owner(request):
            return RedirectResponse("/", 303)
        return self._sign_in(request, request.query_params.get("next", ""))

    async def password(self, request: Request) -> Response:
        """The first step: user name and password."""
        form = await request.form()
        following = _word(form, "next")
        cookie = self._house.sessions.begin(_word(form, "username"), _word(form, "password"), following)
        if cookie is None:
            return self._sign_in(request, following, WRONG_PASSWORD, REFUSED)
        return _with_session("/login/code", cookie)

    async def code_form(self, request: Request) -> Response:
        """The second step, for those who passed the first."""
        if self._house.owner(request) or self._house.sessions.of(request) is None:
            return RedirectResponse("/login", 303)
        return self._house.page(request, "code.html", message="")

    async def code(self, request: Request) -> Response:
        """The second step's answer."""
        session = self._house.sessions.of(request)
        if session is None:
            return RedirectResponse("/login", 303)
        cookie = self._house.sessions.confirm(request, _word(await request.form(), "code"))
        if cookie is None:
            return self._house.page(request, "code.html", REFUSED, message=WRONG_CODE)
        return _with_session(session.following, cookie)

    def _sign_in(self, request: Request, following: str, message: str = "", status: int = 200) -> Response:
        return self._house.page(request, "sign_in.html", status, message=message, following=following)


def _word(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _with_session(address: str, cookie: str) -> Response:
    response = RedirectResponse(address, 303)
    response.set_cookie(COOKIE, cookie, httponly=True, samesite="lax")
    return response
