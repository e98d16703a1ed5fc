"""The messages about feedback, each written when it is sent, from what is true then."""

from bot.cards import feedback as cards
from bot.cards.feedback import FeedbackView
from bot.cards.feedback import desk as desk_cards
from bot.messages import Card
from bot.model.feedback import Feedback, State
from bot.model.feedback.ending import Asked, asked
from bot.model.feedback.gathering import gathered
from bot.model.feedback.life import TOLD, said_with
from bot.rituals.feedback import (
    approval_notices,
    bundle,
    desk,
    digest,
    ending,
    files,
    intake,
    joining,
    leaving,
    levels,
    likely,
    routes,
)
from bot.rituals.feedback.news import told_key
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.views import views
from bot.rituals.feedback.work import stamp
from bot.rituals.flow import Flow, Scene

flow = Flow()
flow.include(approval_notices.flow)
flow.include(bundle.flow)
flow.include(desk.flow)
flow.include(digest.flow)
flow.include(ending.flow)
flow.include(files.flow)
flow.include(leaving.flow)
flow.include(levels.flow)
flow.include(likely.flow)
flow.include(intake.flow)
flow.include(joining.flow)
flow.include(routes.flow)
STATES = tuple(state.value for state in sorted(TOLD))
SENDERS = ("received", "reply", *STATES)
WORKERS = ("yours", "note", "said", "wrote", "unsolved", "task-done")


@flow.notice("feedback.card")
async def card(scene: Scene) -> Card | None:
    """Its card in a place; customers' data only in the one for triage."""
    feedback = await _feedback(scene)
    if feedback is None or scene.place is None:
        return None
    shown = scene.place.unthreaded() in await desk.desk(scene.db)
    return cards.card((await views(scene.db, [feedback], whole=shown))[0], scene.t)


@flow.notice("feedback.chosen")
async def chosen(scene: Scene) -> Card | None:
    """Feedback comes to the room from now on, and who chose it."""
    return desk_cards.chosen_by(scene.t, await _who(scene))


@flow.notice("feedback.moved")
async def moved(scene: Scene) -> Card | None:
    """Feedback comes to this room no longer, and who had it so."""
    return cards.moved(scene.t, await _who(scene), off=bool(scene.number("off")))


def _told(kind: str) -> None:
    """Declares news for who sent it. What is no longer true is not sent."""

    @flow.notice(f"feedback.{kind}")
    async def tell(scene: Scene) -> Card | None:
        feedback = await _feedback(scene)
        if feedback is None or scene.reader is None:
            return None
        if scene.reader.id not in feedback.senders:
            return await _apart(scene, feedback, kind)
        if kind in STATES and not await _still(scene, feedback, kind):
            return None
        own = scene.reader.id
        view = (await views(scene.db, [feedback], whole=True, voices_of=own))[0]
        said = await _words(scene)
        if kind == "reply" and not said:  # it was taken back
            return None
        if kind == State.CLOSED.value:  # as its words may never have been read
            said = said or feedback.answer
        asks = await _asked(scene, feedback) if kind == State.FIXED.value else None
        return cards.news(view, scene.t, kind, await _who(scene), said, asks)


def _news(kind: str) -> None:
    """Declares news for who works on it."""

    @flow.notice(f"feedback.{kind}")
    async def tell(scene: Scene) -> Card | None:
        view = await _worked(scene)
        if view is None:
            return None
        who, said = await _who(scene), await _words(scene)
        if "more" in scene.args:
            who, said = await _gathered(scene)
            if not said:
                return None
        return cards.work_news(view, scene.t, kind, who, said)


for _kind in SENDERS:
    _told(_kind)
for _kind in WORKERS:
    _news(_kind)


async def _still(scene: Scene, feedback: Feedback, kind: str) -> bool:
    """Whether it is in that state, or was when they were told."""
    return feedback.state.value == kind or await _was_told(scene, feedback, kind)


async def _was_told(scene: Scene, feedback: Feedback, kind: str) -> bool:
    """Whether its reader was told so before."""
    reader_id = scene.reader.id if scene.reader else 0
    key = told_key(feedback, kind, scene.args["once"], reader_id)
    sent = await scene.db.deliveries.get(key)
    return sent is not None and sent.message is not None


async def _apart(scene: Scene, feedback: Feedback, kind: str) -> Card | None:
    """What they sent was parted from it since: they are asked nothing about it any
    more, where they were; else they hear nothing of it.
    """
    asked_them = kind == State.FIXED.value and await _was_told(scene, feedback, kind)
    return cards.apart(feedback, scene.t) if asked_them else None


async def _asked(scene: Scene, feedback: Feedback) -> Asked | None:
    """What its reader is asked now that it is fixed; nothing more where this told of
    an earlier time that it was.
    """
    ended = feedback.ended_at
    if ended and not str(scene.args["once"]).endswith(f"-{stamp(ended)}"):
        return None
    given = await scene.db.feedback.scores.of(feedback.id)
    reader_id = scene.reader.id if scene.reader else 0
    return asked(feedback, given.get(reader_id), scene.now)


async def _feedback(scene: Scene) -> Feedback | None:
    return await scene.db.feedback.get(scene.number("feedback"))


async def _worked(scene: Scene) -> FeedbackView | None:
    """The feedback, as its reader may see it, or those who triage; of one that was
    joined since, what it was joined to.
    """
    feedback = await _feedback(scene)
    if feedback is None:
        return None
    if feedback.joined_to is not None:
        feedback = await scene.db.feedback.get(feedback.joined_to) or feedback
    if scene.reader is None:
        whole = scene.place and scene.place.unthreaded() in await desk.desk(scene.db)
        return (await views(scene.db, [feedback], whole=True))[0] if whole else None
    sees = await sight(scene.db, feedback, scene.reader)
    if sees < Sight.MASKED:
        return None
    return (await views(scene.db, [feedback], whole=sees is Sight.WHOLE))[0]


async def _who(scene: Scene) -> str:
    person_id = scene.number("by")
    people = await scene.db.people.some([person_id]) if person_id else {}
    return people[person_id].name if person_id in people else ""


async def _gathered(scene: Scene) -> tuple[str, str]:
    """Who said more in a short time, and what."""
    story = await scene.db.feedback.log.of(scene.number("feedback"))
    first = next((each for each in story if each.id == scene.number("update")), None)
    words = gathered(story, first) if first else []
    ids = dict.fromkeys(each.person_id for each in words if each.person_id)
    people = await scene.db.people.some(list(ids)) if ids else {}
    names = {id: people[id].name for id in ids if id in people}
    several = len(names) > 1
    lines = (
        f"{names.get(each.person_id or 0, '')}: {each.text}" if several else each.text
        for each in words
    )
    return scene.t.items(tuple(names.values())), "\n".join(lines)


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
        return after.text if after and said_with(each, after) else ""
    return ""
