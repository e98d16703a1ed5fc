"""A measure is owned by somebody, or by who heads a department or has an area."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import Firm, a_firm
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases: Bo heads marketing, Li answers for refunds."""
    kind: Kind = request.param
    async with a_firm(kind) as made:
        await made.shop.anna.says("team head marketing @Bo")
        yield made


@pytest.mark.parametrize(
    "typed",
    [
        "measure new Banner clicks owner head of marketing",
        "measure new Banner clicks owned by the head of marketing",
        "指标 新建 Banner clicks 负责人 市场部主管",
        "measure new Banner clicks owner: marketing lead",
    ],
)
async def test_the_head_of_a_department_owns_it(firm: Firm, typed: str) -> None:
    said = await firm.says(firm.shop.anna, typed)
    assert said.splitlines()[0] == "Banner clicks"
    assert "Owner: Bo Lin, as head of Marketing" in said


async def test_whoever_is_the_head_by_then_is_asked(firm: Firm) -> None:
    """The reminder goes to who heads it when it goes, and so does the right to say."""
    shop = firm.shop
    await shop.anna.says("measure new Banner clicks owner head of marketing")
    await shop.anna.says("team head marketing @Li")
    await shop.team.waits(days=7)
    assert firm.told(shop.li, "measure.due")
    assert not firm.told(shop.bo, "measure.due")
    said = await firm.says(shop.bo, "measure Banner clicks 12")
    assert "Li Mei looks after Banner clicks" in said
    assert "Banner clicks: 12 for" in await firm.says(
        shop.li, "measure Banner clicks 12"
    )
    await shop.anna.says("team head marketing none")
    said = await firm.says(shop.anna, "measure show Banner clicks")
    assert "while Marketing has no head" in said


async def test_who_answers_for_an_area_owns_it(firm: Firm) -> None:
    """Also after it was handed over, until somebody is named."""
    shop = firm.shop
    typed = 'measure new Late parcels owner accountable for "refunds DE"'
    said = await firm.says(shop.anna, typed.replace('"', ""))
    assert "Owner: Li Mei, who answers for refunds DE" in said
    await shop.anna.says("hand over refunds DE to Bo")
    said = await firm.says(shop.anna, "measure show Late parcels")
    assert "Owner: Bo Lin, who answers for refunds DE" in said
    said = await firm.says(shop.anna, "measure change Late parcels owner @Anna")
    assert "Owner: Anna Berger\n" in said


async def test_a_form_that_is_sent_as_it_came_keeps_the_head(firm: Firm) -> None:
    """Another person in it is that person from then on."""
    shop = firm.shop
    await shop.anna.says("measure new Banner clicks owner head of marketing")
    await shop.anna.presses("Change")
    assert await shop.anna.fills() == {}
    last = shop.anna.last()
    assert last
    assert "as head of Marketing" in last.text


async def test_a_department_without_a_head_is_told(firm: Firm) -> None:
    said = await firm.says(
        firm.shop.anna, "measure new Banner clicks owner head of warehouse"
    )
    assert "Warehouse has no head yet" in said
    async with firm.shop.team.store() as db:
        assert await db.measures.living() == []


async def test_options_need_no_colon(firm: Firm) -> None:
    """Department, area, other names: none of it lands in the name."""
    shop = firm.shop
    said = await firm.says(
        shop.anna, "area new stock of tea cups owner @Bo dept warehouse also cups, 茶杯"
    )
    assert said.splitlines()[0] == "stock of tea cups"
    assert "Department: Warehouse" in said
    assert "cups and 茶杯" in said
    said = await firm.says(
        shop.anna, "measure new Broken cups dept warehouse area cups target <5"
    )
    assert said.splitlines()[0] == "Broken cups"
    assert "Area: stock of tea cups" in said
    assert "Owner: Bo Lin" in said
    listed = await firm.says(shop.anna, "measures cups")
    assert "Broken cups" in listed


async def test_the_form_keeps_what_the_owner_is(firm: Firm) -> None:
    """It opens with it, is saved with it, and takes it; not beside somebody else."""
    anna = firm.shop.anna
    await anna.says("measure new Banner clicks owner head of marketing")
    await anna.says("measure change Banner clicks")
    assert anna.form.name == "measure.change"
    shown = {field.name: field for field in anna.form.fields}
    assert shown["holder"].value == "head of Marketing"  # type: ignore[union-attr]
    assert await anna.fills() == {}
    said = await firm.says(anna, "measure show Banner clicks")
    assert "Owner: Bo Lin, as head of Marketing" in said
    await anna.says("measure new")
    wrong = await anna.fills(name="Late parcels", holder="whoever is tallest")
    assert "whoever is tallest" in wrong["holder"]
    wrong = await anna.fills(name="Late parcels", holder="市场部主管", owner="@Li")
    assert "Li Mei" in wrong["holder"]
    assert await anna.fills(name="Late parcels", holder="市场部主管", owner="") == {}
    said = await firm.says(anna, "measure show Late parcels")
    assert "Owner: Bo Lin, as head of Marketing" in said
