"""Retrospectives, as people type and press them: notes kept, looked at, opened."""

from bot.commands.retro import add, change, listing, opening
from bot.registry import Commands

commands = Commands()
for part in (add, change, listing, opening):
    commands.include(part.commands)
