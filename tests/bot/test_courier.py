"""Deliveries: sent once, edited in place, late never, in doubt looked up."""

from datetime import timedelta

import pytest

from bot.errors import RateLimited, Rejected, Unreachable
from bot.messages import Card, Paragraph
from bot.model.delivery import DeliveryState, Draft
from bot.rituals import FLOW
from bot.rituals.flow import Flow, Scene
from storage.unit_of_work import SqlStore
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Member, Team, a_team

HOUR = timedelta(hours=1)
NINE = MONDAY + HOUR  # in Berlin: nobody is written to before


def _flow(text: dict[str, str]) -> Flow:
    """A notice that says what `text["now"]` is by then; nothing where it is empty."""
    flow = Flow()

    @flow.notice("news")
    async def news(scene: Scene) -> Card | None:
        if text["now"] == "break":
            raise RuntimeError("a bug")
        return (
            Card((text["now"],), (Paragraph((scene.t.language,)),))
            if text["now"]
            else None
        )

    return flow


async def _person_id(team: Team, member: Member) -> int:
    await team.know_everyone()
    async with team.store.reading() as db:
        return (await db.people.known([member.ref]))[member.ref].id


async def _send(team: Team, *drafts: Draft) -> None:
    async with team.store() as db:
        for draft in drafts:
            await db.deliveries.add(draft)
        await db.commit()
    await team.crew.pulse.settle()


async def _state(team: Team, key: str) -> DeliveryState:
    async with team.store.reading() as db:
        delivery = await db.deliveries.get(key)
    assert delivery is not None
    return delivery.state


async def test_a_person_gets_it_once_in_their_language() -> None:
    """The same key twice is one message."""
    async with a_team(flow=_flow({"now": "tea is here"}), now=NINE) as team:
        wang = team.person("王芳", language="zh")
        draft = Draft("k1", "news", person_id=await _person_id(team, wang))
        await _send(team, draft, draft)
        await _send(team, draft)
        assert [seen.text for seen in wang.inbox] == ["tea is here\nzh"]


async def test_what_is_touched_is_edited_in_place() -> None:
    """A message about a thing that changed shows the change, and stays one message."""
    text = {"now": "brewing"}
    async with a_team(flow=_flow(text)) as team:
        anna = team.person("Anna Berger")
        place = team.places["#general"]
        await _send(team, Draft("k1", "news", place=place, subject="tea:1"))
        text["now"] = "ready"
        async with team.store() as db:
            await db.deliveries.touch(subject="tea:1")
            await db.commit()
        await team.crew.pulse.settle()
        (seen,) = anna.sees("#general")
        assert seen.text.startswith("ready")
        assert seen.edited == 1


async def test_a_late_reminder_does_not_come() -> None:
    """After its time a message that was not sent expires."""
    async with a_team(flow=_flow({"now": "hurry"})) as team:
        anna = team.person("Anna Berger")
        person, now = await _person_id(team, anna), team.clock.now()
        await _send(
            team,
            Draft(
                "k1", "news", person_id=person, due=now - HOUR, expires=now - HOUR / 2
            ),
        )
        assert anna.inbox == []
        assert await _state(team, "k1") is DeliveryState.EXPIRED


async def test_nothing_to_say_is_silence() -> None:
    """A notice that finds nothing to say sends nothing."""
    async with a_team(flow=_flow({"now": ""})) as team:
        anna = team.person("Anna Berger")
        await _send(team, Draft("k1", "news", person_id=await _person_id(team, anna)))
        assert anna.inbox == []
        assert await _state(team, "k1") is DeliveryState.EXPIRED


async def test_a_future_message_waits_for_its_time() -> None:
    """Nothing comes before it is due."""
    async with a_team(flow=_flow({"now": "later"})) as team:
        anna = team.person("Anna Berger")
        person = await _person_id(team, anna)
        await _send(
            team, Draft("k1", "news", person_id=person, due=team.clock.now() + HOUR)
        )
        assert anna.inbox == []
        await team.waits(hours=1)
        assert len(anna.inbox) == 1


async def test_an_answer_waits_for_its_thread() -> None:
    """A child is sent into the thread of its parent, after it."""
    async with a_team(flow=_flow({"now": "hello"})) as team:
        anna = team.person("Anna Berger")
        place, later = team.places["#general"], team.clock.now() + HOUR
        await _send(
            team,
            Draft("child", "news", place=place, parent="parent"),
            Draft("parent", "news", place=place, due=later),
        )
        assert anna.sees("#general") == []
        await team.waits(hours=1)
        parent, child = anna.sees("#general")
        assert parent.ref.place.thread is None
        assert child.ref.place.thread == parent.ref.id


async def test_too_fast_means_later() -> None:
    """A rate limit is waited for, then the message comes, once."""
    async with a_team(flow=_flow({"now": "hello"})) as team:
        anna = team.person("Anna Berger")
        team.chat.broken.append(RateLimited("ratelimited", 30))
        await _send(team, Draft("k1", "news", place=team.places["#general"]))
        assert anna.sees("#general") == []
        await team.waits(seconds=31)
        assert len(anna.sees("#general")) == 1


async def test_no_answer_is_looked_up_before_it_is_sent_again() -> None:
    """A call that timed out may have arrived: what is there is not doubled."""
    async with a_team(flow=_flow({"now": "hello"})) as team:
        anna = team.person("Anna Berger")
        place = team.places["#general"]
        await team.chat.post(place, Card(("hello",)), key="k1")  # it did arrive …
        team.chat.broken.append(Unreachable("timeout"))  # … and the answer was lost
        await _send(team, Draft("k1", "news", place=place))
        await team.waits(hours=1)
        assert len(anna.sees("#general")) == 1
        assert await _state(team, "k1") is DeliveryState.SENT


async def test_what_cannot_be_said_for_hours_is_said_once_then() -> None:
    """A platform's outage does not end what is waiting for it."""
    async with a_team(flow=_flow({"now": "tea"})) as team:
        anna = team.person("Anna Berger")
        mine = await _person_id(team, anna)
        team.chat.broken += [Unreachable("down")] * 12  # each try and each look-up
        await _send(team, Draft("k1", "news", person_id=mine))
        await team.waits(hours=2)
        assert [seen.key for seen in anna.inbox] == ["k1"]


async def test_a_message_that_was_edited_often_outlives_a_bad_moment() -> None:
    """What went well before is no try in vain."""
    text = {"now": "0"}
    async with a_team(flow=_flow(text)) as team:
        anna = team.person("Anna Berger")
        place = team.places["#general"]
        await _send(team, Draft("k1", "news", place=place, subject="tea:1"))
        for number in range(80):
            text["now"] = str(number)
            if number == 79:
                team.chat.broken.append(Unreachable("down"))
            async with team.store() as db:
                await db.deliveries.touch(subject="tea:1")
                await db.commit()
            await team.crew.pulse.settle()
        await team.waits(minutes=10)
        (seen,) = anna.sees("#general")
        assert seen.text.startswith("79")


async def test_a_crash_between_call_and_receipt_is_cleared() -> None:
    """What is found in `sending` is looked up; what never arrived is sent."""
    async with a_team(flow=_flow({"now": "hello"})) as team:
        anna = team.person("Anna Berger")
        place = team.places["#general"]
        await team.chat.post(place, Card(("hello",)), key="arrived")
        async with team.store() as db:
            for key in ("arrived", "lost"):
                await db.deliveries.add(Draft(key, "news", place=place))
                delivery = await db.deliveries.get(key)
                assert delivery is not None
                await db.deliveries.mark(
                    delivery, DeliveryState.SENDING, team.clock.now()
                )
            await db.commit()
        await team.waits(minutes=5)
        assert sorted(seen.key for seen in anna.sees("#general")) == ["arrived", "lost"]


async def test_a_refused_message_fails_and_does_not_hold_up_others() -> None:
    """What the platform will never take is marked; the next one goes out."""
    async with a_team(flow=_flow({"now": "hello"})) as team:
        anna = team.person("Anna Berger")
        place = team.places["#general"]
        team.chat.broken.append(Rejected("is_archived"))
        await _send(
            team, Draft("k1", "news", place=place), Draft("k2", "news", place=place)
        )
        assert await _state(team, "k1") is DeliveryState.FAILED
        assert [seen.key for seen in anna.sees("#general")] == ["k2"]


async def test_a_notice_with_a_bug_does_not_hold_up_others() -> None:
    """One broken kind of message is logged and marked; the others go out."""
    text = {"now": "break"}
    async with a_team(flow=_flow(text)) as team:
        anna = team.person("Anna Berger")
        place = team.places["#general"]
        await _send(team, Draft("k1", "news", place=place))
        text["now"] = "fine again"
        await _send(team, Draft("k2", "news", place=place))
        assert await _state(team, "k1") is DeliveryState.FAILED
        assert [seen.key for seen in anna.sees("#general")] == ["k2"]


async def test_a_bug_in_a_message_is_told_and_it_is_sent_once_that_is_mended() -> None:
    """Every admin hears of it once a day, and finds it with what failed."""
    text = {"now": "break"}
    flow = Flow()
    for part in (_flow(text), FLOW):
        flow.include(part)
    async with a_team(flow=flow, now=NINE) as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        await bo.says("today")
        await anna.says("today")
        place = team.places["#general"]
        for key in ("k1", "k2"):
            await _send(team, Draft(key, "news", place=place))
        told = [seen for seen in anna.inbox if seen.key.startswith("failed:")]
        assert len(told) == 1
        assert "An error of mine" in told[0].text
        assert not any(seen.key.startswith("failed:") for seen in bo.inbox)
        text["now"] = "fine again"
        listed = await anna.says("delivery failed")
        assert listed is not None
        assert "2 messages failed" in listed.text
        await anna.presses("Retry all", listed)
        await team.waits(minutes=1)
        assert {seen.key for seen in anna.sees("#general")} >= {"k1", "k2"}


@pytest.mark.parametrize("kind", KINDS)
async def test_what_changes_before_a_written_message_goes_is_shown(kind: Kind) -> None:
    """It is written, and then waits for its turn; its first post is edited."""
    flow, told, stores = Flow(), ["old"], list[SqlStore]()

    @flow.notice("news")
    async def news(_: Scene) -> Card | None:
        card = Card((told[-1],))
        if told == ["old"]:
            told.append("new")
            async with stores[0]() as db:
                await db.deliveries.touch(key="k")
                await db.commit()
        return card

    async with a_team(kind, now=NINE, flow=flow) as team:
        stores.append(team.store)
        team.place("#general")
        await _send(team, Draft("k", "news", place=team.places["#general"]))
        await team.waits(minutes=1)
        assert [seen.text for seen in team.chat.messages] == ["new"]
