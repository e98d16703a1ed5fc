"""The forms of an award: nominate, shortlist, vote, decide."""

from collections.abc import Sequence

from bot.cards.award import Candidate, RoundView
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    ChoicesField,
    Form,
    Option,
    PersonField,
    TextField,
)
from bot.model.award import REASON_LIMIT
from bot.ports import Translate


def nominate(t: Translate, view: RoundView) -> Form:
    """Who, and why."""
    return _form(
        t,
        view,
        "nominate",
        PersonField(name="person", label=t("award-field-person")),
        TextField(
            name="reason",
            label=t("award-field-reason"),
            hint=t("award-field-reason-hint"),
            multiline=True,
            limit=REASON_LIMIT,
        ),
    )


def shortlist(t: Translate, view: RoundView) -> Form:
    """Those who were nominated, with how many people nominated them."""
    options = tuple(
        Option(
            t("award-option", name=each.name, count=each.nominators),
            str(each.person_id),
            (each.name,),
        )
        for each in view.candidates
        if each.active
    )
    field = ChoicesField(
        name="people", label=t("award-field-shortlist"), options=options
    )
    return _form(t, view, "shortlist", field)


def vote(t: Translate, view: RoundView, candidates: Sequence[Candidate]) -> Form:
    """One of the shortlist: never shown again, not even to who voted."""
    field = ChoiceField(
        name="person",
        label=t("award-field-vote"),
        hint=t("award-field-vote-hint"),
        options=_options(candidates),
        sealed=True,
    )
    return _form(t, view, "vote", field)


def decide(t: Translate, view: RoundView, candidates: Sequence[Candidate]) -> Form:
    """One of those who are equal."""
    field = ChoiceField(
        name="person", label=t("award-field-decide"), options=_options(candidates)
    )
    return _form(t, view, "decide", field)


def _options(candidates: Sequence[Candidate]) -> tuple[Option, ...]:
    return tuple(
        Option(each.name, str(each.person_id), (each.name,)) for each in candidates
    )


def _form(t: Translate, view: RoundView, name: str, *fields: AnyField) -> Form:
    label, round_id = t(f"award-button-{name}"), str(view.round.id)
    return Form(
        name=f"award.{name}",
        title=label,
        fields=fields,
        submit=label,
        cancel=t("button-cancel"),
        reopen=Button(label, f"award.{name}", round_id),
        state=round_id,
        intro=(view.name,),
    )
