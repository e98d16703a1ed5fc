"""What the courier asks before it sends, while a platform's month runs low or is over.

It sends as always where no platform saves; that costs one question a batch.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.messages import Card
from bot.model.budget import Budget, month_of, reopens
from bot.model.delivery import Delivery, DeliveryState, Draft, Hold
from bot.model.people import Account
from bot.model.receipt import Attempt
from bot.model.thrift import InBundle, Later, Now, next_morning, thrift
from bot.ports import Calendar, Clock, Store, UnitOfWork
from bot.rituals.accounts import reachable
from bot.rituals.bundle import put_in_bundle
from bot.rituals.delivery.budget import tell_used_up
from bot.rituals.task.work import TaskWork

Where = tuple[str, str]  # platform and tenant


class Thrift:
    """Knows which platforms save, and holds back what can wait."""

    def __init__(self, store: Store, clock: Clock, calendar: Calendar) -> None:
        self._store = store
        self._clock = clock
        self._calendar = calendar
        self._budgets: Sequence[Budget] = ()

    async def look(self, db: UnitOfWork) -> None:
        """Learns how things are, once a batch."""
        self._budgets = await db.usage.budgets()

    def account(self, accounts: Sequence[Account], draft: Draft) -> Account:
        """The account it is for; else the person's first that something can reach."""
        named = draft.args.get("account")
        for account in accounts:
            if account.id == named:
                return account
        now = self._clock.now()
        dry = {_where(each) for each in self._budgets if each.is_dry(now)}
        for account in accounts:
            if (account.ref.platform, account.ref.tenant) not in dry:
                return account
        return accounts[0]

    async def puts_off(self, delivery: Delivery, card: Card) -> bool:
        """Whether the message has to wait; if so, that is written down."""
        now = self._clock.now()
        if not any(each.saves(now) or each.is_dry(now) for each in self._budgets):
            return False
        async with self._store() as db:
            budget = await self._budget(db, delivery)
            if not await self._put_off(db, budget, delivery, card):
                return False
            await db.commit()
            return True

    async def used_up(self, delivery: Delivery, attempt: Attempt) -> None:
        """A platform said that nothing is left: admins hear it once, and the message
        goes to another account, or waits for the next month.
        """
        now = self._clock.now()
        async with self._store() as db:
            budget = await self._budget(db, delivery)
            if not budget.is_dry(now):
                budget = replace(budget, dry=month_of(now))
                await db.usage.save(budget)
                await tell_used_up(db, budget, now)
            pending = DeliveryState.PENDING
            mark = db.deliveries.mark
            await mark(delivery, pending, now, due=now, attempt=attempt)
            await self.look(db)
            await db.commit()

    async def _put_off(
        self, db: UnitOfWork, budget: Budget, delivery: Delivery, card: Card
    ) -> bool:
        now = self._clock.now()
        if budget.is_dry(now):
            await db.deliveries.held.put_off(delivery, Hold.QUOTA, reopens(now))
            return True
        if not budget.saves(now):
            return False
        match thrift(delivery, now, at_once=card.at_once):
            case Now():
                return False
            case Later(until):
                await db.deliveries.held.put_off(delivery, Hold.THRIFT, until)
                return True
            case InBundle():
                return await self._bundle(db, delivery, now)
            case way:
                assert_never(way)

    async def _bundle(self, db: UnitOfWork, delivery: Delivery, now: datetime) -> bool:
        """Makes it a line of the person's next bundle, if one is near."""
        person = await db.people.get(delivery.draft.person_id or 0)
        organization = await db.people.organization()
        work = TaskWork(db, self._calendar, organization, now)
        morning = next_morning(person, await work.works(person), now)
        if morning is None:
            return False
        await db.deliveries.held.into_bundle(delivery, morning)
        await put_in_bundle(replace(work, now=morning), person)
        return True

    async def _budget(self, db: UnitOfWork, delivery: Delivery) -> Budget:
        """The budget of where it goes; an empty one where there is none."""
        where = await self._destination(db, delivery)
        ours = (each for each in self._budgets if _where(each) == where)
        return next(ours, Budget(*where))

    async def _destination(self, db: UnitOfWork, delivery: Delivery) -> Where:
        draft = delivery.draft
        place = delivery.message.place if delivery.message else draft.place
        if place:
            return place.platform, place.tenant
        accounts = await reachable(db, delivery)
        if not accounts:
            return "", ""
        ref = self.account(accounts, draft).ref
        return ref.platform, ref.tenant


def _where(budget: Budget) -> Where:
    return budget.platform, budget.tenant
