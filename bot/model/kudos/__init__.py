"""Kudos: thanks that others see, for something somebody did."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model.refs import PlaceRef

REASON_LIMIT = 600
PEOPLE_LIMIT = 10
CHANGED_WITHIN = timedelta(minutes=15)  # by who gave them; admins may later, too


@dataclass(frozen=True, slots=True)
class Value:
    """What a company stands for: `word` names it in English, `chinese` in Chinese."""

    word: str
    chinese: str
    emoji: str

    def called(self, language: str) -> str:
        """Its name in a language, with its sign."""
        name = self.chinese if language == "zh" else self.word
        return f"{self.emoji} {name}"


DEFAULTS = (
    Value("care", "用心", "💙"),
    Value("together", "协作", "🤝"),
    Value("customer", "客户", "🫖"),
    Value("courage", "担当", "🦁"),
    Value("better", "进取", "🌱"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kudos:
    """Thanks of one person for others. What is not stored has id and number 0.

    `values` are words of the company's values. `place` is where others read it, `wall`
    says that the wall does too. What was taken back stays, for nobody to see.
    """

    id: int = 0
    number: int = 0
    giver_id: int
    receivers: tuple[int, ...]
    reason: str
    given_at: datetime
    values: tuple[str, ...] = ()
    place: PlaceRef | None = None
    wall: bool = False
    permalink: str = ""
    taken_at: datetime | None = None

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"kudos:{self.id}"

    @property
    def short(self) -> str:
        """How people call it."""
        return f"K-{self.number}"

    @property
    def thanked(self) -> tuple[int, ...]:
        """Who is thanked: nobody thanks themselves, whoever they turned out to be."""
        return tuple(each for each in self.receivers if each != self.giver_id)

    def changeable(self, now: datetime) -> bool:
        """Whether who gave it may still change it, or take it back."""
        return self.taken_at is None and now - self.given_at <= CHANGED_WITHIN


@dataclass(frozen=True, slots=True)
class KudosRules:
    """How a company gives kudos. `wall` is where all of them are read, `allowance` how
    many people somebody may thank in a month; None: as many as they like. Who puts the
    `sign` on a message is asked what its author is thanked for; without one, nobody is.
    """

    wall: PlaceRef | None = None
    allowance: int | None = None
    ranking: bool = False
    sign: str = ""
