"""What people show of themselves on Slack, with its end."""

from datetime import UTC, datetime

import pytest

from adapters.slack.inbound import parse
from bot.events import ProfileChanged
from tests.adapters.slack import bodies

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ends", "until"),
    [
        (1_772_665_199, datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC)),
        (0, None),
        (None, None),
        (-5, None),
        (10**15, None),
        ("soon", None),
    ],
)
def test_a_status_is_told_with_its_end(ends: object, until: datetime | None) -> None:
    """Zero is never; what is no time is none."""
    shown = {"status_text": "Vacationing", "status_emoji": ":palm_tree:"}
    user = {"id": "U1", "name": "ann", "profile": shown | {"status_expiration": ends}}
    event = parse(bodies.event({"type": "user_change", "user": user}), NOW)
    assert isinstance(event, ProfileChanged)
    assert (event.status, event.status_sign) == ("Vacationing", ":palm_tree:")
    assert event.status_until == until
    assert "Vacationing" not in repr(event)
