"""Values from a sheet: compared first, applied when told (PEERS J12)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.cards import measure as cards
from bot.cards.imports import Broken
from bot.cards.measure import importing as import_cards
from bot.cards.measure.importing import Coming
from bot.commands.lists import Lists, offer
from bot.commands.measure.at_hand import let_in, visible, work
from bot.commands.measure.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, UsageError, UserError
from bot.messages import Reply
from bot.model.measure import Measure, Origin, Value
from bot.model.measure.rows import VALUES as SHAPE
from bot.model.measure.rows import Row, read_rows
from bot.registry import Commands
from bot.rituals.measure.rows import named, value_of
from bot.rituals.measure.sight import may_change
from bot.sight import heads

commands = Commands()


@dataclass(frozen=True, slots=True)
class Compared:
    """What a list would change, and the lines of it that cannot be taken."""

    coming: tuple[Coming, ...]
    broken: tuple[Broken, ...]


async def _compared(ctx: Context, text: str) -> Compared:
    """Line by line: what would change, and what cannot."""
    reader = await _Reader.of(ctx)
    broken: list[Broken] = []
    coming: dict[tuple[int, date], Coming] = {}
    seen: set[tuple[int, date]] = set()
    for row in read_rows(text):
        try:
            measure, value = reader.read(row)
            where = (measure.id, value.first)
            if where in seen:
                raise UsageError("measure-import-twice", measure=measure.name)
            seen.add(where)
        except UserError as wrong:
            broken.append(Broken(row.line, wrong.key, wrong.values))
            continue
        known = await reader.known(measure)
        before = known.get(value.first)
        value = _kept(value, before)
        if before is None or not before.same(value):
            coming[where] = Coming(measure, value, before)
    return Compared(tuple(coming.values()), tuple(broken))


class _Reader:
    """Reads lines about the measures that are theirs to change."""

    def __init__(self, ctx: Context, measures: list[Measure], theirs: set[int]) -> None:
        self._ctx = ctx
        self._measures = measures
        self._theirs = theirs
        self._known: dict[int, Mapping[date, Value]] = {}

    @classmethod
    async def of(cls, ctx: Context) -> "_Reader":
        """For the person who asks."""
        measures = list(await visible(ctx))
        headed = await heads(ctx.db, ctx.person)
        own = {each.id for each in measures if may_change(each, ctx.person, headed)}
        return cls(ctx, measures, own)

    def read(self, row: Row) -> tuple[Measure, Value]:
        """The measure and its value. Raises UserError."""
        if row.wrong:
            raise UsageError(row.wrong, typed=row.typed[:80])
        measure = named(self._measures, row.measure)
        if measure.id not in self._theirs:
            raise NotAllowed("measure-import-not-yours", measure=measure.name)
        return measure, value_of(measure, row, self._ctx.now, Origin.IMPORT)

    async def known(self, measure: Measure) -> Mapping[date, Value]:
        """What stands for each period."""
        if measure.id not in self._known:
            found = await self._ctx.db.measures.values.of(measure.id)
            stands = {each.first: each for each in found if each.replaced_at is None}
            self._known[measure.id] = stands
        return self._known[measure.id]


def _kept(value: Value, before: Value | None) -> Value:
    """What a line does not speak of stays as it was."""
    if before is None:
        return value
    return replace(
        value,
        confidence=value.confidence or before.confidence,
        note=value.note or before.note,
    )


async def _applied(ctx: Context, found: Compared) -> Reply:
    for each in found.coming:
        await work(ctx).report(replace(each.value, person_id=ctx.person.id))
    return cards.done(ctx.t.line("measure-import-done", count=len(found.coming)))


VALUES = Lists(
    shape=SHAPE,
    let_in=let_in,
    asks=import_cards.form,
    kept=lambda db: db.measures.imports,
    compared=_compared,
    shown=lambda t, found, id: import_cards.compared(t, found.coming, found.broken, id),
    changes=lambda found: len(found.coming),
    applied=_applied,
)
commands.command(*ways("import", zh=("导入",)))(VALUES.typed)
offer(commands, VALUES)


@commands.button("measure.drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """Lets the list go."""
    await VALUES.let_go(ctx, value)
    return cards.done(ctx.t.line("measure-import-dropped"))
