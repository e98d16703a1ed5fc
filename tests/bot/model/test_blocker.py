"""Who may see a blocker, who may change it, and what can happen to one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.model.blocker import (
    Around,
    Blocker,
    Tag,
    acknowledge,
    may_change,
    may_see,
    reopen,
    resolve,
    tag,
)
from bot.model.people import Person, Place, Role
from bot.model.refs import PlaceRef
from bot.model.standup import Standup

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
REF = PlaceRef("slack", "T1", "C1")
REPORTER, TAGGED, TOLD, OWNER, LEAD, ADMIN, OTHER, MANAGER = (
    Person(number, 1, f"P{number}", "Europe/Berlin", "en") for number in range(1, 9)
)
BOSS = replace(ADMIN, role=Role.ADMIN)
REPORTING = replace(REPORTER, manager_id=MANAGER.id)
STANDUP = Standup(
    id=1, organization_id=1, name="Daily", rule="FREQ=DAILY", start=date(2026, 3, 2),
    at=time(9), home_zone="Europe/Berlin", owner_id=OWNER.id, since=NOW,
    admins=(LEAD.id,),
)  # fmt: skip
BLOCKER = Blocker(
    reporter_id=REPORTER.id,
    text="no stock",
    opened_at=NOW,
    escalated_to=TOLD.id,
    escalated_at=NOW,
    tags=(Tag(TAGGED.id, NOW),),
)


@pytest.mark.parametrize(
    ("person", "may"),
    [
        (REPORTER, True), (TAGGED, True), (TOLD, True), (OWNER, True), (LEAD, True),
        (BOSS, True), (MANAGER, True), (OTHER, False),
    ],
)  # fmt: skip
def test_who_may_change_one_said_in_a_stand_up(person: Person, may: bool) -> None:
    """Whom it concerns, the manager, who answers for stand-up or organization."""
    assert may_change(BLOCKER, person, REPORTING, STANDUP) is may


@pytest.mark.parametrize(
    ("person", "may"), [(OWNER, False), (LEAD, False), (BOSS, True), (MANAGER, True)]
)
def test_without_a_stand_up_nobody_answers_for_it(person: Person, may: bool) -> None:
    """But a manager and an admin."""
    assert may_change(BLOCKER, person, REPORTING, None) is may


OPEN, SECRET = Place(REF, "shop"), Place(REF, "bunker", private=True)
ALONE = Place(REF, "", direct=True)


@pytest.mark.parametrize(
    ("standup_id", "where", "around", "may"),
    [
        (1, REF, Around(shown=True), True),
        (1, REF, Around(place=OPEN, here=(REF,)), False),  # its answers are not theirs
        (None, REF, Around(place=OPEN), True),
        (None, REF, Around(place=SECRET), False),
        (None, REF, Around(place=SECRET, here=(REF,)), True),
        (None, REF, Around(place=ALONE), False),
        (None, REF, Around(), False),  # a place nobody told us about
        (None, None, Around(), False),
    ],
)
def test_who_sees_one_follows_its_place(
    standup_id: int | None, where: PlaceRef | None, around: Around, may: bool
) -> None:
    """An admin is no exception; whom it concerns sees it from anywhere."""
    one = replace(BLOCKER, standup_id=standup_id, place=where)
    assert may_see(one, OTHER, around) is may
    assert may_see(one, BOSS, around) is may
    assert all(may_see(one, each, Around()) for each in (REPORTER, TAGGED, TOLD))


def test_nobody_is_asked_twice_or_asks_themselves() -> None:
    """The first to be asked must act."""
    more = tag(BLOCKER, [OTHER.id, TAGGED.id, REPORTER.id, OTHER.id], NOW)
    assert more.tagged == (TAGGED.id, OTHER.id)
    assert (more.acting_id, replace(more, tags=()).acting_id) == (2, REPORTER.id)


def test_the_first_acknowledgement_counts() -> None:
    """Later ones change nothing; who was not asked acknowledges nothing."""
    seen = acknowledge(BLOCKER, TAGGED.id, NOW)
    assert acknowledge(seen, TAGGED.id, NOW + timedelta(days=1)) == seen
    assert acknowledge(BLOCKER, OTHER.id, NOW) == BLOCKER


def test_reopening_takes_a_resolution_back() -> None:
    """Whole: nobody resolved it."""
    assert reopen(resolve(BLOCKER, TAGGED.id, NOW, "found")) == BLOCKER
