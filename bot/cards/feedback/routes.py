"""What people see of routing: the rules, and what is theirs to see to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.joining import gone
from bot.cards.feedback.words import buttons, note, quote
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
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
from bot.model.feedback import RoutingRule, Step
from bot.model.feedback.rhythm import Rhythm
from bot.model.market import market_name
from bot.model.refs import PlaceRef
from bot.ports import Translate

SHOWN = 20  # rules with a button; others are dropped by their number


def duty(view: FeedbackView, t: Translate, *, urgent: bool) -> Card:
    """Told to who is on duty; at any hour where nothing can be sold."""
    feedback = view.feedback
    if view.home:
        return gone(feedback, view.home, t)
    key = "feedback-news-alarm" if urgent else "feedback-news-routed"
    blocks: list[Block] = [Note(note(feedback, t, view.owner))]
    if feedback.voices:
        blocks.append(quote(feedback.voices[0], whole=view.whole))
    blocks.append(buttons(feedback, t))
    return Card(
        t.line(key, id=feedback.short),
        tuple(blocks),
        Tone.BAD if urgent else Tone.WARNING,
        subject=feedback.subject,
        urgent=urgent,
    )


def listing(
    rules: Sequence[RoutingRule],
    t: Translate,
    places: Mapping[PlaceRef, str],
    people: Mapping[int, str],
    *,
    droppable: bool = False,
    audience: Audience = Audience.ONLY_YOU,
) -> Reply:
    """Every rule, in the order in which they are tried; with a button that forgets it
    where that is theirs to do.
    """
    lines = [
        t.line(
            "feedback-route-line",
            what=t.items(_what(rule, t)) or t("feedback-route-everything"),
            where=t.items(_where(rule, t, places, people)),
        )
        for rule in rules
    ]
    numbers = [t("feedback-route-number-of", number=n + 1) for n in range(len(lines))]
    blocks: list[Block] = [
        Item(line, (number,), (_drop(rule, t),) if droppable else ())
        for line, number, rule in zip(lines[:SHOWN], numbers, rules, strict=False)
    ]
    if len(lines) > SHOWN:
        rest = zip(numbers[SHOWN:], lines[SHOWN:], strict=True)
        blocks.append(Bullets(tuple((f"{number} · ", *line) for number, line in rest)))
    if lines:
        blocks.append(Note(t.line("feedback-routes-order")))
    else:
        blocks.append(Paragraph(t.line("feedback-routes-none")))
    return Reply(Card(t.line("feedback-routes-title"), tuple(blocks)), audience)


def of_step(
    t: Translate,
    step: Step,
    rules: Sequence[RoutingRule],
    places: Mapping[PlaceRef, str],
    people: Mapping[int, str],
) -> Reply:
    """Who sees to feedback of one step; rules of which nothing may be told are not
    there.
    """
    shown = [
        replace(
            each,
            place=each.place if each.place in places else None,
            person_id=each.person_id if each.person_id in people else None,
        )
        for each in rules
    ]
    lines = [
        _sees_to(_what(replace(each, step=None), t), where, t)
        for each in shown
        if (where := _where(each, t, places, people))
    ]
    named = t(f"feedback-step-{step.value}")
    title = t.line("feedback-handling-title", step=named)
    first: Block = (
        Bullets(tuple(lines))
        if lines
        else Paragraph(t.line("feedback-handling-none", step=named))
    )
    notes = (Note(t.line("feedback-routes-order")),) if lines else ()
    return Reply(Card(title, (first, *notes)), Audience.ONLY_YOU)


def _sees_to(what: tuple[str, ...], where: tuple[str, ...], t: Translate) -> Line:
    """Who it is, behind what a rule asks for besides the step."""
    if not what:
        return (t.items(where),)
    return t.line("feedback-route-line", what=t.items(what), where=t.items(where))


def heard(t: Translate, name: str, rhythm: Rhythm) -> str:
    """A room, with how often it hears, where that is not at once."""
    if rhythm is Rhythm.AT_ONCE:
        return name
    often = t(f"feedback-rhythm-{rhythm.value}")
    return t("feedback-route-rhythm", room=name, rhythm=often)


def _drop(rule: RoutingRule, t: Translate) -> Button:
    drop = t("feedback-route-button-drop")
    sure = Confirm(
        t("feedback-route-drop-sure"),
        t("feedback-route-drop-means"),
        drop,
        t("feedback-route-keep"),
    )
    style = ButtonStyle.DANGER
    return Button(drop, "feedback.route-drop", str(rule.id), style, sure)


def _what(rule: RoutingRule, t: Translate) -> tuple[str, ...]:
    parts = [t(f"feedback-step-{rule.step.value}")] if rule.step else []
    if rule.severity:
        parts.append(t(f"feedback-route-severity-{rule.severity.value}"))
    if rule.market:
        market = market_name(rule.market, t.language)
        parts.append(t("feedback-route-market", market=market))
    if rule.sku:
        parts.append(t("feedback-route-sku", sku=rule.sku))
    if rule.words:
        parts.append(t("feedback-route-words", words=t.either(rule.words)))
    return tuple(parts)


def _where(
    rule: RoutingRule,
    t: Translate,
    places: Mapping[PlaceRef, str],
    people: Mapping[int, str],
) -> tuple[str, ...]:
    parts: list[str] = []
    if rule.place:
        name = places.get(rule.place) or t("feedback-route-unnamed")
        parts.append(f"#{name}")
    if rule.department:
        parts.append(t(f"department-{rule.department}"))
    if rule.person_id:
        parts.append(people.get(rule.person_id) or t("feedback-route-gone"))
    return tuple(parts)


def dropped(line: Line) -> Reply:
    """A short confirmation."""
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)
