"""The forms of measures: defined, reported, imported."""

from dataclasses import dataclass

from bot.cards.measure import words
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
from bot.model.measure import (
    ALSO_LIMIT,
    NAME_LIMIT,
    NOTE_LIMIT,
    TEXT_LIMIT,
    Cadence,
    Confidence,
    Direction,
    Measure,
    Unit,
    Value,
)
from bot.model.measure.periods import Period
from bot.ports import Translate

PRIVATE = ("open", "private")


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the form when it opens: people as this workspace names them."""

    name: str = ""
    unit: Unit = Unit.PERCENT
    currency: str = ""
    target: str = ""
    direction: Direction | None = None
    owner: tuple[str, ...] = ()
    holder: str = ""
    deputies: tuple[str, ...] = ()
    cadence: str = Cadence.WEEKLY.value
    department: str = ""
    formula: str = ""
    source: str = ""
    basis: str = ""
    also: str = ""
    zone: str = ""
    private: bool = False
    key: str = ""


def new(t: Translate, filling: Filling) -> Form:
    """Everything about a new one."""
    return Form(
        name="measure.new",
        title=t("measure-form-new"),
        fields=_fields(t, filling),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("measure-button-new"), "measure.new", filling.key),
        state=filling.key,
    )


def change(t: Translate, measure: Measure, filling: Filling) -> Form:
    """Everything about one that there is."""
    value = str(measure.id)
    return Form(
        name="measure.change",
        title=t("measure-form-change"),
        fields=_fields(t, filling),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("measure-button-change"), "measure.change", value),
        state=value,
    )


def value(
    t: Translate,
    measure: Measure,
    period: Period,
    known: Value | None,
    rest: tuple[str, ...],
) -> Form:
    """A value with its confidence and a sentence; of several it may be skipped."""
    when = words.period(t, measure, period)
    state = ",".join((f"{measure.id}:{period.first.isoformat()}", *rest))
    left = len(rest) - 1
    intro = t.line("measure-form-intro", measure=measure.name, period=when)
    if left > 0:
        intro = (*intro, " ", *t.line("measure-form-left", count=left))
    return Form(
        name="measure.set",
        title=t("measure-form-set"),
        fields=_value_fields(t, measure, period, known, skip=bool(rest)),
        submit=t("measure-button-next") if left > 0 else t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(
            t("measure-button-set"), "measure.set", f"{measure.id}:{period.first}"
        ),
        state=state,
        intro=intro,
    )


def _value_fields(
    t: Translate, measure: Measure, period: Period, known: Value | None, *, skip: bool
) -> tuple[AnyField, ...]:
    sure = tuple(Option(words.confidence(t, each), each.value) for each in Confidence)
    chosen = known.confidence.value if known and known.confidence else None
    return (
        _number(t, measure, known, skip=skip),
        ChoiceField(
            name="confidence",
            label=t("measure-confidence"),
            options=sure,
            value=chosen,
            required=False,
        ),
        TextField(
            name="note",
            label=t("measure-note"),
            value=known.note if known else "",
            required=False,
            limit=NOTE_LIMIT,
        ),
        TextField(
            name="period",
            label=t("measure-period"),
            hint=t("measure-hint-period"),
            value=period.first.isoformat(),
            required=False,
            limit=40,
        ),
    )


def _number(
    t: Translate, measure: Measure, known: Value | None, *, skip: bool
) -> TextField:
    """The value itself, as it was reported where it was."""
    key = "measure-hint-ratio" if measure.ratio else "measure-hint-value"
    hint = t(key, example=words.example(t, measure))
    said = words.value(t, measure, known.value) if known else ""
    if known and known.numerator is not None:
        said = words.parts(t, known)
    return TextField(
        name="value",
        label=t("measure-value"),
        hint=f"{hint} {t('measure-hint-skip')}" if skip else hint,
        value=said,
        limit=60,
        required=not skip,
    )


def _fields(t: Translate, filling: Filling) -> tuple[AnyField, ...]:
    text = _Texts(t)
    return (
        TextField(
            name="name", label=t("measure-name"), value=filling.name, limit=NAME_LIMIT
        ),
        _choice(t, "unit", tuple(Unit), filling.unit.value),
        _currency(t, filling),
        text.field("target", filling.target, 60),
        _choice(t, "direction", tuple(Direction), filling.direction, required=False),
        _person(t, "owner", filling.owner, t("measure-hint-owner")),
        text.field("holder", filling.holder, 2 * NAME_LIMIT),
        _choice(t, "cadence", tuple(Cadence), filling.cadence),
        text.field("department", filling.department, NAME_LIMIT),
        text.field("formula", filling.formula, TEXT_LIMIT),
        text.field("source", filling.source, TEXT_LIMIT),
        text.field("basis", filling.basis, TEXT_LIMIT),
        _person(t, "deputies", filling.deputies, many=True),
        text.field("also", filling.also, ALSO_LIMIT * (NAME_LIMIT + 2)),
        text.field("zone", filling.zone, NAME_LIMIT),
        _sight(t, private=filling.private),
    )


def _currency(t: Translate, filling: Filling) -> TextField:
    return TextField(
        name="currency",
        label=t("measure-currency"),
        hint=t("measure-hint-currency"),
        value=filling.currency,
        limit=20,
        only_if=OnlyIf("unit", (Unit.MONEY.value,), t("measure-only-money")),
    )


def _person(
    t: Translate,
    name: str,
    values: tuple[str, ...],
    hint: str = "",
    *,
    many: bool = False,
) -> PersonField:
    return PersonField(
        name=name,
        label=t(f"measure-{name}"),
        hint=hint,
        values=values,
        many=many,
        required=False,
    )


def _sight(t: Translate, *, private: bool) -> ChoiceField:
    return ChoiceField(
        name="private",
        label=t("measure-sight"),
        options=tuple(Option(t(f"measure-sight-{each}"), each) for each in PRIVATE),
        value=PRIVATE[private],
        required=False,
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """Fields of text that may stay empty."""

    t: Translate

    def field(self, name: str, value_: str, limit: int) -> TextField:
        """One of them, with its label and its hint."""
        return TextField(
            name=name,
            label=self.t(f"measure-{name}"),
            hint=self.t(f"measure-hint-{name}"),
            value=value_,
            required=False,
            limit=limit,
        )


def _choice(
    t: Translate,
    name: str,
    options: tuple[Unit, ...] | tuple[Direction, ...] | tuple[Cadence, ...],
    chosen: str | None,
    *,
    required: bool = True,
) -> ChoiceField:
    return ChoiceField(
        name=name,
        label=t(f"measure-{name}"),
        options=tuple(
            Option(t(f"measure-{name}-{each.value}"), each.value) for each in options
        ),
        value=chosen,
        required=required,
    )
