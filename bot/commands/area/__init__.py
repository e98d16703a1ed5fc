"""Who answers for what, as people type and press it."""

from bot.commands.area import alias, asking, audit, change, handover, listing, new
from bot.registry import Commands

commands = Commands()
for part in (new, change, alias, handover, asking, listing, audit):
    commands.include(part.commands)
