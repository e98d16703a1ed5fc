"""One person with several accounts: by a code, by an admin, and apart again."""

from bot.commands.link import own, pairs
from bot.registry import Commands

commands = Commands()
for subject in (own, pairs):
    commands.include(subject.commands)
