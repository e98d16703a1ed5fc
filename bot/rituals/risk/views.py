"""What a reader sees beside a risk, and which of them are theirs to see."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.model.people import Person
from bot.model.risk import Origin, OriginKind, Risk, RiskView, may_see
from bot.ports import UnitOfWork
from bot.sight import restricted


async def views(db: UnitOfWork, found: Sequence[Risk]) -> list[RiskView]:
    """The risks with the names beside them, in the same order."""
    ids = {id for each in found for id in _people(each)}
    people = await db.people.some(sorted(ids)) if ids else {}
    names = {id: person.name for id, person in people.items()}
    return [
        RiskView(
            each,
            owner=names.get(each.owner_id, ""),
            reporter=names.get(each.reporter_id, ""),
            closer=names.get(each.closed_by or 0, ""),
            origin=await _short(db, each.origin) if each.origin else "",
        )
        for each in found
    ]


async def seen_by(db: UnitOfWork, found: Sequence[Risk], person: Person) -> list[Risk]:
    """Those of them that are the person's to see; guests see none."""
    if not found or await restricted(db, person):
        return []
    owners = await db.people.some(sorted({each.owner_id for each in found}))
    return [each for each in found if may_see(each, person, owners[each.owner_id])]


async def due_for(db: UnitOfWork, person: Person, today: date) -> list[RiskView]:
    """Those that are theirs and whose mitigation should be done by now."""
    found = await db.risks.owned_by(person.id)
    return await views(db, [each for each in found if each.late(today)])


async def numbers(
    db: UnitOfWork, kind: OriginKind, ids: Collection[int]
) -> dict[int, int]:
    """The numbers of the risks that grew out of these."""
    found = await db.risks.out_of(kind, ids)
    return {id: risk.number for id, risk in found.items()}


async def _short(db: UnitOfWork, origin: Origin) -> str:
    """How people call what it grew out of; whether they see it is asked there."""
    match origin.kind:
        case OriginKind.FEEDBACK:
            feedback = await db.feedback.get(origin.id)
            return feedback.short if feedback else ""
        case OriginKind.BLOCKER:
            blocker = await db.blockers.get(origin.id)
            return f"B-{blocker.number}" if blocker else ""
        case OriginKind.TASK:
            task = await db.tasks.get(origin.id)
            return f"T-{task.number}" if task else ""


def _people(risk: Risk) -> set[int]:
    named = (risk.owner_id, risk.reporter_id, risk.closed_by)
    return {id for id in named if id is not None}
