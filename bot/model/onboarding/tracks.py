"""The checklists that come with us, by role: their texts are in the catalogues."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.onboarding import Kind, Line, Part, Step

EVERYBODY, LEAVING, CHANGING = "everybody", "leaving", "changing"
KINDS = {LEAVING: Kind.LEAVE, CHANGING: Kind.CHANGE}  # else a start
CHECKS = (30, 60, 90)
TALK, HOW = "talk", "how"


@dataclass(frozen=True, slots=True)
class Track:
    """A checklist by its name; `own` says that the company wrote it."""

    name: str
    lines: tuple[Line, ...]
    own: bool = False


def _lines(*said: str) -> tuple[Line, ...]:
    """ "it -3 accounts": who, when, what."""
    parts = (each.split() for each in said)
    return tuple(Line(Part(who), int(when), ready=what) for who, when, what in parts)


_BASE = _lines(
    "manager -5 plan",
    "it -3 accounts",
    "it -2 computer",
    "manager 0 welcome",
    "newcomer 0 profile",
    "buddy 0 lunch",
    "newcomer 1 security",
    "newcomer 2 handbook",
    "buddy 5 questions",
    "manager 5 week",
)
_ROLES = {
    "customer-service": _lines(
        "it -2 helpdesk", "newcomer 1 listen", "newcomer 3 refunds", "newcomer 5 reply"
    ),
    "warehouse": _lines(
        "manager 0 gear", "newcomer 0 floor", "newcomer 1 picking", "newcomer 3 returns"
    ),
    "marketing": _lines(
        "it -2 ads", "newcomer 1 brand", "newcomer 2 calendar", "newcomer 5 campaign"
    ),
    "e-commerce": _lines(
        "it -2 shop", "newcomer 1 order", "newcomer 3 catalogue", "newcomer 5 prices"
    ),
    "it": _lines(
        "it -2 keys", "newcomer 1 setup", "newcomer 2 incidents", "newcomer 5 change"
    ),
}
_LEAVING = _lines(
    "manager -10 handover",
    "newcomer -5 notes",
    "manager -5 announce",
    "newcomer -1 return",
    "manager 0 farewell",
    "it 0 close",
    "it 1 forward",
    "manager 1 owners",
)
_CHANGING = _lines(
    "manager 0 tell",
    "it 0 rights",
    "newcomer 0 pass-on",
    "newcomer 1 meet",
    "manager 1 expect",
    "it 2 old-rights",
    "manager 10 settled",
)
READY: Mapping[str, Track] = {
    EVERYBODY: Track(EVERYBODY, _BASE),
    **{name: Track(name, _BASE + lines) for name, lines in _ROLES.items()},
    LEAVING: Track(LEAVING, _LEAVING),
    CHANGING: Track(CHANGING, _CHANGING),
}
READY_TEXTS = tuple(
    dict.fromkeys(line.ready for track in READY.values() for line in track.lines)
)


def kind_of(track: str) -> Kind:
    """What a checklist is for."""
    return KINDS.get(track, Kind.START)


def steps_of(track: Track, kind: Kind) -> tuple[Step, ...]:
    """The steps of a new journey, in the order of their days; who comes is asked how it
    goes after a month, two and three.
    """
    lines = sorted(track.lines, key=lambda line: line.after)
    if kind is Kind.START:
        lines += [
            Line(part, 0, ready=ready, check=days)
            for days in CHECKS
            for part, ready in ((Part.NEWCOMER, HOW), (Part.MANAGER, TALK))
        ]
    return tuple(Step(line) for line in lines)
