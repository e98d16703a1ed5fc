"""Whether thanks reach everybody: by department and by chat, for admins only; pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.model.kudos import Kudos
from bot.model.people import Person, Role

LOOKS_BACK = timedelta(days=90)
FEWEST = 3  # people; of fewer a share would name somebody


@dataclass(frozen=True, slots=True)
class Share:
    """Some people who have something in common, and how many of them were thanked."""

    name: str
    people: int
    thanked: int

    @property
    def percent(self) -> int:
        """Of a hundred."""
        return round(100 * self.thanked / self.people)


@dataclass(frozen=True, slots=True)
class Fairness:
    """How thanks were spread. `unthanked` are the people, by name, nobody thanked."""

    departments: tuple[Share, ...]
    platforms: tuple[Share, ...]
    unthanked: tuple[str, ...]


def fairness(
    people: Sequence[Person],
    platforms: Mapping[int, Collection[str]],
    found: Iterable[Kudos],
) -> Fairness:
    """What admins look at; guests only visit."""
    staff = [person for person in people if person.role is not Role.GUEST]
    thanked = {person_id for each in found for person_id in each.thanked}
    departments = {person.id: person.departments for person in staff}
    ids = [person.id for person in staff]
    return Fairness(
        departments=_shares(ids, departments, thanked),
        platforms=_shares(ids, platforms, thanked),
        unthanked=tuple(
            sorted(person.name for person in staff if person.id not in thanked)
        ),
    )


def _shares(
    ids: Sequence[int], of: Mapping[int, Collection[str]], thanked: Collection[int]
) -> tuple[Share, ...]:
    """A share for each name that enough people have, the smallest first."""
    names = {name for id in ids for name in of.get(id, ())}
    found = []
    for name in names:
        inside = [id for id in ids if name in of.get(id, ())]
        if len(inside) >= FEWEST:
            count = sum(id in thanked for id in inside)
            found.append(Share(name, len(inside), count))
    return tuple(sorted(found, key=lambda one: (one.percent, one.name)))
