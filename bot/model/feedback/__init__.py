"""Feedback: what customers say, where it hurts them, and what becomes of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.files import FileLink
from bot.model.refs import MessageRef, PlaceRef

TEXT_LIMIT = 4_000
NOTE_LIMIT = 2_000
FIELD_LIMIT = 100  # characters of an order number, a name, a product


class Step(StrEnum):
    """Where on their way a customer was."""

    PRODUCT_PAGE = "product-page"
    SEARCH = "search"
    CART = "cart"
    CHECKOUT = "checkout"
    PAYMENT = "payment"
    DELIVERY = "delivery"
    QUALITY = "quality"
    RETURNS = "returns"
    PRICE = "price"
    ACCOUNT = "account"
    OTHER = "other"

    @property
    def transacts(self) -> bool:
        """Whether nothing is sold while it does not work."""
        return self in (Step.CART, Step.CHECKOUT, Step.PAYMENT)


class Severity(StrEnum):
    """How bad it is; BLOCKING keeps customers from buying."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    BLOCKING = "blocking"


class Sentiment(StrEnum):
    """How the customer feels."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Kind(StrEnum):
    """What the customer wants to say."""

    PROBLEM = "problem"
    WISH = "wish"
    PRAISE = "praise"


class Outlet(StrEnum):
    """Where it was bought, or was to be."""

    TMALL = "tmall"
    TAOBAO = "taobao"
    JD = "jd"
    PINDUODUO = "pinduoduo"
    DOUYIN = "douyin"
    AMAZON = "amazon"
    SHOPIFY = "shopify"
    MAGENTO = "magento"
    STORE = "store"
    OTHER = "other"


class Source(StrEnum):
    """How it came to us."""

    TYPED = "typed"
    MESSAGE = "message"
    FORM = "form"
    MAIL = "mail"
    WEBHOOK = "webhook"


class State(StrEnum):
    """`new → triaged → working → planned | waiting → fixed | declined → closed`.

    One that was joined to another goes its way (`joined`).
    """

    NEW = "new"
    TRIAGED = "triaged"
    WORKING = "working"
    PLANNED = "planned"
    WAITING = "waiting"
    FIXED = "fixed"
    DECLINED = "declined"
    CLOSED = "closed"
    JOINED = "joined"

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return self in OPEN

    @property
    def answered(self) -> bool:
        """Whether it is known what becomes of it."""
        return self in (State.FIXED, State.DECLINED, State.CLOSED)


OPEN = frozenset(
    {State.NEW, State.TRIAGED, State.WORKING, State.PLANNED, State.WAITING}
)


class UpdateKind(StrEnum):
    """What kind of thing happened to feedback."""

    OPENED = "opened"
    CORRECTED = "corrected"
    OWNED = "owned"
    STATE = "state"
    NOTE = "note"  # among us
    REPLY = "reply"  # for who sent it, and their customer
    SAID = "said"  # by who sent it
    JOINED = "joined"
    PARTED = "parted"
    TASK = "task"
    WARNED = "warned"
    BREACHED = "breached"
    ESCALATED = "escalated"
    ASKED = "asked"
    SOLVED = "solved"
    APPROVAL = "approval"  # asked for, answered, withdrawn


def may_be_order(typed: str) -> bool:
    """Whether it can be an order's number; which there are, only the shop knows."""
    return any(each.isdigit() for each in typed)


@dataclass(frozen=True, slots=True)
class Facts:
    """What feedback is about: proposed from its words, corrected by people."""

    step: Step = Step.OTHER
    severity: Severity = Severity.NORMAL
    sentiment: Sentiment = Sentiment.NEUTRAL
    kind: Kind = Kind.PROBLEM
    sku: str = ""
    market: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One customer's words, and who passed them on. One that is not stored has id 0.

    `sender_id` is nobody for a shop's own systems; `behalf_id` is the colleague for
    whom it was sent. `came_from` is the feedback it opened, where that was joined to
    another. `external` is its name in the system it came from.
    """

    id: int = 0
    feedback_id: int = 0
    sender_id: int | None
    text: str
    said_at: datetime
    source: Source = Source.TYPED
    behalf_id: int | None = None
    external: str | None = None
    customer: str = ""
    order: str = ""
    outlet: Outlet | None = None
    market: str = ""
    language: str = ""
    place: PlaceRef | None = None
    private: bool = False
    message: MessageRef | None = None
    permalink: str = ""
    files: tuple[FileLink, ...] = ()
    came_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One thing customers say. One that is not stored has id and number 0.

    `proposed` is what was read from the words, `facts` what holds. `answer` is what
    customers are told, `reason` why it was declined. `paused_at` is since when it
    waits for a customer, `paused` how many seconds it did before. `answered_at` is
    when its sender first heard of us, `ended_at` when it was fixed or declined.
    `follows_id` is what was over too long to be opened again.
    """

    id: int = 0
    number: int = 0
    opened_at: datetime
    facts: Facts = Facts()
    proposed: Facts = Facts()
    state: State = State.NEW
    owner_id: int | None = None
    department: str | None = None
    task_id: int | None = None
    answer: str = ""
    reason: str = ""
    answered_at: datetime | None = None
    paused_at: datetime | None = None
    paused: int = 0
    ended_at: datetime | None = None
    closed_at: datetime | None = None
    warned_at: datetime | None = None
    breached_at: datetime | None = None
    escalated_at: datetime | None = None
    escalated_to: int | None = None
    asked_at: datetime | None = None
    solved: bool | None = None
    joined_to: int | None = None
    follows_id: int | None = None
    followers: tuple[int, ...] = ()
    voices: tuple[Voice, ...] = ()

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"feedback:{self.id}"

    @property
    def short(self) -> str:
        """How people call it."""
        return f"F-{self.number}"

    @property
    def text(self) -> str:
        """The first customer's words."""
        return self.voices[0].text if self.voices else ""

    @property
    def files(self) -> tuple[FileLink, ...]:
        """What came along with every voice."""
        return tuple(file for voice in self.voices for file in voice.files)

    @property
    def senders(self) -> tuple[int, ...]:
        """Who passed it on, each once, the first one first; for whom, too."""
        found = (
            person_id
            for voice in self.voices
            for person_id in (voice.behalf_id, voice.sender_id)
            if person_id
        )
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Update:
    """One line of its story; the bot itself is nobody. Not stored: id 0. `external` is
    the name of what was said in the system it came from.
    """

    feedback_id: int
    person_id: int | None
    kind: UpdateKind
    at: datetime
    text: str = ""
    id: int = 0
    external: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingRule:
    """Where feedback goes that is like this; what is None or empty does not matter.

    `words` are any of these, folded. `person_id` is who is on duty there. Not stored:
    id 0. The first rule that fits, by `position`, wins.
    """

    id: int = 0
    position: int = 0
    step: Step | None = None
    severity: Severity | None = None
    market: str = ""
    sku: str = ""
    words: tuple[str, ...] = ()
    place: PlaceRef | None = None
    department: str | None = None
    person_id: int | None = None


class Runs(StrEnum):
    """When the time of a promise runs: while we work, or round the clock."""

    WORK = "work"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """What we promise for one severity, in minutes of its hours; none: no promise.

    `escalate_to` is who hears of what was not kept.
    """

    severity: Severity
    answer: int | None = None
    solve: int | None = None
    escalate_to: int | None = None
    hours: Runs = Runs.WORK
