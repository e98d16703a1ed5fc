"""Feedback, as people type and press it: what customers say, and what becomes of it."""

from bot.commands.feedback import add, desk, listing, progress, remarks
from bot.registry import Commands

commands = Commands()
for part in (add, listing, progress, remarks, desk):
    commands.include(part.commands)
