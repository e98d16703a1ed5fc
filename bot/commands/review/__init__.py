"""Reviews, as people type and press them: made, written, read, handed on."""

from bot.commands.review import (
    cycles,
    handing,
    listing,
    looking,
    reading,
    writing,
)
from bot.registry import Commands

commands = Commands()
for part in (listing, writing, reading, handing, cycles, looking):
    commands.include(part.commands)
