"""The practice network as one application."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from selfaudit.practice.changing import Changing
from selfaudit.practice.data import Data
from selfaudit.practice.doors import Doors
from selfaudit.practice.house import House
from selfaudit.practice.ledger import Ledger, Recording
from selfaudit.practice.pages import Pages


def build_site(house: House, ledger: Ledger) -> ASGIApp:
    """The site over this house; every request is written into the ledger."""

    async def missing(request: Request, _error: Exception) -> Response:
        return house.missing(request)

    parts = (Doors(house), Data(house), Changing(house), Pages(house))
    routes = [route for part in parts for route in part.routes()]
    site = Starlette(routes=routes, exception_handlers={404: missing})
    return Recording(site, ledger, house.sessions.signed_in)
