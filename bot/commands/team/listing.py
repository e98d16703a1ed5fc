"""Looking people up: everybody by department, or one."""

from collections.abc import Sequence

from bot.arguments import Arguments, fold
from bot.cards import team as cards
from bot.cards.team import Beside, Member
from bot.commands.task.at_hand import pressed
from bot.commands.team.ways import ways
from bot.context import Context
from bot.errors import NotFound, UnknownWord
from bot.messages import Reply
from bot.model.department import find_department
from bot.model.people import Person
from bot.model.team import TeamFacts
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.area.presence import presence
from bot.sight import seen_by

commands = Commands()
ALL = frozenset({"", "all", "list", "everybody", "everyone", "全部", "所有", "列表"})
NAME = 60


@commands.command("team", "团队", "who is who", "通讯录", "谁是谁")
async def team(ctx: Context, args: Arguments) -> Reply:
    """Shows who is who: everybody by department, one department, or one person."""
    whos = args.people()
    if whos:
        return await _shown(ctx, await ctx.find_person(whos[0]))
    said = tidy(args.rest())
    about = "" if fold(said) in ALL else find_department(said) or said
    seen = await seen_by(ctx.db, ctx.person)
    known = {name for each in seen for name in _departments(each)}
    if about and about not in known and find_department(about) is None:
        called = [each for each in seen if fold(about) in _names(each)]
        if len(called) == 1:
            return await _shown(ctx, called[0])
        raise UnknownWord("team-unknown", try_this="team", word=about[:NAME])
    return await _page(ctx, seen, 0, about)


def _names(person: Person) -> frozenset[str]:
    """What the person is called: in full, by first name, as in the other chat."""
    first = person.name.split()[:1]
    return frozenset(map(fold, (person.name, *first, *person.also)))


@commands.button("team.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """Another page of it."""
    page, _, about = value.partition(":")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 0
    return await _page(ctx, await seen_by(ctx.db, ctx.person), number, about[:NAME])


@commands.command(*ways("show", "view", zh=("查看", "成员")))
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows one person: their work, their time, how to reach them."""
    whos = args.people()
    if whos:
        return await _shown(ctx, await ctx.find_person(whos[0]))
    said = tidy(args.rest())
    return await _shown(ctx, await ctx.filled_person(said) if said else ctx.person)


@commands.command(
    *ways("admins", zh=("管理员",)), "admins", "who is an admin", "谁是管理员", "管理员"
)
async def admins(ctx: Context, args: Arguments) -> Reply:
    """Who may change what belongs to everybody, on both chats."""
    seen = await seen_by(ctx.db, ctx.person)
    found = await _members(ctx, [each for each in seen if each.is_admin])
    return cards.admins(ctx.t, found, ctx.now)


@commands.button("team.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    found = (await ctx.db.people.some([pressed(value)])).values()
    for person in found:
        return await _shown(ctx, person)
    raise NotFound("team-nobody", try_this="team")


async def _shown(ctx: Context, person: Person) -> Reply:
    """A person, if they are theirs to look up."""
    seen = {each.id for each in await seen_by(ctx.db, ctx.person)}
    if person.id not in seen:
        raise NotFound("team-nobody", try_this="team")
    (member,) = await _members(ctx, [person])
    areas = await ctx.db.areas.living()
    lead = person.manager_id
    leads = await ctx.db.people.some([lead] if lead in seen else [])
    beside = Beside(
        manager=next((each.name for each in leads.values()), ""),
        heads=tuple(
            name for name, id in (await ctx.db.team.heads()).items() if id == person.id
        ),
        owns=tuple(area.name for area in areas if area.owner_id == person.id),
        stands_in=tuple(area.name for area in areas if person.id in area.deputies),
        reached=await _reached(ctx, person),
    )
    return cards.shown(ctx.t, member, beside, ctx.now)


async def _reached(ctx: Context, person: Person) -> tuple[str, ...]:
    """By which chats, and by which address."""
    accounts = await ctx.db.people.accounts(person.id)
    called = (
        f"{ctx.t(f'platform-{each.ref.platform}')}: "
        f"{f'@{each.handle}' if each.handle else each.name or person.name}"
        for each in accounts
    )
    address = (person.email,) if person.email else ()
    return tuple(dict.fromkeys((*called, *address)))


async def _page(ctx: Context, seen: Sequence[Person], page: int, about: str) -> Reply:
    members = await _members(ctx, seen)
    listed = [
        (name, member)
        for member in members
        for name in _departments(member.person) or ("",)
        if not about or name == about
    ]
    listed.sort(key=lambda each: (not each[0], each[0]))
    return cards.listing(ctx.t, listed, page, about, ctx.now)


async def _members(ctx: Context, people: Sequence[Person]) -> list[Member]:
    facts = await ctx.db.team.facts()
    there = await presence(ctx.db, [each.id for each in people], ctx.now)
    return [
        Member(each, facts.get(each.id, TeamFacts()), there.until(each.id))
        for each in people
    ]


def _departments(person: Person) -> tuple[str, ...]:
    return tuple(find_department(name) or name for name in person.departments)
