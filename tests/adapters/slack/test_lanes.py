"""How fast Slack may be called, and how people are written to without a question."""

from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.limits import PER_MINUTE as TIERS
from adapters.simulator.slack.limits import POST_BURST, POSTS_PER_WORKSPACE_PER_MINUTE
from adapters.slack.chat import SlackChat
from bot.messages import Card
from bot.model.lane import Call
from bot.model.refs import PlaceRef, UserRef

TEAM = "T0TEAWARE"
GENERAL = PlaceRef("slack", TEAM, "C0GENERAL", "17.5")
SOFIA = UserRef("slack", TEAM, "U0SOFIA1")
CARD = Card(("Tea is ready",))


def test_no_minute_of_ours_is_more_than_slack_allows(chat: SlackChat) -> None:
    """What is said at once is taken off what is said in the long run."""
    workspace, place = chat.lanes(GENERAL, Call.POST)
    edit, *_ = chat.lanes(GENERAL, Call.EDIT)
    for lane, allowed in (
        (workspace, POSTS_PER_WORKSPACE_PER_MINUTE),
        (edit, TIERS["chat.update"]),
    ):
        assert lane.place == ""
        assert lane.limit.burst + 60 * lane.limit.rate <= allowed
    assert place.place == "C0GENERAL"
    assert (place.limit.rate, place.limit.burst) == (1, POST_BURST)


def test_what_one_person_alone_sees_is_no_post(chat: SlackChat) -> None:
    """But in a direct conversation it is."""
    direct = PlaceRef("slack", TEAM, "D1")
    assert chat.lanes(GENERAL, Call.WHISPER) == ()
    assert chat.lanes(direct, Call.WHISPER) == chat.lanes(direct, Call.POST)


async def test_a_person_is_written_to_without_opening_a_conversation(
    chat: SlackChat, simulator: Simulator
) -> None:
    """The first message tells which conversation it is."""
    simulator.slack.requests.clear()
    message = await chat.post(chat.mailbox(SOFIA), CARD, key="k")
    assert [each.method for each in simulator.slack.requests] == ["chat.postMessage"]
    assert message
    assert message.place == await chat.direct(SOFIA)
