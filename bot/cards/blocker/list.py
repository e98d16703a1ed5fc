"""What people see of several blockers."""

from collections.abc import Sequence

from bot.cards.blocker.words import aged, buttons, facts, short, title
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    Card,
    Item,
    Line,
    Note,
    Option,
    Paragraph,
    Picker,
    Reply,
    Tone,
)
from bot.model.blocker import BlockerView
from bot.model.people import Person
from bot.ports import Translate

SHOWN = 20
WORDS = ("all", "mine")


def listing(
    views: Sequence[BlockerView],
    t: Translate,
    *,
    query: str,
    heading: Line,
    audience: Audience = Audience.ONLY_YOU,
) -> Reply:
    """Open blockers, the oldest first, at most twenty."""
    blocks: list[Block] = [_item(view, t) for view in views[:SHOWN]]
    if len(views) > SHOWN:
        blocks.append(Note(t.line("blocker-list-more", count=len(views) - SHOWN)))
    if not views:
        blocks.append(Paragraph(t.line("blocker-list-empty")))
    picker = Picker(
        "blocker.list",
        t("blocker-list-other"),
        tuple(Option(t(f"blocker-list-{word}"), word) for word in WORDS),
        chosen=query if query in WORDS else None,
    )
    new = Button(t("blocker-button-new"), "blocker.new")
    blocks.append(Buttons((picker, new)))
    return Reply(Card(heading, tuple(blocks)), audience)


def nudge(views: Sequence[BlockerView], t: Translate, reader: Person) -> Card:
    """What the reader is asked to help with, as long as they have not seen it."""
    waiting = [view for view in views if _waits(view, reader)]
    title_ = t.line("blocker-nudge", count=len(waiting))
    tone = Tone.WARNING if waiting else Tone.GOOD
    if len(views) == 1:
        one = Item(title(views[0].blocker, t), facts(views[0], t))
        return Card(title_, (one, buttons(views[0], t, reader)), tone)
    return Card(title_, tuple(_help(view, t, reader) for view in views[:SHOWN]), tone)


def still(views: Sequence[BlockerView], t: Translate, told: frozenset[int]) -> Card:
    """Asks a reporter of each whether it is still there; those in `told` they told."""
    left = [view for view in views if view.blocker.open and view.blocker.id not in told]
    blocks: list[Block] = [
        _asked(view, t, told=view.blocker.id in told, alone=len(views) == 1)
        for view in views[:SHOWN]
    ]
    if left:
        numbers = " ".join(str(view.blocker.number) for view in left)
        key = "blocker-button-yes" if len(views) == 1 else "blocker-button-yes-all"
        yes = Button(t(key), "blocker.still", numbers)
        no = Button(t("blocker-button-no"), "blocker.resolve", numbers)
        blocks.append(Buttons((yes, no) if len(views) == 1 else (yes,)))
    return Card(t.line("blocker-still"), tuple(blocks))


def _waits(view: BlockerView, reader: Person) -> bool:
    tag = view.blocker.tag_of(reader.id)
    return view.blocker.open and tag is not None and tag.acknowledged_at is None


def _help(view: BlockerView, t: Translate, reader: Person) -> Item:
    number = str(view.blocker.number)
    show = Button(t("blocker-button-show"), "blocker.show", number)
    if not view.blocker.open:
        return Item(title(view.blocker, t), facts(view, t), (show,))
    names = ("ack",) if _waits(view, reader) else ()
    found = [
        Button(t(f"blocker-button-{name}"), f"blocker.{name}", number)
        for name in (*names, "say", "resolve")
    ]
    return Item(title(view.blocker, t), facts(view, t), tuple(found))


def _asked(view: BlockerView, t: Translate, *, told: bool, alone: bool) -> Item:
    blocker, number = view.blocker, str(view.blocker.number)
    if not blocker.open:
        undo = Button(t("button-undo"), "blocker.reopen", number)
        return Item(title(blocker, t), facts(view, t), (undo,))
    if told:
        stays = t.line("blocker-still-there", id=short(blocker))
        return Item(title(blocker, t), stays)
    solved = Button(t("blocker-button-resolve"), "blocker.resolve", number)
    return Item(title(blocker, t), facts(view, t), () if alone else (solved,))


def _item(view: BlockerView, t: Translate) -> Item:
    show = Button(t("blocker-button-show"), "blocker.show", str(view.blocker.number))
    return Item(aged(view, t), facts(view, t), (show,))
