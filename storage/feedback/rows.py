"""Feedback and its voices as rows, and rows as feedback."""

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Row

from bot.model.feedback import (
    Facts,
    Feedback,
    Kind,
    Outlet,
    Sentiment,
    Severity,
    Source,
    State,
    Step,
    Voice,
)
from bot.model.files import FileLink
from bot.model.market import market_of

SAME = (
    "opened_at", "owner_id", "department", "task_id", "answer", "reason",
    "answered_at", "paused_at", "paused", "ended_at", "closed_at", "warned_at",
    "breached_at", "escalated_at", "escalated_to", "asked_at", "solved", "joined_to",
    "follows_id",
)  # fmt: skip
SAID = (
    "sender_id", "behalf_id", "external", "text", "said_at", "customer", "order",
    "language", "place", "private", "message", "permalink", "came_from",
)  # fmt: skip


def values(feedback: Feedback) -> dict[str, Any]:
    """The columns of feedback."""
    facts = {name: str(value) for name, value in asdict(feedback.facts).items()}
    facts["market"] = market_of(feedback.facts.market)
    same = {name: getattr(feedback, name) for name in SAME}
    proposed = {name: str(value) for name, value in asdict(feedback.proposed).items()}
    kept = {"state": feedback.state.value, "proposed": proposed}
    return facts | same | kept | {"took": _took(feedback)}


def _took(feedback: Feedback) -> int | None:
    """The seconds until it ended."""
    if feedback.ended_at is None:
        return None
    return round((feedback.ended_at - feedback.opened_at).total_seconds())


def feedback_of(
    row: Row[Any], voices: tuple[Voice, ...], followers: tuple[int, ...]
) -> Feedback:
    """The feedback in a row; of one voice, the market is as it was corrected."""
    here = {name: getattr(row, name) for name in Facts.__slots__}
    facts = _facts(here)
    if len(voices) == 1:
        voices = (replace(voices[0], market=facts.market or voices[0].market),)
    return Feedback(
        id=row.id,
        number=row.number,
        facts=facts,
        proposed=_facts(row.proposed),
        state=State(row.state),
        voices=voices,
        followers=followers,
        **{name: getattr(row, name) for name in SAME},
    )


def voice_values(voice: Voice) -> dict[str, Any]:
    """The columns of a voice."""
    outlet = voice.outlet.value if voice.outlet else None
    same = {name: getattr(voice, name) for name in SAID}
    said = {"source": voice.source.value, "outlet": outlet}
    return same | said | {"market": market_of(voice.market)}


def voice_of(row: Row[Any], files: tuple[FileLink, ...]) -> Voice:
    """The voice in a row."""
    return Voice(
        id=row.id,
        feedback_id=row.feedback_id,
        source=Source(row.source),
        outlet=Outlet(row.outlet) if row.outlet else None,
        market=market_of(row.market),
        files=files,
        **{name: getattr(row, name) for name in SAID},
    )


def _facts(said: dict[str, str]) -> Facts:
    return Facts(
        Step(said["step"]),
        Severity(said["severity"]),
        Sentiment(said["sentiment"]),
        Kind(said["kind"]),
        said["sku"],
        market_of(said["market"]),
    )
