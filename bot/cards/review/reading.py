"""What a review says, and who has read it: shown to who pressed, and to nobody else."""

from collections.abc import Mapping, Sequence

from bot.cards.review import ReviewView
from bot.messages import (
    Audience,
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Confirm,
    Item,
    Note,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.people import Person
from bot.model.review import SAID, SELF_SAID, Entry, Fields, Part, State, Written
from bot.ports import Translate

FIELDS = {Part.REVIEW: SAID, Part.SELF: SELF_SAID, Part.COMMENT: ("comment",)}


def content(
    t: Translate, view: ReviewView, written: Written, *, note: Fields, own: bool
) -> Reply:
    """What is written, in the reader's own conversation with us only."""
    said = {"cycle": view.cycle.name, "day": t.day(view.round.due)}
    about = t.line("review-about", who=view.person, by=view.reviewer, **said)
    blocks: list[Block] = [Paragraph(about)]
    blocks += fields(t, written)
    if text := note.get("note", ""):
        blocks += [Paragraph((Bold(t("review-field-note")),)), Quote(text)]
    if own and view.review.state is State.SENT:
        blocks.append(Buttons((_acknowledge(t, view),)))
    blocks.append(Note(t.line("review-read-note")))
    card = Card(t.line(f"review-read-{written.part.value}"), tuple(blocks))
    return Reply(card, Audience.DIRECT)


def fields(t: Translate, written: Written) -> list[Block]:
    """Each field that holds something, under its label."""
    found: list[Block] = []
    for name in FIELDS[written.part]:
        if text := written.fields.get(name, ""):
            found += [Paragraph((Bold(t(f"review-field-{name}")),)), Quote(text)]
    return found


def log(
    t: Translate, who: str, entries: Sequence[Entry], names: Mapping[int, str]
) -> Reply:
    """Who read what, and what became of it, the newest first; without `who` for the
    person it is about.
    """
    blocks: list[Block] = [
        Item(
            t.line(
                f"review-log-{each.what.value}",
                who=names.get(each.person_id or 0, "") or t("review-log-nobody"),
                to=names.get(each.to_id or 0, "") or t("review-log-nobody"),
            ),
            (t.moment(each.at),),
        )
        for each in entries
    ]
    if not blocks:
        blocks.append(Paragraph(t.line("review-log-none")))
    title = t.line("review-log", who=who) if who else t.line("review-log-own")
    return Reply(Card(title, tuple(blocks)), Audience.DIRECT)


def _acknowledge(t: Translate, view: ReviewView) -> Button:
    return Button(
        t("review-button-acknowledge"),
        "review.acknowledge",
        str(view.review.id),
        ButtonStyle.PRIMARY,
    )


def erasing(t: Translate, person: Person, count: int) -> Reply:
    """What would be gone, and the button that does it."""
    sure = Confirm(
        t("review-erase-sure", who=person.name),
        t("review-erase-text"),
        t("review-button-erase"),
        t("button-cancel"),
    )
    label, id = t("review-button-erase"), str(person.id)
    button = Button(label, "review.erase", id, ButtonStyle.DANGER, sure)
    title = t.line("review-erase", who=person.name, count=count)
    card = Card(title, (Buttons((button,)),), Tone.WARNING)
    return Reply(card, Audience.ONLY_YOU)
