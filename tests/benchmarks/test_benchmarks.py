"""The bench itself: every measure still works. What it finds is not asked here."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.benchmarks.__main__ import GROUPS
from tests.benchmarks.company import Company
from tests.benchmarks.goals import Row, foot, noted, ratio, table
from tests.benchmarks.processes import Running
from tests.benchmarks.slack import Wire
from tests.sources import ROOT

SLOW = 300
# Not those that take minutes: a fan-out at Slack's pace, and a whole day.
QUICK = [group for group in GROUPS if group not in ("fanout", "footprint")]


@pytest.mark.heavy
@pytest.mark.timeout(SLOW)
@pytest.mark.parametrize("group", QUICK)
def test_every_group_measures_its_goals(group: str, tmp_path: Path) -> None:
    """With tiny sizes, each figure once."""
    goals, kept = GROUPS[group][0], tmp_path / "figures.json"
    words = ["-m", "tests.benchmarks", "--quick", "--only", ",".join(goals)]
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, *words, "--json", str(kept)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SLOW,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = json.loads(kept.read_text("utf-8"))["rows"]
    assert {row["goal"].upper() for row in rows} >= {*goals}
    assert "measuring itself failed" not in done.stdout, done.stdout + done.stderr


def test_a_goal_is_held_or_told_to_be_short() -> None:
    """By how much, in either direction; what is not measured is neither."""
    assert Row("G1", "ack", 0.2, 0.3).verdict == "held"
    assert Row("G1", "ack", 0.6, 0.3).verdict == "short by 2.00 x"
    assert Row("G2", "rate", 0.3, 0.6, at_least=True).verdict == "short by 2.00 x"
    assert Row("G5", "auth.test", 2, 0).verdict == "short by 2"
    assert Row("G15", "search", None, 1).verdict == "not measured"
    assert Row("G15", "search", None, 1, note="later").verdict == "later"


def test_ratios_are_made_round_by_round() -> None:
    """A round in which the machine was slow was slow for both."""
    assert ratio([1, 20, 3], [2, 40, 6]) == 0.5


def test_every_figure_is_one_line_of_the_table() -> None:
    """Goal, what, reached, limit, verdict, and what is to be known of it."""
    line = table([Row("G9", "lag", 0.25, 1, "s", note="scaled")]).splitlines()[-1]
    parts = ["G9", "lag", "0.250", "s", "≤", "1", "s", "held", "(scaled)"]
    assert line.split() == parts


async def test_work_that_does_not_end_is_told_in_every_row() -> None:
    """Who gives up waiting measures something else than who did not have to."""
    server = cast("Running", SimpleNamespace(cpu=0.0))
    company = Company(server, cast("Wire", None), 3, patience=0)
    assert company.note == ""
    await company.settled()
    (row, other) = noted(
        [Row("day", "memory", 1, 2, note="scaled"), Row("day", "idle", 1, 2)],
        company.note,
    )
    assert row.note == "scaled; backlog not drained (1 x)"
    assert other.note == "backlog not drained (1 x)"


def test_the_foot_counts_what_holds_and_tells_where_the_time_went() -> None:
    """Who reads nothing else knows how it stands."""
    rows = [
        Row("G1", "ack", 0.2, 0.3),
        Row("G1", "ack", 0.6, 0.3),
        Row("G15", "search", None, 1),
        Row("G4", "no-op", 1, 1.1),
    ]
    told = foot(rows, {"commands": 171.6, "routing": 14.2})
    assert told == (
        "2 held, 1 short, 1 not measured\n186 seconds: commands 172, routing 14"
    )
