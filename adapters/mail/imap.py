"""One visit to a mailbox over IMAP (RFC 3501): looked at, never changed.

The standard library's client, each call in a thread: the asynchronous one that is well
kept has a licence that ours does not go with, and mail is read twice a minute.
"""

import asyncio
import base64
import hashlib
import imaplib
import re
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Self, TypeVar
from urllib.parse import unquote, urlsplit

from adapters.mail.address import Address
from bot.ports.doors import Mark

TIMEOUT = 10.0  # seconds for each answer
LARGEST = 10 * 1024 * 1024  # bytes of an e-mail that are read
MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
NOT_ASCII = re.compile(r"[^ -~]+")
FAILED = (imaplib.IMAP4.error, OSError, UnicodeError)
WHO = '("name" "shopcrew")'

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Box:
    """A mailbox and how to open it. Its password shows nowhere."""

    at: Address
    folder: str

    @classmethod
    def read(cls, url: str) -> "Box":
        """The mailbox of `imaps://user:password@host:993/INBOX`."""
        folder = unquote(urlsplit(url).path.strip("/"))
        return cls(Address.read(url), folder or "INBOX")

    @property
    def name(self) -> str:
        """What it is called where we keep how far it was read."""
        whole = "\n".join((self.at.host, self.at.user, self.folder))
        return hashlib.sha256(whole.encode()).hexdigest()[:32]

    def open(self) -> imaplib.IMAP4:
        """Signs in. No password goes over an open line, but to this machine."""
        safe = ssl.create_default_context()
        client: imaplib.IMAP4
        if self.at.tls:
            client = imaplib.IMAP4_SSL(
                self.at.host, self.at.port, ssl_context=safe, timeout=TIMEOUT
            )
        else:
            client = imaplib.IMAP4(self.at.host, self.at.port, timeout=TIMEOUT)
            if not self.at.here:
                client.starttls(safe)
        try:
            self._sign_in(client)
        except FAILED:
            client.shutdown()
            raise
        return client

    def _sign_in(self, client: imaplib.IMAP4) -> None:
        if "AUTH=PLAIN" in client.capabilities:  # takes letters of every language
            said = f"\0{self.at.user}\0{self.at.password}".encode()
            client.authenticate("PLAIN", lambda _: said)
        else:
            client.login(self.at.user, self.at.password)
        with suppress(imaplib.IMAP4.error):  # some let in only who says a name (2971)
            client.xatom("ID", WHO)
        answer, said_of_it = client.select(f'"{coded(self.folder)}"', readonly=True)
        if answer != "OK":
            raise imaplib.IMAP4.error(said_of_it)


@dataclass(frozen=True, slots=True)
class News:
    """What there is to be read, the oldest first, and where it ends."""

    uids: tuple[int, ...]
    end: Mark


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail, and how many bytes of it were left."""

    raw: bytes
    unread: int


class Visit:
    """A line to a mailbox, from signing in to hanging up."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self._client: imaplib.IMAP4 | None = None

    async def __aenter__(self) -> Self:
        self._client = await asyncio.to_thread(self._box.open)
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self._client is None:
            return
        try:
            if exc[0] is None:
                await self._call(lambda client: client.logout())
        finally:
            with suppress(*FAILED):
                self._client.shutdown()

    async def news(self, mark: Mark | None, since: date) -> News:
        """What came after the mark. Without one it is what nobody has read of the last
        days, and all of them where the mailbox numbers its mail anew.
        """
        return await self._call(lambda client: _news(client, mark, since))

    async def fetch(self, uid: int) -> Mail | None:
        """One e-mail; None where it is gone by now."""
        return await self._call(lambda client: _fetch(client, uid))

    async def _call(self, ask: Callable[[imaplib.IMAP4], T]) -> T:
        """In a thread. Who stops waiting has the line cut: the thread ends with it."""
        client = self._client
        if client is None:
            raise ConnectionError("hung up")
        try:
            return await asyncio.to_thread(ask, client)
        except asyncio.CancelledError:
            with suppress(*FAILED):
                client.shutdown()
            raise


async def examine(url: str) -> str:
    """Why the mailbox cannot be read; empty where it can."""
    try:
        async with Visit(Box.read(url)):
            return ""
    except FAILED as failed:
        return reason(failed)


def reason(failed: BaseException) -> str:
    """A word for what went wrong; the server's own words may hold what is private."""
    match failed:
        case ssl.SSLError():
            return "imap_certificate"
        case imaplib.IMAP4.abort() | OSError():
            return "imap_not_connected"
        case _:
            return "imap_refused"


def coded(folder: str) -> str:
    """A folder's name as IMAP writes it: modified UTF-7 (RFC 3501 §5.1.3)."""

    def code(found: re.Match[str]) -> str:
        packed = base64.b64encode(found[0].encode("utf-16-be")).decode()
        return f"&{packed.rstrip('=').replace('/', ',')}-"

    plain = folder.replace("&", "&-").replace("\\", "\\\\").replace('"', '\\"')
    return NOT_ASCII.sub(code, plain)


def _news(client: imaplib.IMAP4, mark: Mark | None, since: date) -> News:
    validity = _number(client, "UIDVALIDITY") or 0
    after = f"{since.day:02}-{MONTHS[since.month - 1]}-{since.year}"
    if mark and mark.validity == validity:
        found = _search(client, "UID", f"{mark.last + 1}:*")
        new = tuple(uid for uid in found if uid > mark.last)  # n:* names the last one
        return News(new, Mark(validity, max(new, default=mark.last)))
    only = () if mark else ("UNSEEN",)
    new = _search(client, *only, "SINCE", after)
    following = _number(client, "UIDNEXT")
    last = following - 1 if following else max(_search(client, "ALL"), default=0)
    return News(new, Mark(validity, max(last, *new, 0)))


def _search(client: imaplib.IMAP4, *what: str) -> tuple[int, ...]:
    answer, found = client.uid("SEARCH", *what)
    if answer != "OK":
        raise imaplib.IMAP4.error(answer)
    return tuple(sorted(int(uid) for each in found if each for uid in each.split()))


def _fetch(client: imaplib.IMAP4, uid: int) -> Mail | None:
    what = f"(RFC822.SIZE BODY.PEEK[]<0.{LARGEST}>)"
    answer, parts = client.uid("FETCH", str(uid), what)
    if answer != "OK":
        raise imaplib.IMAP4.error(answer)
    raw = next((part[1] for part in parts if isinstance(part, tuple)), None)
    if raw is None:
        return None
    said = b" ".join(_flat(parts))
    size = SIZE.search(said)
    return Mail(raw, max(0, int(size[1]) - len(raw)) if size else 0)


def _flat(parts: list[Any]) -> list[bytes]:
    """What the server said around the e-mail."""
    around = [part[0] if isinstance(part, tuple) else part for part in parts]
    return [part for part in around if isinstance(part, bytes)]


def _number(client: imaplib.IMAP4, name: str) -> int | None:
    _, found = client.response(name)
    first = found[0] if found else None
    return int(first) if isinstance(first, bytes) and first.isdigit() else None
