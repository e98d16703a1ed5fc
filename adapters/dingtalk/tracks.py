"""A card's own id, from which its place can be read back.

DingTalk takes an id once (facts §5.1): the same key in the same place is the same
card, so a message that is sent again is not shown twice. A callback need not say where
the card is (facts §5.5), so the id does.
"""

import base64
import hashlib
import secrets

from adapters.dingtalk import DINGTALK
from bot.model.refs import MessageRef, PlaceRef

LONGEST = 64
DIGEST = 15  # bytes: 20 letters
CARD = "card:"  # how the reference of a card begins
SENT = "msg:"  # how that of a robot's plain message does


def track(place: PlaceRef, key: str) -> str:
    """The id of the card with this key there; of a new card where there is no key."""
    said = f"{place.tenant}\0{place.id}\0{key}".encode()
    fresh = secrets.token_bytes(DIGEST)
    digest = hashlib.blake2b(said, digest_size=DIGEST).digest() if key else fresh
    whole = f"{_written(digest)}.{_written(place.id.encode())}"
    return whole if len(whole) <= LONGEST else _written(digest)


def place_of(id: str, tenant: str) -> PlaceRef | None:
    """Where the card with this id is; None where its id does not say."""
    kept = id.partition(".")[2]
    try:
        there = base64.urlsafe_b64decode(kept + "=" * (-len(kept) % 4)).decode()
    except ValueError:
        return None
    return PlaceRef(DINGTALK, tenant, there) if there else None


def card_ref(place: PlaceRef, id: str) -> MessageRef:
    """The reference of a card by its own id."""
    return MessageRef(place, CARD + id)


def sent_ref(place: PlaceRef, key: str) -> MessageRef | None:
    """The reference of a robot's message; None where DingTalk gave it no key."""
    return MessageRef(place, SENT + key) if key else None


def _written(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
