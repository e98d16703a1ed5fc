"""Workspaces come and go; a company hears of it where it still has us."""

import logging
from datetime import datetime

from bot.cards import workspace as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene

flow = Flow()
log = logging.getLogger(__name__)
GONE = "workspace.gone"


async def lose(
    db: UnitOfWork, platform: str, tenant: str, why: str, now: datetime
) -> None:
    """A workspace let us go: nothing is sent there, and the admins hear it elsewhere.

    Knowing it already, nobody hears it again.
    """
    if not await db.connections.lose(platform, tenant, why, now):
        return
    log.warning("workspace gone", extra={"team": tenant, "why": why})
    left = {
        (each.platform, each.tenant)
        for each in await db.connections.all()
        if each.gone_at is None
    }
    for person in await db.people.everyone():
        theirs = await db.people.accounts(person.id) if person.is_admin else ()
        if not any((each.ref.platform, each.ref.tenant) in left for each in theirs):
            continue
        about = f"{platform}:{tenant}:{now:%Y%m%dT%H%M%S}"
        await db.deliveries.add(
            Draft(
                key=f"workspace:{about}:gone:to:person:{person.id}",
                kind=GONE,
                args={"platform": platform, "tenant": tenant},
                person_id=person.id,
                due=now,
            )
        )


@flow.notice(GONE)
async def gone(scene: Scene) -> Card | None:
    """Silent where it has us again by the time it is told."""
    there = (scene.args["platform"], scene.args["tenant"])
    for each in await scene.db.connections.all():
        if (each.platform, each.tenant) == there and each.gone_at:
            return cards.gone(scene.t, each, each.gone_at)
    return None
