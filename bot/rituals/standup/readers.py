"""What of a day one reader may see, and who can be called by name where they read."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.cards.standup.day import DayView
from bot.messages import Mention, Span
from bot.model.refs import PlaceRef
from bot.model.standup.policy import MissingStyle, may_read
from bot.model.standup.tally import tally
from bot.ports import UnitOfWork
from bot.rituals.flow import Scene


async def readable(scene: Scene, view: DayView) -> DayView:
    """The day without answers that the reader may not see (PEERS A24).

    What was said without a name is for who may read everybody.
    """
    if scene.reader is None:
        posted = view.standup.posts_answers
        return view if posted else replace(view, answers=None, sealed=None)
    if view.answers is None and view.sealed is None:
        return view
    reader, standup = scene.reader, view.standup
    people = await scene.db.people.some([p.person_id for p in view.participants])
    member = any(each.id == reader.id for each in people.values())
    theirs = {
        each.id
        for each in view.participants
        if may_read(standup, reader, people[each.person_id], member=member)
    }
    kept = {id: texts for id, texts in (view.answers or {}).items() if id in theirs}
    everybody = len(theirs) == len(view.participants)
    return replace(
        view,
        answers=None if view.answers is None else kept,
        sealed=view.sealed if everybody else None,
    )


async def with_calls(scene: Scene, view: DayView) -> DayView:
    """The day with who is missing called by name, where the team wants that."""
    mentions = view.standup.policy.missing is MissingStyle.MENTION
    if scene.reader or scene.place is None or not view.closed or not mentions:
        return view
    missing = tally(view.occurrence, view.participants).missing
    found = await calls(scene.db, missing, view.names, scene.place)
    return replace(view, calls=found)


async def calls(
    db: UnitOfWork,
    people: Collection[int],
    names: Mapping[int, str],
    place: PlaceRef,
) -> dict[int, Span]:
    """The names of people; a real mention of who has an account where the place is."""
    accounts = {
        each.person_id: each.ref
        for each in await db.people.accounts_of(people)
        if (each.ref.platform, each.ref.tenant) == (place.platform, place.tenant)
    }
    return {
        person: Mention(accounts[person], names.get(person, ""))
        if person in accounts
        else names.get(person, "")
        for person in people
    }
