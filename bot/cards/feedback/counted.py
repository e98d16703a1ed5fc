"""What somebody asks for, in words: which feedback that is, and how much there is."""

from datetime import date, timedelta

from bot.cards.feedback.report import signed
from bot.messages import (
    Audience,
    Button,
    Buttons,
    Card,
    Note,
    Paragraph,
    Reply,
)
from bot.model.absence import Days
from bot.model.feedback import OPEN, State
from bot.model.feedback.wanted import Counted, Wanted
from bot.model.market import market_name
from bot.ports import Translate

HALF = timedelta(days=180)
OVER = frozenset({State.FIXED, State.DECLINED, State.CLOSED})


def described(t: Translate, wanted: Wanted, days: Days | None, owner: str = "") -> str:
    """Everything it is about: "Delivery · Tmall · 2 Mar – 8 Mar"."""
    parts = [*_facts(t, wanted), owner, *(f"“{word}”" for word in wanted.words)]
    if wanted.unowned:
        parts.append(t("feedback-list-unowned"))
    if wanted.late:
        parts.append(t("feedback-list-overdue"))
    if wanted.sender_id is not None:
        parts.append(t("feedback-list-sent"))
    if days:
        parts.append(span(t, days))
    return " · ".join(part for part in parts if part)


def span(t: Translate, days: Days) -> str:
    """The days in words: "2 Mar – 8 Mar", or one of them."""
    first, last = (
        t("trend-day", day=day.day, month=day.month) for day in (days.first, days.last)
    )
    return first if first == last else t("trend-span", first=first, last=last)


def dated(t: Translate, days: Days, today: date) -> str:
    """The same with its years, where they do not go without saying."""
    near = days.last.year == today.year and days.last - days.first < HALF
    if near or days.first.year == days.last.year == today.year:
        return span(t, days)
    first, last = (
        t("feedback-report-dated", day=span(t, Days(day, day)), year=f"{day.year}")
        for day in (days.first, days.last)
    )
    return first if first == last else t("trend-span", first=first, last=last)


def counted(
    t: Translate,
    what: str,
    now: Counted,
    then: Counted | None,
    *,
    stated: bool,
    ended: bool,
    again: str,
) -> Reply:
    """How much there is, against the time before; how much of it is open, but where a
    state was asked for (`stated`). `again` is what the list of it is asked for with.
    """
    count = now.items if ended else now.voices
    key = "feedback-count-ended" if ended else "feedback-count"
    blocks: list[Paragraph | Note | Buttons] = []
    if now.items and not stated:
        left = "all" if now.open == now.items else str(now.open)
        line = t.line("feedback-count-items", items=now.items, left=left)
        blocks.append(Paragraph(line))
    if then is not None and (now.items or then.items):
        before = then.items if ended else then.voices
        change = signed(count - before)
        same = count == before
        key_then = "feedback-count-same" if same else "feedback-count-change"
        blocks.append(Note(t.line(key_then, change=change)))
    show = Button(t("feedback-count-show"), "feedback.list", again)
    report = Button(t("feedback-report-button"), "feedback.report", "1")
    blocks.append(Buttons((show, report) if now.items else (report,)))
    all = t("feedback-count-all")
    head = t.line(key, what=f"{all} · {what}" if what else all, count=count)
    return Reply(Card(head, tuple(blocks)), Audience.ONLY_YOU)


def _facts(t: Translate, wanted: Wanted) -> list[str]:
    named = (
        ("step", wanted.step),
        ("kind", wanted.kind),
        ("severity", wanted.severity),
        ("outlet", wanted.outlet),
    )
    parts = [t(f"feedback-{name}-{value.value}") for name, value in named if value]
    market = market_name(wanted.market, t.language)
    return [*parts, wanted.sku, market, _state(t, wanted)]


def _state(t: Translate, wanted: Wanted) -> str:
    """What is open or over is said in one word, else the state."""
    states = frozenset(wanted.states)
    if not states:
        return ""
    if len(states) == 1:
        return t(f"feedback-state-{next(iter(states)).value}")
    return t("feedback-list-open" if states <= OPEN else "feedback-list-closed")
