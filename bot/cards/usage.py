"""What admins see of the platforms' monthly quotas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Code,
    Heading,
    Line,
    Note,
    Paragraph,
    Tone,
)
from bot.model.budget import (
    HOME,
    Basis,
    Budget,
    Mode,
    Standing,
    month_of,
    reopens,
)
from bot.ports import Translate


@dataclass(frozen=True, slots=True)
class View:
    """One budget, how it stands, and the names of what cost most, with their counts."""

    budget: Budget
    stand: Sequence[Standing]
    most: Sequence[tuple[str, int]] = ()


def usage(t: Translate, views: Sequence[View], now: datetime) -> Card:
    """Everything about the month: used, forecast, the last one, saving."""
    blocks: list[Block] = []
    for view in views:
        blocks += _view(t, view, now)
    blocks.append(Note(t.line("usage-note")))
    low = any(view.budget.is_dry(now) or _low(view.stand) for view in views)
    tone = Tone.WARNING if low else Tone.NEUTRAL
    return Card(t.line("usage-title"), tuple(blocks), tone)


def none(t: Translate, platform: str) -> Card:
    """There is no quota to watch."""
    name = t(f"platform-{platform}")
    return Card(t.line("usage-none", platform=name))


def warning(t: Translate, budget: Budget, about: Standing, now: datetime) -> Card:
    """How one kind stands, and what can be done."""
    values = {"platform": t(f"platform-{budget.platform}"), "what": _what(t, about)}
    if about.level:
        title = t.line("usage-warning", percent=about.percent, **values)
    else:
        title = t.line("usage-warning-forecast", **values)
    blocks: tuple[Block, ...] = (
        Paragraph(_used(t, about)),
        Paragraph(t.line("usage-advice")),
        Bullets(tuple(t.line(f"usage-advice-{way}") for way in _ways(budget, now))),
        Buttons(_choices(t, budget, now)),
    )
    return Card(title, blocks, Tone.WARNING)


def dry(t: Translate, budget: Budget, now: datetime) -> Card:
    """Nothing goes any more; when it will, and what can be done."""
    title = t.line(
        "usage-dry", platform=t(f"platform-{budget.platform}"), month=budget.dry
    )
    blocks: list[Block] = [Paragraph(t.line("usage-dry-over"))]
    if budget.is_dry(now):
        day = t.day(reopens(now).astimezone(HOME).date())
        blocks = [Paragraph(t.line("usage-dry-until", day=day)), _again(t)]
    return Card(title, tuple(blocks), Tone.BAD)


def _view(t: Translate, view: View, now: datetime) -> list[Block]:
    budget = view.budget
    name = t(f"platform-{budget.platform}")
    heading = t("usage-heading", platform=name, month=month_of(now))
    blocks: list[Block] = [Heading(heading)]
    blocks += [Paragraph(_stand(t, one)) for one in view.stand]
    if budget.is_dry(now):
        day = t.day(reopens(now).astimezone(HOME).date())
        blocks += [Paragraph(t.line("usage-dry-until", day=day)), _again(t)]
    blocks.append(Paragraph(_saving(t, budget, now)))
    ways = ("edits", "reminders", "news")
    blocks.append(Bullets(tuple(t.line(f"usage-saves-{way}") for way in ways)))
    blocks.append(Buttons(_modes(t, budget)))
    if view.most:
        most = tuple(_most(t, name, count) for name, count in view.most)
        blocks += [Paragraph(t.line("usage-most")), Bullets(most)]
    return blocks


def _stand(t: Translate, one: Standing) -> Line:
    last = ("\n", *t.line("usage-last", count=one.last)) if one.last else ()
    return (Bold(_what(t, one)), "\n", *_used(t, one), *last)


def _used(t: Translate, one: Standing) -> Line:
    """What is used, how it will end, and when it is used up before that."""
    if not one.limit:
        return t.line("usage-free", count=one.used)
    parts: list[Line] = [
        t.line("usage-used", count=one.used, limit=one.limit, percent=one.percent)
    ]
    parts.append(t.line(_FORECASTS[one.forecast.basis], count=one.forecast.total))
    if one.forecast.runs_out:
        day = t.day(one.forecast.runs_out)
        parts.append(t.line("usage-runs-out", day=Bold(day)))
    return _lines(parts)


_FORECASTS = {
    Basis.PACE: "usage-forecast-pace",
    Basis.LAST: "usage-forecast-last",
    Basis.ROUGH: "usage-forecast-rough",
}


def _lines(parts: Sequence[Line]) -> Line:
    first, *others = parts
    return (*first, *(span for part in others for span in ("\n", *part)))


def _what(t: Translate, one: Standing) -> str:
    return t(f"usage-{one.kind}")


def _low(stand: Sequence[Standing]) -> bool:
    return any(one.over or one.level for one in stand)


def _saving(t: Translate, budget: Budget, now: datetime) -> Line:
    """Whether it saves, and since when."""
    if budget.saves(now) and budget.since:
        since = t.moment(budget.since)
        return t.line(f"usage-saving-{budget.mode}", since=since)
    waits = budget.mode is Mode.AUTO
    return t.line("usage-saving-waits" if waits else "usage-saving-off")


def _ways(budget: Budget, now: datetime) -> tuple[str, ...]:
    """What can be done that is not done already."""
    ways = ("template", "pages", "plan")
    return ways if budget.saves(now) else (*ways, "saving")


def _choices(t: Translate, budget: Budget, now: datetime) -> tuple[Button, ...]:
    show = Button(t("usage-button-show"), "usage.show")
    return (show,) if budget.saves(now) else (_mode(t, Mode.ON), show)


def _modes(t: Translate, budget: Budget) -> tuple[Button, ...]:
    return tuple(_mode(t, mode) for mode in Mode if mode is not budget.mode)


def _mode(t: Translate, mode: Mode) -> Button:
    return Button(t(f"usage-button-{mode}"), "usage.save", mode.value)


def _again(t: Translate) -> Buttons:
    style = ButtonStyle.PRIMARY
    return Buttons((Button(t("usage-button-retry"), "usage.retry", style=style),))


def _most(t: Translate, name: str, count: int) -> Line:
    return t.line("usage-most-line", name=Code(name), count=count)
