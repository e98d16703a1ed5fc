"""Who is in a DingTalk company."""

import pytest

from adapters.dingtalk.directory import DingTalkDirectory
from bot.errors import Rejected
from bot.model.people import Place, Profile
from bot.model.refs import PlaceRef, UserRef
from bot.ports import Directory
from tests.adapters.dingtalk.connection.people import (
    BELOW,
    CHEN,
    DEPARTMENT,
    LI,
    LIST,
    QUIET,
    USER,
    ZHAO,
    company,
    ok,
    page,
)
from tests.adapters.dingtalk.connection.pretend import Pretend

_: type[Directory] = DingTalkDirectory


def user(id: str) -> UserRef:
    """An account of the company."""
    return UserRef("dingtalk", "ding1", id)


STORE = {"dept_id": 2, "name": "仓储部", "dept_manager_userid_list": ["manager4521"]}
NIGHT = {"dept_id": 3, "name": "夜班", "dept_manager_userid_list": []}
LI_KNOWN = Profile(
    ref=user("manager4521"),
    name="李伟",
    email="liwei@teaware.example",
    zone="Asia/Shanghai",
    language="zh",
    usual=True,
    staff_id="W-001",
    departments=("仓储部",),
)
ZHAO_KNOWN = Profile(
    ref=user("zhao77"),
    name="赵磊",
    zone="Asia/Shanghai",
    language="zh",
    usual=True,
    admin=True,
    departments=("仓储部", "夜班"),
    manager=user("manager4521"),
)
CHEN_KNOWN = Profile(
    ref=user("chen"),
    name="陈晨",
    zone="Asia/Shanghai",
    language="zh",
    usual=True,
    admin=True,
)


async def test_one_person(dingtalk: Pretend, directory: DingTalkDirectory) -> None:
    """With departments by name, and the head of one of them as manager."""
    dingtalk.says(USER, ok(ZHAO))
    dingtalk.says(DEPARTMENT, ok(STORE), ok(NIGHT))
    assert await directory.profile(user("zhao77")) == ZHAO_KNOWN
    (asked,) = dingtalk.calls(USER)
    assert asked.body == {"userid": "zhao77", "language": "zh_CN"}


async def test_the_manager_of_the_directory_comes_first(
    dingtalk: Pretend, directory: DingTalkDirectory
) -> None:
    """Before the head of a department; nobody is their own."""
    dingtalk.says(DEPARTMENT, ok(STORE))
    dingtalk.says(USER, ok(ZHAO | {"manager_userid": "boss1"}))
    assert (await directory.profile(user("zhao77"))).manager == user("boss1")
    dingtalk.says(USER, ok(LI))
    assert (await directory.profile(user("manager4521"))).manager is None


async def test_a_department_out_of_sight_is_left_out(
    dingtalk: Pretend, directory: DingTalkDirectory
) -> None:
    """The person is there all the same."""
    dingtalk.says(USER, ok(LI))
    dingtalk.says(DEPARTMENT, {"errcode": 50004, "errmsg": "无权限"})
    assert (await directory.profile(user("manager4521"))).departments == ()


async def test_a_stranger_is_nobody(
    dingtalk: Pretend, directory: DingTalkDirectory
) -> None:
    """In DingTalk's own words."""
    dingtalk.says(USER, {"errcode": 60121, "errmsg": "找不到该用户"})
    with pytest.raises(Rejected, match="60121"):
        await directory.profile(user("nobody"))


async def test_everybody(dingtalk: Pretend, directory: DingTalkDirectory) -> None:
    """Down the tree, page by page, each once; who never came is left out."""
    company(dingtalk, [1], [])
    dingtalk.says(
        LIST, page(CHEN), page(QUIET, ZHAO), page(LI, following=100), page(ZHAO)
    )
    two = {"dept_id": 2, "name": "仓储部", "parent_id": 1}
    three = {"dept_id": 3, "name": "夜班", "parent_id": 1}
    dingtalk.says(BELOW, ok([two, three]), ok([]))
    found = await directory.everyone("dingtalk", "ding1")
    assert {one.ref.id: one for one in found} == {
        "chen": CHEN_KNOWN,
        "manager4521": LI_KNOWN,
        "zhao77": ZHAO_KNOWN,
    }
    asked = [
        (call.body["dept_id"], call.body["cursor"]) for call in dingtalk.calls(LIST)
    ]
    assert asked == [(1, 0), (3, 0), (2, 0), (2, 100)]
    assert not dingtalk.calls(DEPARTMENT)


async def test_a_part_of_the_company(
    dingtalk: Pretend, directory: DingTalkDirectory
) -> None:
    """Where the app may see one department, and somebody beside it."""
    company(dingtalk, [2], ["chen", "manager4521"])
    dingtalk.says(DEPARTMENT, ok(STORE))
    dingtalk.says(LIST, page(LI))
    dingtalk.says(BELOW, ok([]))
    dingtalk.says(USER, ok(CHEN))
    found = await directory.everyone("dingtalk", "ding1")
    assert list(found) == [LI_KNOWN, CHEN_KNOWN]


async def test_a_circle_comes_to_an_end(
    dingtalk: Pretend, directory: DingTalkDirectory
) -> None:
    """Of departments and of pages."""
    company(dingtalk, [1], [])
    dingtalk.says(LIST, page(LI, following=0))
    dingtalk.says(BELOW, ok([{"dept_id": 1, "name": "x"}, {"name": "y"}]))
    assert len(await directory.everyone("dingtalk", "ding1")) == 1


async def test_of_groups_nothing_is_told(directory: DingTalkDirectory) -> None:
    """A group's name comes with its messages, its members with what they say."""
    group = PlaceRef("dingtalk", "ding1", "cidTEA1==")
    assert await directory.place(group) == Place(
        group, "", private=True, listed=False, language="zh", zone="Asia/Shanghai"
    )
    with pytest.raises(Rejected, match="members_unknown"):
        await directory.members(group)
    assert await directory.all_places("dingtalk", "ding1") == []


async def test_a_conversation_of_two(directory: DingTalkDirectory) -> None:
    """It needs no call, and everybody in it is known."""
    direct = await directory.direct(user("zhao77"))
    assert direct == PlaceRef("dingtalk", "ding1", "@zhao77")
    assert await directory.members(direct) == [user("zhao77")]
    place = await directory.place(direct)
    assert (place.direct, place.private, place.listed) == (True, True, True)
