"""The web application that every HTTP door is part of."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from socket import socket

from aiohttp import web

MEGABYTE = 1024 * 1024
LAST = 1.0  # seconds for answers in hand when the bot ends

Checks = Callable[[], Awaitable[Mapping[str, bool]]]


def build(checks: Checks, routes: Sequence[web.AbstractRouteDef]) -> web.Application:
    """The application: `GET /healthz`, `GET /readyz` and the routes of the adapters.

    `checks` names what must work for the bot to be ready; `/readyz` answers 503 with
    the names and states when one does not.
    """

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(_: web.Request) -> web.Response:
        states = dict(await checks())
        ready = all(states.values())
        return web.json_response({"ok": ready, **states}, status=200 if ready else 503)

    app = web.Application(client_max_size=MEGABYTE)
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), *routes])
    return app


async def serve(app: web.Application, listening: socket) -> web.AppRunner:
    """Serves on a socket that listens already, until the runner is cleaned up."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    return runner
