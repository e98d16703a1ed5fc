"""The harness counts what is wrong with a shop's webhooks: it would see it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.e2e.faults import besieged
from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.company import DINGTALK, SLACK
from tests.e2e.faults.counting import Counts
from tests.e2e.faults.ledger import Ledger
from tests.e2e.faults.shop import Brought, Shop

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
ONE = Brought("ticket-0", "By card x0x: nobody can pay", alarms=True)


@dataclass
class Stored:
    """What a customer said, as the database has it."""

    number: int
    external: str = "door:ticket-0"
    text: str = ONE.text


@pytest.mark.parametrize(
    ("stored", "told", "blamed"),
    [
        ([Stored(1)], ["F-1", "F-1"], ""),
        ([], ["F-1"], "lost"),
        ([Stored(1), Stored(1, "door:another")], ["F-1"], "doubled"),
        ([Stored(1)], ["F-1", "F-2"], "impossible"),
        ([Stored(2)], ["F-1"], "impossible"),
    ],
)
def test_what_was_taken_is_there_once_by_its_number(
    tmp_path: Path, stored: list[Any], told: list[str], blamed: str
) -> None:
    """Whatever was told of it, the database has the last word."""
    shop = Shop(SharedClock(tmp_path / "clock"), Random(1))  # noqa: S311  no secret
    counts = Counts()
    shop.brought.append(ONE)
    shop.answers[ONE.id] = [{"feedback": name} for name in told]
    besieged.taken(shop, counts, stored)
    first = next(iter(counts.why), "")
    assert first.partition(":")[0] == blamed


@pytest.mark.parametrize(
    ("here", "there", "blamed"),
    [(1, 1, []), (0, 1, ["lost"]), (1, 0, ["lost"]), (2, 1, ["doubled"])],
)
def test_every_place_of_a_room_has_the_card_once(
    here: int, there: int, blamed: list[str]
) -> None:
    """In Slack and in DingTalk; a list that names it is another message."""
    ledger, counts = Ledger(), Counts()
    slack, dingtalk = besieged.ROOM
    keys = [besieged.card(1, slack)] * here
    for n, key in enumerate(("feedback.digest:1", *keys)):
        ledger.accept(SLACK, slack.id, f"{n}", ONE.text, NOW, key=key)
    for n in range(there):
        key = besieged.card(1, dingtalk)
        ledger.accept(DINGTALK, dingtalk.id, f"{n}", ONE.text, NOW, key=key)
    besieged.heard(ledger, counts, ONE.id, 1)
    assert [why.partition(":")[0] for why in counts.why] == blamed
