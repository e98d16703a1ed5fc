"""Away and back: for oneself, for others, for everybody; who is, and the holidays."""

from bot.commands.absence import (
    country,
    hint,
    holidays,
    others,
    own,
    there,
    who,
    workdays,
)
from bot.registry import Commands

commands = Commands()
for subject in (own, others, there, who, hint, holidays, workdays, country):
    commands.include(subject.commands)
