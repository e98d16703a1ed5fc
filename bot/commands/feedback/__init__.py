"""Feedback, as people type and press it: what customers say, and what becomes of it."""

from bot.commands.feedback import (
    add,
    answers,
    correcting,
    desk,
    doors,
    export,
    joining,
    levels,
    listing,
    progress,
    remarks,
    report,
    routes,
)
from bot.registry import Commands

commands = Commands()
for part in (
    add,
    answers,
    correcting,
    listing,
    progress,
    remarks,
    desk,
    doors,
    routes,
    joining,
    levels,
    report,
    export,
):
    commands.include(part.commands)
