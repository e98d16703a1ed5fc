"""What a reader sees beside kudos, and which of them are theirs to see."""

from collections.abc import Collection, Sequence

from bot.cards.kudos import KudosView
from bot.model.kudos import Kudos
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.sight import restricted


async def views(db: UnitOfWork, found: Sequence[Kudos]) -> list[KudosView]:
    """Kudos with names and values, in the same order."""
    if not found:
        return []
    ids = {id for each in found for id in (each.giver_id, *each.receivers)}
    people = await db.people.some(sorted(ids))
    values = {each.word: each for each in await db.kudos.all_values()}
    return [
        KudosView(
            each,
            people[each.giver_id].name if each.giver_id in people else "",
            tuple(people[id].name for id in each.thanked if id in people),
            tuple(values[word] for word in each.values if word in values),
        )
        for each in found
    ]


async def visible(
    db: UnitOfWork,
    found: Sequence[Kudos],
    person: Person,
    here: Collection[PlaceRef] = (),
) -> list[Kudos]:
    """Those that the person may read: their own, what the wall has, and what was given
    where they are or everybody may be.
    """
    outside = await restricted(db, person)  # they read what is where they are
    places = {each.place.unthreaded() for each in found if each.place}
    known = await db.people.places(places)
    inside = {
        place
        for place in places
        if place in here
        or (place in known and not known[place].private and not outside)
        or person.id in await db.people.seen_in(place)
    }

    def theirs(kudos: Kudos) -> bool:
        own = person.id == kudos.giver_id or person.id in kudos.receivers
        there = kudos.place is not None and kudos.place.unthreaded() in inside
        return own or there or (kudos.wall and not outside)

    return [each for each in found if theirs(each)]
