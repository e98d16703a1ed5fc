"""Risks, as people type and press them: what may go wrong, and who sees to it."""

from bot.commands.risk import add, bare, change, closing, export, growing, listing
from bot.registry import Commands

commands = Commands()
bare.register(commands)
for part in (listing, add, change, closing, growing, export):
    commands.include(part.commands)
