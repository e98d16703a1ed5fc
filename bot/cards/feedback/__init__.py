"""What people see of feedback: its card, news for who sent it, its whole story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.cards.feedback import ending
from bot.cards.feedback.approval import ApprovalView, standing
from bot.cards.feedback.file_words import way
from bot.cards.feedback.joining import gone, proposal
from bot.cards.feedback.story import story_line
from bot.cards.feedback.words import (
    brief,
    buttons,
    correct,
    customer,
    note,
    pickers,
    quote,
    read,
    says_all,
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
from bot.model.feedback import Feedback, Severity, Update
from bot.model.feedback.alike import Likely
from bot.model.feedback.ending import Asked
from bot.model.feedback.hiding import hidden
from bot.ports import Translate

NEWEST = 15


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """Feedback with the names beside it. `whole` shows whose words they are, `likely`
    is what it may be one with, `home` the number of what it was joined to, `follows` of
    what it goes on from; `task` and `risk` of what was made of it; `approvals` are what
    somebody was asked.
    """

    feedback: Feedback
    whole: bool
    sender: str = ""
    behalf: str = ""
    owner: str = ""
    task: int = 0
    likely: Likely | None = None
    home: int = 0
    follows: int = 0
    risk: int = 0
    approvals: tuple[ApprovalView, ...] = ()
    followers: tuple[str, ...] = ()


def card(view: FeedbackView, t: Translate) -> Card:
    """One for those who work on it."""
    feedback = view.feedback
    if view.home:
        return gone(feedback, view.home, t)
    blocks: list[Block] = [Note(note(feedback, t, view.owner)), *_said(view, t)]
    blocks += standing(feedback, view.approvals, t, whole=view.whole)
    if not feedback.state.answered and view.whole:
        blocks.append(pickers(feedback, t))
    blocks += proposal(feedback, view.likely, t)
    blocks.append(buttons(feedback, t, correcting=view.whole, risk=view.risk))
    blocks += way(feedback, t) if view.whole else []
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
    said = Note(t.line("feedback-read", what=read(feedback, t)))
    blocks: list[Block] = [Quote(brief(hidden(feedback, feedback.text)))]
    if facts := customer(feedback.voices[0], t, whole=True):
        blocks.append(facts)
    blocks.append(said)
    blocks += [Paragraph(each) for each in notes]
    blocks += proposal(feedback, view.likely, t)
    more = Button(t("feedback-button-say"), "feedback.say", str(feedback.number))
    blocks.append(Buttons((correct(feedback, t), more)))
    thanks = t.line("feedback-received", id=feedback.short)
    return Card(thanks, tuple(blocks), Tone.GOOD, subject=feedback.subject)


def news(
    view: FeedbackView,
    t: Translate,
    kind: str,
    who: str,
    said: str,
    asked: Asked | None = None,
) -> Card:
    """Something that happened to it, told to who sent it; `asked` is what they are
    asked at its end.
    """
    feedback = view.feedback
    blocks: list[Block] = [Note((brief(hidden(feedback, feedback.text)),))]
    if said:
        blocks.append(Quote(said))
    if asked is not None:
        blocks += ending.question(feedback, t, asked)
    if asked is None or asked.over:
        number, label = str(feedback.number), t("feedback-button-say")
        blocks.append(Buttons((Button(label, "feedback.say", number),)))
    headline = t.line(f"feedback-news-{kind}", id=feedback.short, who=who)
    return Card(headline, tuple(blocks), subject=feedback.subject)


def apart(feedback: Feedback, t: Translate) -> Card:
    """Told to who sent something that was parted from it since."""
    line = t.line("feedback-apart", id=feedback.short)
    return Card(line, subject=feedback.subject)


def work_news(view: FeedbackView, t: Translate, kind: str, who: str, said: str) -> Card:
    """Something that happened to it, told to who works on it."""
    feedback = view.feedback
    task = f"T-{view.task}"
    headline = t.line(f"feedback-news-{kind}", id=feedback.short, who=who, task=task)
    blocks: list[Block] = [Note(note(feedback, t, view.owner))]
    shown = said if view.whole else hidden(feedback, said)
    blocks.append(Quote(shown) if said else quote(feedback.voices[0], whole=view.whole))
    blocks.append(buttons(feedback, t))
    return Card(headline, tuple(blocks), subject=feedback.subject)


def moved(t: Translate, who: str, *, off: bool) -> Card:
    """Feedback comes elsewhere from now on, or to no room."""
    key = "feedback-moved-off" if off else "feedback-moved"
    return Card(t.line(key, who=who), tone=Tone.WARNING)


def reopening(t: Translate, days: int, how: str) -> Reply:
    """For how long it is opened again; `how` an admin changes it."""
    key = "feedback-reopening" if days else "feedback-reopening-never"
    note = Note(t.line("feedback-reopening-how", try_this=how))
    head = t.line(key, count=days)
    return Reply(Card(head, (note,) if how else ()), Audience.ONLY_YOU)


def undone(feedback: Feedback, t: Translate, form: str, text: str) -> Reply:
    """Words that nobody has read, and the way to say them better."""
    number = str(feedback.number)
    change = Button(
        t("feedback-button-change"), f"feedback.{form}", number, ButtonStyle.PRIMARY
    )
    line = t.line("feedback-undone", id=feedback.short)
    return Reply(Card(line, (Quote(text), Buttons((change,)))), Audience.REPLACE)


def story(
    view: FeedbackView,
    t: Translate,
    updates: Sequence[Update],
    people: Mapping[int, str],
    *,
    works: bool,
    audience: Audience,
) -> Reply:
    """Everything about it, for one person's eyes; `updates` are theirs to read."""
    feedback = view.feedback
    blocks: list[Block] = [Note(note(feedback, t, view.owner)), *_said(view, t)]
    if works:
        blocks += standing(feedback, view.approvals, t, whole=view.whole)
    if works and view.followers:
        who = t.items(view.followers)
        blocks.append(Note(t.line("feedback-followers", who=who)))
    if lines := tuple(story_line(each, t, people) for each in updates[-NEWEST:]):
        blocks += [Heading(t("feedback-show-story")), Bullets(lines)]
    if works:
        if not feedback.state.answered and view.whole:
            blocks.append(pickers(feedback, t))
        blocks.append(buttons(feedback, t, full=True, risk=view.risk))
    else:
        say = Button(t("feedback-button-say"), "feedback.say", str(feedback.number))
        blocks.append(Buttons((say,)))
    blocks += way(feedback, t) if view.whole else []
    head = title(feedback, t, whole=view.whole or not works)
    return Reply(Card(head, tuple(blocks), _tone(feedback)), audience)


def _said(view: FeedbackView, t: Translate) -> list[Block]:
    """Every voice, with whose it is; nothing that its line says already."""
    blocks: list[Block] = []
    for place, voice in enumerate(view.feedback.voices[:3]):
        if place or not says_all(view.feedback):
            blocks.append(quote(voice, whole=view.whole))
        if facts := customer(voice, t, whole=view.whole):
            blocks.append(facts)
    if view.behalf:
        both = t.line("feedback-from-for", who=view.sender, whom=view.behalf)
        blocks.append(Note(both))
    elif view.sender:
        blocks.append(Note(t.line("feedback-from", who=view.sender)))
    if view.follows:
        blocks.append(Note(t.line("feedback-follows", id=f"F-{view.follows}")))
    grown = [f"T-{view.task}"] if view.task else []
    grown += [f"R-{view.risk}"] if view.risk else []
    if grown:
        blocks.append(Note((" · ".join(grown),)))
    reason = view.feedback.reason
    if reason and view.feedback.state.answered:  # it says nothing once that is over
        shown = reason if view.whole else hidden(view.feedback, reason)
        blocks.append(Paragraph(t.line("feedback-reason", reason=shown)))
    return blocks


def _tone(feedback: Feedback) -> Tone:
    if feedback.state.answered:
        return Tone.GOOD
    hurts = feedback.facts.severity in (Severity.HIGH, Severity.BLOCKING)
    return Tone.BAD if hurts else Tone.WARNING
