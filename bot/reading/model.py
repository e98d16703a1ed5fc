"""The small model: how much each sign speaks for each outcome (logistic regression).

A sign has one weight for every outcome of every question; what they add up to decides.
Whether nobody can buy is asked twice: of the signs, and of the pieces they are said in
(`pieces`), which have more of a say. It runs inside, in about a millisecond for a
message, without a library.
"""

import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.model.feedback import Facts, Kind, Sentiment, Severity, Step
from bot.reading import pieces
from bot.reading.signs import plain, signs

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
SAY = 0.65  # of the pieces in whether nobody can buy
TINY = 1e-6  # no chance is none
SURE = 0.8  # chance of what was taught, at which looking ends

Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the signs speak for most; `blocking` is the chance that nobody can buy, and
    `transacts` that it is about a step without which nothing is sold.
    """

    facts: Facts
    blocking: float
    transacts: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """What everybody's examples taught, and over it what this company's people did."""

    weights: Mapping[str, Row]
    own: Mapping[str, Row] = field(default_factory=dict)
    told: pieces.Weights = ()

    def judge(self, said: str, found: frozenset[str]) -> Judgement:
        """The likeliest outcome of every question; what is usual, where no sign is
        known.
        """
        if not any(sign in self.own or sign in self.weights for sign in found):
            return Judgement(Facts(), 0.0)
        rows = self._rows(found).values()
        likely = chances((*rows, self._pieces(said, found)))
        step, severity, sentiment, kind = (
            question(max(question, key=likely.__getitem__)) for question in QUESTIONS
        )
        facts = Facts(Step(step), Severity(severity), Sentiment(sentiment), Kind(kind))
        transacts = math.fsum(likely[each] for each in Step if each.transacts)
        return Judgement(facts, likely[Severity.BLOCKING], transacts)

    def learn(self, text: str, facts: Facts) -> "Model":
        """The same model, corrected: it reads this text as people said it is, and what
        has the same words more so. Only words learn, above all those no example knows:
        they are the company's own. Nothing else is kept of the text.
        """
        seen = signs(text)
        found, told = self._rows(seen), self._pieces(plain(text), seen)
        rows = {sign: list(row) for sign, row in found.items()}
        words = {sign: row for sign, row in rows.items() if not sign.startswith("@")}
        strange = [row for sign, row in words.items() if sign not in self.weights]
        right = (facts.step, facts.severity, facts.sentiment, facts.kind)
        for _ in range(LOOKS):
            now = chances((*rows.values(), told))
            if min(now[each] for each in right) >= SURE:
                break
            nudge(words.values(), now, right, RATE)
            nudge(strange, now, right, RATE)
        return replace(self, own={**self.own, **words})

    def _rows(self, found: Iterable[str]) -> dict[str, Row]:
        return {
            sign: self.own.get(sign) or self.weights.get(sign) or NOTHING
            for sign in sorted({*found, ALWAYS})
        }

    def _pieces(self, said: str, found: frozenset[str]) -> Row:
        """What the pieces add to what the signs say of blocking: most of what they know
        better than everybody's examples. What people of this company taught stands.
        """
        if not self.told:
            return NOTHING
        known = Model(self.weights)._rows(found).values()
        likely = chances(known)[Severity.BLOCKING]
        signs_say = math.log((likely + TINY) / (1 - likely + TINY))
        pieces_say = pieces.speaks(self.told, pieces.numbers(said, found))
        more = SCALE * SAY * (pieces_say - signs_say)
        return tuple(more * (each is Severity.BLOCKING) for each in COLUMNS)


NOTHING: Row = (0.0,) * len(COLUMNS)


def nudge(
    rows: Collection[list[float]],
    now: Mapping[StrEnum, float],
    right: Collection[StrEnum],
    rate: float,
) -> None:
    """Moves signs of one text towards what is right, the more the less likely it is
    now. Many signs move less each: a long text teaches no more than a short one. What
    nobody said of a text, it does not teach.
    """
    step = rate * SCALE / math.sqrt(len(rows) or 1)
    for span in SPANS:
        if not any(COLUMNS[at] in right for at in span):
            continue
        for at in span:
            move = step * ((COLUMNS[at] in right) - now[COLUMNS[at]])
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
    kept = stored()
    return Model(kept["weights"], told=pieces.unpacked(kept["pieces"]))


def stored() -> dict[str, Any]:
    """The weights as they are kept, with the fingerprint of what taught them."""
    found: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
