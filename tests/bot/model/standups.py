"""Stand-ups, people and days for the tests of the pure rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from bot.model.people import Hours, Person
from bot.model.standup import (
    WEEKDAYS,
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.days import DayPlan
from bot.model.standup.steps import (
    Ask,
    Cancel,
    Close,
    FollowUp,
    NoteAway,
    NoteBack,
    Nudge,
    Open,
    PassBy,
    Remind,
    Step,
)
from bot.model.standup.times import Days

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Shanghai",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "America/St_Johns",
    "UTC",
)
CHANGES = (
    date(2026, 3, 29),  # Berlin: 02:00 to 03:00 does not happen
    date(2026, 10, 25),  # Berlin: 02:00 to 03:00 happens twice
    date(2026, 3, 8),  # New York, the same
    date(2026, 11, 1),
)
EVERY_DAY = Days(lambda day: day + timedelta(days=1), lambda day, _: True)
OWN_DAYS = Days(
    lambda day: day + timedelta(days=1),
    lambda day, who: day.weekday() in who.hours.days,
)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

zones = st.sampled_from(ZONES)
walls = st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))
days = st.one_of(
    st.sampled_from(CHANGES), st.dates(date(2025, 1, 1), date(2028, 12, 31))
)
working_days = st.frozensets(st.integers(0, 6))


def person(number: int, zone: str = "Europe/Berlin", **facts: object) -> Person:
    """A person of organization 1."""
    made = Person(number, 1, f"P{number}", zone, "en")
    return replace(made, **facts)  # type: ignore[arg-type]


@st.composite
def teams(draw: st.DrawFn) -> list[Person]:
    """One to eight people anywhere, with working days of their own."""
    facts = draw(st.lists(st.tuples(zones, working_days), min_size=1, max_size=8))
    return [
        person(number, zone, hours=Hours(days=own))
        for number, (zone, own) in enumerate(facts, 1)
    ]


def standup(**facts: object) -> Standup:
    """A stand-up of Berlin, at 09:30 on everybody's own clock."""
    made = Standup(
        id=1,
        organization_id=1,
        name="Daily",
        rule=WEEKDAYS,
        start=date(2020, 1, 1),
        at=time(9, 30),
        home_zone="Europe/Berlin",
        owner_id=1,
        since=LONG_AGO,
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def opened(plan: DayPlan) -> tuple[Occurrence, dict[int, Participant]]:
    """The plan as it stands in the database."""
    occurrence = Occurrence(
        id=1,
        standup_id=1,
        day=plan.day,
        opens_at=plan.opens_at,
        closes_at=plan.closes_at,
    )
    people = {
        each.person_id: Participant(
            id=each.person_id,
            occurrence_id=1,
            person_id=each.person_id,
            state=ParticipantState.AWAY if each.away else ParticipantState.WAITING,
            ask_at=each.at,
            optional=each.optional,
        )
        for each in plan.invitations
    }
    return occurrence, people


def do(
    step: Step,
    occurrence: Occurrence,
    people: dict[int, Participant],
    now: datetime,
) -> Occurrence:
    """What the flow does with a step, without its messages."""
    match step:
        case Open():
            return replace(occurrence, state=OccurrenceState.OPEN)
        case Close():
            for who in list(people.values()):
                if who.state is ParticipantState.ASKED:
                    people[who.id] = replace(who, state=who.silent)
            return replace(occurrence, state=OccurrenceState.CLOSED)
        case Cancel():
            return replace(occurrence, state=OccurrenceState.CANCELLED)
        case Ask(who):
            asked = replace(people[who.id], state=ParticipantState.ASKED, ask_at=now)
            people[who.id] = asked
        case NoteAway(who):
            people[who.id] = replace(people[who.id], state=ParticipantState.AWAY)
        case NoteBack(who):
            people[who.id] = replace(people[who.id], state=ParticipantState.WAITING)
        case PassBy(who):
            people[who.id] = replace(people[who.id], ask_at=None)
        case Remind(who):
            people[who.id] = replace(people[who.id], reminded_at=now)
        case FollowUp(who):
            people[who.id] = replace(people[who.id], followed_at=now)
        case Nudge(who):
            people[who.id] = replace(people[who.id], nudge_at=None)
    return occurrence
