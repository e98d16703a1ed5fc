"""The forms of areas: made, changed, handed over, asked about."""

from dataclasses import dataclass

from bot.messages import (
    AnyField,
    Button,
    Form,
    Line,
    PersonField,
    PlaceField,
    TextField,
)
from bot.model.area import ALSO_LIMIT, NAME_LIMIT, QUESTION_LIMIT, Area
from bot.ports import Translate

ALSO_LENGTH = ALSO_LIMIT * (NAME_LIMIT + 2)


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the form when it opens: people as this workspace names them."""

    name: str = ""
    department: str = ""
    deputies: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    also: str = ""


def new(t: Translate) -> Form:
    """Everything about a new one."""
    owner = PersonField(name="owner", label=t("area-owner"), required=True)
    first, *rest = _fields(t, Filling())
    return Form(
        name="area.new",
        title=t("area-form-new"),
        fields=(first, owner, *rest),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("area-button-new"), "area.new"),
    )


def change(t: Translate, area: Area, filling: Filling) -> Form:
    """Everything but its owner: that is a handover."""
    return Form(
        name="area.change",
        title=t("area-form-change"),
        fields=_fields(t, filling),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("area-button-change"), "area.change", str(area.id)),
        state=str(area.id),
    )


def handover(t: Translate, area: Area) -> Form:
    """To whom, and where it is said."""
    return Form(
        name="area.handover",
        title=t("area-form-handover"),
        fields=(
            PersonField(name="owner", label=t("area-field-new-owner")),
            PlaceField(name="place", label=t("area-field-place"), required=False),
        ),
        submit=t("area-button-handover"),
        cancel=t("button-cancel"),
        reopen=Button(t("area-button-handover"), "area.handover", str(area.id)),
        state=str(area.id),
        intro=(area.name,),
    )


def ask(t: Translate, area: Area, who: str) -> Form:
    """A question to who is on duty."""
    reopen = Button(t("area-button-ask", who=who), "area.ask", str(area.id))
    intro = t.line("area-ask-goes", who=who, area=area.name)
    return _words(t, "area.ask", t("area-field-question"), reopen, intro)


def answer(t: Translate, question_id: int, text: str) -> Form:
    """What they are told."""
    reopen = Button(t("area-button-answer"), "area.answer", str(question_id))
    return _words(t, "area.answer", t("area-field-answer"), reopen, (text,))


def _words(t: Translate, name: str, label: str, reopen: Button, intro: Line) -> Form:
    return Form(
        name=name,
        title=label,
        fields=(
            TextField(name="text", label=label, multiline=True, limit=QUESTION_LIMIT),
        ),
        submit=t("area-button-send"),
        cancel=t("button-cancel"),
        reopen=reopen,
        state=reopen.value,
        intro=intro,
    )


def _fields(t: Translate, filling: Filling) -> tuple[AnyField, ...]:
    return (
        TextField(
            name="name", label=t("area-name"), value=filling.name, limit=NAME_LIMIT
        ),
        PersonField(
            name="deputies",
            label=t("area-deputies"),
            hint=t("area-deputies-hint"),
            values=filling.deputies,
            many=True,
            required=False,
        ),
        PersonField(
            name="informed",
            label=t("area-informed"),
            values=filling.informed,
            many=True,
            required=False,
        ),
        TextField(
            name="also",
            label=t("area-also"),
            hint=t("area-also-hint"),
            value=filling.also,
            required=False,
            limit=ALSO_LENGTH,
        ),
        TextField(
            name="department",
            label=t("area-department"),
            value=filling.department,
            required=False,
            limit=NAME_LIMIT,
        ),
    )
