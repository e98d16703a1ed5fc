"""What people type and press: one file or folder a family, all of them listed here."""

from bot.commands import (
    absence,
    area,
    award,
    blocker,
    celebration,
    crossing,
    delivery,
    feedback,
    home,
    interview,
    kudos,
    leave,
    link,
    meant,
    onboarding,
    place,
    project,
    room,
    settings,
    standup,
    task,
    team,
    usage,
    workspace,
)
from bot.commands import help as help_
from bot.registry import Commands

SUBJECTS = (
    home, absence, settings, leave, link, task, project, standup, blocker, feedback,
    area, team, kudos, award, celebration, onboarding, room, place, crossing, usage,
    delivery, meant, workspace,
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
