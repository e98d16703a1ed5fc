"""The small model: how much each sign speaks for each outcome (logistic regression).

A sign has one weight for every outcome of every question; what they add up to decides.
It runs inside, in a tenth of a millisecond for a message, without a library.
"""

import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.model.feedback import Facts, Kind, Sentiment, Severity, Step
from bot.reading.signs import signs

WEIGHTS = Path(__file__).with_name("weights.json")
SCALE = 100  # weights are hundredths
ALWAYS = "@always"  # what is likely whatever the words say

QUESTIONS: Final[tuple[type[StrEnum], ...]] = (Step, Severity, Sentiment, Kind)
COLUMNS: Final = tuple(outcome for question in QUESTIONS for outcome in question)
SPANS: Final = tuple(
    tuple(at for at, outcome in enumerate(COLUMNS) if isinstance(outcome, question))
    for question in QUESTIONS
)

RATE = 1.0  # how far one look at a correction moves what is known
LOOKS = 20  # at most so many, so that no single correction turns everything
SURE = 0.8  # chance of what was taught, at which looking ends

Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the signs speak for most; `blocking` is the chance that nobody can buy."""

    facts: Facts
    blocking: float


@dataclass(frozen=True, slots=True)
class Model:
    """What everybody's examples taught, and over it what this company's people did."""

    weights: Mapping[str, Row]
    own: Mapping[str, Row] = field(default_factory=dict)

    def judge(self, found: frozenset[str]) -> Judgement:
        """The likeliest outcome of every question; what is usual, where no sign is
        known.
        """
        if not any(sign in self.own or sign in self.weights for sign in found):
            return Judgement(Facts(), 0.0)
        likely = chances(self._rows(found).values())
        step, severity, sentiment, kind = (
            question(max(question, key=likely.__getitem__)) for question in QUESTIONS
        )
        facts = Facts(Step(step), Severity(severity), Sentiment(sentiment), Kind(kind))
        return Judgement(facts, likely[Severity.BLOCKING])

    def learn(self, text: str, facts: Facts) -> "Model":
        """The same model, corrected: it reads this text as people said it is, and what
        has the same words more so. Only words learn, above all those no example knows:
        they are the company's own. Nothing else is kept of the text.
        """
        found = self._rows(signs(text))
        rows = {sign: list(row) for sign, row in found.items()}
        words = {sign: row for sign, row in rows.items() if not sign.startswith("@")}
        strange = [row for sign, row in words.items() if sign not in self.weights]
        right = (facts.step, facts.severity, facts.sentiment, facts.kind)
        for _ in range(LOOKS):
            now = chances(rows.values())
            if min(now[each] for each in right) >= SURE:
                break
            nudge(words.values(), now, right, RATE)
            nudge(strange, now, right, RATE)
        return Model(self.weights, {**self.own, **words})

    def _rows(self, found: Iterable[str]) -> dict[str, Row]:
        return {
            sign: self.own.get(sign) or self.weights.get(sign) or NOTHING
            for sign in sorted({*found, ALWAYS})
        }


NOTHING: Row = (0.0,) * len(COLUMNS)


def nudge(
    rows: Collection[list[float]],
    now: Mapping[StrEnum, float],
    right: Collection[StrEnum],
    rate: float,
) -> None:
    """Moves signs of one text towards what is right, the more the less likely it is
    now. Many signs move less each: a long text teaches no more than a short one.
    """
    step = rate * SCALE / math.sqrt(len(rows) or 1)
    for at, outcome in enumerate(COLUMNS):
        move = step * ((outcome in right) - now[outcome])
        for row in rows:
            row[at] += move


def chances(rows: Iterable[Row]) -> dict[StrEnum, float]:
    """The chance of each outcome; those of one question add up to one."""
    sums = [sum(column) / SCALE for column in zip(*rows, strict=True)]
    found: dict[StrEnum, float] = {}
    for span in SPANS:
        top = max(sums[at] for at in span)
        powers = [math.exp(sums[at] - top) for at in span]
        whole = math.fsum(powers)
        for at, power in zip(span, powers, strict=True):
            found[COLUMNS[at]] = power / whole
    return found


@cache
def known() -> Model:
    """What the examples taught, before anybody corrected anything."""
    return Model(stored()["weights"])


def stored() -> dict[str, Any]:
    """The weights as they are kept, with the fingerprint of what taught them."""
    found: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
