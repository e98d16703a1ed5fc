"""What people see when days away are taken out again."""

from collections.abc import Sequence
from datetime import date

from bot.cards.absence import end, said_day
from bot.messages import Audience, Button, Buttons, Card, Item, Line, Note, Reply, Tone
from bot.model.absence import Days, days_of
from bot.model.people import Absence
from bot.ports import Translate

SHOWN = 10


def mine(t: Translate, coming: Sequence[Absence], today: date) -> Reply:
    """All days away that come, why, and the way out of each."""
    items = tuple(
        Item(
            (days_said(t, days_of(each)),),
            (each.reason,) if each.reason else (),
            (end(t, days_of(each), today),),
        )
        for each in coming[:SHOWN]
    )
    return Reply(Card(t.line("away-mine"), items), Audience.ONLY_YOU)


def which(t: Translate, coming: Sequence[Days], today: date) -> Reply:
    """All days away that come, each with its way out."""
    buttons = tuple(
        Button(
            t("away-cancel-one", day=days_said(t, each)),
            end(t, each, today).action,
            end(t, each, today).value,
        )
        for each in coming[:SHOWN]
    )
    return Reply(
        Card(t.line("away-cancel-ask"), (Buttons(buttons),)), Audience.ONLY_YOU
    )


def taken_out(t: Translate, gone: Days, left: Sequence[Days], name: str) -> Reply:
    """Somebody is there in these days after all; `name` where it is somebody else."""
    key = "away-refused" if name else "away-cancelled"
    key = f"{key}-one" if gone.one and name else key
    key = key if gone.one or name else f"{key}-days"
    title = t.line(key, first=said_day(t, gone), last=t.day(gone.last), **_name(name))
    return _still(t, title, left)


def back_on(t: Translate, day: date, left: Sequence[Days], name: str) -> Reply:
    """Somebody is back on a day to come."""
    title = t.line(f"back-on{'-other' if name else ''}", back=t.day(day), **_name(name))
    return _still(t, title, left)


def back_anyway(t: Translate, day: date, left: Sequence[Days], name: str) -> Reply:
    """Nothing had to be changed for it."""
    key = f"back-anyway{'-other' if name else ''}"
    return _still(t, t.line(key, back=t.day(day), **_name(name)), left)


def days_said(t: Translate, days: Days) -> str:
    """Days in words: one, a half of one, or from which to which."""
    if days.one:
        return said_day(t, days)
    return t("away-who-days", first=t.day(days.first), last=t.day(days.last))


def _still(t: Translate, title: Line, left: Sequence[Days]) -> Reply:
    still = t.items(tuple(days_said(t, each) for each in left))
    note = (Note(t.line("away-still", days=still)),) if left else ()
    return Reply(Card(title, note, Tone.GOOD), Audience.ONLY_YOU)


def _name(name: str) -> dict[str, str]:
    return {"name": name} if name else {}
