"""How a stand-up is put into words: its days, its time, its people, its questions."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel import Locale

from bot.cards.repetition import repetition_words
from bot.messages import Bold, Line, Moment, MomentStyle
from bot.model.moments import instant
from bot.model.question import Question, QuestionKind
from bot.model.region import region_name
from bot.model.standup import Chosen, Department, Everyone, Members, Occurrence, Standup
from bot.model.standup.templates import Template
from bot.model.standup.times import EVE_CLOSE, wished_close
from bot.model.zone import zone_name
from bot.ports import Translate

USUAL = time(9, 30)
SHOWN = 12


def question(t: Translate, asked: Question) -> str:
    """The question in its own words, or in the reader's language."""
    if asked.text or asked.kind is QuestionKind.OWN:
        return asked.text
    return t(f"standup-question-{asked.kind}")


def template_name(t: Translate, template: Template) -> str:
    """What a template is called, and what is made from it until it has a name."""
    return t(f"standup-template-{template}")


def template_questions(t: Translate, template: Template) -> tuple[str, ...]:
    """The questions of a template, as people type them."""
    return tuple(t(f"standup-template-{template}-questions").splitlines())


def country(t: Translate, code: str) -> str:
    """What a country is called."""
    named = Locale(t.language).territories
    state, _, part = code.upper().partition("-")
    whole = str(named.get(state, state))
    if not part:
        return whole
    region = region_name(code, t.language) or part
    return t("holidays-region", region=region, country=whole)


def days(t: Translate, rule: str) -> str:
    """The rule in words: "every 2 weeks on Monday"."""
    return repetition_words(rule, t) if rule else t("standup-whenever")


def time_of_day(t: Translate, standup: Standup) -> str:
    """When people are asked: each at their own time, or at one in a named zone."""
    at = t.clock(standup.at)
    if standup.eve:
        at = t("standup-time-eve", at=at)
    if standup.zone is None:
        return t("standup-time-local", at=at)
    return t("standup-time-zone", at=at, zone=city(t, standup.zone))


def city(t: Translate, zone: str) -> str:
    """What people know a zone by: its city, in their language."""
    return zone_name(zone, t.language)


def closing(t: Translate, standup: Standup) -> str:
    """When a day closes."""
    if standup.whenever:
        return t("standup-closes-midnight", zone=city(t, standup.home_zone))
    close = standup.close_at or (EVE_CLOSE if standup.eve else None)
    if close is None:
        return t("standup-closes-after")
    at = t.clock(close)
    if standup.closes_next:
        at = t("standup-closes-next", at=at)
    elif standup.eve:
        at = t("standup-closes-day", at=at)
    return t("standup-closes-at", at=at, zone=city(t, standup.home_zone))


def next_close(t: Translate, standup: Standup) -> Moment | str:
    """When its next day closes, if that is known before somebody is asked."""
    close = wished_close(standup, standup.next_day) if standup.next_day else None
    return t.moment(close) if close else closing(t, standup)


def next_title(t: Translate, standup: Standup) -> Line:
    """Its name, with its next day."""
    name = Bold(standup.name)
    if standup.next_day is None:
        return t.line("standup-title-bare", name=name)
    return t.line("standup-title", name=name, day=t.day(standup.next_day))


def roster(t: Translate, standup: Standup, names: tuple[str, ...], place: str) -> str:
    """Who is asked."""
    match standup.roster:
        case Everyone():
            return t("standup-for-everyone")
        case Chosen():
            return people(t, names)
        case Members():
            return t("standup-for-members", place=place or t("standup-place"))
        case Department(name):
            return t("standup-for-department", name=t(f"department-{name}"))


def upcoming(t: Translate, standup: Standup, own: datetime | None) -> Line:
    """When it asks next: this reader if `own` says when; nothing when it never does.

    On each person's own clock that is a day and a wall time, the same for everybody.
    """
    if standup.zone or (standup.eve and own is None):
        at = own or _first(standup)
        return (t.moment(at),) if at else ()
    if own:
        theirs = own.astimezone(t.zone)
        return _wall(t, theirs.date(), theirs.time())
    return _wall(t, standup.next_day, standup.at) if standup.next_day else ()


def _first(standup: Standup) -> datetime | None:
    day = standup.next_day
    if standup.eve:
        return standup.next_at
    return instant(day, standup.at, standup.home) if day else None


def _wall(t: Translate, day: date, at: time) -> Line:
    return t.line("standup-wall-time", day=t.day(day), at=t.clock(at))


def people(t: Translate, names: tuple[str, ...]) -> str:
    """Names as a list; a long one says how many more."""
    shown = t("standup-comma").join(names[:SHOWN])
    if len(names) <= SHOWN:
        return shown
    return t("standup-names-more", names=shown, count=len(names) - SHOWN)


def close_moment(t: Translate, occurrence: Occurrence, now: datetime) -> Moment:
    """When the day closes, on the reader's clock; with the day if it is another one."""
    same = _day(occurrence.closes_at, t.zone) == _day(now, t.zone)
    style = MomentStyle.TIME if same else MomentStyle.DATE_TIME
    return t.moment(occurrence.closes_at, style)


def _day(at: datetime, zone: ZoneInfo) -> object:
    return at.astimezone(zone).date()
