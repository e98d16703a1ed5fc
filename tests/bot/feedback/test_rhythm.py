"""A room hears of feedback at its own rhythm; what stops sales never waits."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.bot.feedback.desk import STORE, TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member, a_team

LATE = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)  # half past six in Berlin: Monday
TUESDAY = datetime(2026, 3, 3, 8, tzinfo=UTC)  # nine in Berlin
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases; everything also goes to who runs the shop."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        await made.opens_store()
        await made.anna.says(f"feedback route all → {STORE}")
        yield made


async def says(who: Member, typed: str, where: str | None = None) -> str:
    """What somebody is told for what they type."""
    seen = await who.says(typed, where)
    assert seen
    return seen.text


def came(desk: Desk, where: str = STORE) -> list[str]:
    """What a room was told of feedback, the oldest first."""
    keys = (":card:", ":bundle:")
    return [s.text for s in desk.anna.sees(where) if any(k in s.key for k in keys)]


async def test_at_first_a_room_hears_at_once(desk: Desk) -> None:
    """Each has its own card."""
    await desk.sofia.says("feedback no cups left", "#general")
    await desk.sofia.says("feedback no pots left", "#general")
    assert len(came(desk)) == len(came(desk, TRIAGE)) == 2


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("feedback room #store-it rhythm hourly", "#store-it hears of feedback every"),
        ("feedback room #store-it every hour", "every hour"),
        ("feedback rhythm #store-it twice a day", "twice a day"),
        ("feedback room #store-it rhythm: in the morning", "in the morning"),
        ("feedback rooms #store-it rhythm daily", "in the morning"),
        ("feedback room #store-it rhythm at once", "at once"),
        ("反馈 群 #store-it 节奏 每小时", "every hour"),
        ("反馈 节奏 #store-it 每天两次", "twice a day"),
        ("反馈 群 #store-it 节奏 每天早上", "in the morning"),
        ("反馈 节奏 #store-it 改为立即", "at once"),
    ],
)
async def test_a_rhythm_is_said_in_one_sentence(
    desk: Desk, typed: str, told: str
) -> None:
    """In either language, as people say it."""
    assert told in await says(desk.anna, typed)


async def test_it_is_said_where_it_is_meant(desk: Desk) -> None:
    """In a channel the channel is meant."""
    assert "#store-it" in await says(desk.anna, "feedback rhythm hourly", STORE)
    assert "#voice" in await says(desk.anna, "feedback room here hourly", TRIAGE)


async def test_one_message_lists_what_came(desk: Desk) -> None:
    """At the next hour, without customers' data where it is not triaged; who is there
    takes one from it.
    """
    await says(desk.anna, "feedback room #store-it rhythm hourly")
    await desk.sofia.says("feedback no cups left customer:Maria", "#general")
    await desk.sofia.says("feedback no pots left, call +49 30 1234567", "#general")
    assert came(desk) == []
    assert len(came(desk, TRIAGE)) == 2
    await desk.team.waits(hours=1)
    (told,) = came(desk)
    assert "2 new pieces of feedback" in told
    assert "F-1 no cups left" in told
    assert "F-2 no pots left" in told
    assert "1234567" not in told
    assert "hears of feedback every hour" in told
    eve = desk.team.person("Eve Moss")
    await eve.presses("Take", eve.last(STORE))
    assert (await desk.item()).owner_id is not None
    assert "Eve Moss" in came(desk)[-1]


async def test_where_nothing_came_nothing_is_said(desk: Desk) -> None:
    """For a whole week."""
    await says(desk.anna, "feedback room #store-it rhythm hourly")
    await desk.team.waits(days=7)
    assert came(desk) == []


async def test_what_comes_at_night_waits_for_the_morning(desk: Desk) -> None:
    """In working time, where the room is."""
    await says(desk.anna, "feedback room #store-it rhythm hourly")
    await desk.team.until(LATE)
    await desk.sofia.says("feedback no cups left", "#general")
    await desk.team.until(TUESDAY - MINUTE)
    assert came(desk) == []
    await desk.team.until(TUESDAY + MINUTE)
    assert len(came(desk)) == 1


async def test_twice_a_day_is_the_morning_and_the_afternoon(desk: Desk) -> None:
    """What came before nine is told at nine, what came after at three."""
    await says(desk.anna, "feedback room #store-it rhythm twice a day")
    await desk.team.until(TUESDAY - MINUTE)
    await desk.sofia.says("feedback no cups left", "#general")
    await desk.team.until(TUESDAY + MINUTE)
    await desk.sofia.says("feedback no pots left", "#general")
    assert len(came(desk)) == 1
    await desk.team.until(TUESDAY + timedelta(hours=6, minutes=1))
    assert len(came(desk)) == 2
    assert "F-2" in came(desk)[-1]
    assert "F-1" not in came(desk)[-1]


async def test_what_stops_sales_never_waits(desk: Desk) -> None:
    """In no room, at any rhythm."""
    for room in (STORE, TRIAGE):
        await says(desk.anna, f"feedback room {room} rhythm in the morning")
    await desk.sofia.says("feedback cart is empty after login !blocking", "#general")
    assert len(came(desk)) == len(came(desk, TRIAGE)) == 1


async def test_what_turns_out_to_stop_sales_waits_no_more(desk: Desk) -> None:
    """Corrected, it comes at once, and not once more with the others."""
    await says(desk.anna, "feedback room #store-it rhythm in the morning")
    await desk.sofia.says("feedback no cups left", "#general")
    card = [s for s in desk.jonas.sees(TRIAGE) if ":card:" in s.key][-1]
    await desk.jonas.presses("How bad", card, "1:blocking")
    assert len(came(desk)) == 1
    await desk.team.until(TUESDAY + MINUTE)
    assert len(came(desk)) == 1


async def test_the_room_for_triage_has_a_rhythm_too(desk: Desk) -> None:
    """Its people see whose words they are; the digest does not list them again."""
    await desk.team.waits(hours=2)
    await says(desk.anna, "feedback room here rhythm in the morning", TRIAGE)
    await desk.sofia.says("feedback no cups left customer:Maria", "#general")
    assert came(desk, TRIAGE) == []
    await desk.team.until(TUESDAY + MINUTE)
    (told,) = came(desk, TRIAGE)
    assert "One new piece of feedback" in told
    (digest,) = [
        s.text for s in desk.jonas.sees(TRIAGE) if "Feedback this morning" in s.text
    ]
    assert "one new" in digest
    assert "F-1" not in digest


async def test_what_somebody_looked_at_is_not_new_in_the_morning(desk: Desk) -> None:
    """The room saw its card as it came."""
    await desk.team.waits(hours=2)
    for word in ("cups", "pots"):
        await desk.sofia.says(f"feedback no {word} left", "#general")
    await desk.jonas.says("feedback take 1", TRIAGE)
    await desk.team.until(TUESDAY + MINUTE)
    (digest,) = [
        s.text for s in desk.jonas.sees(TRIAGE) if "Feedback this morning" in s.text
    ]
    new = digest.partition("Waiting")[0]
    assert "F-2" in new
    assert "F-1" not in new


async def test_a_room_that_hears_no_more_is_told_nothing(desk: Desk) -> None:
    """Not even what came before; the worst is listed first where it is told."""
    for room in (STORE, TRIAGE):
        await says(desk.anna, f"feedback room {room} rhythm hourly")
    await desk.sofia.says("feedback no cups left !low", "#general")
    await desk.sofia.says("feedback the cup cuts !high step:quality", "#general")
    await says(desk.anna, "feedback route drop 1")
    await desk.team.waits(hours=1)
    assert came(desk) == []
    (told,) = came(desk, TRIAGE)
    assert told.index("F-2") < told.index("F-1")


async def test_a_room_of_both_chats_hears_in_each(desk: Desk) -> None:
    """One message in each of its groups, in its language."""
    gang = desk.team.place("#gang", platform="dingtalk")
    await desk.anna.says("room tie shop", STORE)
    async with desk.team.store() as db:
        room = await db.rooms.make("shop")
        await db.rooms.tie(room, gang)
        await db.commit()
    await says(desk.anna, "feedback room #store-it rhythm hourly")
    await desk.sofia.says("feedback no cups left", "#general")
    await desk.team.waits(hours=1)
    assert len(came(desk)) == 1
    groups = [s.text for s in desk.wang.sees("#gang") if ":bundle:" in s.key]
    assert len(groups) == 1
    assert "F-1" in groups[0]


async def test_the_rhythms_are_listed_and_changed_by_a_menu(desk: Desk) -> None:
    """By an admin; who triages only reads them, nobody else does."""
    listed = await desk.anna.says("feedback room")
    assert listed
    assert "#voice" in listed.text
    assert "#store-it" in listed.text
    async with desk.team.store() as db:
        (rule,) = await db.feedback.rules.routes()
    seen = await desk.anna.presses("How often", listed, f"hourly:{rule.id}")
    assert seen
    assert "every hour" in seen.text
    assert "every hour" in await says(desk.jonas, "feedback rhythm")
    assert "#store-it (every hour)" in await says(desk.jonas, "feedback routes")
    assert STORE not in await says(desk.sofia, "feedback rhythm")
    assert "dmin" in await says(desk.sofia, "feedback room #store-it rhythm hourly")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("feedback room #store-it rhythm sometimes", "the rhythm “"),
        ("反馈 群 #store-it 节奏 偶尔", "the rhythm “"),
        ("feedback room #nowhere rhythm hourly", "#nowhere"),
    ],
)
async def test_what_is_no_rhythm_is_told(desk: Desk, typed: str, answer: str) -> None:
    """With those there are."""
    assert answer in await says(desk.anna, typed)
    async with desk.team.store() as db:
        assert await db.feedback.rooms.rhythms() == {}


@pytest.mark.parametrize(
    "said", ["room spray smells of petrol", "rooms page shows nothing at all"]
)
async def test_a_customers_words_may_begin_like_it(desk: Desk, said: str) -> None:
    """Then they are passed on."""
    await desk.sofia.says(f"feedback {said}")
    assert (await desk.item()).text == said


@pytest.mark.parametrize(
    "typed", ["feedback room #general", "feedback rooms", "反馈 群"]
)
async def test_where_no_room_hears_it_says_how_one_does(typed: str) -> None:
    """The first thing an admin looks for."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        await team.know_everyone()
        assert "feedback triage here" in await says(anna, typed)
