"""Measures of roles and teams, as people type and press them."""

from bot.commands.measure import change, export, importing, listing, new, setting
from bot.registry import Commands

commands = Commands()
for part in (listing, new, setting, change, export, importing):
    commands.include(part.commands)
