"""How many are in, and who is missing: as the team likes to have it said."""

from collections.abc import Sequence

from bot.cards.standup import words as said
from bot.cards.standup.day import DayView
from bot.messages import Line, Span
from bot.model.standup.policy import MissingStyle
from bot.model.standup.tally import Tally, tally
from bot.ports import Translate

DOT = " · "


def counts(t: Translate, view: DayView) -> Line:
    """ "7 of 9 in · 1 optional · 1 away (Kim Lee) · missing: Asha Rao"."""
    if view.cancelled:
        return t.line("standup-cancelled")
    line: Line = ()
    for part in _parts(t, view, tally(view.occurrence, view.participants)):
        line = (*line, DOT, *part) if line else part
    words = [span for span in line if isinstance(span, str)]
    return line if len(words) < len(line) else ("".join(words),)


def calling(t: Translate, view: DayView) -> Line:
    """Calls who is missing, where the team wants that (PEERS A13); nothing else."""
    if not view.closed or view.standup.policy.missing is not MissingStyle.MENTION:
        return ()
    missing = tally(view.occurrence, view.participants).missing
    if not missing:
        return ()
    called = [view.calls.get(each) or view.names.get(each, "") for each in missing]
    return t.line("standup-called", names=_listed(t, called))


def _parts(t: Translate, view: DayView, count: Tally) -> list[Line]:
    answered, optional = len(count.answered), len(count.optional)
    if view.standup.whenever and not count.missing:
        parts: list[Line] = [(t("standup-count-said", count=answered + optional),)]
    else:
        parts = [(t("standup-count-in", done=answered, all=count.all),)]
        if optional:
            parts.append((t("standup-count-optional", count=optional),))
    if count.away:
        away = _names(t, view, count.away)
        parts.append((t("standup-count-away", count=len(count.away), names=away),))
    if count.off:
        parts.append((t("standup-count-off", count=len(count.off)),))
    if view.closed and (missing := _missing(t, view, count.missing)):
        parts.append(missing)
    if count.unasked and not view.standup.whenever:
        names = _names(t, view, count.unasked)
        parts.append((t("standup-count-unasked", names=names),))
    return parts


def _missing(t: Translate, view: DayView, people: Sequence[int]) -> Line:
    match view.standup.policy.missing:
        case _ if not people:
            return ()
        case MissingStyle.OFF:
            return ()
        case MissingStyle.COUNT:
            return (t("standup-count-missing-number", count=len(people)),)
        case MissingStyle.MENTION if view.calls:
            names = [
                view.calls.get(each) or view.names.get(each, "") for each in people
            ]
            return t.line("standup-count-missing", names=_listed(t, names))
        case _:
            return (t("standup-count-missing", names=_names(t, view, people)),)


def _listed(t: Translate, names: Sequence[Span]) -> Line:
    line: Line = ()
    for name in names:
        line = (*line, t("standup-comma"), name) if line else (name,)
    return line


def _names(t: Translate, view: DayView, people: Sequence[int]) -> str:
    known = (view.names.get(person, "") for person in people)
    return said.people(t, tuple(name for name in known if name))
