"""Everything people type and press about stand-ups."""

from bot.commands.standup import change, day, joining, listing, new, run
from bot.registry import Commands

commands = Commands()
for part in (new, listing, change, run, day, joining):
    commands.include(part.commands)
