"""What people see of stand-ups as such: one of them, all of them, and what waits."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.standup import words as said
from bot.cards.standup.facts import facts, when
from bot.cards.standup.forms import Section, section_name
from bot.cards.standup.left_out import days_left_out
from bot.cards.standup.view import StandupView
from bot.messages import (
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Confirm,
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
from bot.model.standup.templates import COURSES, Template
from bot.ports import Translate

DOT = " · "
PAGE = 7  # a card of DingTalk has room for eight buttons


def made(t: Translate, view: StandupView, notes: Sequence[Line]) -> Card:
    """Says what was set up, everything chosen for them included."""
    line = t.line("standup-made", name=Bold(view.standup.name))
    said_so: list[Block] = [Note(note) for note in notes]
    blocks: tuple[Block, ...] = (facts(t, view), *said_so, _buttons(t, view))
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
    blocks: tuple[Block, ...] = (facts(t, view),)
    if view.standup.state is not StandupState.ARCHIVED:
        blocks += (_buttons(t, view),)
    return _card(line, blocks, view.standup, Tone.NEUTRAL)


def _card(line: Line, blocks: tuple[Block, ...], standup: Standup, tone: Tone) -> Card:
    notice = Notice("standup.card", (("standup", standup.id),))
    return Card(line, blocks, tone, f"standup:{standup.id}", notice)


def listing(t: Translate, views: Sequence[StandupView], first: int = 0) -> Card:
    """All of them, one line each; a page has as many as a card of every chat has
    buttons for.
    """
    if not views:
        new = Button(t("standup-button-new"), "standup.new", style=ButtonStyle.PRIMARY)
        return Card(t.line("standup-list-empty"), (Buttons((new,)),))
    items = tuple(
        Item(
            _numbered(t, view.standup),
            _line_note(t, view),
            (Button(t("standup-button-show"), "standup.show", str(view.standup.id)),),
        )
        for view in views[first : first + PAGE]
    )
    pages = _pages(t, len(views), first)
    return Card(t.line("standup-list-title"), (*items, *pages))


def _pages(t: Translate, count: int, first: int) -> tuple[Block, ...]:
    """The way to the next of them, and back to the first."""
    left = count - first - PAGE
    if left > 0:
        label = t("standup-list-more", count=left)
        return (Buttons((Button(label, "standup.list", str(first + PAGE)),)),)
    if first:
        return (Buttons((Button(t("standup-list-first"), "standup.list", "0"),)),)
    return ()


def waiting(t: Translate, shares: Sequence[Share], coming: Sequence[Coming]) -> Card:
    """What still waits for one person, or when the next comes."""
    if not shares:
        return Card(t.line("standup-nothing-waits"), _coming(t, coming))
    items: list[Block] = [_share(t, share) for share in shares]
    items += [_any_time(t, each.standup) for each in coming if each.standup.whenever]
    return Card(t.line("standup-waits-title", count=len(shares)), tuple(items))


def skippable(t: Translate, shares: Sequence[Share]) -> Card:
    """Which of several to leave out today."""
    items = tuple(
        replace(_share(t, each), buttons=(_skip(t, each),)) for each in shares
    )
    return Card(t.line("standup-skip-which"), items)


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
    line: Line = (Bold(share.standup.name), DOT, t.day(share.occurrence.day))
    note = t.line("standup-due", close=t.moment(share.occurrence.closes_at))
    return Item(line, note, (fill, _skip(t, share)))


def _skip(t: Translate, share: Share) -> Button:
    return Button(t("standup-skip"), "standup.skip", str(share.occurrence.id))


def _coming(t: Translate, coming: Sequence[Coming]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for each in coming:
        if each.standup.whenever:
            blocks.append(_any_time(t, each.standup))
        elif when := said.upcoming(t, each.standup, each.at):
            name = Bold(each.standup.name)
            blocks.append(Note(t.line("standup-next", name=name, when=when)))
    return tuple(blocks)


def _any_time(t: Translate, standup: Standup) -> Item:
    fill = Button(t("standup-fill"), "standup.open", str(standup.id))
    return Item((Bold(standup.name),), t.line("standup-any-time"), (fill,))


def _numbered(t: Translate, standup: Standup) -> Line:
    """Its name and number, by either of which a command finds it (PEERS A28)."""
    return (Bold(standup.name), f" #{standup.id}", DOT, when(t, standup))


def _line_note(t: Translate, view: StandupView) -> Line:
    who = said.roster(t, view.standup, view.names, view.place)
    parts: Line = (who,)
    if view.place:
        parts += (DOT, view.place)
    if view.standup.state is not StandupState.ACTIVE:
        return (*parts, DOT, t(f"standup-state-{view.standup.state}"))
    if when := said.upcoming(t, view.standup, view.asked_at):
        parts += (DOT, *t.line("standup-next-at", when=when))
    if days := view.standup.skipped:
        parts += (DOT, *t.line("standup-not-on", days=days_left_out(t, days)))
    return parts


def _buttons(t: Translate, view: StandupView) -> Buttons:
    number = str(view.standup.id)
    again = "resume" if view.standup.paused else "pause"
    sure = Confirm(
        t("standup-run-sure-title"),
        t("standup-run-sure"),
        t("standup-button-run"),
        t("button-cancel"),
    )
    return Buttons(
        (
            Button(t("report-button"), "standup.report", number),
            Button(t("standup-button-preview"), "standup.preview", number),
            Button(t("standup-button-edit"), "standup.edit", number),
            Button(t("standup-button-run"), "standup.run", number, confirm=sure),
            Button(t(f"standup-button-{again}"), f"standup.{again}", number),
            Button(t("standup-button-copy"), "standup.copy", number),
            _archive(t, view.standup),
        )
    )


def _archive(t: Translate, standup: Standup) -> Button:
    """Ends it for good, once more asked."""
    sure = Confirm(
        t("standup-archive-sure-title", name=standup.name),
        t("standup-archive-sure"),
        t("standup-button-archive"),
        t("button-cancel"),
    )
    return Button(
        t("standup-button-archive"),
        "standup.archive",
        str(standup.id),
        ButtonStyle.DANGER,
        sure,
    )


def parts(t: Translate, standup: Standup) -> Card:
    """What can be changed: a button for each form."""
    buttons = tuple(
        Button(section_name(t, each), "standup.edit", f"{standup.id}:{each}")
        for each in Section
    )
    line = t.line("standup-parts", name=Bold(standup.name))
    return Card(line, (Buttons(buttons),))


def archiving(t: Translate, standup: Standup) -> Card:
    """Whether it shall end for good."""
    line = t.line("standup-archive-sure-title", name=Bold(standup.name))
    archive = replace(_archive(t, standup), confirm=None)
    show = Button(t("standup-button-show"), "standup.show", str(standup.id))
    why = Paragraph(t.line("standup-archive-sure"))
    return Card(line, (why, Buttons((archive, show))), Tone.WARNING)


def templates(t: Translate) -> Card:
    """What one can begin with: its name, its days, what it asks."""
    items = tuple(
        Item(
            (Bold(said.template_name(t, each)), DOT, said.days(t, COURSES[each].rule)),
            ("\n".join(said.template_questions(t, each)),),
            (Button(t("standup-button-use"), "standup.new", f"template:{each}"),),
        )
        for each in Template
    )
    return Card(t.line("standup-templates-title"), items)


def handed(t: Translate, standup: Standup, by: str, owner: str, *, yours: bool) -> Card:
    """It has another owner, because somebody gave it: for who is it, and who was."""
    key = "standup-given-you" if yours else "standup-given-away"
    line = t.line(key, name=Bold(standup.name), by=by, owner=owner)
    show = Button(t("standup-button-show"), "standup.show", str(standup.id))
    return Card(line, (Buttons((show,)),))


def made_admin(t: Translate, standup: Standup, by: str) -> Card:
    """Somebody looks after it too, for themselves to know."""
    line = t.line("standup-admin-you", name=Bold(standup.name), by=by)
    show = Button(t("standup-button-show"), "standup.show", str(standup.id))
    return Card(line, (Buttons((show,)),))


def invited(t: Translate, standup: Standup, note: Line) -> Card:
    """A group hears of a stand-up that asks its people, and how they take part."""
    line = t.line("standup-invited", name=Bold(standup.name))
    return Card(line, (Paragraph(note),))


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


def owned(t: Translate, standup: Standup, before: str) -> Card:
    """It has another owner, for who is it."""
    line = t.line("standup-owned", name=Bold(standup.name), before=before)
    number = str(standup.id)
    buttons = Buttons(
        (
            Button(t("standup-button-show"), "standup.show", number),
            Button(t("standup-button-edit"), "standup.edit", number),
        )
    )
    return Card(line, (buttons,), tone=Tone.NEUTRAL)


def told(t: Translate, key: str, standup: Standup, **values: object) -> Card:
    """One sentence about one stand-up."""
    return Card(t.line(key, name=Bold(standup.name), **values), tone=Tone.GOOD)


def names_of(people: Sequence[int], known: dict[int, Person]) -> tuple[str, ...]:
    """The names of these people, those we know."""
    return tuple(known[person].name for person in people if person in known)
