"""Forms that could not be taken or opened: what was typed, and the ways on."""

from collections.abc import Sequence

from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Form,
    Line,
    Note,
    Paragraph,
    Quote,
    Tone,
)
from bot.ports import Translate

Rows = Sequence[tuple[str, str]]


def refused_late(t: Translate, form: Form | None, wrong: Rows, typed: Rows) -> Card:
    """A form that was closed and then refused: why, what was typed, the way back."""
    blocks: list[Block] = [Bullets(tuple(_beside(t, *row) for row in wrong))]
    if typed:
        blocks.append(Note(t.line("error-typed")))
    for label, text in typed:
        blocks += [Paragraph((Bold(label),))] if label else []
        blocks.append(Quote(text))
    if form is None:
        return Card(t.line("form-late"), tuple(blocks), Tone.WARNING)
    again = Button(
        t("form-again"), form.reopen.action, form.reopen.value, ButtonStyle.PRIMARY
    )
    blocks.append(Buttons((again,)))
    title = t.line("form-late-named", form=form.title)
    return Card(title, tuple(blocks), Tone.WARNING)


def ways(t: Translate, form: Form, page: str, *, native: bool, why: str = "") -> Card:
    """Every way to answer: the form itself, a page where there is one, in words. `why`
    is the key of what kept it from opening by itself.
    """
    style = ButtonStyle.PLAIN if native else ButtonStyle.PRIMARY
    found = [form.reopen] if native else []
    if page:
        label = t("form-open-page")
        found.append(Button(label, "form.page", style=style, url=page))
    found.append(Button(t("interview-here"), "interview.start", str(form.opener)))
    title = t.line("form-ready", form=form.title)
    told = (Paragraph(t.line(why)),) if why else ()
    return Card(title, (*told, Buttons(tuple(found))))


def _beside(t: Translate, label: str, why: str) -> Line:
    return t.line("form-wrong-field", field=Bold(label), why=why) if label else (why,)
