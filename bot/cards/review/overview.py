"""How far reviews are, for who sees to it: counts and names, and no word of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.review import ReviewView, RoundView
from bot.messages import (
    Attachment,
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Confirm,
    Item,
    Line,
    Note,
    Paragraph,
    Reply,
    Tone,
)
from bot.model.draft import Opener
from bot.model.review import Cycle, State
from bot.model.review.rhythm import Span
from bot.model.sheet import FileKind, Sheet
from bot.ports import Translate

COLUMNS = (
    "cycle", "due", "person", "reviewer", "state", "self", "sent", "acknowledged",
)  # fmt: skip
SHOWN = 40
Rings = Sequence[Sequence[str]]


def rhythm(t: Translate, cycle: Cycle) -> str:
    """How often it comes, in words."""
    return t(f"review-cadence-{cycle.cadence.value}", count=cycle.weeks)


def made(
    t: Translate, cycle: Cycle, span: Span, opened: RoundView | None, rings: Rings
) -> Reply:
    """What a new cycle comes to, and who is left over."""
    said = {"cycle": cycle.name, "rhythm": rhythm(t, cycle)}
    if opened is None:
        days = {"first": t.day(span.opens), "day": t.day(span.due)}
        title = t.line("review-made-later", **said)
        blocks: tuple[Block, ...] = (Paragraph(t.line("review-made-days", **days)),)
    else:
        title = t.line("review-made", **said)
        blocks = _state(t, opened, rings)
    return Reply(Card(title, blocks, Tone.GOOD), Audience.ONLY_YOU)


def begun(t: Translate, view: RoundView, rings: Rings) -> Card:
    """That a round is open."""
    title = t.line("review-begun", cycle=view.cycle.name)
    return Card(title, _state(t, view, rings))


def late(t: Translate, view: RoundView) -> Card:
    """What is overdue: whose, and by whom."""
    title = t.line("review-late", count=len(view.left))
    of = {"cycle": view.cycle.name, "day": t.day(view.round.due)}
    blocks: list[Block] = [Paragraph(t.line("review-of", **of))]
    blocks += [Item(_pair(t, each)) for each in view.left[:SHOWN]]
    if len(view.left) > SHOWN:
        blocks.append(Note(t.line("review-more", count=len(view.left) - SHOWN)))
    blocks.append(Buttons((_show(t, view),)))
    return Card(title, tuple(blocks), Tone.WARNING)


def lost(t: Translate, view: ReviewView) -> Card:
    """That nobody can write somebody's review."""
    said = t.line("review-lost-who", who=view.person, cycle=view.cycle.name)
    how = Note(t.line("review-lost-how", who=view.person))
    blocks = (Paragraph(said), how)
    title = t.line("review-lost")
    return Card(title, blocks, Tone.WARNING, subject=view.review.subject)


@dataclass(frozen=True, slots=True)
class CycleView:
    """A cycle with its newest round, or with when the first opens."""

    cycle: Cycle
    newest: RoundView | None
    opens: date


def cycles(t: Translate, found: Sequence[CycleView]) -> Reply:
    """Every cycle that comes, with how far it is."""
    blocks: list[Block] = [_cycle(t, each) for each in found]
    if not blocks:
        blocks.append(Paragraph(t.line("review-cycles-none")))
    new = Button(t("review-button-new"), "review.new", style=ButtonStyle.PRIMARY)
    export = Button(t("review-button-export"), "review.export", "xlsx")
    blocks.append(Buttons((new, export) if found else (new,)))
    return Reply(Card(t.line("review-cycles"), tuple(blocks)), Audience.ONLY_YOU)


def shown(t: Translate, view: RoundView, today: date) -> Reply:
    """Everybody's, by state: whose, by whom, and since when."""
    title = t.line(
        "review-shown",
        cycle=view.cycle.name,
        day=t.day(view.round.due),
        count=view.written,
        total=len(view.rows),
    )
    ordered = sorted(view.rows, key=lambda each: (each.review.sent, each.person))
    blocks: list[Block] = [
        Item(_pair(t, each), _when(t, each, today)) for each in ordered[:SHOWN]
    ]
    if len(ordered) > SHOWN:
        blocks.append(Note(t.line("review-more", count=len(ordered) - SHOWN)))
    buttons = [Button(t("review-button-export"), "review.export", "xlsx")]
    if view.cycle.stopped_at is None:
        buttons.append(_stop(t, view.cycle))
    blocks += [Buttons(tuple(buttons)), Note(t.line("review-shown-note"))]
    return Reply(Card(title, tuple(blocks)), Audience.DIRECT)


def sheet(
    t: Translate, rows: Sequence[ReviewView], kind: FileKind, today: date
) -> Sheet:
    """How far every review is: never what it says."""
    head = tuple(t(f"review-column-{name}") for name in COLUMNS)
    return Sheet(
        t("review-file"), kind, head, tuple(_row(t, each, today) for each in rows)
    )


def exported(t: Translate, file: Sheet, opener: Opener) -> Reply:
    """The file, in the reader's own conversation."""
    title = t.line("review-exported", count=len(file.rows))
    note = Note(t.line("review-shown-note"))
    card = Card(title, (Attachment(file, opener), note), Tone.GOOD)
    return Reply(card, Audience.ONLY_YOU)


def _state(t: Translate, view: RoundView, rings: Rings) -> tuple[Block, ...]:
    alone = [each for each in view.rows if each.review.reviewer_id is None]
    writers = {each.review.reviewer_id for each in view.rows} - {None}
    asked = len(view.rows) > len(alone)
    said = t.line(
        "review-begun-count" if asked else "review-begun-none",
        count=len(view.rows) - len(alone),
        writers=len(writers),
        first=t.day(view.round.opens),
        day=t.day(view.round.due),
    )
    blocks: list[Block] = [Paragraph(said)]
    if rings:
        told = "; ".join(" → ".join(ring) for ring in rings)
        blocks.append(Paragraph(t.line("review-rings", rings=told)))
    if alone:
        names = t.items(tuple(each.person for each in alone[:SHOWN]))
        blocks.append(Paragraph(t.line("review-alone", names=names)))
        if len(alone) > SHOWN:
            blocks.append(Note(t.line("review-more", count=len(alone) - SHOWN)))
        blocks.append(Note(t.line("review-alone-how")))
    blocks.append(Buttons((_show(t, view),)))
    return tuple(blocks)


def _cycle(t: Translate, found: CycleView) -> Item:
    cycle, view = found.cycle, found.newest
    line = t.line("review-cycle-line", cycle=cycle.name, rhythm=rhythm(t, cycle))
    if cycle.stopped_at:
        note = t.line("review-cycle-stopped", when=t.moment(cycle.stopped_at))
    elif view is None:
        note = t.line("review-cycle-waits", day=t.day(found.opens))
    else:
        note = t.line(
            "review-cycle-far",
            count=view.written,
            total=len(view.rows),
            day=t.day(view.round.due),
        )
    buttons = (_show(t, view),) if view else ()
    if cycle.stopped_at is None and view is None:
        buttons = (_stop(t, cycle),)
    return Item(line, note, buttons)


def _show(t: Translate, view: RoundView) -> Button:
    return Button(t("review-button-show"), "review.show", str(view.round.id))


def _stop(t: Translate, cycle: Cycle) -> Button:
    sure = Confirm(
        t("review-stop-sure", cycle=cycle.name),
        t("review-stop-text"),
        t("review-button-stop"),
        t("button-cancel"),
    )
    label, id = t("review-button-stop"), str(cycle.id)
    return Button(label, "review.stop", id, ButtonStyle.DANGER, sure)


def _pair(t: Translate, view: ReviewView) -> Line:
    key = "review-pair" if view.reviewer else "review-pair-alone"
    return t.line(key, who=view.person, by=view.reviewer)


def _when(t: Translate, view: ReviewView, today: date) -> Line:
    review = view.review
    at = review.acknowledged_at or review.sent_at
    said = _state_of(t, view, today)
    if review.state is State.DROPPED or at is None:
        return (said,)
    day = t.day(at.astimezone(t.zone).date())
    return t.line("review-state-on", state=said, day=day)


def _state_of(t: Translate, view: ReviewView, today: date) -> str:
    """How far it is, and whether that is in time (K10)."""
    review, due = view.review, view.round.due
    if review.open and today > due:
        return t("review-state-overdue")
    sent = review.sent_at.astimezone(t.zone).date() if review.sent_at else due
    key = f"review-state-{review.state.value}"
    return t("review-state-late", state=t(key)) if sent > due else t(key)


def _row(t: Translate, view: ReviewView, today: date) -> tuple[str, ...]:
    review = view.review
    instants = (review.self_sent_at, review.sent_at, review.acknowledged_at)
    days = (at.astimezone(t.zone).date().isoformat() if at else "" for at in instants)
    return (
        view.cycle.name,
        view.round.due.isoformat(),
        view.person,
        view.reviewer,
        _state_of(t, view, today),
        *days,
    )
