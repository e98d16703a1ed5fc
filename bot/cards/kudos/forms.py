"""The forms of kudos: given, changed, and the company's values."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import (
    AnyField,
    Button,
    ChoicesField,
    Form,
    Line,
    Option,
    PersonField,
    TextField,
)
from bot.model.kudos import REASON_LIMIT, Kudos, Value
from bot.model.kudos.values import MOST, WORD_LIMIT, written
from bot.ports import Translate


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the form when it opens; `place` is where it was opened."""

    people: tuple[str, ...] = ()
    reason: str = ""
    about: str = ""
    place: str = ""


def new(t: Translate, known: Sequence[Value], filling: Filling, state: str) -> Form:
    """Who, for what, and which values it shows."""
    return Form(
        name="kudos.new",
        title=t("kudos-form-new"),
        fields=(
            PersonField(
                name="people",
                label=t("kudos-field-people"),
                values=filling.people,
                many=True,
            ),
            _reason(t, filling.reason),
            _values(t, known, ()),
        ),
        submit=t("kudos-button-give"),
        cancel=t("button-cancel"),
        reopen=Button(t("kudos-button-give"), "kudos.new", filling.place),
        state=state,
        intro=(filling.about,) if filling.about else (),
    )


def edit(t: Translate, known: Sequence[Value], kudos: Kudos, names: str) -> Form:
    """Other words for the same people."""
    return Form(
        name="kudos.edit",
        title=t("kudos-form-edit", id=kudos.short),
        fields=(_reason(t, kudos.reason), _values(t, known, kudos.values)),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("kudos-button-edit"), "kudos.edit", str(kudos.number)),
        state=str(kudos.number),
        intro=_for(t, names),
    )


def values(t: Translate, known: Sequence[Value]) -> Form:
    """The values, one a line."""
    limit = MOST * (2 * WORD_LIMIT + 12)
    return Form(
        name="kudos.values",
        title=t("kudos-form-values"),
        fields=(
            TextField(
                name="lines",
                label=t("kudos-field-values-lines"),
                value=written(known),
                hint=t("kudos-field-values-hint"),
                multiline=True,
                limit=limit,
            ),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("kudos-button-values"), "kudos.values"),
    )


def _for(t: Translate, names: str) -> Line:
    return t.line("kudos-form-for", names=names)


def _reason(t: Translate, value: str) -> AnyField:
    return TextField(
        name="reason",
        label=t("kudos-field-reason"),
        hint=t("kudos-field-reason-hint"),
        value=value,
        multiline=True,
        limit=REASON_LIMIT,
    )


def _values(t: Translate, known: Sequence[Value], chosen: tuple[str, ...]) -> AnyField:
    return ChoicesField(
        name="values",
        label=t("kudos-field-values"),
        required=False,
        options=tuple(
            Option(each.called(t.language), each.word, (each.word, each.chinese))
            for each in known
        ),
        values=tuple(each.word for each in known if each.word in chosen),
    )
