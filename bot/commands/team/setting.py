"""What an admin says of somebody: their manager, departments, work (PEERS P09)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.arguments import Arguments, fold
from bot.cards import team as cards
from bot.cards.area import department
from bot.commands.team.ways import ways
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.messages import Reply
from bot.model.department import find_department
from bot.model.onboarding.passage import Passage, Was
from bot.model.people import Person
from bot.model.roster import read_departments
from bot.model.team import KINDS, TITLE_LIMIT, TeamFacts, WorkKind, ring
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.onboarding.changing import role_changed
from bot.rituals.standup.plan import REPLAN

commands = Commands()
MANAGER = ("manager", "经理", "上级", "主管")
PARTS = {
    **dict.fromkeys(MANAGER, "manager"),
    **dict.fromkeys(("departments", "department", "dept", "部门"), "departments"),
    **dict.fromkeys(("kind", "works", "方式", "工作方式", "类型"), "kind"),
    **dict.fromkeys(("role", "title", "职位", "岗位", "职务"), "title"),
}
PART = re.compile(
    rf"(?:^|(?<=\s))({'|'.join(sorted(PARTS, key=len, reverse=True))})\s*[:：]?\s+",
    re.IGNORECASE,
)
NONE = frozenset({"none", "nobody", "off", "无", "没有"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be said of a person; None for what stays."""

    departments: tuple[str, ...] | None = None
    manager: Person | None = None
    no_manager: bool = False
    title: str | None = None
    kind: WorkKind | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is."""
        return self == Wish()


@commands.command(*ways("set", "edit", "change", zh=("设置", "修改")), admin=True)
async def set_(ctx: Context, args: Arguments) -> Reply:
    """Says of somebody: team set @Li manager @Anna departments data kind remote."""
    leads = args.people_after(*MANAGER)
    whos = args.people()
    name, said = _named(args.rest())
    if whos and name:
        raise UsageError("team-set-word", word=name[:TITLE_LIMIT])
    if len(whos) + bool(name) != 1 or len(leads) > 1:
        raise UsageError("team-set-who", try_this=ctx.t("team-try-set"))
    person = await (ctx.filled_person(name) if name else ctx.find_person(whos[0]))
    lead = said.pop("manager", "")
    wish = replace(_read(said), no_manager=bool(lead) and fold(lead) in NONE)
    if leads:
        wish = replace(wish, manager=await ctx.find_person(leads[0]))
    elif lead and not wish.no_manager:
        wish = replace(wish, manager=await ctx.filled_person(lead))
    if wish.empty:
        raise UsageError("team-set-what", try_this=ctx.t("team-try-set"))
    await check_ring(ctx, person, wish.manager)
    passage = await keep(ctx, person, wish)
    line = ctx.t.line("team-set-done", who=person.name)
    return cards.done(line, cards.follows(ctx.t, [passage] if passage else []))


@commands.command(*ways("head", "lead", zh=("主管", "负责人")), admin=True)
async def head(ctx: Context, args: Arguments) -> Reply:
    """Says who heads a department: team head marketing @Anna, or none."""
    whos = args.people()
    words = tidy(args.rest()).removeprefix("of ").split()
    person = None
    if not whos and (split := _behind(words)):
        person = await ctx.filled_person(" ".join(words[split:]))
        words = words[:split]
    nobody = bool(words) and fold(words[-1]) in NONE
    name = " ".join(words[:-1] if nobody else words)
    where = find_department(name) or await _known(ctx, name)
    if len(whos) > 1 or not (whos or nobody or person):
        raise UsageError("team-head-who", try_this=ctx.t("team-try-head"))
    said = {"department": department(ctx.t, where)}
    if nobody:
        await ctx.db.team.head(where, None)
        return cards.done(ctx.t.line("team-head-none", **said))
    person = person or await ctx.find_person(whos[0])
    await ctx.db.team.head(where, person.id)
    return cards.done(ctx.t.line("team-head-done", who=person.name, **said))


def _behind(words: list[str]) -> int:
    """Where a name begins behind the longest department; 0 for none."""
    if fold(words[-1] if words else "") in NONE:
        return 0
    ends = range(len(words) - 1, 0, -1)
    return next((end for end in ends if find_department(" ".join(words[:end]))), 0)


async def check_ring(ctx: Context, person: Person, manager: Person | None) -> None:
    """Nobody leads who leads them. Raises UsageError with the ring by name."""
    if manager is None:
        return
    everyone = {each.id: each for each in await ctx.db.people.everyone()}
    managers = {id: each.manager_id for id, each in everyone.items()}
    if person.id == manager.id:
        raise UsageError("team-ring-self", who=person.name)
    if found := ring(person.id, manager.id, managers):
        names = " → ".join(everyone[id].name for id in found if id in everyone)
        raise UsageError("team-ring", ring=names)


async def keep(ctx: Context, person: Person, wish: Wish) -> Passage | None:
    """Writes what is wished; who does something else now is to be decided about."""
    known = (await ctx.db.team.facts()).get(person.id, TeamFacts())
    was = Was(person.departments, person.manager_id, known.title)
    if wish.departments is not None:
        await ctx.db.people.save(replace(person, departments=wish.departments))
        # A stand-up of the department may ask them sooner than anybody before.
        await ctx.db.jobs.put(REPLAN, {person.organization_id: ctx.now})
    if wish.manager or wish.no_manager:
        leads = wish.manager.id if wish.manager else None
        await ctx.db.team.lead(person.id, leads)
    if wish.title is not None or wish.kind is not None:
        title = known.title if wish.title is None else wish.title
        known = TeamFacts(title, wish.kind or known.kind)
        await ctx.db.team.keep(person.id, known)
    now = await ctx.db.people.get(person.id)
    by = ctx.person.id
    return await role_changed(ctx.db, was, now, known.title, ctx.now, by)


def _named(text: str) -> tuple[str, dict[str, str]]:
    """The name that stands before everything else, and what is said by its part."""
    pieces = PART.split(f"{text} ")
    return tidy(pieces[0]), {
        PARTS[word.casefold()]: tidy(value).strip('"“”「」')
        for word, value in zip(pieces[1::2], pieces[2::2], strict=True)
    }


def _read(said: Mapping[str, str]) -> Wish:
    kind = KINDS.get(fold(said["kind"])) if "kind" in said else None
    if "kind" in said and kind is None:
        raise UsageError("team-kind-unknown", word=said["kind"][:TITLE_LIMIT])
    title = said.get("title")
    if title is not None and len(title) > TITLE_LIMIT:
        raise UsageError("team-title-long", count=len(title), limit=TITLE_LIMIT)
    where = said.get("departments")
    return Wish(
        departments=None if where is None else _departments(where),
        title="" if title and fold(title) in NONE else title,
        kind=kind,
    )


def _departments(typed: str) -> tuple[str, ...]:
    return () if fold(typed) in NONE else read_departments(typed)


async def _known(ctx: Context, name: str) -> str:
    """A department of somebody's. Raises NotFound."""
    for person in await ctx.db.people.everyone():
        for each in person.departments:
            if fold(each) == fold(name):
                return each
    raise NotFound("team-department-unknown", try_this="team", name=name[:TITLE_LIMIT])
