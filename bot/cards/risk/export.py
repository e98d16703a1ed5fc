"""Risks as rows that people take away."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.risk.words import category, level
from bot.model.risk import RiskView
from bot.model.sheet import FileKind, Sheet
from bot.ports import Translate

COLUMNS = (
    "number", "scenario", "category", "level", "score", "likelihood", "impact", "owner",
    "mitigation", "due", "state", "reporter", "opened", "origin", "closed", "closer",
    "evidence",
)  # fmt: skip


def sheet(t: Translate, views: Sequence[RiskView], kind: FileKind) -> Sheet:
    """A row each, in the reader's language."""
    head = tuple(t(f"risk-column-{name}") for name in COLUMNS)
    rows = tuple(tuple(_row(t, view)) for view in views)
    return Sheet(t("risk-export-name"), kind, head, rows)


def _row(t: Translate, view: RiskView) -> Iterator[str]:
    risk = view.risk
    yield from (risk.short, risk.scenario, category(t, risk.category))
    yield from (level(t, risk.level), str(risk.score))
    yield from (str(risk.likelihood), str(risk.impact), view.owner, risk.mitigation)
    yield risk.due.isoformat() if risk.due else ""
    yield t("risk-state-open" if risk.open else "risk-state-closed")
    yield from (view.reporter, _when(t, risk.opened_at), view.origin)
    yield _when(t, risk.closed_at) if risk.closed_at else ""
    yield from (view.closer, risk.evidence)


def _when(t: Translate, at: datetime) -> str:
    return f"{at.astimezone(t.zone):%Y-%m-%d %H:%M}"
