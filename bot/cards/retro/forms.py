"""The forms of retrospectives: a new note, and a changed one."""

from collections.abc import Sequence

from bot.cards.retro.words import kind
from bot.messages import AnyField, Button, ChoiceField, Form, Option, TextField
from bot.model.retro import TEXT_LIMIT, Note, NoteKind
from bot.ports import Translate


def new(
    t: Translate,
    state: str,
    *,
    text: str = "",
    of: NoteKind | None = None,
    rooms: Sequence[tuple[str, str]] = (),
) -> Form:
    """What to talk about; `rooms` are (value, name) where it is not known which."""
    fields: tuple[AnyField, ...] = (_kind(t, of or NoteKind.BAD), _text(t, text))
    if rooms:
        options = tuple(Option(name, value) for value, name in rooms)
        room = ChoiceField(
            name="room",
            label=t("retro-field-room"),
            options=options,
            value=options[0].value,
        )
        fields = (*fields, room)
    return Form(
        name="retro.new",
        title=t("retro-form-new"),
        fields=fields,
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("retro-button-add"), "retro.new"),
        state=state,
    )


def change(t: Translate, note: Note) -> Form:
    """Other words, or another kind."""
    number = str(note.number)
    return Form(
        name="retro.change",
        title=t("retro-form-change", id=note.short),
        fields=(_kind(t, note.kind), _text(t, note.text)),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("retro-button-change"), "retro.change", number),
        state=number,
    )


def _kind(t: Translate, chosen: NoteKind) -> ChoiceField:
    return ChoiceField(
        name="kind",
        label=t("retro-field-kind"),
        options=tuple(Option(kind(t, each), each.value) for each in NoteKind),
        value=chosen.value,
    )


def _text(t: Translate, value: str) -> TextField:
    return TextField(
        name="text",
        label=t("retro-field-text"),
        hint=t("retro-field-text-hint"),
        value=value,
        multiline=True,
        limit=TEXT_LIMIT,
    )
