"""The organization at DingTalk: an input, with the tea-ware shop's Hangzhou half."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

ROOT = 1


@dataclass(frozen=True, slots=True)
class Worker:
    """One member of the organization, as its directory (通讯录) has them."""

    userid: str
    name: str
    title: str = ""
    departments: tuple[int, ...] = (ROOT,)
    manager: str = ""
    email: str = ""
    job_number: str = ""
    mobile: str = ""
    admin: bool = False
    boss: bool = False
    tz: str = "Asia/Shanghai"
    locale: str = "zh-CN"

    @property
    def union_id(self) -> str:
        """The id that is the same in all organizations of one developer."""
        return code_of("union", self.userid) + "iEiE"


@dataclass(frozen=True, slots=True)
class Department:
    """A department below the root, which is 1."""

    id: int
    name: str
    parent: int = ROOT
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """An internal group (企业内部群) as it is when the simulator starts."""

    id: str
    name: str
    members: tuple[str, ...]
    has_bot: bool = True


@dataclass(frozen=True, slots=True)
class DingTalkCompany:
    """A whole organization: who works there and where they talk."""

    corp_id: str
    name: str
    people: tuple[Worker, ...]
    departments: tuple[Department, ...] = ()
    groups: tuple[Group, ...] = ()


def conversation_id(*parts: str) -> str:
    """A conversation id in DingTalk's manner, always the same for the same parts."""
    return f"cid{code_of(*parts)}=="


def dingtalk_id(userid: str) -> str:
    """A person's encrypted id in messages, useless outside of them (facts §1.9)."""
    return f"$:LWCP_v1:${code_of('user', userid)}"


def code_of(*parts: str) -> str:
    """Twenty-two letters and digits that are always the same for the same parts."""
    digest = hashlib.sha256("/".join(parts).encode()).digest()
    return base64.b64encode(digest, altchars=b"Az").decode()[:22]


_OFFICE, _WAREHOUSE, _CONTENT, _DATA, _SERVICE = 100, 101, 102, 103, 104
CHEN, LI, WANG, ZHANG, LIU, ZHAO = (
    "chenchen8808", "manager4521", "254168301229", "254168301310", "0312456789",
    "0312456790",
)  # fmt: skip


def _people() -> tuple[Worker, ...]:
    def one(
        userid: str, name: str, title: str, department: int, mailbox: str, manager: str
    ) -> Worker:
        ceo = userid == CHEN
        return Worker(
            userid,
            name,
            title,
            (department,),
            manager,
            f"{mailbox}@teaware.example",
            f"HZ{department}{mailbox[:2].upper()}",
            admin=ceo,
            boss=ceo,
        )

    return (
        one(LI, "李伟", "仓储主管", _WAREHOUSE, "liwei", CHEN),
        one(WANG, "王芳", "内容运营", _CONTENT, "wangfang", CHEN),
        one(ZHANG, "张敏", "数据分析师", _DATA, "zhangmin", CHEN),
        one(CHEN, "陈晨", "CEO", _OFFICE, "grace", ""),
        one(LIU, "刘洋", "客服专员", _SERVICE, "liuyang", CHEN),
        one(ZHAO, "赵磊", "仓库管理员", _WAREHOUSE, "zhaolei", LI),
    )


TEAWARE_HANGZHOU = DingTalkCompany(
    "dingteaware00000001",
    "茶器之家",
    _people(),
    (
        Department(_OFFICE, "总经办", heads=(CHEN,)),
        Department(_WAREHOUSE, "仓储部", heads=(LI,)),
        Department(_CONTENT, "内容部", heads=(WANG,)),
        Department(_DATA, "数据部", heads=(ZHANG,)),
        Department(_SERVICE, "客服部"),
    ),
    (
        Group("cidTEAWARE1==", "全员群", (CHEN, LI, WANG, ZHANG, LIU, ZHAO)),
        Group("cidTEAWARE2==", "双十一作战群", (CHEN, LI, WANG, ZHANG, LIU)),
        Group("cidTEAWARE3==", "仓库", (LI, ZHAO, CHEN)),
        Group("cidTEAWARE4==", "内容组", (WANG, ZHANG)),
    ),
)
