"""What is typed behind "feedback" and is nothing a customer said: a command mistyped,
or an announcement.
"""

import re

from rapidfuzz import fuzz, process

from bot.commands.feedback.at_hand import passed_on
from bot.context import Context
from bot.errors import UsageError
from bot.model.feedback.marker import announces

WORDS = (
    "list", "show", "take", "assign", "start", "plan", "wait", "fixed", "decline",
    "close", "reopen", "reply", "note", "follow", "unfollow", "task", "join", "part",
    "triage", "route", "routes", "room", "promise", "promises", "report", "search",
    "export", "door", "digest", "roadmap",
)  # fmt: skip
ELSE = {  # what others call it
    "level": "promises", "levels": "promises", "escalate": "promises",
    "manager": "promises", "stats": "report", "statistics": "report",
    "trends": "report", "top": "report", "status": "list", "open": "list",
    "items": "list", "rules": "routes", "templates": "reply", "canned": "reply",
    "resolve": "fixed", "resolved": "fixed", "reject": "decline",
}  # fmt: skip
ALONE = re.compile(r"[A-Za-z]{3,9}(?: ?[#fF]?-?\d{1,9})?")
SLIP = 80  # percent of the letters


def check_meant(ctx: Context, text: str) -> None:
    """Raises UsageError for what no customer says, with the way on; whoever meant it
    passes it on with a button.
    """
    said = text.strip()
    if announces(said):
        raise UsageError("feedback-announced", ways=passed_on(ctx))
    if not ALONE.fullmatch(said):
        return
    word, _, number = said.partition(" ")
    if command := _closest(word.casefold()):
        meant = f"feedback {command} {number}".strip()
        typed = ctx.typed(meant)
        raise UsageError(
            "feedback-meant", try_this=meant, ways=passed_on(ctx), meant=typed
        )


def _closest(word: str) -> str:
    """The command that goes by another name, or is spelled nearly so; else empty."""
    if word in ELSE:
        return ELSE[word]
    close = process.extractOne(word, WORDS, scorer=fuzz.ratio, score_cutoff=SLIP)
    return close[0] if close else ""
