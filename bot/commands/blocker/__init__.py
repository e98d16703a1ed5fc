"""Blockers, as people type and press them: what holds somebody up, and who helps."""

from bot.commands.blocker import add, closing, helping, hook, listing
from bot.registry import Commands

commands = Commands()
for part in (add, listing, helping, closing, hook):
    commands.include(part.commands)
