"""Half a day that was said without which half: both are offered, of the same day."""

import re
from datetime import date

from bot.arguments import Arguments
from bot.commands.absence.counted import SOME_HALF, Works
from bot.commands.absence.words import problem, read
from bot.context import Context
from bot.errors import UsageError, Way
from bot.model.absence import Days, Wish
from bot.model.people import DayHalf

WHICH = "away-half-which"
PRESS = "people.half"


def with_morning(typed: str) -> str:
    """The same words with a half that is understood, in the language they are in."""
    found = re.search(SOME_HALF, typed, re.IGNORECASE)
    if found is None:
        return typed
    word = "morning" if found[0].isascii() else "上午"
    return f"{typed[: found.start()]}{word}{typed[found.end() :]}"


def halves(ctx: Context, typed: str, works: Works) -> tuple[Way, ...]:
    """A button for each half of the day that was meant; none where it was said of one
    stand-up, or of several days.
    """
    try:
        wish = read(Arguments(with_morning(typed), ctx.local), ctx.today, works)
    except UsageError:
        return ()
    if wish.only or not wish.days.one:
        return ()
    day, reason = wish.days.first.isoformat(), wish.reason
    return tuple(
        Way(ctx.t(f"away-half-{half}"), PRESS, f"{day}:{half}:{reason}")
        for half in DayHalf
    )


def pressed_half(value: str, today: date) -> Wish | None:
    """What a button of them means; None for what is none of them.

    Raises UsageError where the day is over by now.
    """
    day, _, more = value.partition(":")
    half, _, reason = more.partition(":")
    try:
        first = date.fromisoformat(day)
        days = Days(first, first, DayHalf(half))
    except ValueError:
        return None
    if wrong := problem(days, today):
        raise UsageError(wrong.key)
    return Wish(days, reason)
