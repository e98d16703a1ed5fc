"""Which handler an event belongs to, and what to say when there is none."""

import re
from contextlib import suppress
from dataclasses import replace

from bot import lastly
from bot.arguments import Arguments
from bot.commands.crossing import crossed
from bot.commands.interview import answer, begin, opened, still_open
from bot.commands.measure.setting import says_value
from bot.context import Context
from bot.drafts import keep
from bot.errors import NotAllowed, UnknownWord, UserError
from bot.events import (
    Commanded,
    Filled,
    HomeOpened,
    Joined,
    LeaveChanged,
    Left,
    PlaceChanged,
    Pressed,
    ProfileChanged,
    Reacted,
    Removed,
    Replied,
    Said,
    Shortcut,
)
from bot.filling import with_values
from bot.messages import Card, Form, Reply
from bot.model.draft import Opener
from bot.model.people import FormStyle
from bot.model.text import in_own_letters, simplified
from bot.nearest import BARE, Nearest
from bot.phrases import is_sentence
from bot.registry import Command, Commands
from bot.understood import Understood

CALLED = re.compile(r"\s*[@＠]")
THEIRS = Commanded | Said | Pressed | Filled | Shortcut | HomeOpened
BARE_NUMBER = re.compile(r"\d{1,9}")


class Router:
    """Finds the handler in the registry and runs it."""

    def __init__(self, commands: Commands, command: str) -> None:
        self._commands = commands
        self._nearest = Nearest(commands)
        self._understood = Understood(commands)
        self._prefix = re.compile(
            rf"^\s*(?:[/／]?{re.escape(command.lstrip('/'))}(?![\w-])|[/／](?=\S))\s*",
            re.IGNORECASE,
        )

    async def run(self, ctx: Context) -> Reply | None:
        """The handler's reply, for who is still with us. Raises UserError for what a
        person can mend.

        What the error tells them to type is put in the words of their language.
        """
        if await _gone(ctx):
            if isinstance(ctx.event, HomeOpened):
                return None
            raise NotAllowed("onboarding-gone")
        try:
            return await self._in_their_style(ctx, await self._run(ctx))
        except UserError as wrong:
            wrong.try_this = self._in_their_words(ctx, wrong)
            raise

    async def _run(self, ctx: Context) -> Reply | None:
        match ctx.event:
            case Commanded(text=text):
                meant = self._prefix.sub("", _uncalled(ctx, text), count=1)
                return await self._command(ctx, meant)
            case Said(text=text):
                return await self._said(ctx, _uncalled(ctx, text))
            case Pressed(action=action, value=value):
                if button := self._commands.buttons.get(action):
                    return await _noted(ctx, action, await button(ctx, value))
                raise UserError("button-gone", try_this="help")
            case Filled(partly=True):
                return await self._changed(ctx, ctx.event)
            case Filled(back=back) if back:
                return await self._back(ctx, ctx.event)
            case Filled(form=name, values=values, state=state):
                if form := self._commands.forms.get(name):
                    return await _noted(ctx, name, await form(ctx, values, state))
                raise UserError("form-gone")
            case Shortcut(name=name) as shortcut:
                if entry := self._commands.shortcuts.get(name):
                    return await entry.handler(ctx, shortcut)
                raise UserError("button-gone", try_this="help")
            case (
                HomeOpened()
                | Joined()
                | Left()
                | PlaceChanged()
                | LeaveChanged()
                | ProfileChanged()
                | Removed()
                | Replied()
                | Reacted()
            ):
                handler = self._commands.events.get(type(ctx.event))
                return await handler(ctx) if handler else None
            case _:
                raise TypeError(type(ctx.event).__name__)

    async def _back(self, ctx: Context, left: Filled) -> Reply | None:
        """Opens the form before the one they left; what was typed into that is kept."""
        if left.reopen:
            await keep(ctx, Opener.read(left.reopen), left.values)
        opener = Opener.read(left.back)
        button = self._commands.buttons.get(opener.action)
        return await button(ctx, opener.value) if button else None

    async def _changed(self, ctx: Context, seen: Filled) -> Reply | None:
        """The form as it is asked with what stands in it by now."""
        with suppress(UserError):  # it opens no longer: sending it will say why
            form = await self.form(ctx, Opener.read(seen.reopen))
            if form:
                shown = replace(with_values(form, seen.values), state=seen.state)
                return Reply(shown)
        return None

    async def form(self, ctx: Context, opener: Opener) -> Form | None:
        """The form as its button opens it now; None where it opens none.

        Raises UserError where the button would say why not.
        """
        pressed = Pressed(
            id=ctx.event.id,
            at=ctx.event.at,
            who=ctx.event.who,
            where=ctx.event.where,
            action=opener.action,
            value=opener.value,
        )
        return await opened(self._commands, replace(ctx, event=pressed), opener)

    async def _in_their_style(self, ctx: Context, reply: Reply | None) -> Reply | None:
        """A form as it is, or question by question for who likes that better."""
        if reply is None or not isinstance(reply.body, Form):
            return reply
        if ctx.dialogue or ctx.person.forms is FormStyle.CONVERSATION:
            return await begin(self._commands, ctx, reply.body)
        return reply

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

    def _in_their_words(self, ctx: Context, wrong: UserError) -> str:
        """What to type instead, in their language, as they call us."""
        words = ctx.as_typed(wrong.try_this).strip()
        found = self._commands.find(words)
        if found and ctx.t.language != "en":
            path = self._commands.spoken(found[0].path, ctx.t.language)
            words = f"{path} {found[1]}".strip()
        among = self._commands.among(words)
        return ctx.typed(words, among=among) if words else ""

    async def _said(self, ctx: Context, text: str) -> Reply | None:
        """Plain words: the answer to an open question, else a command."""
        meant = self._prefix.sub("", text, count=1)
        answers = meant == text and (text.strip() or not _sends(ctx))
        if answers and (reply := await answer(self._commands, ctx, text)):
            return reply
        if BARE_NUMBER.fullmatch(meant.strip()):
            meant = f"T-{meant.strip()}"
        reply = await self._command(ctx, meant)
        return await still_open(self._commands, ctx, reply)

    async def _command(self, ctx: Context, text: str) -> Reply | None:
        alone = ctx.place is None or ctx.place.direct
        sent = _sends(ctx)
        text = self._understood.shown(text, alone=alone)
        found = self._plainly(text) or self._understood.find(text, sent=sent)
        if _may_be_talk(found) and await crossed(ctx):
            return None
        found = self._understood.in_passing(text, ctx.local, found)
        found = found or self._understood.talked_of(text, sent=sent)
        if found is None and await says_value(ctx, text):
            found = self._commands.find(f"measure set {text}")
        if found is None:
            raise self._nearest.lost(ctx, text)
        command, rest = found
        if command.admin and not ctx.person.is_admin:
            raise NotAllowed("not-allowed-admin")
        try:
            args = Arguments(await ctx.apart(rest), ctx.local)
            return await _noted(ctx, command.path, await command.handler(ctx, args))
        except UnknownWord as unknown:
            if await crossed(ctx):
                return None
            if meant := self._nearest.slip(text):
                raise self._nearest.unknown(ctx, meant) from None
            if not (unknown.sentence and is_sentence(rest)):
                raise
            return await self._command(ctx, f"{unknown.sentence} {rest}")

    def _plainly(self, text: str) -> tuple[Command, str] | None:
        """What words in traditional letters mean, with their own letters kept."""
        plain = simplified(text)
        if plain == text or self._commands.find(text):
            return None
        found = self._understood.find(plain)
        return (found[0], in_own_letters(found[1], text)) if found else None


async def _noted(ctx: Context, done: str, reply: Reply | None) -> Reply | None:
    """The reply; what was done is kept, so that it can be taken back."""
    await lastly.note(ctx, done, reply)
    return reply


async def _gone(ctx: Context) -> bool:
    """Whether who does this had their last day, though their account is still open."""
    home = ctx.known.home
    if home is None or not (home.leaves and isinstance(ctx.event, THEIRS)):
        return False
    left = await ctx.db.onboarding.left([ctx.person.id], ctx.today)
    return ctx.person.id in left


def _uncalled(ctx: Context, text: str) -> str:
    """Without the bot's own name in front, typed where nobody needs to call it."""
    called = CALLED.match(text)
    if called is None:
        return text
    names = {ctx.t.robot, ctx.t("robot-name"), ctx.t("app-name")}
    behind = text[called.end() :]
    for name in sorted(names, key=len, reverse=True):
        rest = behind[len(name) :]
        if behind[: len(name)].casefold() != name.casefold():
            continue
        if not (name.isascii() and re.match(r"[\w-]", rest)):
            return rest.lstrip(" \t,:，：\u2005\u3000")
    return text


def _may_be_talk(found: tuple[Command, str] | None) -> bool:
    """Whether words may be meant for people: no command, or more than "today" says."""
    return found is None or (found[0].path == BARE and bool(found[1]))


def _sends(ctx: Context) -> bool:
    """Whether a file came along."""
    return isinstance(ctx.event, Commanded | Said) and bool(ctx.event.files)


def _from_home(event: object) -> bool:
    match event:
        case Pressed(where=None) | Filled():
            return True
        case _:
            return False
