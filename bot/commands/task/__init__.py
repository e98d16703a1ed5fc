"""Tasks, as people type and press them: one file for each thing one does with them."""

from bot.commands.task import (
    add,
    batch,
    closing,
    forms,
    listing,
    page,
    parts,
    people,
    progress,
    sharing,
    times,
    traits,
)
from bot.registry import Commands

commands = Commands()
for part in (
    add, listing, progress, closing, people, times, parts, forms, traits, sharing,
    batch, page,
):  # fmt: skip
    commands.include(part.commands)
