"""What is typed behind "feedback" and is nothing a customer said: a command mistyped,
an announcement, or a register that is not there.
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
ALONE = re.compile(r"[A-Za-z]{3,9}(?: ?[#fF]?-?\d{1,9})?")
SLIP = 80  # percent of the letters
ELSEWHERE = re.compile(
    r"(?:(?P<risk>risks?|转?风险)|(?P<retro>retro|转?复盘))\s*[#fF]?[-－–]?\s*"
    r"(?P<number>\d{0,9})",
    re.IGNORECASE,
)


def check_meant(ctx: Context, text: str) -> None:
    """Raises UsageError for what no customer says, with the way on; whoever meant it
    passes it on with a button.
    """
    said = text.strip()
    if announces(said):
        raise UsageError("feedback-announced", ways=passed_on(ctx))
    if found := ELSEWHERE.fullmatch(said):
        key = "feedback-no-risks" if found["risk"] else "feedback-no-retro"
        raise UsageError(key, try_this=f"feedback task {found['number'] or 7}")
    if not ALONE.fullmatch(said):
        return
    word, _, number = said.partition(" ")
    close = process.extractOne(
        word.casefold(), WORDS, scorer=fuzz.ratio, score_cutoff=SLIP
    )
    if close:
        meant = f"feedback {close[0]} {number}".strip()
        typed = ctx.typed(meant)
        raise UsageError(
            "feedback-meant", try_this=meant, ways=passed_on(ctx), meant=typed
        )
