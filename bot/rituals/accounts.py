"""The accounts of a person that a message may still go to."""

from collections.abc import Sequence

from bot.model.delivery import Delivery
from bot.model.link import kind_of
from bot.model.people import Account
from bot.model.receipt import refused_by
from bot.ports import UnitOfWork


async def reachable(db: UnitOfWork, delivery: Delivery) -> Sequence[Account]:
    """The reader's accounts, the one to write to first; those that refused it in this
    round are left out.
    """
    draft = delivery.draft
    accounts = await db.people.accounts(draft.person_id or 0, kind_of(draft.kind))
    refused = await turned_away(db, delivery)
    left = [a for a in accounts if (a.ref.platform, a.ref.tenant) not in refused]
    return left or accounts


async def turned_away(db: UnitOfWork, delivery: Delivery) -> frozenset[tuple[str, str]]:
    """The workspaces, and the boxes of letters, that refused it in this round."""
    if not delivery.attempts:
        return frozenset()
    found = await db.deliveries.receipts.attempts([delivery.id])
    return refused_by(found.get(delivery.id, ()))
