"""One question of an interview."""

from dataclasses import replace

from bot.messages import (
    AnyField,
    Block,
    Button,
    Buttons,
    Card,
    ChoiceField,
    ChoicesField,
    DateField,
    Divider,
    Form,
    Note,
    Option,
    Paragraph,
    Picker,
    Quote,
)
from bot.ports import Translate

FEW = 5  # so many choices are buttons; more are a picker


def question(t: Translate, form: Form, field: AnyField, standing: str) -> Card:
    """The question, its hint, what can be chosen, and the ways out.

    `standing` is what stands in the field already, and can be kept.
    """
    number = form.fields.index(field) + 1
    step = t.line("interview-step", form=form.title, step=number, of=len(form.fields))
    blocks: list[Block] = [Note(step)]
    if field.hint:
        blocks.append(Paragraph((field.hint,)))
    blocks += _choices(t, field)
    ways = [Button(t("interview-stop"), "interview.stop")]
    if standing:
        blocks += [Note(t.line("interview-standing")), Quote(standing)]
        ways.insert(0, Button(t("interview-keep"), "interview.keep", field.name))
    if not field.required:
        ways.insert(0, Button(t("interview-skip"), "interview.pick", f"{field.name}|-"))
    blocks.append(Buttons(tuple(ways)))
    return Card((field.label,), tuple(blocks))


def and_still(t: Translate, card: Card, field: AnyField) -> Card:
    """A card with the question that still waits, shortly, and how it is answered with
    what reads like a command.
    """
    line = t.line("interview-still", question=field.label)
    return replace(card, blocks=(*card.blocks, Divider(), Note(line)))


def _choices(t: Translate, field: AnyField) -> list[Block]:
    match field:
        case ChoicesField(options=options):
            labels = " · ".join(option.label for option in options)
            return [Paragraph(t.line("interview-several", options=labels))]
        case ChoiceField():
            return [_one(field)]
        case DateField():
            return [Note(t.line("interview-date"))]
        case _:
            return []


def _one(field: ChoiceField) -> Buttons:
    options = tuple(
        Option(option.label, f"{field.name}|{option.value}") for option in field.options
    )
    if len(options) > FEW:
        return Buttons((Picker("interview.pick", field.label, options),))
    return Buttons(tuple(Button(o.label, "interview.pick", o.value) for o in options))
