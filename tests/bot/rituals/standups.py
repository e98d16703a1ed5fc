"""A team with a daily stand-up, and how to look at its messages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.commands import people, standup
from bot.registry import Commands
from tests.driver import Member, Team
from tests.fakes.chat import Seen

COMMANDS = Commands()
COMMANDS.include(people.commands)
COMMANDS.include(standup.commands)

NINE_THIRTY = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)  # Monday in Berlin
ELEVEN = NINE_THIRTY + timedelta(minutes=90)


def sent(team: Team, part: str) -> list[Seen]:
    """Messages whose key has this part."""
    return [seen for seen in team.chat.messages if part in seen.key]


def thread(team: Team) -> Seen:
    """The newest day's message in its place."""
    return sent(team, ":parent")[-1]


def prompt(who: Member) -> Seen:
    """The newest prompt to somebody."""
    return [seen for seen in who.inbox if ":ask:" in seen.key][-1]


async def daily(anna: Member, words: str = "in #general") -> None:
    """A stand-up at 09:30."""
    said = await anna.says(f"standup new Daily at 09:30 {words}")
    assert said is not None
    assert "is set up" in said.text


async def change(team: Team, who: Member, **facts: object) -> None:
    """Changes what a person set."""
    async with team.store() as db:
        person = (await db.people.known([who.ref]))[who.ref]
        await db.people.save(replace(person, **facts))  # type: ignore[arg-type]
        await db.commit()
