"""How feedback goes on from state to state, decided without a clock or a database."""

from dataclasses import replace
from datetime import datetime

from bot.model.feedback import Facts, Feedback, State

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
TOLD = frozenset(
    {
        State.WORKING, State.PLANNED, State.WAITING, State.FIXED, State.DECLINED,
        State.CLOSED,
    }
)  # fmt: skip


def go(feedback: Feedback, state: State, now: datetime, words: str = "") -> Feedback:
    """The feedback in its next state; `words` are why it was declined, or what
    customers are told of the others. The time it waits for a customer is ours no more.
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
        answer=words if words and state is not State.DECLINED else feedback.answer,
        answered_at=feedback.answered_at or (now if state in TOLD else None),
    )


def correct(feedback: Feedback, facts: Facts) -> Feedback:
    """What it is about, as people say; somebody has looked at it then."""
    state = State.TRIAGED if feedback.state is State.NEW else feedback.state
    return replace(feedback, facts=facts, state=state)


def take(feedback: Feedback, person_id: int) -> Feedback:
    """It is somebody's own."""
    state = State.TRIAGED if feedback.state is State.NEW else feedback.state
    followers = tuple(sorted({*feedback.followers, person_id}))
    return replace(feedback, owner_id=person_id, state=state, followers=followers)
