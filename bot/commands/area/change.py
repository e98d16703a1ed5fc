"""Areas changed, found right, and retired (PEERS I01, I05)."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import area as cards
from bot.cards.area import forms
from bot.cards.area.forms import Filling
from bot.commands.area.at_hand import (
    by_id,
    changeable,
    living,
    shown,
    the_one,
    work,
)
from bot.commands.area.new import check_free, read_form
from bot.commands.area.sentence import Said, read_said
from bot.commands.area.ways import ways
from bot.commands.task.at_hand import account_of, pressed
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.area import Area
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("change", "edit", zh=("修改", "编辑", "变更")))
async def change(ctx: Context, args: Arguments) -> Reply:
    """Changes an area: area change refunds deputies @Mia informed none."""
    said = await read_said(ctx, args)
    area = await changeable(ctx, await the_one(ctx, said.name, "area-try-change"))
    if said.owner and said.owner.id != area.owner_id:
        again = f"area handover {area.name} @{said.owner.name}"
        raise UsageError("area-change-owner", try_this=again, area=area.name)
    after = _changed(area, said)
    if after == area:
        return await _form(ctx, area)
    return await _kept(ctx, area, after)


@commands.button("area.change")
async def press_change(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    area = await changeable(ctx, await living(ctx, pressed(value)))
    return await _form(ctx, area)


@commands.form("area.change")
async def fill_change(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says."""
    area = await changeable(ctx, await living(ctx, pressed(state)))
    filled = await read_form(ctx, values)
    after = replace(
        area,
        name=filled.name,
        also=filled.also,
        department=filled.department,
        deputies=filled.deputies,
        informed=filled.informed,
    )
    await check_free(ctx, after, field="name")
    return await _kept(ctx, area, after)


@commands.button("area.right")
async def press_right(ctx: Context, value: str) -> Reply:
    """Says that all of it is right."""
    area = await changeable(ctx, await living(ctx, pressed(value)))
    await work(ctx).confirm(area)
    return cards.done(ctx.t.line("area-right-said", area=area.name))


@commands.command(*ways("retire", "delete", "drop", zh=("停用", "删除")))
async def retire(ctx: Context, args: Arguments) -> Reply:
    """Ends an area: area retire refunds."""
    area = await the_one(ctx, args.rest(), "area-try-retire")
    return await _retired(ctx, area)


@commands.button("area.retire")
async def press_retire(ctx: Context, value: str) -> Reply:
    """The same, from a button; twice is once."""
    return await _retired(ctx, await by_id(ctx, pressed(value)))


async def _retired(ctx: Context, area: Area) -> Reply:
    await changeable(ctx, area)
    if area.retired_at is None:
        await work(ctx).retire(area)
    return cards.done(ctx.t.line("area-retired", area=area.name))


async def _kept(ctx: Context, area: Area, after: Area) -> Reply:
    await check_free(ctx, after)
    if after != area:
        after = await work(ctx).change(after, await _news(ctx, area, after))
    return await shown(ctx, after, Audience.ONLY_YOU)


async def _news(ctx: Context, area: Area, after: Area) -> str:
    """What is new, by name."""
    parts = (after.deputies, area.deputies), (after.informed, area.informed)
    ids = [id for now, before in parts if now != before for id in now]
    people = await ctx.db.people.some(ids)
    names = [people[id].name for id in ids if id in people]
    renamed = [after.name] if after.name != area.name else []
    also = [name for name in after.also if name not in area.also]
    return ", ".join(dict.fromkeys((*renamed, *names, *also)))


def _changed(area: Area, said: Said) -> Area:
    """The area with what was spoken of."""

    def people(part: str) -> tuple[int, ...]:
        found = getattr(said, part)
        known: tuple[int, ...] = getattr(area, part)
        return known if found is None else tuple(each.id for each in found)

    return replace(
        area,
        name=said.renamed or area.name,
        deputies=people("deputies"),
        informed=people("informed"),
        also=area.also if said.also is None else said.also,
        department=said.department or area.department,
    )


async def _form(ctx: Context, area: Area) -> Reply:
    async def values(ids: tuple[int, ...]) -> tuple[str, ...]:
        return tuple([await account_of(ctx, id) or f"person:{id}" for id in ids])

    filling = Filling(
        name=area.name,
        department=cards.department(ctx.t, area.department or ""),
        deputies=await values(area.deputies),
        informed=await values(area.informed),
        also=", ".join(area.also),
    )
    return Reply(forms.change(ctx.t, area, filling))
