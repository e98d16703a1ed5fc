"""The webhook that hears of blockers: set, tested, given a new secret, switched off."""

import re
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.blocker import hook as cards
from bot.commands.blocker.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Reply
from bot.model.blocker.hook import Hook, HookCall, HookEvent, is_address, new_message
from bot.model.feedback.door import new_secret
from bot.registry import Commands
from bot.rituals.blocker.outside import put_call

commands = Commands()
# Slack shows an address as <https://…|shown>.
LINKED = re.compile(r"<(?P<url>[^|>\s]+)(?:\|[^>]*)?>")


@commands.command(
    *ways("webhook", "webhook set", zh=("回调", "回调 设置", "webhook")), admin=True
)
async def webhook(ctx: Context, args: Arguments) -> Reply:
    """Has a system outside told of blockers: blocker webhook https://…; without an
    address, shows how the last call went.
    """
    typed = args.typed.strip()
    if not typed:
        return await _show(ctx)
    linked = LINKED.fullmatch(typed)
    url = linked["url"] if linked else typed
    if not is_address(url):
        raise UsageError("blocker-hook-no-address", try_this=ctx.t("blocker-try-hook"))
    hook = Hook(url=url, secret=new_secret(), owner_id=ctx.person.id, made_at=ctx.now)
    stored = await ctx.db.hooks.put(hook)
    await _test(ctx)
    return cards.made(ctx.t, stored)


@commands.command(*ways("webhook test", zh=("回调 测试",)), admin=True)
async def test(ctx: Context, args: Arguments) -> Reply:
    """Sends a test there and says what came back."""
    hook = await _known(ctx)
    await _test(ctx)
    return cards.testing(ctx.t, hook)


@commands.command(
    *ways("webhook renew", "webhook secret", zh=("回调 换密钥",)), admin=True
)
async def renew(ctx: Context, args: Arguments) -> Reply:
    """Gives the webhook a new secret; the one before ends at once."""
    hook = await _known(ctx)
    fresh = replace(hook, secret=new_secret(), owner_id=ctx.person.id, made_at=ctx.now)
    stored = await ctx.db.hooks.put(fresh)
    await _test(ctx)
    return cards.made(ctx.t, stored, renewed=True)


@commands.command(
    *ways(
        "webhook off", "webhook drop", "webhook remove", zh=("回调 关闭", "回调 删除")
    ),
    admin=True,
)
async def off(ctx: Context, args: Arguments) -> Reply:
    """Tells it nothing any more."""
    await _known(ctx)
    await ctx.db.hooks.drop()
    return cards.gone(ctx.t)


@commands.button("blocker.hook-test")
async def press_test(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    _must_be_admin(ctx)
    return await test(ctx, Arguments("", ctx.local))


@commands.button("blocker.hook-off")
async def press_off(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    _must_be_admin(ctx)
    return await off(ctx, Arguments("", ctx.local))


async def _show(ctx: Context) -> Reply:
    hook = await _known(ctx)
    people = await ctx.db.people.some([hook.owner_id])
    owner = next((person.name for person in people.values()), "")
    return cards.shown(ctx.t, hook, owner, await ctx.db.hooks.last())


async def _test(ctx: Context) -> None:
    call = HookCall(
        message=new_message(),
        event=HookEvent.TEST,
        at=ctx.now,
        asker_id=ctx.person.id,
    )
    await put_call(ctx.db, call)


async def _known(ctx: Context) -> Hook:
    if hook := await ctx.db.hooks.get():
        return hook
    raise NotFound("blocker-hook-none", try_this=ctx.t("blocker-try-hook"))


def _must_be_admin(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
