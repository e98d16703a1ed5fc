"""G15: finding who says the same: `python -m tests.benchmarks.alike`.

How long it takes among 100,000 others, beside a scan of all of them with rapidfuzz,
and how often the first proposal is right: for the pairs in tests/data/alike.jsonl, each
among words that are nearly the same and mean something else.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from rapidfuzz import fuzz, process

from bot.model.feedback import Feedback, Voice
from bot.model.feedback.alike import Told, most_alike, words
from storage.unit_of_work import SqlStore
from tests.benchmarks.databases import NAMES
from tests.benchmarks.filling import a_store
from tests.benchmarks.goals import Row
from tests.benchmarks.sizes import FULL, Sizes
from tests.benchmarks.told import NOW, Grams, fill, in_grams, texts
from tests.databases import KINDS, Kind

DATA = Path(__file__).parents[1] / "data"
PAIRS = DATA / "alike.jsonl"
SECOND = DATA / "alike_second.jsonl"
WARM = 3
SCANS = 9
OTHERS = 11  # the seed of what is asked for: other words of the same kind


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of this goal."""
    said = list(texts(sizes.told))
    scan = _scans(said, _asked(sizes)[:SCANS])
    kept, rows = in_grams(said), list[Row]()
    for kind in KINDS:
        took, right, made, pairs = await _on(kind, said, kept, sizes)
        name, many = NAMES[kind], f"{sizes.told // 1000}k"
        rows += [
            Row("G15", f"similar among {many} ÷ a scan, {name}, p50",
                median(took) / median(scan), 0.25),
            Row("G15", f"similar among {many}, {name}, p50", _ms(median(took)), 150,
                "ms"),
            Row("G15", f"similar among {many}, {name}, slowest", _ms(max(took)), 150,
                "ms"),
            Row("G15", f"first proposal right, {name}", 100 * right / made, 95, "%",
                at_least=True, note=f"{right} of {made} made, {pairs} pairs"),
        ]  # fmt: skip
    return rows


async def _on(
    kind: Kind, said: list[str], kept: Grams, sizes: Sizes
) -> tuple[list[float], int, int, int]:
    """How long each search took; of the proposals for the pairs those that are right,
    how many were made, and how many pairs there are.
    """
    async with a_store(kind) as store:
        await fill(store, said, kept)
        asked = _asked(sizes)
        await _searched(store, asked[:WARM])
        took = await _searched(store, asked)
        return took, *await _judged(store, _pairs())


async def _searched(store: SqlStore, asked: Iterable[str]) -> list[float]:
    """Seconds for each: with what a new one brings along, its own grams kept."""
    took: list[float] = []
    for text in asked:
        async with store() as db:
            new = Voice(sender_id=None, text=text, said_at=NOW)
            made = await db.feedback.add(Feedback(opened_at=NOW, voices=(new,)))
            began = time.perf_counter()
            near = await db.feedback.alike.near(text, made.id)
            most_alike(Told(made.id, text), near)
            await db.feedback.alike.keep(made.id, text)
            took.append(time.perf_counter() - began)
    return took


async def _judged(store: SqlStore, pairs: list[dict[str, str]]) -> tuple[int, int, int]:
    """The pairs with all that is nearly the same, among all the others."""
    meant: dict[str, int] = {}
    async with store() as db:
        for pair in pairs:
            for text in (pair.get("text", ""), *pair.get("near", ())):
                if text:
                    voice = Voice(sender_id=None, text=text, said_at=NOW)
                    new = Feedback(opened_at=NOW, voices=(voice,))
                    meant[text] = (await db.feedback.add(new)).id
                    await db.feedback.alike.keep(meant[text], text)
        first = [
            most_alike(Told(0, again), await db.feedback.alike.near(again, 0))
            for again in (pair["again"] for pair in pairs)
        ]
    wanted = [meant.get(pair.get("text", "")) for pair in pairs]
    made = [(got, want) for got, want in zip(first, wanted, strict=True) if got]
    right = sum(got == want for got, want in made)
    return right, len(made), sum(want is not None for want in wanted)


def _scans(said: Sequence[str], asked: Sequence[str]) -> list[float]:
    """Seconds to look at every text for each: all of them in memory, at no cost."""
    known, took = [_spaced(text) for text in said], list[float]()
    for text in asked:
        began = time.perf_counter()
        process.extractOne(_spaced(text), known, scorer=fuzz.token_sort_ratio)
        took.append(time.perf_counter() - began)
    return took


def _spaced(text: str) -> str:
    """With pairs of Chinese characters as words."""
    return " ".join(
        " ".join(piece[i : i + 2] for i in range(len(piece)))
        if piece > "\u3400"
        else piece
        for piece in words(text).split()
    )


def _asked(sizes: Sizes) -> list[str]:
    return list(texts(max(sizes.looks, WARM), seed=OTHERS))


def first_proposals(path: Path) -> tuple[int, int, int]:
    """Of the proposals for the pairs of a file, each among all that is kept of it:
    those that are right, how many were made, and how many pairs there are.
    """
    pairs = _pairs(path)
    kept = [
        text for each in pairs for text in (each.get("text"), *each.get("near", ()))
    ]
    known = [Told(place, text) for place, text in enumerate(kept, 1) if text]
    found = [most_alike(Told(0, each["again"]), known) for each in pairs]
    made = [
        (kept[got - 1], each.get("text"))
        for got, each in zip(found, pairs, strict=True)
        if got
    ]
    right = sum(got == wanted for got, wanted in made)
    return right, len(made), sum("text" in each for each in pairs)


def _pairs(path: Path = PAIRS) -> list[dict[str, str]]:
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def _ms(seconds: float) -> float:
    return seconds * 1000


def main() -> None:
    """Measures and prints."""
    for row in asyncio.run(measure(FULL)):
        note = f" ({row.note})" if row.note else ""
        reached = f"{row.reached:.3g}" if row.reached is not None else "–"
        sys.stdout.write(f"{row.what}: {reached} {row.unit}, {row.verdict}{note}\n")


if __name__ == "__main__":
    main()
