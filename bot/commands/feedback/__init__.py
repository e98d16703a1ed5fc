"""Feedback, as people type and press it: what customers say, and what becomes of it."""

from bot.commands.feedback import (
    add,
    answers,
    approval,
    approval_answers,
    approval_rules,
    breakdown,
    correcting,
    counting,
    desk,
    doors,
    ending,
    export,
    files,
    forward,
    joining,
    levels,
    listing,
    progress,
    remarks,
    report,
    rhythm,
    routes,
)
from bot.registry import Commands

commands = Commands()
for part in (
    add,
    answers,
    approval,
    approval_answers,
    approval_rules,
    correcting,
    forward,
    listing,
    progress,
    remarks,
    ending,
    files,
    desk,
    doors,
    routes,
    rhythm,
    joining,
    levels,
    report,
    breakdown,
    counting,
    export,
):
    commands.include(part.commands)
