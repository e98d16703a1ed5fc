"""Which handler an event belongs to, and what to say when there is none."""

import re

from rapidfuzz import fuzz, process

from bot.arguments import Arguments, fold
from bot.context import Context
from bot.errors import NotAllowed, UserError
from bot.events import (
    Commanded,
    Filled,
    HomeOpened,
    Joined,
    Left,
    Pressed,
    ProfileChanged,
    Said,
    Shortcut,
)
from bot.messages import Card, Reply
from bot.registry import Command, Commands

BARE = "today"  # what the bot does when it is called without a word
CLOSE_ENOUGH = 55
CLOSEST = 3


class Router:
    """Finds the handler in the registry and runs it."""

    def __init__(self, commands: Commands, command: str) -> None:
        self._commands = commands
        self._prefix = re.compile(
            rf"^\s*(?:[/／]?{re.escape(command.lstrip('/'))}(?![\w-])|[/／](?=\S))\s*",
            re.IGNORECASE,
        )

    async def run(self, ctx: Context) -> Reply | None:
        """The handler's reply. Raises UserError for what a person can mend."""
        match ctx.event:
            case Commanded(text=text) | Said(text=text):
                return await self._command(ctx, self._prefix.sub("", text, count=1))
            case Pressed(action=action, value=value):
                if button := self._commands.buttons.get(action):
                    return await button(ctx, value)
                raise UserError("button-gone", try_this=f"{ctx.command} help")
            case Filled(form=name, values=values, state=state):
                if form := self._commands.forms.get(name):
                    return await form(ctx, values, state)
                raise UserError("form-gone")
            case Shortcut(name=name) as shortcut:
                if entry := self._commands.shortcuts.get(name):
                    return await entry.handler(ctx, shortcut)
                raise UserError("button-gone", try_this=f"{ctx.command} help")
            case HomeOpened() | Joined() | Left() | ProfileChanged():
                handler = self._commands.events.get(type(ctx.event))
                return await handler(ctx) if handler else None
            case _:
                raise TypeError(type(ctx.event).__name__)

    async def home(self, ctx: Context) -> Card | None:
        """The person's home tab as it is after this event, where they may be looking at it."""
        show = self._commands.events.get(HomeOpened)
        if show is None or not _from_home(ctx.event):
            return None
        reply = await show(ctx)
        return reply.body if reply and isinstance(reply.body, Card) else None

    async def _command(self, ctx: Context, text: str) -> Reply | None:
        found = self._commands.find(text if text.strip() else BARE)
        if found is None:
            raise self._unknown(ctx, text)
        command, rest = found
        if command.admin and not ctx.person.is_admin:
            raise NotAllowed("not-allowed-admin")
        return await command.handler(ctx, Arguments(rest, ctx.local))

    def _unknown(self, ctx: Context, text: str) -> UserError:
        close = self._closest(text)
        example = f"{ctx.command} {close[0]}" if close else f"{ctx.command} help"
        if not close:
            return UserError("command-unknown", try_this=example)
        names = ctx.t.items(tuple(f"{ctx.command} {path}" for path in close))
        return UserError("command-unknown-close", try_this=example, close=names)

    def _closest(self, text: str) -> tuple[str, ...]:
        """The closest ways to say a command, each command once, best first."""
        typed = " ".join(fold(text).split()[:3])[:60]
        found = process.extract(
            typed, self._commands.paths(), scorer=fuzz.WRatio, limit=12, score_cutoff=CLOSE_ENOUGH
        )
        once: dict[str, str] = {}
        for path, _, _ in found:
            once.setdefault(self._path_of(path), path)
        return tuple(once.values())[:CLOSEST]

    def _path_of(self, spoken: str) -> str:
        found = self._commands.find(spoken)
        command: Command | None = found[0] if found else None
        return command.path if command else spoken


def _from_home(event: object) -> bool:
    match event:
        case Pressed(where=None) | Filled():
            return True
        case _:
            return False


