"""Values that a system brings: each stored once, whatever comes again."""

from dataclasses import dataclass, field, replace

from bot.errors import UsageError, UserError
from bot.model.measure import Measure, Origin
from bot.model.measure.standing import said_late
from bot.ports import UnitOfWork
from bot.ports.measure_intake import MeasureParcel, Reading, Taken
from bot.rituals.flow import World
from bot.rituals.measure.rows import named, value_of
from bot.rituals.measure.work import MeasureWork

LANGUAGE, ZONE = "en", "UTC"  # in which a system is told what is wrong


@dataclass(slots=True)
class _Tally:
    counts: dict[str, int] = field(default_factory=dict)
    late: list[tuple[int, int]] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)

    def add(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    @property
    def taken(self) -> Taken:
        return Taken(**self.counts, late=tuple(self.late), refused=tuple(self.refused))


async def take(world: World, parcel: MeasureParcel) -> Taken:
    """Stores every value that can be taken, and says what is wrong with the others."""
    tally, words = _Tally(), world.words(LANGUAGE, ZONE)
    async with world.store() as db:
        organization = await db.people.organization()
        work = MeasureWork(db, world.calendar, organization, world.clock.now())
        measures = list(await db.measures.living())
        for reading in parcel.readings:
            try:
                await _one(work, measures, reading, parcel.external, tally)
            except UserError as wrong:
                why = words(wrong.key, **wrong.values)
                tally.refused.append((reading.row.line, why))
        await db.commit()
    return tally.taken


async def _one(
    work: MeasureWork,
    measures: list[Measure],
    reading: Reading,
    external: str,
    tally: _Tally,
) -> None:
    row = reading.row
    if not row.complete:
        raise UsageError("measure-import-missing")
    found = named(measures, row.measure)
    measure = await _held(work.db, found)
    value = value_of(measure, row, work.now, Origin.DOOR, reading.exact)
    if await work.db.measures.values.brought(external, measure.id, value.first):
        tally.add("again")
        return
    before = await work.report(replace(value, external=external))
    same = before is not None and before.same(value)
    tally.add("again" if same else "corrected" if before else "new")
    if days := said_late(measure, value):
        tally.late.append((row.line, days))


async def _held(db: UnitOfWork, measure: Measure) -> Measure:
    """The same, so that two requests at once come one after the other."""
    return await db.measures.hold(measure.id) or measure
