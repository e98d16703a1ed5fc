"""Tasks, as people type and press them: one file for each thing one does with them."""

from bot.commands.task import (
    add,
    closing,
    forms,
    listing,
    parts,
    people,
    progress,
    times,
)
from bot.registry import Commands

commands = Commands()
for part in (add, listing, progress, closing, people, times, parts, forms):
    commands.include(part.commands)
