"""Looking at areas: all of them, those of a department, one."""

from bot.arguments import Arguments, fold
from bot.cards import area as cards
from bot.commands.area.at_hand import by_id, department, let_in, shown, the_one, viewed
from bot.commands.area.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import ME, Context
from bot.messages import Audience, Reply
from bot.model.department import DEPARTMENTS
from bot.model.text import tidy
from bot.registry import Commands

commands = Commands()
ALL = frozenset({"", "all", "全部", "所有"})
NAME = 60
OF = "person:"  # before the number of whose areas are listed


@commands.command(
    *ways("list", zh=("列表", "清单")), "areas", "area", "职责", "responsibilities"
)
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists who answers for what: everything, a department's, or somebody's."""
    await let_in(ctx)
    whos = args.people()
    said = tidy(args.rest())
    if whos or fold(said) in ME:
        person = await ctx.find_person(whos[0]) if whos else ctx.person
        return await _page(ctx, 0, f"{OF}{person.id}")
    about = "" if fold(said) in ALL else department(said) or ""
    areas = await ctx.db.areas.living()
    if about in DEPARTMENTS or any(_belongs(area.department, about) for area in areas):
        return await _page(ctx, 0, about)
    if about:  # the name of one
        area = await the_one(ctx, said, "area-try-show")
        return await shown(ctx, area, Audience.ONLY_YOU)
    return await _page(ctx, 0, "")


@commands.button("area.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """Another page of it."""
    page, _, about = value.partition(":")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 0
    return await _page(ctx, number, tidy(about)[:NAME])


@commands.command(*ways("show", "view", zh=("查看", "详情")))
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows everything about an area: its people, its other names, its history."""
    area = await the_one(ctx, args.rest(), "area-try-show")
    return await shown(ctx, area, Audience.ONLY_YOU)


@commands.button("area.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await shown(ctx, await by_id(ctx, pressed(value)), Audience.ONLY_YOU)


async def _page(ctx: Context, page: int, about: str) -> Reply:
    await let_in(ctx)
    areas = await ctx.db.areas.living()
    if about.startswith(OF):
        person_id = pressed(about.removeprefix(OF))
        known = await ctx.db.people.some([person_id])
        whose = "".join(person.name for person in known.values())
        found = [area for area in areas if person_id in (area.owner_id, *area.deputies)]
    else:
        whose = cards.department(ctx.t, about) if about else ""
        found = [
            each for each in areas if not about or _belongs(each.department, about)
        ]
    seen = await viewed(ctx, found)
    return cards.listing(ctx.t, seen, page, about, ctx.now, whose=whose)


def _belongs(of: str | None, about: str) -> bool:
    return of is not None and fold(of) == fold(about)
