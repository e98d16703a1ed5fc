"""Who may steer the simulator: this machine only, and no foreign web page."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def loopback_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other machines, other host names (DNS rebinding) and other origins."""
    host = urlsplit(f"//{request.headers.get('Host', '')}").hostname
    origin = request.headers.get("Origin")
    if not _is_local(request.remote) or not _is_local(host):
        return _refused("the simulator answers only on this machine")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("Host"):
        return _refused("the simulator does not answer other web pages")
    return await handler(request)


def refuse_outside(url: str) -> None:
    """Raise for an address outside: the simulator sends only to this machine."""
    host = urlsplit(url).hostname
    if not _is_local(host):
        raise ValueError(f"the simulator sends only to this machine, not to {host}")


def _is_local(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _refused(sentence: str) -> web.Response:
    return web.json_response({"ok": False, "error": sentence}, status=403)
