"""Who and what is offered for the fields of a form."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.arguments import fold
from bot.context import Context
from bot.messages import AnyField, Form, Option, PersonField, PlaceField
from bot.model.people import Account, Person, Role
from bot.model.refs import UserRef
from bot.model.romanized import spellings
from bot.ports import UnitOfWork
from bot.sight import restricted, seen_by

OFFERED = 100  # people at a time, as Slack shows them


async def people_for(ctx: Context, form: Form) -> tuple[Option, ...]:
    """Everybody who can be chosen, wherever they are; none where the form asks for
    nobody.

    Guests see nobody but who is in the form already, and type a name they know; who
    works outside sees whom they meet as well.
    """
    fields = [field for field in form.fields if isinstance(field, PersonField)]
    if not fields:
        return ()
    found = await _everybody(ctx.db, ctx.event.who)
    if not await restricted(ctx.db, ctx.person):
        return found
    offered = {value for field in fields for value in field.values}
    if ctx.person.role is not Role.GUEST:
        seen = await seen_by(ctx.db, ctx.person)
        offered |= {one.value for one in await _options(ctx.db, ctx.event.who, seen)}
    return tuple(one for one in found if one.value in offered)


async def people_called(db: UnitOfWork, who: UserRef, typed: str) -> tuple[Option, ...]:
    """Whom somebody may mean who has typed so much of a name: those whose names begin
    so first, in its letters or in ours. Guests are told nobody.
    """
    person = (await db.people.known([who])).get(who)
    if person is None or not person.active or person.role is Role.GUEST:
        return ()
    wanted = fold(typed)
    seen = await _options(db, who, await seen_by(db, person))
    found = [(fold(one.label), one) for one in seen]
    begin = [one for name, one in found if name.startswith(wanted)]
    begin += [one for _, one in found if _begins(one, wanted) and one not in begin]
    inside = [one for name, one in found if wanted in name and one not in begin]
    return (*begin, *inside)[:OFFERED]


def _begins(one: Option, typed: str) -> bool:
    """Whether the name begins so where it is typed without its letters."""
    ways = spellings(one.label)
    forms = ways.union(way.replace(" ", "") for way in ways)
    return any(form.startswith(typed) for form in forms)


async def with_names(ctx: Context, form: Form) -> Form:
    """The form with everybody who stands in it by name."""
    if not any(isinstance(each, PersonField) and each.values for each in form.fields):
        return form
    everybody = {each.value: each for each in await _everybody(ctx.db, ctx.event.who)}

    def named(field: AnyField) -> AnyField:
        if not isinstance(field, PersonField):
            return field
        found = (everybody.get(value) for value in field.values)
        return replace(field, called=tuple(each for each in found if each))

    return replace(form, fields=tuple(named(field) for field in form.fields))


async def places_for(ctx: Context, form: Form) -> tuple[Option, ...]:
    """The places that can be chosen, the ones in the form already first."""
    fields = [field for field in form.fields if isinstance(field, PlaceField)]
    if not fields:
        return ()
    found = await ctx.db.choices.places(ctx.workspace, ctx.person.id)
    offered = {place.ref.id: place.name for place in found}
    inside = [ctx.place_ref(field.value) for field in fields if field.value]
    for ref, place in (await ctx.db.people.places(inside)).items():
        offered.setdefault(ref.id, place.name)
    return tuple(Option(f"#{name}", id) for id, name in offered.items() if name)


async def _everybody(db: UnitOfWork, who: UserRef) -> tuple[Option, ...]:
    """Every person by name, for a form in the workspace of this account."""
    return await _options(db, who, await db.people.everyone())


async def _options(
    db: UnitOfWork, who: UserRef, people: Sequence[Person]
) -> tuple[Option, ...]:
    """These people by name: where they have an account in that workspace they stand for
    it, as the platform calls them.
    """
    here: dict[int, Account] = {}
    for account in await db.people.accounts_of([person.id for person in people]):
        if (account.ref.platform, account.ref.tenant) == (who.platform, who.tenant):
            here.setdefault(account.person_id, account)
    values = [
        here[person.id].ref.id if person.id in here else f"person:{person.id}"
        for person in people
    ]
    names = _labels(people, here)
    times = Counter(names)
    found = [
        Option(name if times[name] == 1 else f"{name} ({value})", value)
        for name, value in zip(names, values, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.label.casefold(), one.value)))


def _labels(people: Sequence[Person], here: dict[int, Account]) -> list[str]:
    """Their names; who has another's name is told apart by that of their account, or
    by their department.
    """
    times = Counter(person.name for person in people)
    return [
        person.name if times[person.name] == 1 else _apart(person, here.get(person.id))
        for person in people
    ]


def _apart(person: Person, account: Account | None) -> str:
    if account and account.handle:
        return f"{person.name} ({account.handle})"
    return " ".join((person.name, *(f"({each})" for each in person.departments)))
