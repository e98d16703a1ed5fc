"""How many voices there were of each channel, market, product: a table. Nothing of a
customer is in it.
"""

from bot.cards.feedback.report import signed, splits
from bot.messages import (
    Audience,
    Block,
    Buttons,
    Card,
    Line,
    Note,
    Paragraph,
    Reply,
    Table,
)
from bot.model.feedback.breakdown import Breakdown, By, Part
from bot.model.market import market_name
from bot.ports import Translate

OFFERED = (By.CHANNEL, By.MARKET, By.SKU, By.STEP)
KEYS = {By.CHANNEL: "outlet", By.STEP: "step", By.SEVERITY: "severity", By.KIND: "kind"}


def table(
    t: Translate, by: By, told: Breakdown, what: str, then: str, again: str
) -> Reply:
    """The table of what was asked for, against another time (`then`); `again` are the
    words for the same time.
    """
    title = t.line("feedback-breakdown-title", by=by.value)
    blocks: list[Block] = [Note((what,))]
    if told.total.now or told.total.before:
        blocks += [Table(_head(t, by), _rows(t, by, told))]
        blocks.append(Note(t.line("feedback-breakdown-note", then=then)))
    else:
        blocks.append(Paragraph(t.line("feedback-breakdown-nothing")))
    others = (each for each in OFFERED if each is not by)
    blocks.append(Buttons(tuple(splits(t, again, others))))
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def _head(t: Translate, by: By) -> tuple[str, ...]:
    name = t("feedback-breakdown-name", by=by.value)
    return name, t("feedback-report-heard"), t("feedback-breakdown-change")


def _rows(t: Translate, by: By, told: Breakdown) -> tuple[tuple[Line, ...], ...]:
    rows = [_row(_name(t, by, each.value), each) for each in told.parts]
    if told.more:
        rows.append(_row(t("feedback-breakdown-more", count=told.more), told.others))
    if told.unnamed.now or told.unnamed.before:
        rows.append(_row(t("feedback-breakdown-unnamed"), told.unnamed))
    rows.append(_row(t("feedback-breakdown-total"), told.total))
    return tuple(rows)


def _row(name: str, part: Part) -> tuple[Line, ...]:
    return (name,), (f"{part.now}",), (signed(part.change),)


def _name(t: Translate, by: By, value: str) -> str:
    if by is By.MARKET:
        return market_name(value, t.language)
    key = KEYS.get(by)
    named = t(f"feedback-{key}-{value}") if key else value
    return named[:1].upper() + named[1:]
