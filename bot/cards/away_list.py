"""Who is away, in one list."""

from collections.abc import Sequence

from bot.cards.absence import said_day
from bot.messages import Audience, Bold, Bullets, Card, Line, Note, Reply
from bot.model.absence import Days, days_of
from bot.model.people import Absence, Person
from bot.ports import Translate

MOST = 40


def away_list(
    t: Translate, asked: Days, found: Sequence[tuple[Person, Absence]]
) -> Reply:
    """Everybody who is away in these days, with their own days; a reason only where
    one was given (PEERS B05).
    """
    key = "away-who" if found else "away-who-nobody"
    title = _span(t, key, asked)
    lines = tuple(_one(t, person, absence) for person, absence in found[:MOST])
    blocks = [Bullets(lines)] if lines else []
    more = len(found) - len(lines)
    notes = [Note(t.line("away-who-more", count=more))] if more else []
    return Reply(Card(title, (*blocks, *notes)), Audience.ONLY_YOU)


def _one(t: Translate, person: Person, absence: Absence) -> Line:
    days = days_of(absence)
    when = said_day(t, days) if days.one else t("away-who-days", **_ends(t, days))
    why = (" · ", absence.reason) if absence.reason else ()
    return (Bold(person.name), " · ", when, *why)


def _span(t: Translate, key: str, days: Days) -> Line:
    return t.line(f"{key}-one" if days.one else key, **_ends(t, days))


def _ends(t: Translate, days: Days) -> dict[str, str]:
    return {"first": t.day(days.first), "last": t.day(days.last)}
