"""One day of a stand-up, moment by moment."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.model.people import Person
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    StandupState,
)
from bot.model.standup.days import plan_day
from bot.model.standup.reminders import CALM, Reminders, reminders
from bot.model.standup.steps import (
    FAN_OUT,
    GRACE,
    STALE,
    Ask,
    Cancel,
    Close,
    FollowUp,
    NoteAway,
    Nudge,
    Open,
    PassBy,
    Remind,
    Step,
    next_steps,
)
from bot.model.standup.times import ask_time
from tests.bot.model.standups import (
    EVERY_DAY,
    OWN_DAYS,
    days,
    do,
    opened,
    person,
    standup,
    teams,
    walls,
)

TEN = datetime(2026, 6, 10, 8, 0, tzinfo=UTC)
DAILY = standup()
DAY = Occurrence(
    id=1,
    standup_id=1,
    day=date(2026, 6, 10),
    opens_at=TEN,
    closes_at=TEN + timedelta(hours=2),
)
OPEN = replace(DAY, state=OccurrenceState.OPEN)


def waiting(number: int = 1, at: datetime | None = TEN) -> Participant:
    """Somebody who is to be asked at ten."""
    return Participant(id=number, occurrence_id=1, person_id=number, ask_at=at)


def asked(number: int = 1, **facts: object) -> Participant:
    """Somebody who was asked at ten."""
    found = replace(waiting(number), state=ParticipantState.ASKED)
    return replace(found, **facts)  # type: ignore[arg-type]


def kinds(steps: tuple[Step, ...]) -> list[type]:
    """What kinds of steps these are."""
    return [type(step) for step in steps]


def live(
    team: list[Person], day: date, at: time, absent: frozenset[int], late: int
) -> tuple[list[tuple[datetime, Step]], dict[int, Participant], Occurrence]:
    """A whole day, every wake `late` seconds late; each moment is looked at twice."""
    plan = plan_day(standup(at=at), day, team, (), OWN_DAYS)
    occurrence, people = opened(plan)
    whos = {who.id: who for who in team}
    now: datetime | None = plan.opens_at
    done: list[tuple[datetime, Step]] = []
    while now is not None:
        now += timedelta(seconds=late)
        everybody = list(people.values())
        told = reminders(DAILY, occurrence, everybody, whos, OWN_DAYS.works)
        todo = next_steps(
            DAILY, occurrence, everybody, now=now, absent=absent, reminders=told
        )
        for step in todo.steps:
            occurrence = do(step, occurrence, people, now)
            done.append((now, step))
        again = list(people.values())
        told = reminders(DAILY, occurrence, again, whos, OWN_DAYS.works)
        assert not next_steps(
            DAILY, occurrence, again, now=now, absent=absent, reminders=told
        ).steps
        now = todo.wake
    return done, people, occurrence


@given(
    teams(), days, walls, st.frozensets(st.integers(1, 8)), st.sampled_from([0, 1, 59])
)
def test_a_whole_day_asks_each_person_present_once_at_their_own_time(
    team: list[Person], day: date, at: time, absent: frozenset[int], late: int
) -> None:
    """Nobody twice, nobody on a day off or away, each at their own time; one close."""
    done, _, occurrence = live(team, day, at, absent, late)
    steps = Counter(type(step) for _, step in done)
    times = {step.participant.id: now for now, step in done if isinstance(step, Ask)}
    assert steps[Ask] == len(times)
    present = {
        who.id: ask_time(standup(at=at), who, day, OWN_DAYS)
        for who in team
        if day.weekday() in who.hours.days and who.id not in absent
    }
    assert set(times) == set(present)
    for who, now in times.items():
        assert timedelta() <= now - present[who] <= timedelta(minutes=2)
    assert steps[Close] + steps[Cancel] == 1
    assert steps[Open] == steps[Close] == (1 if present else 0)
    closed = OccurrenceState.CLOSED if present else OccurrenceState.CANCELLED
    assert occurrence.state is closed


@given(teams(), days, walls)
def test_who_is_silent_all_day_is_reminded_once_and_missed(
    team: list[Person], day: date, at: time
) -> None:
    """At most once, in the hours they were asked in, never soon after."""
    done, people, occurrence = live(team, day, at, frozenset(), 0)
    reminded = Counter(s.participant.id for _, s in done if isinstance(s, Remind))
    assert set(reminded.values()) <= {1}
    whos = {who.id: who for who in team}
    for now, step in done:
        if isinstance(step, Remind):
            asked = step.participant.ask_at
            assert asked
            assert asked + CALM <= now < occurrence.closes_at
            who = whos[step.participant.id]
            in_hours = who.local(now).time() <= who.hours.end
            assert in_hours or who.local(asked).time() >= who.hours.end
    silent = {who.id for who in people.values() if who.state is ParticipantState.MISSED}
    assert set(reminded) <= silent


def test_the_first_prompt_opens_the_day() -> None:
    """The day's message comes before the prompts."""
    todo = next_steps(DAILY, DAY, [waiting()], now=TEN)
    assert kinds(todo.steps) == [Open, Ask]


def test_a_prompt_is_not_sent_long_after_its_time() -> None:
    """After downtime: no prompt of ten at half past eleven and later."""
    late = TEN + GRACE + timedelta(seconds=1)
    assert kinds(next_steps(DAILY, DAY, [waiting()], now=late).steps) == [PassBy]
    in_time = next_steps(DAILY, DAY, [waiting()], now=TEN + GRACE)
    assert Ask in kinds(in_time.steps)


def test_a_day_that_downtime_swallowed_is_cancelled_silently() -> None:
    """Nobody was asked until its close."""
    todo = next_steps(DAILY, DAY, [waiting()], now=DAY.closes_at)
    assert kinds(todo.steps) == [Cancel]
    assert todo.wake is None


def test_who_went_away_since_the_morning_is_not_asked() -> None:
    """Absence counts at the moment of asking."""
    todo = next_steps(DAILY, DAY, [waiting()], now=TEN, absent={1})
    assert kinds(todo.steps) == [NoteAway]


def test_who_came_back_early_is_asked() -> None:
    """They were planned as away and are not any more."""
    back = replace(waiting(), state=ParticipantState.AWAY)
    assert Ask in kinds(next_steps(DAILY, DAY, [back], now=TEN).steps)


def test_who_skipped_before_their_time_is_not_asked() -> None:
    """Their own wish counts."""
    skipped = replace(waiting(), state=ParticipantState.SKIPPED)
    assert next_steps(DAILY, DAY, [skipped], now=TEN).steps == ()


def test_only_who_may_be_reminded_is() -> None:
    """At their own time, and not long after it."""
    now = OPEN.closes_at - timedelta(minutes=30)
    team = [asked(1), asked(2), asked(3)]
    soon = now + timedelta(minutes=1)
    told = {2: Reminders(before=now), 3: Reminders(before=soon)}
    todo = next_steps(DAILY, OPEN, team, now=now, reminders=told)
    assert todo.steps == (Remind(team[1]),)
    assert todo.wake == soon
    long_ago = {2: Reminders(before=now - STALE - timedelta(seconds=1))}
    assert not next_steps(DAILY, OPEN, team, now=now, reminders=long_ago).steps


def test_a_reminder_after_the_prompt_comes_once_and_not_beside_the_last() -> None:
    """After downtime both may be due: the last one is enough."""
    soon = TEN + timedelta(minutes=30)
    told = {1: Reminders(after=soon, before=soon + timedelta(minutes=20))}
    todo = next_steps(DAILY, OPEN, [asked()], now=soon, reminders=told)
    assert kinds(todo.steps) == [FollowUp]
    after = [asked(followed_at=soon)]
    assert not next_steps(DAILY, OPEN, after, now=soon, reminders=told).steps
    both = soon + timedelta(minutes=20)
    todo = next_steps(DAILY, OPEN, [asked()], now=both, reminders=told)
    assert kinds(todo.steps) == [Remind]
    reminded = [asked(reminded_at=both)]
    assert not next_steps(DAILY, OPEN, reminded, now=both, reminders=told).steps


def test_a_nudge_somebody_asked_for_comes_once() -> None:
    """An extra reminder, at its time."""
    at = TEN + timedelta(minutes=30)
    assert next_steps(DAILY, OPEN, [asked(nudge_at=at)], now=TEN).wake == at
    todo = next_steps(DAILY, OPEN, [asked(nudge_at=at)], now=at)
    assert kinds(todo.steps) == [Nudge]


def test_a_paused_stand_up_asks_nobody_but_closes_its_day() -> None:
    """The day that began comes to its end."""
    paused = standup(state=StandupState.PAUSED)
    assert next_steps(paused, OPEN, [waiting()], now=TEN).steps == ()
    assert kinds(next_steps(paused, DAY, [waiting()], now=TEN).steps) == [Cancel]
    late = next_steps(paused, OPEN, [waiting()], now=OPEN.closes_at)
    assert kinds(late.steps) == [Close]


def test_a_crowd_is_asked_in_portions() -> None:
    """At most fifty messages a transaction; the rest follows at once."""
    crowd = [waiting(number) for number in range(1, 121)]
    todo = next_steps(DAILY, DAY, crowd, now=TEN)
    assert len(todo.steps) == FAN_OUT
    assert todo.wake == TEN


def test_nothing_is_done_after_the_close() -> None:
    """A closed day needs nothing."""
    closed = replace(DAY, state=OccurrenceState.CLOSED)
    todo = next_steps(DAILY, closed, [asked()], now=DAY.closes_at)
    assert (todo.steps, todo.wake) == ((), None)


def test_days_are_planned_for_everybody() -> None:
    """A plan names each person once."""
    team = [person(1), person(2, "Asia/Shanghai")]
    plan = plan_day(DAILY, date(2026, 6, 10), team, (), EVERY_DAY)
    assert [each.person_id for each in plan.invitations] == [1, 2]
