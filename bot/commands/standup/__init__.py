"""Everything people type and press about stand-ups."""

from bot.commands.standup import (
    admins,
    change,
    day,
    export,
    handover,
    history,
    joining,
    leaving,
    leaving_out,
    listing,
    new,
    rename,
    report,
    run,
)
from bot.registry import Commands

commands = Commands()
for part in (
    new, listing, change, leaving_out, rename, handover, admins, run, day, joining,
    leaving, report, history, export,
):  # fmt: skip
    commands.include(part.commands)
