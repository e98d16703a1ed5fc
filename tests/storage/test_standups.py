"""Stand-ups, their days and answers, on both databases."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.errors import Conflict
from bot.model.people import Person, Profile
from bot.model.question import Question, QuestionKind
from bot.model.refs import PlaceRef, UserRef
from bot.model.standup import (
    Chosen,
    Department,
    Everyone,
    Members,
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Roster,
    Standup,
    StandupState,
)
from bot.model.standup.days import DayPlan, Invitation
from storage.unit_of_work import SqlStore
from tests.databases import fresh_store

NOW = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)
DAY = date(2026, 6, 10)
PLACE = PlaceRef("slack", "T1", "C1")


async def people(store: SqlStore, *names: str) -> list[Person]:
    """People of the organization."""
    async with store() as db:
        await db.people.connect("slack", "T1", "Tea")
        met = [
            await db.people.meet(Profile(UserRef("slack", "T1", name), name))
            for name in names
        ]
        await db.commit()
    return met


def draft(owner: Person, **facts: object) -> Standup:
    """A stand-up that is not kept yet."""
    made = Standup(
        id=0,
        organization_id=1,
        name="Daily",
        rule="FREQ=DAILY",
        start=DAY,
        at=time(9, 30),
        home_zone="Europe/Berlin",
        owner_id=owner.id,
        since=NOW,
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def plan(*invitations: Invitation, day: date = DAY) -> DayPlan:
    """A day of two hours."""
    return DayPlan(day, invitations, NOW, NOW + timedelta(hours=2))


async def a_day(store: SqlStore) -> tuple[Standup, Occurrence, list[Participant]]:
    """A stand-up of Ann and Bo with one planned day."""
    ann, bo = await people(store, "Ann", "Bo")
    async with store() as db:
        standup = await db.standups.add(draft(ann))
        invited = Invitation(ann.id, NOW), Invitation(bo.id, None, away=True)
        occurrence = await db.standups.days.open(standup, plan(*invited))
        participants = list(await db.standups.days.participants(occurrence.id))
        await db.commit()
    return standup, occurrence, participants


async def test_a_stand_up_comes_back_as_it_was_kept(store: SqlStore) -> None:
    """Every part of it, questions and people included."""
    ann, bo, cy = await people(store, "Ann", "Bo", "Cy")
    wanted = draft(
        ann,
        name="Übergabe 交接",
        rule="FREQ=WEEKLY;BYDAY=MO",
        zone="Asia/Shanghai",
        close_at=time(11),
        remind_minutes=0,
        place=PLACE,
        questions=(Question("Why?"), Question(kind=QuestionKind.TODAY)),
        roster=Chosen((bo.id, ann.id)),
        observers=(cy.id,),
        state=StandupState.PAUSED,
        next_day=DAY,
        next_at=NOW,
    )
    async with store() as db:
        kept = await db.standups.add(wanted)
        await db.commit()
    async with store.reading() as db:
        found = await db.standups.get(kept.id)
    assert found == replace(wanted, id=kept.id, roster=Chosen((ann.id, bo.id)))


@pytest.mark.parametrize(
    "roster", [Everyone(), Members(PLACE), Department("it")], ids=lambda r: str(r)
)
async def test_who_is_asked_comes_back(store: SqlStore, roster: Roster) -> None:
    """Whatever kind of roster it is."""
    (ann,) = await people(store, "Ann")
    async with store() as db:
        kept = await db.standups.add(draft(ann, roster=roster))
        found = await db.standups.get(kept.id)
    assert found is not None
    assert found.roster == roster


async def test_changes_are_kept(store: SqlStore) -> None:
    """People who were taken out are out."""
    ann, bo = await people(store, "Ann", "Bo")
    async with store() as db:
        kept = await db.standups.add(draft(ann, roster=Chosen((ann.id, bo.id))))
        changed = replace(kept, name="Weekly", roster=Chosen((bo.id,)), place=PLACE)
        await db.standups.save(changed)
        assert await db.standups.get(kept.id) == changed


async def test_a_name_is_taken_once(store: SqlStore) -> None:
    """Whatever its case and width."""
    (ann,) = await people(store, "Ann")
    async with store() as db:
        await db.standups.add(draft(ann))
        with pytest.raises(Conflict):
            await db.standups.add(draft(ann, name="ｄaily"))


async def test_the_name_of_an_archived_one_is_free(store: SqlStore) -> None:
    """It is only history."""
    (ann,) = await people(store, "Ann")
    async with store() as db:
        old = await db.standups.add(draft(ann))
        await db.standups.save(replace(old, state=StandupState.ARCHIVED))
        fresh = await db.standups.add(draft(ann))
        assert [each.id for each in await db.standups.all()] == [fresh.id]


async def test_only_active_ones_become_due(store: SqlStore) -> None:
    """The longest due first; paused ones wait."""
    (ann,) = await people(store, "Ann")
    late, later = NOW - timedelta(hours=1), NOW + timedelta(hours=1)
    async with store() as db:
        b = await db.standups.add(draft(ann, name="B", next_day=DAY, next_at=NOW))
        a = await db.standups.add(draft(ann, name="A", next_day=DAY, next_at=late))
        c = draft(ann, name="C", next_day=DAY, next_at=later)
        await db.standups.add(c)
        paused = draft(ann, name="D", next_day=DAY, next_at=late)
        await db.standups.add(replace(paused, state=StandupState.PAUSED))
        assert await db.standups.waking(NOW, 10, "plan") == [a.id, b.id]
        assert await db.standups.waking(NOW, 1, "plan") == [a.id]
        assert await db.standups.next_due() == late


async def test_one_that_is_being_planned_is_not_due_again(store: SqlStore) -> None:
    """While its job waits or runs; another job of the same number means nothing."""
    (ann,) = await people(store, "Ann")
    async with store() as db:
        a = await db.standups.add(draft(ann, name="A", next_day=DAY, next_at=NOW))
        b = await db.standups.add(draft(ann, name="B", next_day=DAY, next_at=NOW))
        await db.jobs.put("plan", {a.id: NOW})
        await db.jobs.put("other", {b.id: NOW})
        assert await db.standups.waking(NOW, 10, "plan") == [b.id]
        await db.jobs.claim(["plan"], NOW, 10, "worker")
        assert await db.standups.waking(NOW, 10, "plan") == [b.id]
        await db.jobs.drop("other", (b.id,))
        assert await db.standups.waking(NOW, 10, "other") == [a.id, b.id]


async def test_nothing_is_due_where_there_is_nothing(store: SqlStore) -> None:
    """No stand-up, no instant."""
    async with store.reading() as db:
        assert await db.standups.next_due() is None
        assert await db.standups.all() == []
        assert await db.standups.get(1) is None


async def test_a_day_has_everybody_on_it(store: SqlStore) -> None:
    """Who is away stands there as away."""
    standup, occurrence, (ann, bo) = await a_day(store)
    assert occurrence.state is OccurrenceState.PLANNED
    assert occurrence.questions == standup.questions
    assert (ann.state, ann.ask_at) == (ParticipantState.WAITING, NOW)
    assert (bo.state, bo.ask_at) == (ParticipantState.AWAY, None)
    async with store.reading() as db:
        assert await db.standups.days.on(standup.id, DAY) == occurrence
        assert await db.standups.days.last(standup.id) == occurrence
        assert await db.standups.days.participant(ann.id) == ann


async def test_a_day_happens_once(store: SqlStore) -> None:
    """The database itself refuses a second one."""
    standup, _, _ = await a_day(store)
    async with store() as db:
        with pytest.raises(Conflict):
            await db.standups.days.open(standup, plan())


async def test_a_day_nobody_saw_can_be_dropped(store: SqlStore) -> None:
    """And planned anew."""
    standup, occurrence, _ = await a_day(store)
    async with store() as db:
        await db.standups.days.drop(occurrence.id)
        again = await db.standups.days.open(standup, plan())
        assert await db.standups.days.participants(again.id) == []


async def test_how_far_people_are_is_kept(store: SqlStore) -> None:
    """Each of them."""
    _, occurrence, (ann, bo) = await a_day(store)
    asked = replace(ann, state=ParticipantState.ASKED, nudge_at=NOW, reminded_at=NOW)
    skipped = replace(bo, state=ParticipantState.SKIPPED)
    async with store() as db:
        await db.standups.days.mark([asked, skipped])
        await db.standups.days.mark([])
        await db.standups.days.save(replace(occurrence, state=OccurrenceState.OPEN))
        found = await db.standups.days.participants(occurrence.id)
        held = await db.standups.days.hold(occurrence.id)
    assert list(found) == [asked, skipped]
    assert held is not None
    assert held.state is OccurrenceState.OPEN


async def test_the_newest_answers_are_the_ones(store: SqlStore) -> None:
    """What was said before is kept beside them."""
    _, occurrence, (ann, bo) = await a_day(store)
    first = ann.answer(occurrence, NOW)
    second = first.answer(occurrence, NOW)
    async with store() as db:
        days = db.standups.days
        await days.answer(first, ("a", "b", ""), NOW)
        await days.answer(second, ("A", "B", "\x00"), NOW)
        await days.answer(bo.answer(occurrence, NOW), ("x", "", ""), NOW)
        assert await days.answers(occurrence.id) == {
            ann.id: ("A", "B", "\ufffd"),
            bo.id: ("x", "", ""),
        }
        assert await days.said_by(ann.id) == ("A", "B", "\ufffd")
        assert await days.said_by(bo.id) == ("x", "", "")
        assert await days.said_by(bo.id + 1) == ()


async def test_the_last_answers_before_a_day_are_found(store: SqlStore) -> None:
    """The last day on which this person answered, not the last day."""
    standup, occurrence, (ann, _) = await a_day(store)
    async with store() as db:
        days = db.standups.days
        await days.answer(ann.answer(occurrence, NOW), ("a", "b", "c"), NOW)
        await days.open(
            standup, plan(Invitation(ann.person_id, NOW), day=date(2026, 6, 11))
        )
        found = await days.answered_before(standup.id, ann.person_id, date(2026, 6, 12))
        assert found == (standup.questions, ("a", "b", "c"))
        assert await days.answered_before(standup.id, ann.person_id, DAY) is None


async def test_a_person_sees_their_own_parts(store: SqlStore) -> None:
    """The latest day first, archived stand-ups left out."""
    standup, occurrence, (ann, _) = await a_day(store)
    async with store() as db:
        (share,) = await db.standups.shares(ann.person_id, DAY)
        assert (share.standup, share.occurrence) == (standup, occurrence)
        assert share.participant == ann
        assert await db.standups.shares(ann.person_id, date(2026, 6, 11)) == []
        await db.standups.save(replace(standup, state=StandupState.ARCHIVED))
        assert await db.standups.shares(ann.person_id, DAY) == []


async def test_organizations_do_not_see_each_other(store: SqlStore) -> None:
    """Neither stand-ups nor days, even by id."""
    standup, occurrence, (ann, _) = await a_day(store)
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Coffee", "UTC", "en", None)
    async with other() as db:
        days = db.standups.days
        assert await db.standups.get(standup.id) is None
        assert await db.standups.hold(standup.id) is None
        assert await days.get(occurrence.id) is None
        assert await days.participant(ann.id) is None
        assert await days.participants(occurrence.id) == []
        await days.drop(occurrence.id)
        await days.mark([replace(ann, state=ParticipantState.SKIPPED)])
        await db.standups.save(replace(standup, name="Stolen"))
        await db.commit()
    async with store.reading() as db:
        assert await db.standups.get(standup.id) == standup
        assert await db.standups.days.participant(ann.id) == ann


async def test_a_held_day_makes_others_wait() -> None:
    """Closing and answering at the same moment happen one after the other."""
    async with fresh_store("postgresql") as store:
        _, occurrence, _ = await a_day(store)
        order: list[str] = []
        held = asyncio.Event()

        async def close() -> None:
            async with store() as db:
                await db.standups.days.hold(occurrence.id)
                held.set()
                shut = replace(occurrence, state=OccurrenceState.CLOSED)
                await db.standups.days.save(shut)
                order.append("closed")
                await db.commit()

        async def answer() -> None:
            await held.wait()
            async with store() as db:
                found = await db.standups.days.hold(occurrence.id)
                order.append(found.state if found else "")

        await asyncio.gather(answer(), close())
        assert order == ["closed", "closed"]
