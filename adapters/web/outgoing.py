"""Calls to addresses that people typed: signed, and never into our own network.

Whoever may type an address could else have us reach what only we can: the metadata of
a cloud, a database beside us. Every address a name stands for is looked at, and those
looked at are the ones that are called. Redirects are not followed.
"""

import asyncio
import ipaddress
import re
import socket
import ssl
from collections.abc import Iterable
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from adapters.web.signed import signature
from bot.model.blocker.hook import Heard, Hook
from bot.ports.hooks import Outside

TIMEOUT = 10  # seconds for one call, whatever it does
LONGEST_WAIT = 86_400
# Addresses that stand for IPv4 ones, behind which the inside could hide.
TUNNELS = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")))
# What systems read as an address though it is none as it should be: 127.1, 0x7f000001.
LITERAL = re.compile(r"[\d.]+|0x[\da-f.x]+|.*:.*", re.IGNORECASE)
Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


class Inside(OSError):
    """An address that lies in our own network."""


class Allowed:
    """What of the inside may be called, as the owner says: hosts and networks."""

    def __init__(self, words: str = "") -> None:
        self.hosts: set[str] = set()
        self.networks: list[Network] = []
        for word in filter(None, (each.strip() for each in words.split(","))):
            try:
                self.networks.append(ipaddress.ip_network(word, strict=False))
            except ValueError:
                self.hosts.add(word.casefold())

    def takes(self, host: str, address: str) -> bool:
        """Whether this address of this host may be called."""
        if host.casefold() in self.hosts:
            return True
        ip = _plain(ipaddress.ip_address(address.partition("%")[0]))
        known = any(ip in each for each in self.networks if each.version == ip.version)
        return known or is_outside(ip)

    def trusts(self, host: str) -> bool:
        """Whether that host was named, so that it needs no TLS."""
        try:
            ip = ipaddress.ip_address(host)
        except ValueError:
            return host.casefold() in self.hosts
        named = (each for each in self.networks if each.version == ip.version)
        return host.casefold() in self.hosts or any(ip in each for each in named)


def is_outside(ip: Address) -> bool:
    """Whether it is an address of the public network."""
    ip = _plain(ip)
    hides = isinstance(ip, IPv6Address) and any(ip in each for each in TUNNELS)
    return ip.is_global and not ip.is_multicast and not hides


def _plain(ip: Address) -> Address:
    """An IPv4 address written as IPv6 is that address."""
    return (isinstance(ip, IPv6Address) and ip.ipv4_mapped) or ip


class GuardedResolver(AbstractResolver):
    """Names as they are, unless any of their addresses is one of the inside."""

    def __init__(self, allowed: Allowed, resolver: AbstractResolver) -> None:
        self._allowed = allowed
        self._resolver = resolver

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,
    ) -> list[ResolveResult]:
        """Raises Inside where one may not be called."""
        found = await self._resolver.resolve(host, port, family)
        if not all(self._allowed.takes(host, each["host"]) for each in found):
            raise Inside(host)
        return found

    async def close(self) -> None:
        """Lets the resolver behind it go."""
        await self._resolver.close()


class Outgoing:
    """Satisfies `bot.ports.hooks.Outside`; each call has a connection of its own."""

    def __init__(
        self, allowed: Allowed, resolver: AbstractResolver | None = None
    ) -> None:
        self._allowed = allowed
        self._resolver = resolver

    async def tell(self, hook: Hook, message: str, body: bytes, now: datetime) -> Heard:
        """Posts it, signed; says what came back."""
        if refused := self._refused(hook):
            return Heard(why=refused, never=True)
        try:
            async with asyncio.timeout(TIMEOUT):
                return await self._post(hook, message, body, now)
        except (TimeoutError, aiohttp.ServerTimeoutError):
            return Heard(why="timeout")
        except (OSError, aiohttp.ClientError) as failed:
            return _failed(failed)

    def _refused(self, hook: Hook) -> str:
        """What is wrong with the address itself: literal ones are never looked up."""
        host, trusted = hook.host, self._allowed.trusts(hook.host)
        if urlsplit(hook.url).scheme != "https" and not trusted:
            return "not-https"
        if not LITERAL.fullmatch(host):
            return ""
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return "unknown-host"
        return "" if self._allowed.takes(host, host) else "inside"

    async def _post(
        self, hook: Hook, message: str, body: bytes, now: datetime
    ) -> Heard:
        stamp = str(int(now.timestamp()))
        said = f"{message}.{stamp}.".encode() + body
        headers = {
            "content-type": "application/json",
            "user-agent": "Shopcrew",
            "webhook-id": message,
            "webhook-timestamp": stamp,
            "webhook-signature": signature(hook.secret, said),
        }
        guard = GuardedResolver(self._allowed, self._resolver or ThreadedResolver())
        connector = aiohttp.TCPConnector(resolver=guard, use_dns_cache=False)
        async with (
            aiohttp.ClientSession(connector=connector) as session,
            session.post(
                hook.url, data=body, headers=headers, allow_redirects=False
            ) as answer,
        ):
            return Heard(answer.status, wait=_wait(answer.headers.get("retry-after")))


def _failed(failed: Exception) -> Heard:
    causes = _causes(failed)
    if any(isinstance(each, Inside) for each in causes):
        return Heard(why="inside", never=True)
    if any(isinstance(each, socket.gaierror) for each in causes):
        return Heard(why="unknown-host")
    if any(isinstance(each, ssl.SSLError) for each in causes):
        return Heard(why="tls")
    return Heard(why="connection")


def _causes(failed: BaseException) -> Iterable[BaseException]:
    """The error, and those it came from."""
    found: list[BaseException] = []
    each: BaseException | None = failed
    while each is not None and each not in found:
        found.append(each)
        inner = getattr(each, "os_error", None)
        each = inner if isinstance(inner, BaseException) else each.__cause__
    return found


def _wait(said: str | None) -> timedelta | None:
    """Seconds that the other side asks for; a date is not read."""
    if said is None or not (said.isascii() and said.isdigit() and len(said) < 8):
        return None
    return timedelta(seconds=min(int(said), LONGEST_WAIT))


_: type[Outside] = Outgoing
