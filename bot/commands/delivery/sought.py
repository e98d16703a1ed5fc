"""Whose or which messages are meant, typed or held by a button."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.arguments import Arguments
from bot.cards.blocker.words import short as short_blocker
from bot.cards.task.words import short as short_task
from bot.commands.blocker.at_hand import visible as visible_blocker
from bot.commands.feedback.at_hand import visible as visible_feedback
from bot.commands.risk.at_hand import visible as visible_risk
from bot.commands.standup.find import number, visible
from bot.commands.standup.queries import read_query
from bot.commands.task.at_hand import visible as visible_task
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.model.delivery import Delivery
from bot.model.receipt import Sought
from bot.model.standup import Occurrence, Standup

LATELY = timedelta(days=7)
DAY_WORDS = ("standup", "stand-up", "站会")
KINDS = frozenset({"task", "blocker", "feedback", "risk", "day", "person", "one"})


@dataclass(frozen=True, slots=True)
class Query:
    """The messages about a task, a blocker, feedback, a risk or a stand-up's day, those
    to a person, or one of them; `page` counts from 0.
    """

    kind: str
    id: int
    page: int = 0

    @classmethod
    def of(cls, value: str) -> "Query":
        """The query a button holds; nothing that there is, for anything else."""
        kind, _, rest = value.partition(":")
        id, _, page = rest.partition(":")
        return cls(kind if kind in KINDS else "one", number(id), min(number(page), 999))

    def held(self, page: int = 0) -> str:
        """The query as a button holds it."""
        return f"{self.kind}:{self.id}:{page}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a query looks for, and what that is called."""

    query: Query
    sought: Sought
    title: str
    one: Delivery | None = None


def allow(ctx: Context) -> None:
    """Receipts are for admins. Raises NotAllowed."""
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")


async def read(ctx: Context, args: Arguments) -> Query:
    """What the words mean. Raises UsageError or NotFound with an example."""
    if not args:
        raise UsageError("delivery-what", try_this="delivery show T-12")
    typed = args.typed
    if one := await ctx.db.deliveries.get(typed):
        return Query("one", one.id)
    if (wanted := args.number("T")) is not None and not args:
        return Query("task", (await visible_task(ctx, wanted)).id)
    if (wanted := args.number("B")) is not None and not args:
        return Query("blocker", (await visible_blocker(ctx, wanted)).id)
    if (wanted := args.number("F")) is not None and not args:
        return Query("feedback", (await visible_feedback(ctx, wanted))[0].id)
    if (wanted := args.number("R")) is not None and not args:
        return Query("risk", (await visible_risk(ctx, wanted)).id)
    if (wanted := args.number("D")) is not None and not args:
        return Query("one", wanted)
    args = Arguments(typed, ctx.local)
    whos = args.people()
    if whos and not args:
        return Query("person", (await ctx.find_person(whos[0])).id)
    return await _day_or_person(ctx, Arguments(typed, ctx.local))


async def _day_or_person(ctx: Context, args: Arguments) -> Query:
    """A stand-up's day, or a person by a typed name."""
    meant = args.keyword(*DAY_WORDS)
    standups = await visible(ctx, await ctx.db.standups.ever())
    query = await read_query(ctx, args, standups)
    if query.words or not (meant or query.standup_id or query.person_id):
        example = "delivery show standup Daily today"
        raise NotFound("delivery-unknown", try_this=example)
    if query.person_id and not query.standup_id:
        return Query("person", query.person_id)
    standup = next((each for each in standups if each.id == query.standup_id), None)
    if standup is None:
        raise UsageError(
            "delivery-which-standup", try_this="delivery show standup Daily"
        )
    day = query.days.first if query.days else None
    occurrence = await _on(ctx, standup, day)
    if occurrence is None:
        raise NotFound("delivery-no-day", name=standup.name)
    return Query("day", occurrence.id)


async def _on(ctx: Context, standup: Standup, day: date | None) -> Occurrence | None:
    """The day asked for; without one, the latest."""
    days = ctx.db.standups.days
    return await days.on(standup.id, day) if day else await days.last(standup.id)


async def look_up(ctx: Context, query: Query) -> Found:
    """The query with its words; what the reader may not know of is not there."""
    match query.kind:
        case "task":
            return await _of_task(ctx, query)
        case "blocker":
            return await _of_blocker(ctx, query)
        case "feedback":
            return await _of_feedback(ctx, query)
        case "risk":
            return await _of_risk(ctx, query)
        case "day":
            return await _of_day(ctx, query)
        case "person":
            people = await ctx.db.people.some([query.id])
            if query.id not in people:
                raise gone()
            since = ctx.now - LATELY
            sought = Sought(person_id=people[query.id].id, since=since)
            return Found(query, sought, people[query.id].name)
        case _:
            one = await ctx.db.deliveries.receipts.get(query.id)
            if one is None:
                raise gone()
            return Found(query, Sought(), "", one)


def gone() -> NotFound:
    """There is no such message, or none that they may know of."""
    return NotFound("delivery-gone", try_this="delivery failed")


async def _of_task(ctx: Context, query: Query) -> Found:
    task = await ctx.db.tasks.get(query.id)
    if task is None:
        raise gone()
    await visible_task(ctx, task.number)
    return _about(query, task.subject, short_task(task))


async def _of_blocker(ctx: Context, query: Query) -> Found:
    blocker = await ctx.db.blockers.get(query.id)
    if blocker is None:
        raise gone()
    await visible_blocker(ctx, blocker.number)
    return _about(query, blocker.subject, short_blocker(blocker))


async def _of_feedback(ctx: Context, query: Query) -> Found:
    feedback = await ctx.db.feedback.get(query.id)
    if feedback is None:
        raise gone()
    found, _ = await visible_feedback(ctx, feedback.number)
    return _about(query, found.subject, found.short)


async def _of_risk(ctx: Context, query: Query) -> Found:
    risk = await ctx.db.risks.get(query.id)
    if risk is None:
        raise gone()
    await visible_risk(ctx, risk.number)
    return _about(query, risk.subject, risk.short)


async def _of_day(ctx: Context, query: Query) -> Found:
    day = await ctx.db.standups.days.get(query.id)
    standup = await ctx.db.standups.get(day.standup_id) if day else None
    if day is None or standup is None or not await visible(ctx, [standup]):
        raise gone()
    sought = Sought(subject=day.subject, prefix=f"{day.key}:")
    return Found(query, sought, f"{standup.name} · {ctx.t.day(day.day)}")


def _about(query: Query, subject: str, title: str) -> Found:
    """Messages about it, by their subject or by their keys."""
    return Found(query, Sought(subject=subject, prefix=f"{subject}:"), title)
