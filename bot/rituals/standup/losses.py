"""What a stand-up has lost, told to its owner once: its place, or people (A31)."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.cards.standup import losses as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.model.standup import Chosen, Members, Occurrence, Standup
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene
from bot.rituals.room import whole

flow = Flow()
PLACE = "standup.lost-place"
PEOPLE = "standup.lost-people"


async def tell_of_place(db: UnitOfWork, lost: PlaceRef, day: date) -> None:
    """We were taken out of a place, or it is no more: the owner of every stand-up that
    posts there, or asks who is in it, hears so once a day at most.
    """
    for standup in await db.standups.all():
        if standup.active and lost in await _places(db, standup):
            draft = Draft(
                key=f"standup:{standup.id}:{day}:lost:{lost.id}"
                f":person:{standup.owner_id}",
                kind=PLACE,
                args={
                    "standup": standup.id,
                    "platform": lost.platform,
                    "tenant": lost.tenant,
                    "place": lost.id,
                },
                person_id=standup.owner_id,
            )
            await db.deliveries.add(draft)


async def tell_of_people(
    db: UnitOfWork,
    standup: Standup,
    last: Occurrence | None,
    people: Sequence[Person],
    day: date,
) -> None:
    """Who was on its latest day and is on this one no more, though nobody changed it:
    they have left the company, its place or its department.
    """
    if last is None:
        return
    before = [each.person_id for each in await db.standups.days.participants(last.id)]
    gone = await _gone(db, standup, last, set(before) - {each.id for each in people})
    if not gone:
        return
    draft = Draft(
        key=f"standup:{standup.id}:{day}:left:person:{standup.owner_id}",
        kind=PEOPLE,
        args={
            "standup": standup.id,
            "who": ",".join(map(str, sorted(gone))),
            "left": len(people),
        },
        person_id=standup.owner_id,
    )
    await db.deliveries.add(draft)


@flow.notice(PLACE)
async def lost_place(scene: Scene) -> Card | None:
    """Where it cannot be posted any more; nothing once it posts elsewhere."""
    standup = await scene.db.standups.get(scene.number("standup"))
    args = {name: str(value) for name, value in scene.args.items()}
    ref = PlaceRef(args["platform"], args["tenant"], args["place"])
    if standup is None or not standup.active:
        return None
    if ref not in await _places(scene.db, standup):
        return None
    place = await scene.db.people.place(ref)
    name = scene.t("standup-place")
    if place and place.name:
        name = scene.t(f"place-{ref.platform}", name=place.name)
    return cards.lost_place(scene.t, standup, name, ref.platform)


@flow.notice(PEOPLE)
async def lost_people(scene: Scene) -> Card | None:
    """Who is asked no more, and how many still are."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None or not standup.active:
        return None
    ids = [int(each) for each in str(scene.args["who"]).split(",")]
    known = await scene.db.people.some(ids)
    names = tuple(known[each].name for each in ids if each in known)
    return cards.lost_people(scene.t, standup, names, scene.number("left"))


async def _places(db: UnitOfWork, standup: Standup) -> Collection[PlaceRef]:
    """Where it posts, and where it looks for people."""
    found = set(await whole(db, standup.place)) if standup.place else set()
    match standup.roster:
        case Members(place):
            return found | set(await whole(db, place))
        case _:
            return found


async def _gone(
    db: UnitOfWork, standup: Standup, last: Occurrence, missed: set[int]
) -> set[int]:
    """Those of them who did not leave it by their own wish, or by an edit of it: who is
    named stays until somebody says otherwise.
    """
    people = await db.people.some(tuple(missed - {standup.owner_id}))
    named = isinstance(standup.roster, Chosen) or standup.since > last.opens_at
    own = {*standup.left, *standup.observers}
    return {
        id
        for id, person in people.items()
        if not person.active or not (named or id in own)
    }
