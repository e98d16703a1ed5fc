"""May they know? Every command is typed, and every home, suggestion, shortcut, title
and log line looked at, by who has no right: what is secret is nowhere.

All of it is found in the tables of commands: what is added later is walked, too.
"""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

import pytest

from bot.commands import COMMANDS
from bot.events import Shortcut
from bot.log import JsonFormatter
from bot.messages import plain
from bot.model.refs import MessageRef
from bot.model.team import TeamFacts, WorkKind
from bot.registry import Command
from tests.bot.commands.vault import SECRETS, Rows, Vault, a_vault
from tests.driver import Member
from tests.fakes.chat import Seen

OURS = ("bot", "adapters", "storage", "schedules")
# What people typed that is for nobody's list, title or log, whoever reads it.
SEALED = ("layoffs", "redundancies", "surgery")
PLAIN = ("", "1", "@Cy")
GUESSED = ("conclave", "zeppelin rate 4%")  # what they type is no secret any more
COUNTED = {"feedback_gram_counts"}  # how often anybody uses a syllable
REASONS = {"surgery"}  # of an absence: whoever shares a place with them may see it
# Sets the stage anew for who types it: their next words are no command.
DIALOGUES = {"settings"}


class Lines(logging.Handler):
    """Everything that is logged, as our own log would write it at its loudest."""

    def __init__(self) -> None:
        super().__init__(1)
        self.written: list[str] = []
        self.setFormatter(JsonFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the line, with the traceback and with what is beside it."""
        self.written.append(self.format(record).casefold())


@contextmanager
def listening() -> Iterator[Lines]:
    """Our own loggers at every level; libraries are never louder than warnings."""
    lines, root = Lines(), logging.getLogger()
    before = {name: logging.getLogger(name).level for name in OURS}
    root.addHandler(lines)
    for name in OURS:
        logging.getLogger(name).setLevel(1)
    try:
        yield lines
    finally:
        root.removeHandler(lines)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


@dataclass
class Walk:
    """Who walks through everything, and what they saw that they should not."""

    vault: Vault
    who: Member
    secrets: tuple[str, ...]
    kept: Rows = frozenset()
    known: str = ""
    found: dict[str, list[str]] = field(default_factory=dict)

    async def everything(self) -> None:
        """All there is; what is guessed comes last, as it is no secret then."""
        for rests in (PLAIN, GUESSED):
            for path, command in COMMANDS.commands.items():
                if path not in DIALOGUES:
                    await self.types(command, rests)
            for shortcut in COMMANDS.shortcuts:
                await self.uses(shortcut)
            await self.looks()

    @property
    def seen(self) -> list[Seen]:
        """Every message that anybody was sent."""
        return self.vault.team.chat.messages

    async def types(self, command: Command, rests: tuple[str, ...]) -> None:
        """The command in both languages, with words that may mean what is secret."""
        chinese = (way for way in command.also if not way.isascii())
        for path in (command.path, next(chinese, command.path)):
            for rest in rests:
                typed = f"{path} {rest}".strip()
                await self._look(typed, self.who.says(typed, "#general"))
        if gone := self.kept - await self.vault.rows(self.who):
            self.kept -= gone
            self.found.setdefault(command.path, []).append(f"changed {sorted(gone)}")

    async def uses(self, name: str) -> None:
        """A shortcut, on a message of a place they are not in."""
        where = MessageRef(self.vault.bunker, "1.0")
        event = Shortcut(
            **self.who._event(), where=self.vault.bunker, name=name, message=where
        )
        await self._look(name, self.vault.team.receive(event))

    async def looks(self) -> None:
        """At their home, and for whom a field suggests."""
        await self._look("home", self.who.opens_home())
        self._note("home", repr(self.vault.team.chat.homes[self.who.ref]), "")
        receive = self.vault.team.crew.dispatcher
        for typed in ("", *"abcdefghijklmnopqrstuvwxyz", "赛"):
            offered = await receive.people(self.who.ref, typed)
            self._note(f"people {typed}", repr(offered), typed)

    async def _look(self, typed: str, act: object) -> None:
        chat = self.vault.team.chat
        before, forms = list(chat.messages), set(chat.forms)
        await act  # type: ignore[misc]
        theirs = {id(each) for each in self.who.sees()} - set(map(id, before))
        new = [each for each in chat.messages if id(each) in theirs]
        opened = [form for token, form in chat.forms.items() if token not in forms]
        told = repr(([(each.text, each.card) for each in new], opened))
        self._note(typed, told, typed)

    def _note(self, doing: str, told: str, typed: str) -> None:
        said = told.casefold()
        self.known += f" {typed.casefold()}"
        for word in self.secrets:
            if word in said and word not in self.known:
                self.found.setdefault(doing, []).append(
                    f"{word}: {_around(said, word)}"
                )


def _around(said: str, word: str) -> str:
    at = said.index(word)
    return said[max(0, at - 80) : at + 80]


@asynccontextmanager
async def walking(name: str) -> AsyncIterator[Walk]:
    """Bo is a colleague; Nils works outside, and sees whom he shares a place with."""
    async with a_vault() as vault:
        who = vault.bo if name == "bo" else await _outside(vault)
        secrets = tuple(word for word in SECRETS if word not in REASONS)
        there = await vault.rows(who)
        kept = frozenset(row for row in there if row[0] not in COUNTED)
        yield Walk(vault, who, secrets, kept)


async def _outside(vault: Vault) -> Member:
    who = vault.team.person("Nils Holm")
    await vault.team.know_everyone()
    async with vault.team.store() as db:
        person = (await db.people.known([who.ref]))[who.ref]
        await db.team.keep(person.id, TeamFacts(kind=WorkKind.OUTSIDE))
        await db.commit()
    return who


@pytest.mark.heavy
@pytest.mark.timeout(600)  # every command there is, in both languages
@pytest.mark.parametrize("name", ["bo", "nils"])
async def test_nothing_that_is_typed_tells_what_is_not_theirs(name: str) -> None:
    """Nor does any of them change it, nor is it in a title or in the log."""
    with listening() as lines:
        async with walking(name) as walk:
            await walk.everything()
    assert walk.found == {}
    titles = {plain(seen.card.title).casefold() for seen in walk.seen}
    assert [each for each in titles if _holds(each, SEALED)] == []
    assert [each for each in lines.written if _holds(each, SECRETS)] == []


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
