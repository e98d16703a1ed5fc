"""A picture on its way into DingTalk: once, by media id, and words where that fails."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from adapters.dingtalk.api import DingTalkApi, open_api
from adapters.dingtalk.chat import DingTalkChat
from adapters.pictures.pictures import DrawnPictures
from adapters.simulator.dingtalk.app import TEMPLATE_ID
from adapters.simulator.dingtalk.app import DingTalkApp as Console
from adapters.simulator.dingtalk.company import TEAWARE_HANGZHOU
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.faults import Fault
from adapters.simulator.simulator import Simulator
from bot.messages import Card, Paragraph
from bot.model.refs import PlaceRef
from tests.adapters.dingtalk.connection.time import Swift
from tests.adapters.pictures.weeks import FULL, drawing

CORP = TEAWARE_HANGZHOU.corp_id
GROUP = PlaceRef("dingtalk", CORP, "cidTEAWARE3==")
SHOWN = drawing(FULL, "zh")
CARD = Card(("最近四周",), (Paragraph(("文字",)), SHOWN))
UPLOAD = "media/upload"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A pretend DingTalk without rate limits."""
    running = Simulator(dingtalk_app=Console(limits=False))
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def side(simulator: Simulator) -> DingTalkSide:
    """Its DingTalk."""
    return simulator.dingtalk


@pytest.fixture
async def api(side: DingTalkSide) -> AsyncIterator[DingTalkApi]:
    """Our client of both APIs."""
    async with open_api(
        side.app.client_id,
        side.app.client_secret,
        api_url=side.api_url,
        oapi_url=side.oapi_url,
        time=Swift().time,
    ) as api:
        yield api


def chat_of(api: DingTalkApi, side: DingTalkSide, template: str = "") -> DingTalkChat:
    """What says things there, with pictures."""
    pictures = DrawnPictures()
    return DingTalkChat(api, CORP, side.clock, template=template, pictures=pictures)


def uploads(side: DingTalkSide) -> int:
    """How many pictures were handed over."""
    return len([each for each in side.requests if each.path.strip("/") == UPLOAD])


def said(side: DingTalkSide) -> str:
    """The Markdown that was said last."""
    bodies = [str(each.body) for each in side.requests if "四周" in str(each.body)]
    return bodies[-1]


@pytest.mark.parametrize("template", ["", TEMPLATE_ID], ids=["message", "card"])
async def test_the_picture_stands_in_the_text(
    api: DingTalkApi, side: DingTalkSide, template: str
) -> None:
    """In a message and in a card alike."""
    await chat_of(api, side, template).post(GROUP, CARD)
    ((media, content),) = side.files.items()
    assert content == DrawnPictures().drawn(SHOWN.image)
    assert f"![最近四周]({media})" in said(side)
    assert SHOWN.description not in said(side)


async def test_people_see_it_on_the_page(api: DingTalkApi, side: DingTalkSide) -> None:
    """The simulator shows the bytes it was given."""
    await chat_of(api, side).post(GROUP, CARD)
    (media,) = side.files
    address = f"{side.base_url}/simulator/dingtalk/files/{media}.file"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.content_type == "image/png"
        assert (await answer.read()).startswith(b"\x89PNG")


async def test_the_same_picture_is_handed_over_once(
    api: DingTalkApi, side: DingTalkSide
) -> None:
    """Also when the card that shows it changes: a media id does not end."""
    chat = chat_of(api, side, TEMPLATE_ID)
    posted = await chat.post(GROUP, CARD, key="trend:1")
    assert posted
    await chat.edit(posted, CARD)
    await chat.post(GROUP, CARD)
    assert uploads(side) == 1
    (media,) = side.files
    assert f"]({media})" in said(side)


@pytest.mark.parametrize("template", ["", TEMPLATE_ID], ids=["message", "card"])
@pytest.mark.parametrize("status", [400, 500])
async def test_a_failing_upload_leaves_the_words(
    api: DingTalkApi, side: DingTalkSide, template: str, status: int
) -> None:
    """Whatever is wrong with files, the message arrives."""
    side.faults.arm(Fault("error", UPLOAD, 99, status=status))
    await chat_of(api, side, template).post(GROUP, CARD)
    assert side.files == {}
    assert "各周参与率" in said(side)
    assert "![" not in said(side)
