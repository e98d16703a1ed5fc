"""What people see of promises to customers: those there are, and how they are kept."""

from collections.abc import Mapping, Sequence

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.list import item
from bot.cards.feedback.words import buttons, note, quote
from bot.cards.task.words import joined
from bot.messages import (
    Block,
    Button,
    Buttons,
    Card,
    Facts,
    Line,
    MomentStyle,
    Note,
    Paragraph,
    Tone,
)
from bot.model.feedback import Runs, ServiceLevel, Severity
from bot.model.feedback.levels import DAYS, Running
from bot.ports import Translate

HOUR = 60
WORST_FIRST = tuple(reversed(Severity))


def news(view: FeedbackView, t: Translate, kind: str, late: Running) -> Card:
    """A promise that is nearly broken, or is."""
    feedback = view.feedback
    minutes = round(late.limit.total_seconds() / HOUR)
    headline = t.line(
        f"feedback-news-{kind}-{late.promise.value}",
        id=feedback.short,
        when=t.moment(late.ends_at, MomentStyle.DATE_TIME) if late.ends_at else "",
        limit=length(t, minutes, late.hours),
    )
    blocks: list[Block] = [Note(note(feedback, t, view.owner))]
    blocks += [quote(voice, whole=view.whole) for voice in feedback.voices[:1]]
    blocks.append(buttons(feedback, t))
    tone = Tone.BAD if kind == "breached" else Tone.WARNING
    always = late.hours is Runs.ALWAYS  # whoever owns it hears of it at night, too
    subject = feedback.subject
    return Card(headline, tuple(blocks), tone, subject=subject, urgent=always)


def escalated(t: Translate, views: Sequence[FeedbackView], *, urgent: bool) -> Card:
    """One message of everything that was not kept, for who answers for it; `urgent`
    where one of the promises holds at night, too.
    """
    blocks: list[Block] = [item(view, t) for view in views]
    blocks.append(Note(t.line("feedback-escalated-why")))
    headline = t.line("feedback-escalated", count=len(views))
    return Card(headline, tuple(blocks), Tone.BAD, urgent=urgent)


def promises(
    t: Translate,
    levels: Sequence[ServiceLevel],
    names: Mapping[int, str],
    how: str,
    *,
    may: bool,
) -> Card:
    """What is promised for each severity; a button for who `may` change it."""
    known = {each.severity: each for each in levels}
    rows = tuple(
        (_severity(t, severity), promised(t, known.get(severity), names))
        for severity in WORST_FIRST
    )
    counted = Note(t.line("feedback-promises-note", zone=t.zone.key))
    change = Paragraph(t.line("feedback-promises-how", try_this=how))
    blocks: list[Block] = [Facts(rows), counted, change]
    if may:
        button = Button(t("feedback-button-promise"), "feedback.promise")
        blocks.append(Buttons((button,)))
    return Card(t.line("feedback-promises"), tuple(blocks))


def kept(t: Translate, level: ServiceLevel, names: Mapping[int, str]) -> Card:
    """What is promised from now on."""
    off = level.answer is None and level.solve is None
    line = t.line(
        "feedback-promise-off" if off else "feedback-promise-kept",
        severity=_severity(t, level.severity),
        what=promised(t, level, names),
    )
    return Card(line, tone=Tone.GOOD)


def promised(
    t: Translate, level: ServiceLevel | None, names: Mapping[int, str]
) -> Line:
    """ "answered within 15 min · solved within 4 h · then Anna hears of it"."""
    parts: list[Line] = []
    for name in ("answer", "solve"):
        if level and (minutes := getattr(level, name)):
            limit = length(t, minutes, level.hours)
            parts.append(t.line(f"feedback-promise-{name}", limit=limit))
    if level and parts and level.hours is Runs.ALWAYS:
        parts.append(t.line("feedback-promise-always"))
    if level and parts and level.escalate_to:
        who = names.get(level.escalate_to, "")
        parts.append(t.line("feedback-promise-escalate", who=who))
    return joined(parts) if parts else t.line("feedback-promise-none")


def length(t: Translate, minutes: int, hours: Runs = Runs.WORK) -> str:
    """In the largest unit in which it is whole; a day may be a working day."""
    days = "days" if hours is Runs.WORK else "whole-days"
    for name, size in ((days, DAYS[hours]), ("hours", HOUR)):
        if minutes % size == 0:
            return t(f"feedback-length-{name}", count=minutes // size)
    return t("feedback-length-minutes", count=minutes)


def _severity(t: Translate, severity: Severity) -> str:
    return t(f"feedback-severity-{severity.value}")
