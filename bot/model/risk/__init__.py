"""Risks: what may go wrong, how bad that would be, and who sees to it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.model.people import Person

SCENARIO_LIMIT = 200
MITIGATION_LIMIT = 2_000
EVIDENCE_LIMIT = 2_000
LOWEST, HIGHEST, MIDDLE = 1, 5, 3  # of likelihood and of impact


class Category(StrEnum):
    """What kind of harm it is, as companies that sell online sort it."""

    FULFILMENT = "fulfilment"
    SUPPLIER = "supplier"
    PAYMENT = "payment"
    IT = "it"
    LEGAL = "legal"
    PEOPLE = "people"
    REPUTATION = "reputation"
    FINANCE = "finance"
    OTHER = "other"


class Level(StrEnum):
    """How grave a risk is."""

    VERY_LOW = "very-low"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very-high"


# Above which product of likelihood and impact each level begins: the 5×5 matrix.
FROM = ((15, Level.VERY_HIGH), (10, Level.HIGH), (5, Level.MEDIUM), (3, Level.LOW))


class OriginKind(StrEnum):
    """What a risk can grow out of."""

    FEEDBACK = "feedback"
    BLOCKER = "blocker"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a risk grew out of, by its id."""

    kind: OriginKind
    id: int


class UpdateKind(StrEnum):
    """What kind of thing happened to a risk."""

    OPENED = "opened"
    SCENARIO = "scenario"
    CATEGORY = "category"
    SCORE = "score"
    OWNER = "owner"
    MITIGATION = "mitigation"
    DUE = "due"
    SHARED = "shared"
    REMINDED = "reminded"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Something that may go wrong, with one person who sees to it. One that is not
    stored has id and number 0.

    `due` is the day by which its mitigation is done. A `private` one is for whom it
    concerns. `evidence` says why it is over.
    """

    id: int = 0
    number: int = 0
    scenario: str
    category: Category = Category.OTHER
    owner_id: int
    reporter_id: int
    likelihood: int = MIDDLE
    impact: int = MIDDLE
    mitigation: str = ""
    due: date | None = None
    opened_at: datetime
    private: bool = False
    origin: Origin | None = None
    closed_at: datetime | None = None
    closed_by: int | None = None
    evidence: str = ""

    @property
    def open(self) -> bool:
        """Whether it may still happen."""
        return self.closed_at is None

    @property
    def score(self) -> int:
        """Likelihood times impact: 1 to 25."""
        return self.likelihood * self.impact

    @property
    def level(self) -> Level:
        """How grave it is, in a word."""
        return level_of(self.score)

    @property
    def short(self) -> str:
        """How people call it: R-3."""
        return f"R-{self.number}"

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"risk:{self.id}"

    def late(self, today: date) -> bool:
        """Whether its mitigation should be done by now: today is the last day."""
        return self.open and self.due is not None and self.due <= today


@dataclass(frozen=True, slots=True)
class Update:
    """One line of a risk's story: what is new, never in anybody's language. Not stored:
    id 0.
    """

    risk_id: int
    person_id: int
    kind: UpdateKind
    at: datetime
    text: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class RiskView:
    """A risk with what a reader sees beside it; `origin` is what it grew out of, as
    people call it.
    """

    risk: Risk
    owner: str
    reporter: str
    closer: str = ""
    origin: str = ""


def level_of(score: int) -> Level:
    """The level of a score."""
    found = (level for least, level in FROM if score >= least)
    return next(found, Level.VERY_LOW)


def may_change(risk: Risk, person: Person, owner: Person) -> bool:
    """Whether they may edit and close it: its owner and reporter, who leads its owner,
    and admins.
    """
    if person.id in (risk.owner_id, risk.reporter_id) or person.is_admin:
        return True
    return owner.manager_id == person.id


def may_see(risk: Risk, person: Person, owner: Person) -> bool:
    """A private one is for those who may change it, any other for everybody."""
    return not risk.private or may_change(risk, person, owner)


def close(risk: Risk, by: int, now: datetime, evidence: str) -> Risk:
    """It is over."""
    return replace(risk, closed_at=now, closed_by=by, evidence=evidence)


def reopen(risk: Risk) -> Risk:
    """Takes that back."""
    return replace(risk, closed_at=None, closed_by=None, evidence="")


def news(before: Risk, after: Risk) -> tuple[tuple[UpdateKind, str], ...]:
    """What is different, each with what is new."""
    due = after.due.isoformat() if after.due else ""
    then, now = (f"{each.likelihood}×{each.impact}" for each in (before, after))
    told: tuple[tuple[UpdateKind, object, object, str], ...] = (
        (UpdateKind.SCENARIO, before.scenario, after.scenario, after.scenario),
        (UpdateKind.CATEGORY, before.category, after.category, after.category.value),
        (UpdateKind.SCORE, then, now, f"{then} → {now}"),
        (UpdateKind.OWNER, before.owner_id, after.owner_id, str(after.owner_id)),
        (UpdateKind.MITIGATION, before.mitigation, after.mitigation, after.mitigation),
        (UpdateKind.DUE, before.due, after.due, due),
        (UpdateKind.SHARED, before.private, after.private, _shared(after)),
    )
    return tuple((kind, text) for kind, was, is_, text in told if was != is_)


def _shared(risk: Risk) -> str:
    return "private" if risk.private else "everybody"
