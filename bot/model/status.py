"""What a status in a chat says of being away: a hint to ask about, never a fact."""

import re
from datetime import date, datetime, timedelta

from bot.model.absence import Days
from bot.model.expression import expression
from bot.model.people import Person

LONGEST = timedelta(days=60)
SIGNS = frozenset(
    {
        "palm_tree", "desert_island", "beach_with_umbrella", "airplane",
        "face_with_thermometer", "sick", "sneezing_face", "ill", "hospital", "baby",
    }
)  # fmt: skip
WORDS = expression(
    r"\b(?:vacation(?:ing)?|on (?:annual |parental |sick )?leave|holidays?|pto|ooo"
    r"|out (?:of (?:the )?office|sick)|off sick|urlaub|krank|abwesend)\b"
    r"|休假|请假|請假|年假|病假|事假|产假|度假|不在办公室",
    re.IGNORECASE,
)
NOT_NOW = expression(r"\b(?:soon|planning|back from|until then|next)\b|快到|计划", re.I)


def seems_away(sign: str, text: str) -> bool:
    """Whether somebody who shows this is probably away."""
    if NOT_NOW.search(text):
        return False
    return sign.strip(":") in SIGNS or WORDS.search(text) is not None


def days_hinted(person: Person, until: datetime | None, now: datetime) -> Days | None:
    """The days it may be about: until it ends, today where it does not. None where it
    ends before their day does, or later than anybody plans.
    """
    today = person.local(now).date()
    last = _last_day(person, until) if until else today
    return Days(today, last) if today <= last <= today + LONGEST else None


def _last_day(person: Person, until: datetime) -> date:
    local = person.local(until)
    over = local.time() < person.hours.end  # it ends before that day's work does
    return local.date() - timedelta(days=1) if over else local.date()
