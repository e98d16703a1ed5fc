"""Working on tasks: started, blocked, done, dropped, undone, given on, talked about."""

import pytest

from bot.events import Pressed
from bot.model.task import Acceptance, Priority, TaskState
from tests import abuse
from tests.bot.commands.tasks import a_crew, private, said


async def test_done_changes_the_card_in_place_and_can_be_undone() -> None:
    """Who and when, one button left; undo brings it back (PEERS F09)."""
    async with a_crew() as crew:
        card = await crew.anna.says("task add Check prices @Bo", "#general")
        assert card is not None
        await crew.bo.presses("Done", card)
        (shown,) = crew.anna.sees("#general")
        assert "Done by Bo Lin" in shown.text
        assert list(shown.buttons) == ["Undo", "Open"]
        await crew.bo.presses("Undo", shown)
        (again,) = crew.anna.sees("#general")
        assert "Done by" not in again.text
        assert "Done" in again.buttons
        assert (await crew.task()).state is TaskState.OPEN


async def test_who_must_know_is_told_once_and_sees_an_undo_in_place() -> None:
    """Creator and followers, never who did it; no second message."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo @Cy", "#general")
        before = len(crew.bo.inbox)
        await crew.bo.says("task done 1", "#general")
        assert "T-1 Check prices is done (Bo Lin)" in crew.anna.inbox[-1].text
        assert "is done (Bo Lin)" in crew.cy.inbox[-1].text
        assert len(crew.bo.inbox) == before
        count = len(crew.anna.inbox)
        await crew.bo.says("task undo 1", "#general")
        assert "is open again" in crew.anna.inbox[-1].text
        await crew.bo.says("task done 1", "#general")
        assert "is done (Bo Lin)" in crew.anna.inbox[-1].text
        assert len(crew.anna.inbox) == count


async def test_an_old_button_answers_kindly() -> None:
    """Somebody was first: who, and when; nothing changes."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo", "#general")
        old = crew.bo.inbox[-1]
        await crew.anna.says("task done 1", "#general")
        seen = await crew.bo.presses("Done", old)
        assert private(seen)
        assert "already done by Anna Berger" in said(seen)
        assert (await crew.task()).closed_by == await crew.id_of(crew.anna)


async def test_followers_and_strangers_may_not_change_but_may_comment() -> None:
    """The answer says who can."""
    async with a_crew() as crew:
        await crew.wang.says("task add Check prices @Bo", "#general")
        for typed in ("done 1", "due 1 friday", "assign 1 @Cy", "drop 1 no", "edit 1"):
            seen = await crew.cy.says(f"task {typed}", "#general")
            assert private(seen)
            assert "may not change T-1" in said(seen)
            assert "Bo Lin and 王芳" in said(seen)
        assert (await crew.task()).state is TaskState.OPEN
        await crew.cy.says("task comment 1 Which *banner*?", "#general")
        assert "Which *banner*?" in crew.bo.inbox[-1].text
        assert "Which *banner*?" in crew.wang.inbox[-1].text


async def test_an_admin_may_change_what_they_may_see() -> None:
    """Anna is one."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices @Bo", "#general")
        await crew.anna.says("task done T-1", "#general")
        assert (await crew.task()).state is TaskState.DONE


async def test_several_at_once_are_closed_and_undone_together() -> None:
    """What cannot be closed is said beside the rest."""
    async with a_crew() as crew:
        for title in "abc":
            await crew.cy.says(f"task add {title}", "#general")
        seen = await crew.cy.says("完成 1，2 99", "#general")
        assert "2 tasks done" in said(seen)
        assert "T-99" in said(seen)
        states = [task.state for task in await crew.tasks()]
        assert states == [TaskState.DONE, TaskState.DONE, TaskState.OPEN]
        await crew.cy.presses("Undo", seen)
        assert not any(task.closed for task in await crew.tasks())


async def test_blocked_needs_a_reason_and_says_it() -> None:
    """From a sentence or a form; started again when it is over."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo", "#general")
        seen = await crew.bo.says("task block 1 stock numbers", "#general")
        assert "Waits for: stock numbers" in said(seen)
        assert "is blocked (Bo Lin)" in crew.anna.inbox[-1].text
        await crew.bo.says("任务 解除 1", "#general")
        assert (await crew.task()).state is TaskState.STARTED
        await crew.bo.says("task block 1", "#general")
        assert (await crew.bo.fills(reason=" ")) == {
            "reason": "Please say why, in a few words."
        }
        assert await crew.bo.fills(reason="photos") == {}
        assert (await crew.task()).blocked_by == "photos"
        await crew.bo.says("task done 1", "#general")
        await crew.bo.says("task undo 1", "#general")
        assert (await crew.task()).state is TaskState.BLOCKED


async def test_dropping_keeps_the_reason() -> None:
    """Told to who made it."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo", "#general")
        await crew.bo.says("任务 取消 1 没有预算", "#general")
        task = await crew.task()
        assert (task.state, task.dropped_because) == (TaskState.DROPPED, "没有预算")
        assert "will not be done" in crew.anna.inbox[-1].text
        assert "没有预算" in crew.anna.inbox[-1].text


async def test_a_task_with_open_parts_asks_before_it_is_closed() -> None:
    """Only this one, or all of them (PEERS F17)."""
    async with a_crew() as crew:
        await crew.cy.says("task add Launch", "#general")
        seen = await crew.cy.says("task split 1 Photos; Texts @Bo；Prices", "#general")
        assert "0/3 sub-tasks" in said(seen)
        assert [task.title for task in await crew.tasks()] == [
            "Launch", "Photos", "Texts", "Prices",
        ]  # fmt: skip
        assert "gave you T-3" in crew.bo.inbox[-1].text
        await crew.cy.says("task done 2", "#general")
        assert "1/3 sub-tasks" in crew.anna.sees("#general")[0].text
        question = await crew.cy.says("task done 1", "#general")
        assert "2 open sub-tasks" in said(question)
        assert (await crew.task()).state is TaskState.OPEN
        await crew.cy.presses("Finish it and all 2", question)
        assert all(task.closed for task in await crew.tasks())


async def test_accepting_tells_who_gave_it() -> None:
    """The buttons go."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo", "#general")
        await crew.bo.presses("Accept")
        assert "Bo Lin accepted T-1" in crew.anna.inbox[-1].text
        assert "Accept" not in crew.bo.inbox[-1].buttons
        assert (await crew.task()).acceptance is Acceptance.ACCEPTED


async def test_declining_gives_it_back_with_the_reason() -> None:
    """Who made it owns it again."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo", "#general")
        await crew.bo.presses("Decline")
        assert await crew.bo.fills(reason="on leave") == {}
        assert (await crew.task()).owner_id == await crew.id_of(crew.anna)
        assert "back to you" in crew.anna.inbox[-1].text
        assert "on leave" in crew.anna.inbox[-1].text


async def test_a_new_owner_and_the_old_one_are_told() -> None:
    """The date moves with the owner's day (PEERS F05)."""
    async with a_crew() as crew:
        card = await crew.anna.says("task add Check prices @Bo friday", "#general")
        await crew.anna.presses("Reassign", card)
        assert await crew.anna.fills(owner=crew.cy.ref.id) == {}
        assert "gave you T-1" in crew.cy.inbox[-1].text
        assert "gave T-1 Check prices to Cy" in crew.bo.inbox[-1].text
        assert "Cy Twombly" in crew.anna.sees("#general")[0].text
        task = await crew.task()
        assert task.deadline is not None
        assert task.deadline.at.hour == 17  # 18:00 in Berlin


async def test_following_can_be_begun_and_ended() -> None:
    """For oneself or for others, who are told."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices", "#general")
        await crew.cy.says("task follow 1", "#general")
        await crew.anna.says("任务 关注 1 @Bo", "#general")
        assert len((await crew.task()).followers) == 2
        assert "follower of T-1" in crew.bo.inbox[-1].text
        await crew.cy.says("task unfollow 1", "#general")
        await crew.bo.says("任务 取消关注 1", "#general")
        assert (await crew.task()).followers == ()
        assert not (await crew.task()).closed


async def test_chasing_is_polite_and_once_a_day() -> None:
    """One message to the owner (PEERS F19)."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo", "#general")
        await crew.anna.says("task chase 1", "#general")
        assert "kindly asks how T-1" in crew.bo.inbox[-1].text
        count = len(crew.bo.inbox)
        again = await crew.anna.says("任务 催办 1", "#general")
        assert "already asked" in said(again)
        assert len(crew.bo.inbox) == count
        await crew.team.waits(days=1)
        await crew.anna.says("task chase 1", "#general")
        assert len(crew.bo.inbox) == count + 1


async def test_what_waits_is_told_when_it_can_start() -> None:
    """Only once nothing is in the way any more (PEERS F20)."""
    async with a_crew() as crew:
        for title in ("Photos", "Texts"):
            await crew.anna.says(f"task add {title}", "#general")
        await crew.anna.says("task add Banner @Bo", "#general")
        await crew.anna.says("task depends T-3 on T-1", "#general")
        await crew.anna.says("任务 依赖 3 2", "#general")
        await crew.anna.says("task done 1", "#general")
        assert "can start now" not in crew.bo.inbox[-1].text
        await crew.anna.says("task done 2", "#general")
        assert "T-3 Banner can start now" in crew.bo.inbox[-1].text


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("task depends 1 on 1", "cannot wait for itself"),
        ("task depends 3 on 1", "wait for each other"),
        ("task depends 1 on 2", "already"),
        ("task depends 1 on 99", "I do not know T-99"),
        ("task depends 1", "which task"),
        ("task undepend 1 on 3", "did not wait"),
    ],
)
async def test_what_cannot_wait_is_said(typed: str, why: str) -> None:
    """Itself, a circle, what is known, what is not there."""
    async with a_crew() as crew:
        for title in "abc":
            await crew.anna.says(f"task add {title}", "#general")
        await crew.anna.says("task depends 1 on 2", "#general")
        await crew.anna.says("task depends 2 on 3", "#general")
        assert why in said(await crew.anna.says(typed, "#general"))


async def test_the_form_changes_what_is_different() -> None:
    """Pre-filled; history names each change; the new owner is told."""
    async with a_crew() as crew:
        await crew.anna.says(
            "task add Check prices @Bo friday 17:00 #promo", "#general"
        )
        await crew.anna.says("task edit 1", "#general")
        assert await crew.anna.fills() == {}
        history = said(await crew.anna.says("task show 1"))
        assert "→" not in history
        await crew.anna.says("task edit 1", "#general")
        changed = {"title": "Check all prices", "priority": "high", "time": "12:00"}
        assert await crew.anna.fills(**changed, owner=crew.cy.ref.id) == {}
        task = await crew.task()
        assert (task.title, task.priority) == ("Check all prices", Priority.HIGH)
        assert "gave you T-1" in crew.cy.inbox[-1].text
        history = said(await crew.anna.says("task show 1"))
        assert "renamed it: Check prices → Check all prices" in history
        assert "changed the priority: Normal → High" in history
        assert "gave it on: Bo Lin → Cy Twombly" in history


async def test_a_date_already_past_may_stay_in_the_form() -> None:
    """Changing the title of what is overdue."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices today 10:00", "#general")
        await crew.team.waits(days=2)
        await crew.anna.says("task edit 1", "#general")
        assert await crew.anna.fills(title="Check now") == {}
        await crew.anna.says("task edit 1", "#general")
        assert set(await crew.anna.fills(time="09:00")) == {"day"}


async def test_somebody_who_leaves_hands_everything_over() -> None:
    """One message for who takes over (PEERS F23)."""
    async with a_crew() as crew:
        for title in "abc":
            await crew.anna.says(f"task add {title} @Bo", "#general")
        assert "Only Bo Lin and admins" in said(
            await crew.cy.says("handover @Bo", "#general")
        )
        seen = await crew.anna.says("任务 交接 @Bo", "#general")
        assert "3 open tasks" in said(seen)
        await crew.anna.presses("Hand over", seen)
        assert await crew.anna.fills(owner=crew.cy.ref.id) == {}
        cy = await crew.id_of(crew.cy)
        assert {task.owner_id for task in await crew.tasks()} == {cy}
        (told,) = crew.cy.inbox
        assert "gave you 3 tasks" in told.text


async def test_every_button_of_the_whole_card_works() -> None:
    """Edit, comment, start, block, will not do: each opens or does its thing."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices", "#general")
        seen = await crew.cy.says("task show 1", "#general")
        assert seen is not None
        for label in ("Edit", "Comment", "Blocked", "Will not do", "Reassign"):
            await crew.cy.presses(label, seen)
            assert "T-1" in crew.cy.form.title
        await crew.cy.presses("Start", seen)
        assert (await crew.task()).state is TaskState.STARTED
        await crew.cy.presses("Comment", seen)
        assert await crew.cy.fills(text="hello") == {}
        assert "hello" in said(await crew.cy.says("task show 1"))


@pytest.mark.parametrize(
    "action",
    ["task.done", "task.tick", "task.undo", "task.snooze", "task.open", "task.edit",
     "task.list", "task.list-done", "task.undo-many", "task.handover", "project.show",
     "project.reach", "project.finish", "task.finish", "task.accept", "task.doze"],
)  # fmt: skip
async def test_a_button_with_a_broken_value_is_no_bug(action: str) -> None:
    """Whatever it holds: a kind answer, or a list."""
    async with a_crew() as crew:
        for value in ("", "99", "0", "-1", "9" * 30, "1 2 3", *abuse.OURS[:6]):
            event = Pressed(
                **crew.cy._event(),
                where=crew.team.places["#general"],
                action=action,
                value=value,
            )
            await crew.team.receive(event)
        assert not [seen for seen in crew.cy.sees() if "went wrong" in seen.text]
