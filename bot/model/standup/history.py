"""What was said in stand-ups, as it is looked up: who may read what, page by page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.model.absence import Days
from bot.model.people import Person
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
    same_name,
)
from bot.model.standup.policy import MissingStyle, may_read

PAGE = 10  # people's answers on one page
LAST = 2**62  # behind every participant's id
EVER = Days(date(2000, 1, 1), date(9999, 12, 31))
WORDS = 80  # letters that are looked for


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: in one stand-up or in all, of one person or of all, in some
    days or in all, with these words in an answer or with any.
    """

    standup_id: int | None = None
    person_id: int | None = None
    days: Days | None = None
    words: str = ""


class Fate(StrEnum):
    """What became of a person on a day (PEERS A16)."""

    ANSWERED = "answered"
    LATE = "late"
    MISSED = "missed"
    AWAY = "away"
    SKIPPED = "skipped"
    OPTIONAL = "optional"
    WAITING = "waiting"
    UNASKED = "unasked"


def fate(occurrence: Occurrence, who: Participant) -> Fate:
    """How the day ended for them, or how it is now."""
    if who.said:
        return Fate.LATE if who.late else Fate.ANSWERED
    match who.state:
        case ParticipantState.MISSED:
            return Fate.MISSED
        case ParticipantState.AWAY:
            return Fate.AWAY
        case ParticipantState.SKIPPED:
            return Fate.OPTIONAL if who.optional else Fate.SKIPPED
        case _:
            done = occurrence.state is not OccurrenceState.OPEN
            return Fate.UNASKED if done or who.ask_at is None else Fate.WAITING


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody reads a stand-up. `asked`: it asks them too."""

    standup: Standup
    reader: Person
    asked: bool

    def may_read(
        self, occurrence: Occurrence, participants: Iterable[Participant], about: Person
    ) -> bool:
        """Whether they may read what somebody said that day. Until a day is closed its
        answers are where they are posted, and nowhere else.
        """
        if about.id == self.reader.id:
            return True
        closed = occurrence.state is OccurrenceState.CLOSED
        if not closed and not self.standup.posts_answers:
            return False
        member = self.asked or any(
            each.person_id == self.reader.id for each in participants
        )
        return may_read(self.standup, self.reader, about, member=member)

    def may_know(self, about: Person) -> bool:
        """Whether numbers of somebody's own are for them (PEERS A34)."""
        theirs = about.id == self.reader.id or about.manager_id == self.reader.id
        return theirs or self.answers_for_it

    @property
    def gets_wrapup(self) -> bool:
        """Whether its wrap-up is for them: it asks them, or they observe it."""
        return self.asked or self.reader.id in self.standup.observers

    @property
    def answers_for_it(self) -> bool:
        """Whether they are its owner or one of its admins."""
        return self.reader.id in (self.standup.owner_id, *self.standup.admins)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the history something stands: the newest day first."""

    day: date
    occurrence_id: int
    participant_id: int

    @property
    def order(self) -> tuple[int, int, int]:
        """What it is sorted by."""
        return -self.day.toordinal(), self.occurrence_id, self.participant_id

    def __str__(self) -> str:
        return f"{self.day}.{self.occurrence_id}.{self.participant_id}"

    @classmethod
    def read(cls, text: str) -> "Place":
        """From its text. Raises ValueError."""
        day, occurrence, participant = text.split(".")
        return cls(date.fromisoformat(day), int(occurrence), int(participant))


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's part in one day, as it is read."""

    standup: Standup
    occurrence: Occurrence
    participant: Participant
    name: str
    texts: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.occurrence.day, self.occurrence.id, self.participant.id)

    @property
    def fate(self) -> Fate:
        """What became of the person that day."""
        return fate(self.occurrence, self.participant)


@dataclass(frozen=True, slots=True)
class DayEnd:
    """What else there is to say of a day: who did not answer, by what became of them,
    and what was said without a name.
    """

    standup: Standup
    occurrence: Occurrence
    silent: Mapping[Fate, tuple[str, ...]]
    sealed: Mapping[int, tuple[str, ...]]

    @property
    def place(self) -> Place:
        """Behind everybody of its day."""
        return Place(self.occurrence.day, self.occurrence.id, LAST)

    @property
    def says(self) -> bool:
        """Whether there is anything to say."""
        cancelled = self.occurrence.state is OccurrenceState.CANCELLED
        return bool(self.silent or self.sealed or cancelled)


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries, and whether there are any before and after them."""

    entries: tuple[Entry | DayEnd, ...]
    newer: bool = False
    older: bool = False


@dataclass(frozen=True, slots=True)
class Cursor:
    """Which page: what comes after a place, or before it."""

    place: Place
    newer: bool = False

    def takes(self, entry: Entry | DayEnd) -> bool:
        """Whether the entry lies on that side."""
        if self.newer:
            return entry.place.order < self.place.order
        return entry.place.order > self.place.order


def has_words(texts: Sequence[str], words: str) -> bool:
    """Whether one answer has all these words in a row, in any case and width."""
    wanted = same_name(words)
    return any(wanted in same_name(text) for text in texts)


def names_silent(reading: Reading, about: Person) -> bool:
    """Whether it is said by name that somebody did not answer on a day: as the wrap-up
    does, to those for whom the wrap-up is.
    """
    named = reading.standup.policy.missing in (MissingStyle.NAMES, MissingStyle.MENTION)
    return (named and reading.gets_wrapup) or reading.may_know(about)


def by_day(
    participants: Iterable[Participant],
) -> Mapping[int, tuple[Participant, ...]]:
    """Everybody of each day, by the day's id."""
    found: dict[int, tuple[Participant, ...]] = {}
    for each in participants:
        found[each.occurrence_id] = (*found.get(each.occurrence_id, ()), each)
    return found
