"""What an event costs the database, held for good."""

import pytest

from tests.benchmarks.statements import MEASURES, measured
from tests.databases import KINDS, Kind

# Whoever needs one more may raise it, and says in the change what it is for.
AT_MOST = {
    "task add": 15,  # one keeps what "undo" takes back, here and below
    "task add, own": 11,
    "press Done": 22,
    "say task list": 10,  # two of them keep its answer until it was said
    "say hello": 10,
    "home opened": 18,
    "feedback report": 24,  # one reads what somebody was asked to approve
    "feedback promised": 23,  # however many are open
    "seen before": 1,
    "stand-up answer": 67,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", MEASURES)
async def test_an_event_asks_the_database_no_more_than_it_did(
    kind: Kind, name: str
) -> None:
    """From the claim to the answer, on both databases."""
    answered, _ = await measured(kind, name)
    assert len(answered) <= AT_MOST[name], answered.by_table
