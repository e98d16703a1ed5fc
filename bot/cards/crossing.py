"""What people see of an answer that was given in another place of the room."""

from bot.cards.task.words import short
from bot.messages import Block, Bold, Card, Line, Note, Quote
from bot.model.crossing import Crossing
from bot.model.standup import Occurrence, Standup
from bot.model.task import Task
from bot.ports import Translate


def reply(t: Translate, crossing: Crossing, author: str, about: Line | None) -> Card:
    """Who said it where, and what; first of all what it is `about`, if that is told."""
    platform = t(f"platform-{crossing.place.platform}")
    title = t.line("room-reply", name=Bold(author), platform=platform)
    if about:
        title = t.line("room-reply-about", about=about, who=title)
    gone = Note(t.line("room-reply-gone"))
    said: Block = gone if crossing.gone else Quote(crossing.text)
    return Card(title, (said,), at_once=crossing.gone)


def of_task(task: Task) -> Line:
    """ "T-12 Check prices"."""
    return (f"{short(task)} {task.title}",)


def of_day(t: Translate, standup: Standup, day: Occurrence) -> Line:
    """The stand-up and its day."""
    return t.line("standup-title", name=standup.name, day=t.day(day.day))
