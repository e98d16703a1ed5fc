"""Risks out of feedback, blockers and tasks: proposed, never made by itself (M10)."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import Firm, a_firm

PAYS = "feedback checkout is dead, jane@shop.com cannot pay, call +49 170 1234567"


@pytest.fixture
async def firm() -> AsyncIterator[Firm]:
    """Anna reads feedback whole: she is an admin."""
    async with a_firm(areas=False) as made:
        await made.shop.anna.says(PAYS)
        await made.shop.bo.says("blocker add stock numbers are late @Li", "#wins")
        yield made


async def count(firm: Firm) -> int:
    """How many risks there are."""
    async with firm.shop.team.store() as db:
        return len(await db.risks.all())


@pytest.mark.parametrize(
    "said",
    ["feedback risk 1", "risk from F-1", "turn F-1 into a risk", "F-1 登记为风险"],
)
async def test_feedback_proposes_a_risk_without_the_customers_data(
    firm: Firm, said: str
) -> None:
    """Its step is the category, how bad it is the impact; both show each other."""
    anna = firm.shop.anna
    await anna.says(said)
    values = {field.name: getattr(field, "value", None) for field in anna.form.fields}
    assert values["scenario"] == "checkout is dead, •••@••• cannot pay, call •••567"
    assert (values["category"], values["impact"]) == ("payment", "5")
    assert await count(firm) == 0
    assert await anna.fills(likelihood="4") == {}
    assert "Grew out of: F-1" in await firm.says(anna, "R-1")
    assert "R-1" in await firm.says(anna, "feedback show 1")
    again = await firm.says(anna, "feedback risk 1")
    assert "F-1 is R-1 already" in again
    assert await count(firm) == 1


async def test_a_button_of_feedback_opens_the_same(firm: Firm) -> None:
    """And is gone where a risk is there."""
    anna = firm.shop.anna
    await anna.says("feedback show 1")
    await anna.presses("Make a risk")
    assert await anna.fills() == {}
    seen = await anna.says("feedback show 1")
    assert seen
    assert "Make a risk" not in seen.buttons
    await anna.says("R-1")
    back = await anna.presses("Show F-1")
    assert back
    assert "jane@shop.com" in back.text


async def test_a_blocker_becomes_a_risk(firm: Firm) -> None:
    """Said where everybody reads, it is for everybody; each shows the other."""
    shop = firm.shop
    await shop.li.says("blocker show 1")
    await shop.li.presses("Make a risk")
    assert await shop.li.fills() == {}
    assert "R-1" in await firm.says(shop.bo, "blocker show 1")
    assert "Grew out of: B-1" in await firm.says(shop.anna, "R-1")


async def test_what_was_said_alone_stays_among_those_it_concerns(firm: Firm) -> None:
    """A blocker or a task of somebody's own chat proposes a private risk."""
    shop = firm.shop
    await shop.bo.says("blocker add layoffs are near")
    await shop.bo.says("blocker risk 2")
    assert await shop.bo.fills() == {}
    assert "layoffs" not in await firm.says(shop.li, "risk list")
    await shop.bo.says("task add Ask the lawyer")
    await shop.bo.says("task risk 1")
    assert await shop.bo.fills() == {}
    assert "Risk: R-2" in await firm.says(shop.bo, "task show 1")
    assert "lawyer" not in await firm.says(shop.li, "risk list")


async def test_a_message_becomes_a_risk(firm: Firm) -> None:
    """From its own menu; without a customer's data, and nothing before it is saved."""
    bo = firm.shop.bo
    await bo.uses(
        "risk.from_message", "The factory may strike, says jane@shop.com\nMore", "#wins"
    )
    values = {field.name: getattr(field, "value", None) for field in bo.form.fields}
    assert values["scenario"] == "The factory may strike, says •••@•••"
    assert (values["category"], values["readers"]) == ("supplier", "all")
    assert await count(firm) == 0
    assert await bo.fills() == {}
    assert await count(firm) == 1


async def test_nobody_makes_a_risk_of_what_they_do_not_see(firm: Firm) -> None:
    """Neither by its number nor by a form that says so."""
    shop = firm.shop
    assert "no feedback F-1" in await firm.says(shop.bo, "risk from F-1")
    await shop.bo.says("blocker add layoffs are near")
    assert "no blocker B-2" in await firm.says(shop.li, "risk from B-2")
    assert await count(firm) == 0


async def test_what_a_leaver_sees_to_is_given_away(firm: Firm) -> None:
    """With everything else that is theirs."""
    shop = firm.shop
    await shop.anna.says("risk add Fire 2x5 owner:@Bo")
    await shop.anna.says("leaving @Bo on 16 March")
    await shop.anna.says("leaving show @Bo")
    await shop.anna.presses("Hand over")
    held = shop.answer(shop.anna)
    assert "One open risk" in held.text
    await shop.anna.presses("Hand over everything …", held)
    assert await shop.anna.fills(all="Li Mei") == {}
    assert "Owner: Li Mei" in await firm.says(shop.anna, "R-1")
