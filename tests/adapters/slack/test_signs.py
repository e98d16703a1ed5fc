"""Who is new, and signs on messages, as Slack tells of them."""

from datetime import UTC, datetime

from adapters.slack.inbound import parse
from bot.events import ProfileChanged, Reacted
from bot.model.refs import MessageRef, PlaceRef, UserRef
from tests.adapters.slack import bodies

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_who_joins_the_team_came() -> None:
    """A changed profile is no newcomer's."""
    for kind, came in (("team_join", True), ("user_change", False)):
        event = parse(bodies.event({"type": kind, "user": {"id": "U1"}}), NOW)
        assert isinstance(event, ProfileChanged)
        assert event.came is came


def test_a_sign_on_a_message_is_told_with_who_wrote_it() -> None:
    """Without its skin tone; not on one's own words, nor on ours, nor on a file."""
    item = {"type": "message", "channel": "C1", "ts": "1.5"}
    added = {"type": "reaction_added", "user": "U1", "item_user": "U2", "item": item}
    event = parse(bodies.event(added | {"reaction": "clap::skin-tone-3"}), NOW)
    assert isinstance(event, Reacted)
    assert event.sign == "clap"
    assert event.author == UserRef("slack", "T1", "U2")
    assert event.message == MessageRef(PlaceRef("slack", "T1", "C1"), "1.5")
    for extra in (
        {"item_user": "U1"},
        {"item_user": "UBOT"},
        {"user": "UBOT"},
        {"item_user": ""},
        {"item": {"type": "file", "file": "F1"}},
    ):
        assert parse(bodies.event(added | {"reaction": "clap"} | extra), NOW) is None
