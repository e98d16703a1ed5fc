"""A person's own settings: language, zone, hours, reminders, forms."""

from collections import Counter
from dataclasses import replace
from datetime import time
from enum import StrEnum
from typing import TypeVar

from bot.arguments import Arguments, fold
from bot.cards import people as cards_people
from bot.commands.hours import read_hours
from bot.commands.link.where import keep_where, where_fields
from bot.commands.standup.values import brief
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.moments import read_wall
from bot.model.people import FormStyle, Hours, Person, ReminderStyle
from bot.registry import Commands
from bot.rituals.standup.plan import REPLAN
from bot.rituals.task.work import REPLAN as REPLAN_TASKS
from bot.zones import close_zones, find_zone

commands = Commands()
LANGUAGES = {"en": "en", "english": "en", "英文": "en", "英语": "en"} | dict.fromkeys(
    ("zh", "chinese", "中文", "汉语"), "zh"
)
WEEK = {str(day): day for day in range(7)}
S = TypeVar("S", bound=StrEnum)
OFFERED = 4
HOURS = ("hours", "working hours", "work hours", "工时", "工作时间", "上班时间")
FORMS = (
    dict.fromkeys(("form", "forms", "表单", "窗口"), FormStyle.FORM)
    | dict.fromkeys(("chat", "conversation", "对话", "聊天"), FormStyle.CONVERSATION)
    | dict.fromkeys(("page", "web", "网页", "页面"), FormStyle.PAGE)
)


REMINDERS = {
    ReminderStyle.ACTIVE: "active all on standard every full 全部 所有 开 标准",
    ReminderStyle.LIGHT: "light less fewer few due 少 少一点 精简 轻 较少",
    ReminderStyle.MUTED: "muted mute none off no never 不提醒 关 关闭 静音 无",
}


@commands.command("settings", "设置", "preferences", "config")
async def settings(ctx: Context, args: Arguments) -> Reply:
    """Opens the person's own settings; `settings zone Berlin` sets one at once."""
    if args.keyword("zone", "timezone", "time zone", "时区"):
        if not args:
            return await _zones(ctx)
        person = _in_zone(ctx, _zone(ctx, args.rest()))
    elif args.keyword("language", "语言"):
        language = _language(args.rest())
        person = replace(ctx.person, language=language, own_language=language)
    elif args.keyword("forms", "表单"):
        person = replace(ctx.person, forms=_forms(args.rest()))
    elif args.keyword("reminders", "reminder", "提醒") and args:
        style = read_reminders(args.rest(), ctx.t("settings-try-reminders"))
        person = replace(ctx.person, reminders=style)
    elif args.keyword(*HOURS) and args:
        start, end = read_hours(args.rest(), ctx.t("settings-try-hours"))
        hours = replace(ctx.person.hours, start=start, end=end)
        person = replace(ctx.person, hours=hours)
    else:
        return await press_settings(ctx, "")
    await save(ctx, person)
    return cards_people.settings_saved(ctx.words(person.language, person.zone), person)


@commands.button("people.zone")
async def press_zone(ctx: Context, value: str) -> Reply:
    """Takes a zone that was offered."""
    person = _in_zone(ctx, _zone(ctx, value))
    await save(ctx, person)
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
        reminders=_reminders(values.get("reminders"), ctx.person),
        forms=_chosen(values.get("forms"), ctx.person.forms),
    )
    await save(ctx, person)
    await keep_where(ctx, values)
    return cards_people.settings_saved(ctx.words(person.language, person.zone), person)


async def save(ctx: Context, person: Person) -> None:
    """Keeps the settings; what is planned by this person's clock is planned anew."""
    await ctx.db.people.save(person)
    await ctx.db.deliveries.held.wake(person.id)
    await ctx.db.jobs.put(REPLAN, {ctx.organization.id: ctx.now})
    await ctx.db.jobs.put(REPLAN_TASKS, {person.id: ctx.now})


def _time(values: Values, name: str) -> time:
    try:
        return read_wall(str(values.get(name) or ""))
    except ValueError:
        raise FieldErrors({name: FieldError("settings-no-time")}) from None


def _in_zone(ctx: Context, zone: str) -> Person:
    return replace(ctx.person, zone=zone, own_zone=zone)


async def _zones(ctx: Context) -> Reply:
    """The zones people here live in, those of most first (PEERS B12)."""
    everyone = await ctx.db.people.everyone()
    lived = Counter(person.zone for person in everyone)
    lived[ctx.organization.zone] += 1
    others = [zone for zone, _ in lived.most_common() if zone != ctx.person.zone]
    return cards_people.zones(ctx.t, ctx.person, others[:OFFERED], ctx.now)


def _zone(ctx: Context, typed: str) -> str:
    if zone := find_zone(typed):
        return zone
    close = close_zones(typed)
    if not close:
        example = ctx.t("settings-try-zone", zone=ctx.organization.zone)
        raise UsageError("zone-unknown", try_this=example, typed=typed)
    near = ctx.t.either(close)
    example = ctx.t("settings-try-zone", zone=close[0])
    raise UsageError("zone-unknown-close", try_this=example, typed=typed, close=near)


def _zone_problem(ctx: Context, typed: str) -> FieldError:
    close = close_zones(typed)
    if not close:
        return FieldError("zone-unknown", {"typed": typed})
    return FieldError(
        "zone-unknown-close", {"typed": typed, "close": ctx.t.either(close)}
    )


def _chosen(value: object, otherwise: S) -> S:
    """The choice of a field; what it was where nothing of ours was chosen."""
    known = {str(each): each for each in type(otherwise)}
    return known.get(str(value), otherwise)


def _reminders(value: object, person: Person) -> ReminderStyle:
    """What is chosen; who left what the company allows keeps what they wished."""
    chosen = _chosen(value, person.reminders)
    return person.reminders if chosen is person.reminded else chosen


def read_reminders(typed: str, try_this: str) -> ReminderStyle:
    """How often somebody wants to be reminded. Raises UsageError for other words."""
    said = fold(typed)
    for style, words in REMINDERS.items():
        if said in words.split():
            return style
    raise UsageError("reminders-unknown", try_this=try_this, typed=brief(typed))


def _forms(typed: str) -> FormStyle:
    if style := FORMS.get(typed.strip().casefold()):
        return style
    raise UsageError("forms-unknown", try_this="settings forms chat", typed=typed)


def _language(typed: str) -> str:
    if language := LANGUAGES.get(typed.strip().casefold()):
        return language
    raise UsageError("language-unknown", try_this="settings language 中文", typed=typed)
