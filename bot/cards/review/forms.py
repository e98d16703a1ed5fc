"""The forms of reviews. What is typed in them is sealed: no page keeps it."""

from bot.cards.review import ReviewView
from bot.messages import (
    AnyField,
    Button,
    ChoiceField,
    DateField,
    Form,
    Line,
    OnlyIf,
    Option,
    TextField,
)
from bot.model.review import (
    COMMENT_LIMIT,
    FIELD_LIMIT,
    NAME_LIMIT,
    NOTE,
    SAID,
    SELF_SAID,
    Cadence,
    Fields,
)
from bot.model.review.rhythm import MOST_WEEKS
from bot.ports import Translate

SEND, KEEP = "send", "keep"
OFFERED = (
    Cadence.QUARTERLY, Cadence.MONTHLY, Cadence.HALF_YEARLY, Cadence.YEARLY,
    Cadence.WEEKS, Cadence.ONCE,
)  # fmt: skip


def write(t: Translate, view: ReviewView, kept: Fields, intro: Line) -> Form:
    """The review: what is read by them, and a note for nobody but the writer."""
    fields = [_text(t, name, kept) for name in (*SAID, NOTE)]
    title = t("review-form-write")
    return _form(t, view, "write", title, (*fields, _what(t)), intro)


def about_self(t: Translate, view: ReviewView, kept: Fields) -> Form:
    """What somebody says of themselves."""
    fields = [_text(t, name, kept) for name in SELF_SAID]
    intro = t.line("review-self-note", who=view.reviewer or "–")
    title = t("review-form-self")
    return _form(t, view, "self", title, (*fields, _what(t)), intro)


def acknowledge(t: Translate, view: ReviewView) -> Form:
    """That it was read, with a comment if they like."""
    comment = TextField(
        name="comment",
        label=t("review-field-comment"),
        required=False,
        multiline=True,
        limit=COMMENT_LIMIT,
        sealed=True,
    )
    intro = t.line("review-acknowledge-note", who=view.reviewer)
    title = t("review-form-acknowledge")
    return _form(t, view, "acknowledge", title, (comment,), intro)


def cycle(t: Translate) -> Form:
    """A new cycle."""
    label = t("review-button-new")
    yes_no = (Option(t("review-self-no"), "no"), Option(t("review-self-yes"), "yes"))
    name = TextField(name="name", label=t("review-field-name"), limit=NAME_LIMIT)
    self_ = ChoiceField(
        name="self", label=t("review-field-self"), options=yes_no, value="no"
    )
    return Form(
        name="review.new",
        title=label,
        fields=(name, *_rhythm(t), self_),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(label, "review.new"),
    )


def _rhythm(t: Translate) -> tuple[AnyField, ...]:
    """How often, and what hangs on that."""
    cadences = tuple(
        Option(t(f"review-option-{each.value}"), each.value) for each in OFFERED
    )
    once = OnlyIf("cadence", (Cadence.ONCE.value,), t("review-only-once"))
    weeks = OnlyIf("cadence", (Cadence.WEEKS.value,), t("review-only-weeks"))
    numbers = tuple(Option(str(n), str(n)) for n in range(1, MOST_WEEKS + 1))
    return (
        ChoiceField(
            name="cadence",
            label=t("review-field-cadence"),
            options=cadences,
            value=Cadence.QUARTERLY.value,
        ),
        ChoiceField(
            name="weeks",
            label=t("review-field-weeks"),
            options=numbers,
            value="2",
            only_if=weeks,
        ),
        DateField(name="due", label=t("review-field-due"), only_if=once),
    )


def _text(t: Translate, name: str, kept: Fields) -> AnyField:
    """Nothing must be there before it is sent: a draft may be half a sentence."""
    return TextField(
        name=name,
        label=t(f"review-field-{name}"),
        hint=t(f"review-hint-{name}"),
        value=kept.get(name, ""),
        required=False,
        multiline=True,
        limit=FIELD_LIMIT,
        sealed=True,
    )


def _what(t: Translate) -> AnyField:
    """Sent now, or kept for later."""
    options = (
        Option(t("review-what-send"), SEND),
        Option(t("review-what-keep"), KEEP),
    )
    return ChoiceField(
        name="what", label=t("review-field-what"), options=options, value=SEND
    )


def _form(
    t: Translate,
    view: ReviewView,
    name: str,
    title: str,
    fields: tuple[AnyField, ...],
    intro: Line,
) -> Form:
    id = str(view.review.id)
    return Form(
        name=f"review.{name}",
        title=title,
        fields=fields,
        submit=t("review-submit"),
        cancel=t("button-cancel"),
        reopen=Button(title, f"review.{name}", id),
        state=f"{id} {view.review.version}",
        intro=intro,
    )
