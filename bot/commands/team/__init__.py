"""Who is who, as people type and press it."""

from bot.commands.team import importing, listing, setting
from bot.registry import Commands

commands = Commands()
for part in (listing, setting, importing):
    commands.include(part.commands)
