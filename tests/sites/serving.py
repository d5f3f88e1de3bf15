"""Puts one of our own replicas on a free port of this computer, in a thread."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import parse_qs, quote

import uvicorn
from replica import Asked, Replica
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Kind = TypeVar("Kind", bound=Replica)


@contextmanager
def serving(replica: Kind) -> Iterator[Kind]:
    """The replica on a free port of this computer, gone when the block ends."""

    async def endpoint(request: Request) -> Response:
        body = (await request.body()).decode()
        form = {name: values[-1] for name, values in parse_qs(body, keep_blank_values=True).items()}
        query, path = dict(request.query_params), quote(request.url.path, safe="/@:%")
        asked = Asked(request.method, path, query, form, request.cookies, str(request.url), body)
        reply = replica.respond(asked)
        return Response(reply.body, reply.status, reply.headers, reply.kind)

    app = Starlette(routes=[Route("/{path:path}", endpoint, methods=["GET", "POST"])])
    config = uvicorn.Config(
        app,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=1,
        http="h11",
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        replica.site = f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            yield replica
        finally:
            server.should_exit = True
            thread.join()
