"""Ways in and out, as people type and press them: begun, looked at, answered."""

from bot.commands.onboarding import (
    answers,
    leaving,
    listing,
    moving,
    passage,
    start,
    tracks,
)
from bot.registry import Commands

commands = Commands()
for part in (start, leaving, moving, passage, listing, answers, tracks):
    commands.include(part.commands)
