"""A picture on its way into Slack: three steps, once, and words where that fails."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.pictures.pictures import DrawnPictures
from adapters.simulator.simulator import Simulator
from adapters.simulator.slack.app import DEFAULT_SCOPES
from adapters.simulator.slack.faults import Fault
from adapters.simulator.slack.records import Message
from adapters.slack.chat import SlackChat
from adapters.slack.client import open_client
from adapters.slack.files import PAUSES
from bot.messages import Card, Paragraph
from bot.model.refs import PlaceRef, UserRef
from tests.adapters.pictures.weeks import FULL, SPARSE, drawing

GENERAL = PlaceRef("slack", "T0TEAWARE", "C0GENERAL")
SOFIA = UserRef("slack", "T0TEAWARE", "U0SOFIA1")
SHOWN = drawing(FULL)
CARD = Card(("Four weeks",), (Paragraph(("In words",)), SHOWN))


class Pauses(list[float]):
    """Waiting that takes no time."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    """How long was waited for Slack."""
    return Pauses()


@pytest.fixture
def chat(client: AsyncWebClient, pauses: Pauses) -> SlackChat:
    """What says things there, with pictures."""
    return SlackChat(client, DrawnPictures(), pause=pauses)


def last(simulator: Simulator) -> Message:
    """The newest message of the app."""
    return [m for m in simulator.slack.workspace.messages() if m.bot_id][-1]


def asked(simulator: Simulator) -> list[str]:
    """The methods called about files."""
    return [
        each.method
        for each in simulator.slack.requests
        if each.method.startswith("files.")
    ]


def in_words(message: Message) -> bool:
    """Whether the description stands in place of the picture."""
    kinds = [block["type"] for block in message.blocks]
    return "image" not in kinds and SHOWN.description in str(message.blocks)


async def test_the_picture_stands_in_the_message(
    chat: SlackChat, simulator: Simulator
) -> None:
    """As a file that is in no channel by itself, with words for who cannot see it."""
    assert await chat.post(GENERAL, CARD, key="trend:1")
    message = last(simulator)
    assert (message.channel, message.files) == (GENERAL.id, [])
    image = message.blocks[-1]
    assert image["alt_text"] == SHOWN.description
    upload = simulator.slack.uploads.files[image["slack_file"]["id"]]
    assert upload.content == DrawnPictures().drawn(SHOWN.image)


async def test_people_see_it_on_the_page(chat: SlackChat, simulator: Simulator) -> None:
    """The simulator shows the bytes it was given."""
    await chat.post(GENERAL, CARD)
    file = last(simulator).blocks[-1]["slack_file"]["id"]
    address = f"{simulator.base_url}/simulator/slack/files/{file}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.content_type == "image/png"
        assert (await answer.read()).startswith(b"\x89PNG")


async def test_the_same_picture_is_handed_over_once(
    chat: SlackChat, simulator: Simulator
) -> None:
    """For another place, for one person, and when the message changes."""
    posted = await chat.post(GENERAL, CARD)
    await chat.whisper(GENERAL, SOFIA, CARD)
    assert posted
    await chat.edit(posted, CARD)
    assert len(asked(simulator)) == 2
    await chat.post(GENERAL, Card(("Other",), (drawing(SPARSE),)))
    assert len(asked(simulator)) == 4


async def test_slack_may_need_a_moment_for_it(
    chat: SlackChat, simulator: Simulator, pauses: Pauses
) -> None:
    """A message is refused until Slack has taken the picture in."""
    fault = Fault("error", "chat.postMessage", 2, error="invalid_blocks")
    simulator.slack.faults.arm(fault)
    await chat.post(GENERAL, CARD)
    assert pauses == list(PAUSES[:2])
    assert last(simulator).blocks[-1]["type"] == "image"


async def test_a_picture_that_never_arrives_is_told_in_words(
    chat: SlackChat, simulator: Simulator, pauses: Pauses
) -> None:
    """Also one that somebody deleted; the next message tries anew."""
    await chat.post(GENERAL, CARD)
    file = last(simulator).blocks[-1]["slack_file"]["id"]
    del simulator.slack.uploads.files[file]
    await chat.post(GENERAL, CARD)
    assert pauses == list(PAUSES)
    assert in_words(last(simulator))
    await chat.post(GENERAL, CARD)
    assert last(simulator).blocks[-1]["slack_file"]["id"] != file


@pytest.mark.parametrize(
    "method", ["files.getUploadURLExternal", "files.completeUploadExternal"]
)
@pytest.mark.parametrize(
    "fault",
    [
        Fault("error", error="storage_limit_reached"),
        Fault("error", status=503),
        Fault("ratelimit"),
        Fault("reset"),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.status or ''}",
)
async def test_a_failing_upload_leaves_the_words(
    chat: SlackChat, simulator: Simulator, method: str, fault: Fault
) -> None:
    """Whatever is wrong with files, the message arrives, at once."""
    wrong = Fault(fault.kind, method, 1, 1, fault.status, fault.error)
    simulator.slack.faults.arm(wrong)
    assert await chat.post(GENERAL, CARD)
    assert in_words(last(simulator))


async def test_without_the_scope_it_is_told_in_words() -> None:
    """An app that was installed before pictures goes on as it was."""
    scopes = [each for each in DEFAULT_SCOPES if each != "files:write"]
    running = Simulator(limits=False, scopes=scopes)
    await running.start()
    async with open_client(running.slack.app.bot_token, running.api_url) as client:
        await SlackChat(client, DrawnPictures()).post(GENERAL, CARD)
    assert in_words(last(running))
    await running.stop()


async def test_a_chat_without_pictures_says_the_words(
    client: AsyncWebClient, simulator: Simulator
) -> None:
    """Nothing is handed over."""
    await SlackChat(client).post(GENERAL, CARD)
    assert in_words(last(simulator))
    assert asked(simulator) == []
