"""What somebody did, above the form: facts, and never a score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.cards.measure.words import value
from bot.messages import Line
from bot.model.measure import Measure
from bot.ports import Translate

BRIEF = 120


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure of theirs: what it was first, and what it is."""

    measure: Measure
    then: Decimal | None
    now: Decimal | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts, and the newest of each by name."""

    tasks: int = 0
    titles: Sequence[str] = ()
    kudos: int = 0
    thanks: Sequence[tuple[str, str]] = ()
    feedback: int = 0
    measures: Sequence[Moved] = ()
    wins: Sequence[str] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        counted = self.tasks or self.kudos or self.feedback
        return not (counted or self.measures or self.wins)


def lines(t: Translate, found: Evidence, who: str) -> Line:
    """One line for each kind of thing, and the newest below it."""
    if found.empty:
        return t.line("review-evidence-none", who=who)
    said: list[str] = [t("review-evidence", who=who)]
    if found.tasks:
        said.append(t("review-evidence-tasks", count=found.tasks))
        said += _under(found.titles)
    if found.kudos:
        said.append(t("review-evidence-kudos", count=found.kudos))
        said += _under(f"{giver}: {reason}" for giver, reason in found.thanks)
    if found.feedback:
        said.append(t("review-evidence-feedback", count=found.feedback))
    if found.measures:
        said.append(t("review-evidence-measures"))
        said += _under(_moved(t, each) for each in found.measures)
    if found.wins:
        said.append(t("review-evidence-wins"))
        said += _under(found.wins)
    return ("\n".join(said),)


def _moved(t: Translate, moved: Moved) -> str:
    then, now = (value(t, moved.measure, number) for number in (moved.then, moved.now))
    name = moved.measure.name
    return t("review-evidence-measure", name=name, then=then, now=now)


def _under(texts: Iterable[str]) -> list[str]:
    return [f"– {_brief(text)}" for text in texts]


def _brief(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= BRIEF else f"{plain[: BRIEF - 1]}…"
