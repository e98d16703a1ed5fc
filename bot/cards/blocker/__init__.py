"""What people see of one blocker: its card, news about it, its story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.cards.blocker.words import (
    brief,
    buttons,
    facts,
    short,
    since,
    title,
    whole,
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
from bot.model.blocker import BlockerView, Update, UpdateKind
from bot.model.people import Person
from bot.ports import Translate

NEWEST = 15


@dataclass(frozen=True, slots=True)
class BlockerStory:
    """A blocker with everything that happened to it; `people` are names by id."""

    view: BlockerView
    updates: Sequence[Update]
    people: Mapping[int, str]


def card(
    view: BlockerView,
    t: Translate,
    reader: Person | None = None,
    *,
    notes: Sequence[Line] = (),
) -> Card:
    """One blocker; `reader` is who it is shown to alone, None in a room."""
    return _card(view, t, reader, title(view.blocker, t), "blocker.card", notes)


def news(
    view: BlockerView,
    t: Translate,
    reader: Person | None,
    kind: str,
    who: str,
    said: str = "",
) -> Card:
    """Something that happened to it, told to one person: its kind, and by whom."""
    blocker = view.blocker
    headline = t.line(
        f"blocker-news-{kind}",
        who=who,
        id=short(blocker),
        text=brief(blocker.text),
        day=since(view, t),
    )
    notes = asked_since(view, t) if kind == "escalated" else ()
    return _card(view, t, reader, headline, f"blocker.{kind}", notes, said)


def asked_since(view: BlockerView, t: Translate) -> tuple[Line, ...]:
    """Who was asked for help, since when, and whether they have said a word."""
    pairs = zip(view.tagged, view.blocker.tags, strict=False)
    return tuple(
        t.line(
            "blocker-asked-seen" if tag.acknowledged_at else "blocker-asked-silent",
            who=name,
            day=t.day(tag.tagged_at.astimezone(t.zone).date()),
        )
        for name, tag in pairs
    )


def task_done(view: BlockerView, t: Translate) -> Card:
    """Asks its reporter whether what its task was for is out of the way, too."""
    blocker, number = view.blocker, str(view.blocker.number)
    headline = t.line(
        "blocker-task-done",
        task=f"T-{view.task}",
        id=short(blocker),
        text=brief(blocker.text),
    )
    label = t("blocker-button-resolve")
    done = Button(label, "blocker.resolve", number, ButtonStyle.PRIMARY)
    still = Button(t("blocker-button-still"), "blocker.still", number)
    notice = Notice("blocker.task-done", (("blocker", blocker.id),))
    blocks = (Note(facts(view, t)), Buttons((done, still)))
    return Card(headline, blocks, subject=blocker.subject, notice=notice)


def _card(
    view: BlockerView,
    t: Translate,
    reader: Person | None,
    headline: Line,
    kind: str,
    notes: Sequence[Line],
    said: str = "",
) -> Card:
    blocker = view.blocker
    blocks: list[Block] = [Note(facts(view, t)), *_words(view, t)]
    if said or (blocker.open and view.last_said):
        blocks.append(Quote(said or view.last_said))
    blocks += [Paragraph(note) for note in notes]
    blocks.append(buttons(view, t, reader))
    return Card(
        headline,
        tuple(blocks),
        Tone.WARNING if blocker.open else Tone.GOOD,
        subject=blocker.subject,
        notice=Notice(kind, (("blocker", blocker.id),)),
        at_once=not blocker.open,
    )


def _words(view: BlockerView, t: Translate) -> list[Block]:
    """All that was said, and how far it has come."""
    blocker = view.blocker
    blocks: list[Block] = [] if whole(blocker.text) else [Quote(blocker.text)]
    if acknowledged := _acknowledged(view):
        names = t.items(acknowledged)
        blocks.append(Paragraph(t.line("blocker-seen-by", names=names)))
    if view.escalated and blocker.open:
        who = view.escalated
        blocks.append(Paragraph(t.line("blocker-escalated-to", who=who)))
    if not blocker.open:
        when = t.moment(blocker.resolved_at) if blocker.resolved_at else ""
        line = t.line("blocker-resolved-by", who=view.resolver, when=when)
        blocks.append(Paragraph(line))
        if blocker.outcome:
            blocks.append(Quote(blocker.outcome))
    return blocks


def _acknowledged(view: BlockerView) -> tuple[str, ...]:
    pairs = zip(view.tagged, view.blocker.tags, strict=False)
    return tuple(name for name, tag in pairs if tag.acknowledged_at)


# --- everything about it -------------------------------------------------------


def story(
    told: BlockerStory, t: Translate, reader: Person, audience: Audience
) -> Reply:
    """The whole card, for one person's eyes."""
    view = told.view
    blocks: list[Block] = [Note(facts(view, t)), *_words(view, t)]
    lines = tuple(_line(update, told, t) for update in told.updates[-NEWEST:])
    if lines:
        blocks += [Heading(t("blocker-show-story")), Bullets(lines)]
    blocks.append(buttons(view, t, reader, full=True))
    tone = Tone.WARNING if view.blocker.open else Tone.GOOD
    return Reply(Card(title(view.blocker, t), tuple(blocks), tone), audience)


def _line(update: Update, told: BlockerStory, t: Translate) -> Line:
    about = update.kind in (UpdateKind.TAGGED, UpdateKind.ESCALATED)
    whom = int(update.text) if about and update.text.isdigit() else 0
    mute = update.kind is UpdateKind.SAID and not update.text
    return t.line(
        f"blocker-story-{'still' if mute else update.kind.value}",
        when=t.moment(update.at),
        who=told.people.get(update.person_id or 0, ""),
        whom=told.people.get(whom, ""),
        text=update.text,
    )
