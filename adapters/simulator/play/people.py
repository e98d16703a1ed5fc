"""People who live by their manners: they see what the bot sends, and plan what to do.

Nothing here reads the bot's words: a question is a direct message with a first button.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from adapters.simulator.play.crowd import Someone, direct_place, member_of, people_of
from adapters.simulator.play.happenings import Happening, What
from adapters.simulator.play.manners import Answers
from adapters.simulator.play.sheets import primary, title_of
from adapters.simulator.side import Press, Side
from adapters.simulator.wire import Json

SOON = (2, 14)  # minutes
REMINDED = (3, 8)
AFTER_ALL = timedelta(hours=9)  # for who waits for a reminder that never comes
FIRST_LOOK, NEXT_LOOK = timedelta(minutes=130), timedelta(minutes=30)
GIVES_UP = timedelta(hours=12)
Question = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody will do: press what a message offers first of all, or type."""

    at: datetime
    who: str
    press: Press | None = None
    words: str = ""
    asked: datetime | None = None


@dataclass
class People:
    """Everybody's plans, and what they have noticed so far."""

    sides: Sequence[Side]
    seed: int
    acts: list[Act] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Know everybody; whatever was said before is old."""
        self.known = {one.id: one for side in self.sides for one in people_of(side)}
        self._direct: dict[str, str] = {}
        self._last = [_newest(side, None) for side in self.sides]
        self._asked: set[Question] = set()
        self._answered: set[Question] = set()
        self._shared: dict[str, Json] = {}
        self._members: dict[str, Someone | None] = {}
        for side in self.sides:
            self._changed(side)

    def plan_absences(self, begins: datetime, ends: datetime) -> None:
        """Everybody who will be away types so on their morning."""
        for one in self.known.values():
            absence = one.manner.absence
            day = one.local(begins)
            while absence and day <= one.local(ends):
                at = day.replace(
                    hour=absence.hour, minute=absence.minute, second=0, microsecond=0
                )
                if day.weekday() == absence.weekday and begins <= at < ends:
                    self._plan(Act(at.astimezone(UTC), one.id, words=absence.words))
                day += timedelta(days=1)

    def next_act(self) -> Act | None:
        """What will be done first."""
        return self.acts[0] if self.acts else None

    def take(self, now: datetime) -> Act | None:
        """The first thing that is due, off the list."""
        due = bool(self.acts) and self.acts[0].at <= now
        return self.acts.pop(0) if due else None

    def look_again(self, act: Act) -> None:
        """Whoever answers after the close looks later, while there is hope."""
        if act.asked and act.at + NEXT_LOOK < act.asked + GIVES_UP:
            self._plan(replace(act, at=act.at + NEXT_LOOK))

    def has_answered(self, act: Act) -> bool:
        """Whether they did already what they were asked, by another message perhaps."""
        return act.press is not None and _question(act.who, act.press) in self._answered

    def answered(self, act: Act) -> None:
        """It is done, and will not be done again."""
        if act.press is not None:
            self._answered.add(_question(act.who, act.press))

    def chance(self, who: str, day: datetime) -> Random:
        """Luck that is always the same for a person and a day."""
        return Random(f"{self.seed}/{who}/{self.known[who].local(day).date()}")  # noqa: S311 no secret

    def notice(self, now: datetime) -> list[Happening]:
        """What is new since the last look; plans are made of it."""
        found: list[Happening] = []
        for number, side in enumerate(self.sides):
            new = side.messages(None, None, self._last[number])
            self._last[number] = _newest(side, self._last[number])
            asked = [
                (someone, message)
                for message in new
                if message["bot"] and not message.get("ephemeral_to")
                if (someone := self._reader(side, str(message["in"])))
                if self._consider(someone, message)
            ]
            found += _together(asked)
            found += [self._posted(side, each, now) for each in self._changed(side)]
        return found

    def _consider(self, someone: Someone, message: Json) -> bool:
        """Plans an answer to a question; whether it is one."""
        press = primary(message)
        if press is None:
            return False
        at = _minute(message)
        question = _question(someone.id, press)
        again = question in self._asked
        self._asked.add(question)
        chance = self.chance(someone.id, at)
        act = Act(at, someone.id, press, asked=at)
        match someone.manner.answers, again:
            case (Answers.SOON, False):
                wait = timedelta(minutes=chance.randint(*SOON))
            case (Answers.LAST_MINUTE, False):
                wait = AFTER_ALL
            case (Answers.LAST_MINUTE, True):
                wait = timedelta(minutes=chance.randint(*REMINDED))
            case (Answers.AFTER_THE_CLOSE, False):
                wait = FIRST_LOOK
            case _:
                return True
        self._plan(replace(act, at=at + wait))
        return True

    def _plan(self, act: Act) -> None:
        self.acts.append(act)
        self.acts.sort(key=lambda each: (each.at, each.who))

    def _reader(self, side: Side, place: str) -> Someone | None:
        """Whose direct messages with the bot a place is."""
        if place not in self._direct:
            for one in self.known.values():
                if one.side is side:
                    self._direct[direct_place(one)] = one.id
        who = self._direct.get(place)
        return self.known[who] if who else None

    def _posted(self, side: Side, message: Json, now: datetime) -> Happening:
        """Something in a place, as one of its members sees it."""
        place = str(message["in"])
        if place not in self._members:
            self._members[place] = member_of(side, place, self.known.values())
        who = self._members[place]
        seen_by = (who.id,) if who else ()
        tz = who.tz if who else ""
        title = title_of(message)
        return Happening(now, What.POSTED, side.platform, seen_by, place, title, tz=tz)

    def _changed(self, side: Side) -> list[Json]:
        """What the bot said or changed where several people read it."""
        found: list[Json] = []
        direct = {direct_place(one) for one in self.known.values() if one.side is side}
        for message in side.messages(None, None, None):
            if not message["bot"] or message["in"] in direct:
                continue
            if message.get("ephemeral_to"):
                continue
            key = f"{side.platform}/{message['ts']}"
            looks = {name: message.get(name) for name in ("text", "blocks", "card")}
            if self._shared.get(key) != looks:
                self._shared[key] = looks
                found.append(message)
        return found


def _together(asked: Sequence[tuple[Someone, Json]]) -> Iterator[Happening]:
    """Questions of the same minute and clock are one thing to see.

    They are told in one order, however quickly each of them was delivered.
    """
    groups: dict[str, list[tuple[Someone, Json]]] = {}
    for someone, message in sorted(asked, key=lambda pair: pair[0].id):
        groups.setdefault(someone.tz, []).append((someone, message))
    for tz, group in sorted(groups.items()):
        first, message = group[0]
        yield Happening(
            _minute(message),
            What.ASKED,
            first.side.platform,
            tuple(someone.id for someone, _ in group),
            str(message["in"]),
            title_of(message),
            tz=tz,
        )


def _question(who: str, press: Press) -> Question:
    """The same button on another message asks the same."""
    return who, press.button, str(press.value)


def _minute(message: Json) -> datetime:
    """When it came, to the minute: clocks run on while people look."""
    return datetime.fromisoformat(message["at"]).replace(second=0, microsecond=0)


def _newest(side: Side, since: str | None) -> str | None:
    found = side.messages(None, None, since)
    return str(found[-1]["ts"]) if found else since
