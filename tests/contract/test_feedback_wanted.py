"""What of feedback fits what somebody asks for, on both databases."""

from dataclasses import replace

from bot.model.feedback import Facts, Kind, Outlet, Severity, State, Step
from bot.model.feedback.wanted import Counted, Wanted
from storage.unit_of_work import SqlStore
from tests.contract.test_feedback import DAY, NOON, opened, person, voice
from tests.contract.test_feedback_figures import added, numbers

CART = Facts(Step.CART, Severity.HIGH, sku="CUP-1", market="DE")
WISH = Facts(Step.PAYMENT, kind=Kind.WISH)


async def test_everything_that_is_asked_for_has_to_fit(store: SqlStore) -> None:
    """Each alone, and together; the newest or the oldest first."""
    async with store() as db:
        ann = await person(db)
        shop = replace(voice(ann), outlet=Outlet.TMALL)
        late = replace(
            voice(ann),
            said_at=NOON + DAY,
            text="100% of it hurts",
            market="",
            outlet=None,
        )
        await added(db, opened(shop, facts=CART), owner_id=ann, breached_at=NOON)
        await added(db, opened(late, facts=WISH), opened_at=NOON + DAY)
        find = db.feedback.wanted
        alone = (
            Wanted(step=Step.CART),
            Wanted(severity=Severity.HIGH),
            Wanted(kind=Kind.PROBLEM),
            Wanted(outlet=Outlet.TMALL),
            Wanted(market="DE"),
            Wanted(sku="CUP-1"),
            Wanted(owner_id=ann),
            Wanted(late=True),
            Wanted(until=NOON + DAY),
        )
        for wanted in alone:
            assert numbers(await find.those(wanted, 5)) == [1]
        for wanted in (
            Wanted(unowned=True),
            Wanted(since=NOON + DAY),
            Wanted(words=("100%", "HURTS")),
        ):
            assert numbers(await find.those(wanted, 5)) == [2]
        both = Wanted(step=Step.CART, kind=Kind.WISH)
        assert list(await find.those(both, 5)) == []
        assert await find.count(both) == Counted()
        assert numbers(await find.those(Wanted(sender_id=ann), 5)) == [2, 1]
        assert numbers(await find.those(Wanted(), 1, oldest=True)) == [1]


async def test_every_voice_counts_and_each_piece_once(store: SqlStore) -> None:
    """What was joined to another counts there; what ended by when it did."""
    async with store() as db:
        ann = await person(db)
        one = await added(db, opened(voice(ann), voice(ann), facts=CART))
        over = await added(
            db,
            opened(voice(ann), facts=CART),
            state=State.FIXED,
            ended_at=NOON + DAY,
        )
        gone = await added(db, opened(voice(ann), facts=CART))
        await db.feedback.move([gone.voices[0].id], one.id, came_from=gone.id)
        joined = replace(gone, state=State.JOINED, joined_to=one.id, voices=())
        await db.feedback.save(joined)
        find = db.feedback.wanted
        assert await find.count(Wanted(step=Step.CART)) == Counted(4, 2, 1)
        ended = Wanted(states=(State.FIXED,), ended=True, since=NOON + DAY)
        assert numbers(await find.those(ended, 5)) == [over.number]
        assert await find.count(ended) == Counted(1, 1, 0)
        assert len(await find.those(Wanted(), 5)) == 2
