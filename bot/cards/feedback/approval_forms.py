"""The forms of requests: what is asked for, and what is answered."""

from bot.cards.feedback.approval import ApprovalView, wished
from bot.cards.feedback.words import brief
from bot.messages import Button, Form, Line, Option, PersonField, TextField
from bot.model.feedback import FIELD_LIMIT, NOTE_LIMIT, Feedback
from bot.model.feedback.approval import SHORT
from bot.model.feedback.hiding import hidden
from bot.ports import Translate


def ask(
    t: Translate, feedback: Feedback, text: str, whom: str, name: str, rules: Line
) -> Form:
    """What is asked for, of whom: `whom` is the account of who is proposed, `name` what
    they are called.
    """
    number, label = str(feedback.number), t("feedback-button-approval")
    person = PersonField(
        name="whom",
        label=t("feedback-field-approval-whom"),
        required=False,
        hint=t("feedback-field-approval-whom-hint"),
        values=(whom,) if whom else (),
        called=(Option(name, whom),) if whom else (),
    )
    why = TextField(
        name="text",
        label=t("feedback-field-approval-why"),
        multiline=True,
        required=False,
        limit=NOTE_LIMIT,
    )
    return Form(
        name="feedback.approval",
        title=t("feedback-form-approval", id=feedback.short),
        fields=(_line(t, "what", SHORT), _line(t, "amount", FIELD_LIMIT), person, why),
        submit=t("feedback-button-send"),
        cancel=t("button-cancel"),
        reopen=Button(label, "feedback.approval", number),
        state=f"{number} {whom}".strip(),
        intro=rules or (brief(text),),
    )


def _line(t: Translate, name: str, limit: int) -> TextField:
    return TextField(
        name=name,
        label=t(f"feedback-field-approval-{name}"),
        required=name == "what",
        limit=limit,
        hint=t(f"feedback-field-approval-{name}-hint"),
    )


def answer(t: Translate, feedback: Feedback, view: ApprovalView, name: str) -> Form:
    """A yes with words, or a no with its reason."""
    value = f"{feedback.number}:{view.approval.id}"
    what = hidden(feedback, wished(t, view.approval.wish))
    asked = t.line(
        "feedback-approval-ask", who=view.asker, what=what, id=feedback.short
    )
    reject = name == "reject"
    return Form(
        name=f"feedback.{name}",
        title=t(f"feedback-form-{name}", id=feedback.short),
        fields=(
            TextField(
                name="text",
                label=t(f"feedback-field-{name}"),
                multiline=True,
                required=reject,
                limit=NOTE_LIMIT,
            ),
        ),
        submit=t(f"feedback-button-{'reject' if reject else 'approve'}"),
        cancel=t("button-cancel"),
        reopen=Button(t(f"feedback-button-{name}"), f"feedback.{name}", value),
        state=value,
        intro=asked,
    )
