"""Values, targets and periods in words, each in its reader's language."""

from decimal import Decimal

from babel.dates import format_skeleton
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
)

from bot.messages import Line
from bot.model.measure import (
    Cadence,
    Confidence,
    Direction,
    Measure,
    Target,
    Unit,
    Value,
)
from bot.model.measure.periods import Period, period_of
from bot.ports import Translate

MINUS, NOTHING = "\u2212", "—"
SIGNS = {Confidence.GREEN: "🟢", Confidence.YELLOW: "🟡", Confidence.RED: "🔴"}
HOUR = 60
SYMBOLS = {Unit.MINUTES: "min", Unit.HOURS: "h", Unit.DAYS: "d"}
COMPACT, HUNDRED = Decimal(10_000), Decimal(100)


def value(t: Translate, measure: Measure, number: Decimal | None) -> str:
    """A value with its unit; "—" where nothing could be divided."""
    if number is None:
        return NOTHING
    match measure.unit:
        case Unit.MONEY:
            return _money(t, number, measure.currency)
        case Unit.PERCENT:
            return f"{figures(t, number)}%"
        case Unit.MINUTES:
            return _minutes(t, number)
        case Unit.HOURS | Unit.DAYS:
            return t(f"measure-{measure.unit.value}", value=figures(t, number))
        case Unit.COUNT | Unit.SCORE:
            return figures(t, number)


def figures(t: Translate, number: Decimal) -> str:
    """A number as its reader writes it, with no more digits than anybody reads."""
    fine = "#,##0.##" if abs(number) >= 1 or not number else "#,##0.####"
    said = str(format_decimal(number, fine, locale=t.language))
    return said.replace("-", MINUS)


def short(t: Translate, measure: Measure, number: Decimal | None) -> str:
    """The same for a picture, where there is little room: its unit is said once."""
    if number is None:
        return NOTHING
    if abs(number) >= COMPACT:
        said = format_compact_decimal(number, locale=t.language, fraction_digits=1)
        return str(said).replace("-", MINUS)
    brief = figures(
        t, number.quantize(Decimal(1)) if abs(number) >= HUNDRED else number
    )
    return f"{brief}%" if measure.unit is Unit.PERCENT else brief


def short_unit(measure: Measure) -> str:
    """The unit by its sign, in any language; "" where values say it, or have none."""
    return SYMBOLS.get(measure.unit, measure.currency)


def change(t: Translate, measure: Measure, number: Decimal) -> str:
    """How much more or less: "+0.3 pp", "−€ 120"."""
    size = abs(number)
    sign = "+" if number > 0 else MINUS if number else "±"
    if measure.unit is Unit.PERCENT:
        return sign + t("measure-points", value=figures(t, size))
    return sign + value(t, measure, size)


def arrow(number: Decimal) -> str:
    """Where it went."""
    return "↑" if number > 0 else "↓" if number else "→"


def target(t: Translate, measure: Measure) -> str:
    """What is to be reached; "" where nothing is."""
    aim = measure.target
    if aim is None:
        return ""
    if not aim.given:
        return t(f"measure-aim-{aim.direction.value}")
    return t(f"measure-target-{_kind(aim)}", **_ends(t, measure, aim))


def against(t: Translate, measure: Measure, gap: Decimal) -> str:
    """How far it is off: "0.1 pp over the target"."""
    if not gap:
        return t("measure-met")
    far = change(t, measure, abs(gap)).removeprefix("+")
    return t("measure-over" if gap > 0 else "measure-under", far=far)


def confidence(t: Translate, given: Confidence | None) -> str:
    """A sign and its word: colours alone say nothing to who sees few of them."""
    if given is None:
        return ""
    return f"{SIGNS[given]} {t(f'measure-confidence-{given.value}')}"


def period(t: Translate, measure: Measure, found: Period) -> str:
    """A day, "9 – 15 Nov", "October 2026", "Q4 2026"."""
    match measure.cadence:
        case Cadence.DAILY:
            return t.day(found.first)
        case Cadence.WEEKLY:
            first, last = (
                t("trend-day", day=day.day, month=day.month)
                for day in (found.first, found.last)
            )
            return t("trend-span", first=first, last=last)
        case Cadence.MONTHLY:
            return str(format_skeleton("yMMMM", found.first, locale=t.language))
        case Cadence.QUARTERLY:
            number = str((found.first.month + 2) // 3)
            year = str(found.first.year)
            return t("measure-quarter", number=number, year=year)


def period_short(t: Translate, measure: Measure, found: Period) -> str:
    """The same for a picture: the day on which a week begins, the month."""
    if measure.cadence is Cadence.MONTHLY:
        return str(format_skeleton("MMM", found.first, locale=t.language))
    if measure.cadence is Cadence.QUARTERLY:
        return f"Q{(found.first.month + 2) // 3}"
    return t("trend-day", day=found.first.day, month=found.first.month)


def period_said(t: Translate, measure: Measure, said: Value) -> str:
    """The period a value is about."""
    return period(t, measure, period_of(measure.cadence, said.first))


def formula(t: Translate, measure: Measure) -> str:
    """How it is reckoned; what the catalogue says is said in the reader's language."""
    return t(f"measure-how-{measure.key}") if measure.key else measure.formula


def trap(t: Translate, measure: Measure) -> str:
    """What to mind, where the catalogue knows."""
    return t(f"measure-trap-{measure.key}") if measure.key else ""


def parts(t: Translate, said: Value) -> str:
    """What it was divided from: "24 / 1,000"."""
    if said.numerator is None or said.denominator is None:
        return ""
    return f"{figures(t, said.numerator)} / {figures(t, said.denominator)}"


def example(t: Translate, measure: Measure) -> str:
    """A value that can be taken."""
    if measure.unit is Unit.MONEY:
        return _money(t, Decimal(12500), measure.currency)
    return t(f"measure-example-{measure.unit.value}")


def quoted(measure: Measure) -> str:
    """The name as it is typed in a command."""
    return f'"{measure.name}"' if " " in measure.name else measure.name


def silent(t: Translate, measure: Measure, days: int, last: Value | None) -> Line:
    """That there is none, in place of a number that is too old (PEERS J13)."""
    if last is None:
        return t.line("measure-silent-never", days=days)
    old = value(t, measure, last.value)
    when = period_said(t, measure, last)
    return t.line("measure-silent", days=days, value=old, period=when)


def _kind(aim: Target) -> str:
    if aim.direction is Direction.BAND or (
        aim.low is not None and aim.high is not None
    ):
        return Direction.BAND.value
    return "low" if aim.low is not None else "high"


def _ends(t: Translate, measure: Measure, aim: Target) -> dict[str, str]:
    ends = {"low": aim.low, "high": aim.high}
    return {
        name: value(t, measure, end) for name, end in ends.items() if end is not None
    }


def _money(t: Translate, number: Decimal, currency: str) -> str:
    whole = number == number.to_integral()
    pattern = "¤#,##0" if whole else "¤#,##0.00"
    said = format_currency(
        number, currency, pattern, locale=t.language, currency_digits=False
    )
    return str(said).replace("-", MINUS).replace("\u00a0", " ")


def _minutes(t: Translate, number: Decimal) -> str:
    if abs(number) < HOUR:
        return t("measure-minutes", value=figures(t, number))
    hours, rest = divmod(abs(number), HOUR)
    sign = MINUS if number < 0 else ""
    if not round(rest):
        return sign + t("measure-hours", value=figures(t, hours))
    return sign + t(
        "measure-time",
        hours=figures(t, hours),
        minutes=figures(t, Decimal(round(rest))),
    )


def typed_target(measure: Measure) -> str:
    """The target as it can be typed again, in any language."""
    aim = measure.target
    if aim is None or not aim.given:
        return ""
    low, high = (None if end is None else f"{end:f}" for end in (aim.low, aim.high))
    if low is not None and high is not None:
        return f"{low}–{high}"
    return f"≥ {low}" if low is not None else f"≤ {high}"
