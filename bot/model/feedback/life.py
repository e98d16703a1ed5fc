"""How feedback goes on from state to state, decided without a clock or a database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.model.feedback import Facts, Feedback, State, Update, UpdateKind

UNDO = timedelta(seconds=10)  # how long words can be taken back

# What a person may choose next; what is over can be opened again.
NEXT: dict[State, tuple[State, ...]] = {
    State.NEW: (
        State.WORKING, State.PLANNED, State.WAITING, State.FIXED, State.DECLINED,
    ),
    State.TRIAGED: (
        State.WORKING, State.PLANNED, State.WAITING, State.FIXED, State.DECLINED,
    ),
    State.WORKING: (State.PLANNED, State.WAITING, State.FIXED, State.DECLINED),
    State.PLANNED: (State.WORKING, State.WAITING, State.FIXED, State.DECLINED),
    State.WAITING: (State.WORKING, State.PLANNED, State.FIXED, State.DECLINED),
    State.FIXED: (State.CLOSED, State.WORKING),
    State.DECLINED: (State.CLOSED, State.WORKING),
    State.CLOSED: (State.WORKING,),
    State.JOINED: (),
}  # fmt: skip
SOLVED = (State.FIXED, State.CLOSED)
# What goes with words for who sent it, and the form that asks for them.
WORDED = {
    State.PLANNED: "plan",
    State.WAITING: "wait",
    State.FIXED: "fixed",
    State.DECLINED: "decline",
}
TOLD = frozenset(
    {
        State.WORKING, State.PLANNED, State.WAITING, State.FIXED, State.DECLINED,
        State.CLOSED,
    }
)  # fmt: skip


def go(feedback: Feedback, state: State, now: datetime, words: str = "") -> Feedback:
    """The feedback in its next state; `words` are why it was declined, or what
    customers are told of what was solved. The time it waits for them is not ours.
    """
    paused = feedback.paused
    if feedback.paused_at:
        paused += max(0, int((now - feedback.paused_at).total_seconds()))
    over = state in (State.FIXED, State.DECLINED)
    ended = feedback.ended_at if state is State.CLOSED else None
    return replace(
        feedback,
        state=state,
        paused=paused,
        paused_at=now if state is State.WAITING else None,
        ended_at=now if over else ended,
        closed_at=now if state is State.CLOSED else None,
        reason=words if state is State.DECLINED else feedback.reason,
        answer=words if words and state in SOLVED else feedback.answer,
        answered_at=feedback.answered_at or (now if state in TOLD else None),
        solved=None if state is State.FIXED else feedback.solved,
    )


def back(
    feedback: Feedback, kind: str, story: Sequence[Update], now: datetime
) -> Feedback:
    """The feedback before its last words, of which `story` knows nothing any more;
    `kind` is the state they brought it to, if they did.
    """
    after = feedback
    if feedback.state.value == kind:
        states = [each.text for each in story if each.kind is UpdateKind.STATE]
        before = State(states[-1]) if states else State.TRIAGED
        after = replace(go(feedback, before, now), answer="", reason="")
    return replace(after, answered_at=_first_answer(story))


def said_with(step: Update, words: Update) -> bool:
    """Whether these words, the next in its story, were said with that step."""
    return words.kind is UpdateKind.REPLY and (words.at, words.person_id) == (
        step.at,
        step.person_id,
    )


def _first_answer(story: Sequence[Update]) -> datetime | None:
    """When its sender first heard of us."""
    told = (
        each.at
        for each in story
        if each.kind is UpdateKind.REPLY
        or (each.kind is UpdateKind.STATE and State(each.text) in TOLD)
    )
    return next(told, None)


def correct(feedback: Feedback, facts: Facts) -> Feedback:
    """What it is about, as people say; somebody has looked at it then."""
    state = State.TRIAGED if feedback.state is State.NEW else feedback.state
    return replace(feedback, facts=facts, state=state)


def take(feedback: Feedback, person_id: int) -> Feedback:
    """It is somebody's own."""
    state = State.TRIAGED if feedback.state is State.NEW else feedback.state
    followers = tuple(sorted({*feedback.followers, person_id}))
    return replace(feedback, owner_id=person_id, state=state, followers=followers)
