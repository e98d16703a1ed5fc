"""A team with seven days of a stand-up behind it, on Tuesday, 10 March, at one.

Anna owns it and always answers, Bo once and late, Cy is away, Li is silent.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.messages import Attachment
from bot.model.sheet import Sheet
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.days import DayPlan, Invitation
from bot.model.standup.policy import Policy, Readers
from bot.ports import UnitOfWork
from tests.bot.rituals.standups import choose, kept
from tests.driver import Member, Team

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
ASKED = 'ask "Today?" "Mood (mood)" "Blocked? (yes/no)" "Annoyed by? (anonymous)"'
ANNA, BO, CY, LI = "Anna Berger", "Bo Lin", "Cy Twombly", "李伟"
DAYS = tuple(date(2026, 3, day) for day in (2, 3, 4, 5, 6, 9, 10))
FIRST = {ANNA: ("Parcels for 京东", "4", "no", ""), BO: ("=1+1 BOXES", "2", "yes", "")}
LATER = {ANNA: ("More parcels", "5", "", "")}


async def a_fortnight(
    team: Team, words: str = "in #general", where: str | None = None
) -> Standup:
    """The stand-up with its past."""
    anna = team.people[ANNA]
    said = await anna.says(f"standup new Daily at 09:30 {words} {ASKED}", where)
    assert said is not None
    assert "is set up" in said.text
    await team.people[CY].says("away today to 20 march")
    standup = await kept(team)
    async with team.store() as db:
        for day in DAYS:
            await _day(db, team, standup, day)
        await db.commit()
    return standup


async def _day(db: UnitOfWork, team: Team, standup: Standup, day: date) -> None:
    asked = datetime.combine(day, time(8, 30), UTC)
    known = await db.people.known([who.ref for who in team.people.values()])
    names = {person.name: person.id for person in known.values()}
    invited = tuple(
        Invitation(names[name], asked, away=name == CY) for name in (ANNA, BO, CY, LI)
    )
    plan = DayPlan(day, invited, asked, asked + timedelta(minutes=90))
    occurrence = await db.standups.days.open(standup, plan)
    by_name = {id: name for name, id in names.items()}
    for who in await db.standups.days.participants(occurrence.id):
        await _part(db, occurrence, who, by_name[who.person_id])
    if day == DAYS[0]:
        await db.standups.sealed.add(occurrence.id, {3: "the lift"})
    closed = replace(occurrence, state=OccurrenceState.CLOSED)
    await db.standups.days.save(closed)


async def _part(
    db: UnitOfWork, occurrence: Occurrence, who: Participant, name: str
) -> None:
    given = (FIRST if occurrence.day == DAYS[0] else LATER).get(name)
    if name == CY:
        return
    if given is None:
        missed = replace(who, state=ParticipantState.MISSED)
        await db.standups.days.mark([missed])
        return
    late = name == BO
    at = occurrence.closes_at + timedelta(hours=1) if late else occurrence.opens_at
    state = ParticipantState.MISSED if late else ParticipantState.ANSWERED
    answered = replace(who, state=state, version=1, answered_at=at, late=late)
    await db.standups.days.answer(answered, given, at)


async def leads(team: Team, leader: Member, who: Member) -> None:
    """Their directory says that they report to the leader."""
    profile = replace(team.chat.profiles[who.ref], manager=leader.ref)
    async with team.store() as db:
        await db.people.meet(profile)
        await db.commit()


async def read_by(team: Team, readers: Readers) -> None:
    """Changes who may read it."""
    await choose(team, policy=Policy(readers=readers))


def file_of(who: Member) -> Sheet:
    """The file on the newest card."""
    seen = who.last()
    assert seen is not None
    files = [b.sheet for b in seen.card.blocks if isinstance(b, Attachment)]
    assert files, seen.text
    return files[0]


async def said(who: Member, text: str, where: str | None = None) -> str:
    """What they see when they ask, and nobody else."""
    seen = await who.says(text, where)
    assert seen is not None
    assert seen.only == who.ref, seen.text
    return seen.text
