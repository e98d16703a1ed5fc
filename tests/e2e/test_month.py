"""A month of people in eight zones, counted message by message.

An oracle of its own says what everybody gets; the product has to send exactly that.
"""

from datetime import date, time

import pytest

from tests.driver import a_team
from tests.e2e.month.changing import a_changing_script
from tests.e2e.month.counting import out_of_hours, sent, wrong_counts
from tests.e2e.month.expected import acts, messages, plan
from tests.e2e.month.life import Life
from tests.e2e.month.oracle import HOME
from tests.e2e.month.people import instant
from tests.e2e.month.script import Script, a_script

SPRING = date(2026, 3, 15), date(2026, 4, 15)
AUTUMN = date(2026, 10, 1), date(2026, 10, 27)
CHANGES = date(2026, 10, 11), date(2026, 11, 6)
SMALL = frozenset(["Anna", "Bernd", "Lara", "Wang", "Yuki", "Kavi", "Noel", "Zoe"])


async def live(script: Script, last: date, *, cuts: int) -> None:
    """Lives it until that day, and counts."""
    until = instant(last, time(23), HOME)
    days = plan(script)
    async with a_team(now=script.since) as team:
        life = Life(team, script)
        await life.begin()
        life.add_acts(acts(days, until))
        await life.goes_on(until, cuts=cuts, seed=script.seed)
        await life.number()
        wanted = messages(script, days, until)
        found, strange = sent(life, wanted)
        problems = [f"more {each} {n}" for each, n in (found - wanted).items()]
        problems += [f"lacks {each} {n}" for each, n in (wanted - found).items()]
        problems += strange + life.lost + wrong_counts(life, days)
        problems += out_of_hours(life, found)
        assert not problems, "\n".join([f"{len(problems)} of {len(found)}", *problems])


@pytest.mark.heavy
async def test_three_days() -> None:
    """What the month is about, in short."""
    script = a_script(*SPRING, 1, SMALL)
    await live(script, date(2026, 3, 18), cuts=4)


@pytest.mark.heavy
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", [1])
async def test_a_month(seed: int) -> None:
    """Over the clock changes of both hemispheres, and Easter."""
    await live(a_script(*SPRING, seed), SPRING[1], cuts=20)


@pytest.mark.heavy
@pytest.mark.timeout(1200)
async def test_an_autumn() -> None:
    """The clocks of Europe go back in it, and China works on a Saturday."""
    await live(a_script(*AUTUMN, 2), AUTUMN[1], cuts=15)


@pytest.mark.heavy
@pytest.mark.timeout(1200)
async def test_a_month_of_changes() -> None:
    """Nothing of what is ordered stays as it was; the clocks go back in between."""
    script = a_changing_script(*CHANGES, 3)
    await live(script, CHANGES[1], cuts=12)
