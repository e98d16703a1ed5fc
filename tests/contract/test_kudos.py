"""What the repository of kudos promises."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.model.kudos import DEFAULTS, Kudos, KudosRules, Value
from bot.model.people import Profile
from bot.model.refs import PlaceRef, UserRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WINS = PlaceRef("slack", "T1", "C1")


async def person(db: SqlUnitOfWork, number: int) -> int:
    """Somebody of the team."""
    ref = UserRef("slack", "T1", f"U{number}")
    return (await db.people.meet(Profile(ref, f"Person {number}"))).id


def given(giver: int, *receivers: int, at: datetime = NOON) -> Kudos:
    """Thanks, with everything beside them."""
    return Kudos(
        giver_id=giver,
        receivers=receivers,
        reason="for the banner 横幅",
        values=("care",),
        given_at=at,
        place=PlaceRef("slack", "T1", "C2", "1.0"),
        wall=True,
        permalink="https://acme.slack.com/archives/C1/p10",
    )


async def test_they_come_back_as_they_were_stored(store: SqlStore) -> None:
    """With everybody who is thanked."""
    async with store() as db:
        ann, bo, cy = [await person(db, number) for number in (1, 2, 3)]
        stored = await db.kudos.add(given(ann, cy, bo))
        assert (stored.number, stored.short) == (1, "K-1")
        assert set(stored.receivers) == {bo, cy}
        assert await db.kudos.get(stored.id) == stored
        assert await db.kudos.numbered(1) == stored
        changed = replace(stored, reason="for more", values=(), taken_at=NOON)
        await db.kudos.save(changed)
        assert await db.kudos.get(stored.id) == changed
        assert await db.kudos.get(99) is None


async def test_they_are_found_by_who_and_when(store: SqlStore) -> None:
    """What was taken back is not found."""
    async with store() as db:
        ann, bo, cy = [await person(db, number) for number in (1, 2, 3)]
        first = await db.kudos.add(given(ann, bo))
        second = await db.kudos.add(given(bo, ann, cy, at=NOON + DAY))
        gone = await db.kudos.add(given(bo, cy))
        await db.kudos.save(replace(gone, taken_at=NOON))
        assert await db.kudos.where() == [second, first]
        assert await db.kudos.where(giver_id=ann) == [first]
        assert await db.kudos.where(receiver_id=cy) == [second]
        assert await db.kudos.where(since=NOON + DAY) == [second]
        assert await db.kudos.where(until=NOON + DAY) == [first]
        assert await db.kudos.where(limit=1) == [second]
        before = await db.kudos.thanked_before((ann, bo, cy), NOON + DAY)
        assert before == {bo}


async def test_rules_and_values_are_kept(store: SqlStore) -> None:
    """The last ones count; what is a value no longer is known by its name."""
    async with store() as db:
        assert await db.kudos.rules() == KudosRules()
        for rules in (KudosRules(WINS, 5, ranking=True), KudosRules()):
            await db.kudos.rule(rules)
            assert await db.kudos.rules() == rules
        assert await db.kudos.values() == DEFAULTS
        own = (Value("calm", "从容", "🍵"), Value("care", "用心", "💚"))
        await db.kudos.choose_values(own)
        assert await db.kudos.values() == own
        await db.kudos.choose_values(own[1:])
        assert await db.kudos.values() == own[1:]
        everything = await db.kudos.all_values()
        assert everything[:2] == (own[1], own[0])
        assert len({each.word for each in everything}) == len(everything)


async def test_other_organizations_see_nothing(store: SqlStore) -> None:
    """Every row belongs to one."""
    async with store() as db:
        ann, bo = [await person(db, number) for number in (1, 2)]
        kudos = await db.kudos.add(given(ann, bo))
        await db.kudos.rule(KudosRules(WINS, 5))
        await db.kudos.choose_values([Value("calm", "从容", "🍵")])
        await db.commit()
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "UTC", "en", None)
    async with other() as db:
        assert await db.kudos.get(kudos.id) is None
        assert await db.kudos.numbered(1) is None
        assert await db.kudos.where() == []
        assert await db.kudos.thanked_before((bo,), NOON + DAY) == frozenset()
        assert await db.kudos.rules() == KudosRules()
        assert await db.kudos.values() == DEFAULTS
        await db.kudos.save(replace(kudos, reason="theirs"))
    async with store() as db:
        assert await db.kudos.get(kudos.id) == kudos
