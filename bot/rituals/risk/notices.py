"""The messages about risks, each written when it is sent, from what is true then."""

from bot.cards import risk as cards
from bot.messages import Card
from bot.model.risk import RiskView
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.risk.views import seen_by, views
from bot.rituals.risk.work import CLOSED, DUE, OWNED, STEP, RiskWork, key_of

flow = Flow()


@flow.job(STEP)
async def step(world: World, risk_id: int) -> None:
    """Its mitigation should be done: its owner is reminded."""
    async with world.store() as db:
        risk, now = await db.risks.hold(risk_id), world.clock.now()
        if risk is None or not risk.open or risk.due is None:
            return
        organization = await db.people.organization()
        work = RiskWork(db, world.calendar, organization, now)
        owner = await db.people.get(risk.owner_id)
        if risk.late(owner.local(now).date()):
            await work.remind(risk)
        else:
            await work.plan(risk)
        await db.commit()


@flow.notice("risk.card")
async def card(scene: Scene) -> Card | None:
    """The risk's own card; a private one stands in no place with others."""
    risk = await scene.db.risks.get(scene.number("risk"))
    if scene.reader is None and risk and not risk.private:
        return cards.card(scene.t, (await views(scene.db, [risk]))[0])
    view = await _view(scene)
    return cards.card(scene.t, view) if view else None


@flow.notice(OWNED)
async def owned(scene: Scene) -> Card | None:
    """To a new owner: what it is, and who gave it to them."""
    view = await _view(scene)
    if view is None or not await _still(scene, view, OWNED):
        return None
    return cards.owned(scene.t, view, await _name(scene))


@flow.notice(DUE)
async def due(scene: Scene) -> Card | None:
    """Its mitigation is due, or was; once it was said, what became of it."""
    view = await _view(scene)
    if view is None or not await _still(scene, view, DUE):
        return None
    reader = scene.reader
    today = reader.local(scene.now).date() if reader else scene.now.date()
    if not view.risk.late(today):
        return cards.card(scene.t, view) if await _sent(scene, DUE) else None
    return cards.due(scene.t, view, today)


@flow.notice(CLOSED)
async def closed(scene: Scene) -> Card | None:
    """It is over; after an undo, that it is not."""
    view = await _view(scene)
    if view is None:
        return None
    if view.risk.open and not await _sent(scene, CLOSED):
        return None
    return cards.closed(scene.t, view)


async def _still(scene: Scene, view: RiskView, kind: str) -> bool:
    """Whether it is the reader's to see to; what was said goes on showing it."""
    reader = scene.reader
    mine = reader is not None and view.risk.owner_id == reader.id and view.risk.open
    return mine or await _sent(scene, kind)


async def _sent(scene: Scene, kind: str) -> bool:
    if scene.reader is None:
        return False
    once, risk_id = str(scene.args["once"]), scene.number("risk")
    key = key_of(risk_id, kind, once, scene.reader.id)
    delivery = await scene.db.deliveries.get(key)
    return delivery is not None and delivery.message is not None


async def _view(scene: Scene) -> RiskView | None:
    """What the reader may still see of it."""
    risk = await scene.db.risks.get(scene.number("risk"))
    if risk is None or scene.reader is None:
        return None
    if not await seen_by(scene.db, [risk], scene.reader):
        return None
    return (await views(scene.db, [risk]))[0]


async def _name(scene: Scene) -> str:
    people = await scene.db.people.some([scene.number("by")])
    return next((person.name for person in people.values()), "")
