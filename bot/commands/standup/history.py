"""What was said in stand-ups: by person, by day, by words (PEERS A35)."""

from bot.arguments import Arguments
from bot.cards.standup import history as cards
from bot.commands.standup.find import gone, visible
from bot.commands.standup.queries import held, of_value, read_query
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Audience, Bold, Line, Reply
from bot.model.standup import Standup
from bot.model.standup.history import Cursor, Entry, Page, Query, Reading
from bot.registry import Commands
from bot.rituals.standup.lookup import look_up

commands = Commands()
DOT = " · "


@commands.command("standup history", "history standup", "站会 历史", "站会 回顾")
async def history(ctx: Context, args: Arguments) -> Reply:
    """What was said: `standup history Daily @Li last month parcels`."""
    standups = await known(ctx)
    query = await read_query(ctx, args, standups)
    people = await ctx.db.people.some((query.person_id,)) if query.person_id else {}
    named = next((person.name for person in people.values()), "")
    return await _page(ctx, standups, query, None, named)


@commands.button("standup.history")
async def press_history(ctx: Context, value: str) -> Reply:
    """Another page, from a button."""
    query, cursor = of_value(value)
    standups = await known(ctx)
    if query.standup_id and query.standup_id not in {each.id for each in standups}:
        raise gone(ctx)
    return await _page(ctx, standups, query, cursor)


async def known(ctx: Context) -> list[Standup]:
    """Every stand-up of whose past the person may know, the archived ones last."""
    found = await visible(ctx, await ctx.db.standups.ever())
    if not found:
        raise NotFound("standup-none", try_this=ctx.t("help-example-standup"))
    return found


async def readings_of(ctx: Context, standups: list[Standup]) -> dict[int, Reading]:
    """This person before each of them."""
    listed = await ctx.db.standups.listed(ctx.person.id)
    return {
        each.id: Reading(
            each, ctx.person, each.asks(ctx.person, listed=each.id in listed)
        )
        for each in standups
    }


async def _page(
    ctx: Context,
    standups: list[Standup],
    query: Query,
    cursor: Cursor | None,
    named: str = "",
) -> Reply:
    page = await look_up(ctx.db, await readings_of(ctx, standups), query, cursor)
    view = cards.HistoryView(
        page,
        await _about(ctx, standups, query, page, named),
        query.words,
        _button(query, page, newer=True),
        _button(query, page, newer=False),
        several=query.standup_id is None and len(standups) > 1,
    )
    return Reply(cards.history(ctx.t, view), Audience.ONLY_YOU)


def _button(query: Query, page: Page, *, newer: bool) -> str:
    """What leads to the page before or after; nothing where there is none."""
    there = page.newer if newer else page.older
    if not there:
        return ""
    if not page.entries:
        return held(query)  # what was there is gone: back to the first page
    edge = page.entries[0] if newer else page.entries[-1]
    return held(query, Cursor(edge.place, newer=newer))


async def _about(
    ctx: Context, standups: list[Standup], query: Query, page: Page, typed: str
) -> Line:
    """ "Daily · 1 Feb – 28 Feb · Li Wei · “parcels”". Nobody is named by a number
    alone, as buttons hold it, but who was `typed`.
    """
    names = {each.id: each.name for each in standups}
    parts: list[Line] = []
    if query.standup_id:
        parts.append((Bold(names[query.standup_id]),))
    else:
        parts.append((ctx.t("history-all"),))
    named = [each.name for each in page.entries if isinstance(each, Entry)]
    if query.person_id and (named or typed):
        parts.append((named[0] if named else typed,))
    if days := query.days:
        first, last = ctx.t.day(days.first), ctx.t.day(days.last)
        key = "history-day" if days.one else "history-days"
        parts.append(ctx.t.line(key, first=first, last=last))
    if query.words:
        parts.append(ctx.t.line("history-words", words=query.words))
    line = parts[0]
    for part in parts[1:]:
        line = (*line, DOT, *part)
    return line
