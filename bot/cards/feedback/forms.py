"""The forms of feedback: new, corrected, and what there is to say about it."""

import json
from dataclasses import dataclass

from bot.cards.feedback.words import brief
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    Form,
    Line,
    Option,
    PersonField,
    TextField,
)
from bot.model.feedback import (
    FIELD_LIMIT,
    NOTE_LIMIT,
    TEXT_LIMIT,
    Feedback,
    Outlet,
    Sentiment,
    Severity,
    Step,
)
from bot.model.feedback import Kind as FeedbackKind
from bot.model.market import market_name
from bot.model.refs import UserRef
from bot.ports import Translate

CORRECTED = ("step", "severity", "kind", "sentiment", "sku", "market")
HELD = 3_000  # characters that stand in a field of any chat's form
PICTURE = "🖼"  # stands where a chat tells of a picture, and not which
READ = "read"  # whatever the words say


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the form when it opens."""

    text: str = ""
    customer: str = ""
    order: str = ""
    sku: str = ""
    market: str = ""
    outlet: Outlet | None = None
    behalf: UserRef | None = None
    called: tuple[Option, ...] = ()
    cut: bool = False


def new(t: Translate, filling: Filling, state: str) -> Form:
    """A customer's words; the rest may be left to be read from them."""
    return Form(
        name="feedback.new",
        title=t("feedback-form-new"),
        fields=(
            TextField(
                name="text",
                label=t("feedback-field-text"),
                value=filling.text,
                multiline=True,
                limit=TEXT_LIMIT,
            ),
            _step(t, READ),
            _severity(t, READ),
            _small(t, "customer", filling.customer),
            _small(t, "order", filling.order),
            _small(t, "sku", filling.sku),
            _outlet(t, filling.outlet),
            _small(t, "market", filling.market),
            PersonField(
                name="behalf",
                label=t("feedback-field-behalf"),
                required=False,
                hint=t("feedback-field-behalf-hint"),
                values=(filling.behalf.id,) if filling.behalf else (),
                called=filling.called,
            ),
        ),
        submit=t("feedback-button-send"),
        cancel=t("button-cancel"),
        reopen=Button(t("feedback-button-new"), "feedback.new"),
        state=state,
        intro=_intro(t, filling),
    )


def _intro(t: Translate, filling: Filling) -> Line:
    if filling.cut:
        return t.line("feedback-form-cut", limit=HELD)
    return t.line("feedback-form-picture") if PICTURE in filling.text else ()


def correct(t: Translate, feedback: Feedback, text: str) -> Form:
    """Everything that was read from the words, of which `text` is theirs to see."""
    facts = feedback.facts
    stands = {name: str(getattr(facts, name)) for name in CORRECTED}
    stands["market"] = market_name(facts.market, t.language)
    kinds = tuple(Option(t(f"feedback-kind-{k.value}"), k.value) for k in FeedbackKind)
    moods = tuple(
        Option(t(f"feedback-sentiment-{s.value}"), s.value) for s in Sentiment
    )
    return Form(
        name="feedback.correct",
        title=t("feedback-form-correct", id=feedback.short),
        fields=(
            _step(t, facts.step.value),
            _severity(t, facts.severity.value),
            ChoiceField(
                name="kind",
                label=t("feedback-label-kind"),
                options=kinds,
                value=facts.kind.value,
            ),
            ChoiceField(
                name="sentiment",
                label=t("feedback-label-sentiment"),
                options=moods,
                value=facts.sentiment.value,
            ),
            _small(t, "sku", facts.sku),
            _small(t, "market", stands["market"]),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(
            t("feedback-button-correct"), "feedback.correct", str(feedback.number)
        ),
        state=f"{feedback.number} {json.dumps(stands)}",
        intro=(brief(text),),
    )


def words(
    t: Translate, feedback: Feedback, name: str, text: str, value: str = ""
) -> Form:
    """What there is to say: a reply, a note, why not."""
    required = name not in ("fixed", "wait", "plan")
    return Form(
        name=f"feedback.{name}",
        title=t(f"feedback-form-{name}", id=feedback.short),
        fields=(
            TextField(
                name="text",
                label=t(f"feedback-field-{name}"),
                value=value,
                multiline=True,
                required=required,
                limit=NOTE_LIMIT,
                hint=t(f"feedback-field-{name}-hint"),
            ),
        ),
        submit=t("feedback-button-send"),
        cancel=t("button-cancel"),
        reopen=Button(
            t(f"feedback-button-{name}"), f"feedback.{name}", str(feedback.number)
        ),
        state=str(feedback.number),
        intro=(brief(text),),
    )


def _step(t: Translate, value: str) -> ChoiceField:
    steps = tuple(Option(t(f"feedback-step-{s.value}"), s.value) for s in Step)
    return _choice(t, "step", steps, value)


def _severity(t: Translate, value: str) -> ChoiceField:
    known = tuple(Option(t(f"feedback-severity-{s.value}"), s.value) for s in Severity)
    return _choice(t, "severity", known, value)


def _outlet(t: Translate, value: Outlet | None) -> ChoiceField:
    known = tuple(Option(t(f"feedback-outlet-{o.value}"), o.value) for o in Outlet)
    return _choice(t, "outlet", known, value.value if value else READ)


def _choice(
    t: Translate, name: str, options: tuple[Option, ...], value: str
) -> ChoiceField:
    read = (Option(t("feedback-as-read"), READ),) if value == READ else ()
    options = (*read, *options)
    if name == "outlet" and not read:
        options = (Option(t("feedback-as-read"), READ), *options)
    return ChoiceField(
        name=name, label=t(f"feedback-label-{name}"), options=options, value=value
    )


def _small(t: Translate, name: str, value: str) -> AnyField:
    return TextField(
        name=name,
        label=t(f"feedback-label-{name}"),
        value=value,
        required=False,
        limit=FIELD_LIMIT,
    )
