"""What the repository of awards promises."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.errors import Conflict
from bot.model.award import Award, Cadence, Finalist, Nomination, Round, Stage
from bot.model.celebration import OwnDays
from storage.secrets.vault import Vault, is_locked
from storage.tables.awards import award_ballots
from storage.tables.people import people
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.contract.test_kudos import NOON, person

DAY = timedelta(days=1)


async def star(db: SqlUnitOfWork, maker: int, *jury: int) -> Round:
    """An award, and its first round."""
    award = Award(name="Star", cadence=Cadence.MONTHLY, made_by=maker, jury=jury)
    stored = await db.awards.add(award)
    assert await db.awards.get(stored.id) == stored
    assert await db.awards.all() == [stored]
    opened = await db.awards.open(
        Round(
            award_id=stored.id,
            period="2026-03",
            stage=Stage.NOMINATING,
            opened_at=NOON,
            due_at=NOON + DAY,
        )
    )
    assert opened
    return opened


async def test_a_name_and_a_period_are_there_once(store: SqlStore) -> None:
    """The database itself says so, and the unit goes on."""
    async with store() as db:
        ann, bo = [await person(db, number) for number in (1, 2)]
        round = await star(db, ann, bo)
        with pytest.raises(Conflict):
            await db.awards.add(Award(name="Star", cadence=Cadence.ONCE, made_by=ann))
        assert await db.awards.open(replace(round, id=0)) is None
        assert await db.awards.rounds(over=False) == [round]
        assert await db.awards.rounds(over=True) == []


async def test_a_round_is_kept_as_it_goes_on(store: SqlStore) -> None:
    """With the last reason of one person for another."""
    async with store() as db:
        ann, bo, cy = [await person(db, number) for number in (1, 2, 3)]
        round = await star(db, ann)
        first = Nomination(round.id, ann, bo, "for the banner", NOON)
        await db.awards.nominate(first)
        await db.awards.nominate(replace(first, nominator_id=cy, at=NOON + DAY))
        again = replace(first, reason="for both banners")
        await db.awards.nominate(again)
        found = await db.awards.nominations(round.id)
        assert found == [again, replace(first, nominator_id=cy, at=NOON + DAY)]
        ended = replace(round, stage=Stage.ENDED, ended_at=NOON, decided_by=ann)
        await db.awards.save(ended)
        assert await db.awards.round(round.id) == ended
        assert await db.awards.hold(round.id) == ended
        assert await db.awards.rounds(over=True) == [ended]


async def test_one_vote_a_person_is_counted_and_forgotten(store: SqlStore) -> None:
    """A second row for one person is refused by the database; one's own counts not."""
    async with store() as db:
        ann, bo, cy = [await person(db, number) for number in (1, 2, 3)]
        round = await star(db, ann)
        await db.awards.shortlist(round.id, (cy, bo))
        assert await db.awards.finalists(round.id) == [Finalist(bo), Finalist(cy)]
        for voter, choice in ((ann, bo), (ann, cy), (bo, cy), (cy, cy)):
            await db.awards.vote(round.id, voter, choice)
        assert await db.awards.count(round.id) == {cy: 2}
        await db.awards.finish(round.id, {cy: 2}, cy)
        assert await db.awards.finalists(round.id) == [
            Finalist(bo, 0),
            Finalist(cy, 2, won=True),
        ]
        assert (await db.connection.execute(select(award_ballots))).all() == []
        row = {
            "organization_id": 1, "round_id": round.id, "person_id": ann,
            "value": f"{round.id}:{ann}:{bo}",
        }  # fmt: skip
        await db.connection.execute(insert(award_ballots).values(row))
        with pytest.raises((Conflict, IntegrityError)):
            await db.connection.execute(insert(award_ballots).values(row))


async def test_no_reader_of_the_database_learns_a_vote(store: SqlStore) -> None:
    """Equal votes look different, and hold no number of anybody; they are counted for
    who their person is by now.
    """
    locked = SqlStore(store.database, vault=Vault(["a key of the company"]))
    async with locked() as db:
        ann, bo, cy, dee = [await person(db, number) for number in (1, 2, 3, 4)]
        round = await star(db, ann)
        for voter in (ann, bo):
            await db.awards.vote(round.id, voter, cy)
        rows = (await db.connection.execute(select(award_ballots.c.value))).all()
        values = {row.value for row in rows}
        assert len(values) == 2
        assert all(is_locked(value) for value in values)
        await db.connection.execute(
            update(people)
            .where(people.c.id == cy)
            .values(merged_into=dee, active=False)
        )
        assert await db.awards.count(round.id) == {dee: 2}


async def test_own_days_are_kept_and_forgotten(store: SqlStore) -> None:
    """Told anew they replace what was; told as nothing they are gone."""
    async with store() as db:
        ann = await person(db, 1)
        assert await db.celebrations.of(ann) == OwnDays(ann)
        own = OwnDays(ann, "03-12", NOON.date())
        for days in (OwnDays(ann, "02-29"), own):
            await db.celebrations.keep(days)
            assert await db.celebrations.of(ann) == days
        assert await db.celebrations.all() == [own]
        await db.celebrations.keep(OwnDays(ann))
        assert await db.celebrations.all() == []


async def test_other_organizations_see_nothing(store: SqlStore) -> None:
    """Every row belongs to one."""
    async with store() as db:
        ann, bo = [await person(db, number) for number in (1, 2)]
        round = await star(db, ann, bo)
        await db.awards.nominate(Nomination(round.id, ann, bo, "for all", NOON))
        await db.awards.shortlist(round.id, [bo])
        await db.awards.vote(round.id, ann, bo)
        await db.celebrations.keep(OwnDays(ann, "03-12"))
        await db.commit()
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "UTC", "en", None)
    async with other() as db:
        assert await db.awards.all() == []
        assert await db.awards.get(round.award_id) is None
        assert await db.awards.round(round.id) is None
        assert await db.awards.rounds(over=False) == []
        assert await db.awards.nominations(round.id) == []
        assert await db.awards.finalists(round.id) == []
        assert await db.awards.count(round.id) == {}
        assert await db.celebrations.all() == []
        await db.awards.finish(round.id, {}, None)
        await db.celebrations.keep(OwnDays(ann))
        await db.commit()
    async with store() as db:
        assert await db.awards.count(round.id) == {bo: 1}
        assert await db.awards.finalists(round.id) == [Finalist(bo)]
        assert len(await db.celebrations.all()) == 1
