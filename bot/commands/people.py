"""Words about oneself: away, back, settings."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from bot.arguments import Arguments
from bot.cards import people as cards_people
from bot.commands.link.where import keep_where, where_fields
from bot.context import Context
from bot.dates import Found
from bot.errors import FieldError, FieldErrors, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.absence import LONGEST, Days, back_on
from bot.model.moments import read_wall
from bot.model.people import FormStyle, Hours, Person
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.standup_plan import REPLAN
from bot.rituals.task_work import REPLAN as REPLAN_TASKS
from bot.zones import close_zones, find_zone

commands = Commands()
UNTIL = re.compile(r"^(?:until|till|to|through|-|–|到|至|直到)\s*", re.IGNORECASE)
SPAN = re.compile(
    r"\s+(?:to|until|till|through|-|–|—)\s+|\s*(?:到|至|~)\s*"
    r"|(?<=[日号號])\s*[-–—]+\s*",
    re.IGNORECASE,
)
BARE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)  # 12 to 20 March
DAY = re.compile(r"^(\d{1,2})\s*[日号號]")  # 3月25日至27日
AND = re.compile(r"^(?:and|和|与|、|&)\s*", re.IGNORECASE)
FROM = re.compile(r"^(?:from|since|从|自)\s*", re.IGNORECASE)
LANGUAGES = {"en": "en", "english": "en", "英文": "en", "英语": "en"} | dict.fromkeys(
    ("zh", "chinese", "中文", "汉语"), "zh"
)
WEEK = {str(day): day for day in range(7)}
S = TypeVar("S", bound=StrEnum)
FORMS = (
    dict.fromkeys(("form", "forms", "表单", "窗口"), FormStyle.FORM)
    | dict.fromkeys(("chat", "conversation", "对话", "聊天"), FormStyle.CONVERSATION)
    | dict.fromkeys(("page", "web", "网页", "页面"), FormStyle.PAGE)
)


@commands.command("away", "请假", "我要请假", "休假", "vacation", "pto", "ooo")
async def away(ctx: Context, args: Arguments) -> Reply:
    """Marks the person away: `away friday`, `away 12 March to 20 March dentist`."""
    if not args:
        return Reply(cards_people.away_form(ctx.t, ctx.today))
    try:
        days, reason = _days(args, ctx.today)
        return await _go(ctx, days, reason)
    except UsageError as wrong:
        wrong.try_this = ctx.t("help-example-away")
        raise


@commands.command("back", "我回来了", "回来了", "销假")
async def back(ctx: Context, args: Arguments) -> Reply:
    """Ends the absence that runs today; of one to come, says how to take it back."""
    me, today = ctx.person.id, ctx.today
    if await ctx.db.absences.end(me, today):
        await ctx.db.deliveries.held.wake(me)
        return cards_people.back(ctx.t)
    coming = await ctx.db.absences.of(me, today)
    days = Days(coming[0].first, coming[0].last) if coming else None
    return cards_people.not_away(ctx.t, days, today)


@commands.button("people.away")
async def press_away(ctx: Context, value: str) -> Reply:
    """Opens the form for an absence."""
    return Reply(cards_people.away_form(ctx.t, ctx.today))


@commands.button("people.back")
async def press_back(ctx: Context, value: str) -> Reply:
    """Ends the absence from a button, or the one that begins on a day to come."""
    try:
        first = date.fromisoformat(value)
    except ValueError:
        first = ctx.today
    if first <= ctx.today:
        return await back(ctx, Arguments("", ctx.local))
    if await ctx.db.absences.end(ctx.person.id, first):
        return cards_people.stays(ctx.t, first)
    return cards_people.not_away(ctx.t, None, ctx.today)


@commands.form("people.away")
async def fill_away(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the form; what is wrong is said beside the field."""
    days = Days(_day(values, "first"), _day(values, "last"))
    if problem := _problem(days, ctx.today):
        raise FieldErrors({"last": problem})
    return await _go(ctx, days, tidy(str(values.get("reason") or "")))


@commands.command("settings", "设置", "preferences", "config")
async def settings(ctx: Context, args: Arguments) -> Reply:
    """Opens the person's own settings; `settings zone Berlin` sets one at once."""
    if args.keyword("zone", "timezone", "time zone", "时区"):
        zone = _zone(ctx, args.rest())
        person = replace(ctx.person, zone=zone, own_zone=zone)
    elif args.keyword("language", "语言"):
        language = _language(args.rest())
        person = replace(ctx.person, language=language, own_language=language)
    elif args.keyword("forms", "表单"):
        person = replace(ctx.person, forms=_forms(args.rest()))
    else:
        return await press_settings(ctx, "")
    await _save(ctx, person)
    return cards_people.settings_saved(ctx.words(person.language, person.zone), person)


@commands.button("people.settings")
async def press_settings(ctx: Context, value: str) -> Reply:
    """Opens the settings from a button."""
    where = await where_fields(ctx)
    return Reply(cards_people.settings_form(ctx.t, ctx.person, where))


@commands.form("people.settings")
async def fill_settings(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the settings; every wrong field is named at once."""
    wrong: dict[str, FieldError] = {}
    zone = find_zone(str(values.get("zone") or ""))
    if zone is None:
        wrong["zone"] = _zone_problem(ctx, str(values.get("zone") or ""))
    start, end = _time(values, "start"), _time(values, "end")
    if start >= end:
        wrong["end"] = FieldError("settings-end-before-start")
    days = frozenset(WEEK[day] for day in values.get("days") or () if day in WEEK)
    if not days:
        wrong["days"] = FieldError("settings-no-days")
    if wrong or zone is None:
        raise FieldErrors(wrong)
    language = LANGUAGES.get(str(values.get("language")), ctx.person.language)
    person = replace(
        ctx.person,
        language=language,
        own_language=language,
        zone=zone,
        own_zone=zone,
        hours=Hours(start, end, days),
        reminders=_chosen(values.get("reminders"), ctx.person.reminders),
        forms=_chosen(values.get("forms"), ctx.person.forms),
    )
    await _save(ctx, person)
    await keep_where(ctx, values)
    return cards_people.settings_saved(ctx.words(person.language, person.zone), person)


async def _save(ctx: Context, person: Person) -> None:
    """Keeps the settings; what is planned by this person's clock is planned anew."""
    await ctx.db.people.save(person)
    await ctx.db.deliveries.held.wake(person.id)
    await ctx.db.jobs.put(REPLAN, {ctx.organization.id: ctx.now})
    await ctx.db.jobs.put(REPLAN_TASKS, {person.id: ctx.now})


async def _go(ctx: Context, days: Days, reason: str) -> Reply:
    if problem := _problem(days, ctx.today):
        raise UsageError(problem.key)
    await ctx.db.absences.add(ctx.person.id, days.first, days.last, reason[:200])

    def works(day: date) -> bool:
        country = ctx.calendar.country(ctx.person.zone, ctx.organization)
        return ctx.calendar.is_working_day(day, country, ctx.person.hours.days)

    return cards_people.away(ctx.t, days, back_on(days, works), reason[:200], ctx.today)


def _days(args: Arguments, today: date) -> tuple[Days, str]:
    """The days meant, and the rest as the reason. Only "until" given: from today."""
    since, after = _halves(args)
    first = since.dates()
    until, last = _end(after, first, args.now)
    if not first and not last:
        raise UsageError("away-no-date")
    start = first[0].due.day if first else today
    if last and not first and (bare := BARE.fullmatch(since.rest())):
        start = _in_month(last[-1].due.day, int(bare[1]))
        since = Arguments("", args.now)
    reason = " ".join(part.rest() for part in (since, until) if part)
    reason = AND.sub("", FROM.sub("", reason)).strip(" ,，、。.")
    if last:
        return Days(start, last[-1].due.day), reason
    if UNTIL.match(first[-1].text):
        return Days(today, first[-1].due.day), reason
    return _listed([one.due.day for one in first]), reason


def _listed(named: list[date]) -> Days:
    """Days that follow each other; those apart are no span, and nobody guesses."""
    named = sorted(set(named))
    if named[-1] - named[0] > timedelta(days=len(named) - 1):
        raise UsageError("away-apart")
    return Days(named[0], named[-1])


def _halves(args: Arguments) -> tuple[Arguments, str]:
    """What stands before and after the word between two days."""
    parts = SPAN.split(args.typed, maxsplit=1)
    if len(parts) == 1:
        return args, ""
    return Arguments(parts[0], args.now), parts[1]


def _end(
    words: str, first: tuple[Found, ...], now: datetime
) -> tuple[Arguments, tuple[Found, ...]]:
    """The words as said today: next monday to next friday. Where that is before the
    first day, as said on it: friday to monday is the monday after it.
    """
    if not words or not first:
        until = Arguments(words, now)
        return until, until.dates()
    day = first[0].due.day
    words = DAY.sub(lambda match: _in_full(day, int(match[1])), words)
    until = Arguments(words, now)
    last = until.dates()
    if last and last[-1].due.day >= day:
        return until, last
    until = Arguments(words, now.replace(year=day.year, month=day.month, day=day.day))
    return until, until.dates()


def _in_full(after: date, day: int) -> str:
    """The day of that month, or of the next where it has passed."""
    month = after.month if day >= after.day else after.month % 12 + 1
    return f"{month}月{day}日"


def _in_month(of: date, day: int) -> date:
    try:
        return of.replace(day=day)
    except ValueError:
        raise UsageError("away-no-date") from None


def _problem(days: Days, today: date) -> FieldError | None:
    if not days.in_order:
        return FieldError("away-wrong-order")
    if days.last < today:
        return FieldError("away-past")
    too_far = days.last - today > 2 * LONGEST
    return FieldError("away-too-long") if days.too_long or too_far else None


def _day(values: Values, name: str) -> date:
    try:
        return date.fromisoformat(str(values.get(name) or ""))
    except ValueError:
        raise FieldErrors({name: FieldError("away-no-date")}) from None


def _time(values: Values, name: str) -> time:
    try:
        return read_wall(str(values.get(name) or ""))
    except ValueError:
        raise FieldErrors({name: FieldError("settings-no-time")}) from None


def _zone(ctx: Context, typed: str) -> str:
    if zone := find_zone(typed):
        return zone
    problem = _zone_problem(ctx, typed)
    raise UsageError(problem.key, try_this="settings zone Berlin", **problem.values)


def _zone_problem(ctx: Context, typed: str) -> FieldError:
    close = close_zones(typed)
    if not close:
        return FieldError("zone-unknown", {"typed": typed})
    return FieldError(
        "zone-unknown-close", {"typed": typed, "close": ctx.t.items(close)}
    )


def _chosen(value: object, otherwise: S) -> S:
    """The choice of a field; what it was where nothing of ours was chosen."""
    known = {str(each): each for each in type(otherwise)}
    return known.get(str(value), otherwise)


def _forms(typed: str) -> FormStyle:
    if style := FORMS.get(typed.strip().casefold()):
        return style
    raise UsageError("forms-unknown", try_this="settings forms chat", typed=typed)


def _language(typed: str) -> str:
    if language := LANGUAGES.get(typed.strip().casefold()):
        return language
    raise UsageError("language-unknown", try_this="settings language 中文", typed=typed)
