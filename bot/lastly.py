"""What a person did last, kept for a while so that "undo" can take it back.

Only what offers a way back is kept with it; of any other change its title is kept, so
that the answer can say what it was.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.context import Context
from bot.events import Pressed
from bot.messages import Bold, Button, Buttons, Card, Item, Line, Reply
from bot.model.draft import FormDraft, Opener

OPENER = Opener("undo")
FRESH = timedelta(hours=1)  # later nobody is sure what "that" is
LONGEST = 120
# What was done by a command or a form, and the buttons that take it back: the first of
# them on the answer.
WAYS_BACK = {
    "away": ("people.back", "absence.undo"),
    "blocker resolve": ("blocker.reopen",),
    "feedback close": ("feedback.reopen",),
    "feedback decline": ("feedback.undo", "feedback.reopen"),
    "feedback fixed": ("feedback.undo", "feedback.reopen"),
    "feedback plan": ("feedback.undo",),
    "feedback reply": ("feedback.undo",),
    "kudos": ("kudos.drop",),
    "kudos new": ("kudos.drop",),
    "people away": ("people.back", "absence.undo"),
    "project finish": ("project.reopen",),
    "quiet": ("quiet.off",),
    "risk close": ("risk.reopen",),
    "standup cancel": ("standup.uncancel",),
    "standup skip": ("standup.unskip", "standup.uncancel"),
    "standup uncancel": ("standup.cancel",),
    "standup unskip": ("standup.cancel",),
    "task done": ("task.undo", "task.undo-many"),
    "task drop": ("task.undo",),
}
# Buttons whose card changes where it is, without an answer: what takes them back has
# the same value.
OPPOSITES = {
    "blocker.resolve": "blocker.reopen",
    "project.finish": "project.reopen",
    "standup.skip": "standup.unskip",
    "task.done": "task.undo",
    "task.finish": "task.undo",
    "task.tick": "task.undo",
}
CHANGES = frozenset(
    ("accept", "add", "assign", "block", "change", "comment", "correct", "decline",
     "due", "edit", "give", "new", "note", "priority", "rename", "repeat", "snooze",
     "split", "start", "tag", "take", "unblock", "update", "undo", "reopen", "feedback",
     "risk", "blocker", "task", "kudos")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Last:
    """The last change: what did it, what it was, and the button that takes it back, if
    one does.
    """

    done: str
    title: str
    action: str
    value: str
    at: datetime


async def note(ctx: Context, done: str, reply: Reply | None) -> None:
    """Keeps what was just done by a command path, a button's action or a form's name.
    What only shows something is no change, and forgets nothing.
    """
    if done == OPENER.action:
        return
    card = reply.body if reply and isinstance(reply.body, Card) else None
    name = done.replace(".", " ")
    pressed = ctx.event if isinstance(ctx.event, Pressed) else None
    button: Button | None = None
    if pressed and done in OPPOSITES:
        button = Button("", OPPOSITES[done], pressed.value)
    elif card and name in WAYS_BACK:
        button = _on(card, WAYS_BACK[name])
    if button is None and (card is None or name.split()[-1] not in CHANGES):
        return
    kept = {
        "done": name,
        "title": _plain(card.title)[:LONGEST] if card else "",
        "action": button.action if button else "",
        "value": button.value if button else "",
    }
    await ctx.db.drafts.keep(FormDraft(ctx.person.id, OPENER, kept, ctx.now))


async def last(ctx: Context) -> Last | None:
    """The person's last change, if it is not long ago."""
    draft = await ctx.db.drafts.of(ctx.person.id, OPENER)
    if draft is None or ctx.now - draft.at > FRESH:
        return None
    kept = {name: str(value or "") for name, value in draft.values.items()}
    return Last(**kept, at=draft.at)


async def forget(ctx: Context) -> None:
    """It was taken back."""
    await ctx.db.drafts.forget(ctx.person.id, OPENER)


def _on(card: Card, actions: tuple[str, ...]) -> Button | None:
    buttons = [
        each
        for block in card.blocks
        if isinstance(block, Buttons | Item)
        for each in (block.items if isinstance(block, Buttons) else block.buttons)
        if isinstance(each, Button)
    ]
    found = (each for action in actions for each in buttons if each.action == action)
    return next(found, None)


def _plain(title: Line) -> str:
    return "".join(
        part if isinstance(part, str) else part.text
        for part in title
        if isinstance(part, str | Bold)
    )
