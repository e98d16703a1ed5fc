"""A room: several places that are one, wherever people talk (PEERS Q02, Q19)."""

from dataclasses import dataclass, replace

from bot.model.delivery import Draft
from bot.model.refs import PlaceRef


@dataclass(frozen=True, slots=True)
class Room:
    """Places on any platform that show the same. `threads` says whether what people
    answer in a thread crosses too.
    """

    id: int
    name: str
    places: tuple[PlaceRef, ...] = ()
    threads: bool = False

    def others(self, place: PlaceRef) -> tuple[PlaceRef, ...]:
        """Every place of the room but this one."""
        here = place.unthreaded()
        return tuple(each for each in self.places if each != here)


def mirrored(key: str, place: PlaceRef) -> str:
    """The key of a delivery's mirror in another place."""
    return f"{key}@{place.platform}:{place.tenant}:{place.id}"


def mirror(draft: Draft, place: PlaceRef) -> Draft:
    """The same message for another place of the room; a parent's mirror is its
    parent there.
    """
    return replace(
        draft,
        key=mirrored(draft.key, place),
        place=place,
        parent=mirrored(draft.parent, place) if draft.parent else None,
        origin=draft.key,
    )
