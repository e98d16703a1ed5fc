"""Who answers for what: one person each, their deputies, and who is kept informed."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.model.project import fold_name

NAME_LIMIT = 60
ALSO_LIMIT = 12  # other names of one area
PEOPLE_LIMIT = 10
QUESTION_LIMIT = 1000
STILL_RIGHT = timedelta(days=90)


class Part(StrEnum):
    """What somebody is to an area whose owner they are not."""

    DEPUTY = "deputy"
    INFORMED = "informed"


class Step(StrEnum):
    """What happened to an area."""

    MADE = "made"
    HANDED = "handed"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area of work with exactly one person who answers for it.

    `deputies` stand in for them in this order; `also` is what else people call it.
    `confirmed_at` is when its owner last said that all of this is right.
    """

    id: int = 0
    name: str
    owner_id: int
    made_at: datetime
    confirmed_at: datetime
    deputies: tuple[int, ...] = ()
    informed: tuple[int, ...] = ()
    also: tuple[str, ...] = ()
    department: str | None = None
    retired_at: datetime | None = None

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"area:{self.id}"

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, its own name first, each once."""
        by_fold: dict[str, str] = {}
        for name in (self.name, *self.also):
            by_fold.setdefault(fold_name(name), name)
        return tuple(by_fold.values())

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody who has a part in it, the owner first."""
        return (self.owner_id, *self.deputies, *self.informed)


def settled(area: Area) -> Area:
    """The same with each person once: who owns it is no deputy of theirs."""
    deputies = _without(area.deputies, (area.owner_id,))
    informed = _without(area.informed, (area.owner_id, *deputies))
    return replace(area, deputies=deputies, informed=informed, also=area.names[1:])


def handed(area: Area, owner_id: int, now: datetime) -> Area:
    """The same with another owner, who has just been told of it."""
    return settled(replace(area, owner_id=owner_id, confirmed_at=now))


def _without(people: Collection[int], others: Collection[int]) -> tuple[int, ...]:
    return tuple(each for each in dict.fromkeys(people) if each not in others)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of an area's history; `text` is who or what it was about."""

    area_id: int
    person_id: int
    step: Step
    at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asked who answers for an area, and what they were told."""

    id: int = 0
    area_id: int
    asker_id: int
    asked_id: int
    text: str
    at: datetime
    answer: str = ""
    answered_at: datetime | None = None
