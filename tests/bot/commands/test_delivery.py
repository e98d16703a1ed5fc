"""Who got what, as admins see it: shown by what it is about, and tried again."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.errors import NotSaid, Rejected, Unreachable
from bot.model.delivery import DeliveryState, Draft
from bot.model.lane import Limit
from bot.rituals import FLOW
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Member, Team, a_team
from tests.fakes.chat import Seen
from tests.sources import catalogue

NINE = MONDAY + timedelta(hours=1)


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna, an admin; Bo; Grace, who has an account on either side."""
    kind: Kind = request.param
    async with a_team(kind, now=NINE) as one:
        await _staff(one)
        yield one


async def _staff(team: Team) -> None:
    team.person("Anna Berger", admin=True)
    team.person("Bo Lin")
    team.person("Grace", platform="dingtalk", email="grace@tea.example")
    team.person("Grace", email="grace@tea.example")
    team.person("王芳", language="zh", admin=True)
    async with team.store() as db:
        await db.people.connect("dingtalk", "D1", "茶馆")
        await db.commit()
    await team.know_everyone()


async def _says(who: Member, words: str, where: str | None = None) -> Seen:
    said = await who.says(words, where)
    assert said is not None
    return said


async def _state(team: Team, key: str) -> DeliveryState:
    async with team.store.reading() as db:
        delivery = await db.deliveries.get(key)
    assert delivery is not None
    return delivery.state


async def test_who_got_a_task(team: Team) -> None:
    """Person and place, when and where; not a word of what it said."""
    anna = team.people["Anna Berger"]
    await anna.says("task add Zeppelin @Bo", "#general")
    shown = await _says(anna, "delivery show T-1")
    assert shown.text.startswith("Who got what: T-1\n2 sent")
    assert "Bo Lin · Task given · T-1 · D-" in shown.text
    assert "#general · Task · T-1 · D-" in shown.text
    assert "Sent Mon 2 Mar 09:00 (Berlin) · Slack" in shown.text
    assert "Zeppelin" not in shown.text


async def test_who_was_asked_in_a_standup(team: Team) -> None:
    """Each person, each place; by day, and today without one."""
    anna = team.people["Anna Berger"]
    await anna.says("standup new Daily at 09:30 in #general for @Anna @Bo", "#general")
    await team.waits(minutes=45)
    for words in ("standup Daily today", "Daily", "standup Daily 2 March"):
        shown = await _says(anna, f"delivery show {words}")
        assert "Who got what: Daily · Mon 2 Mar" in shown.text
        assert "Bo Lin · Questions · Daily · Mon 2 Mar" in shown.text
        assert "#general · Message of the day" in shown.text
        assert "Sent Mon 2 Mar 09:30 (Berlin) · Slack" in shown.text
    none = await _says(anna, "delivery show standup Daily 1 March")
    assert "no such day" in none.text


async def test_what_somebody_got(team: Team) -> None:
    """By mention or by name; in Chinese, too."""
    anna, wang = team.people["Anna Berger"], team.people["王芳"]
    await anna.says("task add Posters @Bo", "#general")
    for words in ("delivery show @Bo", "delivery show Bo Lin"):
        shown = await _says(anna, words)
        assert shown.text.startswith("Who got what: Bo Lin\n1 sent")
    shown = await _says(wang, "送达 查看 Bo Lin")
    assert "送达情况：Bo Lin" in shown.text
    assert "分配任务" in shown.text
    assert "已发送：3月2日周一 09:00（柏林） · Slack" in shown.text


async def test_a_rerouted_message_says_so(team: Team) -> None:
    """From where, why, and where it arrived."""
    anna = team.people["Anna Berger"]
    team.chat.hidden.add(team.people["Grace"].ref)
    await anna.says("task add Posters @Grace", "#general")
    shown = await _says(anna, "delivery show T-1")
    assert "Re-routed, as DingTalk did not take it" in shown.text
    assert "outside the app’s visible range" in shown.text
    key = next(s.key for s in team.people["Grace (slack)"].inbox)
    one = await _says(anna, f"delivery show {key}")
    assert "DingTalk, direct message: refused" in one.text
    assert "Slack, direct message: sent" in one.text
    assert f"Key: {key}" in one.text
    pressed = await anna.presses("Details", shown)
    assert pressed is not None


async def test_what_waits_says_for_what(team: Team) -> None:
    """For its time, for working hours, for a chat that is away."""
    anna, bo = team.people["Anna Berger"], team.people["Bo Lin"]
    await bo.says("settings")
    await bo.fills(start="11:00", end="17:30")
    await anna.says("task add Posters @Bo", "#general")
    shown = await _says(anna, "delivery show T-1")
    assert "Waits for their working time, until Mon 2 Mar 11:00 (Berlin)" in shown.text
    async with team.store() as db:
        due, late = team.clock.now() + timedelta(hours=1), timedelta(hours=2)
        draft = Draft("p", "task.card", {"task": 1}, place=team.places["#general"])
        later = Draft(
            "q", "task.card", {"task": 1}, place=draft.place, due=due,
            expires=due + late,
        )  # fmt: skip
        await db.deliveries.add(draft)
        await db.deliveries.add(later)
        await db.commit()
    team.chat.broken.append(NotSaid("down"))
    await team.crew.pulse.settle()
    again = await _says(anna, "delivery show p")
    assert "Tried once in vain, next Mon 2 Mar 09:00 (Berlin): no answer" in again.text
    planned = await _says(anna, "delivery show q")
    assert "Planned for Mon 2 Mar 10:00 (Berlin)" in planned.text
    assert "Only useful until Mon 2 Mar 12:00 (Berlin)" in planned.text


async def test_what_waits_for_its_turn_says_when_that_is(team: Team) -> None:
    """Many messages go out: the last of them tells when."""
    anna, place = team.people["Anna Berger"], team.places["#general"]
    await anna.says("task add Posters @Bo", "#general")
    team.chat.limits["slack"] = Limit(rate=1 / 60)
    async with team.store() as db:
        for number in range(3):
            await db.deliveries.add(
                Draft(f"t{number}", "task.card", {"task": 1}, place=place)
            )
        await db.commit()
    await team.crew.pulse.settle()
    last = await _says(anna, "delivery show t2")
    assert "Waits for its turn, at Mon 2 Mar 09:02 (Berlin)" in last.text
    assert "many messages are going out" in last.text


async def _breaks(team: Team, *keys: str, why: str = "is_archived") -> None:
    """Messages to #general that the platform refuses."""
    await team.people["Anna Berger"].says("task add Posters")
    async with team.store() as db:
        for key in keys:
            place = team.places["#general"]
            await db.deliveries.add(Draft(key, "task.card", {"task": 1}, place=place))
            team.chat.broken.append(Rejected(why))
        await db.commit()
    await team.crew.pulse.settle()


async def test_what_failed_is_listed_and_tried_again_once(team: Team) -> None:
    """One by its button, all by theirs; a second press finds nothing to do."""
    anna = team.people["Anna Berger"]
    await _breaks(team, "a", "b", "c")
    listed = await _says(anna, "delivery failed")
    assert listed.text.startswith("3 messages failed in the last 7 days")
    assert (
        "Failed Mon 2 Mar 09:00 (Berlin): it was archived or disbanded" in listed.text
    )
    before = len(anna.sees("#general"))
    again = await anna.presses("Retry", listed)
    assert again is not None
    assert len(anna.sees("#general")) == before + 1
    listed = await _says(anna, "delivery failed")
    assert listed.text.startswith("2 messages failed")
    await anna.presses("Retry all", listed)
    assert len(anna.sees("#general")) == before + 3
    await anna.presses("Retry all", listed)
    assert len(anna.sees("#general")) == before + 3
    assert "Nothing failed" in (await _says(anna, "delivery failed")).text


async def test_who_was_told_of_a_failure_gets_to_the_list(team: Team) -> None:
    """The message that tells an admin has the button."""
    anna = team.people["Anna Berger"]
    await _breaks(team, "a")
    told = next(seen for seen in anna.inbox if "did not reach" in seen.text)
    await anna.presses("What failed", told)
    assert any("1 message failed" in seen.text for seen in anna.inbox)


async def test_retry_by_words(team: Team) -> None:
    """By number, and all; in Chinese too."""
    anna, wang = team.people["Anna Berger"], team.people["王芳"]
    await _breaks(team, "a", "b")
    async with team.store.reading() as db:
        delivery = await db.deliveries.get("a")
    assert delivery
    await anna.says(f"delivery retry D-{delivery.id}")
    assert "1 message is tried again now" in anna.inbox[-1].text
    assert await _state(team, "a") is DeliveryState.SENT
    await wang.says("送达 重试 全部")
    assert "正在重试 1 条消息" in wang.inbox[-1].text
    assert await _state(team, "b") is DeliveryState.SENT
    for words in ("delivery retry", "delivery retry some"):
        assert "Which one?" in (await _says(anna, words)).text
    assert "no such message" in (await _says(anna, "delivery retry D-999")).text


async def test_what_is_too_late_cannot_be_tried_again(team: Team) -> None:
    """It says so, and has no button."""
    anna = team.people["Anna Berger"]
    await anna.says("task add Posters")
    async with team.store() as db:
        draft = Draft(
            "late", "task.card", {"task": 1}, place=team.places["#general"],
            expires=team.clock.now() + timedelta(hours=1),
        )  # fmt: skip
        await db.deliveries.add(draft)
        await db.commit()
    team.chat.broken.append(Rejected("is_archived"))
    await team.waits(hours=2)
    listed = await _says(anna, "delivery failed")
    assert "Its time is over by now." in listed.text
    assert "Retry" not in listed.buttons
    assert "Retry all" not in listed.buttons


async def test_an_edit_that_failed_is_no_message_that_failed(team: Team) -> None:
    """It was sent, and shows what was true then."""
    anna = team.people["Anna Berger"]
    await anna.says("task add Posters @Bo", "#general")
    team.chat.broken.append(Rejected("message_not_found"))
    async with team.store() as db:
        await db.deliveries.touch(subject="task:1")
        await db.commit()
    await team.crew.pulse.settle()
    listed = await _says(anna, "delivery failed")
    assert "Sent, but its last change could not be shown" in listed.text


async def test_what_nobody_needs_any_more_says_so(team: Team) -> None:
    """It was withdrawn long before its time was over; what was too late says that."""
    anna, now = team.people["Anna Berger"], team.clock.now()
    place = team.places["#general"]
    async with team.store() as db:
        for key, kind, expires in (
            ("gone", "room.card", now + timedelta(days=1)),
            ("late", "task.card", now - timedelta(hours=1)),
        ):
            args = {"task": 1, "room": 1}
            await db.deliveries.add(
                Draft(key, kind, args, place=place, expires=expires)
            )
        await db.commit()
    await team.crew.pulse.settle()
    assert "not needed any more" in (await _says(anna, "delivery show gone")).text
    late = await _says(anna, "delivery show late")
    assert "its time was over Mon 2 Mar 08:00 (Berlin)" in late.text


async def test_a_message_in_doubt_is_flagged_for_admins(team: Team) -> None:
    """It may have arrived; who tries it again knows that it may be there twice."""
    anna, place = team.people["Anna Berger"], team.places["#general"]
    await anna.says("room tie shop", "#general")
    team.chat.silent.add("slack")
    team.chat.broken.append(Unreachable("timeout"))
    async with team.store() as db:
        await db.deliveries.add(Draft("k", "room.card", {"room": 1}, place=place))
        await db.commit()
    await team.crew.pulse.settle()
    listed = await _says(anna, "delivery failed")
    assert "Not sure since Mon 2 Mar 09:00 (Berlin)" in listed.text
    assert "I do not say such a message twice" in listed.text
    assert any("may not have reached" in seen.text for seen in anna.inbox)
    await anna.presses("Retry", listed)
    assert await _state(team, "k") is DeliveryState.SENT
    shown = await _says(anna, "delivery show k")
    assert "It may have arrived twice" in shown.text


async def test_a_long_list_has_pages(team: Team) -> None:
    """Ten on each; nothing is shown twice."""
    anna = team.people["Anna Berger"]
    await _breaks(team, *(f"k{number}" for number in range(12)))
    first = await _says(anna, "delivery failed")
    assert first.text.count("· D-") == 10
    await anna.presses("Older ▶", first)
    second = next(seen for seen in anna.inbox if seen.ref == first.ref)
    assert second.text.count("· D-") == 2
    assert "◀ Newer" in second.buttons


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("delivery", "Nothing failed"),
        ("delivery show", "Whose messages?"),
        ("delivery show the weather in Rome", "found no task"),
        ("delivery show T-99", "T-99"),
        ("delivery show D-99", "no such message"),
        ("delivery show standup", "Which stand-up"),
        ("delivery tomorrow", "do not know that word"),
    ],
)
async def test_other_words_get_an_example(words: str, told: str) -> None:
    """Kindly."""
    async with a_team(now=NINE) as team:
        anna = team.person("Anna Berger", admin=True)
        await anna.says("standup new Daily at 09:30 in #general", "#general")
        await anna.says("standup new Weekly at 09:30 in #general", "#general")
        assert told in (await _says(anna, words)).text


async def test_only_admins_ask(team: Team) -> None:
    """By words or by buttons; nothing changes."""
    bo, anna = team.people["Bo Lin"], team.people["Anna Berger"]
    await _breaks(team, "a")
    listed = await _says(anna, "delivery failed", "#general")
    for words in ("delivery failed", "delivery show @Anna", "delivery retry all"):
        assert "Only an admin" in (await _says(bo, words)).text
    assert listed.only == anna.ref
    refused = await bo.presses("Retry all", listed)
    assert refused is not None
    assert await _state(team, "a") is DeliveryState.FAILED


async def test_private_things_stay_private_before_admins(team: Team) -> None:
    """Neither a task nor a place's name is told to who is not in there."""
    bo, anna = team.people["Bo Lin"], team.people["Anna Berger"]
    team.place("#bunker", private=True, of=(bo,))
    await team.know_everyone()
    await bo.says("standup new Conclave at 09:30 in #bunker", "#bunker")
    await bo.says("task add Layoffs", "#bunker")
    await team.waits(minutes=45)
    shown = await _says(anna, "delivery show T-1")
    assert "sent" not in shown.text
    shown = await _says(anna, "delivery show standup Conclave")  # admins know of all
    assert "a private place · Message of the day" in shown.text
    assert "bunker" not in shown.text
    async with team.store.reading() as db:
        delivery = await db.deliveries.get("standup:1:2026-03-02:parent")
    assert delivery
    shown = await _says(anna, f"delivery show D-{delivery.id}")
    assert "a private place" in shown.text
    assert "bunker" not in shown.text


def test_every_kind_of_message_has_a_name() -> None:
    """An admin reads no names of ours."""
    names = {f"delivery-kind-{kind.replace('.', '-')}" for kind in FLOW.notices}
    assert names - set(catalogue("en")) == set()


async def test_work_that_is_given_up_is_told_and_tried_again(team: Team) -> None:
    """Every admin hears of it once; a button runs it again, and it is gone."""
    anna, wang = team.people["Anna Berger"], team.people["王芳"]
    async with team.store() as db:
        await db.jobs.put("task.remind", {7: NINE})
        [job] = await db.jobs.claim(["task.remind"], NINE, 1, "w")
        await db.jobs.hold(job, "KeyError 0badcafe", NINE)
        await db.commit()
    await team.crew.pulse.settle()
    [told] = [seen for seen in anna.inbox if "stopped trying" in seen.text]
    assert "A reminder of a task failed again and again" in told.text
    assert any("一条任务提醒反复失败" in seen.text for seen in wang.inbox)
    await anna.presses("What failed", told)
    listed = await _says(anna, "delivery failed")
    assert "KeyError 0badcafe" in listed.text
    await anna.presses("Retry", listed)
    assert "KeyError" not in (await _says(anna, "delivery failed")).text
    async with team.store.reading() as db:
        assert await db.jobs.given_up() == []


async def test_who_got_what_of_feedback_and_of_a_risk(team: Team) -> None:
    """By their numbers, as of a task."""
    anna = team.people["Anna Berger"]
    await anna.says("feedback triage here", "#general")
    await anna.says("feedback the zeppelin leaks")
    await anna.says("risk add The zeppelin burns owner:@Bo")
    shown = await _says(anna, "delivery show F-1")
    assert shown.text.startswith("Who got what: F-1\n1 sent")
    assert "#general · Feedback · D-" in shown.text
    shown = await _says(anna, "delivery show R-1")
    assert "Bo Lin · Risk given · D-" in shown.text
    assert "zeppelin" not in shown.text
    assert "no feedback F-9" in (await _says(anna, "delivery show F-9")).text
    shown = await _says(team.people["王芳"], "送达 查看 R-1")
    assert "R-1" in shown.text
