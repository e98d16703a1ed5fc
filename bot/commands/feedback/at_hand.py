"""How every feedback command begins and ends: the feedback, the rights, the answer."""

from bot.arguments import Arguments
from bot.cards import feedback as cards
from bot.commands.task.at_hand import pressed as pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, NotFound, UsageError
from bot.events import Pressed, Values
from bot.messages import Audience, Card, Reply, Tone
from bot.model.feedback import NOTE_LIMIT, Feedback, State
from bot.model.text import shows, tidy_lines
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.views import views
from bot.rituals.feedback.work import FeedbackWork

LETTER = "F"


def work(ctx: Context) -> FeedbackWork:
    """The tools to change feedback with."""
    return FeedbackWork(ctx.db, ctx.organization, ctx.now)


def number(ctx: Context, args: Arguments, example: str) -> int:
    """The short number typed. Raises UsageError with an example."""
    args.keyword("feedback", "反馈")
    found = args.number(LETTER)
    if found is None:
        raise UsageError("feedback-number-missing", try_this=ctx.t(example))
    return found


async def visible(ctx: Context, wanted: int) -> tuple[Feedback, Sight]:
    """The feedback by its number, and how much of it they see. One that is not theirs
    to see is not there.
    """
    found = await ctx.db.feedback.numbered(wanted)
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
    if found.state is State.JOINED:
        raise UsageError("feedback-joined", id=found.short)
    return found


async def shown(ctx: Context, feedback: Feedback) -> Reply | None:
    """What is true now: the card that was pressed shows it by itself, and what was
    typed is answered with everything about it.
    """
    if not isinstance(ctx.event, Pressed) or ctx.event.card is None:
        return await story_of(ctx, feedback, Audience.ONLY_YOU)
    showing = await ctx.db.deliveries.showing(ctx.event.card)
    if showing is None:
        return await story_of(ctx, feedback, Audience.REPLACE)
    await ctx.db.deliveries.touch(key=showing.draft.key)
    return None


async def story_of(ctx: Context, feedback: Feedback, audience: Audience) -> Reply:
    """Everything about it that they may see."""
    sees = await sight(ctx.db, feedback, ctx.person, ctx.here)
    whole = sees in (Sight.WHOLE, Sight.SENT)
    (view,) = await views(ctx.db, [feedback], whole=whole)
    updates = await ctx.db.feedback.log.of(feedback.id)
    named = {each.person_id for each in updates if each.person_id}
    named |= {int(each.text) for each in updates if each.text.isdigit()}
    people = await ctx.db.people.some(sorted(named)) if named else {}
    names = {id: person.name for id, person in people.items()}
    works = sees >= Sight.MASKED
    return cards.story(view, ctx.t, updates, names, works=works, audience=audience)


def told(ctx: Context, key: str, feedback: Feedback, **values: object) -> Reply:
    """A short confirmation for one's own eyes."""
    line = ctx.t.line(key, id=feedback.short, **values)
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


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
        raise FieldErrors({"text": FieldError("feedback-text-missing")})
    return text
