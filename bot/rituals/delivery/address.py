"""Where a message goes: a place, the thread of another message, a person's account;
where no account takes it, a letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.errors import ChatError, NotSaid, Unreachable
from bot.messages import Card
from bot.model.delivery import Delivery
from bot.model.people import Account
from bot.model.receipt import Attempt, Outcome
from bot.model.refs import PlaceRef
from bot.ports import Directory, Store, UnitOfWork
from bot.rituals.accounts import reachable, turned_away
from bot.rituals.delivery.boxes import Boxes, Letter
from bot.rituals.delivery.thrift import Thrift


@dataclass(frozen=True, slots=True)
class Way:
    """One way to its reader: a place, or an account and its conversation with us, once
    that is known, or a letter.
    """

    platform: str
    tenant: str
    place: PlaceRef | None
    account: Account | None = None
    letter: Letter | None = None

    @classmethod
    def to_place(cls, place: PlaceRef) -> "Way":
        """The way to a channel, a group, or a message that is there."""
        return cls(place.platform, place.tenant, place)

    @classmethod
    def to_account(cls, account: Account) -> "Way":
        """The way to a person."""
        return cls(account.ref.platform, account.ref.tenant, account.dm, account)

    @classmethod
    def by_letter(cls, letter: Letter) -> "Way":
        """The way to a person's box."""
        return cls(letter.box.platform, letter.box.tenant, letter.box, letter=letter)

    @property
    def direct(self) -> bool:
        """Whether one person is at its end."""
        return self.account is not None or self.letter is not None

    def tried(self, at: datetime, outcome: Outcome, error: str = "") -> Attempt:
        """The attempt as it stands on the receipt."""
        direct = self.direct
        return Attempt(at, self.platform, self.tenant, direct, outcome, error)


class Address:
    """Finds the way for each message."""

    def __init__(
        self, store: Store, directory: Directory, thrift: Thrift, boxes: Boxes
    ) -> None:
        self._store = store
        self._directory = directory
        self._thrift = thrift
        self._boxes = boxes

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
            letter = await self._letter(db, delivery, accounts)
        if letter:
            return Way.by_letter(letter)
        if not accounts:
            raise ChatError("no_account")
        return Way.to_account(self._thrift.account(accounts, draft))

    def card(self, way: Way, card: Card) -> Card:
        """The card as it is said at its end."""
        return self._boxes.written(way.letter, card) if way.letter else card

    def mailbox(self, way: Way) -> PlaceRef:
        """Where it is posted: without a question where the conversation is not known.
        Raises ChatError where there is no way.
        """
        if way.place:
            return way.place
        if way.account is None:
            raise ChatError("no_account")
        return self._directory.mailbox(way.account.ref)

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
        """Whether there is one more way to the person, which nobody has tried. What is
        about one account of theirs goes to that one only, and an edit to its message.
        """
        if not refused.direct or delivery.message or "account" in delivery.draft.args:
            return False
        here = (refused.platform, refused.tenant)
        async with self._store.reading() as db:
            tried = await turned_away(db, delivery) | {here}
            accounts = await reachable(db, delivery)
            letter = await self._boxes.next(db, delivery, tried)
        left = ((a.ref.platform, a.ref.tenant) for a in accounts)
        return letter is not None or any(there not in tried for there in left)

    async def _letter(
        self, db: UnitOfWork, delivery: Delivery, accounts: Sequence[Account]
    ) -> Letter | None:
        """The letter it becomes where no account is left that has not refused it."""
        refused = await turned_away(db, delivery)
        if any((a.ref.platform, a.ref.tenant) not in refused for a in accounts):
            return None
        return await self._boxes.next(db, delivery, refused)
