"""What a stand-up is, in facts: always its time and people, else what is not usual."""

from collections.abc import Iterable, Iterator, Sequence

from bot.cards.standup import words as said
from bot.cards.standup.left_out import days_left_out
from bot.cards.standup.typed import question_text
from bot.cards.standup.view import StandupView
from bot.messages import Facts, Line
from bot.model.standup import Standup
from bot.model.standup.policy import USUAL
from bot.model.standup.reminders import too_early
from bot.ports import Translate

SHOWN = 3  # questions of a pool
Row = tuple[str, Line]


def facts(t: Translate, view: StandupView) -> Facts:
    """Labels and values, what matters most first."""
    rows = (*_basic(t, view), *_people(t, view), *_times(t, view), *_policy(t, view))
    when = said.upcoming(t, view.standup, view.asked_at)
    if when and view.standup.active:
        rows = (*rows, (t("standup-fact-next"), when))
    return Facts(rows)


def when(t: Translate, standup: Standup) -> str:
    """Its days and its time; without a schedule it has no time."""
    if standup.whenever:
        return t("standup-whenever")
    days, at = said.days(t, standup.rule), said.time_of_day(t, standup)
    return t("standup-when", days=days, at=at)


def _basic(t: Translate, view: StandupView) -> Iterator[Row]:
    standup = view.standup
    place = view.place or t("standup-place-none", name=view.owner)
    who = said.roster(t, standup, view.names, view.place)
    yield t("standup-fact-when"), (when(t, standup),)
    yield t("standup-fact-who"), (who,)
    yield t("standup-fact-place"), (place,)
    yield t("standup-fact-close"), (said.closing(t, standup),)
    if not standup.whenever:
        yield t("standup-fact-remind"), (_remind(t, standup),)
    questions = standup.questions
    lines = (question_text(t, each, questions) for each in questions)
    yield t("standup-fact-questions"), (_below(lines),)
    yield t("standup-fact-owner"), (view.owner,)


def _remind(t: Translate, standup: Standup) -> str:
    """When the missing are reminded; not what was said where that cannot be."""
    said_so, instead = standup.remind_minutes, too_early(standup)
    if instead is None:
        return t("standup-remind", minutes=said_so)
    minutes = int(instead.total_seconds()) // 60
    return t("standup-remind-instead", minutes=minutes, said=said_so)


def _people(t: Translate, view: StandupView) -> Iterator[Row]:
    standup = view.standup
    named = (
        ("standup-fact-optional", standup.optional),
        ("standup-fact-observers", standup.observers),
        ("standup-fact-admins", standup.admins),
    )
    for key, people in named:
        if names := _names(view, people):
            yield t(key), (said.people(t, names),)


def _times(t: Translate, view: StandupView) -> Iterator[Row]:
    standup = view.standup
    if standup.next_day and standup.start == standup.next_day > standup.since.date():
        yield t("standup-fact-start"), (t.day(standup.start),)
    if standup.paused and standup.paused_until:
        yield t("standup-fact-paused"), (t.day(standup.paused_until),)
    if standup.skipped:
        yield t("standup-fact-skipped"), (days_left_out(t, standup.skipped),)
    if standup.country:
        yield t("standup-fact-country"), (said.country(t, standup.country),)
    if standup.policy.remind_after:
        minutes = standup.policy.remind_after
        yield t("standup-fact-after"), (t("standup-after", minutes=minutes),)
    if standup.pool:
        first = [question_text(t, each) for each in standup.pool[:SHOWN]]
        more = ["…"] if len(standup.pool) > SHOWN else []
        head = t("standup-pool-count", count=len(standup.pool))
        yield t("standup-fact-pool"), (head + _below((*first, *more)),)


def _policy(t: Translate, view: StandupView) -> Iterator[Row]:
    policy = view.standup.policy
    chosen = (
        ("readers", policy.readers, USUAL.readers),
        ("missing", policy.missing, USUAL.missing),
        ("news", policy.away_news, USUAL.away_news),
        ("weekly", policy.weekly, USUAL.weekly),
    )
    for name, value, usual in chosen:
        if value is not usual:
            yield t(f"standup-fact-{name}"), (t(f"standup-{name}-{value}"),)
    escalate = (policy.escalate_to,) if policy.escalate_to else ()
    if names := _names(view, escalate):
        yield t("standup-fact-escalate"), (said.people(t, names),)
    if policy.alarm_place:
        alarm = view.alarm or t("standup-place")
        yield t("standup-fact-alarm"), (alarm,)
    if policy.alarm_task:
        yield t("standup-fact-alarm_task"), (t("standup-alarm-yes"),)


def _below(lines: Iterable[str]) -> str:
    """Each on a line of its own: beside the label the first would stand alone."""
    return "".join(f"\n• {line}" for line in lines)


def _names(view: StandupView, people: Sequence[int]) -> tuple[str, ...]:
    return tuple(view.known[person] for person in people if person in view.known)
