"""What people see of feedback: its card, news for who sent it, its whole story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.cards.feedback.words import (
    brief,
    buttons,
    customer,
    note,
    pickers,
    quote,
    title,
)
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Heading,
    Line,
    Note,
    Notice,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.feedback import Feedback, Severity, State, Update, UpdateKind
from bot.ports import Translate

NEWEST = 15
# What only those read who work on it.
AMONG_US = frozenset({UpdateKind.NOTE, UpdateKind.CORRECTED, UpdateKind.OWNED})


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """Feedback with the names beside it. `whole` shows whose words they are."""

    feedback: Feedback
    whole: bool
    sender: str = ""
    owner: str = ""
    task: int = 0


def card(view: FeedbackView, t: Translate) -> Card:
    """One for those who work on it."""
    feedback = view.feedback
    blocks: list[Block] = [Note(note(feedback, t, view.owner)), *_said(view, t)]
    if not feedback.state.answered and view.whole:
        blocks.append(pickers(feedback, t))
    blocks.append(buttons(feedback, t))
    return Card(
        title(feedback, t, whole=view.whole),
        tuple(blocks),
        _tone(feedback),
        subject=feedback.subject,
        notice=Notice("feedback.card", (("feedback", feedback.id),)),
        urgent=feedback.facts.severity is Severity.BLOCKING,
    )


def received(view: FeedbackView, t: Translate, notes: Sequence[Line] = ()) -> Card:
    """The answer to who sent it: what was read, and where it went."""
    feedback = view.feedback
    read = Note(t.line("feedback-read", what=note(feedback, t)))
    blocks: list[Block] = [Quote(brief(feedback.text)), read]
    blocks += [Paragraph(each) for each in notes]
    more = Button(t("feedback-button-say"), "feedback.say", str(feedback.number))
    correct = Button(
        t("feedback-button-correct"), "feedback.correct", str(feedback.number)
    )
    blocks.append(Buttons((correct, more)))
    thanks = t.line("feedback-received", id=feedback.short)
    return Card(thanks, tuple(blocks), Tone.GOOD, subject=feedback.subject)


def news(view: FeedbackView, t: Translate, kind: str, who: str, said: str) -> Card:
    """Something that happened to it, told to who sent it."""
    feedback = view.feedback
    blocks: list[Block] = [Note((brief(feedback.text),))]
    if said:
        blocks.append(Quote(said))
    number = str(feedback.number)
    say = Button(t("feedback-button-say"), "feedback.say", number)
    if kind == State.FIXED.value and feedback.solved is None:
        yes = Button(
            t("feedback-button-solved"), "feedback.solved", number, ButtonStyle.PRIMARY
        )
        no = Button(t("feedback-button-unsolved"), "feedback.unsolved", number)
        blocks += [Paragraph(t.line("feedback-solved-ask")), Buttons((yes, no))]
    else:
        blocks.append(Buttons((say,)))
    headline = t.line(f"feedback-news-{kind}", id=feedback.short, who=who)
    return Card(headline, tuple(blocks), subject=feedback.subject)


def work_news(view: FeedbackView, t: Translate, kind: str, who: str, said: str) -> Card:
    """Something that happened to it, told to who works on it."""
    feedback = view.feedback
    headline = t.line(f"feedback-news-{kind}", id=feedback.short, who=who)
    blocks: list[Block] = [Note(note(feedback, t, view.owner))]
    blocks.append(Quote(said) if said else quote(feedback.voices[0], whole=view.whole))
    blocks.append(buttons(feedback, t))
    return Card(headline, tuple(blocks), subject=feedback.subject)


def story(
    view: FeedbackView,
    t: Translate,
    updates: Sequence[Update],
    people: Mapping[int, str],
    *,
    works: bool,
    audience: Audience,
) -> Reply:
    """Everything about it, for one person's eyes; notes only for who works on it."""
    feedback = view.feedback
    blocks: list[Block] = [Note(note(feedback, t, view.owner)), *_said(view, t)]
    shown = [each for each in updates if works or each.kind not in AMONG_US]
    if lines := tuple(_line(each, t, people) for each in shown[-NEWEST:]):
        blocks += [Heading(t("feedback-show-story")), Bullets(lines)]
    if works:
        if not feedback.state.answered and view.whole:
            blocks.append(pickers(feedback, t))
        blocks.append(buttons(feedback, t, full=True))
    else:
        say = Button(t("feedback-button-say"), "feedback.say", str(feedback.number))
        blocks.append(Buttons((say,)))
    head = title(feedback, t, whole=view.whole or not works)
    return Reply(Card(head, tuple(blocks), _tone(feedback)), audience)


def _said(view: FeedbackView, t: Translate) -> list[Block]:
    """Every voice, with whose it is."""
    blocks: list[Block] = []
    for voice in view.feedback.voices[:3]:
        blocks.append(quote(voice, whole=view.whole))
        if facts := customer(voice, t, whole=view.whole):
            blocks.append(facts)
    if view.sender:
        blocks.append(Note(t.line("feedback-from", who=view.sender)))
    if view.task:
        blocks.append(Note((f"T-{view.task}",)))
    if view.feedback.reason:
        line = t.line("feedback-reason", reason=view.feedback.reason)
        blocks.append(Paragraph(line))
    return blocks


def _line(update: Update, t: Translate, people: Mapping[int, str]) -> Line:
    kind = update.kind.value
    owned = update.kind is UpdateKind.OWNED and update.text.isdigit()
    state = update.kind is UpdateKind.STATE
    text = t(f"feedback-state-{update.text}") if state else update.text
    return t.line(
        f"feedback-story-{kind}",
        when=t.moment(update.at),
        who=people.get(update.person_id or 0, ""),
        whom=people.get(int(update.text), "") if owned else "",
        text=text,
    )


def _tone(feedback: Feedback) -> Tone:
    if feedback.state.answered:
        return Tone.GOOD
    hurts = feedback.facts.severity in (Severity.HIGH, Severity.BLOCKING)
    return Tone.BAD if hurts else Tone.WARNING
