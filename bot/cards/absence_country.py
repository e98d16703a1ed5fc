"""What people see of the country whose public holidays are theirs."""

from bot.cards.standup.words import country
from bot.messages import Audience, Card, Note, Reply, Tone
from bot.model.people import Person
from bot.ports import Translate

__all__ = ["country", "set_to", "shown", "told"]


def shown(t: Translate, person: Person, code: str | None, *, own: bool) -> Reply:
    """Which ones count, and why; what to type for others."""
    whose = _whose(own=own)
    how = Note(t.line("country-how"))
    if code is None:
        title = t.line(f"country-nowhere-{whose}", name=person.name)
        return Reply(Card(title, (how,)), Audience.ONLY_YOU)
    named = {"name": person.name, "country": country(t, code)}
    why = "said" if person.own_country else "clock"
    note = Note(t.line(f"country-why-{why}-{whose}", name=person.name))
    return Reply(
        Card(t.line(f"country-is-{whose}", **named), (note, how)), Audience.ONLY_YOU
    )


def set_to(t: Translate, person: Person, code: str | None, *, own: bool) -> Reply:
    """What is in force now."""
    if code is None:
        return shown(t, person, code, own=own)
    what = "set" if person.own_country else "usual"
    named = {"name": person.name, "country": country(t, code)}
    notes = [Note(t.line("country-means"))]
    if not own:
        notes.append(Note(t.line("country-they-know", name=person.name)))
    title = t.line(f"country-{what}-{_whose(own=own)}", **named)
    return Reply(Card(title, tuple(notes), Tone.GOOD), Audience.ONLY_YOU)


def told(t: Translate, by: str, code: str | None) -> Card:
    """For the one it is about; how to say otherwise."""
    named = {"by": by, "country": country(t, code) if code else ""}
    title = t.line("country-told" if code else "country-told-usual", **named)
    return Card(title, (Note(t.line("country-how")),))


def _whose(*, own: bool) -> str:
    return "own" if own else "other"
