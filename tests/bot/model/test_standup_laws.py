"""What holds for every stand-up, wherever people live and whenever the bot restarts.

A whole run is lived through purely: days are planned and done as the flow does it, with
the same rules, over several days, zones, calendars, absences and clock changes.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.people import Hours, Person, ReminderStyle
from bot.model.standup import Occurrence, Participant, Standup
from bot.model.standup.days import (
    DayPlan,
    Need,
    days_by_now,
    days_needed,
    next_happening,
    plan_day,
)
from bot.model.standup.policy import Policy
from bot.model.standup.reminders import reminders
from bot.model.standup.steps import (
    GRACE,
    Ask,
    Cancel,
    Close,
    FollowUp,
    Remind,
    Step,
    next_steps,
)
from bot.model.standup.times import Days, ask_time, there
from tests.bot.model.standups import do, opened, person, standup

ONE_DAY = timedelta(days=1)
SPAN = 5  # days that are lived through
ZONES = (
    "Europe/Berlin",
    "Asia/Shanghai",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Chatham",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
)
# Clocks change in Berlin, New York, St John's, Lord Howe and Chatham near these.
STARTS = (
    date(2026, 3, 6),
    date(2026, 3, 27),
    date(2026, 4, 3),
    date(2026, 9, 25),
    date(2026, 10, 2),
    date(2026, 10, 23),
    date(2026, 10, 30),
    date(2026, 12, 30),
)
Done = tuple[datetime, date, str, int]  # when, of which day, what, to whom


@dataclass(frozen=True, slots=True)
class Company:
    """People anywhere, who are off and away on days of their own."""

    people: tuple[Person, ...]
    holidays: frozenset[tuple[str, date]]
    absent: frozenset[tuple[int, date]]

    @property
    def days(self) -> Days:
        """Every day, and who works on it."""
        return Days(lambda day: day + ONE_DAY, self._works)

    def _works(self, day: date, who: Person) -> bool:
        return day.weekday() in who.hours.days and (who.zone, day) not in self.holidays

    def away(self, needs: dict[int, Iterable[Need]]) -> set[int]:
        """Who is away when they are needed."""
        return {
            who
            for who, theirs in needs.items()
            if any((who, need.day) in self.absent for need in theirs)
        }


@dataclass
class Run:
    """What happened, in order."""

    done: list[Done] = field(default_factory=list)
    plans: dict[date, DayPlan] = field(default_factory=dict)
    ended: Counter[date] = field(default_factory=Counter)


def live(
    made: Standup, company: Company, begin: datetime, extra: tuple[datetime, ...] = ()
) -> Run:
    """Lives through the days; `extra` are wakes for no reason, as after a restart."""
    run, end = Run(), begin + SPAN * ONE_DAY
    coming = next_happening(made, company.people, company.days, after=None, now=begin)
    open_days: dict[date, tuple[Occurrence, dict[int, Participant], datetime]] = {}
    wakes = sorted(extra)
    while True:
        moments = [wake for _, _, wake in open_days.values()] + wakes[:1]
        moments += [coming.at] if coming and coming.at <= end else []
        if not moments:
            return run
        now = min(moments)
        wakes = [each for each in wakes if each > now]
        while coming and coming.at <= min(now, end):
            plan = _plan(made, company, coming.day, now)
            assert coming.day not in run.plans
            run.plans[coming.day] = plan
            if plan.asks_somebody:
                occurrence, people = opened(plan)
                open_days[plan.day] = occurrence, people, max(plan.opens_at, now)
            coming = next_happening(
                made, company.people, company.days, after=plan.day, now=now - GRACE
            )
        for day, (occurrence, people, _) in list(open_days.items()):
            after = _step(made, company, run, occurrence, people, now)
            open_days.pop(day)
            if after:
                open_days[day] = after


def _plan(made: Standup, company: Company, day: date, now: datetime) -> DayPlan:
    needed: dict[int, Iterable[Need]] = {
        who.id: days_needed(made, who, day, ask_time(made, who, day, company.days))
        for who in company.people
    }
    absent = company.away(needed)
    return plan_day(made, day, company.people, absent, company.days, now - GRACE)


def _away(
    made: Standup,
    company: Company,
    occurrence: Occurrence,
    people: Iterable[Participant],
    now: datetime,
) -> tuple[set[int], set[int]]:
    """Who is away by now, and who was when they were asked."""
    whos = {who.id: who for who in company.people}
    by_now: dict[int, Iterable[Need]] = {}
    asked: dict[int, Iterable[Need]] = {}
    for each in people:
        who, at = whos[each.person_id], each.ask_at
        by_now[who.id] = days_by_now(made, who, occurrence, at, now)
        if at:
            asked[who.id] = days_needed(made, who, occurrence.day, at)
    return company.away(by_now), company.away(asked)


def _step(
    made: Standup,
    company: Company,
    run: Run,
    occurrence: Occurrence,
    people: dict[int, Participant],
    now: datetime,
) -> tuple[Occurrence, dict[int, Participant], datetime] | None:
    """Does what is due; again at once it is nothing."""
    whos = {who.id: who for who in company.people}
    absent, gone = _away(made, company, occurrence, people.values(), now)

    def due() -> tuple[tuple[Step, ...], datetime | None]:
        everybody = list(people.values())
        told = reminders(made, occurrence, everybody, whos, company.days.works)
        todo = next_steps(
            made,
            occurrence,
            everybody,
            now=now,
            absent=absent,
            gone=gone,
            reminders=told,
        )
        return todo.steps, todo.wake

    steps, wake = due()
    for step in steps:
        occurrence = do(step, occurrence, people, now)
        whom = getattr(step, "participant", None)
        what = type(step).__name__
        run.done.append((now, occurrence.day, what, whom.person_id if whom else 0))
        if isinstance(step, Close | Cancel):
            run.ended[occurrence.day] += 1
    assert due()[0] == ()
    return (occurrence, people, wake) if wake else None


# Half of the times are just before hours of work end or begin: there rules go wrong.
EDGES = [time(5, 30), time(8, 45), time(13, 45), time(17, 30), time(17, 45)]
any_quarter = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
quarters = st.sampled_from(EDGES) | any_quarter
zones = st.sampled_from(ZONES)
hours = st.one_of(
    st.just(Hours()),
    st.builds(
        Hours,
        st.sampled_from([time(6), time(9), time(11, 30), time(22)]),
        st.sampled_from([time(14), time(18), time(5, 45)]),
        st.frozensets(st.integers(0, 6), min_size=1),
    ),
)


@st.composite
def companies(draw: st.DrawFn, start: date) -> Company:
    """One to five people."""
    facts = draw(
        st.lists(
            st.tuples(zones, hours, st.sampled_from(ReminderStyle)),
            min_size=1,
            max_size=5,
        )
    )
    people = tuple(
        person(number, zone, hours=theirs, reminders=style)
        for number, (zone, theirs, style) in enumerate(facts, 1)
    )
    near = st.integers(-3, SPAN + 2).map(lambda n: start + n * ONE_DAY)
    off = st.tuples(st.sampled_from([who.zone for who in people]), near)
    gone = st.tuples(st.sampled_from([who.id for who in people]), near)
    return Company(
        people,
        draw(st.frozensets(off, max_size=4)),
        draw(st.frozensets(gone, max_size=4)),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Standup, Company, datetime, tuple[datetime, ...]]:
    """A stand-up, its people, when it was made, and when the bot restarts."""
    start = draw(st.sampled_from(STARTS))
    home = draw(zones)
    begin = datetime.combine(start, time(), UTC) + draw(
        st.integers(0, 24 * 60).map(lambda n: timedelta(minutes=n))
    )
    made = standup(
        at=draw(quarters),
        home_zone=home,
        zone=home if draw(st.booleans()) else None,
        eve=draw(st.booleans()),
        close_at=draw(st.none() | quarters),
        closes_next=draw(st.booleans()),
        remind_minutes=draw(st.sampled_from([0, 10, 30, 180])),
        policy=Policy(remind_after=draw(st.sampled_from([0, 10, 60, 600]))),
        since=begin,
    )
    restarts = draw(
        st.lists(st.integers(0, SPAN * 24 * 60), max_size=6).map(
            lambda each: tuple(begin + timedelta(minutes=n) for n in each)
        )
    )
    return made, draw(companies(start)), begin, restarts


def nobody_is_asked_twice_or_when_off(
    made: Standup, company: Company, run: Run
) -> None:
    """Each at most once a day, on a day of theirs, when they are not away."""
    asked = Counter((day, who) for _, day, what, who in run.done if what == "Ask")
    assert set(asked.values()) <= {1}
    whos = {who.id: who for who in company.people}
    for now, day, what, id in run.done:
        if what in ("Ask", "Remind", "FollowUp"):
            who = whos[id]
            theirs = {who.local(now).date(), *((day,) if made.eve else ())}
            assert not any((id, each) in company.absent for each in theirs)
        if what == "Ask":
            assert all(company.days.works(each, who) for each in theirs)


def everybody_present_is_asked_at_their_time(
    made: Standup, company: Company, run: Run
) -> None:
    """The one instant that the rules name; with an eve at the latest in the morning.

    An evening that is long before those of the others may come a little late.
    """
    asked = {(day, who): now for now, day, what, who in run.done if what == "Ask"}
    for day, plan in run.plans.items():
        invited = {each.person_id: each for each in plan.invitations}
        for who in company.people:
            at = ask_time(made, who, day, company.days)
            works = there(made, who, day, at, company.days)
            needed = {who.local(at).date(), *((day,) if made.eve else ())}
            away = any((who.id, each) in company.absent for each in needed)
            if not works or at < made.since:
                assert (day, who.id) not in asked
            elif not away and invited[who.id].at == at:
                late = GRACE if made.eve else timedelta()
                assert at <= asked[day, who.id] <= at + late
            elif not away:
                assert made.eve
                assert who.local(asked[day, who.id]).date() == day


def nobody_is_asked_at_night_by_another_clock(
    made: Standup, company: Company, run: Run
) -> None:
    """Only at the explicit time on their own clock may that be outside their hours."""
    whos = {who.id: who for who in company.people}
    for now, _, what, id in run.done:
        local = whos[id].local(now) if id else now
        if what == "Ask" and made.zone:
            same = local.utcoffset() == now.astimezone(made.home).utcoffset()
            assert same or _in_hours(whos[id], local.time())


def reminders_come_in_hours_and_before_the_close(
    made: Standup, company: Company, run: Run
) -> None:
    """At most one of each; to who was asked after their hours on that same day only."""
    whos = {who.id: who for who in company.people}
    asked = {(day, who): now for now, day, what, who in run.done if what == "Ask"}
    told = [
        each for each in run.done if each[2] in (Remind.__name__, FollowUp.__name__)
    ]
    assert set(Counter((day, what, who) for _, day, what, who in told).values()) <= {1}
    for now, day, _, id in told:
        who, since = whos[id], asked[day, id]
        assert since < now < run.plans[day].closes_at
        local, begun = who.local(now), who.local(since)
        assert who.reminders is not ReminderStyle.MUTED
        same_day = local.date() == begun.date()
        early = same_day and begun.time() <= local.time() <= who.hours.start
        at_its_end = begun.time() == who.hours.end
        late = same_day and (at_its_end or not _in_hours(who, begun.time()))
        assert _in_hours(who, local.time()) or early or late


def each_day_ends_once(made: Standup, company: Company, run: Run) -> None:
    """At its close, after the last person was asked; days come one after the other."""
    held = {day for day, plan in run.plans.items() if plan.asks_somebody}
    assert run.ended == Counter(held)
    for now, day, what, _ in run.done:
        if what in (Close.__name__, Cancel.__name__):
            assert now == run.plans[day].closes_at
        if what == Ask.__name__:
            assert now < run.plans[day].closes_at
    assert list(run.plans) == sorted(run.plans)


LAWS = (
    nobody_is_asked_twice_or_when_off,
    everybody_present_is_asked_at_their_time,
    nobody_is_asked_at_night_by_another_clock,
    reminders_come_in_hours_and_before_the_close,
    each_day_ends_once,
)


def _in_hours(who: Person, wall: time) -> bool:
    wall = wall.replace(fold=0)
    start, end = who.hours.start, who.hours.end
    return start <= wall <= end if start <= end else wall >= start or wall <= end


def check(
    case: tuple[Standup, Company, datetime, tuple[datetime, ...]],
) -> None:
    """Every law, and that wakes for no reason change nothing."""
    made, company, begin, restarts = case
    run = live(made, company, begin)
    for law in LAWS:
        law(made, company, run)
    again = live(made, company, begin, restarts)
    assert again.done == run.done


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_a_stand_up_keeps_its_laws(
    case: tuple[Standup, Company, datetime, tuple[datetime, ...]],
) -> None:
    """Nobody twice, nobody off or away, in their hours, one close, restarts or not."""
    check(case)


@pytest.mark.heavy
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_a_stand_up_keeps_its_laws_for_long(
    case: tuple[Standup, Company, datetime, tuple[datetime, ...]],
) -> None:
    """The same, many more times."""
    check(case)
