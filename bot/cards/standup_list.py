"""What people see of stand-ups as such: one of them, all of them, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards import standup_words as said
from bot.messages import (
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Confirm,
    Facts,
    Heading,
    Item,
    Line,
    Note,
    Notice,
    Paragraph,
    Tone,
)
from bot.model.people import Person
from bot.model.standup import Coming, Share, Standup, StandupState
from bot.ports import Translate

DOT = " · "


@dataclass(frozen=True, slots=True)
class StandupView:
    """A stand-up with the names of its owner, the people chosen, and its place.

    `asked_at` is when it asks the reader next, if it does.
    """

    standup: Standup
    owner: str
    names: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    place: str = ""
    asked_at: datetime | None = None


def made(t: Translate, view: StandupView, notes: Sequence[Line]) -> Card:
    """Says what was set up, everything chosen for them included."""
    line = t.line("standup-made", name=Bold(view.standup.name))
    said_so: list[Block] = [Note(note) for note in notes]
    blocks: tuple[Block, ...] = (_facts(t, view), *said_so, _buttons(t, view))
    return _card(line, blocks, view.standup, Tone.GOOD)


def noted(t: Translate, view: StandupView, notes: Sequence[Line]) -> Card:
    """A stand-up with what there is to say about it now."""
    card = one(t, view)
    said_so: list[Block] = [Note(note) for note in notes]
    return replace(card, blocks=(*said_so, *card.blocks))


def one(t: Translate, view: StandupView) -> Card:
    """Everything about one stand-up."""
    line: Line = ("📋 ", Bold(view.standup.name))
    if view.standup.state is not StandupState.ACTIVE:
        line += (DOT, t(f"standup-state-{view.standup.state}"))
    blocks: tuple[Block, ...] = (_facts(t, view),)
    if view.standup.state is not StandupState.ARCHIVED:
        blocks += (_buttons(t, view),)
    return _card(line, blocks, view.standup, Tone.NEUTRAL)


def _card(line: Line, blocks: tuple[Block, ...], standup: Standup, tone: Tone) -> Card:
    notice = Notice("standup.card", (("standup", standup.id),))
    return Card(line, blocks, tone, f"standup:{standup.id}", notice)


def listing(t: Translate, views: Sequence[StandupView]) -> Card:
    """All of them, one line each."""
    if not views:
        new = Button(t("standup-button-new"), "standup.new", style=ButtonStyle.PRIMARY)
        return Card(t.line("standup-list-empty"), (Buttons((new,)),))
    items = tuple(
        Item(
            (Bold(view.standup.name), DOT, _when(t, view.standup)),
            _line_note(t, view),
            (Button(t("standup-button-show"), "standup.show", str(view.standup.id)),),
        )
        for view in views
    )
    return Card(t.line("standup-list-title"), items)


def waiting(t: Translate, shares: Sequence[Share], coming: Sequence[Coming]) -> Card:
    """What still waits for one person, or when the next comes."""
    if not shares:
        return Card(t.line("standup-nothing-waits"), _coming(t, coming))
    items = tuple(_share(t, share) for share in shares)
    return Card(t.line("standup-waits-title", count=len(shares)), items)


def home_blocks(
    t: Translate, shares: Sequence[Share], coming: Sequence[Coming]
) -> tuple[Block, ...]:
    """The home tab's part: what waits with its buttons, then what comes."""
    head = Heading(t("standup-home-title"))
    new = Buttons((Button(t("standup-button-new"), "standup.new"),))
    items = tuple(_share(t, share) for share in shares)
    if not items and not coming:
        return (head, Paragraph(t.line("standup-home-none")), new)
    return (head, *items, *_coming(t, coming))


def _share(t: Translate, share: Share) -> Item:
    number = str(share.occurrence.id)
    fill = Button(t("standup-fill"), "standup.fill", number, ButtonStyle.PRIMARY)
    skip = Button(t("standup-skip"), "standup.skip", number)
    line: Line = (Bold(share.standup.name), DOT, t.day(share.occurrence.day))
    note = t.line("standup-due", close=t.moment(share.occurrence.closes_at))
    return Item(line, note, (fill, skip))


def _coming(t: Translate, coming: Sequence[Coming]) -> tuple[Block, ...]:
    return tuple(
        Note(t.line("standup-next", name=Bold(each.standup.name), when=when))
        for each in coming
        if (when := said.upcoming(t, each.standup, each.at))
    )


def _when(t: Translate, standup: Standup) -> str:
    days, at = said.days(t, standup.rule), said.time_of_day(t, standup)
    return t("standup-when", days=days, at=at)


def _line_note(t: Translate, view: StandupView) -> Line:
    who = said.roster(t, view.standup, view.names, view.place)
    parts: Line = (who,)
    if view.place:
        parts += (DOT, view.place)
    if view.standup.state is not StandupState.ACTIVE:
        return (*parts, DOT, t(f"standup-state-{view.standup.state}"))
    if when := said.upcoming(t, view.standup, view.asked_at):
        return (*parts, DOT, *t.line("standup-next-at", when=when))
    return parts


def _facts(t: Translate, view: StandupView) -> Facts:
    standup = view.standup
    place = view.place or t("standup-place-none", name=view.owner)
    questions = "\n".join(said.question(t, each) for each in standup.questions)
    remind = standup.remind_minutes
    rows: list[tuple[str, Line]] = [
        (t("standup-fact-when"), (_when(t, standup),)),
        (
            t("standup-fact-who"),
            (said.roster(t, standup, view.names, view.place),),
        ),
        (t("standup-fact-place"), (place,)),
        (t("standup-fact-close"), (said.closing(t, standup),)),
        (t("standup-fact-remind"), (t("standup-remind", minutes=remind),)),
        (t("standup-fact-questions"), (questions,)),
        (t("standup-fact-owner"), (view.owner,)),
    ]
    if view.observers:
        names = said.people(t, view.observers)
        rows.append((t("standup-fact-observers"), (names,)))
    when = said.upcoming(t, standup, view.asked_at)
    if when and standup.active:
        rows.append((t("standup-fact-next"), when))
    return Facts(tuple(rows))


def _buttons(t: Translate, view: StandupView) -> Buttons:
    number = str(view.standup.id)
    paused = view.standup.state is StandupState.PAUSED
    word = "resume" if paused else "pause"
    confirm = Confirm(
        t("standup-run-sure-title"),
        t("standup-run-sure"),
        t("standup-button-run"),
        t("button-cancel"),
    )
    return Buttons(
        (
            Button(t("standup-button-preview"), "standup.preview", number),
            Button(t("standup-button-edit"), "standup.edit", number),
            Button(t("standup-button-run"), "standup.run", number, confirm=confirm),
            Button(t(f"standup-button-{word}"), f"standup.{word}", number),
        )
    )


def warned(t: Translate, standup: Standup, place: str) -> Card:
    """Nobody can be asked, for the bot does not see who is in the place."""
    line = t.line("standup-blind", name=Bold(standup.name), place=place)
    return Card(line, tone=Tone.WARNING)


def turned_away(t: Translate, standup: Standup) -> Card:
    """It was paused, for its owner is not in its private place. Its name is theirs,
    the place's is not.
    """
    return Card(
        t.line("standup-turned-away", name=Bold(standup.name)), tone=Tone.WARNING
    )


def told(t: Translate, key: str, standup: Standup, **values: object) -> Card:
    """One sentence about one stand-up."""
    return Card(t.line(key, name=Bold(standup.name), **values), tone=Tone.GOOD)


def names_of(people: Sequence[int], known: dict[int, Person]) -> tuple[str, ...]:
    """The names of these people, those we know."""
    return tuple(known[person].name for person in people if person in known)
