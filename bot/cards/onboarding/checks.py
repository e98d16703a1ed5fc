"""How a newcomer finds it, after a month, two and three: theirs alone unless they
share it.
"""

from bot.cards.onboarding import JourneyView
from bot.messages import (
    Audience,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    ChoiceField,
    Form,
    Note,
    Option,
    Paragraph,
    Quote,
    Reply,
    TextField,
    Tone,
)
from bot.model.onboarding import ANSWER_LIMIT, Mood, State, Step
from bot.ports import Translate


def card(t: Translate, view: JourneyView, step: Step, *, again: bool) -> Card:
    """The question, or that it was answered."""
    title = t.line("onboarding-check-how", count=step.line.check or 0)
    if step.state is not State.OPEN or view.journey.ended_at:
        key = "onboarding-check-done" if step.mood else "onboarding-now-over"
        return Card(title, (Note(t.line(key)),), subject=step.subject)
    answer = Button(
        t("onboarding-button-answer"),
        "onboarding.check",
        str(step.id),
        ButtonStyle.PRIMARY,
    )
    skip = Button(t("onboarding-button-skip"), "onboarding.skip", str(step.id))
    key = "onboarding-again" if again else "onboarding-check-private"
    blocks = (Paragraph(t.line(key)), Buttons((answer, skip)))
    return Card(title, blocks, subject=step.subject)


def form(t: Translate, step: Step) -> Form:
    """How it goes, in one's own words, and whether the manager may read it."""
    return Form(
        name="onboarding.check",
        title=t("onboarding-check-title"),
        fields=(
            ChoiceField(
                name="mood",
                label=t("onboarding-check-how", count=step.line.check or 0),
                options=tuple(
                    Option(t(f"onboarding-mood-{mood.value}"), mood.value)
                    for mood in Mood
                ),
                value=step.mood.value if step.mood else None,
            ),
            TextField(
                name="answer",
                label=t("onboarding-check-answer"),
                multiline=True,
                required=False,
                limit=ANSWER_LIMIT,
                value=step.answer,
            ),
            ChoiceField(
                name="share",
                label=t("onboarding-check-share"),
                options=(
                    Option(t("onboarding-share-no"), "no"),
                    Option(t("onboarding-share-yes"), "yes"),
                ),
                value="no",
            ),
        ),
        submit=t("onboarding-check-send"),
        cancel=t("button-cancel"),
        reopen=Button(t("onboarding-button-answer"), "onboarding.check", str(step.id)),
        state=str(step.id),
        intro=t.line("onboarding-check-private"),
    )


def taken(t: Translate, *, shared: bool) -> Reply:
    """Thanks, and who knows of it."""
    key = "onboarding-check-shared" if shared else "onboarding-check-kept"
    return Reply(Card(t.line(key), tone=Tone.GOOD), Audience.ONLY_YOU)


def shared(t: Translate, view: JourneyView, step: Step) -> Card:
    """What a newcomer shares, for their manager's eyes."""
    count = step.line.check or 0
    title = t.line("onboarding-shared", who=view.person, count=count)
    mood = t.line(f"onboarding-mood-{(step.mood or Mood.MIXED).value}")
    words = (Quote(step.answer),) if step.answer else ()
    return Card(title, (Paragraph(mood), *words))
