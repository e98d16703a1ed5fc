"""Taking what was said away as a file: only for who answers for it (PEERS A36)."""

import asyncio
import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.arguments import Arguments
from bot.cards.standup import export as cards
from bot.commands.standup.find import by_name, gone, number, visible
from bot.commands.standup.history import known
from bot.commands.standup.queries import read_query
from bot.commands.standup.report import reading_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, NotFound, UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.absence import Days
from bot.model.draft import Opener
from bot.model.people import Person
from bot.model.sheet import ROWS, FileKind
from bot.model.standup import Occurrence, Standup
from bot.model.standup.history import EVER, Reading
from bot.registry import Commands
from bot.rituals.standup.lookup import everything

commands = Commands()
KIND = re.compile(
    r"(?:(?:as|to|in)\s+)?(?<![a-z0-9])(?:an?\s+)?(?P<kind>csv|xlsx?|excel)(?![a-z0-9])"
    r"|(?P<table>表格|电子表格)",
    re.IGNORECASE,
)


@commands.command("standup export", "export standup", "站会 导出")
async def export(ctx: Context, args: Arguments) -> Reply:
    """The answers as a file: `standup export Daily csv last month`."""
    kind, typed = file_kind(args.typed)
    standups = await known(ctx)
    query = await read_query(ctx, Arguments(typed, ctx.local), standups)
    chosen = [each for each in standups if each.id == query.standup_id]
    if chosen and query.words:
        raise UsageError("export-words", typed=query.words)
    if not chosen:
        named = Arguments(query.words, ctx.local)
        chosen = [await by_name(ctx, named, "export", _more(kind, query.days))]
    return await _exported(ctx, chosen[0], kind, query.days, query.person_id)


@commands.button("standup.export")
async def press_export(ctx: Context, value: str) -> Reply:
    """Opens the form: what kind of file, of which days."""
    which, _, rest = value.partition(":")
    standup = await _by_number(ctx, which)
    await _reading(ctx, standup)
    kind, days = _of_value(rest)
    return Reply(cards.form(ctx.t, standup, kind, days, value))


@commands.form("standup.export")
async def fill_export(ctx: Context, values: Values, state: str) -> Reply:
    """Makes the file."""
    standup = await _by_number(ctx, state)
    first, last = filled_day(values, "first"), filled_day(values, "last")
    days = Days(first or EVER.first, last or EVER.last) if first or last else None
    if days and not days.in_order:
        raise FieldErrors({"last": FieldError("standup-span-order")})
    kind, _ = file_kind(str(values.get("kind") or ""))
    return await _exported(ctx, standup, kind, days)


async def _exported(
    ctx: Context,
    standup: Standup,
    kind: FileKind,
    days: Days | None,
    person_id: int | None = None,
) -> Reply:
    reading = await _reading(ctx, standup)
    occurrences = await ctx.db.standups.history.days([standup.id], days)
    size = await ctx.db.standups.history.size([each.id for each in occurrences])
    if size > ROWS:
        raise UsageError(
            "export-many",
            try_this=ctx.t("export-try-less", name=standup.name),
            count=size,
            limit=ROWS,
        )
    takes = _takes(ctx, reading, person_id)
    lines = await everything(ctx.db, reading, occurrences, takes)
    file = await asyncio.to_thread(cards.sheet, ctx.t, standup, lines, kind)
    if not file.rows:
        raise await _nothing(ctx, reading, occurrences)
    opener = Opener("standup.export", f"{standup.id}{_more(kind, days)}")
    card = cards.exported(ctx.t, standup, file, opener)
    return Reply(card, Audience.ONLY_YOU)


def _takes(
    ctx: Context, reading: Reading, person_id: int | None
) -> Callable[[Person], bool]:
    """Whose answers are in it: managers get those of their reports."""
    everybody = reading.standup.may_change(ctx.person)

    def takes(about: Person) -> bool:
        theirs = everybody or about.manager_id == ctx.person.id
        return theirs and person_id in (None, about.id)

    return takes


async def _reading(ctx: Context, standup: Standup) -> Reading:
    """This person before the stand-up. Raises NotAllowed for who answers neither for
    it nor for anybody in it.
    """
    leads = any(
        person.manager_id == ctx.person.id for person in await ctx.db.people.everyone()
    )
    if not standup.may_change(ctx.person) and not leads:
        owner = await ctx.db.people.get(standup.owner_id)
        raise NotAllowed(
            "export-not-yours",
            try_this=ctx.t("export-try-own", name=standup.name),
            name=standup.name,
            owner=owner.name,
        )
    return await reading_of(ctx, standup)


async def _nothing(
    ctx: Context, reading: Reading, occurrences: Sequence[Occurrence]
) -> NotAllowed | NotFound:
    """There was nothing in those days, or nothing for this person to read."""
    name = reading.standup.name
    if not occurrences or reading.answers_for_it:
        return NotFound("export-nothing", name=name)
    owner = await ctx.db.people.get(reading.standup.owner_id)
    return NotAllowed("export-unreadable", name=name, owner=owner.name)


async def _by_number(ctx: Context, value: str) -> Standup:
    """The stand-up a button or form is about, archived or not."""
    found = await ctx.db.standups.get(number(value))
    if found is None or not await visible(ctx, [found]):
        raise gone(ctx)
    return found


def file_kind(text: str) -> tuple[FileKind, str]:
    """What kind of file, and the other words."""
    match = KIND.search(text)
    if match is None:
        return FileKind.XLSX, text
    csv = (match["kind"] or "").casefold() == "csv"
    kind = FileKind.CSV if csv else FileKind.XLSX
    return kind, f"{text[: match.start()]} {text[match.end() :]}".strip()


def _more(kind: FileKind, days: Days | None) -> str:
    """What stands behind the number in a button's value."""
    if days is None:
        return f":{kind}"
    return f":{kind}:{days.first.isoformat()}:{days.last.isoformat()}"


def _of_value(rest: str) -> tuple[FileKind, Days | None]:
    parts = (*rest.split(":"), "", "")
    kind, _ = file_kind(parts[0])
    try:
        days = Days(date.fromisoformat(parts[1]), date.fromisoformat(parts[2]))
    except ValueError:
        return kind, None
    return kind, days


def filled_day(values: Values, name: str) -> date | None:
    """The day in a form's field. Raises FieldErrors."""
    given = values.get(name)
    if not given:
        return None
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise FieldErrors(
            {name: FieldError("date-unknown", {"typed": str(given)[:40]})}
        ) from None
