"""Fills a form as a person of the shop would: by the shape of its fields, no more."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, assert_never

from adapters.simulator.play.fields import Field, Kind
from adapters.simulator.play.lines import Lines

TROUBLE = 2  # of the open questions, the third on


@dataclass(frozen=True, slots=True)
class Mind:
    """What somebody has in mind on one day; `helper` only if something is wrong."""

    lines: Lines
    now: datetime
    chance: Random
    helper: str = ""
    helper_name: str = ""

    @property
    def trouble(self) -> str:
        """What is in the way, with the name of who could help; "" if nothing is."""
        if not self.helper:
            return ""
        return self.lines.trouble.format(who=self.helper_name)


def filled(fields: Sequence[Field], mind: Mind) -> dict[str, Any]:
    """A value for every field that a person would fill in."""
    lines = [one.name for one in fields if one.kind is Kind.LINE]
    asked = [one.name for one in fields if one.kind is Kind.LINES] or lines
    held = {one.held for one in fields}
    fresh = [line for line in mind.lines.work if line not in held]
    work = mind.chance.sample(fresh, k=min(2, len(fresh)))
    values: dict[str, Any] = {}
    for one in fields:
        place = asked.index(one.name) if one.name in asked else -1
        value = _value(one, place, work, mind)
        if value is not None and not (one.held and place != TROUBLE):
            values[one.name] = value
    return values


def mended(
    fields: Sequence[Field], values: Mapping[str, Any], wrong: Collection[str]
) -> dict[str, Any]:
    """The second try: what was wrong is left out, and each line that may be empty.

    Where nobody says which field was wrong, every short line may be: on a card the
    name of a person looks like any other line.
    """
    again = dict(values)
    for one in fields:
        doubtful = one.name in wrong or (not wrong and one.kind is Kind.LINE)
        if doubtful and not one.required:
            again[one.name] = [] if one.many else ""
    return again


def _value(one: Field, place: int, work: list[str], mind: Mind) -> Any:
    needed = one.required and not one.held
    match one.kind:
        case Kind.LINES | Kind.LINE:
            said = _said(one, place, work, mind)
            return said[: one.longest] if said else None
        case Kind.NUMBER:
            return _number(one, mind.chance)
        case Kind.CHOICE:
            return _chosen(one, mind.chance)
        case Kind.PERSON if mind.helper:
            return [mind.helper] if one.many else mind.helper
        case Kind.DATE if needed:
            return (mind.now + timedelta(days=1)).date().isoformat()
        case Kind.TIME if needed:
            return "17:00"
        case Kind.MOMENT if needed:
            return int((mind.now + timedelta(days=1)).timestamp())
        case Kind.TICK if needed:
            return True
        case Kind.PERSON | Kind.DATE | Kind.TIME | Kind.MOMENT | Kind.TICK:
            return None
        case Kind.STRANGE:
            return None
        case _:
            assert_never(one.kind)


def _said(one: Field, place: int, work: list[str], mind: Mind) -> str:
    """Answers to open questions; whatever is short may be the name of a person."""
    if place == -1:
        return mind.helper_name or (work[0] if one.required else "")
    if place >= TROUBLE:
        return mind.trouble or (work[0] if one.required else "")
    return work[min(place, len(work) - 1)]


def _number(one: Field, chance: Random) -> str:
    low = 1 if one.least is None else int(one.least)
    high = low + 9 if one.most is None else int(one.most)
    return str(chance.randint(low, max(low, high)))


def _chosen(one: Field, chance: Random) -> Any:
    known = [option for option in one.options if option]
    if not known:
        return None
    chosen = chance.choice(known)
    return [chosen] if one.many else chosen
