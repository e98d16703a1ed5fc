"""The forms of stand-ups: filling one, and making or changing one."""

from bot.cards import standup_words as said
from bot.messages import (
    AnyField,
    Bold,
    Button,
    ChoiceField,
    Form,
    NumberField,
    Option,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)
from bot.model.question import ANSWER_LIMIT, QUESTION_LIMIT, QUESTIONS, Question
from bot.model.standup import NAME_LIMIT, REMIND_LIMIT, WEEKDAYS, Occurrence, Standup
from bot.ports import Translate

LOCAL, HOME = "local", "home"


def fill(
    t: Translate,
    standup: Standup,
    occurrence: Occurrence,
    values: tuple[str, ...],
    state: str,
) -> Form:
    """Every question of the day in one form."""
    reopen = Button(t("standup-fill"), "standup.fill", str(occurrence.id))
    return _questions(
        t, standup, occurrence.questions, values, ("standup.fill", state, reopen)
    )


def sample(t: Translate, standup: Standup) -> Form:
    """The same form for a preview: its answers go nowhere."""
    reopen = Button(t("standup-fill"), "standup.sample", str(standup.id))
    blank = ("",) * len(standup.questions)
    return _questions(
        t,
        standup,
        standup.questions,
        blank,
        ("standup.sample", str(standup.id), reopen),
    )


def _questions(
    t: Translate,
    standup: Standup,
    questions: tuple[Question, ...],
    values: tuple[str, ...],
    back: tuple[str, str, Button],
) -> Form:
    fields = tuple(
        TextField(
            name=f"q{number}",
            label=said.question(t, asked),
            required=False,
            value=value,
            multiline=True,
            limit=ANSWER_LIMIT,
        )
        for number, (asked, value) in enumerate(zip(questions, values, strict=True))
    )
    name, state, reopen = back
    return Form(
        name=name,
        title=t("standup-form-fill"),
        fields=fields,
        submit=t("standup-submit"),
        cancel=t("button-cancel"),
        reopen=reopen,
        state=state,
        intro=(Bold(standup.name),),
    )


def new(t: Translate, place: str | None) -> Form:
    """An empty form with what most teams want filled in already."""
    fields: tuple[AnyField, ...] = (
        _name(t, t("standup-default-name")),
        TimeField(name="at", label=t("standup-field-at"), value=said.USUAL),
        _days(t, WEEKDAYS),
        _place(t, place),
        _people(t, ()),
        _close(t, None),
        _asked(t, ""),
    )
    return Form(
        name="standup.new",
        title=t("standup-form-new"),
        fields=fields,
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("standup-button-new"), "standup.new"),
    )


def edit(
    t: Translate,
    standup: Standup,
    place: str | None,
    asked: tuple[str, ...],
    observers: tuple[str, ...],
) -> Form:
    """Everything that can be changed, as it is now. People are the platform's ids."""
    own = "\n".join(said.question(t, each) for each in standup.questions)
    fields: tuple[AnyField, ...] = (
        _name(t, standup.name),
        TimeField(name="at", label=t("standup-field-at"), value=standup.at),
        _zone(t, standup),
        _days(t, standup.rule),
        _place(t, place),
        _people(t, asked),
        _observers(t, observers),
        _close(t, standup),
        _remind(t, standup),
        _asked(t, own),
    )
    return Form(
        name="standup.edit",
        title=t("standup-form-edit"),
        fields=fields,
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("standup-button-edit"), "standup.edit", str(standup.id)),
        state=str(standup.id),
    )


def _name(t: Translate, name: str) -> TextField:
    label = t("standup-field-name")
    return TextField(name="name", label=label, value=name, limit=NAME_LIMIT)


def _days(t: Translate, rule: str) -> TextField:
    return TextField(
        name="days",
        label=t("standup-field-days"),
        value=said.days(t, rule),
        hint=t("standup-field-days-hint"),
        limit=100,
    )


def _zone(t: Translate, standup: Standup) -> ChoiceField:
    home = t("standup-zone-home", zone=said.city(standup.home_zone))
    return ChoiceField(
        name="zone",
        label=t("standup-field-zone"),
        options=(Option(t("standup-zone-local"), LOCAL), Option(home, HOME)),
        value=HOME if standup.zone else LOCAL,
    )


def _observers(t: Translate, observers: tuple[str, ...]) -> PersonField:
    return PersonField(
        name="observers",
        label=t("standup-field-observers"),
        hint=t("standup-field-observers-hint"),
        required=False,
        values=observers,
        many=True,
    )


def _remind(t: Translate, standup: Standup) -> NumberField:
    return NumberField(
        name="remind",
        label=t("standup-field-remind"),
        hint=t("standup-field-remind-hint"),
        value=str(standup.remind_minutes),
        low=0,
        high=REMIND_LIMIT,
    )


def _place(t: Translate, place: str | None) -> PlaceField:
    return PlaceField(
        name="place",
        label=t("standup-field-place"),
        hint=t("standup-field-place-hint"),
        required=False,
        value=place,
    )


def _people(t: Translate, people: tuple[str, ...]) -> PersonField:
    return PersonField(
        name="people",
        label=t("standup-field-people"),
        hint=t("standup-field-people-hint"),
        required=False,
        values=people,
        many=True,
    )


def _close(t: Translate, standup: Standup | None) -> TimeField:
    return TimeField(
        name="close",
        label=t("standup-field-close"),
        hint=t("standup-field-close-hint"),
        required=False,
        value=standup.close_at if standup else None,
    )


def _asked(t: Translate, questions: str) -> TextField:
    return TextField(
        name="questions",
        label=t("standup-field-questions"),
        hint=t("standup-field-questions-hint"),
        required=False,
        value=questions,
        multiline=True,
        limit=min(3000, QUESTIONS * (QUESTION_LIMIT + 1)),
    )
