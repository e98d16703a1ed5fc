"""Twice is once: every button pressed again, and by two people at the same time."""

import asyncio
from dataclasses import replace

import pytest

from bot.commands import COMMANDS
from bot.events import Pressed
from bot.model.blocker import Blocker, Tag, resolve
from bot.model.feedback import Feedback, Update, UpdateKind, Voice
from bot.model.feedback import State as FeedbackState
from bot.model.feedback.approval import Approval, Wish
from bot.model.risk import Risk, close
from bot.model.task import Task
from bot.model.task.steps import block, finish
from bot.ports import UnitOfWork
from tests.bot.commands.buttons import OWN, THINGS
from tests.bot.commands.vault import Vault, a_vault
from tests.databases import KINDS, Kind
from tests.driver import Member

pytestmark = pytest.mark.heavy

ANEW = {
    "link.code", "feedback.door-renew",  # a new code each time; the one before ends
    "review.read", "review.read-self", "review.comment",  # each reading is on the log
}  # fmt: skip
# They change who is whom, what words mean, and that there is a stand-up.
LAST = ("link.", "interview.", "standup.archive")
ADMINS = (
    "delivery.",
    "kudos.values",
    "onboarding.change",
    "blocker.hook-",
    "feedback.door-",
    "feedback.promise",
    "feedback.rhythm",
    "feedback.route-",
    "link.join",
    "link.part",
    "review.cycles",
    "review.erase",
    "review.export",
    "review.new",
    "review.show",
    "review.stop",
    "measure.apply",
    "measure.drop",
    "team.",
    "usage.",
    "company.",
)
CLOSED = {"task.undo", "task.undo-many", "task.untick"}
BLOCKED = {"task.unblock"}
RESOLVED = {"blocker.outcome", "blocker.reopen"}
ANSWERED = dict.fromkeys(
    (
        "feedback.close",
        "feedback.reopen",
        "feedback.solved",
        "feedback.unsolved",
        "feedback.score",
    ),
    FeedbackState.FIXED,
)
ANSWERS = (
    "feedback.approve", "feedback.approve-with", "feedback.reject", "feedback.unask",
)  # fmt: skip
ORDER = sorted(COMMANDS.buttons, key=lambda action: (action.startswith(LAST), action))


async def a_task(vault: Vault, action: str) -> str:
    """A task that Anna gave to Cy, in the state in which the button is offered."""
    now = vault.team.clock.now()
    task = Task(
        title="Posters",
        owner_id=vault.ids["cy"],
        creator_id=vault.ids["anna"],
        created_at=now,
    )
    async with vault.team.store() as db:
        stored = await db.tasks.add(task)
        if action in CLOSED:
            await db.tasks.save(finish(stored, vault.ids["cy"], now))
        if action in BLOCKED:
            await db.tasks.save(block(stored, "gas"))
        await db.commit()
    return str(stored.number)


async def a_blocker(vault: Vault, action: str) -> str:
    """Something that holds Anna up, of which Cy was told; its number."""
    now, cy = vault.team.clock.now(), vault.ids["cy"]
    asked = () if action == "blocker.take" else (Tag(cy, now),)
    blocker = Blocker(
        reporter_id=vault.ids["anna"],
        text="Posters are late",
        opened_at=now,
        escalated_at=now,
        escalated_to=cy,
        tags=asked,
    )
    if action in RESOLVED:
        blocker = resolve(blocker, cy, now)
    async with vault.team.store() as db:
        stored = await db.blockers.add(blocker)
        await db.commit()
    return str(stored.number)


async def a_feedback(vault: Vault, action: str) -> str:
    """What Cy heard a customer say, in the state in which the button is offered."""
    now, cy = vault.team.clock.now(), vault.ids["cy"]
    voice = Voice(sender_id=cy, text="Posters are torn", said_at=now)
    new = Feedback(
        opened_at=now,
        state=ANSWERED.get(action, FeedbackState.NEW),
        voices=(voice,),
    )
    async with vault.team.store() as db:
        stored = await db.feedback.add(new)
        if action == "feedback.part":
            ids = [each.id for each in stored.voices]
            await db.feedback.move(ids, 1, came_from=stored.id)
            gone = {"state": FeedbackState.JOINED, "joined_to": 1}
            await db.feedback.save(replace(stored, **gone))  # type: ignore[arg-type]
        said = Update(stored.id, cy, UpdateKind.REPLY, now, "Thank you")
        line = (await db.feedback.log.record(said)).id
        asked = await an_approval(vault, db, stored.id, action)
        await db.commit()
    _, colon, rest = {**THINGS, **OWN}[action].partition(":")
    rest = str(line) if action == "feedback.undo" else rest
    rest = str(asked) if action in ANSWERS else rest
    return f"{stored.number}{colon}{rest}"


async def an_approval(
    vault: Vault, db: UnitOfWork, feedback_id: int, action: str
) -> int:
    """What Anna asked of Cy, or Cy of Anna where it is Cy's to take back; its id."""
    asker, asked = ("cy", "anna") if action == "feedback.unask" else ("anna", "cy")
    new = Approval(
        feedback_id=feedback_id,
        wish=Wish("refund"),
        asker_id=vault.ids[asker],
        asked_id=vault.ids[asked],
        asked_at=vault.team.clock.now(),
    )
    return (await db.feedback.approvals.add(new)).id if action in ANSWERS else 0


async def a_closed_risk(vault: Vault) -> str:
    """What may go wrong no more, as Cy says; its number."""
    cy, now = vault.ids["cy"], vault.team.clock.now()
    risk = Risk(
        scenario="Posters burn", owner_id=cy, reporter_id=vault.ids["anna"],
        opened_at=now,
    )  # fmt: skip
    async with vault.team.store() as db:
        stored = await db.risks.add(close(risk, cy, now, "No more posters"))
        await db.commit()
    return str(stored.number)


async def meant(vault: Vault, action: str) -> str:
    """What the button of something that can be changed holds."""
    value = {**THINGS, **OWN}[action].format(**vault.ids)
    number, _, rest = value.partition(" ")
    if action.startswith("task.") and number.isdigit() and "batch" not in action:
        return f"{await a_task(vault, action)} {rest}".strip()
    if action.startswith("blocker.") and number.isdigit():
        return await a_blocker(vault, action)
    if action.startswith("feedback.") and number.partition(":")[0].isdigit():
        return await a_feedback(vault, action)
    if action == "risk.reopen":
        return await a_closed_risk(vault)
    return value


def others(vault: Vault, who: Member) -> list[str]:
    """What everybody but the one who pressed was told."""
    return [
        seen.text
        for seen in vault.team.chat.messages
        if seen.only != who.ref and seen.ref.place != who.dm
    ]


async def test_a_button_pressed_twice_does_it_once() -> None:
    """The second press changes nothing, and nobody else hears of it."""
    async with a_vault() as vault:
        found: dict[str, object] = {}
        for action in ORDER:
            admins = action.startswith(ADMINS)
            who = vault.anna if admins else vault.cy
            value = await meant(vault, action)
            await vault.press(who, action, value)
            once, told = await vault.rows(), others(vault, who)
            await vault.press(who, action, value)
            again = await vault.rows()
            if once != again and action not in ANEW:
                found[action] = sorted(once ^ again)
            if told != others(vault, who):
                found[action] = others(vault, who)[-1]
        assert found == {}


AT_ONCE = (
    "task.done", "task.finish", "task.start", "task.undo", "task.snooze",
    "project.reach", "project.finish", "standup.pause", "link.join",
    "blocker.resolve", "blocker.task", "feedback.take", "feedback.task",
    "feedback.start", "feedback.close", "feedback.step", "feedback.join",
    "feedback.part", "feedback.differ", "feedback.approve", "area.right", "area.retire",
    "risk.reopen",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
async def test_two_people_at_once_do_it_once(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    """One of them is told that somebody was first, or sees what is true."""
    async with a_vault(kind) as vault:
        found: dict[str, object] = {}
        for action in AT_ONCE:
            value = await meant(vault, action)
            both = (vault.anna, vault.cy)
            receive = vault.team.crew.dispatcher.accept
            await asyncio.gather(
                *(
                    receive(
                        Pressed(
                            **who._event(), where=who.dm, action=action, value=value
                        )
                    )
                    for who in both
                )
            )
            await vault.team.crew.pulse.settle()
            once = await vault.rows()
            await vault.press(vault.anna, action, value)
            changed = once ^ await vault.rows()
            if more := [row for row in changed if row[0] != "deliveries"]:
                found[action] = more
        assert found == {}
        assert [record for record in caplog.records if record.exc_info] == []
        async with vault.team.store() as db:
            for number in range(1, 20):
                task = await db.tasks.numbered(number)
                changes = await db.tasks.log.changes(task.id) if task else ()
                kinds = [(one.kind, one.before, one.after) for one in changes]
                assert len(kinds) == len(set(kinds)), kinds
