"""Who hears that a stand-up was given to somebody else, or that they look after it."""

from dataclasses import replace

from bot.cards.standup import list as standup_list
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.standup import Standup
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene

flow = Flow()
NOTICE = "standup.given"
ADMIN = "standup.admin"


async def give(
    db: UnitOfWork, standup: Standup, heir_id: int, by: int, event: str
) -> Standup:
    """It is somebody else's from now on; who had it stays an admin of it."""
    admins = dict.fromkeys((standup.owner_id, *standup.admins))
    rest = tuple(each for each in admins if each != heir_id)
    given = replace(standup, owner_id=heir_id, admins=rest)
    await db.standups.save(given)
    await tell(db, given, standup.owner_id, by, event)
    await db.deliveries.touch(subject=f"standup:{given.id}")
    return given


async def tell(
    db: UnitOfWork, standup: Standup, before: int, by: int, event: str
) -> None:
    """Lets the new owner and the one before know, but not who did it themselves."""
    for person_id in (standup.owner_id, before):
        if person_id == by and person_id == before:
            continue  # they hear it as the answer
        draft = Draft(
            key=f"standup:{standup.id}:given:{event}:person:{person_id}",
            kind=NOTICE,
            args={"standup": standup.id, "before": before, "by": by},
            person_id=person_id,
        )
        await db.deliveries.add(draft)


async def tell_admin(
    db: UnitOfWork, standup: Standup, person_id: int, by: int, event: str
) -> None:
    """Lets somebody know that they may change it from now on."""
    draft = Draft(
        key=f"standup:{standup.id}:admin:{event}:person:{person_id}",
        kind=ADMIN,
        args={"standup": standup.id, "by": by},
        person_id=person_id,
    )
    await db.deliveries.add(draft)


@flow.notice(ADMIN)
async def made_admin(scene: Scene) -> Card | None:
    """They look after it too; nothing to say if they do no longer."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None or scene.reader is None:
        return None
    if scene.reader.id not in standup.admins:
        return None
    by = await scene.db.people.get(scene.number("by"))
    return standup_list.made_admin(scene.t, standup, by.name)


@flow.notice(NOTICE)
async def handed(scene: Scene) -> Card | None:
    """It has another owner: for who is it, and for who was."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None or scene.reader is None:
        return None
    by = await scene.db.people.get(scene.number("by"))
    owner = await scene.db.people.get(standup.owner_id)
    yours = scene.reader.id == standup.owner_id
    return standup_list.handed(scene.t, standup, by.name, owner.name, yours=yours)
