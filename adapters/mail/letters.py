"""E-mail as letters: satisfies `bot.ports.letters.Letters`.

A connection is opened for each one: they are rare. An e-mail that may have arrived is
sent again under the same Message-ID, which mail programs show once (RFC 5322 §3.6.4).
"""

import hashlib
import logging
import re
from collections.abc import Sequence
from email.headerregistry import Address as Named
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

import aiosmtplib
from aiosmtplib import (
    SMTPConnectError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from adapters.mail.address import Address
from adapters.mail.render import as_html, as_text, subject
from bot.errors import ChatError, NotSaid, Rejected, Unreachable
from bot.messages import Card
from bot.model.letter import MAIL
from bot.model.people import Account, Person
from bot.model.refs import PlaceRef
from bot.ports import Clock

log = logging.getLogger(__name__)

TIMEOUT = 20.0  # seconds for each step
ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255}", re.ASCII)


class Server(Address):
    """The server that takes e-mail from us."""

    __slots__ = ()

    @property
    def start_tls(self) -> bool | None:
        """Whether the line has to be encrypted before anything is said: no password
        goes over an open one, but to this machine. None where it may.
        """
        if self.tls:
            return False
        return True if self.user and not self.here else None

    def client(self) -> aiosmtplib.SMTP:
        """A line to it, to be opened."""
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.user or None,
            password=self.password or None,
            use_tls=self.tls,
            start_tls=self.start_tls,
            timeout=TIMEOUT,
        )


class MailLetters:
    """Sends e-mail from one address, to those that the platforms vouch for."""

    platform = MAIL

    def __init__(self, url: str, sender: str, clock: Clock) -> None:
        self._server = Server.read(url)
        name, self._from = parseaddr(sender)
        self._name = name
        self._clock = clock

    def box(self, person: Person, accounts: Sequence[Account]) -> PlaceRef | None:
        """See `bot.ports.letters.Letters.box`: the profile's own address."""
        known = (person.email, *(account.email for account in accounts))
        for address in known:
            if address and ADDRESS.fullmatch(address):
                return PlaceRef(MAIL, "", address)
        return None

    async def send(self, box: PlaceRef, letter: Card, *, key: str) -> None:
        """See `bot.ports.letters.Letters.send`."""
        message = self._written(box.id, letter, key)
        try:
            async with self._server.client() as client:
                await client.send_message(
                    message, sender=self._from, recipients=[box.id]
                )
        except (SMTPException, OSError, ValueError) as failed:
            raise _ours(failed) from failed

    def _written(self, to: str, letter: Card, key: str) -> EmailMessage:
        message = EmailMessage()
        message["From"] = Named(self._name, addr_spec=self._from)
        message["To"] = to
        message["Subject"] = subject(letter)
        message["Date"] = format_datetime(self._clock.now())
        message["Message-ID"] = self._id(key)
        if letter.subject:  # what is about one thing stands together
            message["References"] = self._id(letter.subject)
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody answers it
        message["X-Auto-Response-Suppress"] = "All"
        message.set_content(as_text(letter))
        message.add_alternative(as_html(letter), subtype="html")
        return message

    def _id(self, words: str) -> str:
        digest = hashlib.sha256(words.encode()).hexdigest()[:32]
        return f"<{digest}@{self._from.partition('@')[2]}>"


async def examine(url: str) -> str:
    """Why the server does not take us; empty where it does. Nothing is sent."""
    try:
        async with Server.read(url).client():
            return ""
    except (SMTPException, OSError, ValueError) as failed:
        return _ours(failed).code


def _ours(failed: Exception) -> ChatError:
    """What became of it: before it was handed over nothing can have arrived."""
    match failed:
        case SMTPRecipientsRefused(recipients=refused) if refused:
            return _answered(refused[0].code)
        case SMTPConnectError():
            return NotSaid("mail_not_connected")
        case SMTPResponseException(code=code):
            return _answered(code)
        case SMTPTimeoutError() | SMTPServerDisconnected():
            return Unreachable("mail_no_answer")
        case SMTPException():
            return Rejected("mail_refused")
        case OSError():
            return NotSaid("mail_not_connected")
        case _:
            return Rejected("mail_address")


def _answered(code: int) -> ChatError:
    """4xx is for now, 5xx for good (RFC 5321 §4.2.1)."""
    name = f"mail_{code}"
    return NotSaid(name) if 400 <= code < 500 else Rejected(name)
