"""A way to the web page of a task, for one person."""

from bot.cards.task.words import short, title
from bot.messages import Audience, Button, Buttons, ButtonStyle, Card, Note, Reply
from bot.model.task import Task
from bot.ports import Translate


def entry(t: Translate, task: Task, url: str) -> Reply:
    """The link, which works once and soon."""
    open_ = Button(t("page-task-open"), "form.page", style=ButtonStyle.PRIMARY, url=url)
    heading = t.line("page-task-ready", task=short(task))
    blocks = (Note(title(task, t)), Buttons((open_,)), Note(t.line("page-task-once")))
    return Reply(Card(heading, blocks), Audience.ONLY_YOU)
