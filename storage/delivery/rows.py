"""A delivery as its row keeps it, and back."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from bot.model.delivery import Delivery, DeliveryState, Draft, Hold

# A message that is due at once is due since the beginning of time.
AT_ONCE = datetime.fromtimestamp(0, UTC)


def delivery_of(row: Row[Any]) -> Delivery:
    """The delivery of a row."""
    return Delivery(
        id=row.id,
        organization_id=row.organization_id,
        draft=_draft(row),
        state=DeliveryState(row.state),
        wanted=row.wanted,
        shown=row.shown,
        attempts=row.attempts,
        message=row.message,
        error=row.error,
        tried_at=row.tried_at,
        hold=Hold(row.hold) if row.hold else None,
        turn=row.turn,
    )


def row_of(draft: Draft, organization_id: int) -> dict[str, object]:
    """The row of a new delivery, but for how far it has come."""
    return {
        "organization_id": organization_id,
        "key": draft.key,
        "kind": draft.kind,
        "args": dict(draft.args),
        "person_id": draft.person_id,
        "place": draft.place,
        "parent": draft.parent,
        "subject": draft.subject,
        "origin": draft.origin,
        "due": draft.due or AT_ONCE,
        "expires": draft.expires,
        "wanted": 1,
        "attempts": 0,
        "error": "",
    }


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        key=row.key,
        kind=row.kind,
        args=row.args,
        person_id=row.person_id,
        place=row.place,
        parent=row.parent,
        subject=row.subject,
        due=None if row.due == AT_ONCE else row.due,
        expires=row.expires,
        origin=row.origin,
    )
