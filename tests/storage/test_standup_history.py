"""The past of stand-ups, many days in a query each, on both databases."""

from dataclasses import replace
from datetime import timedelta

from bot.model.absence import Days
from bot.model.people import Person
from bot.model.standup import Occurrence, OccurrenceState, Standup, StandupState
from bot.model.standup.days import Invitation
from storage.unit_of_work import SqlStore
from tests.storage.test_standups import DAY, NOW, draft, people, plan

NEXT = DAY + timedelta(days=1)
BOTH = Days(DAY, NEXT)


async def two_days(store: SqlStore) -> tuple[Standup, list[Person], list[Occurrence]]:
    """Ann and Bo on two days that were held; Ann answered the first one twice."""
    ann, bo = await people(store, "Ann", "Bo")
    held = []
    async with store() as db:
        standup = await db.standups.add(draft(ann))
        for day in (DAY, NEXT):
            invited = Invitation(ann.id, NOW), Invitation(bo.id, NOW)
            opened = await db.standups.days.open(standup, plan(*invited, day=day))
            closed = replace(opened, state=OccurrenceState.CLOSED)
            await db.standups.days.save(closed)
            held.append(closed)
        (first, _) = await db.standups.days.participants(held[0].id)
        for texts in (("old", "", ""), ("new", "", "x")):
            first = first.answer(replace(held[0], state=OccurrenceState.OPEN), NOW)
            await db.standups.days.answer(first, texts, NOW)
        await db.standups.sealed.add(held[1].id, {2: "nobody's"})
        await db.commit()
    return standup, [ann, bo], held


async def test_days_come_newest_first_within_a_span(store: SqlStore) -> None:
    """Of the stand-ups that are asked for, as far as they have begun."""
    standup, (ann, _), (first, second) = await two_days(store)
    async with store() as db:
        other = await db.standups.add(draft(ann, name="Other"))
        await db.standups.days.open(other, plan(Invitation(ann.id, NOW)))
        history = db.standups.history
        assert await history.days([standup.id]) == [second, first]
        assert await history.days([standup.id], Days(DAY, DAY)) == [first]
        assert await history.days([other.id]) == []  # nobody has seen it yet
        assert await history.days([]) == []


async def test_everybody_and_everything_of_many_days(store: SqlStore) -> None:
    """Answers in their newest version, and what was said without a name."""
    _, (ann, bo), held = await two_days(store)
    ids = [each.id for each in held]
    async with store.reading() as db:
        history = db.standups.history
        found = await history.participants(ids)
        assert [who.person_id for who in found] == [ann.id, bo.id] * 2
        assert await history.answers(ids) == {found[0].id: ("new", "", "x")}
        assert await history.sealed(ids) == {held[1].id: {2: ("nobody's",)}}
        assert await history.size(ids) == 3 + 4
        for nothing in (history.answers, history.sealed):
            assert await nothing([]) == {}
        assert await history.participants([]) == []
        assert await history.size([]) == 0


async def test_another_organizations_past_is_not_there(store: SqlStore) -> None:
    """Not even by its ids."""
    standup, _, held = await two_days(store)
    ids = [each.id for each in held]
    async with store.reading() as db:
        db.standups.history._organization_id = 999
        history = db.standups.history
        assert await history.days([standup.id], BOTH) == []
        assert await history.participants(ids) == []
        assert await history.answers(ids) == {}
        assert await history.sealed(ids) == {}
        assert await history.size(ids) == 0


async def test_archived_ones_are_the_last_of_all_there_were(store: SqlStore) -> None:
    """A name may be there twice: the living one comes first."""
    (ann,) = await people(store, "Ann")
    async with store() as db:
        for name in ("Beta", "Alpha"):
            kept = await db.standups.add(draft(ann, name=name))
            archived = replace(kept, state=StandupState.ARCHIVED)
            await db.standups.save(replace(archived, next_day=None, next_at=None))
        await db.standups.add(draft(ann, name="Beta"))
        found = [(each.name, each.state) for each in await db.standups.ever()]
        assert found == [
            ("Beta", StandupState.ACTIVE),
            ("Alpha", StandupState.ARCHIVED),
            ("Beta", StandupState.ARCHIVED),
        ]


async def test_absences_that_touch_some_days(store: SqlStore) -> None:
    """From everything, and from that stand-up; the first first."""
    ann, bo = await people(store, "Ann", "Bo")
    async with store() as db:
        standup = await db.standups.add(draft(ann))
        far = DAY + timedelta(days=9)
        late = await db.absences.add(bo.id, NEXT, far, "")
        early = await db.absences.add(ann.id, DAY - timedelta(days=5), DAY, "")
        only = await db.absences.add(ann.id, NEXT, NEXT, "", standup_id=standup.id)
        await db.absences.add(ann.id, far, far, "")
        both = [ann.id, bo.id]
        within = db.absences.within
        assert await within(both, BOTH, standup.id) == [early, late, only]
        assert await within(both, BOTH) == [early, late]
        assert await within([bo.id], Days(DAY, DAY)) == []
