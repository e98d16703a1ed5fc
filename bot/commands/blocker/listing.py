"""Looking at blockers: lists, and one with everything about it."""

import re
from dataclasses import dataclass

from bot.arguments import Arguments, Who, fold
from bot.cards.blocker import list as cards
from bot.commands.blocker.at_hand import number, pressed, story_of, visible, work
from bot.commands.blocker.ways import ways
from bot.commands.standup.find import seen as seen_standups
from bot.context import Context
from bot.errors import NotFound, UnknownWord, UsageError
from bot.messages import Audience, Reply
from bot.model.blocker import Blocker
from bot.model.standup import same_name
from bot.registry import Commands
from bot.rituals.blocker.views import seen, views

commands = Commands()
MINE = frozenset({"mine", "my", "me", "我的", "我", "自己"})
ALL = frozenset({"", "all", "everything", "everyone", "open", "全部", "所有", "大家"})


# A word that is none of ours, said of one blocker: that is no new one.
NAMED = re.compile(
    r"\S+\s+(?P<id>B\s?[-－–]\s?\d{1,9})\b\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Query:
    """Which list is wanted: everybody's, one's own, a person's or a stand-up's."""

    kind: str = "all"
    id: int = 0

    @classmethod
    def of(cls, value: str) -> "Query":
        """The query a button holds; for anything else, everybody's."""
        kind, _, id = value.partition(":")
        known = kind in ("person", "standup") and pressed(id)
        if known:
            return cls(kind, known)
        return cls("mine") if value == "mine" else cls()

    @property
    def value(self) -> str:
        """The query as a button holds it."""
        return f"{self.kind}:{self.id}" if self.id else self.kind

    def takes(self, blocker: Blocker, me: int) -> bool:
        """Whether a blocker is in the list."""
        who = me if self.kind == "mine" else self.id
        match self.kind:
            case "mine" | "person":
                return who in (blocker.reporter_id, *blocker.tagged)
            case "standup":
                return blocker.standup_id == self.id
            case _:
                return True


@commands.command("blocker", "blockers", "阻碍", "阻塞")
async def bare(ctx: Context, args: Arguments) -> Reply:
    """Lists what holds people up; with a number, shows that one."""
    found = args.number("B")
    if found is not None and not args:
        return await story_of(ctx, await visible(ctx, found))
    query = await _read(ctx, args) if found is None else None
    if query is None:
        verb = "add" if found is None else "update"
        typed = " ".join(ctx.as_typed(args.typed).split())
        if about := NAMED.match(typed):
            verb, typed = "update", f"{about['id']} {about['rest']}".strip()
        raise UnknownWord(
            "blocker-word-unknown",
            try_this=f"blocker {verb} {typed}"[:200],
            sentence="blocker add" if found is None and not about else "",
        )
    return await _listed(ctx, query, Audience.ONLY_YOU)


@commands.command(*ways("list", "ls", zh=("列表", "清单")))
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists open blockers: all, mine, @who or a stand-up's."""
    query = await _read(ctx, args)
    if query is None:
        raise UsageError("blocker-list-unknown", try_this="blocker list mine")
    return await _listed(ctx, query, Audience.ONLY_YOU)


@commands.button("blocker.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """Shows another list in place of this one."""
    return await _listed(ctx, Query.of(value), Audience.REPLACE)


@commands.command(*ways("show", "view", "info", "open", zh=("查看", "详情", "显示")))
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows everything about a blocker: who helps, what was said."""
    wanted = number(ctx, args, "blocker-try-show")
    return await story_of(ctx, await visible(ctx, wanted))


@commands.button("blocker.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await story_of(ctx, await visible(ctx, pressed(value)))


async def _read(ctx: Context, args: Arguments) -> Query | None:
    """The list the words ask for; None when they ask for none."""
    people = await ctx.find_people(args.people())
    words = fold(args.rest())
    if people and not words:
        return Query("person", people[0].id)
    if words in ALL or words in MINE:
        return Query("mine" if words in MINE else "all")
    name = same_name(args.rest())
    known = await seen_standups(ctx)
    exact = [each for each in known if same_name(each.name) == name]
    begins = [each for each in known if same_name(each.name).startswith(name)]
    if found := exact or begins:
        return Query("standup", found[0].id)
    try:
        return Query("person", (await ctx.find_person(Who(args.rest()))).id)
    except NotFound as wrong:
        if wrong.key == "person-ambiguous":
            raise
        return None


async def _listed(ctx: Context, query: Query, audience: Audience) -> Reply:
    everything = await ctx.db.blockers.all()
    wanted = [each for each in everything if query.takes(each, ctx.person.id)]
    shown = await seen(ctx.db, ctx.person, ctx.here, wanted)
    heading = ctx.t.line("blocker-list-title", what=await _what(ctx, query))
    return cards.listing(
        await views(work(ctx), shown),
        ctx.t,
        query=query.value,
        heading=heading,
        audience=audience,
    )


async def _what(ctx: Context, query: Query) -> str:
    """The query in the reader's words; what they may not know of is not named."""
    match query.kind:
        case "person":
            people = await ctx.db.people.some([query.id])
            return people[query.id].name if query.id in people else ""
        case "standup":
            known = {each.id: each.name for each in await seen_standups(ctx)}
            return known.get(query.id, "")
        case kind:
            return ctx.t(f"blocker-list-{kind}")
