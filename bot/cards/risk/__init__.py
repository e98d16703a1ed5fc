"""What people see of one risk: its card, news about it, its story."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.cards.risk.words import (
    brief,
    buttons,
    category,
    everything,
    facts,
    title,
)
from bot.messages import (
    Block,
    Bullets,
    Card,
    Heading,
    Line,
    Note,
    Notice,
    Paragraph,
    Quote,
    Tone,
)
from bot.model.risk import Category, Level, RiskView, Update, UpdateKind
from bot.ports import Translate

NEWEST = 15
GRAVE = (Level.HIGH, Level.VERY_HIGH)


def card(t: Translate, view: RiskView, *, notes: Sequence[Line] = ()) -> Card:
    """One risk."""
    return _card(t, view, title(view, t), "risk.card", notes)


def owned(t: Translate, view: RiskView, who: str) -> Card:
    """To who sees to it from now on."""
    risk = view.risk
    if not risk.open:
        return card(t, view)
    line = t.line("risk-owned", who=who, id=risk.short, text=brief(risk.scenario))
    return _card(t, view, line, "risk.owned")


def due(t: Translate, view: RiskView, today: date) -> Card:
    """Its mitigation should be done today, or should have been."""
    risk = view.risk
    key = "risk-due-today" if risk.due == today else "risk-due-past"
    day = t.day(risk.due) if risk.due else ""
    line = t.line(key, id=risk.short, text=brief(risk.scenario), day=day)
    return _card(t, view, line, "risk.due")


def closed(t: Translate, view: RiskView) -> Card:
    """It is over; after an undo, that it is not."""
    risk = view.risk
    key = "risk-news-reopened" if risk.open else "risk-news-closed"
    text = brief(risk.scenario)
    line = t.line(key, who=view.closer, id=risk.short, text=text)
    return _card(t, view, line, "risk.closed")


def shown(
    t: Translate,
    view: RiskView,
    updates: Sequence[Update],
    people: Mapping[int, str],
) -> Card:
    """Everything about it, for one person's eyes."""
    blocks: list[Block] = [everything(view, t), *_end(t, view)]
    lines = tuple(_line(each, t, people) for each in updates[-NEWEST:])
    blocks += [Heading(t("risk-show-story")), Bullets(lines)]
    blocks.append(buttons(view, t, full=True))
    return Card(title(view, t), tuple(blocks), _tone(view))


def _card(
    t: Translate,
    view: RiskView,
    headline: Line,
    kind: str,
    notes: Sequence[Line] = (),
) -> Card:
    risk = view.risk
    blocks: list[Block] = [Note(facts(view, t))]
    if risk.mitigation and risk.open:
        blocks.append(Paragraph(t.line("risk-mitigation", text=risk.mitigation)))
    blocks += _end(t, view)
    blocks += [Paragraph(note) for note in notes]
    blocks.append(buttons(view, t))
    return Card(
        headline,
        tuple(blocks),
        _tone(view),
        subject=risk.subject,
        notice=Notice(kind, (("risk", risk.id),)),
        at_once=not risk.open,
    )


def _end(t: Translate, view: RiskView) -> list[Block]:
    """Who closed it, and why it is over."""
    risk = view.risk
    if risk.closed_at is None:
        return []
    when = t.moment(risk.closed_at)
    line = t.line("risk-closed-by", who=view.closer, when=when)
    return [Paragraph(line), Quote(risk.evidence)]


def _line(update: Update, t: Translate, people: Mapping[int, str]) -> Line:
    text = update.text
    match update.kind:
        case UpdateKind.OWNER:
            text = people.get(int(text), "") if text.isdigit() else ""
        case UpdateKind.CATEGORY:
            text = category(t, Category(text))
        case UpdateKind.DUE:
            text = t.day(date.fromisoformat(text)) if text else t("risk-no-day")
        case UpdateKind.SHARED:
            name = "some" if text == "private" else "all"
            text = t(f"risk-readers-{name}")
        case UpdateKind.MITIGATION:
            text = text or t("risk-none-yet")
        case _:
            pass
    return t.line(
        f"risk-story-{update.kind.value}",
        when=t.moment(update.at),
        who=people.get(update.person_id, ""),
        text=text,
    )


def _tone(view: RiskView) -> Tone:
    if not view.risk.open:
        return Tone.GOOD
    return Tone.BAD if view.risk.level in GRAVE else Tone.WARNING
