"""A list of people from elsewhere: compared first, applied when told (PEERS P16)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.arguments import Arguments
from bot.cards import team as cards
from bot.cards.area import department
from bot.cards.imports import Broken
from bot.cards.team import Difference
from bot.commands.task.at_hand import pressed
from bot.commands.team.setting import Wish, keep
from bot.commands.team.ways import ways
from bot.context import Context
from bot.errors import (
    FieldError,
    FieldErrors,
    NotAllowed,
    NotFound,
    UsageError,
    UserError,
)
from bot.events import Values
from bot.messages import Reply
from bot.model.people import Person
from bot.model.roster import MOST, NotARoster, Row, read_rows
from bot.model.team import TeamFacts, ring
from bot.model.text import tidy_lines
from bot.registry import Commands

commands = Commands()


@dataclass(frozen=True, slots=True)
class Compared:
    """What a list would change, and the lines of it that cannot be taken."""

    wishes: tuple[tuple[Person, Wish], ...]
    differences: tuple[Difference, ...]
    broken: tuple[Broken, ...]


@commands.command(*ways("import", zh=("导入",)), admin=True)
async def import_(ctx: Context, args: Arguments) -> Reply:
    """Compares a pasted list of people with what I know; nothing changes yet."""
    text = tidy_lines(await ctx.readable(args.typed))
    if not text:
        return Reply(cards.import_form(ctx.t))
    try:
        return await _proposed(ctx, text)
    except NotARoster as wrong:
        raise UsageError(wrong.key, limit=MOST) from wrong


@commands.button("team.import")
async def press_import(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    _check_admin(ctx)
    return Reply(cards.import_form(ctx.t))


@commands.form("team.import")
async def fill_import(ctx: Context, values: Values, state: str) -> Reply:
    """The same, from the form."""
    _check_admin(ctx)
    try:
        return await _proposed(ctx, tidy_lines(str(values.get("lines") or "")))
    except NotARoster as wrong:
        said = {"lines": FieldError(wrong.key, {"limit": MOST})}
        raise FieldErrors(said) from wrong


@commands.button("team.apply")
async def press_apply(ctx: Context, value: str) -> Reply:
    """Changes what was shown, as far as it is still a change."""
    import_id, text = await _theirs(ctx, value)
    found = await _compared(ctx, text)
    for person, wish in found.wishes:
        await keep(ctx, person, wish)
    await ctx.db.team.imports.drop(import_id)
    return cards.done(ctx.t.line("team-import-done", count=len(found.wishes)))


@commands.button("team.drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """Lets the list go."""
    import_id, _ = await _theirs(ctx, value)
    await ctx.db.team.imports.drop(import_id)
    return cards.done(ctx.t.line("team-import-dropped"))


async def _proposed(ctx: Context, text: str) -> Reply:
    found = await _compared(ctx, text)
    import_id = 0
    if found.wishes:
        import_id = await ctx.db.team.imports.propose(ctx.person.id, text, ctx.now)
    return cards.compared(ctx.t, found.differences, found.broken, import_id)


async def _theirs(ctx: Context, value: str) -> tuple[int, str]:
    _check_admin(ctx)
    import_id = pressed(value)
    text = await ctx.db.team.imports.proposed(import_id, ctx.person.id)
    if text is None:
        raise NotFound("team-import-gone", try_this="team import")
    return import_id, text


async def _compared(ctx: Context, text: str) -> Compared:
    """Line by line; who leads whom counts as it would be after all of them."""
    everyone = await ctx.db.people.everyone()
    names = {person.id: person.name for person in everyone}
    facts = await ctx.db.team.facts()
    wishes: dict[int, tuple[Row, Person, Wish]] = {}
    broken: list[Broken] = []
    for row in read_rows(text):
        try:
            person = await _person(ctx, row, everyone)
            if person.id in wishes:
                raise UsageError("team-import-twice", who=person.name)
            wishes[person.id] = row, person, await _wish(ctx, row, person)
        except UserError as wrong:
            broken.append(Broken(row.line, wrong.key, wrong.values))
    broken += _rings(wishes, everyone)
    found: list[tuple[Person, Wish]] = []
    differences: list[Difference] = []
    for _, person, wish in wishes.values():
        told = facts.get(person.id, TeamFacts())
        if changes := _changes(ctx, person, told, wish, names):
            found.append((person, wish))
            differences.append(Difference(person.name, tuple(changes)))
    broken.sort(key=lambda each: each.line)
    return Compared(tuple(found), tuple(differences), tuple(broken))


def _rings(
    wishes: dict[int, tuple[Row, Person, Wish]], everyone: Sequence[Person]
) -> list[Broken]:
    """The lines that would close a ring of managers; they are taken out."""
    broken: list[Broken] = []
    names = {person.id: person.name for person in everyone}
    while True:
        managers = {person.id: person.manager_id for person in everyone}
        for id, (_, _, wish) in wishes.items():
            if wish.manager or wish.no_manager:
                managers[id] = wish.manager.id if wish.manager else None
        for id, (row, _, wish) in wishes.items():
            closed = ring(id, wish.manager.id, managers) if wish.manager else ()
            if closed:
                said = " → ".join(names.get(each, "") for each in closed)
                broken.append(Broken(row.line, "team-ring", {"ring": said}))
                del wishes[id]
                break
        else:
            return broken


async def _person(ctx: Context, row: Row, everyone: Sequence[Person]) -> Person:
    """Whom a line is about: by the address, else by the name. Raises UserError."""
    if row.wrong:
        raise UsageError(row.wrong, typed=row.typed[:80])
    if row.email:
        for person in everyone:
            if (person.email or "").casefold() == row.email.casefold():
                return person
        if not row.name:
            raise NotFound("team-import-email", email=row.email)
    return await ctx.filled_person(row.name)


async def _wish(ctx: Context, row: Row, person: Person) -> Wish:
    manager = None
    if row.manager and not row.no_manager:
        manager = await ctx.filled_person(row.manager)
        if person.id == manager.id:
            raise UsageError("team-ring-self", who=person.name)
    return Wish(row.departments, manager, row.no_manager, row.title, row.kind)


def _changes(
    ctx: Context, person: Person, told: TeamFacts, wish: Wish, names: dict[int, str]
) -> list[tuple[str, str, str]]:
    """What is different: what, before, after."""

    def listed(found: tuple[str, ...]) -> str:
        return ", ".join(department(ctx.t, name) for name in sorted(found))

    before = names.get(person.manager_id or 0, "")
    after = wish.manager.name if wish.manager else "" if wish.no_manager else before
    kinds = [
        ctx.t(f"team-kind-{(kind or told.kind).value}") for kind in (None, wish.kind)
    ]
    where = person.departments if wish.departments is None else wish.departments
    title = told.title if wish.title is None else wish.title
    found = [
        ("departments", listed(person.departments), listed(where)),
        ("manager", before, after),
        ("title", told.title, title),
        ("kind", *kinds),
    ]
    return [(what, old, new) for what, old, new in found if old != new]


def _check_admin(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
