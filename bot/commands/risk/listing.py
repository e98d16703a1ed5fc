"""Looking at risks: lists by level, owner and category, and one with its story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.arguments import Arguments, Who, fold
from bot.cards.risk import list as cards
from bot.cards.risk import words
from bot.commands.risk import labels
from bot.commands.risk.at_hand import let_in, number, pressed, story_of, visible
from bot.commands.risk.labels import either, kind_of
from bot.commands.risk.ways import ways
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.messages import Audience, Line, Reply
from bot.model.risk import Category, Level, Risk
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.risk.views import seen_by, views

commands = Commands()
SHOWN = 60
LEVELS = {
    "very low": Level.VERY_LOW, "lowest": Level.VERY_LOW, "很低": Level.VERY_LOW,
    "极低": Level.VERY_LOW, "low": Level.LOW, "低": Level.LOW, "medium": Level.MEDIUM,
    "moderate": Level.MEDIUM, "中": Level.MEDIUM, "中等": Level.MEDIUM,
    "high": Level.HIGH, "高": Level.HIGH, "very high": Level.VERY_HIGH,
    "critical": Level.VERY_HIGH, "extreme": Level.VERY_HIGH, "很高": Level.VERY_HIGH,
    "极高": Level.VERY_HIGH, "非常高": Level.VERY_HIGH,
}  # fmt: skip
STATES = {
    "open": "open", "未关闭": "open", "进行中": "open", "closed": "closed",
    "done": "closed", "已关闭": "closed", "关闭": "closed", "all": "all",
    "everything": "all", "全部": "all", "所有": "all", "due": "due", "overdue": "due",
    "late": "due", "到期": "due", "逾期": "due", "已到期": "due",
}  # fmt: skip
MINE = ("mine", "my", "me", "我的", "我")
FILLING = re.compile(
    r"(?<!\w)(?:risks?|level|by|the|our|in|of|owner|category|等级|级别|类别|负责人|风险)"
    r"(?!\w)[:：]?|风险|的(?=\s|$)|(?<!\w)\d+(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Query:
    """Which list is wanted: the open, the closed, those that are due or all; of one
    level, category or owner, if one is named.
    """

    state: str = "open"
    level: str = ""
    category: str = ""
    owner: int = 0

    @classmethod
    def of(cls, value: str, me: int) -> "Query":
        """The query a button holds; for anything else, everything that is open."""
        if value == "mine":
            return cls(owner=me)
        state, level, category, owner, *_ = (*value.split(";"), "", "", "", "")
        return cls(
            state if state in set(STATES.values()) else "open",
            level if level in set(Level) else "",
            category if category in set(Category) else "",
            pressed(owner),
        )

    def value(self, me: int) -> str:
        """The query as a button holds it."""
        if self == Query(owner=me):
            return "mine"
        if self == Query(self.state):
            return self.state
        return f"{self.state};{self.level};{self.category};{self.owner or ''}"

    def takes(self, ctx: Context, risk: Risk) -> bool:
        """Whether a risk is in the list."""
        state = {
            "open": risk.open,
            "closed": not risk.open,
            "due": risk.late(ctx.today),
            "all": True,
        }[self.state]
        return (
            state
            and self.level in ("", risk.level)
            and self.category in ("", risk.category)
            and self.owner in (0, risk.owner_id)
        )


@commands.command(
    *ways(
        *("list", "ls", "register", "top", "matrix", "heatmap", "heat map"),
        zh=("列表", "清单", "登记册", "登记表", "矩阵", "热力图"),
    ),
    "风险清单", "风险登记册",
)  # fmt: skip
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists risks, the gravest first: all, mine, a level, a category, somebody's."""
    await let_in(ctx)
    typed = tidy(ctx.as_typed(args.typed))
    query = await read_query(ctx, args)
    if query is None:
        again = ctx.t("risk-try-list")
        raise UsageError("risk-list-unknown", try_this=again, typed=typed[:SHOWN])
    return await listed(ctx, query, Audience.ONLY_YOU)


@commands.command(*ways("mine", "my", zh=("我的",)), "my risks", "我的风险")
async def mine(ctx: Context, args: Arguments) -> Reply:
    """Lists those that are yours to see to."""
    await let_in(ctx)
    return await listed(ctx, Query(owner=ctx.person.id), Audience.ONLY_YOU)


@commands.button("risk.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """Shows another list, or another page, in place of this one."""
    await let_in(ctx)
    page, _, query = value.partition("|")
    asked = Query.of(query, ctx.person.id)
    return await listed(ctx, asked, Audience.REPLACE, pressed(page))


@commands.command(
    *ways("show", "view", "info", zh=("查看", "详情", "显示")), "查看风险"
)
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows everything about a risk: its rating, its owner, what happened."""
    return await _shown(ctx, number(ctx, args, "risk-try-show"))


@commands.button("risk.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _shown(ctx, pressed(value))


async def _shown(ctx: Context, wanted: int) -> Reply:
    return await story_of(ctx, await visible(ctx, wanted), Audience.ONLY_YOU)


async def read_query(ctx: Context, args: Arguments) -> Query | None:
    """The list the words ask for; None when they ask for none."""
    people = await ctx.find_people(args.people())
    query = Query(owner=people[0].id if people else 0)
    left = fold(FILLING.sub(" ", args.rest()))
    left, level = _taken(left, tuple(LEVELS))
    if level:
        query = replace(query, level=LEVELS[level].value)
    left, state = _taken(left, tuple(STATES))
    if state:
        query = replace(query, state=STATES[state])
    left, my = _taken(left, MINE)
    if my:
        query = replace(query, owner=ctx.person.id)
    left, kind = _taken(left, _KINDS)
    if kind:
        query = replace(query, category=kind_of(kind) or "")
    if not left.strip(" ,，、和and"):
        return query
    return await _of_person(ctx, query, left) if not query.owner else None


async def _of_person(ctx: Context, query: Query, name: str) -> Query | None:
    """Whose list it is, where a name is all that is left."""
    try:
        person = await ctx.find_person(Who(tidy(name)))
    except NotFound as wrong:
        if wrong.key == "person-ambiguous":
            raise
        return None
    return replace(query, owner=person.id)


_KINDS = tuple(word for words_ in labels.CATEGORIES.values() for word in words_)


def _taken(text: str, known: tuple[str, ...]) -> tuple[str, str]:
    """The words without the one of these that they hold, and that one."""
    pattern = re.compile(rf"(?<![a-z0-9])(?:{either(known)})(?![a-z0-9])")
    match = pattern.search(text)
    if match is None:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :]}", match[0]


async def listed(
    ctx: Context, query: Query, audience: Audience, page: int = 0
) -> Reply:
    everything = await seen_by(ctx.db, await ctx.db.risks.all(), ctx.person)
    found = [each for each in everything if query.takes(ctx, each)]
    return cards.listing(
        ctx.t,
        await views(ctx.db, found),
        query=query.value(ctx.person.id),
        heading=await _heading(ctx, query, found),
        page=page,
        audience=audience,
    )


async def _heading(ctx: Context, query: Query, found: Sequence[Risk]) -> Line:
    """What the list is of, in the reader's words."""
    parts = [ctx.t(f"risk-list-{query.state}")]
    if query.level:
        parts.append(words.level(ctx.t, Level(query.level)))
    if query.category:
        parts.append(words.category(ctx.t, Category(query.category)))
    if query.owner:
        people = await ctx.db.people.some([query.owner])
        parts += [person.name for person in people.values()]
    return ctx.t.line("risk-list-title", what=" · ".join(parts), count=len(found))
