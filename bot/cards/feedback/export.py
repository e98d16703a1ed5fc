"""Feedback as rows that those take away who triage: one voice a row."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.approval import stands
from bot.cards.feedback.file_words import named
from bot.cards.standup.export import day_fields, kind_field
from bot.messages import Attachment, Button, Card, Form, Note, Tone, plain
from bot.model.draft import Opener
from bot.model.feedback import Feedback, Voice
from bot.model.market import market_name
from bot.model.sheet import FileKind, Sheet
from bot.ports import Translate

COLUMNS = (
    "number", "date", "state", "step", "severity", "kind", "sentiment", "sku", "market",
    "outlet", "customer", "order", "text", "sender", "owner", "answer", "reason",
    "ended", "approvals", "original", "files",
)  # fmt: skip


def sheet(t: Translate, views: Sequence[FeedbackView], kind: FileKind) -> Sheet:
    """The rows, the oldest first, in the reader's language."""
    head = tuple(t(f"feedback-export-column-{name}") for name in COLUMNS)
    rows = tuple(row for view in views for row in _rows(t, view))
    return Sheet(t("feedback-export-name"), kind, head, rows)


def _rows(t: Translate, view: FeedbackView) -> Iterator[tuple[str, ...]]:
    feedback, facts = view.feedback, view.feedback.facts
    about = (
        t(f"feedback-state-{feedback.state.value}"),
        t(f"feedback-step-{facts.step.value}"),
        t(f"feedback-severity-{facts.severity.value}"),
        t(f"feedback-kind-{facts.kind.value}"),
        t(f"feedback-sentiment-{facts.sentiment.value}"),
        facts.sku,
    )
    end = _when(t, feedback.ended_at) if feedback.ended_at else ""
    asked = "\n".join(plain(stands(each, t)) for each in view.approvals)
    became = (view.sender, view.owner, feedback.answer, feedback.reason, end, asked)
    for voice in feedback.voices:
        said = (*_said(t, feedback, voice), voice.text)
        when = _when(t, voice.said_at)
        files = "\n".join(file.url or named(file, t) for file in voice.files)
        beside = (voice.permalink, files)
        yield (feedback.short, when, *about, *said, *became, *beside)


def _said(t: Translate, feedback: Feedback, voice: Voice) -> tuple[str, ...]:
    outlet = t(f"feedback-outlet-{voice.outlet.value}") if voice.outlet else ""
    market = market_name(voice.market or feedback.facts.market, t.language)
    return market, outlet, voice.customer, voice.order


def _when(t: Translate, at: datetime) -> str:
    return f"{at.astimezone(t.zone):%Y-%m-%d %H:%M}"


def exported(t: Translate, file: Sheet, opener: Opener) -> Card:
    """The file, and what is in it."""
    line = t.line("feedback-export-title", count=len(file.rows))
    note = Note(t.line("feedback-export-note"))
    return Card(line, (Attachment(file, opener), note), Tone.GOOD)


def form(t: Translate, kind: FileKind) -> Form:
    """What kind of file, of which days."""
    return Form(
        name="feedback.export",
        title=t("feedback-export-form"),
        fields=(kind_field(t, kind), *day_fields(t)),
        submit=t("export-submit"),
        cancel=t("button-cancel"),
        reopen=Button(t("feedback-export-button"), "feedback.export", kind.value),
    )
