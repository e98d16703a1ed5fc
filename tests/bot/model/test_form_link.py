"""What a link to a form is worth, and to whom."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.model.draft import Opener
from bot.model.form_link import FormLink, LinkState
from bot.model.refs import UserRef

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANN = UserRef("slack", "T1", "U1")
LINK = FormLink("k1", 1, ANN, Opener("task.new"), NOW + timedelta(hours=72))


@pytest.mark.parametrize(
    ("link", "browser", "hours", "state"),
    [
        (replace(LINK, browser="b"), "b", 71, LinkState.OPEN),
        (replace(LINK, browser="b"), "b", 72, LinkState.EXPIRED),
        (replace(LINK, browser="b"), "c", 0, LinkState.TAKEN),
        (replace(LINK, browser="b", used_at=NOW), "c", 0, LinkState.TAKEN),
        (replace(LINK, browser="b", used_at=NOW), "b", 99, LinkState.USED),
        (LINK, "", 0, LinkState.TAKEN),
    ],
)
def test_what_a_link_is_worth(
    link: FormLink, browser: str, hours: int, state: LinkState
) -> None:
    """A strange browser learns nothing but that."""
    assert link.state(NOW + timedelta(hours=hours), browser) is state


@pytest.mark.parametrize(
    "opener", [Opener("task.new"), Opener("standup.fill", "7"), Opener("a", "b|c")]
)
def test_an_opener_is_read_as_it_was_written(opener: Opener) -> None:
    """Whatever its value holds."""
    assert Opener.read(str(opener)) == opener
