"""How well bot.dates reads due dates: python -m tests.benchmarks.due_dates [folder].

The folder holds due_dates.jsonl and not_dates.jsonl (default: ../shared/data beside
the checkout); the two files may be named instead of it. A row is read with `read`
first; when that is no date, the first phrase `find` meets in it counts. A row of
not_dates must give neither. Days are compared as dates, everything finer to the
minute. `-v` lists what went wrong.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from bot.dates import Due, NotADate, find, read

DATA = Path(__file__).parents[3] / "shared" / "data"
NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)  # for rows that do not say when
Row = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Print, per language, the share right, wrong, not understood and invented."""
    dates, others = _files([Path(each) for each in arguments if each != "-v"])
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _rows(dates):
        outcome = _judge(row, verbose="-v" in arguments)
        tallies[row["lang"]][outcome] += 1
    for row in _rows(others):
        invented = _understood(row)
        tallies[row["lang"]]["invented" if invented else "left alone"] += 1
        if invented and "-v" in arguments:
            _say("invented:", row["text"][:80], invented)
    _table(tallies)


def _files(named: list[Path]) -> tuple[Path, Path]:
    """Phrases that are dates, and texts that hold none."""
    data = next((each for each in named if each.is_dir()), DATA)
    files = [each for each in named if not each.is_dir()]
    others = [each for each in files if each.name.startswith("not")]
    dates = [each for each in files if each not in others]
    return (
        dates[0] if dates else data / "due_dates.jsonl",
        others[0] if others else data / "not_dates.jsonl",
    )


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _understood(row: Row) -> Due | None:
    now = NOON if row["ref"] is None else _moment(row["ref"])
    try:
        return read(row["text"], now)
    except NotADate:
        return _first_found(row["text"], now)


def _first_found(text: str, now: datetime) -> Due | None:
    try:
        found = find(text, now)
    except NotADate:
        return None
    return found[0].due if found else None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _judge(row: Row, *, verbose: bool) -> str:
    due = _understood(row)
    answers = [row["expected"], *row.get("alt", [])]
    if due is None:
        outcome = "not understood"
    elif any(_same(due, _moment(answer), row["grain"]) for answer in answers):
        outcome = "right"
    else:
        outcome = "wrong"
    if verbose and outcome != "right":
        _say(f"{outcome}: {row['text']} | {row['ref']} | {row['expected']} | {due}")
    return outcome


def _same(due: Due, answer: datetime, grain: str) -> bool:
    if grain == "day":
        return due.day == answer.date()
    said = datetime.combine(due.day, due.time or time(0), tzinfo=UTC)
    return said.replace(second=0) == answer.replace(second=0)


def _table(tallies: dict[str, Counter[str]]) -> None:
    names = ("right", "wrong", "not understood")
    _say(
        f"{'':10}{'rows':>6}" + "".join(f"{name:>16}" for name in (*names, "invented"))
    )
    for language, tally in sorted(tallies.items()):
        rows = sum(tally[name] for name in names)
        shares = "".join(f"{_share(tally[name], rows):>16}" for name in names)
        others = tally["invented"] + tally["left alone"]
        _say(f"{language:10}{rows:>6}{shares}{_share(tally['invented'], others):>16}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} ({part})" if whole else "–"


if __name__ == "__main__":
    main(sys.argv[1:])
