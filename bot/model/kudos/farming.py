"""Thanks that are said again and again to the same people: refused kindly; pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.model.kudos import Kudos
from bot.model.text import tidy

OFTEN = 5  # times a day one may thank the same person


def said_before(
    today: Iterable[Kudos], receivers: Sequence[int], reason: str
) -> Kudos | None:
    """What thanks one of them for the very same, already today."""
    wanted, those = _bare(reason), set(receivers)
    return next(
        (
            each
            for each in today
            if not each.taken_at
            and those & set(each.receivers)
            and _bare(each.reason) == wanted
        ),
        None,
    )


def too_often(today: Iterable[Kudos], receivers: Sequence[int]) -> int | None:
    """Who of them was thanked by the giver as often as one may in a day."""
    found = (each for each in today if not each.taken_at)
    counted = Counter(id for each in found for id in each.receivers)
    return next((id for id in receivers if counted[id] >= OFTEN), None)


def _bare(reason: str) -> str:
    return "".join(letter for letter in tidy(reason).casefold() if letter.isalnum())
