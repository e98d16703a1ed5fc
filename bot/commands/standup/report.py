"""How a stand-up went over its last weeks (PEERS A34)."""

from datetime import date

from bot.arguments import Arguments
from bot.cards.standup import report as cards
from bot.commands.blocker.at_hand import work
from bot.commands.standup import find
from bot.commands.standup.find import by_name, by_number
from bot.commands.standup.queries import leading
from bot.commands.standup.spans import take_span
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Reply
from bot.model.absence import Days
from bot.model.standup import Standup
from bot.model.standup.history import Reading
from bot.model.standup.stats import Attendance, by_person
from bot.registry import Commands
from bot.rituals.blocker.views import seen, views
from bot.rituals.standup.trend import Past, away_in, next_week, past_of

commands = Commands()
USUAL, MOST = 4, 26  # weeks


@commands.command("standup stats", "standup statistics", "站会 统计")
async def stats(ctx: Context, args: Arguments) -> Reply:
    """How a stand-up went: `standup stats Daily 12 weeks`."""
    standup, text = leading(args.typed, await find.seen(ctx))
    days, rest = take_span(text, ctx.local)
    weeks = _weeks(ctx, days) if days else USUAL
    if standup is None or rest.strip():
        named = Arguments(rest if standup is None else args.typed, ctx.local)
        standup = await by_name(ctx, named, "report", f":{weeks}")
    return await report_of(ctx, standup, weeks)


@commands.button("standup.report")
async def press_report(ctx: Context, value: str) -> Reply:
    """The same from a button: of so many weeks."""
    which, _, count = value.partition(":")
    known = count.isascii() and count.isdigit() and len(count) < 3
    weeks = min(max(int(count), 1), MOST) if known else USUAL
    return await report_of(ctx, await by_number(ctx, which), weeks)


async def report_of(ctx: Context, standup: Standup, weeks: int) -> Reply:
    """The report as this person may see it."""
    crew = work(ctx)
    past = await past_of(crew, standup, weeks)
    reading = await reading_of(ctx, standup)
    mine = await seen(ctx.db, ctx.person, ctx.here, past.open)
    numbers = by_person(past.days)
    people = await _people(ctx, reading, past)
    view = cards.ReportView(
        standup,
        past.trend,
        await views(crew, mine),
        await away_in(crew, standup, next_week(_today(ctx, standup))),
        numbers.get(ctx.person.id),
        people,
        may_export=standup.may_change(ctx.person) or bool(people),
    )
    return Reply(cards.report(ctx.t, view), Audience.ONLY_YOU)


async def reading_of(ctx: Context, standup: Standup) -> Reading:
    """This person before that stand-up."""
    listed = await ctx.db.standups.listed(ctx.person.id)
    asked = standup.asks(ctx.person, listed=standup.id in listed)
    return Reading(standup, ctx.person, asked)


async def _people(
    ctx: Context, reading: Reading, past: Past
) -> list[tuple[str, Attendance]]:
    """The numbers of people for whom they answer, the lowest share first (A34)."""
    numbers = by_person(past.days)
    known = await ctx.db.people.some(tuple(numbers))
    theirs = [
        (known[id].name, one)
        for id, one in numbers.items()
        if id in known and id != ctx.person.id and reading.may_know(known[id])
    ]
    return sorted(
        theirs, key=lambda each: (each[1].answered / each[1].expected, each[0])
    )


def _today(ctx: Context, standup: Standup) -> date:
    return ctx.now.astimezone(standup.home).date()


def _weeks(ctx: Context, days: Days) -> int:
    """How many weeks reach back to the first of the days."""
    monday = ctx.today.toordinal() - ctx.today.weekday()
    count = (monday - days.first.toordinal() + 6) // 7 + 1
    if count > MOST:
        raise UsageError("report-too-long", limit=MOST)
    return max(count, 1)
