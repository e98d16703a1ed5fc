"""What people type and press: one file or folder a family, all of them listed here."""

from bot.commands import (
    absence,
    area,
    award,
    blocker,
    celebration,
    company,
    crossing,
    delivery,
    feedback,
    home,
    importing,
    interview,
    kudos,
    leave,
    link,
    meant,
    measure,
    onboarding,
    place,
    project,
    quiet,
    reports,
    retro,
    review,
    risk,
    room,
    settings,
    standup,
    talk,
    task,
    team,
    undo,
    usage,
    workspace,
)
from bot.commands import help as help_
from bot.registry import Commands

SUBJECTS = (
    home, absence, settings, company, leave, link, task, project, standup, blocker,
    feedback, area, measure, team, importing, kudos, award, celebration, onboarding,
    retro, review, risk, room, place, crossing, usage, delivery, meant, workspace,
    quiet, talk, reports,
)  # fmt: skip


def _everything() -> Commands:
    """Every subject's table, then those that look at all of them."""
    table = Commands()
    for subject in SUBJECTS:
        table.include(subject.commands)
    undo.register(table)
    help_.register(table)
    interview.register(table)
    return table


COMMANDS = _everything()
