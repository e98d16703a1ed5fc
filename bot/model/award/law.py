"""Who may be chosen by whom, who wins, and when an award is given next; pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from bot.model.award import Award, Cadence, Nomination
from bot.model.people import Person

QUARTER = 3  # months


def above(person_id: int, managers: Mapping[int, int | None]) -> frozenset[int]:
    """Everybody who leads somebody, however far up; a ring of managers ends."""
    found: list[int] = []
    leads = managers.get(person_id)
    while leads is not None and leads not in found:
        found.append(leads)
        leads = managers.get(leads)
    return frozenset(found) - {person_id}


def may_nominate(
    nominator_id: int, person_id: int, managers: Mapping[int, int | None]
) -> bool:
    """Nobody nominates themselves, nor who leads them; who leads somebody may."""
    return nominator_id != person_id and person_id not in above(nominator_id, managers)


def may_vote_for(
    voter_id: int, person_id: int, managers: Mapping[int, int | None]
) -> bool:
    """The same, and nobody votes for those they lead."""
    leads = voter_id in above(person_id, managers)
    return may_nominate(voter_id, person_id, managers) and not leads


def deciders(award: Award, people: Iterable[Person]) -> tuple[int, ...]:
    """Who shortlists, and decides where votes are equal: the jury, else the admins."""
    there = [person for person in people if person.active]
    jury = tuple(person.id for person in there if person.id in award.jury)
    return jury or tuple(person.id for person in there if person.is_admin)


def approvers(
    award: Award, winner_id: int, people: Iterable[Person]
) -> tuple[int, ...]:
    """Who has to say yes before it is announced; nobody about themselves, and the
    admins where the one who should has left.
    """
    if award.approver_id is None:
        return ()
    there = [each for each in people if each.active and each.id != winner_id]
    named = tuple(each.id for each in there if each.id == award.approver_id)
    return named or tuple(each.id for each in there if each.is_admin)


def best(
    votes: Mapping[int, int],
    finalists: Collection[int],
    nominations: Sequence[Nomination],
) -> tuple[int, ...]:
    """Who got most votes; of equals, whom most people nominated. More than one are
    still equal; nobody is none where nobody voted.
    """
    counted = {each: votes.get(each, 0) for each in finalists}
    most = max(counted.values(), default=0)
    if most == 0:
        return tuple(sorted(finalists))
    equal = [each for each, count in counted.items() if count == most]
    voices = Counter(
        person_id
        for person_id, _ in {
            (each.person_id, each.nominator_id) for each in nominations if each.counts
        }
    )
    loudest = max(voices[each] for each in equal)
    return tuple(sorted(each for each in equal if voices[each] == loudest))


def period_of(cadence: Cadence, day: date) -> str:
    """The period that a day is in."""
    match cadence:
        case Cadence.ONCE:
            return ""
        case Cadence.MONTHLY:
            return f"{day:%Y-%m}"
        case Cadence.QUARTERLY:
            return f"{day.year}-Q{(day.month - 1) // QUARTER + 1}"


def next_start(cadence: Cadence, day: date) -> date | None:
    """The first day of the next period; none of what is given once."""
    if cadence is Cadence.ONCE:
        return None
    months = 1 if cadence is Cadence.MONTHLY else QUARTER
    first = day.month - 1 - (day.month - 1) % months + months
    return date(day.year + first // 12, first % 12 + 1, 1)
