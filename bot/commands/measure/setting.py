"""Values reported: in a sentence, in a form, or one after the other (J02, J05)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.arguments import QUOTED, Arguments
from bot.cards import measure as cards
from bot.cards.measure import forms, words
from bot.commands.measure.at_hand import (
    changeable,
    leading,
    let_in,
    living,
    narrow,
    refusal,
    said_of,
    the_one,
    work,
)
from bot.commands.measure.ways import ways
from bot.commands.measure.when import read_period, take_period
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError, UserError
from bot.events import Values
from bot.messages import Audience, Form, Reply
from bot.model.expression import expression
from bot.model.measure import NOTE_LIMIT, Confidence, Measure, Value
from bot.model.measure.periods import Period, period_of
from bot.model.measure.reading import HERE, Amount, NotAValue, read
from bot.model.measure.standing import day_of, meant, wanted
from bot.model.measure.written import read_first
from bot.model.numerals import SPELLED
from bot.model.text import shows, tidy, tidy_lines
from bot.registry import Commands
from bot.rituals.measure.duty import waiting_for
from bot.rituals.measure.views import view
from bot.sight import restricted

commands = Commands()
SAID = {
    Confidence.GREEN: r"green|on track|绿色|绿灯|绿|🟢|✅",
    Confidence.YELLOW: r"yellow|amber|orange|at risk|黄色|黄灯|黄|🟡|⚠️?",
    Confidence.RED: r"red|off track|红色|红灯|红|🔴",
}
SURE = expression(
    "|".join(f"(?P<{each.value}>{words_})" for each, words_ in SAID.items()), re.I
)
BETWEEN = expression(
    r"(?:[\s:：=,，、;；。]|(?:is|was|are|to|at|as|now)\b|现在|目前|更新为|为|是|到)+",
    re.IGNORECASE,
)
DATED = expression(r"20\d\d(?:[-/年]|\s*-?[WwQq]\d)|\d{1,2}\s*[月周季]|[QqWw]\d|第")
WORD = expression(r"\S+")
WORDED = expression(rf"{SPELLED.pattern}(?=\s|$)")  # 三百二十


@dataclass(frozen=True, slots=True)
class Reported:
    """What one sentence says of a value; None for what it does not speak of."""

    value: str = ""
    confidence: Confidence | None = None
    period: Period | None = None
    note: str = ""


@commands.command(
    *ways("set", "update", "report", "log", zh=("更新", "填写", "上报", "录入"))
)
async def set_(ctx: Context, args: Arguments) -> Reply:
    """Reports a value: measure set refund rate 2.4% green "sizes fixed"."""
    await let_in(ctx)
    if not args:
        return await _steps(ctx, "")
    typed = await ctx.readable(args.typed)
    measure, rest = await leading(ctx, typed)
    if measure is None:
        name, rest = _apart(typed)
        measure = await the_one(ctx, name, "measure-try-set")
    measure = await changeable(ctx, await living(ctx, str(measure.id)))
    said = _sentence(ctx, measure, rest)
    if not said.value and not said.confidence and not said.period and not said.note:
        return Reply(await _form(ctx, measure, None, ()))
    if not said.value:  # a word that is none
        first, _, rest = said.note.partition(" ")
        said = replace(said, value=first, note=rest.strip())
    amount = _amount(ctx, measure, said.value)
    values = await _values(ctx, measure)
    period = said.period or meant(measure, values, ctx.now)
    return await _reported(ctx, measure, period, amount, said.confidence, said.note)


async def says_value(ctx: Context, typed: str) -> bool:
    """Whether the words are a measure's name with a number or a confidence behind."""
    plain = narrow(typed)
    if not (any(map(str.isdigit, plain)) or SURE.search(plain)):
        return False
    if await restricted(ctx.db, ctx.person):
        return False
    measure, rest = await leading(ctx, typed)
    text = narrow(rest)
    text = text[_match(BETWEEN, text) :]
    return measure is not None and bool(HERE.match(text) or SURE.match(text))


@commands.button("measure.set")
async def press_set(ctx: Context, value: str) -> Reply:
    """Opens the form, for one period where the button names it."""
    measure = await changeable(ctx, await living(ctx, value))
    return Reply(await _form(ctx, measure, _period_in(ctx, measure, value), ()))


@commands.command(*ways("due", "next", "step", zh=("待更新", "待填写", "待填", "填报")))
async def due(ctx: Context, args: Arguments) -> Reply:
    """Goes through your values that are missing, one after the other."""
    await let_in(ctx)
    return await _steps(ctx, "")


@commands.button("measure.step")
async def press_step(ctx: Context, value: str) -> Reply:
    """The same, from the reminder."""
    await let_in(ctx)
    return await _steps(ctx, value)


@commands.form("measure.set")
async def fill_set(ctx: Context, values: Values, state: str) -> Reply:
    """Takes a value; goes on to the next where several are missing. What is left empty
    is skipped then.
    """
    here, *rest = state.split(",")
    measure = await changeable(ctx, await living(ctx, here))
    asked = _period_in(ctx, measure, here)
    filled = _filled(ctx, measure, values, asked, optional=bool(rest))
    reply = None
    if filled is not None:
        period, amount, confidence, note = filled
        reply = await _reported(ctx, measure, period, amount, confidence, note)
    return await _on(ctx, [each for each in rest if each != "."], reply, bool(rest))


async def _on(
    ctx: Context, rest: list[str], reply: Reply | None, stepping: bool
) -> Reply:
    """The next of several, else what became of the last."""
    waiting = {each.id: each for each in await waiting_for(ctx.db, ctx.person, ctx.now)}
    for number, id in enumerate(rest):
        if id.isascii() and id.isdigit() and int(id) in waiting:
            left = (*rest[number + 1 :], ".")
            measure = waiting[int(id)]
            return Reply(await _form(ctx, measure, wanted(measure, ctx.now), left))
    if reply is not None and not stepping:
        return reply
    if waiting:
        return cards.done(ctx.t.line("measure-steps-left", count=len(waiting)))
    return cards.done(ctx.t.line("measure-steps-done"))


async def _steps(ctx: Context, first: str) -> Reply:
    """The first form of those that are missing."""
    waiting = list(await waiting_for(ctx.db, ctx.person, ctx.now))
    if not waiting:
        return cards.done(ctx.t.line("measure-steps-none"))
    waiting.sort(key=lambda each: str(each.id) != first)
    measure, *others = waiting
    rest = (*(str(each.id) for each in others), ".")
    return Reply(await _form(ctx, measure, wanted(measure, ctx.now), rest))


async def _form(
    ctx: Context, measure: Measure, period: Period | None, rest: tuple[str, ...]
) -> Form:
    values = await _values(ctx, measure)
    period = period or meant(measure, values, ctx.now)
    known = await ctx.db.measures.values.standing(measure.id, period.first)
    return forms.value(ctx.t, measure, period, known, rest)


async def _reported(
    ctx: Context,
    measure: Measure,
    period: Period,
    amount: Amount,
    confidence: Confidence | None,
    note: str,
) -> Reply:
    new = Value(
        measure_id=measure.id,
        first=period.first,
        value=amount.value,
        numerator=amount.numerator,
        denominator=amount.denominator,
        confidence=confidence,
        note=note[:NOTE_LIMIT],
        person_id=ctx.person.id,
        at=ctx.now,
    )
    before = await work(ctx).report(new)
    found = await view(ctx.db, measure, ctx.now)
    first = [new, *(each for each in found.values if each.first != new.first)]
    card = cards.said(ctx.t, replace(found, values=tuple(first)), before)
    return Reply(card, Audience.ONLY_YOU)


def _sentence(ctx: Context, measure: Measure, typed: str) -> Reported:
    """Confidence, period and value in any order; what is left is the sentence."""
    quotes = [
        next(filter(None, found.groups()), "") for found in QUOTED.finditer(typed)
    ]
    rest = QUOTED.sub(" ", typed)
    said = Reported()
    while rest.strip():
        rest = rest[_match(BETWEEN, rest) :]
        step = _one(ctx, measure, rest, said)
        if step is None:
            break
        said, rest = step
    note = tidy_lines("\n".join((*quotes, rest.strip())).strip())
    return replace(said, note=note.lstrip(":：,，- ").strip())


def _one(
    ctx: Context, measure: Measure, rest: str, said: Reported
) -> tuple[Reported, str] | None:
    """What the words begin with, and the words behind it."""
    text = narrow(rest)
    sure = SURE.match(text)
    if sure and not said.confidence and not _glued(text, sure.end()):
        return replace(said, confidence=Confidence(sure.lastgroup or "")), rest[
            sure.end() :
        ]
    dated = DATED.match(text)
    value = None if dated and not said.value else HERE.match(text) or WORDED.match(text)
    if value and not said.value:
        return replace(said, value=text[: value.end()]), rest[value.end() :]
    if not said.period and (found := take_period(text, measure, ctx)):
        return replace(said, period=found[0]), rest[found[1] :]
    return None


def _glued(text: str, end: int) -> bool:
    """Whether a word goes on: "reduced" is no red."""
    return text[end - 1 : end].isascii() and text[end : end + 1].isalnum()


def _apart(typed: str) -> tuple[str, str]:
    """The name and what follows it, of a measure that is not known by all of it."""
    for word in WORD.finditer(typed):
        if word.start() and (HERE.match(narrow(word[0])) or SURE.fullmatch(word[0])):
            return typed[: word.start()], typed[word.start() :]
    return typed, ""


def _amount(ctx: Context, measure: Measure, typed: str) -> Amount:
    try:
        return read(typed, measure.unit, measure.currency, ratio=measure.ratio)
    except NotAValue as wrong:
        word = WORD.match(typed.strip())
        said = typed if HERE.match(narrow(typed)) else word[0] if word else ""
        raise refusal(ctx, wrong, measure, said) from wrong


def _filled(
    ctx: Context,
    measure: Measure,
    values: Values,
    asked: Period | None,
    *,
    optional: bool,
) -> tuple[Period, Amount, Confidence | None, str] | None:
    """What the fields hold; None where the value is skipped. Raises FieldErrors."""
    wrong: dict[str, FieldError] = {}
    typed = tidy(str(values.get("value") or ""))
    if not typed and optional:
        return None
    amount, period = None, asked
    try:
        amount = _read(measure, typed)
    except NotAValue as problem:
        like = words.example(ctx.t, measure)
        said = said_of(measure, problem, typed[:40], like)
        wrong["value"] = FieldError(problem.key, said)
    try:
        period = _period_of(ctx, measure, str(values.get("period") or ""), asked)
    except UserError as problem:
        wrong["period"] = FieldError(problem.key, problem.values)
    note = tidy_lines(str(values.get("note") or ""))
    if len(note) > NOTE_LIMIT:
        limit = {"limit": NOTE_LIMIT, "count": len(note)}
        wrong["note"] = FieldError("measure-note-long", limit)
    if wrong or amount is None or period is None:
        raise FieldErrors(wrong)
    sure = str(values.get("confidence") or "")
    known = Confidence(sure) if sure in list(Confidence) else None
    return period, amount, known, note if shows(note) else ""


def _read(measure: Measure, typed: str) -> Amount:
    return read(typed, measure.unit, measure.currency, ratio=measure.ratio)


def _period_of(
    ctx: Context, measure: Measure, typed: str, asked: Period | None
) -> Period:
    """The period that is named, else the one that was asked for."""
    today = day_of(measure, ctx.now)
    if not shows(typed):
        return asked or period_of(measure.cadence, today)
    try:
        return read_first(typed, measure, today)
    except UsageError as wrong:
        if wrong.key != "measure-period-unknown":
            raise
        return read_period(narrow(tidy(typed)), measure, ctx)


def _period_in(ctx: Context, measure: Measure, value: str) -> Period | None:
    """The period that a button names behind the measure's id."""
    _, _, day = value.partition(":")
    if not day:
        return None
    try:
        return read_first(day, measure, day_of(measure, ctx.now))
    except UsageError:
        return None


async def _values(ctx: Context, measure: Measure) -> Sequence[Value]:
    found = await ctx.db.measures.values.newest([measure.id], 3)
    return found.get(measure.id, ())


def _match(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
