"""What admins see of messages: who got them, what failed. Never what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards import given_up
from bot.cards.delivery_words import Receipt as Receipt
from bot.cards.delivery_words import kind, reason, short, status
from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    Card,
    Code,
    Item,
    Line,
    Note,
    Paragraph,
    Tone,
)
from bot.model.delivery import DeliveryState
from bot.model.given_up import GivenUp
from bot.model.letter import MAIL, WORK_NOTICE
from bot.model.receipt import Attempt
from bot.ports import Translate

SHOWN = 10  # on a page
DOT = " · "
# Which states are one to who reads a summary, in its order.
SUMMARY = {
    "sent": (DeliveryState.SENT,),
    "failed": (DeliveryState.FAILED,),
    "waiting": (DeliveryState.PENDING, DeliveryState.SENDING),
    "expired": (DeliveryState.EXPIRED,),
}


@dataclass(frozen=True, slots=True)
class Paging:
    """What the buttons to the pages beside this one hold; empty where there is none."""

    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A page of what failed: messages, of `total`, and work that was given up; `again`
    so many are just tried again.
    """

    views: Sequence[Receipt]
    total: int
    given_up: Sequence[GivenUp] = ()
    again: int | None = None


def table(
    t: Translate,
    title: str,
    views: Sequence[Receipt],
    counts: Mapping[str, int],
    paging: Paging,
    now: datetime,
) -> Card:
    """Who got what, one line a reader, the newest first."""
    heading = t.line("delivery-title", what=Bold(title))
    if not views:
        return Card(heading, (Paragraph(t.line("delivery-none")),))
    blocks: list[Block] = [Paragraph((_summary(t, counts),))]
    blocks += [_item(t, view, now) for view in views]
    blocks += _pages(t, "delivery.show", paging)
    blocks.append(Note(t.line("delivery-note")))
    bad = counts.get(DeliveryState.FAILED.value, 0)
    return Card(heading, tuple(blocks), Tone.WARNING if bad else Tone.NEUTRAL)


def failed(t: Translate, what: Failed, paging: Paging, now: datetime) -> Card:
    """What failed in the last days, messages and work."""
    blocks: list[Block] = []
    if what.again is not None:
        blocks.append(Paragraph(t.line("delivery-retried", count=what.again)))
    blocks += [given_up.item(t, lost) for lost in what.given_up[:SHOWN]]
    blocks += [_item(t, view, now) for view in what.views]
    blocks += _pages(t, "delivery.failed", paging)
    if what.given_up or any(v.again and not v.too_late(now) for v in what.views):
        every = Button(t("delivery-button-retry-all"), "delivery.retry", "all")
        blocks.append(Buttons((every,)))
    bad = what.views or what.given_up
    if not bad:
        blocks.append(Paragraph(t.line("delivery-failed-none")))
    title = t.line("delivery-failed-title", count=what.total)
    return Card(title, tuple(blocks), Tone.WARNING if bad else Tone.GOOD)


def one(t: Translate, view: Receipt, now: datetime) -> Card:
    """Everything about one message: each attempt with what the platform said."""
    blocks: list[Block] = [Paragraph(line) for line in status(t, view, now)]
    if view.attempts:
        lines = tuple(_attempt(t, each) for each in view.attempts[-SHOWN * 2 :])
        blocks.append(Bullets(lines))
    blocks.append(Note(t.line("delivery-key", key=Code(view.delivery.draft.key))))
    if buttons := _retry(t, view, now):
        blocks.append(Buttons(buttons))
    tone = Tone.WARNING if view.again else Tone.NEUTRAL
    return Card(_title(t, view), tuple(blocks), tone)


def _summary(t: Translate, counts: Mapping[str, int]) -> str:
    """ "11 sent · 1 failed · 2 waiting"."""
    parts = []
    for name, states in SUMMARY.items():
        if count := sum(counts.get(state.value, 0) for state in states):
            parts.append(t(f"delivery-count-{name}", count=count))
    return DOT.join(parts)


def _title(t: Translate, view: Receipt) -> Line:
    parts = (kind(t, view.delivery.draft.kind), view.about, short(view.delivery))
    return (Bold(view.name), *(f"{DOT}{part}" for part in parts if part))


def _item(t: Translate, view: Receipt, now: datetime) -> Item:
    lines = status(t, view, now)
    note: Line = lines[0]
    for line in lines[1:]:
        note = (*note, "\n", *line)
    id = view.delivery.id
    more = Button(t("delivery-button-show"), "delivery.show", f"one:{id}:0")
    return Item(_title(t, view), note, (*_retry(t, view, now), more))


def _retry(t: Translate, view: Receipt, now: datetime) -> tuple[Button, ...]:
    if not view.again or view.too_late(now):
        return ()
    id = str(view.delivery.id)
    return (Button(t("delivery-button-retry"), "delivery.retry", id),)


def _attempt(t: Translate, attempt: Attempt) -> Line:
    """One attempt; what the platform itself said stands behind it."""
    line = t.line(
        f"delivery-attempt-{attempt.outcome.replace('_', '-')}",
        when=t.moment(attempt.at),
        platform=t(f"platform-{attempt.platform}"),
        where=t(_where(attempt)),
        why=reason(t, attempt) if attempt.error else "",
    )
    return (*line, " ", Code(attempt.error)) if attempt.error else line


def _where(attempt: Attempt) -> str:
    if attempt.platform in (WORK_NOTICE, MAIL):
        return "delivery-letter"
    return "delivery-direct" if attempt.direct else "delivery-in-place"


def _pages(t: Translate, action: str, paging: Paging) -> list[Block]:
    buttons = []
    if paging.newer:
        buttons.append(Button(t("history-newer"), action, paging.newer))
    if paging.older:
        buttons.append(Button(t("history-older"), action, paging.older))
    return [Buttons(tuple(buttons))] if buttons else []
