"""Away and back: for oneself, for others, for everybody; and the holidays."""

from bot.commands.absence import holidays, others, own
from bot.registry import Commands

commands = Commands()
for subject in (own, others, holidays):
    commands.include(subject.commands)
