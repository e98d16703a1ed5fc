"""What customers speak of most, and how it moves, in numbers that everybody may see.

Pure, and without anything of a customer. A period is compared with the one of the same
length before it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from bot.model.feedback import Feedback, Severity, Step
from bot.model.feedback.ending import Scores
from bot.model.standup.stats import percent

WEEK = timedelta(weeks=1)
COLUMNS = 8  # of a picture
SKUS = 5
ROADMAP = 5
NO_SCORES = Scores()
K = TypeVar("K")
RANKS = {each: rank for rank, each in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Heard:
    """Voices as they are counted: so many since an instant, of one step, and of one
    product where that is asked for.
    """

    at: datetime
    step: Step
    sku: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Closing:
    """How many came in a period, how many of those have their answer by now, how long
    it took in the middle of those that got theirs in it, and how well senders say that
    it was handled.
    """

    opened: int = 0
    looped: int = 0
    took: timedelta | None = None
    scores: Scores = NO_SCORES


NOTHING = Closing()


@dataclass(frozen=True, slots=True)
class Period:
    """From an instant up to another one. `past` is what it is compared with, where that
    is not the time of the same length just before it.
    """

    since: datetime
    until: datetime
    past: "Period | None" = None

    @property
    def before(self) -> "Period":
        """What it is compared with."""
        last = Period(self.since - (self.until - self.since), self.since)
        return self.past or last

    @property
    def weeks(self) -> int:
        """How many weeks it is long."""
        return max(1, round((self.until - self.since) / WEEK))

    @property
    def column(self) -> timedelta:
        """How much time stands in one column of its picture: half of them show it
        where it is long, and one where it is a week or less.
        """
        return (self.until - self.since) / min(COLUMNS // 2, self.weeks)

    @property
    def drawn(self) -> "Period":
        """What its picture shows."""
        return Period(self.until - self.column * COLUMNS, self.until)

    @property
    def cuts(self) -> tuple[datetime, ...]:
        """Between which instants voices are counted together."""
        columns = {self.drawn.since + self.column * each for each in range(COLUMNS)}
        before = self.before
        ends = {before.since, before.until, self.since, self.until}
        return tuple(sorted(columns | ends))

    def has(self, at: datetime | None) -> bool:
        """Whether the instant lies in it."""
        return at is not None and self.since <= at < self.until


def last_weeks(until: datetime, count: int) -> Period:
    """So many weeks before an instant."""
    return Period(until - WEEK * count, until)


@dataclass(frozen=True, slots=True)
class StepFigures:
    """How many spoke of a step now, and before; `columns` are of the picture."""

    step: Step
    now: int
    before: int
    columns: tuple[int, ...] = ()

    @property
    def change(self) -> int:
        """How many more than before."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class SkuFigures:
    """How many spoke of a product now, and before, and of what most."""

    sku: str
    now: int
    before: int
    step: Step
    of_step: int

    @property
    def change(self) -> int:
        """How many more than before."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Figures:
    """A period in numbers. `looped` of the `opened` have a final answer; it took
    `days`, in the middle of those that got theirs in this period.
    """

    period: Period
    heard: int
    before: int
    steps: tuple[StepFigures, ...]
    skus: tuple[SkuFigures, ...]
    opened: int
    looped: int
    days: float | None
    scores: Scores = NO_SCORES

    @property
    def rate(self) -> int | None:
        """Percent with a final answer (PEERS H26); None where nothing came."""
        return percent(self.looped, self.opened) if self.opened else None

    @property
    def movers(self) -> tuple[StepFigures, ...]:
        """What moved most; of equals, up first."""
        moved = [each for each in self.steps if each.change]
        return tuple(sorted(moved, key=lambda each: (-abs(each.change), -each.change)))


def figures(
    period: Period, voices: Sequence[Heard], closing: Closing = NOTHING
) -> Figures:
    """Counts what was heard since the picture begins, and what came of it."""
    now = [each for each in voices if period.has(each.at)]
    before = [each for each in voices if period.before.has(each.at)]
    return Figures(
        period,
        sum(each.count for each in now),
        sum(each.count for each in before),
        _steps(period, voices, now, before),
        _skus(now, before),
        closing.opened,
        closing.looped,
        None if closing.took is None else round(closing.took / timedelta(days=1), 1),
        closing.scores,
    )


def _steps(
    period: Period,
    voices: Iterable[Heard],
    now: Iterable[Heard],
    before: Iterable[Heard],
) -> tuple[StepFigures, ...]:
    """Those of which anybody spoke, the most first; the way a customer goes decides
    between equals.
    """
    count, past = (
        _counted((each.step, each.count) for each in those) for those in (now, before)
    )
    columns = {step: [0] * COLUMNS for step in Step}
    for each in voices:
        if period.drawn.has(each.at):
            number = int((each.at - period.drawn.since) / period.column)
            columns[each.step][min(number, COLUMNS - 1)] += each.count
    found = [
        StepFigures(step, count[step], past[step], tuple(columns[step]))
        for step in Step
        if count[step] or past[step]
    ]
    return tuple(sorted(found, key=lambda each: -each.now))


def _skus(now: Sequence[Heard], before: Iterable[Heard]) -> tuple[SkuFigures, ...]:
    past = _counted((each.sku, each.count) for each in before)
    named = _counted((each.sku, each.count) for each in now if each.sku)
    found: list[SkuFigures] = []
    for sku, count in sorted(named.items(), key=lambda each: (-each[1], each[0])):
        steps = _counted((each.step, each.count) for each in now if each.sku == sku)
        ((step, most),) = steps.most_common(1)
        found.append(SkuFigures(sku, count, past[sku], step, most))
    return tuple(found[:SKUS])


def _counted(said: Iterable[tuple[K, int]]) -> Counter[K]:
    total: Counter[K] = Counter()
    for what, count in said:
        total[what] += count
    return total


def roadmap(candidates: Iterable[Feedback]) -> tuple[Feedback, ...]:
    """What to mend next: first what keeps from buying, then what most customers say,
    then what hurts most, then what waits longest.
    """

    def order(each: Feedback) -> tuple[bool, int, int, datetime]:
        facts = each.facts
        voices, rank = len(each.voices), RANKS[facts.severity]
        return not facts.step.transacts, -voices, -rank, each.opened_at

    return tuple(sorted(candidates, key=order)[:ROADMAP])
