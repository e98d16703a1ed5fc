"""Feedback by whatever somebody asks for."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, distinct, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import OPEN, Feedback, State
from bot.model.feedback.breakdown import By
from bot.model.feedback.wanted import Counted, Wanted
from bot.model.market import market_of, spellings
from bot.ports.feedback_wanted import FeedbackWanted
from storage.feedback.figures import holds
from storage.tables.alike import feedback_likely as likely
from storage.tables.feedback import feedback as table
from storage.tables.feedback import feedback_voices as voices

Find = Callable[[Sequence[int]], Awaitable[Sequence[Feedback]]]
_OPEN = table.c.state.in_([state.value for state in OPEN])
# Of what was joined each voice has its own market; else the one that was corrected.
_MARKET = case(
    (voices.c.came_from.is_not(None), voices.c.market),
    (table.c.market != "", table.c.market),
    else_=voices.c.market,
)
PARTS: dict[By, ColumnElement[Any]] = {
    By.CHANNEL: voices.c.outlet,
    By.MARKET: _MARKET,
    By.SKU: table.c.sku,
    By.STEP: table.c.step,
    By.SEVERITY: table.c.severity,
    By.KIND: table.c.kind,
}


class SqlFeedbackWanted:
    """The feedback of one organization that fits."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, find: Find
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._find = find

    async def those(
        self, wanted: Wanted, limit: int, *, oldest: bool = False
    ) -> Sequence[Feedback]:
        """What fits, the newest or the oldest first."""
        at, id = table.c.opened_at, table.c.id
        order = (at, id) if oldest else (at.desc(), id.desc())
        found = (
            select(id)
            .join(voices, voices.c.feedback_id == id)
            .where(*self._fits(wanted))
            .group_by(id, at)
            .order_by(*order)
            .limit(limit)
        )
        ids = (await self._connection.execute(found)).scalars().all()
        known = {each.id: each for each in await self._find(ids)} if ids else {}
        return [known[each] for each in ids]

    async def count(self, wanted: Wanted) -> Counted:
        """How much fits."""
        found = (
            select(
                func.count(),
                func.count(distinct(table.c.id)),
                func.count(distinct(case((_OPEN, table.c.id)))),
            )
            .select_from(table)
            .join(voices, voices.c.feedback_id == table.c.id)
            .where(*self._fits(wanted))
        )
        return Counted(*(await self._connection.execute(found)).one())

    async def proposed(self, limit: int) -> Sequence[Feedback]:
        """See `FeedbackWanted.proposed`."""
        like, home = table.alias(), table.alias()
        found = (
            select(table.c.id)
            .join(likely, likely.c.feedback_id == table.c.id)
            .join(like, like.c.id == likely.c.like_id)
            .join(home, home.c.id == func.coalesce(like.c.joined_to, like.c.id))
            .where(table.c.organization_id == self._organization_id, _OPEN)
            .where(home.c.state.in_([state.value for state in OPEN]))
            .where(home.c.id != table.c.id)
            .order_by(table.c.id)
            .limit(limit)
        )
        ids = (await self._connection.execute(found)).scalars().all()
        known = {each.id: each for each in await self._find(ids)} if ids else {}
        return [known[each] for each in ids]

    async def breakdown(self, wanted: Wanted, by: By) -> Mapping[str, int]:
        """How many voices fit, of each value; "" is what nobody named. What was kept
        before markets had one code is counted with it.
        """
        fits = (
            select(PARTS[by].label("value"))
            .select_from(table)
            .join(voices, voices.c.feedback_id == table.c.id)
            .where(*self._fits(wanted))
            .subquery()
        )
        value = fits.c.value
        grouped = select(value, func.count().label("voices")).group_by(value)
        found: Counter[str] = Counter()
        for row in await self._connection.execute(grouped):
            kept = row.value or ""
            found[market_of(kept) if kept and by is By.MARKET else kept] += row.voices
        return found

    def _fits(self, wanted: Wanted) -> list[ColumnElement[bool]]:
        ours = self._organization_id
        fits = [
            table.c.organization_id == ours,
            voices.c.organization_id == ours,
            table.c.state != State.JOINED.value,
            *(holds(word) for word in wanted.words),
        ]
        if wanted.states:
            fits.append(table.c.state.in_([state.value for state in wanted.states]))
        if wanted.sender_id is not None:
            sent = (voices.c.sender_id, voices.c.behalf_id)
            fits.append(or_(*(column == wanted.sender_id for column in sent)))
        if wanted.unowned:
            fits.append(table.c.owner_id.is_(None))
        if wanted.late:
            fits += [_OPEN, table.c.breached_at.is_not(None)]
        return [*fits, *_facts(wanted), *_time(wanted)]


def _facts(wanted: Wanted) -> list[ColumnElement[bool]]:
    named = {
        table.c.step: wanted.step,
        table.c.severity: wanted.severity,
        table.c.kind: wanted.kind,
        voices.c.outlet: wanted.outlet,
        table.c.sku: wanted.sku,
        table.c.owner_id: wanted.owner_id,
    }
    fits = [column == value for column, value in named.items() if value]
    if market := wanted.market:
        kept = spellings(market)  # also what was kept before markets had one code
        fits.append(or_(table.c.market.in_(kept), voices.c.market.in_(kept)))
    return fits


def _time(wanted: Wanted) -> list[ColumnElement[bool]]:
    at = table.c.ended_at if wanted.ended else voices.c.said_at
    since, until = wanted.since, wanted.until
    return [
        *([at >= since] if since is not None else []),
        *([at < until] if until is not None else []),
    ]


_: type[FeedbackWanted] = SqlFeedbackWanted
