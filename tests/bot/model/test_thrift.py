"""What can wait while a month runs low."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.model.delivery import Delivery, DeliveryState, Draft, Hold
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.model.thrift import InBundle, Later, Now, good_time, next_morning, thrift

NOW = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)  # a Friday, 16:00 in Shanghai
MINUTE = timedelta(minutes=1)
GROUP = PlaceRef("dingtalk", "D1", "cid1")
POSTED = Delivery(
    1,
    1,
    Draft("k", "task.card", place=GROUP),
    DeliveryState.PENDING,
    2,
    1,
    tried_at=NOW,
)
NEWS = Delivery(2, 1, Draft("n", "task.closed", person_id=7), DeliveryState.PENDING)
WANG = Person(7, 1, "王芳", "Asia/Shanghai", "zh")


def works(day: date) -> bool:
    return day.weekday() < 5


def test_an_edit_waits_a_quarter_of_an_hour_after_the_last_one() -> None:
    """And not a minute more."""
    later = Later(NOW + 15 * MINUTE)
    assert thrift(POSTED, NOW + MINUTE, at_once=False) == later
    assert thrift(POSTED, NOW + 15 * MINUTE, at_once=False) == Now()


def test_what_people_wait_for_goes_at_once() -> None:
    """A day that closed, a task done; a card somebody just pressed."""
    awaited = replace(POSTED, hold=Hold.AWAITED)
    assert thrift(POSTED, NOW + MINUTE, at_once=True) == Now()
    assert thrift(awaited, NOW + MINUTE, at_once=False) == Now()


def test_a_first_message_to_a_place_always_goes() -> None:
    """Only its changes wait."""
    first = replace(POSTED, shown=0, tried_at=None)
    assert thrift(first, NOW, at_once=False) == Now()


def test_only_news_nobody_needs_become_a_line() -> None:
    """Whoever has to act hears it at once; what was said is edited as always."""
    assert thrift(NEWS, NOW, at_once=True) == InBundle()
    assert thrift(replace(NEWS, shown=1), NOW, at_once=False) == Now()
    kinds = ("task.assigned", "task.blocked", "task.comment", "standup.prompt")
    for kind in (*kinds, "standup.reminder", "task.chased", "budget.warning"):
        acting = replace(NEWS, draft=replace(NEWS.draft, kind=kind))
        assert thrift(acting, NOW, at_once=False) == Now()


def test_the_next_morning_is_one_of_their_own() -> None:
    """Over a weekend; today's, before it began; none for who is away for long."""
    monday = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
    assert next_morning(WANG, works, NOW) == monday
    early = datetime(2026, 3, 8, 23, 0, tzinfo=UTC)
    assert next_morning(WANG, works, early) == monday
    assert next_morning(WANG, works, monday) == monday + timedelta(days=1)
    assert next_morning(WANG, lambda _: False, NOW) is None


def test_nobody_is_woken_for_a_warning() -> None:
    """It comes within their hours, or on their next morning."""
    night = NOW + timedelta(hours=6)
    assert good_time(WANG, works, NOW) == NOW
    assert good_time(WANG, works, night) == next_morning(WANG, works, night)
    assert good_time(WANG, lambda _: False, night) == night
