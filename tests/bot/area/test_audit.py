"""What is not in order is told to who leads, on Monday, and only then."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.bot.area.firm import Firm, a_firm
from tests.databases import KINDS, Kind

NEXT = datetime(2026, 3, 9, 8, 1, tzinfo=UTC)  # Monday, 09:01 in Berlin


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases; everybody has a part in something."""
    kind: Kind = request.param
    async with a_firm(kind) as made:
        await made.shop.anna.says("area new checkout deputies @王芳 @李伟")
        yield made


async def leave(firm: Firm, name: str) -> None:
    """Somebody works here no longer."""
    async with firm.shop.team.store() as db:
        for person in await db.people.everyone():
            if person.name == name:
                await db.people.save(replace(person, active=False))
        await db.commit()


async def test_all_is_well_and_nobody_hears_of_it(firm: Firm) -> None:
    """Silent when clean."""
    await firm.shop.team.until(NEXT)
    assert firm.told(firm.shop.anna, "area.audit") == []
    assert "All is in order" in await firm.says(firm.shop.anna, "area audit")


async def test_admins_hear_on_their_monday_at_nine(firm: Firm) -> None:
    """Each gap once, by name; others hear nothing; so again a week later."""
    await firm.shop.li.says("away friday to 20 march")
    await firm.shop.anna.says("area change refunds deputies none")
    await firm.shop.bo.says("area new stock")
    await leave(firm, "Bo Lin")
    await firm.shop.team.until(NEXT.replace(hour=7, minute=59))
    assert firm.told(firm.shop.anna, "area.audit") == []
    await firm.shop.team.until(NEXT)
    (told,) = firm.told(firm.shop.anna, "area.audit")
    assert "stock – Bo Lin does not work here any more" in told.text
    assert "refunds DE – Li Mei is away until Fri 20 Mar" in told.text
    assert "No area" not in told.text
    assert firm.told(firm.shop.li, "area.audit") == []
    await firm.shop.team.waits(days=7)
    assert len(firm.told(firm.shop.anna, "area.audit")) == 2


async def test_a_short_leave_is_no_gap(firm: Firm) -> None:
    """Nor is a long one with a deputy who is here."""
    await firm.shop.li.says("away monday to wednesday")
    await firm.shop.team.until(NEXT)
    assert firm.told(firm.shop.anna, "area.audit") == []


async def test_heads_hear_of_their_department(firm: Firm) -> None:
    """In their language and their morning; of nothing else."""
    await firm.shop.anna.says("team head service @王芳")
    await firm.shop.bo.says("area new stock")
    await firm.shop.anna.says("area change refunds deputies none")
    await leave(firm, "Li Mei")
    await leave(firm, "Bo Lin")
    await firm.shop.team.until(datetime(2026, 3, 9, 0, 59, tzinfo=UTC))
    assert firm.told(firm.shop.wang, "area.audit") == []
    await firm.shop.team.until(datetime(2026, 3, 9, 1, 1, tzinfo=UTC))
    (told,) = firm.told(firm.shop.wang, "area.audit")
    assert "refunds DE – Li Mei 已不在公司" in told.text
    assert "stock" not in told.text


async def test_too_many_and_none_are_named(firm: Firm) -> None:
    """The company says how many are too many."""
    await firm.shop.anna.says("area change refunds deputies none")
    for number in range(3):
        await firm.shop.wang.says(f"职责 新建 茶杯{number}")
    said = await firm.says(firm.shop.anna, "area audit")
    assert "Too many" not in said
    assert "Bo Lin" in said
    assert "Gus Gast" not in said
    await firm.shop.anna.says("area audit most 2")
    assert "王芳 – 3" in await firm.says(firm.shop.anna, "area audit")
    for typed in ("area audit most x", "area audit most 0", "area audit most 100"):
        assert "A number up to 99" in await firm.says(firm.shop.anna, typed)
    assert "Only admins" in await firm.says(firm.shop.bo, "area audit")


async def test_an_owner_is_asked_every_three_months(firm: Firm) -> None:
    """While they work; what they say ends the question (I05)."""
    li = firm.shop.li
    await firm.shop.team.until(datetime(2026, 5, 31, 7, tzinfo=UTC))
    assert firm.told(li, "right") == []
    await firm.shop.team.until(datetime(2026, 6, 1, 8, tzinfo=UTC))
    (asked,) = firm.told(li, "right")
    assert "Do you still answer for refunds DE?" in asked.text
    assert [c.label for c in asked.controls] == ["Yes, all right", "Change", "Retire"]
    await li.presses("Yes, all right", asked)
    (asked,) = firm.told(li, "right")
    assert "refunds DE is right as it is" in asked.text
    await firm.shop.team.until(datetime(2026, 8, 29, 7, tzinfo=UTC))
    assert len(firm.told(li, "right")) == 1
    await firm.shop.team.until(datetime(2026, 9, 1, 8, tzinfo=UTC))
    assert len(firm.told(li, "right")) == 2
