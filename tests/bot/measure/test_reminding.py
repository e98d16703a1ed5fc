"""Owners are asked on their morning, and never needlessly (PEERS J03–J05, J13)."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import Firm, a_firm
from tests.bot.links.people import changes
from tests.databases import KINDS, Kind
from tests.driver import Member


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases; Li looks after three measures, Bo stands in for one."""
    kind: Kind = request.param
    async with a_firm(kind, areas=False) as made:
        li = made.shop.li
        await li.says('measure new "Refund rate" % target <2.5% deputies @Bo')
        await li.says("measure new CSAT target >90%")
        await li.says("measure new Parcels target <20")
        yield made


def asked(firm: Firm, who: Member) -> list[str]:
    """What somebody was asked for, the oldest first."""
    return [seen.text for seen in firm.told(who, "measure.due")]


async def next_monday(firm: Firm) -> None:
    """To shortly after nine in Berlin: it is Monday, 11:00 there."""
    await firm.shop.team.waits(days=6, hours=23, minutes=5)


async def test_one_message_asks_for_everything_that_is_missing(firm: Firm) -> None:
    """On Monday at nine where the owner is."""
    await firm.shop.team.waits(days=6, hours=22)
    assert asked(firm, firm.shop.li) == []
    await firm.shop.team.waits(hours=1, minutes=5)
    (text,) = asked(firm, firm.shop.li)
    assert "3 values are missing" in text
    assert "Refund rate · 2 Mar – 8 Mar" in text
    assert asked(firm, firm.shop.bo) == []


async def test_who_has_reported_is_not_asked(firm: Firm) -> None:
    """What was said on Friday is fresh on Monday (J04)."""
    await firm.shop.team.waits(days=4)
    for name in ("refund rate 2%", "csat 91%", "parcels 12"):
        await firm.shop.li.says(f"measure set {name}")
    await firm.shop.team.waits(days=3)
    assert asked(firm, firm.shop.li) == []
    await firm.shop.team.waits(days=7)
    (text,) = asked(firm, firm.shop.li)
    assert "(before: 91%, 2 Mar – 8 Mar)" in text


async def test_who_wants_no_reminders_gets_none(firm: Firm) -> None:
    """It is still on the list that it is late."""
    await firm.shop.li.says("settings reminders muted")
    await next_monday(firm)
    assert asked(firm, firm.shop.li) == []


async def test_one_flow_goes_through_all_of_them(firm: Firm) -> None:
    """Next, skip, and thanks at the end (J05)."""
    li = firm.shop.li
    await next_monday(firm)
    (seen,) = firm.told(li, "measure.due")
    await li.presses("Enter them one by one", seen)
    assert await li.fills(value="92%", confidence="green") == {}
    wrong = await li.fills(value="3h")
    assert "of another unit" in wrong["value"]
    assert await li.fills(value="") == {}  # skipped
    assert await li.fills(value="24/1000") == {}
    (thanks,) = [seen for seen in li.sees() if "Thank you" in seen.text]
    assert "One of yours is still missing" in thanks.text
    said = await firm.says(li, "measures")
    assert "CSAT · 92% (2 Mar – 8 Mar)" in said
    assert "Refund rate · 2.4% (2 Mar – 8 Mar)" in said
    assert "Parcels · no value yet" in said


async def test_who_is_away_is_stood_in_for(firm: Firm) -> None:
    """The deputy is asked; what nobody stands in for waits for the owner."""
    await firm.shop.team.waits(days=5)
    await firm.shop.li.says("away 9 March to 10 March")
    await firm.shop.team.waits(days=1, hours=23, minutes=5)
    assert asked(firm, firm.shop.li) == []
    (text,) = asked(firm, firm.shop.bo)
    assert "Refund rate" in text
    assert "for Li Mei, who is away" in text
    assert "CSAT" not in text
    await firm.shop.team.waits(days=2)
    (text,) = asked(firm, firm.shop.li)
    assert "CSAT" in text


async def test_late_data_is_said(firm: Firm) -> None:
    """In place of a number that is too old (J13)."""
    li = firm.shop.li
    await li.says("measure set csat 91%")
    await firm.shop.team.waits(days=15)
    said = await firm.says(li, "measures")
    assert "CSAT · No value for 15 days. The last: 91% (2 Mar – 8 Mar)" in said
    assert "Without a recent value: 3 measures" in await firm.says(li, "measures late")
    said = await firm.says(firm.shop.wang, "指标")
    assert "已 15 天没有数值。上一次：91%（3月2日 – 3月8日）" in said
    said = await firm.says(li, "measure set csat 90% for 9 March")
    assert "reported 2 days after the period" in said


async def test_an_owner_who_left_is_told_of(firm: Firm) -> None:
    """To who leads them, else to admins; the deputy is asked meanwhile."""
    await changes(firm.shop.team, firm.shop.li, "Ev-left", active=False)
    await next_monday(firm)
    told = [seen.text for seen in firm.told(firm.shop.anna, "left")]
    assert "Refund rate needs an owner: Li Mei is not here any more" in "".join(told)
    assert len(told) == 3
    assert len(asked(firm, firm.shop.bo)) == 1
    assert asked(firm, firm.shop.li) == []
