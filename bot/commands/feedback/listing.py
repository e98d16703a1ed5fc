"""Looking at feedback: lists, and one with everything about it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards.feedback import FeedbackView
from bot.cards.feedback import list as cards
from bot.cards.feedback.counted import described
from bot.commands.feedback.at_hand import (
    number,
    passed_on,
    pressed,
    story_of,
    visible,
)
from bot.commands.feedback.progress import take
from bot.commands.feedback.sentence import STEPS
from bot.commands.feedback.wanted import OPENED, OVER, read_wanted, with_words
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Reply
from bot.model.feedback import OPEN, Feedback, Kind, Severity, State
from bot.registry import Commands
from bot.rituals.feedback.sight import triages
from bot.rituals.feedback.views import views

commands = Commands()
WORDS = {
    "": "open", "open": "open", "all": "open", "未关闭": "open", "全部": "open",
    "处理中": "open", "new": "new", "新": "new", "新的": "new", "待处理": "new",
    "own": "own", "mine": "mine", "my": "mine", "me": "mine", "我的": "mine",
    "我负责的": "mine",
    "sent": "sent", "from me": "sent", "我提交的": "sent", "我发的": "sent",
    "blocking": "blocking", "urgent": "blocking", "阻断": "blocking",
    "紧急": "blocking", "closed": "closed", "done": "closed", "已关闭": "closed",
    "已完成": "closed", "overdue": "overdue", "late": "overdue", "超时": "overdue",
    "逾期": "overdue", "超时的": "overdue",
}  # fmt: skip
SKU_ONLY = re.compile(r"(?:by )?(?:sku|product|商品|货号)\s*[:：]?\s*(\S{1,100})")
MANY = 500
HELD = 200  # characters in a button


@commands.command(*ways("list", zh=("列表", "清单")))
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists feedback: open, new, mine, sent, blocking, overdue, closed, of one step
    (cart) or product (sku:CUP-1), or what several such words name together.
    """
    if query := _query(fold(args.rest())):
        return await _listed(ctx, query)
    if found := await _named(ctx, args):
        return found
    again, ways = "feedback list open", passed_on(ctx)
    raise UsageError("feedback-list-unknown", try_this=again, ways=ways)


@commands.command(*ways("mine"), "my feedback", "my feedbacks", "我的反馈", "我的客诉")
async def own(ctx: Context, args: Arguments) -> Reply | None:
    """Lists what you sent and what is yours; with a number, makes that yours."""
    return await (take(ctx, args) if args else own_list(ctx))


@commands.button("feedback.list")
async def press_list(ctx: Context, value: str) -> Reply:
    """The same, from a picker; what was counted, from a button."""
    if value in WORDS:
        return await _listed(ctx, WORDS[value])
    found = await _named(ctx, Arguments(value[:HELD], ctx.local), words=True)
    return found or await _listed(ctx, "open")


@commands.command(*ways("show", "view", zh=("查看", "详情")))
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows everything about one."""
    found, _ = await visible(ctx, number(ctx, args, "feedback-try-show"))
    return await story_of(ctx, found, Audience.ONLY_YOU)


@commands.button("feedback.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    found, _ = await visible(ctx, pressed(value))
    return await story_of(ctx, found, Audience.ONLY_YOU)


def _query(typed: str) -> str:
    """What the words ask for; "" where nobody knows."""
    if typed in WORDS:
        return WORDS[typed]
    if typed in STEPS:
        return f"step:{STEPS[typed]}"
    named = SKU_ONLY.fullmatch(typed)
    return f"sku:{named[1].upper()}" if named else ""


async def own_list(ctx: Context) -> Reply:
    """What they sent, and what is theirs to see to."""
    return await _listed(ctx, "own")


async def _listed(ctx: Context, query: str) -> Reply:
    desk = await triages(ctx.db, ctx.person, ctx.here)
    seen: dict[int, FeedbackView] = {}
    for each in ("mine", "sent") if query == "own" else (query,):
        seen |= {view.feedback.id: view for view in await _seen(ctx, each, desk=desk)}
    kind, _, what = query.partition(":")
    title = ctx.t(f"feedback-step-{what}") if kind == "step" else what or query
    return cards.listing(tuple(seen.values()), ctx.t, title)


async def _named(ctx: Context, args: Arguments, *, words: bool = False) -> Reply | None:
    """What the words name together; None where they name nothing. `words` takes what
    nobody knows as customers' own.
    """
    asked = await read_wanted(ctx, args)
    asked = with_words(asked) if words else asked
    if asked.left:
        return None
    desk = await triages(ctx.db, ctx.person, ctx.here)
    me = None if desk else ctx.person.id
    wanted = asked.wanted if desk else replace(asked.wanted, sender_id=me)
    praised = wanted.kind is Kind.PRAISE  # what nobody has to do anything about
    if not (wanted.states or asked.days or wanted.words or praised):
        wanted = replace(wanted, states=OPENED)
    first = asked.oldest or (not asked.days and wanted.states == OPENED)
    found = await ctx.db.feedback.wanted.those(wanted, MANY, oldest=first)
    shown = await views(ctx.db, found, whole=True, voices_of=me)
    owner = shown[0].owner if shown and wanted.owner_id else ""
    title = described(ctx.t, wanted, asked.days, owner)
    oldest = found[0] if asked.oldest and found else None
    return cards.listing(shown, ctx.t, title, oldest=oldest)


async def _seen(ctx: Context, query: str, *, desk: bool) -> Sequence[FeedbackView]:
    """One list, each with as much of it as they may read."""
    found = await _found(ctx, query, desk=desk)
    sent = not desk and query != "mine"  # what they sent themselves is theirs to read
    me = ctx.person.id if sent else None
    return await views(ctx.db, found, whole=desk or sent, voices_of=me)


async def _found(ctx: Context, query: str, *, desk: bool) -> list[Feedback]:
    """What they asked for, as far as it is theirs to see: what keeps customers from
    buying first, then what waits longest; of what is over the newest.
    """
    find, me = ctx.db.feedback.where, ctx.person.id
    states = {"new": (State.NEW,), "closed": OVER}.get(query, tuple(OPEN))
    if query == "overdue":
        late = await ctx.db.feedback.figures.overdue(MANY)
        return [each for each in late if desk or me in each.senders]
    if query == "mine":
        return list(await find(states=states, owner_id=me, by_need=True))
    if query == "sent" or not desk:
        every = tuple(OPEN | set(OVER)) if query == "sent" else states
        found = list(await find(states=every, sender_id=me, by_need=True))
    else:
        found = list(await find(states=states, by_need=True))
    kind, _, what = query.partition(":")
    if kind == "step":
        found = [each for each in found if each.facts.step == what]
    if kind == "sku":
        found = [each for each in found if each.facts.sku == what]
    if query == "blocking":
        found = [each for each in found if each.facts.severity is Severity.BLOCKING]
    return found
