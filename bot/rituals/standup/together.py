"""Reminding several people of a stand-up by one message, where the bot saves.

Only those are called in their group who surely read it there; everybody else is
reminded on their own, as always.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.cards import standup as cards
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.link import MessageKind
from bot.model.refs import PlaceRef
from bot.model.standup import (
    Members,
    Occurrence,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.thrift import TOGETHER
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene
from bot.rituals.room import others
from bot.rituals.standup.notices import day_view
from bot.rituals.standup.readers import calls

flow = Flow()


async def remind_together(
    db: UnitOfWork,
    standup: Standup,
    occurrence: Occurrence,
    who: Sequence[Participant],
    now: datetime,
    which: str = "remind",
) -> frozenset[int]:
    """Writes the messages; says which participants they remind, by id. `which` tells
    the reminder before the close from the one after the prompt.
    """
    if standup.place is None or len(who) < TOGETHER:
        return frozenset()
    budgets = [each for each in await db.usage.budgets() if each.saves(now)]
    saving = {(each.platform, each.tenant) for each in budgets}
    called: set[int] = set()
    for place in (standup.place, *await others(db, standup.place)):
        if (place.platform, place.tenant) not in saving:
            continue
        left = [each for each in who if each.id not in called]
        here = await _readers(db, standup, place, left)
        if len(here) >= TOGETHER:
            await db.deliveries.add(_draft(occurrence, place, here, which))
            called |= {each.id for each in here}
    return frozenset(called)


async def _readers(
    db: UnitOfWork, standup: Standup, place: PlaceRef, who: Collection[Participant]
) -> list[Participant]:
    """Those who are in the place and would be written to on its platform."""
    seen = set(await db.people.seen_in(place))
    if isinstance(standup.roster, Members):
        seen |= {each.person_id for each in who}
    found = []
    for each in who:
        if each.person_id not in seen:
            continue
        accounts = await db.people.accounts(each.person_id, MessageKind.STANDUP)
        ref = accounts[0].ref if accounts else None
        if ref and (ref.platform, ref.tenant) == (place.platform, place.tenant):
            found.append(each)
    return found


def _draft(
    occurrence: Occurrence,
    place: PlaceRef,
    who: Sequence[Participant],
    which: str,
) -> Draft:
    ids = ",".join(str(each.id) for each in who)
    return Draft(
        key=f"{occurrence.key}:{which}:{place.platform}:{place.tenant}:{ids}",
        kind="standup.together",
        args={
            "occurrence": occurrence.id,
            "who": ids,
            "platform": place.platform,
            "tenant": place.tenant,
        },
        place=place,
        expires=occurrence.closes_at,
    )


@flow.notice("standup.together")
async def together(scene: Scene) -> Card | None:
    """Calls who is still missing; silent where everybody has answered by now."""
    view = await day_view(scene, scene.number("occurrence"))
    if view is None or not view.open:
        return None
    ids = {int(each) for each in str(scene.args["who"]).split(",")}
    missing = [
        each.person_id
        for each in view.participants
        if each.id in ids and each.state is ParticipantState.ASKED
    ]
    if not missing:
        return None
    place = PlaceRef(str(scene.args["platform"]), str(scene.args["tenant"]), "")
    names = await calls(scene.db, missing, view.names, place)
    return cards.together(scene.t, view, [names[each] for each in missing])
