"""Who got what, what failed and why, and trying it again: for admins (PEERS Q08)."""

from bot.commands.delivery import failed, show
from bot.registry import Commands

commands = Commands()
for part in (show, failed):
    commands.include(part.commands)
