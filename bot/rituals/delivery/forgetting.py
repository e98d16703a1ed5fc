"""Lets go of what nobody needs any more of messages: what was said months ago, and
lanes that have recovered.
"""

from datetime import datetime

from bot.model.delivery import KEPT
from bot.ports import Store

PORTION = 500  # messages in one transaction: nobody waits for long


async def forget_messages(store: Store, now: datetime) -> int:
    """Does so in small portions; says how many messages those were."""
    done = 0
    while some := await _portion(store, now - KEPT):
        done += some
    async with store() as db:
        await db.lanes.forget(now - KEPT)
        await db.commit()
    return done


async def _portion(store: Store, before: datetime) -> int:
    async with store() as db:
        done = await db.deliveries.receipts.forget(before, PORTION)
        await db.commit()
        return done
