"""Opening the web application on an address."""

from contextlib import AsyncExitStack
from socket import AF_INET, AF_INET6, create_server, socket

from aiohttp import web

from adapters.web.app import serve
from bot.errors import ConfigError


def listen(stack: AsyncExitStack, host: str, port: int) -> tuple[socket, str]:
    """Takes the address, so that it is known before anything is served there.

    Port 0 picks a free one. Raises ConfigError where the address cannot be used.
    """
    family = AF_INET6 if ":" in host else AF_INET
    try:
        listening = create_server((host, port), family=family)
    except OSError as taken:
        where, why = f"{host}:{port}", taken.strerror
        raise ConfigError("config-address-taken", where=where, why=why) from taken
    stack.enter_context(listening)
    there = f"[{host}]" if family == AF_INET6 else host
    return listening, f"http://{there}:{listening.getsockname()[1]}"


async def serve_on(
    stack: AsyncExitStack, app: web.Application, listening: socket
) -> None:
    """Serves until the stack closes."""
    runner = await serve(app, listening)
    stack.push_async_callback(runner.cleanup)
