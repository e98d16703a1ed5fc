"""New areas: in one sentence, or in a form (PEERS I01)."""

from bot.arguments import Arguments
from bot.cards.area import forms
from bot.commands.area.at_hand import department, let_in, may_give, shown, work
from bot.commands.area.sentence import check_also, check_name, check_people, read_said
from bot.commands.area.ways import ways
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError, UserError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.area import Area
from bot.model.people import Person
from bot.model.project import fold_name
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("new", "add", "create", zh=("新建", "新增", "创建", "添加")))
async def new(ctx: Context, args: Arguments) -> Reply:
    """Says who answers for what: area new "refunds DE" @Li deputies @Mia."""
    await let_in(ctx)
    if not args:
        return Reply(forms.new(ctx.t))
    said = await read_said(ctx, args)
    owner = said.owner or ctx.person
    await may_give(ctx, owner)
    area = Area(
        name=check_name(said.renamed or said.name),
        owner_id=owner.id,
        made_at=ctx.now,
        confirmed_at=ctx.now,
        deputies=_ids(said.deputies),
        informed=_ids(said.informed),
        also=said.also or (),
        department=said.department or _own_department(owner),
    )
    return await _made(ctx, area)


@commands.button("area.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    await let_in(ctx)
    return Reply(forms.new(ctx.t))


@commands.form("area.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says."""
    await let_in(ctx)
    filled = await read_form(ctx, values)
    owner = await _owner(ctx, values)
    await may_give(ctx, owner)
    area = Area(
        name=filled.name,
        owner_id=owner.id,
        made_at=ctx.now,
        confirmed_at=ctx.now,
        deputies=filled.deputies,
        informed=filled.informed,
        also=filled.also,
        department=filled.department or _own_department(owner),
    )
    await check_free(ctx, area, field="name")
    return await _made(ctx, area)


async def read_form(ctx: Context, values: Values) -> Area:
    """What the fields hold; whose area it is stands elsewhere. Raises FieldErrors."""
    wrong: dict[str, FieldError] = {}
    found: dict[str, tuple[int, ...]] = {}
    name = ""
    also: tuple[str, ...] = ()
    try:
        name = check_name(str(values.get("name") or ""))
    except UserError as problem:
        wrong["name"] = FieldError(problem.key, problem.values)
    try:
        also = check_also(str(values.get("also") or ""))
    except UserError as problem:
        wrong["also"] = FieldError(problem.key, problem.values)
    for part in ("deputies", "informed"):
        try:
            people = await ctx.filled_people(values.get(part))
            found[part] = _ids(check_people(people))
        except UserError as problem:
            wrong[part] = FieldError(problem.key, problem.values)
    if wrong:
        raise FieldErrors(wrong)
    where = department(str(values.get("department") or ""))
    return Area(
        name=name,
        owner_id=0,
        made_at=ctx.now,
        confirmed_at=ctx.now,
        also=also,
        department=where,
        deputies=found["deputies"],
        informed=found["informed"],
    )


async def check_free(ctx: Context, area: Area, field: str = "") -> None:
    """A name means one area. Raises UsageError, or FieldErrors beside a field."""
    names = {fold_name(name) for name in area.names}
    for other in await ctx.db.areas.living():
        if other.id == area.id or names.isdisjoint(map(fold_name, other.names)):
            continue
        if field:
            raise FieldErrors({field: FieldError("area-taken", {"area": other.name})})
        again = f'area show "{other.name}"'
        raise UsageError("area-taken", try_this=again, area=other.name)


async def _made(ctx: Context, area: Area) -> Reply:
    await check_free(ctx, area)
    stored = await work(ctx).make(area)
    return await shown(ctx, stored, Audience.HERE)


async def _owner(ctx: Context, values: Values) -> Person:
    said = values.get("owner")
    typed = said[0] if isinstance(said, tuple) and said else str(said or "")
    if not typed or (isinstance(said, tuple) and len(said) > 1):
        raise FieldErrors({"owner": FieldError("form-missing")})
    try:
        return await ctx.filled_person(typed)
    except UserError as problem:
        wrong = FieldError(problem.key, problem.values)
        raise FieldErrors({"owner": wrong}) from problem


def _own_department(owner: Person) -> str | None:
    return department(owner.departments[0]) if len(owner.departments) == 1 else None


def _ids(people: tuple[Person, ...] | None) -> tuple[int, ...]:
    return tuple(person.id for person in people or ())
