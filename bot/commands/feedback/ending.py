"""What is said of feedback at its end by who sent it: whether it is solved, how well it
was handled, and what is still wrong (PEERS H06, H13, H18).
"""

from bot.arguments import Arguments, fold
from bot.cards import feedback as cards
from bot.commands.feedback.at_hand import passed_on, pressed, told, visible, work
from bot.commands.feedback.files import brought
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.messages import Audience, Reply
from bot.model.expression import expression
from bot.model.feedback import Feedback, State
from bot.model.feedback.ending import MOST_DAYS, STARS, Score, asked, only_thanks
from bot.model.feedback.life import SOLVED
from bot.model.numerals import SPELLED, number
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.feedback.ending import hear
from bot.rituals.feedback.views import views

commands = Commands()
TRY = "feedback-try-reopening"
SHOWN = 80
SPAN = expression(
    r"(?:for|within|after|up to|set to|to|设为|改为|改成)?\s*(?P<count>\d{1,3})\s*"
    r"(?:(?P<weeks>weeks?|w|个?星期|個?星期|周|週)|(?P<months>months?|个月|個月|月)"
    r"|days?|d|天|日)?\s*(?:以?内|以?內)?"
)
NEVER = frozenset({"off", "never", "no", "关闭", "从不", "不", "不允许", "無", "无"})


@commands.command(*ways("reopening", zh=("重开期限", "重新打开期限")))
async def reopening(ctx: Context, args: Arguments) -> Reply:
    """For how long words of who sent it open it again: feedback reopening 30 days."""
    typed = fold(args.rest())
    if not typed:
        days = await ctx.db.feedback.rules.reopens()
        return cards.reopening(ctx.t, days, ctx.typed(ctx.t(TRY)))
    days = _days(ctx, typed)
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    await ctx.db.feedback.rules.reopen_for(days)
    return cards.reopening(ctx.t, days, "")


@commands.button("feedback.solved")
async def press_solved(ctx: Context, value: str) -> Reply:
    """It solved it, says who sent it."""
    found, _ = await visible(ctx, pressed(value))
    return await _solved(ctx, found, solved=True)


@commands.button("feedback.unsolved")
async def press_unsolved(ctx: Context, value: str) -> Reply:
    """It did not: it is opened again."""
    found, _ = await visible(ctx, pressed(value))
    return await _solved(ctx, found, solved=False)


@commands.button("feedback.score")
async def press_score(ctx: Context, value: str) -> Reply:
    """How well it was handled, from one to five; the first answer stands."""
    wanted, _, said = value.partition(":")
    found, _ = await visible(ctx, pressed(wanted))
    _check_sender(ctx, found)
    given = (await ctx.db.feedback.scores.of(found.id)).get(ctx.person.id)
    question = asked(found, given, ctx.now)
    if question.stars is not None:
        return told(ctx, "feedback-scored", found, stars=question.stars)
    stars = pressed(said)
    if stars not in STARS:
        raise UsageError("feedback-score-odd")
    if question.over:
        raise _late(found)
    await ctx.db.feedback.scores.give(found.id, ctx.person.id, Score(stars, ctx.now))
    await ctx.db.deliveries.touch(subject=found.subject)
    return told(ctx, "feedback-scored", found, stars=stars)


async def unsolved(ctx: Context, found: Feedback) -> Reply:
    """Who sent it wants it open again, and says no more."""
    return await _solved(ctx, found, solved=False)


async def more(ctx: Context, found: Feedback, words: str) -> Reply:
    """More words of who sent it; what has been over for long is followed by something
    new, and nothing is lost.
    """
    after = await hear(work(ctx), found, ctx.person.id, words)
    await brought(ctx, after)
    if after.id != found.id:
        (view,) = await views(ctx.db, [after], whole=True, voices_of=ctx.person.id)
        line = ctx.t.line("feedback-follows-new", old=found.short, id=after.short)
        return Reply(cards.received(view, ctx.t, (line,)), Audience.ONLY_YOU)
    if found.state.answered:
        thanks = only_thanks(words)
        key = "feedback-told-thanked" if thanks else "feedback-told-reopened"
        return told(ctx, key, found)
    return told(ctx, "feedback-told-say", found)


async def _solved(ctx: Context, found: Feedback, *, solved: bool) -> Reply:
    """Once, only by who sent it, and as long as it is asked."""
    _check_sender(ctx, found)
    outcome = State.CLOSED if solved else State.WORKING
    if (found.state, found.solved) == (outcome, solved):
        return told(ctx, "feedback-thanks" if solved else "feedback-again", found)
    if found.state not in SOLVED:
        state = ctx.t(f"feedback-state-{found.state.value}")
        key = "feedback-still-open" if found.state.open else "feedback-cannot"
        again = f"feedback say {found.number} …"
        raise UsageError(key, try_this=again, id=found.short, state=state)
    if asked(found, None, ctx.now).over:
        raise _late(found)
    await work(ctx).judge(found, ctx.person.id, solved=solved)
    return told(ctx, "feedback-thanks" if solved else "feedback-again", found)


def _check_sender(ctx: Context, found: Feedback) -> None:
    if ctx.person.id not in found.senders:
        raise NotAllowed("feedback-sender-only", id=found.short)


def _late(found: Feedback) -> UsageError:
    again = f"feedback say {found.number} …"
    return UsageError("feedback-solved-late", id=found.short, try_this=again)


def _days(ctx: Context, typed: str) -> int:
    """How many days were named. Raises UsageError; words of a customer may begin so."""
    if typed in NEVER:
        return 0
    said = SPELLED.sub(lambda match: str(number(match[0])), typed)
    found = SPAN.fullmatch(said)
    length = 7 if found and found["weeks"] else 30 if found and found["months"] else 1
    days = int(found["count"]) * length if found else -1
    if not 0 <= days <= MOST_DAYS:
        raise UsageError(
            "feedback-reopening-unknown",
            try_this=ctx.t(TRY),
            ways=passed_on(ctx),
            typed=tidy(typed)[:SHOWN],
            limit=MOST_DAYS,
        )
    return days
