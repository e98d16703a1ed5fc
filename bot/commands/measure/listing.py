"""Looking at measures: a list, one with its history, the field's own."""

from collections.abc import Sequence

from bot.arguments import Arguments, fold
from bot.cards import measure as cards
from bot.cards.measure import catalogue as field
from bot.commands.area.at_hand import department
from bot.commands.measure.at_hand import (
    by_id,
    let_in,
    shown,
    the_one,
    visible,
)
from bot.commands.measure.defining import in_catalogue
from bot.commands.measure.holder import called
from bot.commands.measure.setting import says_value, set_
from bot.commands.measure.ways import ways
from bot.context import Context
from bot.messages import Reply
from bot.model.department import DEPARTMENTS
from bot.model.measure import Measure
from bot.model.measure.formulas import BY_KEY
from bot.model.named import find
from bot.model.project import fold_name
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.measure.views import views

commands = Commands()
ALL = frozenset({"", "all", "全部", "所有"})
MINE = frozenset({"mine", "my", "me", "我的", "我"})
LATE = frozenset({"late", "missing", "overdue", "缺失", "未更新", "逾期"})
OPTIONS = (
    "dept",
    "department",
    "部门",
    "role",
    "岗位",
    "area",
    "职责",
    "owner",
    "负责人",
)
NAME = 60


@commands.command(
    *ways("list", zh=("列表", "清单")),
    "measures",
    "measure",
    "kpi",
    "kpis",
    *("metric", "metrics", "指标"),
)
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists measures: everything, yours, somebody's, a department's, those late."""
    await let_in(ctx)
    people = await ctx.find_people(args.people())
    if people:
        return await _page(ctx, 0, f"person:{people[0].id}")
    given = args.option(*OPTIONS)
    kind = args.keyword(*OPTIONS) if given is None else True
    said = tidy(given or args.rest()).strip('"“”')
    about = fold(said)
    if about in ALL:
        return await _page(ctx, 0, "")
    if about in MINE:
        return await _page(ctx, 0, f"person:{ctx.person.id}")
    if about in LATE:
        return await _page(ctx, 0, "late")
    where = department(said) or said
    measures = await visible(ctx)
    if kind or where in DEPARTMENTS:
        return await _page(ctx, 0, where)
    if await _names_several(ctx, measures, said, where):
        return await _page(ctx, 0, where)
    if person := (await called(ctx)).get(about):
        return await _page(ctx, 0, f"person:{person.id}")
    if await says_value(ctx, args.typed):
        return await set_(ctx, Arguments(args.typed, args.now))
    measure = await the_one(ctx, said, "measure-try-show")
    return await shown(ctx, measure)


@commands.button("measure.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """Another page of it."""
    page, _, about = value.partition(":")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 0
    return await _page(ctx, number, tidy(about)[:NAME])


@commands.command(*ways("show", "view", "history", zh=("查看", "详情", "历史", "记录")))
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows one measure: its value, trend, picture, formula and history."""
    measure = await the_one(ctx, args.rest(), "measure-try-show")
    return await shown(ctx, measure)


@commands.button("measure.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await shown(ctx, await by_id(ctx, value))


@commands.command(
    *ways("catalogue", "catalog", "formulas", "formula", zh=("公式", "公式库", "目录"))
)
async def catalogue(ctx: Context, args: Arguments) -> Reply:
    """Shows the field's measures with their formulas: measure catalogue marketing."""
    await let_in(ctx)
    said = tidy(args.rest())
    where = department(said) or ""
    if said and where not in DEPARTMENTS and (found := in_catalogue(ctx, said)):
        return field.one(ctx.t, found)
    return field.listing(ctx.t, where if where in DEPARTMENTS else "")


@commands.button("measure.catalogue")
async def press_catalogue(ctx: Context, value: str) -> Reply:
    """The same, from a button: a department, or one of them."""
    await let_in(ctx)
    if formula := BY_KEY.get(value):
        return field.one(ctx.t, formula)
    return field.listing(ctx.t, value if value in DEPARTMENTS else "")


async def _page(ctx: Context, page: int, about: str) -> Reply:
    measures = await visible(ctx)
    found = await _among(ctx, measures, about) if about else measures
    shown_ = await views(ctx.db, found, ctx.now)
    if about == "late":
        shown_ = [each for each in shown_ if each.standing.silent is not None]
    named = about
    if about == "late":
        named = ctx.t("measure-list-late")
    elif about.startswith("person:"):
        ids = [int(about[7:])] if about[7:].isdigit() and len(about) < 20 else []
        people = await ctx.db.people.some(ids)
        named = next((each.name for each in people.values()), "")
    return cards.listing(ctx.t, shown_, page, about, named)


async def _among(
    ctx: Context, measures: Sequence[Measure], about: str
) -> Sequence[Measure]:
    """Those of a person, a department, a role or an area."""
    if about == "late":
        return measures
    if about.startswith("person:"):
        return [each for each in measures if f"person:{each.owner_id}" == about]
    areas = {each.id for each in find(await ctx.db.areas.living(), about)[:5]}
    wanted, alike = fold(about), {each.id for each in find(measures, about)}
    return [
        each
        for each in measures
        if fold(each.department or "") == wanted
        or (each.role and fold(each.role) == wanted)
        or each.area_id in areas
        or each.id in alike
    ]


async def _names_several(
    ctx: Context, measures: Sequence[Measure], said: str, where: str
) -> bool:
    """Whether it is the name of a group of them rather than of one."""
    found = find(measures, said)
    if fold_name(said) in {fold_name(name) for each in found for name in each.names}:
        return False
    return len(found) != 1 and bool(await _among(ctx, measures, where))
