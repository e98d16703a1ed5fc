"""What people see of several pieces of feedback."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.words import note, title
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Heading,
    Item,
    Note,
    Option,
    Paragraph,
    Picker,
    Reply,
)
from bot.model.feedback import Feedback
from bot.ports import Translate

SHOWN = 20
AT_HOME = 5
WORDS = ("open", "new", "own", "mine", "sent", "blocking", "overdue", "closed")


def listing(
    views: Sequence[FeedbackView],
    t: Translate,
    query: str,
    said: str = "",
    oldest: Feedback | None = None,
) -> Reply:
    """In their order, at most twenty. Where nothing was found, the button for new
    feedback brings what was `said`: it may have been a customer's words. Since when the
    `oldest` waits is said first.
    """
    new = Button(t("feedback-button-new"), "feedback.new", "" if views else said)
    card = _card(views, t, query, (new,))
    if oldest:
        since = t.moment(oldest.opened_at)
        line = t.line("feedback-list-oldest", id=oldest.short, since=since)
        card = replace(card, blocks=(Paragraph(line), *card.blocks))
    return Reply(card, Audience.ONLY_YOU)


def _card(
    views: Sequence[FeedbackView], t: Translate, query: str, new: tuple[Button, ...]
) -> Card:
    blocks: list[Block] = [item(view, t) for view in views[:SHOWN]]
    if len(views) > SHOWN:
        blocks.append(Note(t.line("feedback-list-more", count=len(views) - SHOWN)))
    if not views:
        blocks.append(Paragraph(t.line("feedback-list-empty")))
    picker = Picker(
        "feedback.list",
        t("feedback-list-other"),
        tuple(Option(t(f"feedback-list-{word}"), word) for word in WORDS),
        chosen=query if query in WORDS else None,
    )
    report = Button(t("feedback-report-button"), "feedback.report", "4")
    blocks.append(Buttons((picker, *new, report)))
    what = t(f"feedback-list-{query}") if query in WORDS else query
    heading = t.line("feedback-list-title", what=what)
    return Card(heading, tuple(blocks))


def found(
    views: Sequence[FeedbackView], t: Translate, query: str, said: str, may_be: str
) -> Reply:
    """What a search found. What `may_be` a customer's words is offered first to be
    passed on, and only once.
    """
    if not may_be:
        return listing(views, t, query, said)
    card = _card(views, t, query, ())
    label, style = t("feedback-button-pass-on"), ButtonStyle.PRIMARY
    blocks = (
        Paragraph(t.line("feedback-search-complaint")),
        Buttons((Button(label, "feedback.new", may_be, style),)),
        *card.blocks,
    )
    return Reply(replace(card, blocks=blocks), Audience.ONLY_YOU)


def home_blocks(views: Sequence[FeedbackView], t: Translate) -> tuple[Block, ...]:
    """What is theirs, on the home tab; nothing where nothing is."""
    if not views:
        return ()
    blocks: list[Block] = [Heading(t("feedback-home-title"))]
    blocks += [item(view, t) for view in views[:AT_HOME]]
    if (rest := len(views) - AT_HOME) > 0:
        blocks.append(Note(t.line("feedback-list-more", count=rest)))
    return tuple(blocks)


def item(view: FeedbackView, t: Translate, *, taking: bool = False) -> Item:
    """One line of a list, with everything about it a button away; `taking` offers what
    nobody owns.
    """
    feedback, number = view.feedback, str(view.feedback.number)
    show = Button(t("feedback-button-show"), "feedback.show", number)
    take = Button(t("feedback-button-take"), "feedback.take", number)
    head = title(feedback, t, whole=view.whole)
    free = taking and feedback.owner_id is None and not feedback.state.answered
    return Item(head, note(feedback, t, view.owner), (take, show) if free else (show,))
