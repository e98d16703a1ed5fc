"""What a team chose for its stand-up beside time and people."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from bot.model.people import Person
from bot.model.refs import PlaceRef

if TYPE_CHECKING:  # a stand-up has a policy
    from bot.model.standup import Standup


class MissingStyle(StrEnum):
    """How who did not answer is named in the wrap-up (PEERS A13)."""

    MENTION = "mention"
    NAMES = "names"
    COUNT = "count"
    OFF = "off"


class Readers(StrEnum):
    """Who may read the answers (PEERS A24): where not all, nothing is posted."""

    ALL = "all"
    MEMBERS = "members"
    MANAGERS = "managers"
    ADMINS = "admins"


class AwayNews(StrEnum):
    """Which absences its place hears of (PEERS B16): those over a day, all, or none."""

    NONE = "none"
    LONG = "long"
    ALL = "all"


class Weekly(StrEnum):
    """Who hears at the end of a week how it went (PEERS A37): its place, or its owner,
    admins and observers, or nobody.
    """

    PLACE = "place"
    LEADS = "leads"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices. `remind_after` is in minutes after the prompt, 0 is never (A11).

    A blocker that grows old goes to `escalate_to` (C05); a new one is told in
    `alarm_place` and becomes a task where `alarm_task` (C07).
    """

    remind_after: int = 0
    missing: MissingStyle = MissingStyle.NAMES
    readers: Readers = Readers.ALL
    away_news: AwayNews = AwayNews.NONE
    escalate_to: int | None = None
    alarm_place: PlaceRef | None = None
    alarm_task: bool = False
    weekly: Weekly = Weekly.PLACE


USUAL = Policy()


def may_read(
    standup: "Standup", person: Person, about: Person, *, member: bool
) -> bool:
    """Whether the person may read what `about` answered. Privacy of the place beside.

    One's own is always there, everything for the owner and the stand-up's admins: an
    admin of the organization makes themselves one, where everybody sees it. `member`:
    they are asked too. Without a place its readers are named, and no others.
    """
    if person.id in (about.id, standup.owner_id, *standup.admins):
        return True
    observes = person.id in standup.observers
    match standup.policy.readers:
        case Readers.ALL:
            return observes or standup.place is not None
        case Readers.MEMBERS:
            return observes or member
        case Readers.MANAGERS:
            return about.manager_id == person.id
        case Readers.ADMINS:
            return False
        case unknown:
            assert_never(unknown)
