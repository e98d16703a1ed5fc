"""The forms of risks: a new one, a changed one, why one is over."""

from dataclasses import dataclass
from datetime import date

from bot.cards.risk.words import brief, category, scale
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    DateField,
    Form,
    Line,
    Option,
    PersonField,
    TextField,
)
from bot.model.risk import (
    EVIDENCE_LIMIT,
    MIDDLE,
    MITIGATION_LIMIT,
    SCENARIO_LIMIT,
    Category,
    Risk,
)
from bot.ports import Translate


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the form when it opens: its owner as this workspace names them."""

    scenario: str = ""
    category: Category | None = None
    likelihood: int = MIDDLE
    impact: int = MIDDLE
    owner: str = ""
    mitigation: str = ""
    due: date | None = None
    private: bool = False


def new(t: Translate, filling: Filling, origin: str = "", about: Line = ()) -> Form:
    """Everything about a new one; `origin` is what it grows out of."""
    action = "risk.from" if origin else "risk.new"
    return Form(
        name="risk.new",
        title=t("risk-form-new"),
        fields=_fields(t, filling),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("risk-button-new"), action, origin),
        state=origin,
        intro=about,
    )


def change(t: Translate, risk: Risk, filling: Filling) -> Form:
    """Everything that can be changed."""
    number = str(risk.number)
    return Form(
        name="risk.change",
        title=t("risk-form-change", id=risk.short),
        fields=_fields(t, filling),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("risk-button-change"), "risk.change", number),
        state=number,
    )


def close(t: Translate, risk: Risk) -> Form:
    """Why it is over."""
    number = str(risk.number)
    return Form(
        name="risk.close",
        title=t("risk-form-close", id=risk.short),
        fields=(
            TextField(
                name="text",
                label=t("risk-field-evidence"),
                hint=t("risk-field-evidence-hint"),
                multiline=True,
                limit=EVIDENCE_LIMIT,
            ),
        ),
        submit=t("risk-button-close"),
        cancel=t("button-cancel"),
        reopen=Button(t("risk-button-close"), "risk.close", number),
        state=number,
        intro=(brief(risk.scenario),),
    )


def _fields(t: Translate, filling: Filling) -> tuple[AnyField, ...]:
    return (
        TextField(
            name="scenario",
            label=t("risk-field-scenario"),
            value=filling.scenario,
            placeholder=t("risk-field-scenario-example"),
            limit=SCENARIO_LIMIT,
        ),
        *_rating(t, filling),
        PersonField(
            name="owner",
            label=t("risk-field-owner"),
            values=(filling.owner,) if filling.owner else (),
        ),
        TextField(
            name="mitigation",
            label=t("risk-field-mitigation"),
            value=filling.mitigation,
            multiline=True,
            required=False,
            limit=MITIGATION_LIMIT,
        ),
        DateField(
            name="due", label=t("risk-field-due"), required=False, value=filling.due
        ),
        _readers(t, filling),
    )


def _rating(t: Translate, filling: Filling) -> tuple[ChoiceField, ...]:
    kinds = tuple(Option(category(t, each), each.value) for each in Category)
    return (
        ChoiceField(
            name="category",
            label=t("risk-label-category"),
            options=kinds,
            value=filling.category.value if filling.category else None,
        ),
        ChoiceField(
            name="likelihood",
            label=t("risk-field-likelihood"),
            options=scale(t, "likelihood"),
            value=str(filling.likelihood),
        ),
        ChoiceField(
            name="impact",
            label=t("risk-field-impact"),
            options=scale(t, "impact"),
            value=str(filling.impact),
        ),
    )


def _readers(t: Translate, filling: Filling) -> ChoiceField:
    names = ("all", "some")
    options = tuple(Option(t(f"risk-readers-{each}"), each) for each in names)
    return ChoiceField(
        name="readers",
        label=t("risk-label-readers"),
        options=options,
        value=names[filling.private],
    )
