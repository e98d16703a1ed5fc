"""The forms of blockers: a new one, whose help is asked for, what there is to say."""

from bot.cards.blocker.words import brief, short
from bot.messages import AnyField, Button, Form, PersonField, TextField
from bot.model.blocker import OUTCOME_LIMIT, TEXT_LIMIT, Blocker
from bot.ports import Translate


def new(t: Translate, state: str, text: str = "") -> Form:
    """What holds somebody up, and who could help."""
    return Form(
        name="blocker.new",
        title=t("blocker-form-new"),
        fields=(
            TextField(
                name="text",
                label=t("blocker-field-text"),
                value=text,
                multiline=True,
                limit=TEXT_LIMIT,
            ),
            _people(t, required=False),
        ),
        submit=t("blocker-button-add"),
        cancel=t("button-cancel"),
        reopen=Button(t("blocker-button-new"), "blocker.new"),
        state=state,
    )


def tag(t: Translate, blocker: Blocker) -> Form:
    """Whose help is asked for."""
    return _small(t, blocker, "tag", _people(t, required=True))


def say(t: Translate, blocker: Blocker) -> Form:
    """What there is to say about it."""
    return _small(t, blocker, "say", _text(t, "say", TEXT_LIMIT))


def outcome(t: Translate, blocker: Blocker) -> Form:
    """How it was solved."""
    return _small(t, blocker, "outcome", _text(t, "outcome", OUTCOME_LIMIT))


def _people(t: Translate, *, required: bool) -> PersonField:
    return PersonField(
        name="people",
        label=t("blocker-field-people"),
        many=True,
        required=required,
        hint=t("blocker-field-people-hint"),
    )


def _text(t: Translate, name: str, limit: int) -> TextField:
    return TextField(
        name="text", label=t(f"blocker-field-{name}"), multiline=True, limit=limit
    )


def _small(t: Translate, blocker: Blocker, name: str, field: AnyField) -> Form:
    return Form(
        name=f"blocker.{name}",
        title=t(f"blocker-form-{name}", id=short(blocker)),
        fields=(field,),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(
            t(f"blocker-button-{name}"), f"blocker.{name}", str(blocker.number)
        ),
        state=str(blocker.number),
        intro=(brief(blocker.text),),
    )
