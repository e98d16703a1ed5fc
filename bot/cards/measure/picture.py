"""A measure's last periods as a small picture, and the same in words."""

from collections.abc import Sequence
from decimal import Decimal

from bot.cards.measure import words
from bot.model.drawing import Bar, Drawing, SeriesImage
from bot.model.measure import Measure, Value
from bot.model.measure.periods import recent
from bot.model.measure.standing import Standing
from bot.ports import Translate

COLUMNS = 6
SCALE = 1000


def drawing(
    t: Translate, measure: Measure, values: Sequence[Value], standing: Standing
) -> Drawing:
    """One column a period; one without a value is empty."""
    by_first = {each.first: each for each in values}
    periods = recent(measure.cadence, standing.period.first, COLUMNS)
    found = [by_first.get(each.first) for each in periods]
    aims = _aims(measure)
    values_ = [each.value or Decimal(0) for each in found if each]
    most = max((*values_, *aims), default=Decimal(0))
    bars = tuple(
        Bar(
            name=words.period_short(t, measure, period),
            value=words.short(t, measure, each.value if each else None),
            height=_height(each.value if each else None, most),
        )
        for period, each in zip(periods, found, strict=True)
    )
    last = words.period(t, measure, periods[-1])
    unit = words.short_unit(measure)
    image = SeriesImage(
        t("measure-drawing"),
        f"{unit} · {last}" if unit else last,
        bars,
        tuple(_height(aim, most) for aim in aims),
        " – ".join(words.short(t, measure, aim) for aim in aims),
    )
    return Drawing(image, _told(t, measure, [each for each in found if each]))


def _aims(measure: Measure) -> tuple[Decimal, ...]:
    """What is to be reached, as far as a column can."""
    aim = measure.target
    ends = (aim.low, aim.high) if aim else ()
    return tuple(end for end in ends if end is not None and end > 0)


def _height(number: Decimal | None, most: Decimal) -> int:
    """How tall it is, of a thousand."""
    if number is None or number <= 0 or most <= 0:
        return 0
    return max(int(number * SCALE / most), 1)


def _told(t: Translate, measure: Measure, found: Sequence[Value]) -> str:
    """Everything that the picture says."""
    said = tuple(
        f"{words.period_said(t, measure, each)} {words.value(t, measure, each.value)}"
        for each in found
    )
    return t("measure-drawn", measure=measure.name, values=t.items(said))
