"""Expressions are made late, and answer as those do that are made at once."""

import re
import subprocess
import sys

import pytest

from bot.lifetime import little_by_little
from bot.model.expression import expression, make_the_rest

# What a start leaves unmade, and what is left when all of it was made.
LEFT = """
import bot.crew
from bot.model.expression import make_the_rest
print(len(list(make_the_rest())), len(list(make_the_rest())))
"""


def test_an_expression_answers_like_one_that_was_made_at_once() -> None:
    """Also what it is asked only once, and where it says what it was made of."""
    late = expression(r"(?P<n>\d+) 天", re.IGNORECASE)
    assert late.pattern == r"(?P<n>\d+) 天"
    found = late.search("in 3 天")
    assert found
    assert found["n"] == "3"
    assert late.fullmatch("in 3 天") is None
    assert late.sub(lambda one: one["n"], "3 天, 4 天") == "3, 4"
    assert late.groupindex == {"n": 1}
    assert [one[0] for one in late.finditer("1 天 2 天")] == ["1 天", "2 天"]


def test_a_malformed_expression_says_so_when_it_is_asked() -> None:
    """It is not taken for one that finds nothing."""
    unclosed = expression("(")
    with pytest.raises(re.error):
        unclosed.search("anything")
    with pytest.raises(re.error):
        list(make_the_rest())


def test_a_start_makes_next_to_none_and_every_one_can_be_made() -> None:
    """A malformed one does not wait for the person whose sentence meets it first."""
    told = subprocess.run(  # noqa: S603 - our own; it heard no sentence yet
        [sys.executable, "-c", LEFT], capture_output=True, text=True, check=True
    )
    left, then = map(int, told.stdout.split())
    assert left > 600  # of 680
    assert then == 0


async def test_what_nobody_waits_for_lets_everything_else_come_between() -> None:
    """A sentence that is said meanwhile waits for one step, not for all."""
    made = [expression(rf"step {step}") for step in range(3)]
    await little_by_little(make_the_rest())
    assert list(make_the_rest()) == []
    assert [bool(one.match("step 2")) for one in made] == [False, False, True]
