"""Words about oneself: away, back, settings."""

import re
from dataclasses import replace
from datetime import date, datetime, time
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
from bot.model.absence import Days, back_on
from bot.model.people import FormStyle, Hours, Person
from bot.registry import Commands
from bot.rituals.standup_plan import REPLAN
from bot.rituals.task_work import REPLAN as REPLAN_TASKS
from bot.zones import close_zones, find_zone

commands = Commands()
UNTIL = re.compile(r"^(?:until|till|to|through|-|–|到|至|直到)\s*", re.IGNORECASE)
SPAN = re.compile(
    r"\s+(?:to|until|till|through|-|–|—)\s+|\s*(?:到|至)\s*", re.IGNORECASE
)
FROM = re.compile(r"^(?:from|since|从|自)\s*", re.IGNORECASE)
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
    days, reason = _days(args, ctx.today)
    return await _go(ctx, days, reason)


@commands.command("back", "我回来了", "回来了", "销假")
async def back(ctx: Context, args: Arguments) -> Reply:
    """Ends the absence that runs today."""
    ended = await ctx.db.absences.end(ctx.person.id, ctx.today)
    return cards_people.back(ctx.t, was_away=ended > 0)


@commands.button("people.away")
async def press_away(ctx: Context, value: str) -> Reply:
    """Opens the form for an absence."""
    return Reply(cards_people.away_form(ctx.t, ctx.today))


@commands.button("people.back")
async def press_back(ctx: Context, value: str) -> Reply:
    """Ends the absence from a button."""
    return await back(ctx, Arguments("", ctx.local))


@commands.form("people.away")
async def fill_away(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the form; what is wrong is said beside the field."""
    days = Days(_day(values, "first"), _day(values, "last"))
    if problem := _problem(days, ctx.today):
        raise FieldErrors({"last": problem})
    return await _go(ctx, days, str(values.get("reason") or "").strip())


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
    if not values.get("days"):
        wrong["days"] = FieldError("settings-no-days")
    if wrong or zone is None:
        raise FieldErrors(wrong)
    language = str(values.get("language") or ctx.person.language)
    person = replace(
        ctx.person,
        language=language,
        own_language=language,
        zone=zone,
        own_zone=zone,
        hours=Hours(start, end, frozenset(int(day) for day in values["days"] or ())),
        reminders=_chosen(values.get("reminders"), ctx.person.reminders),
        forms=_chosen(values.get("forms"), ctx.person.forms),
    )
    await _save(ctx, person)
    await keep_where(ctx, values)
    return cards_people.settings_saved(ctx.words(person.language, person.zone), person)


async def _save(ctx: Context, person: Person) -> None:
    """Keeps the settings; what is planned by this person's clock is planned anew."""
    await ctx.db.people.save(person)
    await ctx.db.jobs.put(REPLAN, {ctx.organization.id: ctx.now})
    await ctx.db.jobs.put(REPLAN_TASKS, {person.id: ctx.now})


async def _go(ctx: Context, days: Days, reason: str) -> Reply:
    if problem := _problem(days, ctx.today):
        raise UsageError(problem.key, try_this=f"{ctx.command} away friday to monday")
    await ctx.db.absences.add(ctx.person.id, days.first, days.last, reason[:200])

    def works(day: date) -> bool:
        country, own_days = ctx.organization.country, ctx.person.hours.days
        return ctx.calendar.is_working_day(day, country, own_days)

    return cards_people.away(ctx.t, days, back_on(days, works), reason[:200])


def _days(args: Arguments, today: date) -> tuple[Days, str]:
    """The days meant, and the rest as the reason. Only "until" given: from today."""
    since, after = _halves(args)
    first = since.dates()
    until = _from_then(after, first, args.now) if after else None
    last = until.dates() if until else ()
    if not first and not last:
        raise UsageError("away-no-date", try_this="away friday to monday")
    reason = " ".join(part.rest() for part in (since, until) if part)
    reason = FROM.sub("", reason).strip(" ,，。.")
    if last and first:
        return Days(first[0].due.day, last[-1].due.day), reason
    only = (last or first)[-1]
    until_it = bool(last) or bool(UNTIL.match(only.text))
    return Days(today if until_it else only.due.day, only.due.day), reason


def _halves(args: Arguments) -> tuple[Arguments, str]:
    """What stands before and after the word between two days."""
    parts = SPAN.split(args.typed, maxsplit=1)
    if len(parts) == 1:
        return args, ""
    return Arguments(parts[0], args.now), parts[1]


def _from_then(words: str, first: tuple[Found, ...], now: datetime) -> Arguments:
    """The words, read on the first day: friday to monday is the monday after it."""
    if not first:
        return Arguments(words, now)
    day = first[0].due.day
    return Arguments(words, now.replace(year=day.year, month=day.month, day=day.day))


def _problem(days: Days, today: date) -> FieldError | None:
    if not days.in_order:
        return FieldError("away-wrong-order")
    if days.last < today:
        return FieldError("away-past")
    return FieldError("away-too-long") if days.too_long else None


def _day(values: Values, name: str) -> date:
    try:
        return date.fromisoformat(str(values.get(name) or ""))
    except ValueError:
        raise FieldErrors({name: FieldError("away-no-date")}) from None


def _time(values: Values, name: str) -> time:
    try:
        return time.fromisoformat(str(values.get(name) or ""))
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
    known = {"en": "en", "english": "en", "英文": "en", "英语": "en"} | dict.fromkeys(
        ("zh", "chinese", "中文", "汉语"), "zh"
    )
    if language := known.get(typed.strip().casefold()):
        return language
    raise UsageError("language-unknown", try_this="settings language 中文", typed=typed)
