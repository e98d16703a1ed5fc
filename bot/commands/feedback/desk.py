"""Where feedback is triaged: being in that room is the permission (PEERS H05)."""

from bot.arguments import Arguments, fold
from bot.cards.feedback import desk as cards
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Card, Reply, Tone
from bot.model.delivery import Draft
from bot.model.feedback import OPEN
from bot.model.refs import PlaceRef
from bot.registry import Commands
from bot.rituals.feedback import digest
from bot.rituals.feedback.desk import DESK, desk
from bot.rituals.room import post

commands = Commands()
HERE = frozenset({"", "here", "在这里", "这里", "本群"})
OFF = frozenset({"off", "none", "关闭", "取消", "无"})


@commands.command(
    *ways("triage", "desk", zh=("受理群", "受理", "分诊")), admin=True, among=True
)
async def triage(ctx: Context, args: Arguments) -> Reply:
    """Has new feedback come here: everybody in this place may see and change it."""
    said = fold(args.rest())
    if said in OFF:
        await _choose(ctx, None)
        line = ctx.aloud.line("feedback-triage-off")
        return Reply(Card(line, tone=Tone.GOOD), Audience.HERE)
    if said not in HERE or ctx.place is None or ctx.place.direct:
        raise UsageError("feedback-triage-where", try_this=ctx.t("feedback-try-triage"))
    await ctx.db.people.remember_place(ctx.place)
    await _choose(ctx, ctx.place.ref.unthreaded())
    await ctx.db.people.see_in(ctx.place.ref, [ctx.person.id])
    await ctx.db.jobs.put(DESK, {ctx.organization.id: ctx.now})
    await digest.plan(ctx.db, ctx.calendar, ctx.organization, ctx.now)
    await _tell_mirrors(ctx, ctx.place.ref.unthreaded())
    waiting = await ctx.db.feedback.where(states=OPEN)
    public = not ctx.place.private
    return Reply(cards.chosen(ctx.aloud, len(waiting), public=public), Audience.HERE)


async def _choose(ctx: Context, place: PlaceRef | None) -> None:
    """The room that had it before is told who took it away: nobody moves customers'
    data in silence.
    """
    before, old = await desk(ctx.db), await ctx.db.feedback.rules.triage()
    await ctx.db.feedback.rules.choose_triage(place)
    if old is None or place in before:
        return
    draft = Draft(
        key=f"feedback:desk:{ctx.event.id}",
        kind="feedback.moved",
        args={"by": ctx.person.id, "off": int(place is None)},
        place=old,
        due=ctx.now,
    )
    await post(ctx.db, draft)


async def _tell_mirrors(ctx: Context, here: PlaceRef) -> None:
    """The room's other places hear of it in their own language: customers' data comes
    there, too.
    """
    for number, place in enumerate(await desk(ctx.db)):
        if place == here:
            continue
        draft = Draft(
            key=f"feedback:desk:{ctx.event.id}:{number}",
            kind="feedback.chosen",
            args={"by": ctx.person.id},
            place=place,
            due=ctx.now,
        )
        await ctx.db.deliveries.add(draft)
