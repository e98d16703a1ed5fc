"""What people see of reviews. No title says more than that there is something: it is
what a locked phone shows. What is written is in `reading`, and nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Item,
    Line,
    Note,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.review import Cycle, Review, Round, State
from bot.model.review.plan import Rung
from bot.model.review.texts import filled
from bot.ports import Translate

SHOWN = 30  # people on one card


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review with its round, and names beside it."""

    cycle: Cycle
    round: Round
    review: Review
    person: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round with its reviews, or those of them that are the reader's."""

    cycle: Cycle
    round: Round
    rows: tuple[ReviewView, ...]

    @property
    def left(self) -> tuple[ReviewView, ...]:
        """What is still to be written."""
        return tuple(each for each in self.rows if each.review.open)

    @property
    def written(self) -> int:
        """How many were sent."""
        return sum(each.review.sent for each in self.rows)


def listing(
    t: Translate, view: RoundView, rung: Rung, *, ahead: bool = False, own: str = ""
) -> Card:
    """Who is to be written about, each with a way to begin; or that all is done. What
    HR says of it themselves is their `own`.

    The last message is `ahead` of the last day for who does not work on that.
    """
    left = view.left
    said = {"cycle": view.cycle.name, "day": t.day(view.round.due)}
    if not left:
        title = t.line("review-list-over" if view.round.closed_at else "review-all")
        return Card(title, (Note(t.line("review-of", **said)),), Tone.GOOD)
    said_now = "last" if ahead and rung is Rung.DUE else rung.value
    title = t.line(f"review-list-{said_now}", count=len(left))
    facts = {"cycle": said["cycle"], "due": said["day"], "count": str(len(left))}
    blocks: list[Block] = [Quote(filled(own, facts))] if own else []
    blocks.append(Paragraph(t.line("review-list-until", **said)))
    blocks += [to_write(t, each) for each in left[:SHOWN]]
    if len(left) > SHOWN:
        blocks.append(Note(t.line("review-list-more", count=len(left) - SHOWN)))
    if view.written:
        done = t.line("review-list-sent", count=view.written, total=len(view.rows))
        blocks.append(Note(done))
    blocks.append(Note(t.line("review-private")))
    tone = Tone.WARNING if rung is Rung.DUE else Tone.NEUTRAL
    return Card(title, tuple(blocks), tone)


def to_write(t: Translate, view: ReviewView) -> Item:
    """One person to be written about."""
    review = view.review
    note: Line = ()
    if view.cycle.self_first:
        key = "review-self-there" if review.self_sent_at else "review-self-waits"
        note = t.line(key)
    id = str(review.id)
    start = Button(t("review-button-start"), "review.write", id, ButtonStyle.PRIMARY)
    if not review.self_sent_at:
        return Item((view.person,), note, (start,))
    theirs = Button(t("review-button-read-self"), "review.read-self", id)
    return Item((view.person,), note, (start, theirs))


def ask_self(
    t: Translate,
    view: ReviewView,
    due: date,
    *,
    shows: bool,
    again: bool,
    own: str = "",
) -> Card:
    """What somebody is asked about themselves before their manager writes."""
    review, id = view.review, str(view.review.id)
    subject = f"{review.subject}:self"
    if review.self_sent_at:
        blocks: tuple[Block, ...] = (Note(t.line("review-of", **_of(t, view))),)
        return Card(t.line("review-self-sent"), blocks, Tone.GOOD, subject=subject)
    write = Button(t("review-button-self"), "review.self", id, ButtonStyle.PRIMARY)
    until = t.line("review-self-until", cycle=view.cycle.name, day=t.day(due))
    blocks = (Paragraph(until), Buttons((write, work_button(t, shows=shows))))
    if own:
        facts = {"cycle": view.cycle.name, "due": t.day(due), "count": "1"}
        blocks = (Quote(filled(own, facts)), *blocks)
    blocks = (*blocks, Note(t.line(f"review-work-{'on' if shows else 'off'}")))
    title = t.line("review-self-again" if again else "review-self-ask")
    return Card(title, blocks, subject=subject)


def work_button(t: Translate, *, shows: bool) -> Button:
    """What lets a manager see somebody's work beside the form, or no longer."""
    wanted = "off" if shows else "on"
    return Button(t(f"review-button-work-{wanted}"), "review.work", wanted)


def sent(t: Translate, view: ReviewView) -> Card:
    """That it is there: it is read by pressing, and by nobody else."""
    review = view.review
    blocks: list[Block] = [
        Paragraph(t.line("review-sent-by", who=view.reviewer, **_of(t, view))),
        Buttons((read_button(t, view),)),
    ]
    if review.acknowledged_at:
        when = t.moment(review.acknowledged_at)
        blocks.append(Note(t.line("review-acknowledged-on", when=when)))
    else:
        blocks.append(Note(t.line("review-sent-note")))
    tone = Tone.GOOD if review.state is State.ACKNOWLEDGED else Tone.NEUTRAL
    return Card(t.line("review-sent"), tuple(blocks), tone, subject=review.subject)


def read_button(t: Translate, view: ReviewView) -> Button:
    """What opens it."""
    id = str(view.review.id)
    return Button(t("review-button-read"), "review.read", id, ButtonStyle.PRIMARY)


def acknowledged(t: Translate, view: ReviewView, *, commented: bool) -> Card:
    """That they have read it, to who wrote it; `commented` where they said more."""
    line = t.line("review-acknowledged-by", who=view.person, **_of(t, view))
    read = Button(t("review-button-comment"), "review.comment", str(view.review.id))
    blocks: list[Block] = [Paragraph(line)]
    if commented:
        blocks.append(Buttons((read,)))
    return Card(
        t.line("review-acknowledged"), tuple(blocks), subject=view.review.subject
    )


def handed(t: Translate, view: ReviewView, by: str) -> Card:
    """That somebody's review is theirs to write now."""
    key = "review-handed-by" if by else "review-handed-moved"
    said = t.line(key, by=by, who=view.person, **_of(t, view))
    blocks = (Paragraph(said), to_write(t, view), Note(t.line("review-private")))
    return Card(t.line("review-handed"), blocks, subject=view.review.subject)


def mine(
    t: Translate,
    write: Sequence[ReviewView],
    about: Sequence[ReviewView],
    *,
    shows: bool,
    hr: bool,
) -> Reply:
    """What is theirs: to write, to say of themselves, to read."""
    blocks: list[Block] = []
    for each in write[:SHOWN]:
        item = to_write(t, each)
        until = t.line("review-list-until", **_of(t, each))
        blocks.append(Item(item.line, (*until, *_after(item.note)), item.buttons))
    if len(write) > SHOWN:
        blocks.append(Note(t.line("review-list-more", count=len(write) - SHOWN)))
    blocks += [about_item(t, each) for each in about]
    if not blocks:
        blocks.append(Paragraph(t.line("review-none")))
    blocks.append(Note(t.line(f"review-work-{'on' if shows else 'off'}")))
    buttons = [work_button(t, shows=shows)]
    buttons += [Button(t("review-button-log"), "review.log")] if about else []
    buttons += [Button(t("review-button-cycles"), "review.cycles")] if hr else []
    blocks.append(Buttons(tuple(buttons)))
    return Reply(Card(t.line("review-title"), tuple(blocks)), Audience.ONLY_YOU)


def told(t: Translate, key: str, *notes: str, **values: object) -> Reply:
    """A short private answer."""
    blocks = tuple(Note(t.line(note)) for note in notes)
    return Reply(Card(t.line(key, **values), blocks, Tone.GOOD), Audience.ONLY_YOU)


def windows(t: Translate, view: ReviewView, form: str) -> Reply:
    """That it was changed in another window, and how to go on."""
    id = str(view.review.id)
    again = Button(t("form-again"), f"review.{form}", id, ButtonStyle.PRIMARY)
    blocks = (Paragraph(t.line("review-windows-both")), Buttons((again,)))
    card = Card(t.line("review-windows"), blocks, Tone.WARNING)
    return Reply(card, Audience.ONLY_YOU)


def about_item(t: Translate, view: ReviewView) -> Item:
    """A review about the reader: how far it is, and what they can do with it."""
    review = view.review
    buttons: tuple[Button, ...] = ()
    if review.sent:
        buttons = (read_button(t, view),)
    elif view.cycle.self_first and review.open and view.reviewer:
        id = str(review.id)
        buttons = (Button(t("review-button-self"), "review.self", id),)
    state = t.line("review-own-alone")
    if view.reviewer:
        state = t.line(f"review-own-{review.state.value}", who=view.reviewer)
    return Item(t.line("review-of", **_of(t, view)), state, buttons)


def _after(line: Line) -> Line:
    return (" · ", *line) if line else ()


def _of(t: Translate, view: ReviewView) -> dict[str, object]:
    return {"cycle": view.cycle.name, "day": t.day(view.round.due)}
