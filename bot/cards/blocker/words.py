"""The pieces every blocker card is made of: its line, its facts, its buttons."""

from collections.abc import Sequence

from bot.cards.risk.words import make as make_risk
from bot.cards.task.words import joined
from bot.messages import Block, Button, Buttons, ButtonStyle, Item, Line, Paragraph
from bot.model.blocker import Blocker, BlockerView
from bot.model.people import Person
from bot.model.risk import OriginKind
from bot.ports import Translate

IN_A_DAY = 15  # lines of a day's message
BRIEF = 140  # characters of a blocker that a line shows


def short(blocker: Blocker) -> str:
    """How people call it: B-4."""
    return f"B-{blocker.number}"


def brief(text: str) -> str:
    """Its first line, as far as a line has room for it."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= BRIEF else f"{first[: BRIEF - 1].rstrip()}…"


def whole(text: str) -> bool:
    """Whether the first line is all of it."""
    return brief(text) == text


def title(blocker: Blocker, t: Translate) -> Line:
    """Its sign, number and words, in one line."""
    return t.line(
        "blocker-title",
        id=short(blocker),
        text=brief(blocker.text),
        state=blocker.state.value,
    )


def told(view: BlockerView, t: Translate) -> Line:
    """One line of a stand-up's day: "⚠️ B-4 waiting for stock (day 2) → @Li Wei"."""
    line = aged(view, t)
    return (*line, " → ", helpers(view, t)) if view.tagged else line


def aged(view: BlockerView, t: Translate) -> Line:
    """The same with its age, where that is true for as long as it is read."""
    line = title(view.blocker, t)
    if not view.blocker.open:
        return line
    return t.line("blocker-with-day", what=line, day=view.day)


def helpers(view: BlockerView, t: Translate) -> str:
    """Whose help it asks for, and who of them is away; reading it notifies nobody."""
    return " ".join(
        t("blocker-away", name=name) if name in view.away else f"@{name}"
        for name in view.tagged
    )


def day_lines(views: Sequence[BlockerView], t: Translate) -> tuple[Block, ...]:
    """The blockers of a stand-up's day, for everybody who reads it."""
    if not views:
        return ()
    lines = [told(view, t) for view in views[:IN_A_DAY]]
    if len(views) > IN_A_DAY:
        lines.append(t.line("blocker-list-more", count=len(views) - IN_A_DAY))
    line: Line = lines[0]
    for each in lines[1:]:
        line = (*line, "\n", *each)
    return (Paragraph(line),)


def own_items(
    views: Sequence[BlockerView], t: Translate, reporter_id: int
) -> tuple[Block, ...]:
    """A reporter's own ones of the day, below their answer: who could help is one
    press away, and so is taking back that one is out of the way.
    """
    mine = [view for view in views if view.blocker.reporter_id == reporter_id]
    return tuple(_own(view, t) for view in mine)


def _own(view: BlockerView, t: Translate) -> Item:
    blocker, number = view.blocker, str(view.blocker.number)
    if blocker.open:
        help_ = Button(t("blocker-button-tag"), "blocker.tag", number)
        return Item(told(view, t), buttons=(help_,))
    still = Button(t("blocker-button-still"), "blocker.reopen", number)
    theirs = blocker.resolved_by == blocker.reporter_id and not blocker.outcome
    why = t.line("blocker-own-closed") if theirs else ()
    return Item(told(view, t), why, buttons=(still,))


def since(view: BlockerView, t: Translate) -> str:
    """The day on which it was reported: a message that stands for weeks stays true."""
    return t.day(view.blocker.opened_at.astimezone(t.zone).date())


def facts(view: BlockerView, t: Translate) -> Line:
    """Who, where, since when, how much was said, in one line."""
    parts: list[Line] = [(view.reporter,)]
    if view.standup:
        parts.append((view.standup,))
    if view.blocker.open:
        parts.append((t("blocker-since", day=since(view, t)),))
    if view.tagged:
        count = len(view.tagged)
        parts.append(t.line("blocker-tagged", count=count, names=helpers(view, t)))
    if view.updates:
        parts.append((t("blocker-updates", count=view.updates),))
    if view.task:
        parts.append((f"T-{view.task}",))
    if view.risk:
        parts.append((f"R-{view.risk}",))
    return joined(parts)


def buttons(
    view: BlockerView, t: Translate, reader: Person | None, *, full: bool = False
) -> Buttons:
    """What can be pressed; `full` is everything that can be done with it."""
    blocker, number = view.blocker, str(view.blocker.number)

    def button(name: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
        return Button(t(f"blocker-button-{name}"), f"blocker.{name}", number, style)

    if not blocker.open:
        undo = Button(t("button-undo"), "blocker.reopen", number)
        how = () if blocker.outcome else (button("outcome"),)
        return Buttons((undo, *how))
    found = [button(name, ButtonStyle.PRIMARY) for name in _first(blocker, reader)]
    found += [button("say"), button("resolve")]
    tagged = reader is not None and reader.id in blocker.tagged
    if full or not tagged:
        found.append(button("tag"))
    if full and blocker.task_id is None:
        found.append(button("task"))
    if full and not view.risk:
        found.append(make_risk(t, OriginKind.BLOCKER, blocker.number))
    if not full and reader is None:
        found.append(button("show"))
    return Buttons(tuple(found))


def _first(blocker: Blocker, reader: Person | None) -> tuple[str, ...]:
    """What its reader is asked to do before anything else."""
    tag = blocker.tag_of(reader.id) if reader else None
    if tag and not tag.acknowledged_at:
        return ("ack",)
    told_of = reader is not None and reader.id == blocker.escalated_to
    mine = told_of and reader is not None and reader.id != blocker.reporter_id
    return ("take",) if mine and tag is None else ()
