"""One person of two: what follows from it, who hears of it, who is asked whether."""

from datetime import timedelta

from bot.cards import link as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.people import Account, Person
from bot.model.standup import OccurrenceState
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.onboarding.passage import refresh
from bot.rituals.standup.deliveries import answer_key, changed
from bot.rituals.standup.plan import REPLAN, STEP
from bot.rituals.task.work import REPLAN as REPLAN_TASKS
from bot.rituals.task.work import TaskWork

FOLLOW = "link.follow"
PROPOSE = "link.propose"
LATER = timedelta(minutes=1)  # what was being written for who went is written by then
LATELY = timedelta(days=2)
flow = Flow()


async def join(work: TaskWork, kept_id: int, lost_id: int) -> Person:
    """Makes one person of two; what both were asked shows the same from now on.

    Raises Conflict for two accounts in one workspace, or when somebody was faster.
    """
    db, now = work.db, work.now
    await db.links.merge(kept_id, lost_id)
    person = await db.people.get(kept_id)
    since = person.local(now - LATELY).date()
    for occurrence, who in await db.standups.days.parts(kept_id, since):
        await changed(db, occurrence, who)
        await db.deliveries.touch(key=answer_key(occurrence, who))
        if occurrence.state is OccurrenceState.OPEN:
            await db.jobs.put(STEP, {occurrence.id: now})
    await db.deliveries.touch(subject=f"bundle:{kept_id}")
    await refresh(db, kept_id)
    await db.jobs.put(FOLLOW, {lost_id: now + LATER})
    await db.jobs.put(REPLAN, {work.organization.id: now})
    await db.jobs.put(REPLAN_TASKS, {kept_id: now})
    return person


async def part(work: TaskWork, account: Account) -> Person:
    """Gives the account back to a person of its own. Raises Conflict for the only
    one.
    """
    alone = await work.db.links.unlink(account.id)
    await work.db.leaves.follow(account.id)
    await work.db.jobs.put(REPLAN, {work.organization.id: work.now})
    await work.db.jobs.put(REPLAN_TASKS, {account.person_id: work.now})
    return alone


async def tell(
    work: TaskWork, kind: str, person_id: int, account: Account, about: Account
) -> None:
    """Says it in private, where this account reads it."""
    await work.db.deliveries.add(
        Draft(
            key=f"link:{kind}:{account.id}:{work.stamp}",
            kind=f"link.{kind}",
            args={"account": account.id, "about": about.id},
            person_id=person_id,
            due=work.now,
        )
    )


@flow.job(FOLLOW)
async def follow(world: World, lost_id: int) -> None:
    """Moves what was written for somebody while they became somebody else."""
    async with world.store() as db:
        await db.links.follow(lost_id)
        await db.commit()


@flow.job(PROPOSE)
async def propose(world: World, _: int) -> None:
    """Asks everybody whose address or staff id is somebody else's too, once."""
    async with world.store() as db:
        for older, newer in await db.links.same():
            draft = Draft(
                key=f"link:propose:{older.id}:{newer.id}",
                kind="link.proposal",
                args={"account": newer.id, "other": older.id},
                person_id=newer.person_id,
            )
            await db.deliveries.add(draft)
        await db.commit()


@flow.notice("link.proposal")
async def proposal(scene: Scene) -> Card | None:
    """ "Are you also Grace Chen on Slack?"; nothing once that is known."""
    pair = await same_pair(scene.db, scene.number("account"), scene.number("other"))
    if pair is None:
        return None
    mine, other = pair
    known = (await scene.db.people.some([other.person_id]))[other.person_id]
    return cards.proposal(scene.t, mine, other, known.name)


@flow.notice("link.linked")
async def linked(scene: Scene) -> Card | None:
    """Both accounts are one person's."""
    if scene.reader is None:
        return None
    theirs = await scene.db.people.accounts_of([scene.reader.id])
    return cards.linked(scene.t, theirs) if len(theirs) > 1 else None


@flow.notice("link.parted")
async def parted(scene: Scene) -> Card | None:
    """An account went its own way."""
    account = await scene.db.links.account(scene.number("about"))
    return cards.parted(scene.t, account) if account else None


async def same_pair(
    db: UnitOfWork, mine: int, other: int
) -> tuple[Account, Account] | None:
    """The two accounts, while they share an address and are two persons'."""
    for one, two in await db.links.same():
        if {one.id, two.id} == {mine, other}:
            return (one, two) if one.id == mine else (two, one)
    return None
