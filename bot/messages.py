"""What goes out: meaning, not markup. Adapters decide how it looks.

A plain `str` span is text as a person typed it or as the catalogue says it: a
renderer escapes it, and it can never mention, link or format.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.draft import Opener
from bot.model.drawing import Drawing
from bot.model.files import Enclosure
from bot.model.form_field import AnyField as AnyField
from bot.model.form_field import ChoiceField as ChoiceField
from bot.model.form_field import ChoicesField as ChoicesField
from bot.model.form_field import DateField as DateField
from bot.model.form_field import Field as Field
from bot.model.form_field import NumberField as NumberField
from bot.model.form_field import OnlyIf as OnlyIf
from bot.model.form_field import Option as Option
from bot.model.form_field import PersonField as PersonField
from bot.model.form_field import PlaceField as PlaceField
from bot.model.form_field import TextField as TextField
from bot.model.form_field import TimeField as TimeField
from bot.model.refs import UserRef
from bot.model.sheet import Sheet

# --- spans: pieces of a line ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bold:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words to be typed exactly so."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web address with its label."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Calls a person by name and by notification: only for who must act."""

    user: UserRef
    name: str


class MomentStyle(StrEnum):
    """How much of a moment is shown."""

    DATE = "date"
    TIME = "time"
    DATE_TIME = "date_time"


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, shown in the reader's own zone.

    `fallback` is the same in words for who cannot be shown it live: the writer's best
    knowledge of the reader's zone and language.
    """

    at: datetime
    fallback: str
    style: MomentStyle = MomentStyle.DATE_TIME


Span = str | Bold | Code | Link | Mention | Moment
Line = tuple[Span, ...]


def plain(line: Iterable[Span]) -> str:
    """The line as bare text, for notifications and logs of what kind of thing
    was sent.
    """
    return "".join(_words(span) for span in line)


def _words(span: Span) -> str:
    match span:
        case str():
            return span
        case Bold(text) | Code(text):
            return text
        case Link(_, label):
            return label
        case Mention(_, name):
            return f"@{name}"
        case Moment(_, fallback, _):
            return fallback


# --- blocks: pieces of a card --------------------------------------------------


class Tone(StrEnum):
    """How a card feels: an adapter may show a colour or a sign, never only that."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


class ButtonStyle(StrEnum):
    """At most one PRIMARY on a card; DANGER only for what destroys."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Confirm:
    """Asked before a button does what it says."""

    title: str
    text: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Button:
    """`action` names the handler ("task.done"), `value` the thing ("12"). With `url` it
    opens a page.
    """

    label: str
    action: str
    value: str = ""
    style: ButtonStyle = ButtonStyle.PLAIN
    confirm: Confirm | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline in a span is a line break."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one line an item."""

    items: tuple[Line, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, two beside each other where there is room."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; small, for people who read on a phone too."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons and pickers side by side."""

    items: "tuple[Button | Picker, ...]"


@dataclass(frozen=True, slots=True)
class Picker:
    """One choice out of several, acting at once: an overflow menu when `compact`."""

    action: str
    label: str
    options: tuple[Option, ...]
    chosen: str | None = None
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A line with buttons of its own: one task in a list, one stand-up on the
    home tab.
    """

    line: Line
    note: Line = ()
    buttons: tuple[Button | Picker, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """An image by address, with its description for who cannot see it."""

    url: str
    description: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the card, written when it is handed over. `opener` opens the form
    that gives it on a page, where the platform takes no files.
    """

    sheet: Sheet
    opener: Opener


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file of somebody's beside the card, handed over as it was kept. `opener` is
    the button that gives it.
    """

    file: Enclosure
    opener: Opener


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said or typed, kept as it was, whatever its length."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside a card."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line between parts."""


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: context that need not be read."""

    line: Line


Block = (
    Paragraph | Bullets | Facts | Table | Buttons | Item | Picture | Drawing
    | Attachment | Enclosed | Quote | Heading | Divider | Note
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """One message. `title` is one full sentence or name: it is the notification too.

    `subject` ("task:12") says what it is about, so that a change can edit it later.
    `notice` names the notice that can write it again (kind and arguments). `at_once`
    says that people wait for what it shows: it is shown even while the bot saves.
    `urgent` news reach a person at any hour (PEERS B15).
    """

    title: Line
    blocks: tuple[Block, ...] = ()
    tone: Tone = Tone.NEUTRAL
    subject: str | None = None
    notice: "Notice | None" = None
    at_once: bool = False
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """The kind and the arguments from which a card can be written again."""

    kind: str
    args: tuple[tuple[str, int | str], ...] = ()


# --- forms ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Form:
    """Questions to one person. `name` names the handler of the answers.

    `state` travels with the form and comes back untouched. `reopen` is a button that
    opens the same form again, offered where the moment to open it has passed. `back`
    opens the form before it, where it is one of several steps.
    """

    name: str
    title: str
    fields: tuple[AnyField, ...]
    submit: str
    cancel: str
    reopen: Button
    state: str = ""
    intro: Line = ()
    back: Button | None = None

    @property
    def opener(self) -> Opener:
        """What opens this form again; it travels with the form as `Filled.reopen`."""
        return Opener(self.reopen.action, self.reopen.value)


class Audience(StrEnum):
    """Who sees a reply, and where: DIRECT is their conversation with the bot."""

    HERE = "here"
    THREAD = "thread"
    ONLY_YOU = "only_you"
    DIRECT = "direct"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Reply:
    """A handler's answer to the person who is waiting."""

    body: Card | Form
    audience: Audience = Audience.HERE
