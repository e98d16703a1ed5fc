"""The past of a stand-up over the wires of both chats, and its file in hand."""

import csv
import io
from collections.abc import AsyncIterator
from zipfile import ZipFile

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from openpyxl import load_workbook

from adapters.simulator.slack.faults import Fault
from adapters.web.app import build
from tests.adapters.web.browser import Browser
from tests.databases import fresh_url
from tests.e2e.two_chats import (
    ANNA,
    CLOSE,
    DM,
    EVENING,
    GROUP,
    LI,
    MORNING,
    ROOM,
    SAM,
    WANG,
    TwoChats,
    fill,
    said,
    set_up,
    two_chats,
)
from tests.e2e.wire import Json

pytestmark = pytest.mark.heavy

EVIL = '=HYPERLINK("http://evil.example","x")'
XLSX = "Daily 2026-06-09.xlsx"


@pytest.fixture
async def chats() -> AsyncIterator[TwoChats]:
    """Wang and Li run it with Anna; a day of it is over."""
    async with fresh_url("sqlite") as url, two_chats(url, EVENING) as made:
        await set_up(made, "on weekdays in #shop remind 0 close 11:00 zone local")
        await made.until(MORNING)
        await fill(made, WANG, "填写", q1=EVIL, q2="缺纸箱")
        await made.until(CLOSE.replace(hour=16))
        yield made


async def download(chats: TwoChats, path: str) -> bytes:
    """A file as people get it from the chat."""
    address = f"{chats.simulator.base_url}/simulator/{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        return await answer.read()


def cells(content: bytes) -> list[tuple[object, ...]]:
    """The rows of an Excel file, opened by another program."""
    page = load_workbook(io.BytesIO(content)).active
    assert page is not None
    return [tuple(row) for row in page.iter_rows(values_only=True)]


def files(chats: TwoChats, who: str, where: str = DM) -> list[Json]:
    """The messages with files that somebody sees."""
    found = chats.simulator.side_of(who).messages(who, where, None)
    return [each for each in found if each.get("files") or each.get("kind") == "file"]


async def test_an_export_is_a_file_in_ones_own_conversation(chats: TwoChats) -> None:
    """On Slack, from a channel where nobody else sees of it."""
    await chats.say(ANNA, ROOM, "/crew standup export Daily")
    (message,) = files(chats, ANNA)
    (file,) = message["files"]
    assert file["name"] == XLSX
    assert files(chats, ANNA, ROOM) == []
    rows = cells(await download(chats, f"slack/files/{file['id']}"))
    assert rows[0][:5] == ("run", "date", "person", "question", "answer")
    assert ("Daily", "2026-06-09", "王芳", "Today", EVIL) in [row[:5] for row in rows]
    told = said(chats.last(ANNA, ROOM, "The export of Daily"))
    assert f"📎 {XLSX}" in told


async def test_an_export_is_a_file_of_the_robot(chats: TwoChats) -> None:
    """On DingTalk, in Chinese; a CSV travels in a ZIP, as it takes no other."""
    await chats.say(ANNA, ROOM, "/crew standup owner Daily @王芳")
    await chats.say(WANG, DM, "站会 导出 Daily")
    await chats.say(WANG, GROUP, "@店小二 站会 导出 Daily csv")
    first, second = files(chats, WANG)
    assert (first["text"], first["content"]["fileType"]) == (XLSX, "xlsx")
    media = first["content"]["mediaId"]
    rows = cells(await download(chats, f"dingtalk/files/{media}.file"))
    assert rows[0][:5] == ("站会", "日期", "成员", "问题", "回答")
    assert ("Daily", "2026-06-09", "王芳", "今天", EVIL) in [row[:5] for row in rows]
    assert second["content"]["fileType"] == "zip"
    media = second["content"]["mediaId"]
    with ZipFile(
        io.BytesIO(await download(chats, f"dingtalk/files/{media}.file"))
    ) as packed:
        (name,) = packed.namelist()
        text = packed.read(name).decode("utf-8-sig")
    assert name == "Daily 2026-06-09.csv"
    answers = [row[4] for row in csv.reader(io.StringIO(text, newline=""))]
    assert f"'{EVIL}" in answers
    assert EVIL not in answers
    assert files(chats, WANG, GROUP) == []


async def test_without_the_right_the_file_is_on_a_page(chats: TwoChats) -> None:
    """For one browser and once; what an admin has to allow stands beside it."""
    missing = Fault("error", "files.getUploadURLExternal", 1, error="missing_scope")
    chats.simulator.slack.faults.arm(missing)
    await chats.say(ANNA, DM, "standup export Daily csv 9 June")
    assert files(chats, ANNA) == []
    told = chats.last(ANNA, DM, "The export of Daily")
    assert "files:write" in said(told)
    link = link_in(told)
    server = TestServer(build(chats.house.ready, chats.house.routes))
    async with server:
        browser, thief = Browser(server), Browser(server)
        page = await browser.opens(link)
        assert page.fields["kind"] == ["csv"]
        assert page.fields["first"] == ["2026-06-09"]
        got = await browser.asks("POST", page.path, data=dict(flat(page.fields)))
        assert got.headers["Content-Disposition"] == (
            "attachment; filename*=UTF-8''Daily%202026-06-09.csv"
        )
        assert got.headers["X-Content-Type-Options"] == "nosniff"
        assert f"'{EVIL}".replace('"', '""') in (await got.read()).decode()
        again = await browser.opens(link)
        assert again.fields == {}
        assert (await thief.opens(link)).status == 403
        await browser.close()
        await thief.close()


async def test_on_a_page_a_file_is_only_for_who_still_may(chats: TwoChats) -> None:
    """Rights count when it is made, not when the link was."""
    await chats.say(ANNA, ROOM, "/crew standup admins Daily @Sam Taylor")
    full = Fault("error", "files.completeUploadExternal", 1, error="file_not_found")
    chats.simulator.slack.faults.arm(full)
    await chats.say(SAM, DM, "standup export Daily")
    link = link_in(chats.last(SAM, DM, "The export of Daily"))
    server = TestServer(build(chats.house.ready, chats.house.routes))
    async with server:
        browser = Browser(server)
        page = await browser.opens(link)
        assert page.fields["kind"] == ["xlsx"]
        await chats.say(ANNA, ROOM, "/crew standup admins Daily remove @Sam Taylor")
        for told in (await browser.sends(page), await browser.opens(link)):
            assert "Only Anna Berger, the admins of “Daily” and managers" in told.text
        await browser.close()


async def test_a_dingtalk_that_takes_no_files_says_where_it_is(
    chats: TwoChats,
) -> None:
    """In Chinese."""
    await chats.say(ANNA, ROOM, "/crew standup owner Daily @王芳")
    await chats._trouble(kind="server_error", path="media/upload", count=9)
    await chats.say(WANG, DM, "站会 导出 Daily")
    told = said(chats.last(WANG, DM, "Daily 的导出"))
    assert "只能下载一次" in told
    assert "媒体文件" in told
    assert files(chats, WANG) == []


async def test_a_report_has_its_picture_on_both_chats(chats: TwoChats) -> None:
    """And the same numbers in both languages."""
    await chats.say(ANNA, DM, "standup report Daily")
    report = chats.last(ANNA, DM, "Daily · last 4 weeks")
    assert "image" in [block["type"] for block in report["blocks"]]
    assert "Answered 1 of 5 (20%)" in said(report)
    assert "B-1 缺纸箱 (day 2)" in said(report)
    await chats.say(LI, DM, "站会 统计 Daily")
    there = said(chats.last(LI, DM, "Daily · 最近 4 周"))
    assert "5 次中 1 次（20%）" in there
    assert "![" in there
    assert "您自己" in there


async def test_the_history_is_found_on_both_chats(chats: TwoChats) -> None:
    """By name without a mention, by a day in words, by a word in an answer."""
    await chats.say(ANNA, ROOM, "/crew standup history 王芳 9 June")
    assert EVIL in said(chats.last(ANNA, ROOM, "🗂"))
    await chats.say(LI, GROUP, "@店小二 站会 历史 纸箱")
    told = said(chats.last(LI, DM, "🗂"))
    assert "缺纸箱" in told
    assert "6月9日" in told


def link_in(message: Json) -> str:
    """The address of the file's page."""
    text = str(message)
    start = text.index("http://tea.example/forms/")
    return text[start:].split("'")[0].split("|")[0].split(")")[0]


def flat(fields: dict[str, list[str]]) -> list[tuple[str, str]]:
    """What a browser sends of the fields."""
    return [(name, values[0]) for name, values in fields.items() if values]
