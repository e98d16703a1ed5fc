"""A platform that does not answer holds nothing else up."""

import asyncio

import pytest

from bot.errors import Unreachable
from bot.rituals.delivery.patience import patiently


async def test_a_call_that_takes_too_long_is_given_up() -> None:
    """As if the platform were away."""
    with pytest.raises(Unreachable, match="timeout"):
        await patiently(asyncio.Event().wait(), 0)


async def test_an_answer_in_time_is_taken() -> None:
    """As it is."""
    assert await patiently(asyncio.sleep(0, "here")) == "here"
