"""A message that failed for good, or may have, is told to somebody who can mend it.

Who made the stand-up it belongs to hears of it, else the admins: once a day for each
person or place and reason, in private. What fails to be told is told to nobody.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards import failed as cards
from bot.errors import ChatError, Unreachable
from bot.messages import Card
from bot.model.delivery import Delivery, DeliveryState, Draft
from bot.model.link import MessageKind, kind_of
from bot.model.receipt import BUG, IN_DOUBT, Attempt
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene

flow = Flow()
KIND = "delivery.failed"
ENDS = {IN_DOUBT: "doubt", BUG: "bug"}


async def give_up(
    db: UnitOfWork,
    delivery: Delivery,
    failed: ChatError,
    now: datetime,
    attempt: Attempt | None = None,
) -> None:
    """It failed for good; of what nobody has seen, somebody hears."""
    state, code = DeliveryState.FAILED, failed.code
    mark = db.deliveries.mark
    marked = await mark(delivery, state, now, error=code, attempt=attempt)
    if marked and not delivery.shown:
        await tell(db, delivery.draft, failed, now)


async def tell(db: UnitOfWork, lost: Draft, failed: ChatError, now: datetime) -> None:
    """Writes it to who can mend it."""
    if lost.kind == KIND or not await _matters(db, lost):
        return
    organization = await db.people.organization()
    day = now.astimezone(ZoneInfo(organization.zone)).date()
    about = _about(lost)
    for person_id in await _menders(db, lost, ours=failed.code == BUG):
        draft = Draft(
            key=f"failed:{day}:{failed.code}:{about}:to:person:{person_id}",
            kind=KIND,
            args=_args(lost, failed),
            person_id=person_id,
        )
        await db.deliveries.add(draft)


@flow.notice(KIND)
async def notice(scene: Scene) -> Card | None:
    """Who or what could not be reached, and what helps."""
    args = {name: str(value) for name, value in scene.args.items()}
    what, end = args["what"], _end(args)
    shows = scene.reader is not None and scene.reader.is_admin
    if "person" in args:
        id = scene.number("person")
        person = await scene.db.people.get(id)
        accounts = await scene.db.people.accounts(id, MessageKind(what))
        there = accounts[0].ref.platform if accounts else ""
        return cards.to_person(scene.t, what, person.name, there, end, shows=shows)
    ref = PlaceRef(args["platform"], args["tenant"], args["place"])
    place = await scene.db.people.place(ref)
    name = place.name if place else ""
    return cards.to_place(scene.t, what, name, ref.platform, end, shows=shows)


def _end(args: Mapping[str, str]) -> str:
    """How it ended, where that was no refusal."""
    for end in ENDS.values():
        if args.get(end) == "yes":
            return end
    return "waited" if args["waited"] == "yes" else ""


def _about(lost: Draft) -> str:
    if lost.place:
        return f"{lost.place.platform}:{lost.place.id}"
    return f"person:{lost.person_id}"


def _args(lost: Draft, failed: ChatError) -> dict[str, int | str]:
    waited = "yes" if isinstance(failed, Unreachable) else "no"
    said: dict[str, int | str] = {"what": kind_of(lost.kind).value, "waited": waited}
    if failed.code in ENDS:
        said[ENDS[failed.code]] = "yes"
    if there := lost.place:
        there_is = {"platform": there.platform, "tenant": there.tenant}
        return said | there_is | {"place": there.id}
    return said | {"person": lost.person_id or 0}


async def _matters(db: UnitOfWork, lost: Draft) -> bool:
    """Nobody has to hear that somebody who left is not reached."""
    if lost.person_id is None:
        return True
    return (await db.people.get(lost.person_id)).active


async def _menders(db: UnitOfWork, lost: Draft, *, ours: bool) -> Collection[int]:
    """The owner of its stand-up, unless it is they who are not reached; else every
    admin but them. What is an error of `ours` every admin can have mended.
    """
    if ours:
        everyone = await db.people.everyone()
        return [person.id for person in everyone if person.is_admin]
    owner = await _owner(db, lost)
    if owner and owner != lost.person_id:
        return (owner,)
    everyone = await db.people.everyone()
    admins = [person.id for person in everyone if person.is_admin]
    return [id for id in admins if id != lost.person_id]


async def _owner(db: UnitOfWork, lost: Draft) -> int | None:
    standup_id = int(lost.args.get("standup", 0))
    occurrence_id = int(lost.args.get("occurrence", 0))
    if participant_id := int(lost.args.get("participant", 0)):
        who = await db.standups.days.participant(participant_id)
        occurrence_id = who.occurrence_id if who else 0
    if occurrence_id:
        occurrence = await db.standups.days.get(occurrence_id)
        standup_id = occurrence.standup_id if occurrence else 0
    standup = await db.standups.get(standup_id) if standup_id else None
    return standup.owner_id if standup else None
