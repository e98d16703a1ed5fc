"""A pretend mailbox that a shop reads, and what is written to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote

from adapters.mail.inbox import Inbox
from bot.bootstrap.doors import CrewMail
from bot.model.feedback import Feedback
from storage.database.ownership import SoleOwnership
from tests.adapters.mail.mailbox import PretendMailbox
from tests.bot.feedback.desk import Desk, a_desk
from tests.databases import Kind
from tests.driver import MONDAY

TODAY = MONDAY.date()
WORDS = "The cart is empty after login"


@dataclass
class Post:
    """A mailbox, who reads it, and the shop."""

    desk: Desk
    box: PretendMailbox
    inbox: Inbox
    items: list[Feedback] = field(default_factory=list)

    async def gets(self, message: EmailMessage, on: date = TODAY) -> list[Feedback]:
        """An e-mail comes and the mailbox is read; all feedback there is then."""
        self.box.gets(message.as_bytes(policy=SMTP), on)
        return await self.reads()

    async def reads(self) -> list[Feedback]:
        """The mailbox is read once."""
        await self.inbox.visit()
        await self.desk.team.crew.pulse.settle()
        async with self.desk.team.store.reading() as db:
            return list((await db.feedback.where())[::-1])


def a_mail(
    text: str = WORDS,
    sender: str = "Maria Rossi <maria@out.example>",
    subject: str = "Cart",
    id: str = "",
    **headers: str,
) -> EmailMessage:
    """An e-mail to the mailbox."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "voice@tea.example"
    message["Subject"] = subject
    message["Date"] = format_datetime(MONDAY - timedelta(minutes=5))
    message["Message-ID"] = id or f"<{abs(hash((text, sender, subject)))}@out.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def address(box: PretendMailbox, folder: str = "") -> str:
    """The setting that names it."""
    password = quote(box.password, safe="")
    return f"imap://voice%40tea:{password}@127.0.0.1:{box.port}{folder}"


@asynccontextmanager
async def a_post(kind: Kind = "sqlite", plain: bool = True) -> AsyncIterator[Post]:
    """The mailbox is known and empty."""
    box = PretendMailbox(plain=plain)
    await box.start()
    try:
        async with a_desk(kind) as desk:
            room = CrewMail(desk.team.crew)
            inbox = Inbox(address(box), room, desk.team.clock, SoleOwnership())
            post = Post(desk, box, inbox)
            await post.reads()
            yield post
    finally:
        await box.stop()
