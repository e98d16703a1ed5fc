"""Which handler an event belongs to, and what to say when there is none."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from rapidfuzz import fuzz

from bot.arguments import Arguments, fold
from bot.commands.interview import answer
from bot.context import Context
from bot.errors import NotAllowed, UnknownWord, UserError
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
from bot.registry import Commands

BARE = "today"  # what the bot does when it is called without a word
SHORT = re.compile(r"([A-Za-z])\s?-\s?\d+")
SHOWN_BY = defaultdict(str, {"T": "task show"})  # a short number alone is looked at
CLOSE_ENOUGH = 62
SLIP = 75  # so close that only a slip of the finger can have come between
CLOSEST = 3
LONGEST = 100  # characters of what was typed that are compared


class Router:
    """Finds the handler in the registry and runs it."""

    def __init__(self, commands: Commands, command: str) -> None:
        self._commands = commands
        self._prefix = re.compile(
            rf"^\s*(?:[/／]?{re.escape(command.lstrip('/'))}(?![\w-])|[/／](?=\S))\s*",
            re.IGNORECASE,
        )

    async def run(self, ctx: Context) -> Reply | None:
        """The handler's reply. Raises UserError for what a person can mend.

        What the error tells them to type is put in the words of their language.
        """
        try:
            return await self._run(ctx)
        except UserError as wrong:
            wrong.try_this = self._in_their_words(ctx, wrong.try_this)
            raise

    async def _run(self, ctx: Context) -> Reply | None:
        match ctx.event:
            case Commanded(text=text):
                return await self._command(ctx, self._prefix.sub("", text, count=1))
            case Said(text=text):
                return await self._said(ctx, text)
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
        """The person's home tab as it is after this event, where they may be looking at
        it.
        """
        show = self._commands.events.get(HomeOpened)
        if show is None or not _from_home(ctx.event):
            return None
        person = await ctx.db.people.get(ctx.person.id)  # as the handler left them
        t = ctx.words(person.language, person.zone).on(ctx.now)
        reply = await show(replace(ctx, person=person, t=t))
        return reply.body if reply and isinstance(reply.body, Card) else None

    def _in_their_words(self, ctx: Context, example: str) -> str:
        text = example.removeprefix(ctx.command).strip()
        found = self._commands.find(text)
        if found is None or ctx.t.language == "en":
            return example
        path = self._commands.spoken(found[0].path, ctx.t.language)
        return f"{ctx.command} {path} {found[1]}".strip()

    async def _said(self, ctx: Context, text: str) -> Reply | None:
        """Plain words: the answer to an open question, else a command."""
        meant = self._prefix.sub("", text, count=1)
        if meant == text and (reply := await answer(self._commands, ctx, text)):
            return reply
        return await self._command(ctx, meant)

    async def _command(self, ctx: Context, text: str) -> Reply | None:
        if short := SHORT.fullmatch(text.strip()):
            text = f"{SHOWN_BY[short[1].upper()]} {text}"
        found = self._commands.find(text if text.strip() else BARE)
        if found is None:
            raise self._unknown(ctx, self._closest(text))
        command, rest = found
        if command.admin and not ctx.person.is_admin:
            raise NotAllowed("not-allowed-admin")
        try:
            return await command.handler(ctx, Arguments(rest, ctx.local))
        except UnknownWord:
            meant = self._closest(text, SLIP, words=2)
            if not meant:
                raise
            raise self._unknown(ctx, meant) from None

    def _unknown(self, ctx: Context, meant: Sequence[str]) -> UserError:
        """Names the closest commands in the reader's words, with one to try."""
        language = ctx.t.language
        close = tuple(self._commands.spoken(path, language) for path in meant)
        if not close:
            return UserError("command-unknown", try_this=f"{ctx.command} help")
        names = ctx.t.items(tuple(f"{ctx.command} {path}" for path in close))
        return UserError(
            "command-unknown-close", try_this=f"{ctx.command} {close[0]}", close=names
        )

    def _closest(
        self, text: str, cutoff: int = CLOSE_ENOUGH, words: int = 1
    ) -> tuple[str, ...]:
        """The closest commands by their English paths, each once, best first.

        Only ways to say them that have at least so many words.
        """
        typed = fold(text[:LONGEST]).split()
        paths = (p for p in self._commands.paths() if p.count(" ") >= words - 1)
        found = {path: _closeness(typed, path) for path in paths}
        close = [path for path in found if found[path] >= cutoff]
        close.sort(key=lambda path: -found[path])
        return tuple(dict.fromkeys(self._path_of(path) for path in close))[:CLOSEST]

    def _path_of(self, spoken: str) -> str:
        found = self._commands.find(spoken)
        return found[0].path if found else spoken


def _closeness(typed: list[str], path: str) -> float:
    """How alike the first words typed and a path are, word by word, 0 to 100."""
    words = path.split()
    pairs = zip_longest(words, typed[: len(words)], fillvalue="")
    return sum(fuzz.ratio(word, other) for word, other in pairs) / len(words)


def _from_home(event: object) -> bool:
    match event:
        case Pressed(where=None) | Filled():
            return True
        case _:
            return False
