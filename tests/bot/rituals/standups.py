"""A team with a daily stand-up, and how to look at its messages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.commands import absence, settings, standup
from bot.model.standup import Occurrence, Participant, Standup
from bot.registry import Commands
from bot.rituals.standup.plan import forget_unseen, with_next
from tests.driver import Member, Team
from tests.fakes.chat import Seen

COMMANDS = Commands()
COMMANDS.include(absence.commands)
COMMANDS.include(settings.commands)
COMMANDS.include(standup.commands)

NINE_THIRTY = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)  # Monday in Berlin
ELEVEN = NINE_THIRTY + timedelta(minutes=90)


async def on_dingtalk(team: Team, zone: str = "Europe/Berlin") -> Member:
    """Bo Lin, who reads Chinese, on DingTalk."""
    made = team.person("Bo Lin", zone=zone, language="zh", platform="dingtalk")
    async with team.store() as db:
        await db.people.connect("dingtalk", "D1", "Tea")
        await db.commit()
    await team.know_everyone()
    return made


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


async def choose(team: Team, name: str = "Daily", **facts: object) -> Standup:
    """Changes what a team chose for its stand-up, whose next day is planned anew."""
    async with team.store() as db:
        found = await kept(team, name)
        changed: Standup = replace(found, **facts)  # type: ignore[arg-type]
        changed = await with_next(
            db,
            await forget_unseen(db, changed),
            team.crew.world.calendar,
            await db.people.organization(),
            now=team.clock.now(),
        )
        await db.standups.save(changed)
        await db.commit()
    await team.crew.pulse.settle()
    return changed


async def kept(team: Team, name: str = "Daily") -> Standup:
    """A stand-up as it is in the database."""
    async with team.store.reading() as db:
        return next(each for each in await db.standups.all() if each.name == name)


async def last_day(team: Team) -> tuple[Occurrence, list[Participant]]:
    """The latest day, and everybody on it."""
    async with team.store.reading() as db:
        found = await db.standups.days.last((await db.standups.all())[0].id)
        assert found is not None
        return found, list(await db.standups.days.participants(found.id))


async def person_id(team: Team, who: Member) -> int:
    """Somebody's id."""
    async with team.store.reading() as db:
        return (await db.people.known([who.ref]))[who.ref].id


async def answers(who: Member, text: str = "All well") -> None:
    """Fills the newest prompt."""
    await who.presses("Fill", prompt(who))
    assert await who.fills(q1=text) == {}
