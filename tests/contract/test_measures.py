"""What the repository of measures promises."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from bot.errors import Conflict
from bot.model.measure import (
    Cadence,
    Confidence,
    Direction,
    Measure,
    Origin,
    Target,
    Unit,
    Value,
)
from bot.model.people import Profile
from bot.model.refs import UserRef
from storage.tables.measures import measures as table
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WEEK = timedelta(weeks=1)
FIRST = date(2026, 2, 23)


async def person(db: SqlUnitOfWork, number: int) -> int:
    """Somebody of the team."""
    ref = UserRef("slack", "T1", f"U{number}")
    return (await db.people.meet(Profile(ref, f"Person {number}"))).id


def measure(owner: int, name: str = "Refund rate 退款率", **more: object) -> Measure:
    """Something that is measured."""
    made = Measure(
        name=name, unit=Unit.PERCENT, owner_id=owner, zone="Europe/Berlin", made_at=NOON
    )
    return replace(made, **more)  # type: ignore[arg-type]


def value(of: Measure, number: str | None, **more: object) -> Value:
    """What was reported of it."""
    known = None if number is None else Decimal(number)
    said = Value(measure_id=of.id, first=FIRST, value=known, at=NOON)
    return replace(said, **more)  # type: ignore[arg-type]


async def test_measures_come_back_as_they_were_stored(store: SqlStore) -> None:
    """Numbers digit for digit, deputies in order and once."""
    async with store() as db:
        ids = [await person(db, number) for number in range(3)]
        aim = Target(Direction.BAND, Decimal("0.000001"), Decimal("12345678901234.5"))
        new = measure(
            ids[0], unit=Unit.MONEY, currency="EUR", target=aim, weekday=4,
            deputies=(ids[2], ids[0], ids[1], ids[2]),
            also=("AOV", "refund rate 退款率"),
            department="it", role="Buyer", cadence=Cadence.QUARTERLY, formula="a / b",
            numerator="a", denominator="b", source="Tmall", basis="paid", private=True,
        )  # fmt: skip
        made = await db.measures.add(new)
        assert (made.deputies, made.also) == ((ids[2], ids[1]), ("AOV",))
        assert await db.measures.get(made.id) == made
        later = replace(made, target=None, owner_id=ids[1], also=())
        await db.measures.save(later)
        assert await db.measures.hold(made.id) == replace(later, deputies=(ids[2],))
        assert await db.measures.living() == [await db.measures.get(made.id)]
        await db.measures.save(replace(later, retired_at=NOON))
        assert await db.measures.living() == []


async def test_a_name_means_one_living_measure(store: SqlStore) -> None:
    """Who is too late is refused; a retired one lets its names go."""
    async with store() as db:
        owner = await person(db, 1)
        first = await db.measures.add(measure(owner, also=("AOV",)))
        await db.commit()
    async with store() as db:
        with pytest.raises((Conflict, IntegrityError)):
            await db.measures.add(measure(owner, "aov"))
    async with store() as db:
        await db.measures.save(replace(first, retired_at=NOON))
        await db.measures.add(measure(owner, "aov"))


async def test_what_was_corrected_stays(store: SqlStore) -> None:
    """One value stands for a period; the newest periods come first."""
    async with store() as db:
        owner = await person(db, 1)
        made = await db.measures.add(measure(owner))
        values = db.measures.values
        parts = {"numerator": Decimal(24), "denominator": Decimal(1000)}
        await values.put(value(made, "2.4", person_id=owner, **parts))
        corrected = value(
            made, None, at=NOON + WEEK, confidence=Confidence.RED, note="客",
            origin=Origin.IMPORT,
        )  # fmt: skip
        stands = await values.put(corrected)
        newest = await values.put(value(made, "3", first=FIRST + WEEK))
        assert await values.newest([made.id], 2) == {made.id: [newest, stands]}
        assert await values.newest([made.id], 1) == {made.id: [newest]}
        assert await values.standing(made.id, FIRST) == stands
        *_, before = await values.of(made.id)
        assert (before.value, before.numerator) == (Decimal("2.4"), Decimal(24))
        assert before.replaced_at == NOON + WEEK
        assert len(await values.of(made.id, FIRST, FIRST)) == 2


async def test_a_request_brings_a_value_for_a_period_once(store: SqlStore) -> None:
    """The database refuses the second."""
    async with store() as db:
        made = await db.measures.add(measure(await person(db, 1)))
        brought = value(made, "2", external="door:1", origin=Origin.DOOR)
        await db.measures.values.put(brought)
        assert await db.measures.values.brought("door:1", made.id, FIRST)
        assert not await db.measures.values.brought("door:1", made.id, FIRST + WEEK)
        assert not await db.measures.values.brought("door:2", made.id, FIRST)
        with pytest.raises((Conflict, IntegrityError)):
            await db.measures.values.put(replace(brought, value=Decimal(3)))


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"weekday": 7}, {"currency": "EUR"}, {"low": Decimal(1)}],
)
async def test_the_database_refuses_what_makes_no_sense(
    store: SqlStore, wrong: dict[str, object]
) -> None:
    """A target without a direction, a currency of what is no money."""
    async with store() as db:
        made = await db.measures.add(measure(await person(db, 1)))
        with pytest.raises((Conflict, IntegrityError)):
            await db.connection.execute(
                table.update().where(table.c.id == made.id).values(**wrong)
            )


async def test_lists_to_import_are_each_persons_own(store: SqlStore) -> None:
    """Beside those of people, with numbers of their own."""
    async with store() as db:
        ann, bo = await person(db, 1), await person(db, 2)
        people = await db.team.imports.propose(ann, "people", NOON)
        values = await db.measures.imports.propose(ann, "values", NOON)
        assert await db.measures.imports.proposed(values, bo) is None
        assert await db.measures.imports.proposed(values, ann) == "values"
        assert await db.team.imports.proposed(people, ann) == "people"
