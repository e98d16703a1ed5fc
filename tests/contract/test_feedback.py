"""What the repository of feedback promises."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import Conflict
from bot.model.feedback import (
    Facts,
    Feedback,
    Kind,
    Outlet,
    RoutingRule,
    Runs,
    Sentiment,
    ServiceLevel,
    Severity,
    Source,
    State,
    Step,
    Update,
    UpdateKind,
    Voice,
)
from bot.model.feedback.life import go
from bot.model.files import FileLink
from bot.model.people import Profile
from bot.model.refs import MessageRef, PlaceRef, UserRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SHOP = PlaceRef("slack", "T1", "C1")
CART = Facts(
    Step.CART, Severity.BLOCKING, Sentiment.NEGATIVE, Kind.PROBLEM, "CUP-1", "DE"
)


async def person(db: SqlUnitOfWork, number: int = 1) -> int:
    """Somebody who passes on what customers say."""
    ref = UserRef("slack", "T1", f"U{number}")
    return (await db.people.meet(Profile(ref, f"Person {number}"))).id


def voice(sender_id: int | None, text: str = "The cart is empty 购物车是空的") -> Voice:
    """A customer's words, with everything beside them."""
    return Voice(
        sender_id=sender_id,
        behalf_id=sender_id,
        text=text,
        said_at=NOON,
        source=Source.MESSAGE,
        customer="Frau Özil",
        order="#1001",
        outlet=Outlet.TMALL,
        market="DE",
        language="en",
        place=SHOP,
        message=MessageRef(SHOP, "1.0"),
        permalink="https://acme.slack.com/archives/C1/p10",
        files=(FileLink("cart.png", "https://acme.slack.com/files/1"),),
    )


def opened(*voices: Voice, at: datetime = NOON, facts: Facts = CART) -> Feedback:
    """New feedback."""
    return Feedback(opened_at=at, facts=facts, proposed=facts, voices=voices)


async def test_it_comes_back_as_it_was_stored(store: SqlStore) -> None:
    """With its voices, their files, and who follows it."""
    async with store() as db:
        ann = await person(db)
        stored = await db.feedback.add(replace(opened(voice(ann)), followers=(ann,)))
        assert (stored.number, stored.short) == (1, "F-1")
        assert stored.senders == (ann,)
        assert await db.feedback.get(stored.id) == stored
        assert await db.feedback.numbered(1) == stored
        assert (await db.feedback.add(opened(voice(ann)))).number == 2


async def test_every_change_is_kept(store: SqlStore) -> None:
    """And what was read from the words stays beside what people made of it."""
    async with store() as db:
        ann = await person(db)
        stored = await db.feedback.add(replace(opened(voice(ann)), followers=(ann,)))
        changed = replace(
            stored,
            facts=replace(CART, severity=Severity.HIGH),
            state=State.DECLINED,
            reason="works as meant",
            owner_id=ann,
            paused=90,
            ended_at=NOON + DAY,
            solved=False,
            followers=(),
        )
        await db.feedback.save(changed)
        assert await db.feedback.hold(stored.id) == changed
        assert changed.proposed == CART


async def test_by_need_what_blocks_comes_first_and_what_is_over_last(
    store: SqlStore,
) -> None:
    """Then what waits for us before what waits for others, the oldest first; also
    where there are more than asked for.
    """
    mild = replace(CART, severity=Severity.HIGH)
    made = (
        ("over", mild, State.CLOSED, 0), ("planned", mild, State.PLANNED, 1),
        ("old", mild, State.TRIAGED, 2), ("new", mild, State.NEW, 4),
        ("same", mild, State.NEW, 4), ("blocks", CART, State.NEW, 3),
        ("blocks, too", CART, State.WORKING, 5), ("ended", CART, State.FIXED, 6),
        ("asked", mild, State.WAITING, 2),
    )  # fmt: skip
    async with store() as db:
        for text, facts, state, day in made:
            item = opened(voice(None, text), at=NOON + day * DAY, facts=facts)
            await db.feedback.add(go(item, state, NOON))
        found = await db.feedback.where(by_need=True)
        assert [each.text for each in found] == [
            "blocks", "blocks, too", "old", "new", "same", "planned", "asked",
            "ended", "over",
        ]  # fmt: skip
        (first,) = await db.feedback.where(by_need=True, limit=1)
        assert first.text == "blocks"
        (newest, *_) = await db.feedback.where()
        assert newest.text == "ended"


async def test_a_voice_moves_and_comes_back(store: SqlStore) -> None:
    """What two customers say of one thing is one, and can be two again."""
    async with store() as db:
        ann, bo = await person(db), await person(db, 2)
        first = await db.feedback.add(opened(voice(ann)))
        second = await db.feedback.add(opened(voice(bo)))
        (said,) = second.voices
        await db.feedback.move([said.id], first.id, came_from=second.id)
        await db.feedback.save(
            replace(second, state=State.JOINED, joined_to=first.id, voices=())
        )
        both = await db.feedback.get(first.id)
        assert both is not None
        assert both.senders == (ann, bo)
        assert both.voices[1].came_from == second.id
        assert await db.feedback.where() == [both]
        await db.feedback.move([said.id], second.id, came_from=None)
        await db.feedback.save(second)
        assert await db.feedback.get(second.id) == second
        assert await db.feedback.get(first.id) == first


async def test_it_is_found_by_what_it_is_about(store: SqlStore) -> None:
    """The newest first."""
    async with store() as db:
        ann, bo = await person(db), await person(db, 2)
        old = await db.feedback.add(opened(voice(ann)))
        late = replace(CART, step=Step.RETURNS, sku="CUP-2")
        new = await db.feedback.add(opened(voice(bo), at=NOON + DAY, facts=late))
        find = db.feedback.where
        assert await find() == [new, old]
        assert await find(limit=1) == [new]
        assert await find(steps=[Step.CART]) == [old]
        assert await find(sku="CUP-2") == [new]
        assert await find(sender_id=ann) == [old]
        assert await find(owner_id=ann) == []
        assert await find(since=NOON + DAY) == [new]
        assert await find(until=NOON + DAY) == [old]
        assert await find(states=[State.NEW]) == [new, old]
        assert await find(states=[State.CLOSED]) == []


async def test_what_comes_twice_from_outside_is_one(store: SqlStore) -> None:
    """A shop's system may call again."""
    async with store() as db:
        said = replace(voice(None), source=Source.WEBHOOK, external="case-7")
        stored = await db.feedback.add(opened(said))
        assert await db.feedback.known("webhook", "case-7") == stored
        assert await db.feedback.known("mail", "case-7") is None
        with pytest.raises(Conflict):
            await db.feedback.add(opened(said))


async def test_its_story_is_told_in_order(store: SqlStore) -> None:
    """The bot itself is nobody."""
    async with store() as db:
        ann = await person(db)
        stored = await db.feedback.add(opened(voice(ann)))
        for who, kind in ((ann, UpdateKind.OPENED), (None, UpdateKind.WARNED)):
            await db.feedback.log.record(Update(stored.id, who, kind, NOON, "茶"))
        story = await db.feedback.log.of(stored.id)
        assert [(each.person_id, each.kind) for each in story] == [
            (ann, UpdateKind.OPENED),
            (None, UpdateKind.WARNED),
        ]


async def test_rules_are_tried_in_the_order_they_were_made(store: SqlStore) -> None:
    """And one can be forgotten."""
    async with store() as db:
        ann, rules = await person(db), db.feedback.rules
        first = await rules.add_route(RoutingRule(step=Step.CART, place=SHOP))
        words = ("破损", "broken")
        second = await rules.add_route(
            RoutingRule(words=words, severity=Severity.HIGH, person_id=ann)
        )
        assert await rules.routes() == [first, second]
        assert await rules.drop_route(first.id)
        assert not await rules.drop_route(first.id)
        assert await rules.routes() == [second]


async def test_there_is_one_place_for_triage(store: SqlStore) -> None:
    """The last that was chosen."""
    async with store() as db:
        rules = db.feedback.rules
        assert await rules.triage() is None
        await rules.choose_triage(SHOP)
        other = replace(SHOP, id="C2")
        await rules.choose_triage(other)
        assert await rules.triage() == other
        await rules.choose_triage(None)
        assert await rules.triage() is None


async def test_there_is_one_promise_for_a_severity(store: SqlStore) -> None:
    """The last that was made."""
    async with store() as db:
        ann, rules = await person(db), db.feedback.rules
        await rules.promise(ServiceLevel(Severity.HIGH, 60, 480, ann))
        level = ServiceLevel(Severity.HIGH, 30, hours=Runs.ALWAYS)
        await rules.promise(level)
        assert await rules.levels() == [level]


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": State.JOINED},
        {"state": State.CLOSED},
        {"state": State.WAITING},
        {"state": State.DECLINED},
        {"paused": -1},
    ],
)
async def test_the_database_refuses_what_cannot_be(
    store: SqlStore, wrong: dict[str, object]
) -> None:
    """Whoever writes it."""
    async with store() as db:
        ann = await person(db)
        stored = await db.feedback.add(opened(voice(ann)))
        with pytest.raises(Conflict):
            await db.feedback.save(replace(stored, **wrong))  # type: ignore[arg-type]


async def test_a_line_of_its_story_can_be_taken_out(store: SqlStore) -> None:
    """That one, and no other."""
    async with store() as db:
        ann = await person(db)
        stored = await db.feedback.add(opened(voice(ann)))
        kept, gone = [
            await db.feedback.log.record(
                Update(stored.id, ann, UpdateKind.REPLY, NOON, text)
            )
            for text in ("kept", "taken back")
        ]
        await db.feedback.log.forget([gone])
        await db.feedback.log.forget([])
        assert await db.feedback.log.of(stored.id) == [kept]


async def test_what_people_know_better_is_found(store: SqlStore) -> None:
    """The newest of it, the oldest first; a product and a market teach nothing."""
    async with store() as db:
        ann = await person(db)
        right = replace(CART, severity=Severity.LOW)
        for days, facts in enumerate((right, CART, right, right)):
            new = opened(voice(ann), at=NOON + days * DAY)
            await db.feedback.add(replace(new, facts=facts))
        product = replace(CART, sku="POT-2", market="CH")
        await db.feedback.add(replace(opened(voice(ann)), facts=product))
        found = await db.feedback.corrected(2)
        assert [each.number for each in found] == [3, 4]
        assert [each.number for each in await db.feedback.corrected(9)] == [1, 3, 4]


async def test_what_happened_is_counted(store: SqlStore) -> None:
    """Each kind by itself."""
    async with store() as db:
        ann = await person(db)
        stored = await db.feedback.add(opened(voice(ann)))
        for kind in (UpdateKind.CORRECTED, UpdateKind.CORRECTED, UpdateKind.NOTE):
            await db.feedback.log.record(Update(stored.id, ann, kind, NOON))
        assert await db.feedback.log.count(UpdateKind.CORRECTED) == 2
        assert await db.feedback.log.count(UpdateKind.SOLVED) == 0
