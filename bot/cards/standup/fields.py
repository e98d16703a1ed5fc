"""The fields of the forms that make or change a stand-up, as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import assert_never

from bot.cards.standup import words as said
from bot.cards.standup.typed import question_text
from bot.messages import (
    ChoiceField,
    DateField,
    NumberField,
    Option,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)
from bot.model.department import DEPARTMENTS
from bot.model.question import QUESTION_LIMIT, QUESTIONS, Question
from bot.model.standup import (
    NAME_LIMIT,
    REMIND_LIMIT,
    Chosen,
    Department,
    Everyone,
    Members,
    Standup,
)
from bot.model.standup.policy import AwayNews, MissingStyle, Readers, Weekly
from bot.model.standup.templates import Template
from bot.ports import Translate

LOCAL, HOME = "local", "home"
MEMBERS, EVERYONE, DEPARTMENT = "members", "everyone", "dept:"
SAME, NEXT, EVE = "same", "next", "eve"
YES, NO = "yes", "no"
DAYS_LIMIT, LINES_LIMIT = 100, 3000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stand-up with what its forms show beside it.

    `people` are the platform's ids by the name of a field, `place` and `alarm` are ids
    too, and `called` what places are called by them; `zones` are those to choose from.
    """

    standup: Standup
    place: str | None = None
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zones: tuple[str, ...] = ()
    alarm: str | None = None
    called: Mapping[str, str] = field(default_factory=dict)


def template(t: Translate, chosen: Template | None) -> ChoiceField:
    """From which template; it fills in the next steps."""
    return ChoiceField(
        name="template",
        label=t("standup-field-template"),
        hint=t("standup-field-template-hint"),
        options=tuple(Option(said.template_name(t, each), each) for each in Template),
        value=chosen or Template.DAILY,
    )


def name(t: Translate, sheet: Sheet, *, required: bool = True) -> TextField:
    """What it is called."""
    return TextField(
        name="name",
        label=t("standup-field-name"),
        value=sheet.standup.name,
        required=required,
        limit=NAME_LIMIT,
    )


def place(t: Translate, sheet: Sheet) -> PlaceField:
    """Where it posts."""
    return _place(t, "place", sheet, sheet.place)


def who(t: Translate, sheet: Sheet) -> ChoiceField:
    """Who is asked where nobody is named."""
    options = [
        Option(t("standup-who-members"), MEMBERS),
        Option(t("standup-who-everyone"), EVERYONE),
    ]
    options += [
        Option(t("standup-who-department", name=t(f"department-{each}")), _dept(each))
        for each in DEPARTMENTS
    ]
    return ChoiceField(
        name="who",
        label=t("standup-field-who"),
        options=tuple(options),
        value=_who(sheet.standup),
    )


def _who(standup: Standup) -> str:
    match standup.roster:
        case Chosen() | Members():
            return MEMBERS
        case Everyone():
            return EVERYONE if standup.place or standup.id else MEMBERS
        case Department(called):
            return _dept(called)
        case _:
            assert_never(standup.roster)


def _dept(called: str) -> str:
    return f"{DEPARTMENT}{called}"


def people(t: Translate, sheet: Sheet) -> PersonField:
    """Who is asked, by name."""
    return _people(t, "people", sheet)


def optional(t: Translate, sheet: Sheet) -> PersonField:
    """Who answers only if they like."""
    return _people(t, "optional", sheet)


def observers(t: Translate, sheet: Sheet) -> PersonField:
    """Who only reads."""
    return _people(t, "observers", sheet)


def admins(t: Translate, sheet: Sheet) -> PersonField:
    """Who may change it beside its owner."""
    return _people(t, "admins", sheet)


def escalate(t: Translate, sheet: Sheet) -> PersonField:
    """Whom a blocker that grows old goes to."""
    return PersonField(
        name="escalate",
        label=t("standup-field-escalate"),
        hint=t("standup-field-escalate-hint"),
        required=False,
        values=sheet.people.get("escalate", ()),
    )


def _people(t: Translate, called: str, sheet: Sheet) -> PersonField:
    return PersonField(
        name=called,
        label=t(f"standup-field-{called}"),
        hint=t(f"standup-field-{called}-hint"),
        required=False,
        values=sheet.people.get(called, ()),
        many=True,
    )


def at(t: Translate, sheet: Sheet) -> TimeField:
    """When people are asked."""
    label = t("standup-field-at")
    return TimeField(name="at", label=label, value=sheet.standup.at)


def eve(t: Translate, sheet: Sheet) -> ChoiceField:
    """On the day itself, or on the evening before."""
    return ChoiceField(
        name="eve",
        label=t("standup-field-eve"),
        options=(
            Option(t("standup-eve-same"), SAME),
            Option(t("standup-eve-eve"), EVE),
        ),
        value=EVE if sheet.standup.eve else SAME,
    )


def zone(t: Translate, sheet: Sheet) -> ChoiceField:
    """On whose clock."""
    standup = sheet.standup
    zones = dict.fromkeys((standup.home_zone, *sheet.zones))
    fixed = (
        Option(t("standup-zone-home", zone=said.city(t, each)), each) for each in zones
    )
    return ChoiceField(
        name="zone",
        label=t("standup-field-zone"),
        options=(Option(t("standup-zone-local"), LOCAL), *fixed),
        value=standup.zone or LOCAL,
    )


def days(t: Translate, sheet: Sheet) -> TextField:
    """On which days."""
    return TextField(
        name="days",
        label=t("standup-field-days"),
        value=said.days(t, sheet.standup.rule),
        hint=t("standup-field-days-hint"),
        limit=DAYS_LIMIT,
    )


def start(t: Translate, sheet: Sheet, today: date) -> DateField:
    """From which day on."""
    return DateField(
        name="start",
        label=t("standup-field-start"),
        hint=t("standup-field-start-hint"),
        required=False,
        value=sheet.standup.start if sheet.standup.start > today else None,
    )


def close(t: Translate, sheet: Sheet) -> TimeField:
    """When a day closes."""
    return TimeField(
        name="close",
        label=t("standup-field-close"),
        hint=t("standup-field-close-hint"),
        required=False,
        value=sheet.standup.close_at,
    )


def close_day(t: Translate, sheet: Sheet) -> ChoiceField:
    """On the same day, or on the next."""
    options = (
        Option(t("standup-close-same"), SAME),
        Option(t("standup-close-next"), NEXT),
    )
    return ChoiceField(
        name="close_day",
        label=t("standup-field-close_day"),
        options=options,
        value=NEXT if sheet.standup.closes_next else SAME,
    )


def remind(t: Translate, sheet: Sheet) -> NumberField:
    """How long before the close."""
    return _minutes(t, "remind", sheet.standup.remind_minutes)


def after(t: Translate, sheet: Sheet) -> NumberField:
    """How long after the prompt."""
    return _minutes(t, "after", sheet.standup.policy.remind_after)


def _minutes(t: Translate, called: str, value: int) -> NumberField:
    return NumberField(
        name=called,
        label=t(f"standup-field-{called}"),
        hint=t(f"standup-field-{called}-hint"),
        value=str(value),
        low=0,
        high=REMIND_LIMIT,
    )


def asked(t: Translate, sheet: Sheet) -> TextField:
    """The questions, one a line."""
    return _lines(t, "questions", sheet.standup.questions)


def pool(t: Translate, sheet: Sheet) -> TextField:
    """The questions that come in turn, one a line."""
    return _lines(t, "pool", sheet.standup.pool)


def _lines(t: Translate, called: str, questions: tuple[Question, ...]) -> TextField:
    return TextField(
        name=called,
        label=t(f"standup-field-{called}"),
        hint=t(f"standup-field-{called}-hint"),
        required=False,
        value="\n".join(question_text(t, each, questions) for each in questions),
        multiline=True,
        limit=min(LINES_LIMIT, QUESTIONS * (QUESTION_LIMIT + 1) * 2),
    )


def missing(t: Translate, sheet: Sheet) -> ChoiceField:
    """How who is missing is named."""
    return _choice(t, "missing", MissingStyle, sheet.standup.policy.missing)


def readers(t: Translate, sheet: Sheet) -> ChoiceField:
    """Who may read the answers."""
    return _choice(t, "readers", Readers, sheet.standup.policy.readers)


def news(t: Translate, sheet: Sheet) -> ChoiceField:
    """Which absences its place hears of."""
    return _choice(t, "news", AwayNews, sheet.standup.policy.away_news)


def weekly(t: Translate, sheet: Sheet) -> ChoiceField:
    """Who hears how the week went."""
    return _choice(t, "weekly", Weekly, sheet.standup.policy.weekly)


def _choice(
    t: Translate, called: str, kinds: type[StrEnum], chosen: StrEnum
) -> ChoiceField:
    return ChoiceField(
        name=called,
        label=t(f"standup-field-{called}"),
        options=tuple(Option(t(f"standup-{called}-{each}"), each) for each in kinds),
        value=chosen,
    )


def country(t: Translate, sheet: Sheet) -> TextField:
    """Whose holidays count."""
    code = sheet.standup.country
    return TextField(
        name="country",
        label=t("standup-field-country"),
        hint=t("standup-field-country-hint"),
        required=False,
        value=said.country(t, code) if code else "",
        limit=DAYS_LIMIT,
    )


def alarm(t: Translate, sheet: Sheet) -> PlaceField:
    """Where new blockers are told too."""
    return _place(t, "alarm", sheet, sheet.alarm)


def _place(t: Translate, name: str, sheet: Sheet, value: str | None) -> PlaceField:
    return PlaceField(
        name=name,
        label=t(f"standup-field-{name}"),
        hint=t(f"standup-field-{name}-hint"),
        required=False,
        value=value,
        called=sheet.called.get(value or "", ""),
    )


def alarm_task(t: Translate, sheet: Sheet) -> ChoiceField:
    """Whether a new blocker becomes a task."""
    return ChoiceField(
        name="alarm_task",
        label=t("standup-field-alarm_task"),
        options=(
            Option(t("standup-alarm-no"), NO),
            Option(t("standup-alarm-yes"), YES),
        ),
        value=YES if sheet.standup.policy.alarm_task else NO,
    )
