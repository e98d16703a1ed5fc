"""What admins see of the workspaces their company is connected to."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages import (
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    Card,
    Line,
    Link,
    MomentStyle,
    Note,
    Paragraph,
    Tone,
)
from bot.model.people import Workspace
from bot.ports import Translate


def shown(t: Translate, workspaces: Sequence[Workspace], *, more: bool) -> Card:
    """Every workspace, and whether it has us; `more` says that others can come."""
    items = tuple(_state(t, each) for each in workspaces)
    title = t.line("workspace-list", count=len(workspaces))
    blocks: tuple[Block, ...] = (Bullets(items),)
    if more:
        button = Button(t("workspace-button-link"), "workspace.link")
        blocks += (Buttons((button,)),)
    gone = any(each.gone_at for each in workspaces)
    return Card(title, blocks, Tone.WARNING if gone else Tone.NEUTRAL)


def link(t: Translate, address: str, until: datetime) -> Card:
    """The way to bring one more workspace in."""
    blocks: tuple[Block, ...] = (
        Paragraph((Link(address, t("workspace-link-open")),)),
        Note(t.line("workspace-link-life", until=t.moment(until, MomentStyle.TIME))),
    )
    return Card(t.line("workspace-link"), blocks)


def gone(t: Translate, workspace: Workspace, at: datetime) -> Card:
    """It let us go, what that means, and how it is mended."""
    platform = t(f"platform-{workspace.platform}")
    title = t.line("workspace-gone", name=Bold(_name(workspace)), platform=platform)
    blocks: tuple[Block, ...] = (
        Paragraph(t.line("workspace-gone-means", at=t.moment(at))),
        Paragraph(t.line("workspace-gone-how")),
    )
    return Card(title, blocks, Tone.WARNING)


def _state(t: Translate, workspace: Workspace) -> Line:
    platform = t(f"platform-{workspace.platform}")
    name = Bold(_name(workspace))
    if workspace.gone_at is None:
        return t.line("workspace-connected", name=name, platform=platform)
    since = t.moment(workspace.gone_at, MomentStyle.DATE)
    return t.line("workspace-lost", name=name, platform=platform, since=since)


def _name(workspace: Workspace) -> str:
    return workspace.name or workspace.tenant
