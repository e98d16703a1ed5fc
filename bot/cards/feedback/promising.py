"""The form of promises: for each severity how soon, in which hours, who hears."""

from collections.abc import Mapping

from bot.cards.feedback.levels import WORST_FIRST, length
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    Form,
    OnlyIf,
    Option,
    PersonField,
    TextField,
)
from bot.model.feedback import Runs, ServiceLevel, Severity
from bot.ports import Translate

TYPED = 40  # characters of a time


def promise(
    t: Translate,
    levels: Mapping[Severity, ServiceLevel],
    chosen: Severity,
    people: Mapping[int, str],
    names: Mapping[int, str],
) -> Form:
    """What is promised by now stands in it. It asks for one severity at a time."""
    choices = tuple(Option(_named(t, each), each.value) for each in WORST_FIRST)
    fields: list[AnyField] = [
        ChoiceField(
            name="severity",
            label=t("feedback-label-severity"),
            options=choices,
            value=chosen.value,
        )
    ]
    for severity in WORST_FIRST:
        level = levels.get(severity, ServiceLevel(severity))
        fields += _times(t, level)
        fields += _beside(t, level, people, names)
    return Form(
        name="feedback.promise",
        title=t("feedback-form-promise"),
        fields=tuple(fields),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("feedback-button-promise"), "feedback.promise", chosen.value),
    )


def _times(t: Translate, level: ServiceLevel) -> tuple[AnyField, ...]:
    return tuple(
        TextField(
            name=f"{name}-{level.severity.value}",
            label=t(f"feedback-field-promise-{name}"),
            value=length(t, minutes, level.hours) if minutes else "",
            required=False,
            limit=TYPED,
            hint=t("feedback-field-promise-hint"),
            only_if=_only(t, level.severity),
        )
        for name, minutes in (("answer", level.answer), ("solve", level.solve))
    )


def _beside(
    t: Translate,
    level: ServiceLevel,
    people: Mapping[int, str],
    names: Mapping[int, str],
) -> tuple[AnyField, ...]:
    only, name = _only(t, level.severity), level.severity.value
    whom = people.get(level.escalate_to or 0, "")
    called = Option(names.get(level.escalate_to or 0, ""), whom)
    hours = tuple(Option(t(f"feedback-hours-{r.value}"), r.value) for r in Runs)
    return (
        ChoiceField(
            name=f"hours-{name}",
            label=t("feedback-field-promise-hours"),
            options=hours,
            value=level.hours.value,
            only_if=only,
        ),
        PersonField(
            name=f"escalate-{name}",
            label=t("feedback-field-promise-escalate"),
            values=(whom,) if whom else (),
            called=(called,) if whom else (),
            required=False,
            only_if=only,
        ),
    )


def _only(t: Translate, severity: Severity) -> OnlyIf:
    said = t("feedback-promise-only", severity=_named(t, severity))
    return OnlyIf("severity", (severity.value,), said)


def _named(t: Translate, severity: Severity) -> str:
    return t(f"feedback-severity-{severity.value}")
