"""What people see of retrospectives: a note put in, the box, what was opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.retro.words import DOT, button, kind, with_source
from bot.cards.task.words import title as task_title
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Buttons,
    ButtonStyle,
    Card,
    Confirm,
    Heading,
    Item,
    Line,
    Notice,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.messages import Note as SmallPrint
from bot.model.feedback.figures import StepFigures
from bot.model.retro import Note, NoteKind, Retro
from bot.model.task import TaskView
from bot.ports import Translate

PAGE = 5_000  # characters of notes in one message
MOST = 25  # notes in one message
FEW = 3  # people among whom nobody can be guessed
MINUS = "\u2212"
BRIEF = 140  # characters of one's own note in a list
Rows = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A retrospective with the name of its room; `before` are the tasks of earlier
    ones, `actions` its own, `heard` what customers spoke of most in the meantime.
    """

    retro: Retro
    room: str
    notes: tuple[Note, ...]
    before: tuple[TaskView, ...] = ()
    actions: tuple[TaskView, ...] = ()
    heard: tuple[StepFigures, ...] = ()


def kept(note: Note, room: str, t: Translate, *, sure: bool) -> Reply:
    """A note was put in; where nobody said of what kind it is, that is one tap."""
    blocks: list[Block] = [Quote(note.text)]
    if not sure:
        blocks.append(SmallPrint(t.line("retro-kind-which")))
        row = [
            button(t, f"kind-{each.value}", "kind", f"{note.number} {each.value}")
            for each in NoteKind
        ]
        blocks.append(Buttons(tuple(row)))
    blocks.append(SmallPrint(t.line("retro-kept-note")))
    number = str(note.number)
    row = [button(t, "change", "change", number), button(t, "drop", "drop", number)]
    blocks.append(Buttons(tuple(row)))
    key = "retro-kept" if sure else "retro-kept-unsure"
    title = t.line(key, id=note.short, room=room, kind=kind(t, note.kind))
    return Reply(Card(title, tuple(blocks), Tone.GOOD), Audience.ONLY_YOU)


def mine(
    t: Translate, notes: Sequence[tuple[Note, str]], rooms: Rows, openable: str
) -> Reply:
    """One's own notes, and how many wait in each room."""
    blocks: list[Block] = [_own(t, note, room) for note, room in notes]
    if not notes:
        blocks.append(Paragraph(t.line("retro-mine-none")))
    blocks += [
        SmallPrint(t.line("retro-waiting", room=room, count=count))
        for room, count in rooms
    ]
    row = [button(t, "add", "new", "")]
    if openable:
        row.append(button(t, "open", "ask", openable))
    blocks.append(Buttons(tuple(row)))
    return Reply(Card(t.line("retro-mine-title"), tuple(blocks)), Audience.ONLY_YOU)


def ask(t: Translate, room: str, notes: int, people: int, place: str) -> Reply:
    """Whether to open now, and what that does."""
    sure = Confirm(
        t("retro-ask-sure", room=room),
        t("retro-ask-sure-text"),
        t("retro-button-open"),
        t("button-cancel"),
    )
    go = button(t, "open", "open", place, ButtonStyle.PRIMARY, sure)
    blocks: list[Block] = [
        Paragraph(t.line("retro-ask-text", count=notes, people=people)),
        SmallPrint(t.line("retro-ask-note")),
    ]
    if people < FEW:
        blocks.append(SmallPrint(t.line("retro-ask-few")))
    blocks.append(Buttons((go,)))
    title = t.line("retro-ask", room=room)
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def opened(found: Opened, t: Translate, page: int = 1) -> Card:
    """One page of what everybody reads at the same time, without names."""
    every = pages(found.notes)
    page = min(max(page, 1), len(every))
    blocks: list[Block] = []
    if page == 1:
        blocks += _tasks(t, "retro-before", found.before)
    for each in NoteKind:
        lines = tuple(with_source(t, n) for n in every[page - 1] if n.kind is each)
        if lines:
            blocks += [Heading(kind(t, each)), Bullets(lines)]
    if page == len(every):
        blocks += _heard(t, found.heard)
        blocks += _tasks(t, "retro-actions", found.actions)
        blocks.append(SmallPrint(t.line("retro-next")))
    retro = found.retro
    title = t.line(
        "retro-opened",
        number=str(retro.number),
        room=found.room,
        count=len(found.notes),
        people=retro.people,
    )
    if len(every) > 1:
        title = (*title, DOT, t("retro-page", page=page, pages=len(every)))
    notice = Notice("retro.opened", (("retro", retro.id), ("page", page)))
    return Card(title, tuple(blocks), subject=retro.subject, notice=notice)


def shown(found: Opened, t: Translate, page: int) -> Reply:
    """The same for one reader, with the way to the rest."""
    card = opened(found, t, page)
    blocks = card.blocks
    if page < len(pages(found.notes)):
        value = f"{found.retro.number} {page + 1}"
        blocks = (*blocks, Buttons((button(t, "more", "show", value),)))
    return Reply(Card(card.title, blocks), Audience.ONLY_YOU)


def past(t: Translate, found: Sequence[tuple[Retro, str]]) -> Reply:
    """Those that were opened, the newest first."""
    blocks: list[Block] = [
        Item(
            t.line(
                "retro-past-line",
                number=str(retro.number),
                room=room,
                day=t.moment(retro.opened_at),
            ),
            (),
            (button(t, "show", "show", str(retro.number)),),
        )
        for retro, room in found
    ]
    if not blocks:
        blocks.append(Paragraph(t.line("retro-past-none")))
    return Reply(Card(t.line("retro-past-title"), tuple(blocks)), Audience.ONLY_YOU)


def done(line: Line) -> Reply:
    """A short confirmation for one's own eyes."""
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


def pages(notes: Sequence[Note]) -> list[list[Note]]:
    """The notes by kind, as many in a message as it has room for; one page at least."""
    order = list(NoteKind)
    found: list[list[Note]] = [[]]
    room = PAGE
    for note in sorted(notes, key=lambda each: order.index(each.kind)):
        if found[-1] and (len(note.text) > room or len(found[-1]) == MOST):
            found.append([])
            room = PAGE
        found[-1].append(note)
        room -= len(note.text)
    return found


def _own(t: Translate, note: Note, room: str) -> Item:
    first = note.text.split("\n", 1)[0]
    brief = first if len(first) <= BRIEF else f"{first[: BRIEF - 1].rstrip()}…"
    number = str(note.number)
    buttons = (
        button(t, "change", "change", number),
        button(t, "drop", "drop", number),
    )
    small = DOT.join(part for part in (kind(t, note.kind), room) if part)
    return Item((note.short, " ", brief), (small,), buttons)


def _heard(t: Translate, heard: Sequence[StepFigures]) -> list[Block]:
    """What to talk about besides: what customers say, in numbers."""
    if not heard:
        return []
    lines = tuple(
        t.line(
            "retro-heard-line",
            step=t(f"feedback-step-{each.step.value}"),
            count=each.now,
            change=f"{each.change:+d}".replace("-", MINUS) if each.change else "±0",
        )
        for each in heard
    )
    return [Heading(t("retro-heard")), Bullets(lines)]


def _tasks(t: Translate, key: str, found: Sequence[TaskView]) -> list[Block]:
    if not found:
        return []
    lines = tuple((*task_title(each.task, t), DOT, each.owner) for each in found)
    return [Heading(t(key)), Bullets(lines)]
