"""Who reads an answer, said to who gives it (PEERS A24)."""

from collections.abc import Mapping

from bot.cards.standup import words as said
from bot.cards.standup.day import DayView
from bot.messages import Line
from bot.model.standup import Standup
from bot.model.standup.policy import Readers
from bot.ports import Translate


def before(
    t: Translate, standup: Standup, place: str, names: Mapping[int, str]
) -> Line:
    """Before they answer: where it is posted, or who reads it and nobody else."""
    if standup.posts_answers:
        return t.line("standup-prompt-place", place=place)
    match standup.policy.readers:
        case Readers.MEMBERS:
            return t.line("standup-prompt-members")
        case Readers.MANAGERS:
            return t.line("standup-prompt-managers", names=_readers(t, standup, names))
        case _:
            return t.line("standup-prompt-private", names=_readers(t, standup, names))


def after(t: Translate, view: DayView) -> str:
    """Once they answered: where it is, or who gets it when the day closes."""
    if view.standup.posts_answers:
        return _posted(t, view)
    names = _readers(t, view.standup, view.names)
    match view.standup.policy.readers:
        case Readers.MEMBERS:
            return t("standup-saved-members")
        case Readers.MANAGERS:
            return t("standup-saved-managers", names=names)
        case _:
            return t("standup-saved-kept", place=names)


def _posted(t: Translate, view: DayView) -> str:
    now, later = view.shown.now, view.shown.later
    if not view.open or not later:
        return t("standup-saved-posted", place=view.place)
    if not now:
        return t("standup-saved-later", place=later)
    return t("standup-saved-both", place=now, later=later)


def _readers(t: Translate, standup: Standup, known: Mapping[int, str]) -> str:
    """Who gets everybody's answers by direct message."""
    readers = dict.fromkeys((standup.owner_id, *standup.admins))
    if standup.policy.readers is Readers.ALL:
        readers |= dict.fromkeys(standup.observers)
    names = (known.get(person, "") for person in readers)
    return said.people(t, tuple(name for name in names if name))
