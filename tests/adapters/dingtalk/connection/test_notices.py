"""Work notices: what is asked, and what became of one."""

import json
from typing import Any

import pytest

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.notices import WorkNotices, notice
from bot.errors import ChatError, RateLimited, Rejected, Unreachable
from bot.messages import Button, Buttons, Card, Paragraph
from bot.model.people import Account, Person
from bot.model.refs import PlaceRef, UserRef
from tests.adapters.dingtalk.connection.pretend import Pretend, Says
from tests.adapters.dingtalk.connection.time import Swift

SEND = "/topapi/message/corpconversation/asyncsend_v2"
RESULT = "/topapi/message/corpconversation/getsendresult"
BOX = PlaceRef("dingtalk-notice", "ding1", "u1")
CARD = Card(("T-12 检查价格",), (Paragraph(("王芳把任务交给您。",)),))
OPEN = Button("打开 T-12", "letter.open", url="https://crew.example/tasks/T-12")
TASK = {"errcode": 0, "task_id": 256271667526, "request_id": "r"}


def result(**lists: object) -> dict[str, Any]:
    """What DingTalk tells about a notice."""
    names = ("invalid_user_id_list", "forbidden_user_id_list", "failed_user_id_list")
    more = ("read_user_id_list", "unread_user_id_list", "forbidden_list")
    empty: dict[str, object] = {name: [] for name in (*names, *more)}
    return {"errcode": 0, "send_result": empty | lists}


@pytest.fixture
def notices(api: DingTalkApi) -> WorkNotices:
    """The app's own."""
    return WorkNotices(api, "ding1", 123)


def test_the_box_is_the_account_in_this_company(notices: WorkNotices) -> None:
    """Nobody else has one."""
    person = Person(1, 1, "Li", "Asia/Shanghai", "zh")
    slack = Account(1, 1, 1, UserRef("slack", "T1", "U1"))
    other = Account(2, 1, 2, UserRef("dingtalk", "ding2", "x"))
    mine = Account(3, 1, 3, UserRef("dingtalk", "ding1", "u1"))
    assert notices.box(person, [slack, other, mine]) == BOX
    assert notices.box(person, [slack, other]) is None


async def test_a_notice_is_sent_and_looked_up(
    dingtalk: Pretend, notices: WorkNotices, metered: list[str]
) -> None:
    """Both calls are counted in the month's quota."""
    dingtalk.says(SEND, TASK)
    dingtalk.says(RESULT, result(unread_user_id_list=["u1"]))
    await notices.send(BOX, CARD, key="k")
    (sent,), (looked,) = dingtalk.calls(SEND), dingtalk.calls(RESULT)
    assert set(sent.body) == {"agent_id", "userid_list", "msg"}
    assert (sent.body["agent_id"], sent.body["userid_list"]) == (123, "u1")
    assert looked.body == {"agent_id": 123, "task_id": 256271667526}
    assert metered == [SEND.lstrip("/"), RESULT.lstrip("/")]


def test_a_notice_without_a_page_is_markdown() -> None:
    """And with one it has a button (facts §4.6)."""
    said = notice(CARD, "ding1", "k")
    assert said["msgtype"] == "markdown"
    assert "王芳把任务交给您" in said["markdown"]["text"]
    card = Card(CARD.title, (*CARD.blocks, Buttons((OPEN,))))
    said = notice(card, "ding1", "k")
    shown = said["action_card"]
    assert set(shown) == {"title", "markdown", "single_title", "single_url"}
    assert shown["single_title"] == "打开 T-12"
    assert "crew.example" in shown["single_url"]


def test_two_notices_of_the_same_words_differ() -> None:
    """DingTalk drops the second of two that are the same; one sent again is."""
    assert notice(CARD, "ding1", "k") == notice(CARD, "ding1", "k")
    assert notice(CARD, "ding1", "k") != notice(CARD, "ding1", "other")


def test_a_long_notice_fits() -> None:
    """Into 2 048 bytes with everything around the words."""
    long = Card(("价" * 300,), (Paragraph(("查" * 9000,)), Buttons((OPEN,))))
    many = Card(("价",), (*(Paragraph(("查" * 40,)) for _ in range(90)),))
    for card in (long, many):
        said = json.dumps(notice(card, "ding1", "k"), ensure_ascii=False)
        assert len(said.encode()) <= 2048


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"invalid_user_id_list": ["u1"]}, Rejected("not_reachable")),
        ({"failed_user_id_list": ["u1"]}, Rejected("notice_failed")),
        ({"forbidden_user_id_list": ["u1"]}, Rejected("notice_forbidden")),
        ({"forbidden_list": [{"code": "143105", "userid": "u1"}]}, Rejected("143105")),
        (
            {"forbidden_list": [{"code": "143103", "userid": "u1"}]},
            RateLimited("143103", 60.0),
        ),
    ],
)
async def test_what_dingtalk_dropped_was_not_sent(
    dingtalk: Pretend, notices: WorkNotices, told: dict[str, Any], wrong: ChatError
) -> None:
    """Although it said yes."""
    dingtalk.says(SEND, TASK)
    dingtalk.says(RESULT, result(**told))
    with pytest.raises(type(wrong)) as raised:
        await notices.send(BOX, CARD, key="k")
    assert raised.value.code == wrong.code


async def test_the_same_notice_again_is_there(
    dingtalk: Pretend, notices: WorkNotices
) -> None:
    """After a call without an answer: 143106 says that the day has seen it."""
    dingtalk.says(SEND, Says(breaks=True), TASK)
    again = {"code": "143106", "count": 1, "userid": "u1"}
    told = {"forbidden_list": [again], "forbidden_user_id_list": ["u1"]}
    dingtalk.says(RESULT, result(**told))
    with pytest.raises(Unreachable):
        await notices.send(BOX, CARD, key="k")
    assert len(dingtalk.calls(SEND)) == 1, "it is not sent twice blindly"
    await notices.send(BOX, CARD, key="k")


async def test_a_result_that_comes_late_is_waited_for(
    dingtalk: Pretend, notices: WorkNotices, swift: Swift
) -> None:
    """A few seconds; then it is taken as sent, for it was taken."""
    dingtalk.says(SEND, TASK)
    dingtalk.says(RESULT, result(), result(), result(read_user_id_list=["u1"]))
    await notices.send(BOX, CARD, key="k")
    assert len(dingtalk.calls(RESULT)) == 3
    dingtalk.says(RESULT, result())
    await notices.send(BOX, CARD, key="l")
    dingtalk.says(RESULT, {"errcode": 400002, "errmsg": "参数错误"})
    await notices.send(BOX, CARD, key="m")
    assert sum(swift.slept) < 40
