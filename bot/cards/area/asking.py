"""Questions about areas: to who is on duty, to who asked, and to an owner."""

from bot.cards.area import AreaView, changes
from bot.messages import (
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Facts,
    Note,
    Paragraph,
    Quote,
    Tone,
)
from bot.model.area import Area, Question
from bot.ports import Translate


def asked(t: Translate, area: Area, question: Question, asker: str) -> Card:
    """To who is on duty: what is asked, and the way to answer."""
    title = t.line("area-asked", who=asker, area=area.name)
    subject = f"area-question:{question.id}"
    if question.answered_at:
        answer = (Note(t.line("area-answer-given")), Quote(question.answer))
        return Card(title, (Quote(question.text), *answer), Tone.GOOD, subject)
    style = ButtonStyle.PRIMARY
    button = Button(t("area-button-answer"), "area.answer", str(question.id), style)
    return Card(title, (Quote(question.text), Buttons((button,))), subject=subject)


def answered(t: Translate, area: Area, question: Question, by: str) -> Card:
    """To who asked."""
    title = t.line("area-answered", who=by, area=area.name)
    blocks = (Quote(question.answer), Note(t.line("area-asked-this")))
    return Card(title, (*blocks, Quote(question.text)), Tone.GOOD)


def still_right(t: Translate, view: AreaView, *, open_: bool) -> Card:
    """To an owner, every three months."""
    area = view.area
    if area.retired_at or not open_:
        key = "area-retired" if area.retired_at else "area-right-said"
        return Card(t.line(key, area=area.name), tone=Tone.GOOD, subject=area.subject)
    deputies = t.items(tuple(each.name for each in view.deputies))
    informed = t.items(tuple(each.name for each in view.informed))
    nobody = t("area-nobody")
    facts = Facts(
        (
            (t("area-deputies"), (deputies or nobody,)),
            (t("area-informed"), (informed or nobody,)),
        )
    )
    yes = Button(t("area-button-yes"), "area.right", str(area.id), ButtonStyle.PRIMARY)
    change, _, retire = changes(t, area)
    text = Paragraph(t.line("area-right-text"))
    title = t.line("area-right", area=area.name)
    buttons = Buttons((yes, change, retire))
    return Card(title, (text, facts, buttons), subject=area.subject)
