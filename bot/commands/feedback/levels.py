"""What is promised to customers: how soon they are answered and helped (PEERS H07)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards.feedback import levels as cards
from bot.cards.feedback import promising as forms
from bot.commands.feedback.promised import (
    SHOWN,
    TRY,
    read_length,
    read_level,
    read_severity,
)
from bot.commands.feedback.ways import ways
from bot.commands.task.at_hand import account_of
from bot.context import Context
from bot.errors import (
    FieldError,
    FieldErrors,
    NotAllowed,
    UsageError,
    UserError,
)
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.feedback import Runs, ServiceLevel, Severity
from bot.model.people import Person, Role
from bot.registry import Commands
from bot.rituals.feedback.levels import PROMISED

commands = Commands()
OFF = frozenset({"off", "none", "no", "nothing", "无", "关闭", "取消", "没有"})
ESCALATE = ("escalate to", "escalate", "then", "升级给", "升级", "超时通知", "通知")
SEVERITIES = {each.value: each for each in Severity}


@commands.command(*ways("promise", "sla", zh=("承诺", "时限", "服务承诺")))
async def promise(ctx: Context, args: Arguments) -> Reply:
    """Promises: feedback promise blocking answer 15m solve 4h escalate @Anna. Who may
    not, and says no more than that, sees what is promised.
    """
    if not args and not ctx.person.is_admin:
        return await promises(ctx, args)
    if not args:
        return await _form(ctx, Severity.BLOCKING)
    _check_right(ctx)
    return await _promised(ctx, await _level(ctx, args))


@commands.command(*ways("promises", "slas", zh=("承诺列表", "所有承诺")))
async def promises(ctx: Context, args: Arguments) -> Reply:
    """Shows what is promised to customers."""
    levels = await ctx.db.feedback.rules.levels()
    names = await _names(ctx, levels)
    how = ctx.typed(ctx.t(TRY))
    zoned = ctx.words(ctx.t.language, ctx.organization.zone)
    card = cards.promises(zoned, levels, names, how, may=ctx.person.is_admin)
    return Reply(card, Audience.ONLY_YOU)


@commands.button("feedback.promise")
async def press_promise(ctx: Context, value: str) -> Reply:
    """Opens the form with everything that is promised by now."""
    return await _form(ctx, SEVERITIES.get(value, Severity.BLOCKING))


@commands.form("feedback.promise")
async def fill_promise(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what is promised for as bad as the form says."""
    _check_right(ctx)
    severity = SEVERITIES.get(str(values.get("severity") or ""))
    if severity is None:
        raise FieldErrors({"severity": FieldError("feedback-promise-severity")})
    return await _promised(ctx, await _filled(ctx, values, severity))


async def _form(ctx: Context, severity: Severity) -> Reply:
    _check_right(ctx)
    known = {each.severity: each for each in await ctx.db.feedback.rules.levels()}
    people: dict[int, str] = {}
    for level in known.values():
        if level.escalate_to:
            account = await account_of(ctx, level.escalate_to)
            people[level.escalate_to] = account or f"person:{level.escalate_to}"
    names = await _names(ctx, tuple(known.values()))
    return Reply(forms.promise(ctx.t, known, severity, people, names))


async def _promised(ctx: Context, level: ServiceLevel) -> Reply:
    await ctx.db.feedback.rules.promise(level)
    await ctx.db.jobs.put(PROMISED, {ctx.organization.id: ctx.now})
    names = await _names(ctx, [level])
    return Reply(cards.kept(ctx.t, level, names), Audience.ONLY_YOU)


async def _level(ctx: Context, args: Arguments) -> ServiceLevel:
    """What was typed. Raises UsageError, and says how it is said."""
    again = ctx.t(TRY)
    whom = await ctx.find_people((*args.people_after(*ESCALATE), *args.people()))
    if len(whom) > 1:
        raise UsageError("feedback-promise-one", try_this=again)
    _check_person(whom, again)
    severity, words = read_severity(fold(args.rest()), again)
    if words in OFF:
        return ServiceLevel(severity)
    level = read_level(severity, words, again)
    return replace(level, escalate_to=whom[0].id if whom else None)


async def _filled(ctx: Context, values: Values, severity: Severity) -> ServiceLevel:
    """What the form says of one. Raises FieldErrors."""

    def named(name: str) -> str:
        return f"{name}-{severity.value}"

    wrong: dict[str, FieldError] = {}
    runs = Runs.ALWAYS if values.get(named("hours")) == Runs.ALWAYS else Runs.WORK
    times: dict[str, int | None] = {}
    for name in ("answer", "solve"):
        try:
            times[name] = _length(values, named(name), runs)
        except UsageError as problem:
            wrong[named(name)] = FieldError(problem.key, problem.values)
    people: tuple[Person, ...] = ()
    try:
        people = await ctx.filled_people(values.get(named("escalate")) or ())
        _check_person(people, "")
    except UserError as problem:
        wrong[named("escalate")] = FieldError(problem.key, problem.values)
    answer, solve = times.get("answer"), times.get("solve")
    if answer and solve and answer > solve:
        wrong[named("answer")] = FieldError("feedback-promise-order")
    if wrong:
        raise FieldErrors(wrong)
    return ServiceLevel(severity, answer, solve, people[0].id if people else None, runs)


def _length(values: Values, name: str, runs: Runs) -> int | None:
    """The minutes in a field; None where nothing is promised. Raises UsageError."""
    typed = fold(str(values.get(name) or ""))
    if not typed or typed in OFF:
        return None
    minutes, rest = read_length(typed, runs)
    if rest.strip():
        raise UsageError("feedback-promise-length", typed=typed[:SHOWN])
    return minutes


def _check_right(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")


def _check_person(whom: Sequence[Person], again: str) -> None:
    """Who hears of it is one of us. Raises UsageError."""
    for person in whom:
        if person.role is Role.GUEST:
            name = person.name
            raise UsageError("feedback-promise-guest", try_this=again, name=name)


async def _names(ctx: Context, levels: Sequence[ServiceLevel]) -> Mapping[int, str]:
    ids = [each.escalate_to for each in levels if each.escalate_to]
    return {id: one.name for id, one in (await ctx.db.people.some(ids)).items()}
