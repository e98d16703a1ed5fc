"""Who writes about whom: managers about those they lead, and nobody in a ring; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.model.people import Person, Role


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who writes about each person; None where nobody leads them. `rings` are those
    who lead each other round and round.
    """

    reviewers: Mapping[int, int | None]
    rings: tuple[tuple[int, ...], ...] = ()

    @property
    def alone(self) -> tuple[int, ...]:
        """Whose review nobody can write as it is."""
        return tuple(id for id, who in self.reviewers.items() if who is None)


def reviewed(person: Person) -> bool:
    """Whether somebody is reviewed, and may review others."""
    return person.active and person.role is not Role.GUEST


def pairs(people: Iterable[Person]) -> Pairs:
    """Who writes about whom, as things stand."""
    known = {person.id: person for person in people if reviewed(person)}
    rings: list[tuple[int, ...]] = []
    reviewers: dict[int, int | None] = {}
    for id, person in known.items():
        led_by = person.manager_id
        found = _ring(id, known)
        if found and not any(id in ring for ring in rings):
            rings.append(found)
        reviewers[id] = led_by if led_by in known and not found else None
    return Pairs(reviewers, tuple(rings))


def above(person_id: int, people: Mapping[int, Person]) -> tuple[int, ...]:
    """Who leads somebody, and who leads those, up to the top."""
    found: list[int] = []
    person = people.get(person_id)
    while person and person.manager_id and person.manager_id not in found:
        if person.manager_id == person_id:
            break
        found.append(person.manager_id)
        person = people.get(person.manager_id)
    return tuple(found)


def _ring(person_id: int, people: Mapping[int, Person]) -> tuple[int, ...]:
    """The ring that somebody is part of: from them up to them again."""
    found: list[int] = [person_id]
    person: Person | None = people.get(person_id)
    while person and (up := person.manager_id):
        if up == person_id:
            return (*found, person_id)
        if up in found:
            return ()
        found.append(up)
        person = people.get(up)
    return ()
