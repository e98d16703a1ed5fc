"""What is said to customers: proposed in their language, and taken back in time
(PEERS H11, H12, H17).
"""

from bot.cards import feedback as cards
from bot.cards.feedback.answers import proposed
from bot.commands.feedback.at_hand import pressed, work, workable
from bot.context import Context
from bot.drafts import keep
from bot.errors import NotFound, UsageError
from bot.messages import Reply
from bot.model.draft import Opener
from bot.model.feedback import NOTE_LIMIT, Feedback, State
from bot.ports import Translate
from bot.registry import Commands
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.task import outcome
from bot.rituals.feedback.undo import take_back, words_of

commands = Commands()


async def first_words(ctx: Context, feedback: Feedback, form: str) -> str:
    """What stands in a form for customers when it opens; a note among us is not."""
    sees = await sight(ctx.db, feedback, ctx.person, ctx.here)

    def speak(language: str) -> Translate:
        return ctx.words(language or ctx.person.language, ctx.person.zone)

    text = proposed(feedback, form, speak, whole=sees is Sight.WHOLE)
    last = form == "fixed" or (form == "reply" and untold(feedback))
    if last and (found := await outcome(ctx.db, feedback)):
        text = f"{text}\n{found}"
    return text[:NOTE_LIMIT]


def untold(feedback: Feedback) -> bool:
    """Whether it is fixed, and nobody said what customers can be told."""
    return feedback.state is State.FIXED and not feedback.answer


@commands.button("feedback.undo")
async def undo(ctx: Context, value: str) -> Reply:
    """Takes words back that nobody has read; they stand in their form again."""
    wanted, _, line = value.partition(":")
    found = await workable(ctx, pressed(wanted))
    story = await ctx.db.feedback.log.of(found.id)
    words = words_of(story, pressed(line), ctx.person.id)
    if words is None:
        raise NotFound("feedback-undo-none", id=found.short)
    if await take_back(work(ctx), found, words, ctx.person.id) is None:
        raise UsageError("feedback-undo-late", id=found.short)
    opener = Opener(f"feedback.{words.form}", str(found.number))
    await keep(ctx, opener, {"text": words.text})
    return cards.undone(found, ctx.t, words.form, words.text)
