"""Words behind a task's number: they are a comment, and nobody loses them."""

import pytest

from bot.model.task import TaskState
from tests.bot.commands.tasks import Crew, a_crew, private, said


async def _comments(crew: Crew, number: int = 1) -> list[str]:
    task = await crew.task(number)
    async with crew.team.store.reading() as db:
        return [comment.text for comment in await db.tasks.log.comments(task.id)]


@pytest.mark.parametrize(
    ("typed", "comment"),
    [
        ("done 1 photos are sent", "photos are sent"),
        ("task done 1: photos are sent", "photos are sent"),
        ("finish T-1, the photos are sent", "the photos are sent"),
        ("close 1 photos are sent", "photos are sent"),
        ("T-1 done, photos are sent", "photos are sent"),
        ("完成 1 照片已发", "照片已发"),
        ("任务完成1：照片已发", "照片已发"),
        ("T-1搞定，照片已发", "照片已发"),
        ("done 1 sent 12 photos to 3 agencies", "sent 12 photos to 3 agencies"),
        ("完成 1 5张照片已发", "5张照片已发"),
    ],
)
async def test_words_behind_done_become_a_comment(typed: str, comment: str) -> None:
    """Kept, on the card, and in the one message that says it is done."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo @Cy", "#general")
        await crew.bo.says(typed, "#general")
        assert (await crew.task()).state is TaskState.DONE
        assert await _comments(crew) == [comment]
        (card,) = crew.anna.sees("#general")
        assert comment in card.text
        for member in (crew.anna, crew.cy):
            assert "is done (Bo Lin)" in member.inbox[-1].text
            assert comment in member.inbox[-1].text
        assert len(crew.anna.inbox) == 1


@pytest.mark.parametrize(
    "typed",
    ["done 1", "done 1 please", "task done 1 now!", "done 1, thanks", "完成 1 了",
     "T-1 done.", "完成1，谢谢", "done 1 👍", "done task 1 already", "mark 1 as done"],
)  # fmt: skip
async def test_words_that_only_round_off_are_no_comment(typed: str) -> None:
    """Please and thanks are told to nobody."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices", "#general")
        await crew.cy.says(typed, "#general")
        assert (await crew.task()).state is TaskState.DONE
        assert await _comments(crew) == []


async def test_several_numbers_share_the_words_behind_them() -> None:
    """`done 1, 2: …` says it on both; `done 1 2` says nothing."""
    async with a_crew() as crew:
        for title in "abcd":
            await crew.anna.says(f"task add {title} @Bo", "#general")
        seen = await crew.bo.says("done 1, 2: photos sent", "#general")
        assert "2 tasks done" in said(seen)
        assert "photos sent" in said(seen)
        assert await _comments(crew, 1) == await _comments(crew, 2) == ["photos sent"]
        assert "photos sent" in crew.anna.inbox[-1].text
        await crew.bo.says("完成 3、4 照片已发", "#general")
        assert await _comments(crew, 3) == await _comments(crew, 4) == ["照片已发"]


@pytest.mark.parametrize(
    "typed", ["done 1 2 photos are sent", "done 1 to 2", "done 1, 2 photos are sent"]
)
async def test_a_number_that_may_count_things_closes_nothing(typed: str) -> None:
    """Two photos are not T-2: a colon tells where the comment begins."""
    async with a_crew() as crew:
        for title in "ab":
            await crew.cy.says(f"task add {title}", "#general")
        seen = await crew.cy.says(typed, "#general")
        assert private(seen)
        assert "nothing was closed" in said(seen)
        assert "task done 3, 5: photos are sent" in said(seen)
        assert not any(task.closed for task in await crew.tasks())


@pytest.mark.parametrize(
    ("first", "typed", "state", "comment"),
    [
        ("", "task start 1 with the banner", TaskState.STARTED, "with the banner"),
        ("", "start 1: photos first", TaskState.STARTED, "photos first"),
        ("", "开始 1 先拍照", TaskState.STARTED, "先拍照"),
        ("task done 1", "undo 1 prices wrong", TaskState.OPEN, "prices wrong"),
        ("task done 1", "撤销 1 价格不对", TaskState.OPEN, "价格不对"),
        ("task block 1 stock", "task unblock 1 it came", TaskState.STARTED, "it came"),
    ],
)
async def test_words_behind_the_other_steps_are_told_too(
    first: str, typed: str, state: TaskState, comment: str
) -> None:
    """Start, undo and unblock: on the card, and to whom the task concerns."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo @Cy", "#general")
        await crew.bo.says(first or "task show 1", "#general")
        seen = await crew.bo.says(typed, "#general")
        assert (await crew.task()).state is state
        assert await _comments(crew) == [comment]
        assert comment in said(seen)
        for member in (crew.anna, crew.cy):
            assert comment in member.inbox[-1].text


async def test_a_reason_of_a_drop_stays_a_reason() -> None:
    """It is not said twice."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo", "#general")
        await crew.bo.says("task drop 1: no budget", "#general")
        assert (await crew.task()).dropped_because == "no budget"
        assert await _comments(crew) == []


async def test_a_comment_outlives_the_question_about_open_parts() -> None:
    """Whatever is pressed then."""
    async with a_crew() as crew:
        await crew.anna.says("task add Launch @Bo", "#general")
        await crew.bo.says("task split 1 Photos; Texts", "#general")
        question = await crew.bo.says("done 1 it is live", "#general")
        assert "open sub-tasks" in said(question)
        assert await _comments(crew) == ["it is live"]
        assert "it is live" in crew.anna.inbox[-1].text


async def test_a_comment_too_long_changes_nothing() -> None:
    """How long it is, and how long it may be."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices", "#general")
        seen = await crew.cy.says("task done 1 " + "x" * 3001, "#general")
        assert "3,001 characters" in said(seen)
        assert not (await crew.task()).closed
