"""Lists as files, sent on both chats: looked at first, applied when told."""

import re
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from tests.e2e.hands import well
from tests.e2e.two_chats import (
    ANNA,
    CHEN,
    DM,
    MORNING,
    ROOM,
    SAM,
    WANG,
    said,
    two_chats,
)

PEOPLE = (
    "Name;E-Mail;Abteilung;Vorgesetzter;Rolle\n"
    "Sam Taylor;sam@tea.example;customer service;Anna Berger;Agent für Tee\n"
    "Grace;;;王芳;\n"
    "王芳;;;Grace;\n"
    "x;y;z;a;b;c;d\n"
)
ROSTER = "姓名,部门,上级,职位\n李伟,仓库,Grace,仓储经理\n"
VALUES = "measure,period,value\nGMV,2026-06-08,120\n"


def workbook(text: str) -> bytes:
    """The same list as Excel keeps it."""
    book, kept = Workbook(), BytesIO()
    for line in text.splitlines():
        book.active.append(re.split("[,;]", line))
    book.save(kept)
    return kept.getvalue()


async def test_a_list_comes_as_a_file(tmp_path: Path) -> None:
    """With words, without, in a channel, in the letters of any office; who may not
    import reads that, and a picture is no list.
    """
    async with two_chats(f"sqlite+aiosqlite:///{tmp_path / 'crew.db'}", MORNING) as at:
        await at.send(ANNA, DM, "people.csv", PEOPLE.encode("cp1252", "replace"))
        assert "Role: (nothing) → Agent für Tee" in said(at.last(ANNA, DM))
        await at.send(ANNA, ROOM, "p.csv", PEOPLE.encode(), "@Shopcrew team import")
        shown = at.last(ANNA, ROOM)
        for wanted in ("Manager: (nothing) → Anna Berger", "Line 3: That would be a",
                       "Line 5: more cells"):  # fmt: skip
            assert wanted in said(shown)
        await at.press(ANNA, "Apply", shown)
        await at.say(ANNA, DM, "who is Sam Taylor?")
        assert "Agent für Tee" in said(at.last(ANNA, DM))
        await at.send(SAM, DM, "people.csv", PEOPLE.encode(), "here is the list")
        assert "Only an admin" in said(at.last(SAM, DM))

        await at.send(CHEN, DM, "人员.csv", ROSTER.encode("gb18030"))
        shown = at.last(CHEN, DM, "将会有这些变化")
        assert "职位：（空） → 仓储经理" in said(shown)
        await at.press(CHEN, "应用", shown)
        assert "已更新 1 人" in said(at.last(CHEN, DM))
        await at.send(CHEN, DM, "人员.xlsx", workbook(ROSTER.replace("经理", "主任")))
        shown = at.last(CHEN, DM, "将会有这些变化")
        assert "职位：仓储经理 → 仓储主任" in said(shown)
        await at.press(CHEN, "应用", shown)
        await at.send(ANNA, DM, "people.xlsx", workbook(PEOPLE.replace("Tee", "tea")))
        assert "Agent für Tee → Agent für tea" in said(at.last(ANNA, DM))
        await at.send(WANG, DM, "人员.csv", ROSTER.encode("utf-16"))
        assert "只有管理员" in said(at.last(WANG, DM))


async def test_what_is_no_list_is_refused_with_the_way(tmp_path: Path) -> None:
    """A picture, a workbook, too much, an unknown head; and where the app may not read
    files, or the chat gives none, that is said.
    """
    async with two_chats(f"sqlite+aiosqlite:///{tmp_path / 'crew.db'}", MORNING) as at:
        for name, content, answer in (
            ("cups.png", b"\x89PNG", "pass it on as feedback"),
            ("cups.mov", b"mov", "I can do nothing with cups.mov yet"),
            ("team.xlsx", b"PK\x03\x04", "I cannot read team.xlsx"),
            ("team.xls", b"\xd0\xcf\x11\xe0", "as .xlsx without a password"),
            ("team.csv", b"x" * 1_000_001, "too large"),
            ("team.csv", b"a,b\n1,2\n", "I cannot tell what this is a list of"),
            ("gmv.csv", VALUES.encode(), "GMV"),
            ("gmv.xlsx", workbook(VALUES), "GMV"),
        ):
            await at.send(ANNA, DM, name, content)
            assert answer in said(at.last(ANNA, DM))
        await at.send(CHEN, DM, "图.zip", b"PK")
        assert "暂时无法处理 图.zip" in said(at.last(CHEN, DM))
        for code, answer in (
            ("missing_scope", "files:read"),
            ("internal_error", "could not get team.csv"),
        ):
            fault = {"kind": "error", "method": "files.info", "error": code}
            well(await at.simulator.side_of(ANNA).fault(fault))
            await at.send(ANNA, DM, "team.csv", PEOPLE.encode(), "team import")
            assert answer in said(at.last(ANNA, DM))
