"""What was said, as a file (PEERS A36)."""

import pytest

from bot.messages import Attachment
from bot.model.sheet import FileKind
from bot.model.standup.policy import Readers
from tests.bot.past.days import (
    ANNA,
    BO,
    CY,
    LI,
    file_of,
    leads,
    read_by,
    said,
)
from tests.bot.rituals.standups import choose, person_id
from tests.driver import Member, Team


async def test_an_export_is_one_row_an_answer(anna: Member) -> None:
    """With late, edited and what became of everybody (PEERS A36)."""
    await said(anna, "standup export Daily csv")
    file = file_of(anna)
    assert file.file == "Daily 2026-03-02 – 2026-03-10.csv"
    assert ",".join(file.head) == "run,date,person,question,answer,late,edited,state"
    rows = [",".join(row) for row in file.rows]
    assert "Daily,2026-03-02,Anna Berger,Today?,Parcels for 京东,No,No,answered" in rows
    assert "Daily,2026-03-02,Bo Lin,Today?,=1+1 BOXES,Yes,No,late" in rows
    assert "Daily,2026-03-02,Bo Lin,Blocked?,Yes,Yes,No,late" in rows
    assert "Daily,2026-03-02,Cy Twombly,,,No,No,away" in rows
    assert "Daily,2026-03-02,李伟,,,No,No,missed" in rows
    assert "the lift" not in str(rows)  # one anonymous answer would tell whose it is
    assert rows == sorted(rows, key=lambda row: row.split(",")[1])


async def test_an_export_is_of_the_days_and_people_that_are_named(
    anna: Member,
) -> None:
    """In Excel's own kind where none is named."""
    await anna.says("standup export Daily 3 March")
    assert file_of(anna).kind is FileKind.XLSX
    assert {row[1] for row in file_of(anna).rows} == {"2026-03-03"}
    await anna.says("standup export @Bo as csv last week")
    assert {row[2] for row in file_of(anna).rows} == {BO}
    assert {row[1] for row in file_of(anna).rows} == {
        f"2026-03-0{number}" for number in range(2, 7)
    }


async def test_an_export_in_chinese(team: Team, anna: Member, li: Member) -> None:
    """Its head, its questions, its states."""
    await choose(team, admins=(await person_id(team, li),))
    told = await said(li, "站会 导出 Daily 3月2日")
    assert "Daily 的导出：共" in told
    file = file_of(li)
    assert file.head == (
        "站会", "日期", "成员", "问题", "回答", "迟交", "已修改", "状态",
    )  # fmt: skip
    assert (
        "Daily",
        "2026-03-02",
        BO,
        "Blocked?",
        "是",
        "是",
        "否",
        "迟交",
    ) in file.rows


async def test_only_who_answers_for_it_exports(
    team: Team, anna: Member, bo: Member, li: Member
) -> None:
    """Who may not is told who can, and where their own are."""
    told = await said(bo, "standup export Daily")
    assert "Only Anna Berger, the admins of “Daily” and managers" in told
    assert "standup history Daily my" in told
    for_bo = await person_id(team, bo)
    await leads(team, bo, li)
    await bo.says("standup export Daily")
    assert {row[2] for row in file_of(bo).rows} == {LI}
    await choose(team, admins=(for_bo,))
    await bo.says("standup export Daily")
    assert {row[2] for row in file_of(bo).rows} == {ANNA, BO, CY, LI}


async def test_an_admin_exports_what_they_may_read(team: Team) -> None:
    """Where only others may read, they are told who can let them."""
    boss = team.person("Sofia Rossi", admin=True)
    await team.know_everyone()
    await boss.says("standup export Daily")
    assert len({row[2] for row in file_of(boss).rows}) == 4
    await read_by(team, Readers.ADMINS)
    told = await said(boss, "standup export Daily")
    assert "not for you to read" in told


async def test_a_form_chooses_the_file(anna: Member) -> None:
    """From the report's button: kind and days."""
    await anna.says("standup report Daily")
    await anna.presses("Export")
    wrong = await anna.fills(kind="csv", first="2026-03-05", last="2026-03-03")
    assert wrong == {"last": "The last day comes before the first one."}
    assert await anna.fills(kind="csv", first="2026-03-09", last=None) == {}
    file = file_of(anna)
    assert file.kind is FileKind.CSV
    assert {row[1] for row in file.rows} == {"2026-03-09", "2026-03-10"}


async def test_an_export_says_what_is_wrong(anna: Member) -> None:
    """Nothing there, another name, words it has no use for."""
    assert "nothing to export" in await said(anna, "standup export Daily last month")
    assert "no stand-up called “Weekly”" in await said(anna, "standup export Weekly")
    assert "“please”" in await said(anna, "standup export Daily please csv")


async def test_too_much_for_one_file_is_said(
    anna: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to type instead."""
    monkeypatch.setattr("bot.commands.standup.export.ROWS", 20)
    told = await said(anna, "standup export Daily")
    assert "20 are the most" in told
    assert "standup export Daily last month" in told


async def test_enough_anonymous_answers_are_rows_without_a_name(
    team: Team, anna: Member
) -> None:
    """In no order that would tell whose they are."""
    day = (await team_days(team))[0]
    async with team.store() as db:
        for text in ("the noise", "cold tea"):
            await db.standups.sealed.add(day, {3: text})
        await db.commit()
    await anna.says("standup export Daily 2 March")
    nameless = [row for row in file_of(anna).rows if row[2] == "(anonymous)"]
    assert [row[4] for row in nameless] == ["cold tea", "the lift", "the noise"]
    told = await said(anna, "standup history Daily 2 March")
    assert "cold tea" in told


async def team_days(team: Team) -> list[int]:
    """The ids of the days there were, the oldest first."""
    async with team.store.reading() as db:
        (standup,) = await db.standups.all()
        days = await db.standups.history.days([standup.id])
        return [each.id for each in reversed(days)]


async def test_a_file_is_said_to_one_person_only(team: Team, anna: Member) -> None:
    """Also where it is asked for in a channel."""
    await anna.says("standup export Daily", "#general")
    seen = anna.last()
    assert seen is not None
    assert seen.only == anna.ref
    others = [each for each in team.chat.messages if each.only != anna.ref]
    assert not [
        block
        for each in others
        for block in each.card.blocks
        if isinstance(block, Attachment)
    ]
    assert seen.text.startswith("The export of Daily")
