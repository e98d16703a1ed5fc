"""The messages about kudos, each written when it is sent, from what is true then."""

from bot.cards import kudos as cards
from bot.messages import Card
from bot.rituals.flow import Flow, Scene
from bot.rituals.kudos import month, reaction
from bot.rituals.kudos.views import views
from bot.rituals.kudos.work import CARD, TOLD

flow = Flow()
flow.include(month.flow)
flow.include(reaction.flow)


@flow.notice(CARD)
async def card(scene: Scene) -> Card | None:
    """Their card, where they were given and on the wall."""
    kudos = await scene.db.kudos.get(scene.number("kudos"))
    if kudos is None:
        return None
    (view,) = await views(scene.db, [kudos])
    return cards.card(view, scene.t)


@flow.notice(TOLD)
async def told(scene: Scene) -> Card | None:
    """To who is thanked."""
    kudos = await scene.db.kudos.get(scene.number("kudos"))
    if kudos is None or scene.reader is None:
        return None
    if scene.reader.id not in kudos.thanked:
        return None
    (view,) = await views(scene.db, [kudos])
    return cards.told(view, scene.t)
