"""The mailbox for feedback: read again and again, by one replica at a time."""

import asyncio
import logging
from datetime import timedelta

from adapters.mail.imap import FAILED, Box, Mail, Visit, reason
from adapters.mail.inbound import read
from bot.errors import StoreAway
from bot.ports import Clock
from bot.ports.doors import Mark
from bot.ports.intake import Mailroom
from bot.ports.ownership import Ownership

log = logging.getLogger(__name__)

EVERY = 30.0  # seconds between visits
PATIENCE = 600.0  # seconds between visits at most, where they fail
TRIES = 3  # of one e-mail that always fails
DAYS = timedelta(days=7)  # how far the first visit looks back


class Inbox:
    """Brings every e-mail to the core once."""

    def __init__(
        self,
        url: str,
        mailroom: Mailroom,
        clock: Clock,
        ownership: Ownership,
        every: float = EVERY,
    ) -> None:
        self._box = Box.read(url)
        self._mailroom = mailroom
        self._clock = clock
        self._ownership = ownership
        self._every = every
        self._at = 0
        self._failures: dict[int, int] = {}

    async def run(self) -> None:
        """Reads while this process is the owner, until it is cancelled."""
        try:
            while True:
                await self._ownership.gain()
                reading = asyncio.create_task(self._read_on())
                losing = asyncio.create_task(self._ownership.lose())
                both = {reading, losing}
                try:
                    await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    for task in both:
                        task.cancel()
                    await asyncio.gather(*both, return_exceptions=True)
                await self._rest_after(reading)
        finally:
            await self._ownership.release()

    async def visit(self) -> int:
        """Takes what is new; says how many e-mails that was.

        Raises OSError or `imaplib.IMAP4.error` for the mailbox, StoreAway for the
        database: what was not taken is read again the next time.
        """
        name, taken = self._box.name, 0
        mark = await self._mailroom.reached(name)
        since = (self._clock.now() - DAYS).date()
        async with Visit(self._box) as visit:
            news = await visit.news(mark, since)
            for uid in news.uids:
                self._at = uid
                if self._failures.get(uid, 0) >= TRIES:
                    log.error("mail given up", extra={"uid": uid})
                elif mail := await visit.fetch(uid):
                    await self._take(mail, uid)
                    taken += 1
                if mark and mark.validity == news.end.validity:
                    await self._mailroom.reach(name, Mark(mark.validity, uid))
            if news.end != mark:
                await self._mailroom.reach(name, news.end)
        return taken

    async def _read_on(self) -> None:
        wait = self._every
        while True:
            try:
                await self.visit()
                wait = self._every
            except FAILED as failed:
                wait = min(2 * wait, PATIENCE)
                log.warning("mailbox not read", extra={"why": reason(failed)})
            except StoreAway:
                log.warning("mailbox not read", extra={"why": "database"})
            await asyncio.sleep(wait)

    async def _rest_after(self, reading: asyncio.Task[None]) -> None:
        """One e-mail that we cannot take must not keep the others out."""
        if reading.cancelled() or (wrong := reading.exception()) is None:
            return
        self._failures[self._at] = self._failures.get(self._at, 0) + 1
        log.error("mail not taken", extra={"uid": self._at}, exc_info=wrong)
        await asyncio.sleep(self._every)

    async def _take(self, mail: Mail, uid: int) -> None:
        letter = await asyncio.to_thread(read, mail.raw)
        if letter is None:
            log.info("mail passed over", extra={"uid": uid, "why": "automatic"})
            return
        ours = letter.trusted and await self._mailroom.ours(letter.sender)
        parcel = letter.parcel(self._clock.now(), mail.unread, ours=ours)
        kept = await self._mailroom.take(parcel)
        log.info("mail taken", extra={"uid": uid, "feedback": kept.number})
