"""How many statements an event costs the database, by table: a way to see creep.

    python -m tests.benchmarks.statements [sqlite|postgresql] [--all]

Everything is real but the chat and the clock. What an event costs ends with its answer;
what follows from it (jobs, messages to others) is counted beside it.
"""

import asyncio
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.events import Commanded, HomeOpened, Inbound, Pressed, Said
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen

TABLE = re.compile(
    r"^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\b(?:.*?\bFROM\s+)?\s*(\w+)?",
    re.IGNORECASE | re.DOTALL,
)
FRAME = re.compile(r"^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|PRAGMA)", re.I)


@dataclass
class Count:
    """Statements, in order; what only frames a transaction is left out."""

    said: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.said)

    @property
    def by_table(self) -> Counter[str]:
        """How many there were of each kind and table."""
        return Counter(map(_named, self.said))


@contextmanager
def counted() -> Iterator[Count]:
    """Counts every statement of this process, until the end of the block."""
    count = Count()

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if not FRAME.match(statement):
            count.said.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield count
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@dataclass
class Office:
    """A team that has worked for a while: everybody and every place is known."""

    team: Team
    anna: Member
    bo: Member

    async def event(self, inbound: Inbound) -> tuple[Count, Count]:
        """What an event costs until its answer is there, and what follows costs."""
        dispatcher = self.team.crew.dispatcher
        with counted() as answered:
            await dispatcher.accept(inbound)
            await dispatcher.idle()
        with counted() as followed:
            await self.team.crew.pulse.settle()
        return answered, followed

    def command(self, who: Member, text: str) -> Inbound:
        """A command in #general."""
        where = self.team.places["#general"]
        return Commanded(**who._event(), where=where, text=self.team.link(text))

    def press(self, who: Member, label: str, seen: Seen) -> Inbound:
        """A button of a message."""
        button = seen.buttons[label]
        where = seen.ref.place
        return Pressed(
            **who._event(),
            where=where,
            action=button.action,
            value=button.value,
            card=seen.ref,
        )


Measure = Callable[[Office], Awaitable[tuple[Count, Count]]]


async def add_task(office: Office) -> tuple[Count, Count]:
    """One sentence with everything in it."""
    typed = "/crew task add Check prices @Bo due friday #shop !high"
    return await office.event(office.command(office.anna, typed))


async def add_own_task(office: Office) -> tuple[Count, Count]:
    """The shortest task there is."""
    return await office.event(office.command(office.anna, "/crew task add Check"))


async def press_done(office: Office) -> tuple[Count, Count]:
    """Done, on the card in the channel, which its owner sees too."""
    await add_task(office)
    card = office.anna.last("#general")
    assert card
    return await office.event(office.press(office.anna, "Done", card))


async def say_list(office: Office) -> tuple[Count, Count]:
    """The own list, asked for in one's own conversation."""
    bo = office.bo
    said = Said(**bo._event(), where=bo.dm, text="task list", direct=True)
    return await office.event(said)


async def say_hello(office: Office) -> tuple[Count, Count]:
    """Words that are no command."""
    bo = office.bo
    said = Said(**bo._event(), where=bo.dm, text="well well", direct=True)
    return await office.event(said)


async def open_home(office: Office) -> tuple[Count, Count]:
    """The home tab."""
    return await office.event(HomeOpened(**office.bo._event()))


async def come_again(office: Office) -> tuple[Count, Count]:
    """An event that was delivered before."""
    again = office.command(office.anna, "/crew task list")
    await office.event(again)
    return await office.event(again)


async def answer_standup(office: Office) -> tuple[Count, Count]:
    """The form of a stand-up, sent."""
    anna, team = office.anna, office.team
    await anna.says("/crew standup new Daily at 09:30 for @Anna @Bo", "#general")
    await anna.says("/crew standup run Daily", "#general")
    await anna.says("standup fill Daily")
    form = anna.form
    asked = {f.name: "All is well" for f in form.fields}
    with counted() as answered:
        assert not await anna.sends(None, **asked)
        await team.crew.dispatcher.idle()
    with counted() as followed:
        await team.crew.pulse.settle()
    return answered, followed


async def _voices(office: Office, many: int = 12) -> None:
    """Feedback that waits since yesterday."""
    for number in range(many):
        typed = f"feedback cup {number} is chipped !normal step:quality"
        await office.anna.says(typed, "#general")
    await office.team.waits(days=1)


async def say_report(office: Office) -> tuple[Count, Count]:
    """What customers speak of most."""
    await _voices(office)
    return await office.event(office.command(office.anna, "/crew feedback report"))


async def say_promise(office: Office) -> tuple[Count, Count]:
    """What follows a promise that comes too late for twelve: all are looked at."""
    await _voices(office)
    typed = "/crew feedback promise normal answer 1h"
    _, followed = await office.event(office.command(office.anna, typed))
    return followed, Count()


MEASURES: dict[str, Measure] = {
    "task add": add_task,
    "task add, own": add_own_task,
    "press Done": press_done,
    "say task list": say_list,
    "say hello": say_hello,
    "home opened": open_home,
    "feedback report": say_report,
    "feedback promised": say_promise,
    "seen before": come_again,
    "stand-up answer": answer_standup,
}


@asynccontextmanager
async def an_office(kind: Kind) -> AsyncIterator[Office]:
    """The team, warm: each measure was taken once."""
    async with a_team(kind) as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        await team.know_everyone()
        office = Office(team, anna, bo)
        for who in (anna, bo):
            await who.says("today")
            await who.says("/crew today", "#general")
        await office.event(office.command(anna, "/crew task add First @Bo #shop"))
        await team.waits(minutes=1)
        yield office


async def measured(kind: Kind, name: str) -> tuple[Count, Count]:
    """What one event costs, and what follows from it."""
    async with an_office(kind) as office:
        return await MEASURES[name](office)


def _named(statement: str) -> str:
    found = TABLE.match(statement)
    verb = statement.split(None, 1)[0].upper()
    table = found[2] if found else "?"
    return f"{verb:<7}{table}"


async def show(kind: Kind, *, whole: bool) -> None:
    """Prints the table of one database."""
    _say(f"{kind}: statements until the answer (and of what follows)")
    for name in MEASURES:
        answered, followed = await measured(kind, name)
        _say(f"  {name:<16}{len(answered):>4} ({len(followed)})")
        if whole:
            for text, number in answered.by_table.most_common():
                _say(f"      {number:>3} {text}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


async def _main() -> None:
    named = [kind for kind in KINDS if kind in sys.argv]
    for kind in named or KINDS:
        await show(kind, whole="--all" in sys.argv)


if __name__ == "__main__":
    asyncio.run(_main())
