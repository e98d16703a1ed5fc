"""What becomes of a message on its way: re-routed, in doubt, stalled, on its own."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import pytest

from bot.courier import Courier
from bot.errors import NotSaid, RateLimited, Rejected, Unreachable
from bot.i18n import words
from bot.messages import Card
from bot.model.delivery import LOST, SETTLED, Delivery, DeliveryState, Draft
from bot.model.receipt import Attempt, Outcome
from bot.rituals.flow import Flow, Scene
from schedules.calendars import WorkCalendar
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Member, Team, a_team

HOUR = timedelta(hours=1)
NINE = MONDAY + HOUR  # in Berlin: nobody is written to before
SENT, FOUND, ABSENT = Outcome.SENT, Outcome.FOUND, Outcome.ABSENT
REROUTED, DOUBT, FAILED = Outcome.REROUTED, Outcome.IN_DOUBT, Outcome.FAILED
UNREACHABLE = Outcome.UNREACHABLE


def _flow() -> Flow:
    """Notices that say what they are: one asks, one tells, one is a digest."""
    flow = Flow()

    async def say(scene: Scene) -> Card | None:
        return Card((f"news of {scene.args.get('of', 'tea')}",))

    for kind in ("news", "standup.prompt", "standup.wrapup"):
        flow.notice(kind)(say)

    @flow.notice("under")
    async def under(scene: Scene) -> Card | None:
        return Card(("on its own" if scene.orphan else "in the thread",))

    @flow.notice("delivery.failed")
    async def failed(scene: Scene) -> Card | None:
        return Card((f"failed: {scene.args.get('doubt', 'refused')}",))

    return flow


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna, an admin on Slack; Grace on both platforms, DingTalk first."""
    kind: Kind = request.param
    async with a_team(kind, now=NINE, flow=_flow()) as one:
        one.person("Anna", admin=True)
        one.person("Grace", platform="dingtalk", email="grace@tea.example")
        one.person("Grace", email="grace@tea.example")
        async with one.store() as db:
            await db.people.connect("slack", "T1", "Tea")
            await db.people.connect("dingtalk", "D1", "茶馆")
            for member in one.people.values():
                await db.people.meet(one.chat.profiles[member.ref])
            await db.commit()
        yield one


async def _id(team: Team, name: str) -> int:
    ref = team.people[name].ref
    async with team.store.reading() as db:
        return (await db.people.known([ref]))[ref].id


async def _send(team: Team, *drafts: Draft) -> None:
    async with team.store() as db:
        for draft in drafts:
            await db.deliveries.add(draft)
        await db.commit()
    await team.crew.pulse.settle()


async def _receipt(team: Team, key: str) -> tuple[Delivery, Sequence[Attempt]]:
    async with team.store.reading() as db:
        delivery = await db.deliveries.get(key)
        assert delivery is not None
        found = await db.deliveries.receipts.attempts([delivery.id])
    return delivery, found.get(delivery.id, ())


async def _ways(team: Team, key: str) -> list[tuple[str, Outcome]]:
    """Where it was tried, and how that ended."""
    _, attempts = await _receipt(team, key)
    return [(each.platform, each.outcome) for each in attempts]


def _got(member: Member) -> list[str]:
    return [seen.key for seen in member.inbox if not seen.text.startswith("failed")]


async def test_a_refused_message_goes_to_the_other_account(team: Team) -> None:
    """Once, and the receipt says why; nobody has to be told that it arrived."""
    here, there = team.people["Grace"], team.people["Grace (slack)"]
    team.chat.hidden.add(here.ref)
    await _send(team, Draft("k", "news", person_id=await _id(team, "Grace")))
    await team.waits(days=1)
    assert (_got(here), _got(there)) == ([], ["k"])
    assert await _ways(team, "k") == [("dingtalk", REROUTED), ("slack", SENT)]
    _, (refused, _) = await _receipt(team, "k")
    assert (refused.error, refused.direct) == ("not_reachable", True)
    assert team.people["Anna"].inbox == []


async def test_what_every_account_refuses_fails(team: Team) -> None:
    """An admin hears of it; a later try asks each of them anew."""
    here, there = team.people["Grace"], team.people["Grace (slack)"]
    team.chat.hidden |= {here.ref, there.ref}
    await _send(team, Draft("k", "news", person_id=await _id(team, "Grace")))
    delivery, _ = await _receipt(team, "k")
    assert delivery.state is DeliveryState.FAILED
    assert await _ways(team, "k") == [("dingtalk", REROUTED), ("slack", FAILED)]
    assert len(team.people["Anna"].inbox) == 1
    team.chat.hidden.clear()
    async with team.store() as db:
        await db.deliveries.receipts.retry([delivery.id], team.clock.now())
        await db.commit()
    await team.crew.pulse.settle()
    assert (_got(here), _got(there)) == (["k"], [])


@pytest.mark.parametrize("away", [RateLimited("slow", 30), NotSaid("down")])
async def test_what_passes_is_waited_for_where_it_is(
    team: Team, away: RateLimited | NotSaid
) -> None:
    """Only a refusal re-routes."""
    team.chat.broken.append(away)
    await _send(team, Draft("k", "news", person_id=await _id(team, "Grace")))
    await team.waits(minutes=5)
    assert _got(team.people["Grace"]) == ["k"]
    assert [where for where, _ in await _ways(team, "k")] == ["dingtalk", "dingtalk"]


async def test_an_edit_that_is_refused_stays_where_it_is(team: Team) -> None:
    """The message is there already: nobody gets a second one elsewhere."""
    draft = Draft("k", "news", person_id=await _id(team, "Grace"), subject="tea:1")
    await _send(team, draft)
    team.chat.hidden.add(team.people["Grace"].ref)
    async with team.store() as db:
        await db.deliveries.touch(subject="tea:1")
        await db.commit()
    await team.crew.pulse.settle()
    assert _got(team.people["Grace (slack)"]) == []
    assert await _ways(team, "k") == [("dingtalk", SENT), ("dingtalk", FAILED)]


async def test_no_answer_is_found_out_where_the_chat_tells(team: Team) -> None:
    """Present or absent: both stand on the receipt, and it is there once."""
    place, anna = team.places["#general"], team.people["Anna"]
    await team.chat.post(place, Card(("news",)), key="arrived")
    for key in ("arrived", "lost"):
        team.chat.broken.append(Unreachable("timeout"))
        await _send(team, Draft(key, "news", place=place))
    await team.waits(minutes=5)
    assert await _ways(team, "arrived") == [("slack", FOUND)]
    assert await _ways(team, "lost") == [("slack", ABSENT), ("slack", SENT)]
    assert [seen.key for seen in anna.sees("#general")] == ["arrived", "lost"]


async def test_what_came_after_it_was_looked_for_is_not_said_again(team: Team) -> None:
    """A call that was cut off may still be on its way while the chat is asked."""
    place, anna = team.places["#general"], team.people["Anna"]
    team.chat.broken.append(Unreachable("reset"))
    await _send(team, Draft("late", "news", place=place))
    assert await _ways(team, "late") == [("slack", ABSENT)]
    await team.chat.post(place, Card(("news",)), key="late")
    team.chat.unread.append(RateLimited("slow", 1))
    await team.waits(minutes=5)
    assert [seen.key for seen in anna.sees("#general")] == ["late"]
    assert await _ways(team, "late") == [
        ("slack", ABSENT),
        ("slack", UNREACHABLE),  # nobody could look, so nothing was said
        ("slack", FOUND),
    ]


async def test_a_question_in_doubt_is_asked_again(team: Team) -> None:
    """Where the chat cannot say; after a minute, not at once."""
    team.chat.silent.add("dingtalk")
    team.chat.broken.append(Unreachable("timeout"))
    grace = await _id(team, "Grace")
    await _send(team, Draft("k", "standup.prompt", person_id=grace))
    await team.waits(seconds=59)
    assert _got(team.people["Grace"]) == []
    await team.waits(seconds=1)
    assert _got(team.people["Grace"]) == ["k"]
    assert await _ways(team, "k") == [("dingtalk", DOUBT), ("dingtalk", SENT)]


async def test_a_question_is_not_asked_for_ever(team: Team) -> None:
    """Each of them may have arrived."""
    team.chat.silent.add("dingtalk")
    team.chat.broken += [Unreachable("timeout")] * 50
    grace = await _id(team, "Grace")
    await _send(team, Draft("k", "standup.prompt", person_id=grace))
    await team.waits(days=1)
    delivery, attempts = await _receipt(team, "k")
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "in_doubt")
    assert len(attempts) == 6


async def test_a_digest_in_doubt_is_flagged(team: Team) -> None:
    """It is not said twice; an admin hears that it may not have arrived."""
    team.chat.silent.add("dingtalk")
    team.chat.broken.append(Unreachable("timeout"))
    grace = await _id(team, "Grace")
    await _send(team, Draft("k", "standup.wrapup", person_id=grace))
    await team.waits(days=1)
    assert _got(team.people["Grace"]) == []
    delivery, _ = await _receipt(team, "k")
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "in_doubt")
    assert [seen.text for seen in team.people["Anna"].inbox] == ["failed: yes"]


async def test_what_a_dead_process_was_sending_is_cleared(team: Team) -> None:
    """By the same rules, after longer than any call takes."""
    team.chat.silent.add("dingtalk")
    grace = await _id(team, "Grace")
    async with team.store() as db:
        for key, kind in (("asked", "standup.prompt"), ("told", "standup.wrapup")):
            await db.deliveries.add(Draft(key, kind, person_id=grace))
            delivery = await db.deliveries.get(key)
            assert delivery
            now = team.clock.now()
            await db.deliveries.mark(delivery, DeliveryState.SENDING, now)
        await db.commit()
    await team.waits(seconds=LOST.total_seconds() - 1)
    assert await _ways(team, "asked") == []
    await team.waits(minutes=5)
    assert _got(team.people["Grace"]) == ["asked"]
    assert (await _receipt(team, "told"))[0].error == "in_doubt"


@pytest.mark.parametrize("arrives", [False, True])
async def test_after_a_restart_nobody_waits_where_nobody_else_can_send(
    *, arrives: bool
) -> None:
    """On SQLite there is one process: what it was sending when it died is looked up as
    soon as a call that was cut off has settled, and not while it may still arrive.
    """
    async with a_team(now=NINE, flow=_flow()) as team:
        team.place("#general")
        await team.know_everyone()
        place, now = team.places["#general"], team.clock.now()
        async with team.store() as db:
            await db.deliveries.add(Draft("k", "news", place=place))
            (delivery,) = await db.deliveries.due(now, 1)
            await db.deliveries.mark(delivery, DeliveryState.SENDING, now)
            await db.commit()
        await team.crew.recover()
        await team.waits(seconds=SETTLED.total_seconds() - 1)
        assert team.chat.messages == []
        if arrives:
            await team.chat.post(place, Card(("news",)), key="k")
        await team.waits(seconds=1)
        assert [seen.key for seen in team.chat.messages] == ["k"]


async def test_who_was_stalled_before_the_call_does_not_make_it(team: Team) -> None:
    """Five seconds after the mark somebody else may be at it; it is planned anew."""
    place, wake = team.places["#general"], team.store.on_commit

    def stall() -> None:
        team.store.on_commit = wake
        team.clock.set(team.clock.now() + timedelta(seconds=6))

    async with team.store() as db:
        await db.deliveries.add(Draft("k", "news", place=place))
        await db.commit()
    team.store.on_commit = stall  # right after the mark
    await team.crew.courier.deliver_due()
    assert team.people["Anna"].sees("#general") == []
    await team.waits(minutes=1)
    assert len(team.people["Anna"].sees("#general")) == 1
    _, (stalled, _) = await _receipt(team, "k")
    assert (stalled.outcome, stalled.error) == (Outcome.UNREACHABLE, "stalled")


async def test_two_processes_send_it_once(team: Team) -> None:
    """Both look at the same moment; the mark of one of them counts."""
    place = team.places["#general"]
    other = Courier(
        store=team.store,
        clock=team.clock,
        chat=team.chat,
        directory=team.chat,
        calendar=WorkCalendar(),
        words=words,
        notices=_flow().notices,
    )
    async with team.store() as db:
        for number in range(5):
            await db.deliveries.add(Draft(f"k{number}", "news", place=place))
        await db.commit()
    await asyncio.gather(team.crew.courier.deliver_due(), other.deliver_due())
    await team.crew.pulse.settle()
    keys = [seen.key for seen in team.people["Anna"].sees("#general")]
    assert sorted(keys) == [f"k{number}" for number in range(5)]


async def test_an_answer_stands_on_its_own_where_its_thread_never_came(
    team: Team,
) -> None:
    """It does not wait for ever, and says what it is about."""
    place, anna = team.places["#general"], team.people["Anna"]
    team.chat.broken.append(Rejected("msg_blocks_too_long"))
    await _send(
        team,
        Draft("parent", "news", place=place),
        Draft("child", "under", place=place, parent="parent"),
    )
    (alone,) = anna.sees("#general")
    assert (alone.key, alone.text, alone.ref.place.thread) == (
        "child",
        "on its own",
        None,
    )


async def test_an_answer_in_its_thread_says_no_more_than_it_must(team: Team) -> None:
    """Its parent is above it."""
    place = team.places["#general"]
    await _send(
        team,
        Draft("parent", "news", place=place),
        Draft("child", "under", place=place, parent="parent"),
    )
    _, child = team.people["Anna"].sees("#general")
    assert child.text == "in the thread"


async def test_a_change_waits_for_the_first_post(team: Team) -> None:
    """What changed while the chat was away is told by the one message there is."""
    place, anna = team.places["#general"], team.people["Anna"]
    team.chat.broken += [NotSaid("down")] * 3
    await _send(team, Draft("k", "news", place=place, subject="tea:1"))
    for _ in range(3):
        async with team.store() as db:
            await db.deliveries.touch(subject="tea:1")
            await db.commit()
        await team.crew.pulse.settle()
    assert anna.sees("#general") == []
    await team.waits(minutes=5)
    (seen,) = anna.sees("#general")
    assert seen.edited == 0


async def test_what_is_about_one_account_goes_to_that_one_only(team: Team) -> None:
    """A question whether an account is theirs is for who has it."""
    here = team.people["Grace"]
    team.chat.hidden.add(here.ref)
    async with team.store.reading() as db:
        accounts = await db.people.accounts(await _id(team, "Grace"))
    about = {"account": next(a.id for a in accounts if a.ref == here.ref)}
    grace = await _id(team, "Grace")
    await _send(team, Draft("k", "news", about, person_id=grace))
    assert _got(team.people["Grace (slack)"]) == []
    assert await _ways(team, "k") == [("dingtalk", FAILED)]


async def test_an_answer_of_a_day_that_never_came_names_the_day() -> None:
    """The stand-up's message was refused; what people say is posted with a title."""
    async with a_team(now=NINE) as team:
        anna, bo = team.person("Anna", admin=True), team.person("Bo")
        await anna.says("standup new Daily at 09:30 in #general for @Bo", "#general")
        before = len(anna.sees("#general"))
        team.chat.broken.append(Rejected("msg_blocks_too_long"))
        await team.waits(minutes=30)
        await bo.presses("Fill")
        await bo.fills(q0="Tea", q1="More tea", q2="")
        (answer, *_) = anna.sees("#general")[before:]
        assert answer.ref.place.thread is None
        assert answer.text.startswith("📋 Daily · Mon 2 Mar")
        assert "More tea" in answer.text
