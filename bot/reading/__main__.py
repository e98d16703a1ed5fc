"""Learns the examples anew: `python -m bot.reading`, after changing them or the words.

The examples are sorted before they are shuffled, with a seed of their own: the same
examples always teach the same.
"""

import csv
import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from bot.model.feedback import Kind, Sentiment, Severity, Step
from bot.reading import pieces
from bot.reading.model import ALWAYS, COLUMNS, WEIGHTS, Model, chances, nudge
from bot.reading.signs import plain, signs

HERE = Path(__file__).parent
EXAMPLES = HERE / "examples"
TEACHERS = (
    "characters.py", "lexicon.py", "typos.py", "numbers.py", "signs.py", "stories.py",
    "wants.py", "calm.py", "sure.py", "pieces.py", "model.py", "__main__.py",
)  # fmt: skip
ONE_SIDED = ("voices", "more_voices", "tills")
BLOCKS_ONLY = ("seventh", "twins")
ROUNDS, RATE, SLOWING = 12, 1.5, 0.3
SETTLED = 4  # rounds after which what is known counts: all of them together
UNSEEN = 0.3  # of the signs, each time: strangers say it in other words
SILENT = 15  # hundredths; what weighs less does not decide anything

Right = tuple[StrEnum, ...]


def main() -> None:
    """Writes what was learned."""
    model = taught(lessons())
    rows = sorted(model.weights.items())
    weights = {sign: [round(each) for each in row] for sign, row in rows if _says(row)}
    told = pieces.packed(model.told)
    kept = {"taught_by": taught_by(), "pieces": told, "weights": weights}
    written = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    WEIGHTS.write_text(written.replace("],", "],\n") + "\n", encoding="utf-8")


def taught(some: Iterable[tuple[str, Right]]) -> Model:
    """The model these examples teach."""
    known = list(some)
    seen = [
        (pieces.numbers(plain(text), signs(text)), Severity.BLOCKING in right)
        for text, right in known
    ]
    whole = (each for each in known if len(each[1]) > 1)
    return Model(learned(whole), told=pieces.learned(seen))


def lessons(generation: str = "*") -> Iterator[tuple[str, Right]]:
    """What the examples teach, or those of one file: all that is right about them, but
    no step where most are about paying. They would teach that everything is. Those in
    which everything sounds as if nobody could buy teach the pieces alone who cannot.
    """
    for path in sorted(EXAMPLES.glob(f"{generation}.tsv")):
        taken = slice(1, None) if path.stem in ONE_SIDED else slice(None)
        taken = slice(1, 2) if path.stem in BLOCKS_ONLY else taken
        yield from ((text, right[taken]) for text, right in examples(path.stem))


def examples(generation: str = "*") -> Iterator[tuple[str, Right]]:
    """Every example, or those of one file, with what is right about it."""
    for path in sorted(EXAMPLES.glob(f"{generation}.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for step, severity, feels, kind, text in csv.reader(
                file, delimiter="\t", quoting=csv.QUOTE_NONE
            ):
                yield (
                    text,
                    (Step(step), Severity(severity), Sentiment(feels), Kind(kind)),
                )


def learned(taught: Iterable[tuple[str, Right]]) -> dict[str, list[float]]:
    """The weights that say of the examples what is right about them, even where some
    of their words were not said.
    """
    lessons = sorted((sorted({*signs(text), ALWAYS}), right) for text, right in taught)
    weights: dict[str, list[float]] = {}
    sums: dict[str, list[float]] = {}
    chance = random.Random(7)  # noqa: S311
    for turn in range(ROUNDS):
        chance.shuffle(lessons)
        for found, right in lessons:
            seen = [e for e in found if e == ALWAYS or chance.random() > UNSEEN]
            rows = [weights.setdefault(each, [0.0] * len(COLUMNS)) for each in seen]
            nudge(rows, chances(rows), right, RATE / (1 + SLOWING * turn))
        if turn >= SETTLED:
            _add(sums, weights)
    count = ROUNDS - SETTLED
    return {sign: [each / count for each in row] for sign, row in sums.items()}


def _add(sums: dict[str, list[float]], weights: Mapping[str, list[float]]) -> None:
    for sign, row in weights.items():
        before = sums.get(sign, [0.0] * len(row))
        sums[sign] = [one + other for one, other in zip(before, row, strict=True)]


def taught_by() -> str:
    """The fingerprint of everything the weights come from."""
    found = hashlib.sha256()
    for path in (*sorted(EXAMPLES.glob("*.tsv")), *(HERE / name for name in TEACHERS)):
        found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


def _says(row: Sequence[float]) -> bool:
    """Whether a sign speaks for or against anything."""
    return max(map(abs, row)) > SILENT


if __name__ == "__main__":
    main()
