"""The messages about feedback, each written when it is sent, from what is true then."""

from bot.cards import feedback as cards
from bot.cards.feedback import FeedbackView
from bot.messages import Card
from bot.model.feedback import Feedback
from bot.model.feedback.life import TOLD
from bot.rituals.feedback import desk
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.views import views
from bot.rituals.flow import Flow, Scene
from bot.rituals.room import whole as whole_room

flow = Flow()
flow.include(desk.flow)
STATES = tuple(state.value for state in sorted(TOLD))
SENDERS = ("received", "reply", *STATES)
WORKERS = ("yours", "note", "said", "unsolved", "task-done")


@flow.notice("feedback.card")
async def card(scene: Scene) -> Card | None:
    """Its card in a place; customers' data only in the one for triage."""
    feedback = await _feedback(scene)
    if feedback is None or scene.place is None:
        return None
    triage = await scene.db.feedback.rules.triage()
    places = await whole_room(scene.db, triage) if triage else ()
    shown = scene.place.unthreaded() in places
    return cards.card((await views(scene.db, [feedback], whole=shown))[0], scene.t)


def _told(kind: str) -> None:
    """Declares news for who sent it. What is no longer true is not sent."""

    @flow.notice(f"feedback.{kind}")
    async def tell(scene: Scene) -> Card | None:
        feedback = await _feedback(scene)
        if feedback is None or scene.reader is None:
            return None
        if scene.reader.id not in feedback.senders:
            return None
        if kind in STATES and not await _still(scene, feedback, kind):
            return None
        view = (await views(scene.db, [feedback], whole=True))[0]
        return cards.news(view, scene.t, kind, await _who(scene), await _words(scene))


def _news(kind: str) -> None:
    """Declares news for who works on it."""

    @flow.notice(f"feedback.{kind}")
    async def tell(scene: Scene) -> Card | None:
        view = await _worked(scene)
        if view is None:
            return None
        who, said = await _who(scene), await _words(scene)
        return cards.work_news(view, scene.t, kind, who, said)


for _kind in SENDERS:
    _told(_kind)
for _kind in WORKERS:
    _news(_kind)


async def _still(scene: Scene, feedback: Feedback, kind: str) -> bool:
    """Whether it is in that state, or was when they were told."""
    if feedback.state.value == kind:
        return True
    key = (
        f"{feedback.subject}:{kind}:{scene.args['once']}:person:{scene.reader.id}"
        if scene.reader
        else ""
    )
    sent = await scene.db.deliveries.get(key)
    return sent is not None and sent.message is not None


async def _feedback(scene: Scene) -> Feedback | None:
    return await scene.db.feedback.get(scene.number("feedback"))


async def _worked(scene: Scene) -> FeedbackView | None:
    feedback = await _feedback(scene)
    if feedback is None or scene.reader is None:
        return None
    sees = await sight(scene.db, feedback, scene.reader)
    if sees < Sight.MASKED:
        return None
    return (await views(scene.db, [feedback], whole=sees is Sight.WHOLE))[0]


async def _who(scene: Scene) -> str:
    person_id = scene.number("by")
    people = await scene.db.people.some([person_id]) if person_id else {}
    return people[person_id].name if person_id in people else ""


async def _words(scene: Scene) -> str:
    """What was said with it: the reply of the same moment, or the update itself."""
    if "update" not in scene.args:
        return ""
    story = await scene.db.feedback.log.of(scene.number("feedback"))
    wanted = scene.number("update")
    for index, each in enumerate(story):
        if each.id != wanted:
            continue
        if each.kind.value != "state":
            return each.text
        after = story[index + 1] if index + 1 < len(story) else None
        return after.text if after and after.kind.value == "reply" else ""
    return ""
