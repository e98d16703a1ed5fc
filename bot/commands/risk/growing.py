"""Risks out of what people already said: feedback, a blocker, a task (PEERS M10)."""

from bot.arguments import Arguments
from bot.cards.risk import forms
from bot.commands.feedback.at_hand import passed_on
from bot.commands.risk.at_hand import let_in
from bot.commands.risk.filled import filling_of
from bot.commands.risk.origin import named_origin, read_origin
from bot.commands.risk.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.risk import OriginKind
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("from", "of", "out of", zh=("来自", "源自")))
async def from_(ctx: Context, args: Arguments) -> Reply:
    """Makes a risk of feedback, a blocker or a task: risk from F-7."""
    return await grow(ctx, named_origin(args.typed))


def _declare(kind: OriginKind, *paths: str) -> None:
    """Declares one way to say the same from the other side."""
    letter = kind.value[0].upper()

    @commands.command(*paths)
    async def typed(ctx: Context, args: Arguments) -> Reply:
        """Makes a risk of it: its form opens, filled as far as that is known."""
        number = args.number(letter)
        if number is None:
            # A customer may speak of a risk, too: that is passed on by a button.
            on = passed_on(ctx) if kind is OriginKind.FEEDBACK else ()
            again = ctx.t(f"risk-try-{kind.value}")
            raise UsageError("risk-from-what", try_this=again, ways=on)
        return await grow(ctx, f"{kind.value}:{number}")


_declare(
    OriginKind.FEEDBACK,
    *("feedback risk", "feedback risks"),
    *("反馈 转风险", "反馈 登记风险", "反馈 转为风险"),
)
_declare(
    OriginKind.BLOCKER,
    *("blocker risk", "blockers risk"),
    *("阻碍 转风险", "阻碍 登记风险", "阻碍 转为风险"),
)
_declare(OriginKind.TASK, "task risk", "任务 转风险", "任务 登记风险", "任务 转为风险")


@commands.button("risk.from")
async def press_from(ctx: Context, value: str) -> Reply:
    """The same, from a button; where there is one already, that is shown."""
    return await grow(ctx, value)


async def grow(ctx: Context, value: str) -> Reply:
    """Opens the form with what is known. Raises UsageError where there is one."""
    await let_in(ctx)
    if not value:
        raise UsageError("risk-from-what", try_this=ctx.t("risk-try-from"))
    grown = await read_origin(ctx, value)
    kind, _, number = value.partition(":")
    key = "risk-from-feedback" if kind == OriginKind.FEEDBACK else "risk-from"
    about = ctx.t.line(key, id=grown.short)
    filling = await filling_of(ctx, grown.risk)
    return Reply(forms.new(ctx.t, filling, f"{kind}:{pressed(number)}", about))
