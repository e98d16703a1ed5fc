"""What customers can be told, proposed in their own language (PEERS H12, H17)."""

from collections.abc import Callable

from bot.messages import Button, Buttons, ButtonStyle, Card, Paragraph, Quote, Tone
from bot.model.feedback import Feedback, Kind, State, Voice
from bot.ports import Translate

FORMS = ("reply", "fixed")
STAGES = {
    State.PLANNED: "planned",
    State.WAITING: "waiting",
    State.FIXED: "fixed",
    State.CLOSED: "fixed",
    State.DECLINED: "declined",
}


def proposed(
    feedback: Feedback, form: str, speak: Callable[[str], Translate], *, whole: bool
) -> str:
    """The first draft of an answer, once in each language of its customers; nothing
    where the form asks for something else. `whole` names the customer.
    """
    if form not in FORMS:
        return ""
    spoken = {
        speak(voice.language).language: voice for voice in reversed(feedback.voices)
    }
    only = len(feedback.voices) == 1
    return "\n\n".join(
        _answer(feedback, form, speak(language), voice if only and whole else None)
        for language, voice in spoken.items()
    )


def wordless(feedback: Feedback, t: Translate, text: str) -> Card:
    """It is fixed, and customers were told nothing yet: `text` is what they can be
    told, and opens in the form.
    """
    number, label = str(feedback.number), t("feedback-button-change")
    change = Button(label, "feedback.reply", number, ButtonStyle.PRIMARY)
    return Card(
        t.line("feedback-told-fixed", id=feedback.short),
        (
            Paragraph(t.line("feedback-fixed-wordless")),
            Quote(text),
            Buttons((change,)),
        ),
        Tone.GOOD,
    )


def _answer(feedback: Feedback, form: str, t: Translate, voice: Voice | None) -> str:
    """`voice` is the one customer it is for; None where that is nobody's to know."""
    name = voice.customer if voice and _is_name(voice.customer) else ""
    order = voice.order if voice else ""
    topic = t("feedback-answer-topic", step=feedback.facts.step.value)
    hello = t("feedback-answer-hello-name", name=name) if name else ""
    thanks = (
        t("feedback-answer-thanks-order", topic=topic, order=order)
        if order
        else t("feedback-answer-thanks", topic=topic)
    )
    stage = _stage(feedback, form)
    news = t(f"feedback-answer-{stage}", step=feedback.facts.step.value)
    return f"{hello or t('feedback-answer-hello')}\n{thanks}\n{news}"


def _stage(feedback: Feedback, form: str) -> str:
    stage = "fixed" if form == "fixed" else STAGES.get(feedback.state, "looking")
    match feedback.facts.kind, stage:
        case Kind.PRAISE, "looking":
            return "praise"
        case Kind.WISH, "looking" | "fixed":
            return f"wish-{stage}"
        case _:
            return stage


def _is_name(customer: str) -> bool:
    """Whether people are called so: not by a number or an address."""
    return bool(customer) and all(
        letter.isalpha() or letter in " .'’·-" for letter in customer
    )
