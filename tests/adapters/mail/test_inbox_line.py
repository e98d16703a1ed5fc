"""The line to the mailbox: signed in to, lost, and had by one process at a time."""

import asyncio
import logging

import pytest

from adapters.mail.imap import FAILED, Box, coded, examine
from adapters.mail.inbox import Inbox
from bot.bootstrap.doors import CrewMail
from bot.crew import Crew
from bot.errors import StoreAway
from bot.ports.intake import Kept, Parcel
from bot.ports.ownership import Ownership
from storage.database.ownership import SoleOwnership
from tests.adapters.mail.post import TODAY, a_mail, a_post, address


async def test_a_server_without_plain_is_signed_in_to(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """By the older word; a wrong password is told without its letters."""
    caplog.set_level(logging.DEBUG)
    async with a_post() as post:
        assert await examine(address(post.box)) == ""
        wrong = address(post.box).replace("w", "W")
        assert await examine(wrong) == "imap_refused"
        assert await examine(address(post.box, "/Archive")) == "imap_refused"
        assert await examine("imap://a:b@127.0.0.1:1") == "imap_not_connected"
        post.box.plain, post.box.password = False, "secret"
        assert await examine(address(post.box)) == ""
        assert "secret" not in caplog.text


def test_a_folder_is_written_as_imap_wants_it() -> None:
    """Modified UTF-7, as RFC 3501 §5.1.3 shows."""
    assert coded("~peter/mail/台北/日本語") == "~peter/mail/&U,BTFw-/&ZeVnLIqe-"
    assert coded('A & "B"') == 'A &- \\"B\\"'
    box = Box.read("imaps://a%40b:c%2F@mail.example/%E5%8F%8D%E9%A6%88")
    assert (box.at.user, box.at.password, box.at.port) == ("a@b", "c/", 993)
    assert box.folder == "反馈"
    assert "c/" not in repr(box)


@pytest.mark.parametrize("word", ["EXAMINE", "SEARCH", "FETCH"])
@pytest.mark.parametrize("answer", ["", "NO not now"])
async def test_what_a_line_loses_is_read_the_next_time(word: str, answer: str) -> None:
    """Wherever it breaks."""
    async with a_post() as post:
        post.box.answers = {word: answer}
        with pytest.raises(FAILED):
            await post.gets(a_mail())
        post.box.answers = {}
        assert len(await post.reads()) == 1


async def test_what_the_database_did_not_take_is_read_again() -> None:
    """Nothing is lost between the two."""
    async with a_post() as post:
        room = Away()
        inbox = Inbox(
            address(post.box), room, post.desk.team.clock, SoleOwnership(), every=0.01
        )
        post.box.gets(a_mail().as_bytes(), TODAY)
        running = asyncio.create_task(inbox.run())
        async with asyncio.timeout(10):
            await room.asked.wait()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert len(await post.reads()) == 1


async def test_one_mail_that_we_cannot_take_does_not_keep_the_others_out(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It is tried three times, and named."""
    async with a_post() as post:
        room = Poisoned(post.desk.team.crew)
        inbox = Inbox(
            address(post.box), room, post.desk.team.clock, SoleOwnership(), every=0.01
        )
        for text in ("poison", "honey"):
            post.box.gets(a_mail(text).as_bytes(), TODAY)
        running = asyncio.create_task(inbox.run())
        async with asyncio.timeout(10):
            await room.passed.wait()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert room.tries == 3
        assert "mail given up" in caplog.text


async def test_one_of_several_processes_reads() -> None:
    """Who is no longer the owner hangs up; who never was did not call."""
    async with a_post() as post:
        owner = Taken()
        room = CrewMail(post.desk.team.crew)
        inbox = Inbox(address(post.box), room, post.desk.team.clock, owner, every=0.01)
        post.box.said.clear()
        post.box.left.clear()
        running = asyncio.create_task(inbox.run())
        await asyncio.sleep(0)
        assert post.box.said == []
        owner.mine.set()
        async with asyncio.timeout(10):
            await post.box.left.wait()
            owner.mine.clear()
            owner.lost.set()
            await owner.asked_again.wait()
        post.box.said.clear()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert post.box.said == []
        assert owner.released


class Taken:
    """What another process has at first."""

    def __init__(self) -> None:
        self.mine, self.lost = asyncio.Event(), asyncio.Event()
        self.asked_again = asyncio.Event()
        self.released = False

    async def gain(self, *, wait: bool = True) -> bool:
        """Waits for its turn."""
        if self.lost.is_set():
            self.asked_again.set()
        await self.mine.wait()
        return True

    async def lose(self) -> None:
        """Returns when it is over."""
        await self.lost.wait()

    async def release(self) -> None:
        """Lets go."""
        self.released = True


class Away(CrewMail):
    """The database is away."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def reached(self, mailbox: str) -> None:
        """Nobody can tell."""
        if self.asked.is_set():
            await asyncio.Event().wait()
        self.asked.set()
        raise StoreAway


class Poisoned(CrewMail):
    """Some of it is a bug of ours; `passed` is set when another one came through."""

    def __init__(self, crew: Crew) -> None:
        super().__init__(crew)
        self.tries, self.passed = 0, asyncio.Event()

    async def take(self, parcel: Parcel) -> Kept:
        """Fails for one of them."""
        if "poison" in parcel.text:
            self.tries += 1
            raise RuntimeError("a bug")
        self.passed.set()
        return await super().take(parcel)


_: type[Ownership] = Taken
