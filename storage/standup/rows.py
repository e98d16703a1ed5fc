"""A stand-up as rows keep it, and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, assert_never

from sqlalchemy import Row

from bot.model.question import AnswerKind, Condition, Question, QuestionKind
from bot.model.standup import (
    Chosen,
    Department,
    Everyone,
    Members,
    Roster,
    Standup,
    StandupState,
    same_name,
)
from bot.model.standup.policy import AwayNews, MissingStyle, Policy, Readers, Weekly
from storage.tables.base import keepable

ASKED, OBSERVER, OPTIONAL = "asked", "observer", "optional"
ADMIN, LEFT = "admin", "left"
PARTS = (ASKED, OBSERVER, OPTIONAL, ADMIN, LEFT)
_LEFT_OUT = "\nEXDATE:"

People = tuple[int, ...]


def parts_of(standup: Standup) -> Mapping[str, People]:
    """Everybody who has a part in it, by part."""
    chosen = standup.roster.people if isinstance(standup.roster, Chosen) else ()
    return {
        ASKED: chosen,
        OBSERVER: standup.observers,
        OPTIONAL: standup.optional,
        ADMIN: standup.admins,
        LEFT: standup.left,
    }


def values_of(standup: Standup) -> dict[str, Any]:
    """The row of a stand-up."""
    return {
        "name": standup.name,
        "folded": same_name(standup.name),
        "rule": packed_rule(standup.rule, standup.skipped),
        "start": standup.start,
        "at": standup.at,
        "home_zone": standup.home_zone,
        "zone": standup.zone,
        "close_at": standup.close_at,
        "remind_minutes": standup.remind_minutes,
        "place": standup.place,
        "questions": packed_questions(standup.questions),
        **_roster_values(standup.roster),
        "owner_id": standup.owner_id,
        "since": standup.since,
        "state": standup.state.value,
        "next_day": standup.next_day,
        "next_at": standup.next_at,
        "eve": standup.eve,
        "closes_next": standup.closes_next,
        "country": standup.country,
        "pool": packed_questions(standup.pool),
        "pool_turn": standup.pool_turn,
        "paused_until": standup.paused_until if standup.paused else None,
        **_policy_values(standup.policy),
    }


def standup_of(row: Row[Any], parts: Mapping[str, People]) -> Standup:
    """The stand-up of a row."""
    rule, skipped = unpacked_rule(row.rule)
    return Standup(
        id=row.id,
        organization_id=row.organization_id,
        name=row.name,
        rule=rule,
        start=row.start,
        at=row.at,
        home_zone=row.home_zone,
        owner_id=row.owner_id,
        since=row.since,
        zone=row.zone,
        close_at=row.close_at,
        remind_minutes=row.remind_minutes,
        place=row.place,
        questions=unpacked_questions(row.questions),
        roster=_roster(row, parts[ASKED]),
        observers=parts[OBSERVER],
        optional=parts[OPTIONAL],
        admins=parts[ADMIN],
        left=parts[LEFT],
        eve=row.eve,
        closes_next=row.closes_next,
        country=row.country,
        pool=unpacked_questions(row.pool),
        pool_turn=row.pool_turn,
        policy=_policy(row),
        state=StandupState(row.state),
        paused_until=row.paused_until,
        skipped=skipped,
        next_day=row.next_day,
        next_at=row.next_at,
    )


def packed_rule(rule: str, skipped: Sequence[date]) -> str:
    """A rule and the days it leaves out, as RFC 5545 writes both: one below the other,
    so that neither can be kept without its other half.
    """
    days = ",".join(f"{day:%Y%m%d}" for day in skipped)
    return f"{rule}{_LEFT_OUT}{days}" if days else rule


def unpacked_rule(packed: str) -> tuple[str, tuple[date, ...]]:
    """The rule by itself, and the days it leaves out."""
    rule, _, days = packed.partition(_LEFT_OUT)
    return rule, tuple(date.fromisoformat(day) for day in days.split(",") if day)


def packed_questions(questions: tuple[Question, ...]) -> list[Any]:
    """Questions as JSON keeps them: what is usual about one is left out."""
    return [
        [
            keepable(each.text),
            each.kind.value,
            *([more] if (more := _more(each)) else []),
        ]
        for each in questions
    ]


def unpacked_questions(kept: list[Any]) -> tuple[Question, ...]:
    """Questions as JSON kept them."""
    return tuple(_question(*each) for each in kept)


def _more(question: Question) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if question.answer is not AnswerKind.TEXT:
        more["answer"] = question.answer.value
    if question.options:
        more["options"] = [keepable(each) for each in question.options]
    if question.only_if:
        answers = [keepable(each) for each in question.only_if.answers]
        more["only_if"] = [question.only_if.question, answers]
    flags = {"required": question.required, "anonymous": question.anonymous}
    return more | {name: True for name, holds in flags.items() if holds}


def _question(text: str, kind: str, more: Mapping[str, Any] | None = None) -> Question:
    more = more or {}
    when = more.get("only_if")
    return Question(
        text,
        QuestionKind(kind),
        AnswerKind(more.get("answer", AnswerKind.TEXT)),
        tuple(more.get("options", ())),
        required=bool(more.get("required")),
        anonymous=bool(more.get("anonymous")),
        only_if=Condition(when[0], tuple(when[1])) if when else None,
    )


def _policy_values(policy: Policy) -> dict[str, Any]:
    return {
        "remind_after": policy.remind_after,
        "missing": policy.missing.value,
        "readers": policy.readers.value,
        "away_news": policy.away_news.value,
        "weekly": policy.weekly.value,
        "escalate_to": policy.escalate_to,
        "alarm_place": policy.alarm_place,
        "alarm_task": policy.alarm_task,
    }


def _policy(row: Row[Any]) -> Policy:
    return Policy(
        remind_after=row.remind_after,
        missing=MissingStyle(row.missing),
        readers=Readers(row.readers),
        away_news=AwayNews(row.away_news),
        weekly=Weekly(row.weekly),
        escalate_to=row.escalate_to,
        alarm_place=row.alarm_place,
        alarm_task=row.alarm_task,
    )


def _roster_values(roster: Roster) -> dict[str, Any]:
    values: dict[str, Any] = {"roster_place": None, "roster_department": None}
    match roster:
        case Everyone():
            return values | {"roster": "everyone"}
        case Chosen():
            return values | {"roster": "chosen"}
        case Members(place):
            return values | {"roster": "members", "roster_place": place}
        case Department(name):
            return values | {"roster": "department", "roster_department": name}
        case _:
            assert_never(roster)


def _roster(row: Row[Any], chosen: tuple[int, ...]) -> Roster:
    match row.roster:
        case "chosen":
            return Chosen(chosen)
        case "members":
            return Members(row.roster_place)
        case "department":
            return Department(row.roster_department)
        case _:
            return Everyone()
