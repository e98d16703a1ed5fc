"""What holds of every promise, whenever it was made and whatever happened since."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.model.feedback import (
    Facts,
    Feedback,
    Runs,
    ServiceLevel,
    Severity,
    State,
    Update,
    UpdateKind,
)
from bot.model.feedback.levels import OfficeHours, due, rests, running

BERLIN, SHANGHAI = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Shanghai")
START = datetime(2026, 2, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
EASTER = date(2026, 4, 6)


def hours(zone: ZoneInfo = BERLIN) -> OfficeHours:
    """Monday to Friday, but for one holiday."""
    return OfficeHours(zone, lambda day: day.weekday() < 5 and day != EASTER)


offices = st.sampled_from([hours(), hours(SHANGHAI)])
# Two months around the clock change and Easter.
instants = st.integers(0, 60 * 24 * 75).map(lambda count: START + count * MINUTE)
works = st.integers(1, 60 * 40).map(lambda count: count * MINUTE)
gone_on = st.sampled_from([State.WORKING, State.WAITING, State.FIXED, State.PLANNED])
LEVEL = ServiceLevel(Severity.BLOCKING, 60, 600, 7)


def item(opened: datetime, state: State = State.TRIAGED) -> Feedback:
    """Something that keeps customers from buying."""
    facts = Facts(severity=Severity.BLOCKING)
    return Feedback(id=1, number=1, opened_at=opened, facts=facts, state=state)


@given(offices, instants, works)
def test_after_some_work_so_much_was_worked(
    office: OfficeHours, since: datetime, work: timedelta
) -> None:
    """To the minute, and not a minute earlier."""
    at = office.after(since, work)
    assert at is not None
    assert office.worked(since, at) == work
    assert office.worked(since, at - MINUTE) == work - MINUTE


@given(offices, st.lists(instants, min_size=3, max_size=3).map(sorted))
def test_time_adds_up(office: OfficeHours, times: list[datetime]) -> None:
    """However it is cut."""
    one, two, three = times
    parts = office.worked(one, two) + office.worked(two, three)
    assert parts == office.worked(one, three)


@given(offices, instants, instants)
def test_nothing_runs_outside_working_hours(
    office: OfficeHours, one: datetime, two: datetime
) -> None:
    """Never more than has passed, never more than nine hours a day."""
    since, until = min(one, two), max(one, two)
    worked = office.worked(since, until)
    assert timedelta() <= worked <= until - since
    assert worked <= timedelta(hours=9) * ((until - since).days + 2)


stories = st.lists(st.tuples(instants, gone_on), max_size=6).map(
    lambda steps: [
        Update(1, None, UpdateKind.STATE, at, state.value)
        for at, state in sorted(steps, key=lambda step: step[0])
    ]
)


@given(offices, instants, stories, instants)
def test_waiting_for_a_customer_never_brings_a_promise_nearer(
    office: OfficeHours, opened: datetime, story: list[Update], now: datetime
) -> None:
    """The pauses count for nothing; without them nothing is later."""
    if now < opened:
        opened, now = now, opened
    story = [each for each in story if opened <= each.at <= now]
    waited = running(item(opened), LEVEL, story, office, now)
    never = running(item(opened), LEVEL, (), office, now)
    assert [each.promise for each in waited] == [each.promise for each in never]
    for with_pauses, without in zip(waited, never, strict=True):
        assert timedelta() <= with_pauses.spent <= without.spent
        paused = sum(
            (office.worked(*pause) for pause in rests(story, now)), timedelta()
        )
        assert with_pauses.spent + paused == without.spent


@given(offices, instants, instants)
def test_it_is_looked_at_again_exactly_when_there_is_something_to_say(
    office: OfficeHours, opened: datetime, now: datetime
) -> None:
    """From look to look: each promise is warned of once, then broken once."""
    feedback, at = item(min(opened, now)), max(opened, now)
    story: list[Update] = []
    for _ in range(8):
        found = due(feedback, LEVEL, story, office, at)
        for kind, those in (
            (UpdateKind.WARNED, found.warn),
            (UpdateKind.BREACHED, found.breach),
        ):
            story += [Update(1, None, kind, at, each.promise.value) for each in those]
        if found.again is None:
            break
        assert found.again > at
        silent = due(feedback, LEVEL, story, office, found.again - MINUTE / 60)
        assert not silent.warn
        assert not silent.breach
        at = found.again
        assert due(feedback, LEVEL, story, office, at) != silent
    said = [(each.kind, each.text) for each in story]
    assert len(said) == len(set(said))
    broken = {text for kind, text in said if kind is UpdateKind.BREACHED}
    assert broken == {"answer", "solve"}


def test_what_was_answered_or_is_over_runs_no_more() -> None:
    """And what waits for the customer stands still."""
    noon = datetime(2026, 3, 2, 11, tzinfo=UTC)
    for state in (State.WAITING, State.FIXED, State.DECLINED, State.CLOSED):
        late = noon + timedelta(days=30)
        assert running(item(noon, state), LEVEL, (), hours(), late) == ()
    assert running(item(noon), None, (), hours(), noon) == ()


@given(instants, st.integers(1, 60 * 24 * 3).map(lambda count: count * MINUTE))
def test_round_the_clock_every_hour_counts(opened: datetime, gone: timedelta) -> None:
    """Nights, Sundays and Easter too; only customers stop it."""
    level = replace(LEVEL, hours=Runs.ALWAYS)
    found = running(item(opened), level, (), hours(), opened + gone)
    assert all(each.spent == gone for each in found)
    waits = Update(1, None, UpdateKind.STATE, opened, State.WAITING.value)
    goes_on = replace(waits, at=opened + gone, text=State.WORKING.value)
    story = (waits, goes_on)
    rested = running(item(opened), level, story, hours(), opened + gone + MINUTE)
    assert all(each.spent == MINUTE for each in rested)
