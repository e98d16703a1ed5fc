"""The workspaces of a company: which there are, one more, one that went."""

import secrets
from urllib.parse import urlencode

from bot.addresses import hashed
from bot.arguments import Arguments
from bot.cards import workspace as cards
from bot.context import Context
from bot.errors import NotAllowed, UserError
from bot.events import Removed
from bot.messages import Audience, Reply
from bot.model.installation import LINK_LIFE
from bot.registry import Commands
from bot.rituals import workspace as ritual

commands = Commands()
RANDOM = 32  # bytes


@commands.command(
    "workspaces", "workspace", "workspace list", "工作区", "工作区 列表", admin=True
)
async def workspaces(ctx: Context, args: Arguments) -> Reply:
    """Shows which workspaces are connected, and which let us go."""
    known = [each for each in await ctx.db.connections.all() if each.name]
    card = cards.shown(ctx.t, known, more=bool(ctx.installs))
    return Reply(card, Audience.ONLY_YOU)


@commands.command(
    "link workspace", "workspace link", "workspace add", "关联 工作区", "工作区 关联",
    "工作区 添加", admin=True,
)  # fmt: skip
async def link(ctx: Context, args: Arguments) -> Reply:
    """Gives a link by which one more Slack workspace joins this company."""
    return await _link(ctx)


@commands.button("workspace.link")
async def press_link(ctx: Context, value: str) -> Reply:
    """The same, from the list."""
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    return await _link(ctx)


@commands.on(Removed)
async def removed(ctx: Context) -> None:
    """The platform says that a workspace let us go."""
    if isinstance(ctx.event, Removed):
        who = ctx.event.who
        await ritual.lose(ctx.db, who.platform, who.tenant, ctx.event.why, ctx.now)


async def _link(ctx: Context) -> Reply:
    if not ctx.installs:
        raise UserError("workspace-no-install", try_this="workspaces")
    number, until = secrets.token_urlsafe(RANDOM), ctx.now + LINK_LIFE
    await ctx.db.connections.invite(ctx.person.id, hashed(number), until)
    address = f"{ctx.installs}?{urlencode({'link': number})}"
    return Reply(cards.link(ctx.t, address, until), Audience.ONLY_YOU)
