"""A correction teaches: the same words are read as people said they are."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.model.feedback import Severity, Step
from bot.ports.intake import Parcel
from bot.reading import read
from bot.rituals.feedback.intake import take
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Team, a_team

STRANGE = "zorbel plimks glimmer"
UNTAUGHT = read(STRANGE).facts.step
ALIKE = "our zorbel plimks"


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


async def proposed(team: Team) -> Step:
    """What was read from the newest words."""
    async with team.store() as db:
        (newest, *_) = await db.feedback.where()
    return newest.proposed.step


async def read_of(desk: Desk, words: str) -> Step:
    """What is read from words that are passed on."""
    await desk.sofia.says(f"feedback {words}", "#general")
    return await proposed(desk.team)


async def test_the_same_words_are_read_right_the_second_time(desk: Desk) -> None:
    """At once, and others that are like them; from a shop's own systems too."""
    assert await read_of(desk, STRANGE) is UNTAUGHT
    await desk.jonas.presses("Where", desk.jonas.last(TRIAGE), "1:returns")
    assert await read_of(desk, STRANGE) is Step.RETURNS
    assert await read_of(desk, ALIKE) is Step.RETURNS
    await take(desk.team.crew.world, Parcel(text=STRANGE, external="shop:1"))
    assert await proposed(desk.team) is Step.RETURNS


async def test_the_last_correction_counts(desk: Desk) -> None:
    """Also where somebody puts back what had been right."""
    await read_of(desk, STRANGE)
    card = desk.jonas.last(TRIAGE)
    await desk.jonas.presses("Where", card, "1:returns")
    await desk.jonas.presses("Where", card, "1:search")
    assert await read_of(desk, STRANGE) is Step.SEARCH
    await desk.jonas.presses("Where", card, f"1:{UNTAUGHT}")
    assert await read_of(desk, STRANGE) is UNTAUGHT


async def test_what_a_form_corrects_teaches_too(desk: Desk) -> None:
    """By whoever sent it."""
    await read_of(desk, STRANGE)
    await desk.sofia.presses("Correct")
    assert await desk.sofia.fills(step="account") == {}
    assert await read_of(desk, STRANGE) is Step.ACCOUNT


async def test_other_processes_hear_of_it_within_a_minute(desk: Desk) -> None:
    """And so does one that starts later."""
    async with a_team(store=desk.team.store, now=desk.team.clock.now()) as other:
        first = Parcel(text=STRANGE, external="shop:1")
        await take(other.crew.world, first)
        await desk.team.crew.pulse.settle()
        await desk.jonas.presses("Where", desk.jonas.last(TRIAGE), "1:returns")
        await take(other.crew.world, Parcel(text=STRANGE, external="shop:2"))
        assert await proposed(other) is UNTAUGHT
        other.clock.set(other.clock.now() + timedelta(minutes=1))
        await take(other.crew.world, Parcel(text=STRANGE, external="shop:3"))
        assert await proposed(other) is Step.RETURNS
    async with a_team(store=desk.team.store) as fresh:
        await take(fresh.crew.world, Parcel(text=STRANGE, external="shop:4"))
        assert await proposed(fresh) is Step.RETURNS


async def test_another_company_is_not_taught(desk: Desk) -> None:
    """Though it is in the same database and the same process."""
    await read_of(desk, STRANGE)
    await desk.jonas.presses("Where", desk.jonas.last(TRIAGE), "1:returns")
    assert await read_of(desk, STRANGE) is Step.RETURNS
    theirs = desk.team.store.of(2)
    await theirs.ensure_organization("Silk", "UTC", "en", None)
    async with a_team(store=theirs) as other:
        await take(other.crew.world, Parcel(text=STRANGE, external="shop:1"))
        assert await proposed(other) is UNTAUGHT


async def test_what_was_read_is_corrected_in_one_sentence(desk: Desk) -> None:
    """Where and how bad, in both languages; alone, its form opens."""
    await desk.wang.says("反馈 茶壶漏水")
    await desk.wang.says("反馈 更正 1 结算 !高")
    facts = (await desk.item()).facts
    assert (facts.step, facts.severity) == (Step.CHECKOUT, Severity.HIGH)
    await desk.jonas.says("feedback correct F-1 payment", TRIAGE)
    assert (await desk.item()).facts.step is Step.PAYMENT
    await desk.jonas.says("feedback correct 1", TRIAGE)
    assert desk.jonas.form.name == "feedback.correct"
    await desk.jonas.says("feedback correct 1 banana", TRIAGE)
    seen = desk.jonas.last(TRIAGE)
    assert seen
    assert "I do not know “banana”" in seen.text


async def test_a_customer_s_words_may_begin_like_a_correction(desk: Desk) -> None:
    """Without a number they are passed on."""
    await desk.wang.says("反馈 修改地址失败")
    assert (await desk.item()).text == "修改地址失败"
