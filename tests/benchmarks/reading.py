"""How well feedback is read: `python -m tests.benchmarks.reading [FILE …]`.

Measured with `tests/data/feedback.jsonl`, from which the reader never learned, or with
the files named, which have the same fields: a new hold-out is measured so, once. It
prints shares and no texts: whoever looks at single mistakes here begins to learn from
what measures. `--practice` asks the examples: each generation of them (a file of
`bot/reading/examples`) is read by who learned all others, which is the nearest to
what strangers write (`tests/data/README.md`).
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from bot.model.feedback import Severity
from bot.reading import Reading, known, read
from bot.reading.__main__ import EXAMPLES, examples, lessons, taught
from bot.reading.model import WEIGHTS
from tests.sources import ROOT

DATA = ROOT / "tests" / "data"
LABELLED = DATA / "feedback.jsonl"
LANGUAGES = ("en", "zh")
FIRST = ("en", "zh")  # the first generation is always learned: its kinds are known


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text, and what a service person would tick."""

    text: str
    language: str
    step: str
    severity: str
    sentiment: str
    kind: str
    blocks: bool
    sku: str = ""
    order: str = ""


Read = tuple[Labelled, Reading]
Question = Callable[[Labelled, Reading], bool]

ASKED: dict[str, Question] = {
    "step": lambda said, found: found.facts.step == said.step,
    "severity": lambda said, found: found.facts.severity == said.severity,
    "kind": lambda said, found: found.facts.kind == said.kind,
    "sentiment": lambda said, found: found.facts.sentiment == said.sentiment,
    "order": lambda said, found: found.order == said.order,
    "sku": lambda said, found: found.facts.sku == said.sku,
    "language": lambda said, found: found.language == said.language,
}


def labelled(path: Path = LABELLED) -> list[Labelled]:
    """What measures."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Labelled(**json.loads(line)) for line in lines]


def generations() -> list[str]:
    """The names of the later examples, by who wrote them when."""
    return sorted({path.stem for path in EXAMPLES.glob("*.tsv")} - set(FIRST))


def practice(generation: str) -> list[Read]:
    """The examples of one generation, read by who learned all others."""
    others = {path.stem for path in EXAMPLES.glob("*.tsv")} - {generation}
    model = taught(each for name in sorted(others) for each in lessons(name))
    found: list[Read] = []
    for text, (step, severity, feels, kind) in examples(generation):
        reading = read(text, model)
        blocks = severity == Severity.BLOCKING
        said = Labelled(text, reading.language, step, severity, feels, kind, blocks)
        found.append((said, reading))
    return found


def accuracy(read_ones: Sequence[Read], question: str) -> float:
    """Which share was read as it is."""
    return _share(ASKED[question](said, found) for said, found in read_ones)


def too_low(read_ones: Sequence[Read]) -> float:
    """Of what keeps customers from buying: which share was proposed as less."""
    return _share(not _blocking(found) for said, found in read_ones if said.blocks)


def lowest(read_ones: Sequence[Read]) -> int:
    """Of what keeps customers from buying: how many were proposed as low."""
    return sum(
        said.blocks and found.facts.severity is Severity.LOW
        for said, found in read_ones
    )


def false_alarms(read_ones: Sequence[Read]) -> float:
    """Of what keeps nobody from buying: which share was proposed as if it did."""
    return _share(_blocking(found) for said, found in read_ones if not said.blocks)


def _blocking(found: Reading) -> bool:
    return found.facts.severity is Severity.BLOCKING


def _share(answers: Iterable[bool]) -> float:
    counted = list(answers)
    return sum(counted) / len(counted)


def seconds(texts: Sequence[str]) -> tuple[float, float]:
    """How long reading one takes, and the longest that can be sent."""
    known()
    times = [_timed(partial(read, text)) for text in texts]
    whole = " ".join(texts)[:4_000]
    return median(times), _timed(partial(read, whole))


def loading() -> float:
    """How long it takes until the first can be read."""
    return min(_timed(known.__wrapped__) for _ in range(5))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[LABELLED])
    parser.add_argument("--practice", action="store_true")
    given = parser.parse_args(arguments)
    if given.practice:
        for name in generations():
            _say(name)
            _figures(practice(name), ("step", "severity", "kind", "sentiment"))
    else:
        for path in given.files:
            _say(path.name)
            ones = [(each, read(each.text)) for each in labelled(path)]
            _figures(ones, tuple(ASKED))
    one, longest = seconds([each.text for each in labelled()])
    _say(
        f"{one * 1000:.2f} ms for one, {longest * 1000:.1f} ms for the longest,"
        f" {loading() * 1000:.0f} ms to load {WEIGHTS.stat().st_size // 1024} KB"
    )


def _figures(ones: Sequence[Read], asked: Iterable[str]) -> None:
    """Every share, by language."""
    _say(f"{'':12}" + "".join(f"{language:>9}" for language in (*LANGUAGES, "all")))
    for question in asked:
        _line(question, ones, partial(accuracy, question=question))
    _line("too low", ones, too_low)
    _line("false alarm", ones, false_alarms)
    _say(
        f"{sum(said.blocks for said, _ in ones)} of {len(ones)} block;"
        f" {lowest(ones)} of them proposed as low"
    )


def _line(
    name: str, ones: Sequence[Read], measure: Callable[[Sequence[Read]], float]
) -> None:
    parts = [[each for each in ones if each[0].language == one] for one in LANGUAGES]
    shares = "".join(f"{measure(part):9.1%}" for part in (*parts, ones))
    _say(f"{name:12}{shares}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
