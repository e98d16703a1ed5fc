"""Where a message goes: a place, the thread of another message, a person's account."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.errors import ChatError, NotSaid, Unreachable
from bot.model.delivery import Delivery
from bot.model.people import Account
from bot.model.receipt import Attempt, Outcome
from bot.model.refs import PlaceRef
from bot.ports import Directory, Store
from bot.rituals.accounts import reachable
from bot.rituals.thrift import Thrift


@dataclass(frozen=True, slots=True)
class Way:
    """One way to its reader: a place, or an account and its conversation with us, once
    that is known.
    """

    platform: str
    tenant: str
    place: PlaceRef | None
    account: Account | None = None

    @classmethod
    def to_place(cls, place: PlaceRef) -> "Way":
        """The way to a channel, a group, or a message that is there."""
        return cls(place.platform, place.tenant, place)

    @classmethod
    def to_account(cls, account: Account) -> "Way":
        """The way to a person."""
        return cls(account.ref.platform, account.ref.tenant, account.dm, account)

    def tried(self, at: datetime, outcome: Outcome, error: str = "") -> Attempt:
        """The attempt as it stands on the receipt."""
        direct = self.account is not None
        return Attempt(at, self.platform, self.tenant, direct, outcome, error)


class Address:
    """Finds the way for each message."""

    def __init__(self, store: Store, directory: Directory, thrift: Thrift) -> None:
        self._store = store
        self._directory = directory
        self._thrift = thrift

    async def way(self, delivery: Delivery) -> Way:
        """How it gets there. Raises ChatError where there is no way."""
        if delivery.message:
            return Way.to_place(delivery.message.place)
        async with self._store.reading() as db:
            draft = delivery.draft
            parent = await db.deliveries.get(draft.parent) if draft.parent else None
            if parent and parent.message:
                there, id = parent.message.place, parent.message.id
                return Way.to_place(replace(there, thread=there.thread or id))
            if draft.place:
                return Way.to_place(draft.place)
            accounts = await reachable(db, delivery)
        if not accounts:
            raise ChatError("no_account")
        return Way.to_account(self._thrift.account(accounts, draft))

    async def place(self, way: Way) -> PlaceRef:
        """The place at its end; a conversation is asked for once. Raises ChatError."""
        if way.place:
            return way.place
        if way.account is None:
            raise ChatError("no_account")
        ref = way.account.ref
        try:
            direct = await self._directory.direct(ref)
        except Unreachable as failed:
            raise NotSaid(failed.code) from failed
        async with self._store() as db:
            await db.people.remember_dm(ref, direct)
            await db.commit()
        return direct

    async def another(self, delivery: Delivery, refused: Way) -> bool:
        """Whether the person has one more account, which nobody has tried. What is
        about one account of theirs goes to that one only, and an edit to its message.
        """
        if (
            refused.account is None
            or delivery.message
            or "account" in delivery.draft.args
        ):
            return False
        async with self._store.reading() as db:
            accounts = await reachable(db, delivery)
        here = (refused.platform, refused.tenant)
        return any((a.ref.platform, a.ref.tenant) != here for a in accounts)
