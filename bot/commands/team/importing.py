"""A list of people from elsewhere: compared first, applied when told (PEERS P16)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.arguments import fold
from bot.cards import team as cards
from bot.cards.area import department
from bot.cards.imports import Broken
from bot.cards.team import Difference
from bot.commands.lists import Lists, offer
from bot.commands.team.setting import Wish, keep
from bot.commands.team.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, NotFound, Unclear, UsageError, UserError
from bot.messages import Reply
from bot.model.people import Person
from bot.model.roster import ROSTER, Row, read_rows
from bot.model.team import Expected, TeamFacts, ring
from bot.registry import Commands

commands = Commands()
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
UNKNOWN = "team-import-unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """What a list would change, and the lines of it that cannot be taken."""

    wishes: tuple[tuple[Person, Wish], ...]
    differences: tuple[Difference, ...]
    expected: tuple[Expected, ...]
    broken: tuple[Broken, ...]


async def _compared(ctx: Context, text: str) -> Compared:
    """Line by line; who leads whom counts as it would be after all of them."""
    everyone = await ctx.db.people.everyone()
    names = {person.id: person.name for person in everyone}
    facts = await ctx.db.team.facts()
    wishes: dict[int, tuple[Row, Person, Wish]] = {}
    broken: list[Broken] = []
    coming: dict[str, Expected] = {}
    for row in read_rows(text):
        try:
            person = await _person(ctx, row, everyone)
            if person is None:
                coming[fold(row.email)] = await _coming(ctx, row)
                continue
            if person.id in wishes:
                raise UsageError("team-import-twice", who=person.name)
            wishes[person.id] = row, person, await _wish(ctx, row, person)
        except UserError as wrong:
            key = UNKNOWN if wrong.key == "person-unknown" else wrong.key
            broken.append(Broken(row.line, key, wrong.values))
    broken += _rings(wishes, everyone)
    found: list[tuple[Person, Wish]] = []
    differences: list[Difference] = []
    for _, person, wish in wishes.values():
        told = facts.get(person.id, TeamFacts())
        if changes := _changes(ctx, person, told, wish, names):
            found.append((person, wish))
            differences.append(Difference(person.name, tuple(changes)))
    broken.sort(key=lambda each: each.line)
    known = set(await ctx.db.team.expected())
    new = tuple(each for each in coming.values() if each not in known)
    return Compared(tuple(found), tuple(differences), new, tuple(broken))


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


async def _person(ctx: Context, row: Row, everyone: Sequence[Person]) -> Person | None:
    """Whom a line is about: by the address, else by the name; None for who has an
    address and is not here yet. Raises UserError.
    """
    if row.wrong:
        raise UsageError(row.wrong, typed=row.typed[:80])
    if row.email:
        for person in everyone:
            if (person.email or "").casefold() == row.email.casefold():
                return person
        if not ADDRESS.fullmatch(row.email):
            raise NotFound("team-import-email", email=row.email)
        if not row.name:
            return None
    try:
        return await ctx.filled_person(row.name)
    except NotFound as unknown:
        if row.email and not isinstance(unknown, Unclear):
            return None
        raise


async def _coming(ctx: Context, row: Row) -> Expected:
    """What is said of who is not here yet. Raises UserError."""
    led = bool(row.manager) and not row.no_manager
    manager = await ctx.filled_person(row.manager or "") if led else None
    return Expected(
        email=fold(row.email),
        name=row.name,
        departments=row.departments,
        manager_id=manager.id if manager else None,
        title=row.title,
        kind=row.kind,
    )


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


async def _let_in(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")


async def _applied(ctx: Context, found: Compared) -> Reply:
    moved = [await keep(ctx, person, wish) for person, wish in found.wishes]
    for somebody in found.expected:
        await ctx.db.team.expect(somebody)
    passages = [each for each in moved if each]
    return cards.imported(ctx.t, len(found.wishes), len(found.expected), passages)


PEOPLE = Lists(
    shape=ROSTER,
    let_in=_let_in,
    asks=cards.import_form,
    kept=lambda db: db.team.imports,
    compared=_compared,
    shown=lambda t, found, id: cards.compared(
        t, found.differences, found.expected, found.broken, id
    ),
    changes=lambda found: len(found.wishes) + len(found.expected),
    applied=_applied,
)
commands.command(*ways("import", zh=("导入",)), admin=True)(PEOPLE.typed)
offer(commands, PEOPLE)


@commands.button("team.drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """Lets the list go."""
    await PEOPLE.let_go(ctx, value)
    return cards.done(ctx.t.line("team-import-dropped"))
