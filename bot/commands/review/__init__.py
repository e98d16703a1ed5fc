"""Reviews, as people type and press them: made, written, read, handed on."""

from bot.commands.review import (
    cycles,
    erasing,
    handing,
    hour,
    listing,
    looking,
    reading,
    texts,
    writing,
)
from bot.registry import Commands

commands = Commands()
for part in (listing, writing, reading, handing, cycles, looking, erasing, hour, texts):
    commands.include(part.commands)
