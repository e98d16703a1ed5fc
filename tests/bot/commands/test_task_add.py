"""Adding tasks, as people type and fill them."""

from datetime import UTC, date, datetime

import pytest

from bot.messages import Link, Paragraph, TextField
from bot.model.files import FileLink
from bot.model.task import Acceptance, Priority
from tests import abuse
from tests.bot.commands.tasks import a_crew, private, said
from tests.driver import a_team


async def test_one_sentence_makes_the_whole_task() -> None:
    """Owner, follower, date, project, priority and department, in any order."""
    async with a_crew() as crew:
        seen = await crew.anna.says(
            "task add !high Check banner prices @Bo @Cy due friday 17:00 "
            "#promo dept:marketing",
            "#general",
        )
        text = said(seen)
        assert "T-1 Check banner prices" in text
        for part in ("Bo Lin", "Fri 6 Mar 17:00", "High", "#promo", "Marketing"):
            assert part in text
        assert "new project" in text
        assert not private(seen)
        task = await crew.task()
        assert task.title == "Check banner prices"
        assert task.owner_id == await crew.id_of(crew.bo)
        assert task.followers == (await crew.id_of(crew.cy),)
        assert task.deadline is not None
        assert task.deadline.at == datetime(2026, 3, 6, 16, tzinfo=UTC)
        assert (task.priority, task.department) == (Priority.HIGH, "marketing")


async def test_chinese_words_make_the_same_task() -> None:
    """任务 新增, glued or apart, full-width or not."""
    async with a_crew() as crew:
        for typed in (
            "任务 新增 检查横幅价格 @Bo 周五17点前 #双十一 !高 部门:市场",
            "任务新增检查横幅价格 @Bo 周五17点前 ＃双十一 ！高 部门：市场部",
            "新增任务 !高 @Bo 检查横幅价格 截止:周五17点 #双十一 部门:营销",
        ):
            await crew.wang.says(typed, "#general")
        for task in await crew.tasks():
            assert task.title == "检查横幅价格"
            assert task.owner_id == await crew.id_of(crew.bo)
            assert task.deadline is not None
            assert task.deadline.at == datetime(2026, 3, 6, 9, tzinfo=UTC)
            assert (task.priority, task.department) == (Priority.HIGH, "marketing")
            assert task.project_id == 1
        assert len(await crew.tasks()) == 3


async def test_in_their_own_chat_people_read_their_own_language() -> None:
    """The card and every later version of it."""
    async with a_crew() as crew:
        seen = await crew.wang.says("任务 新增 检查价格 明天")
        assert seen is not None
        assert "完成" in seen.buttons
        await crew.wang.presses("完成", seen)
        assert "王芳 已完成" in said(crew.wang.last())


async def test_nobody_named_is_oneself() -> None:
    """And nobody is asked to accept."""
    async with a_crew() as crew:
        await crew.cy.says("todo add Check prices", "#general")
        task = await crew.task()
        assert task.owner_id == task.creator_id == await crew.id_of(crew.cy)
        assert task.acceptance is Acceptance.NOT_ASKED
        assert crew.cy.inbox == []


async def test_owner_and_follower_are_told_once_in_their_own_chat() -> None:
    """With buttons for the owner, without rights for the follower."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo @Cy", "#general")
        (told,) = crew.bo.inbox
        assert "Anna Berger gave you T-1 Check prices" in told.text
        assert {"Accept", "Decline", "Done"} <= set(told.buttons)
        (follows,) = crew.cy.inbox
        assert "follower of T-1" in follows.text
        assert "Done" not in follows.buttons
        assert crew.anna.inbox == []


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("task add @Bo !high", "needs a title"),
        ("task add \u200b\u200f", "needs a title"),
        ("task add Check prices @Nobody", "I do not know “Nobody”"),
        ("task add Check prices yesterday", "already past"),
        ("task add Check prices 2026-03-01", "already past"),
        ("task add Check prices due:30 February", "no such date"),
        ("task add Check prices friday and 12 March", "two dates"),
        ("task add Check prices !hot", "“!hot”"),
        ("task add Check prices !high !low", "two priorities"),
        ("task add Check prices #a #b", "two projects"),
        ("task add Check prices dept:bakery", "“bakery”"),
        ("task add Check prices repeat:sometimes", "“sometimes”"),
        ("task add " + "x" * 301, "301 characters"),
        ("task add " + "y" * 5000, "5,000 characters"),
        ("任务 新增 检查 2月30日", "no such date"),
    ],
)
async def test_what_is_wrong_is_named_and_nothing_typed_is_lost(
    typed: str, why: str
) -> None:
    """A kind private answer with an example; no task, no project, no message."""
    async with a_crew() as crew:
        seen = await crew.cy.says(typed, "#general")
        assert private(seen)
        assert why in said(seen)
        assert "Try /crew task add" in said(seen)
        assert typed.removeprefix("task add ")[:40].split("\u200b")[0] in said(seen)
        assert await crew.tasks() == []
        assert crew.bo.inbox == []


async def test_a_bare_add_offers_the_form() -> None:
    """Not everybody types."""
    async with a_crew() as crew:
        seen = await crew.cy.says("task add", "#general")
        assert private(seen)
        assert "needs a title" in said(seen)
        await crew.cy.presses("New task", seen)
        assert await crew.cy.fills(title="Check prices") == {}
        assert (await crew.task()).title == "Check prices"


async def test_quotes_keep_words_in_the_title() -> None:
    """Nothing inside them is read."""
    async with a_crew() as crew:
        await crew.cy.says(
            'task add "Prepare friday #1 !sale @home" monday', "#general"
        )
        task = await crew.task()
        assert task.title == "Prepare friday #1 !sale @home"
        assert task.deadline is not None
        assert task.deadline.day == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("task add Move launch to friday", "friday"),
        ("task add prepare the monday call", "monday"),
        ("task add count inventory 12/03", "12/03"),
    ],
)
async def test_a_date_that_stays_in_the_title_is_said(typed: str, kept: str) -> None:
    """With what to type where it was meant as the due date."""
    async with a_crew() as crew:
        seen = await crew.cy.says(typed, "#general")
        assert f"“{kept}” stayed in the title" in said(seen)
        assert f"/crew task due 1 {kept}" in said(seen)
        assert (await crew.task()).deadline is None


async def test_a_holiday_or_day_off_is_accepted_and_said() -> None:
    """Good Friday in Germany; a Saturday; a day on which the owner is away."""
    async with a_crew() as crew:
        await crew.bo.says("away 9 March to 11 March")
        good_friday = await crew.anna.says("task add Eggs due 3 April", "#general")
        assert "public holiday (Good Friday)" in said(good_friday)
        saturday = await crew.anna.says("task add Eggs due saturday", "#general")
        assert "not a working day for Anna Berger" in said(saturday)
        away = await crew.anna.says("task add Eggs @Bo due 10 March", "#general")
        assert "Bo Lin is away" in said(away)
        assert len(await crew.tasks()) == 3


async def test_a_private_place_keeps_its_tasks() -> None:
    """Not in others' lists, not by number, not in a project (PEERS F18)."""
    async with a_crew() as crew:
        await crew.cy.says("task add Fire the agency #merger", "#secret")
        assert (await crew.task()).private
        for typed in ("task show 1", "task done 1", "task follow 1", "task 1"):
            hidden = said(await crew.bo.says(typed, "#general"))
            missing = said(await crew.bo.says(typed.replace("1", "99"), "#general"))
            assert (
                hidden.replace("T-1", "T-99").split("\n")[0] == missing.split("\n")[0]
            )
            assert "agency" not in hidden
        assert "Fire" not in said(await crew.bo.says("task list all"))
        assert "merger" not in said(await crew.bo.says("project list"))
        assert "I do not know the project" in said(
            await crew.bo.says("task list #merger")
        )
        assert "Fire" in said(await crew.anna.says("task list all", "#secret"))


async def test_a_private_task_is_not_shown_where_others_read() -> None:
    """Its owner works on it from a public place: only they see the card."""
    async with a_crew() as crew:
        await crew.cy.says("task add Fire the agency", "#secret")
        seen = await crew.cy.says("task start 1", "#general")
        assert private(seen)
        assert crew.bo.sees("#general") == []


async def test_a_message_becomes_a_task() -> None:
    """The form holds its text; the task keeps the link and answers in its thread."""
    async with a_crew() as crew:
        text = "Prices are wrong\nsee the banner *now*"
        await crew.cy.uses("task.from_message", text)
        assert "Prices are wrong" in [
            field.value for field in crew.cy.form.fields if isinstance(field, TextField)
        ]
        assert await crew.cy.fills(owner=crew.bo.ref.id) == {}
        task = await crew.task()
        assert task.title == "Prices are wrong"
        assert task.details == text
        assert task.permalink == "https://acme.slack.com/archives/C1/p10"
        (in_thread,) = crew.bo.sees("#general")
        assert in_thread.ref.place.thread == "1.0"
        assert "T-1" in said(crew.cy.last())
        assert "gave you T-1" in said(crew.bo.inbox[-1])


async def test_a_task_keeps_the_files_of_its_message() -> None:
    """As links on its card and beside everything about it; the next of it too."""
    async with a_crew() as crew:
        banner = FileLink("banner.png", "https://acme.slack.com/files/1")
        prices = FileLink("价格*表*.xlsx", "https://acme.slack.com/files/2")
        await crew.cy.uses(
            "task.from_message", "Check the banner", files=(banner, prices)
        )
        assert await crew.cy.fills(repeat="every monday") == {}
        assert (await crew.task()).files == (banner, prices)
        (card,) = crew.bo.sees("#general")
        assert "📎 banner.png · 📎 价格*表*.xlsx" in card.text
        story = await crew.cy.says("task show 1")
        assert story is not None
        links = [
            span.url
            for block in story.card.blocks
            if isinstance(block, Paragraph)
            for span in block.line
            if isinstance(span, Link)
        ]
        assert links == [banner.url, prices.url]
        await crew.cy.says("done 1")
        assert (await crew.task(2)).files == (banner, prices)


async def test_more_files_than_a_form_can_carry_stay_with_the_message() -> None:
    """The form opens all the same."""
    async with a_crew() as crew:
        many = tuple(FileLink("图" * 90, f"https://a.example/{n}") for n in range(30))
        await crew.cy.uses("task.from_message", "Check the banner", files=many)
        assert len(crew.cy.form.state) <= 1500
        assert await crew.cy.fills() == {}
        task = await crew.task()
        assert 0 < len(task.files) < 30
        assert task.permalink


async def test_a_message_of_a_private_place_makes_a_private_task() -> None:
    """The form remembers where it was opened."""
    async with a_crew() as crew:
        await crew.cy.uses("task.from_message", "Fire the agency", "#secret")
        assert await crew.cy.fills() == {}
        assert (await crew.task()).private


async def test_a_form_says_beside_each_field_what_is_wrong() -> None:
    """Everything at once; the mended form is taken."""
    async with a_crew() as crew:
        await crew.cy.uses("task.new")
        errors = await crew.cy.fills(
            title=" ",
            day="2026-03-01",
            repeat="sometimes",
            project="!?",
            owner="U999",
        )
        assert set(errors) == {"title", "day", "repeat", "project", "owner"}
        assert await crew.tasks() == []
        mended = {"title": "Check prices", "day": "2026-03-06", "time": "17:00"}
        assert await crew.cy.fills(**mended, priority="urgent", department="it") == {}
        task = await crew.task()
        assert (task.priority, task.department) == (Priority.URGENT, "it")
        assert task.deadline is not None
        assert task.deadline.timed


async def test_lines_that_no_database_can_keep_are_created_all_the_same() -> None:
    """What is shown is what the button creates, down to the letter."""
    async with a_crew() as crew:
        await crew.cy.says("task add - Check \x00 banner\n- Count returns")
        await crew.creates(crew.cy)
        assert len(await crew.tasks()) == 2


async def test_no_text_as_a_title_breaks_anything() -> None:
    """The whole collection, thirty lines at a time."""
    async with a_crew() as crew:
        lines = [" ".join(text.split()) for text in abuse.everything()]
        for start in range(0, len(lines), 30):
            typed = "\n".join(f"- {line}" for line in lines[start : start + 30])
            seen = await crew.cy.says(f"task add {typed}")
            assert "went wrong" not in said(seen)
            await crew.creates(crew.cy)
            assert "went wrong" not in said(crew.cy.last())
        assert len(await crew.tasks()) > len(lines) / 2
        await crew.team.waits(days=1)


@pytest.mark.parametrize(
    "typed",
    ["task add {}", "任务 {}", "task comment 1 {}", "task {}", "project new {}"],
)
async def test_no_text_in_a_sentence_breaks_anything(typed: str) -> None:
    """Whatever it is taken for."""
    async with a_crew() as crew:
        await crew.cy.says("task add Something", "#general")
        for text in (*abuse.OURS, *abuse.everything()[::20]):
            said(await crew.cy.says(typed.replace("{}", text)))
        assert not [seen for seen in crew.cy.sees() if "went wrong" in seen.text]


@pytest.mark.parametrize("name", ["title", "details", "project", "repeat", "owner"])
async def test_no_text_in_a_form_breaks_anything(name: str) -> None:
    """It is taken, or the field is named."""
    async with a_crew() as crew:
        await crew.cy.uses("task.new")
        for text in (*abuse.OURS, *abuse.everything()[::20]):
            values = {"title": "Fine", name: text}
            errors = await crew.cy.fills(**values)
            assert set(errors) <= {name}
            assert "went wrong" not in str(errors)


@pytest.mark.parametrize(
    ("language", "typed", "offered"),
    [
        (
            "en",
            "task add cups due:after the fair !high",
            "task add cups due:friday !high",
        ),
        ("en", "task add cups by 31 june", "task add cups friday"),
        ("en", "task add cups due 3/4", "task add cups 2026-03-04"),
        ("zh", "任务 新增 检查价格 截止:国庆后", "任务 新增 检查价格 截止:周五"),
    ],
)
async def test_a_date_that_is_none_is_replaced_in_their_own_words(
    language: str, typed: str, offered: str
) -> None:
    """Nothing else is to be typed again."""
    async with a_team() as team:
        anna = team.person("Anna Berger", language=language)
        seen = await anna.says(typed)
        assert seen
        assert offered in seen.text
