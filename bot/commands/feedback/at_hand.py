"""How every feedback command begins and ends: the feedback, the rights, the answer."""

import re
from collections.abc import Sequence

from bot.arguments import Arguments
from bot.cards import feedback as cards
from bot.commands.feedback.templates import check_templates
from bot.commands.task.at_hand import in_place
from bot.commands.task.at_hand import pressed as pressed
from bot.context import Context
from bot.errors import (
    FieldError,
    FieldErrors,
    NotAllowed,
    NotFound,
    UsageError,
    Way,
)
from bot.events import Commanded, Said, Values
from bot.messages import Audience, Card, Reply, Tone
from bot.model.expression import expression
from bot.model.feedback import NOTE_LIMIT, Feedback, Update, UpdateKind
from bot.model.feedback.hiding import hidden, hidden_story
from bot.model.feedback.life import UNDO
from bot.model.feedback.masking import heard
from bot.model.text import shows, tidy_lines
from bot.rituals.feedback.leaving import LEFT, on_its_way
from bot.rituals.feedback.likely import home
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.undo import newest
from bot.rituals.feedback.views import own_voices, views
from bot.rituals.feedback.work import FeedbackWork

LETTER = "F"
CALLED = expression(r"^\s*[/／]?\s*(?:feedbacks?|反馈|客诉)[\s:：,，]*", re.IGNORECASE)
ONE = r"(?:[fF]\s?[-－–]?\s?|[#＃])?\d{1,9}"
AND = r"\s*(?:[,，、;；&+]|and\b|和|与|及|跟)+\s*"
SEVERAL = expression(  # "F-2 and F-3 …", "2, 3", "2 3 @Li"
    rf"\s*{ONE}(?:{AND}(?:[fF]\s?[-－–]?\s?|[#＃])\d{{1,9}}(?![A-Za-z0-9_])"
    rf"|(?:(?:{AND}|\s+){ONE})+\s*(?:$|[@＠<]))",
    re.IGNORECASE,
)
CARRIED = 1_000  # characters in a button
MEANT = 6  # fewer say nothing of a customer


def work(ctx: Context) -> FeedbackWork:
    """The tools to change feedback with."""
    return FeedbackWork(ctx.db, ctx.organization, ctx.now)


def number(ctx: Context, args: Arguments, example: str) -> int:
    """The short number typed. Raises UsageError with an example; a customer's words
    may begin like a command ("close button is dead"), and are passed on by a button.
    Of several none is taken: who names two would believe that both were.
    """
    args.keyword("feedback", "反馈")
    several, found = SEVERAL.match(args.rest()), args.number(LETTER)
    again = ctx.t(example)
    if found is not None and several:
        again = again.replace("7", str(found), 1)
        raise UsageError("feedback-one-only", try_this=again)
    if found is None:
        check_templates(ctx, words_typed(ctx))
        raise UsageError("feedback-number-missing", try_this=again, ways=passed_on(ctx))
    return found


def passed_on(ctx: Context) -> tuple[Way, ...]:
    """A button that passes on what was typed, if it may be a customer's words."""
    words = words_typed(ctx)[:CARRIED]
    new = Way(ctx.t("feedback-button-new"), "feedback.new", words)
    return (new,) if len(words) >= MEANT else ()


def words_typed(ctx: Context) -> str:
    """What was typed behind "feedback"."""
    typed = ctx.event.text if isinstance(ctx.event, Commanded | Said) else ""
    return CALLED.sub("", typed).strip()


async def visible(ctx: Context, wanted: int) -> tuple[Feedback, Sight]:
    """The feedback by its number, and how much of it they see; of one that was joined,
    what it was joined to. One that is not theirs to see is not there.
    """
    found = await ctx.db.feedback.numbered(wanted)
    if found is not None:
        found = await home(ctx.db, found)
    sees = Sight.NOTHING
    if found is not None:
        sees = await sight(ctx.db, found, ctx.person, ctx.here)
    if found is None or sees is Sight.NOTHING:
        id = f"{LETTER}-{wanted}"
        raise NotFound("feedback-unknown", try_this="feedback list", id=id)
    return found, sees


async def workable(ctx: Context, wanted: int) -> Feedback:
    """The same, if it is theirs to work on. Raises NotAllowed for who only sent it."""
    found, sees = await visible(ctx, wanted)
    if sees < Sight.MASKED:
        again = f"feedback say {found.number} …"
        raise NotAllowed("feedback-not-yours", id=found.short, try_this=again)
    return found


async def text_for(ctx: Context, feedback: Feedback) -> str:
    """The customer's words as far as they are this person's to read."""
    match await sight(ctx.db, feedback, ctx.person, ctx.here):
        case Sight.WHOLE:
            return feedback.text
        case Sight.SENT:
            return own_voices(feedback, ctx.person.id).text
        case _:
            return hidden(feedback, feedback.text)


async def shown(ctx: Context, feedback: Feedback) -> Reply | None:
    """What is true now: the card that was pressed shows it by itself, and what was
    typed is answered with everything about it.
    """

    async def story(audience: Audience) -> Reply:
        return await story_of(ctx, feedback, audience)

    return await in_place(ctx, story)


async def story_of(ctx: Context, feedback: Feedback, audience: Audience) -> Reply:
    """Everything about it that they may see."""
    sees = await sight(ctx.db, feedback, ctx.person, ctx.here)
    me = ctx.person.id if sees is Sight.SENT else None
    whole = sees in (Sight.WHOLE, Sight.SENT)
    (view,) = await views(ctx.db, [feedback], whole=whole, voices_of=me)
    updates = await _readable(ctx, feedback, sees)
    named = {each.person_id for each in updates if each.person_id}
    named |= {int(each.text) for each in updates if each.kind is UpdateKind.OWNED}
    people = await ctx.db.people.some(sorted(named)) if named else {}
    names = {id: person.name for id, person in people.items()}
    works = sees >= Sight.MASKED
    return cards.story(view, ctx.t, updates, names, works=works, audience=audience)


async def _readable(ctx: Context, feedback: Feedback, sees: Sight) -> Sequence[Update]:
    """What happened to it, as far as it is theirs to read."""
    story = await ctx.db.feedback.log.of(feedback.id)
    match sees:
        case Sight.WHOLE:
            return story
        case Sight.MASKED:
            return hidden_story(feedback, story)
        case _:
            return heard(story, ctx.person.id, ctx.now)


def told(ctx: Context, key: str, feedback: Feedback, **values: object) -> Reply:
    """A short confirmation for one's own eyes."""
    line = ctx.t.line(key, id=feedback.short, **values)
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


async def told_soon(ctx: Context, feedback: Feedback) -> Reply:
    """What was said leaves in a moment: shown once more, to be taken back. The button
    goes when it does, but in what one person sees among others: that stays as it is.
    """
    story = await ctx.db.feedback.log.of(feedback.id)
    words = newest(story, ctx.person.id)
    card = await on_its_way(ctx.db, ctx.t, feedback, words, ctx.now)
    if card is None:
        return told(ctx, "feedback-told-reply", feedback)
    await ctx.db.jobs.put(LEFT, {feedback.id: ctx.now + UNDO})
    if ctx.place is None or ctx.place.direct:
        return Reply(card, Audience.HERE)
    seen = ctx.can_at(ctx.place.ref).whispers
    return Reply(card, Audience.ONLY_YOU if seen else Audience.DIRECT)


def text_of(typed: object, limit: int = NOTE_LIMIT) -> str:
    """What was said, as it is kept. Raises UsageError when it is too long."""
    text = tidy_lines(str(typed or ""))
    if len(text) > limit:
        raise UsageError("feedback-text-long", count=len(text), limit=limit)
    return text if shows(text) else ""


def field_of(values: Values, *, required: bool = True) -> str:
    """The text of a form. Raises FieldErrors."""
    try:
        text = text_of(values.get("text"))
    except UsageError as wrong:
        raise FieldErrors({"text": FieldError(wrong.key, wrong.values)}) from wrong
    if required and not text:
        raise FieldErrors({"text": FieldError("feedback-words-missing")})
    return text
