"""What people type and press: one file or folder a family, all of them listed here."""

from bot.commands import (
    absence,
    blocker,
    crossing,
    delivery,
    feedback,
    home,
    interview,
    leave,
    link,
    meant,
    place,
    project,
    room,
    settings,
    standup,
    task,
    usage,
    workspace,
)
from bot.commands import help as help_
from bot.registry import Commands

SUBJECTS = (
    home, absence, settings, leave, link, task, project, standup, blocker, feedback,
    room, place, crossing, usage, delivery, meant, workspace,
)  # fmt: skip


def _everything() -> Commands:
    """Every subject's table, then those that look at all of them."""
    table = Commands()
    for subject in SUBJECTS:
        table.include(subject.commands)
    help_.register(table)
    interview.register(table)
    return table


COMMANDS = _everything()
