"""Tasks: rights, steps, deadlines, lists, history, and the words around them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.deadline import deadline, for_owner, next_deadline
from bot.model.department import DEPARTMENTS, find_department
from bot.model.people import Person, Role
from bot.model.project import fold_name
from bot.model.refs import PlaceRef
from bot.model.task import (
    Acceptance,
    Deadline,
    Task,
    TaskState,
    may_change,
    may_see,
    steps,
)
from bot.model.task.list import Bucket, bucket
from bot.model.task.log import ChangeKind, differences
from bot.model.text import shows, tidy, tidy_lines

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)  # a Wednesday
BERLIN = ZoneInfo("Europe/Berlin")
ROOM = PlaceRef("slack", "T1", "C1")
ANNA = Person(1, 1, "Anna", "Europe/Berlin", "en")
BO = Person(2, 1, "Bo", "Asia/Shanghai", "zh")


def _task(**facts: Any) -> Task:
    plain = Task(id=7, title="t", owner_id=2, creator_id=1, created_at=NOW)
    return replace(plain, **facts)


def test_a_private_task_is_seen_by_whom_it_concerns_and_in_its_place() -> None:
    """Nobody else, admins included."""
    secret = _task(private=True, place=ROOM, followers=(3,))
    people = [replace(ANNA, id=id, role=Role.ADMIN) for id in (1, 2, 3, 4)]
    assert [may_see(secret, person, ()) for person in people] == [
        True, True, True, False,
    ]  # fmt: skip
    assert may_see(secret, people[3], (ROOM,))
    assert not may_see(secret, people[3], (replace(ROOM, id="C2"),))


def test_a_guest_sees_what_concerns_them_and_where_they_are() -> None:
    """To them nothing is public in itself."""
    public = _task(place=ROOM, followers=(3,))
    guests = [replace(ANNA, id=id, role=Role.GUEST) for id in (1, 2, 3, 4)]
    assert [may_see(public, guest, ()) for guest in guests] == [
        True, True, True, False,
    ]  # fmt: skip
    assert may_see(public, guests[3], (ROOM,))
    assert not may_see(public, guests[3], (replace(ROOM, id="C2"),))
    assert may_see(public, replace(ANNA, id=4), ())


def test_owner_creator_and_admins_may_change() -> None:
    """A follower may not."""
    follower = replace(ANNA, id=3)
    task = _task(followers=(3,))
    assert may_change(task, ANNA)
    assert may_change(task, BO)
    assert not may_change(task, follower)
    assert may_change(task, replace(follower, role=Role.ADMIN))


def test_undoing_a_close_goes_back_to_the_state_before() -> None:
    """Blocked stays blocked, with its reason."""
    blocked = steps.block(_task(), "stock")
    done = steps.finish(blocked, 2, NOW)
    assert (done.state, done.closed_by, done.closed) == (TaskState.DONE, 2, True)
    assert steps.reopen(done) == blocked


def test_closing_twice_keeps_what_it_was_before_the_first() -> None:
    """Done, then dropped, then undone: started again."""
    started = steps.start(_task())
    dropped = steps.drop(steps.finish(started, 2, NOW), "no budget", 1, NOW)
    assert dropped.dropped_because == "no budget"
    assert steps.reopen(dropped) == started


def test_a_new_owner_is_asked_and_no_longer_follows() -> None:
    """Taking it oneself needs no asking."""
    given = steps.hand_to(_task(followers=(3,)), 3, 1)
    assert (given.owner_id, given.followers) == (3, ())
    assert given.acceptance is Acceptance.WAITING
    assert steps.hand_to(_task(), 3, 3).acceptance is Acceptance.NOT_ASKED


def test_a_declined_task_goes_back_to_who_made_it() -> None:
    """The creator owns it now."""
    assert steps.decline(_task()).owner_id == 1


def test_followers_are_kept_once_and_without_the_owner() -> None:
    """In one order, whatever the order they came in."""
    assert steps.follow(_task(), 9, 3, 2, 3).followers == (3, 9)


def test_history_names_what_changed_and_nothing_else() -> None:
    """One line for each kind of change."""
    before = _task()
    after = replace(steps.block(before, "stock"), title="other", owner_id=1)
    kinds = {change.kind: change for change in differences(before, after, 1, NOW)}
    assert set(kinds) == {ChangeKind.TITLE, ChangeKind.STATE, ChangeKind.OWNER}
    assert (kinds[ChangeKind.STATE].before, kinds[ChangeKind.STATE].after) == (
        "open",
        "blocked stock",
    )
    assert differences(before, before, 1, NOW) == ()


def test_a_day_ends_with_the_owners_work() -> None:
    """Friday for somebody in Shanghai is over at 18:00 there."""
    due = deadline(date(2026, 3, 6), None, ANNA, BO, NOW)
    assert due == Deadline(
        date(2026, 3, 6), datetime(2026, 3, 6, 10, tzinfo=UTC), timed=False
    )


def test_a_time_is_meant_on_the_clock_of_who_said_it() -> None:
    """17:00 in Berlin, whoever owns it."""
    due = deadline(date(2026, 3, 6), time(17), ANNA, BO, NOW)
    assert due.at == datetime(2026, 3, 6, 16, tzinfo=UTC)


def test_today_after_work_lasts_until_midnight() -> None:
    """Somebody who says "today" in the evening is not late at once."""
    evening = datetime(2026, 3, 4, 19, tzinfo=UTC)
    due = deadline(date(2026, 3, 4), None, ANNA, ANNA, evening)
    assert ANNA.local(due.at).time() == time(23, 59)


def test_a_day_moves_with_its_owner_and_a_time_does_not() -> None:
    """Handing it to another zone."""
    day = _task(deadline=deadline(date(2026, 3, 6), None, ANNA, ANNA, NOW))
    timed = _task(deadline=deadline(date(2026, 3, 6), time(17), ANNA, ANNA, NOW))
    moved = for_owner(day, BO, NOW)
    assert moved.deadline == deadline(date(2026, 3, 6), None, ANNA, BO, NOW)
    assert for_owner(timed, BO, NOW) == timed


def test_the_next_deadline_keeps_its_time_over_a_clock_change() -> None:
    """17:00 stays 17:00 when summer begins."""
    before = deadline(date(2026, 3, 23), time(17), ANNA, ANNA, NOW)
    after = next_deadline(before, date(2026, 3, 30), ANNA)
    assert ANNA.local(after.at) == datetime(2026, 3, 30, 17, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("days", "wall", "expected"),
    [
        (-1, None, Bucket.OVERDUE),
        (0, None, Bucket.TODAY),
        (0, time(8), Bucket.OVERDUE),
        (0, time(17), Bucket.TODAY),
        (1, None, Bucket.WEEK),
        (4, None, Bucket.WEEK),
        (5, None, Bucket.LATER),
    ],
)
def test_a_list_is_parted_by_the_readers_days(
    days: int, wall: time | None, expected: Bucket
) -> None:
    """Wednesday at nine: the week ends on Sunday."""
    day = date(2026, 3, 4) + timedelta(days=days)
    task = _task(deadline=deadline(day, wall, ANNA, ANNA, NOW))
    assert bucket(task, NOW, BERLIN) is expected


def test_without_a_date_and_closed_have_parts_of_their_own() -> None:
    """Whatever else is true of them."""
    assert bucket(_task(), NOW, BERLIN) is Bucket.NO_DATE
    assert bucket(steps.finish(_task(), 1, NOW), NOW, BERLIN) is Bucket.CLOSED


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("marketing", "marketing"),
        ("Marketing", "marketing"),
        ("市场部", "marketing"),
        ("客服", "customer-service"),
        ("customer service", "customer-service"),
        ("CUSTOMER_SERVICE", "customer-service"),
        ("C-Level", "management"),
        ("ＩＴ", "it"),
        ("bakery", None),
        ("", None),
    ],
)
def test_departments_have_many_names(typed: str, found: str | None) -> None:
    """In both languages; what is none is none."""
    assert find_department(typed) == found


def test_every_department_answers_to_its_own_name() -> None:
    """What is stored can be typed."""
    assert [find_department(name) for name in DEPARTMENTS] == list(DEPARTMENTS)


def test_a_project_has_one_name_however_it_is_written() -> None:
    """Case, width, spaces and dashes."""
    names = {"#Singles-Day", "singles day", "ＳINGLES_DAY "}
    assert {fold_name(name) for name in names} == {"singles-day"}


@pytest.mark.parametrize("text", ["", "  ", "\u200b\u200f", "\x00\n", "\u00ad"])
def test_what_cannot_be_seen_is_no_text(text: str) -> None:
    """Spaces, controls and invisible marks."""
    assert not shows(text)


@given(st.text())
def test_tidying_keeps_every_visible_letter(text: str) -> None:
    """Only spacing and controls change."""

    def seen(some: str) -> list[str]:
        return [letter for letter in some if shows(letter)]

    assert seen(tidy(text)) == seen(text)
    assert seen(tidy_lines(text)) == seen(text)
    assert "\n" not in tidy(text)
