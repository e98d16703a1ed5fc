"""What a message says: as it should read now, in its reader's language."""

import logging
from collections.abc import Callable, Mapping

from bot.messages import Card
from bot.model.delivery import Delivery
from bot.model.people import Person
from bot.ports import (
    Abilities,
    Calendar,
    Chat,
    Clock,
    Store,
    Translate,
    UnitOfWork,
)
from bot.rituals.flow import Scene, Writer
from bot.rituals.room import voice

log = logging.getLogger(__name__)


class Wording:
    """Every notice's text, from what is true by then."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        chat: Chat,
        calendar: Calendar,
        words: Callable[[str, str], Translate],
        notices: Mapping[str, Writer],
    ) -> None:
        self._store = store
        self._clock = clock
        self._chat = chat
        self._calendar = calendar
        self._words = words
        self._notices = notices

    async def write(self, delivery: Delivery) -> Card | None:
        """What it says; None where there is nothing to say."""
        writer = self._notices.get(delivery.draft.kind)
        if writer is None:
            log.error("no notice", extra={"kind": delivery.draft.kind})
            return None
        async with self._store.reading() as db:
            return await writer(await self._scene(db, delivery))

    async def _scene(self, db: UnitOfWork, delivery: Delivery) -> Scene:
        organization = await db.people.organization()
        now, where = self._clock.now(), delivery.draft.place
        parent = delivery.draft.parent
        above = await db.deliveries.get(parent) if parent else None
        reader: Person | None = None
        if delivery.draft.person_id is not None:
            reader = await db.people.get(delivery.draft.person_id)
        if where:
            t, _ = await voice(db, self._words, organization, where, now)
        else:
            side = reader or organization
            t = self._words(side.language, side.zone).on(now)
        return Scene(
            db=db,
            now=now,
            t=t,
            organization=organization,
            reader=reader,
            args=delivery.draft.args,
            calendar=self._calendar,
            can=self._chat.can(where) if where else Abilities(),
            place=where,
            can_at=self._chat.can,
            orphan=above is not None and above.never_came,
        )
