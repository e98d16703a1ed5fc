"""Kudos, as people type and press them: given, changed, looked at, and their rules."""

from bot.commands.kudos import change, fairness, give, listing, reaction, rules
from bot.registry import Commands

commands = Commands()
for part in (give, change, listing, rules, reaction, fairness):
    commands.include(part.commands)
