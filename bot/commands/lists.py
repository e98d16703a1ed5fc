"""Lists that people import: pasted or as a file, compared first, applied when told."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from bot.arguments import Arguments
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UsageError
from bot.events import Commanded, Said, Values
from bot.messages import Form, Reply
from bot.model.cells import MOST, NotAList, Shape
from bot.model.decoded import decoded, is_workbook
from bot.model.files import PICTURES, READ_LIMIT, TOO_LARGE, Fetched, SentFile
from bot.model.text import tidy_lines
from bot.model.workbook import TooMuch, Unreadable, first_sheet
from bot.ports import Translate, UnitOfWork
from bot.ports.proposals import Proposals
from bot.registry import Commands

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".tab", ""})
READ = frozenset({".xlsx", ".xlsm"})
WORKBOOKS = frozenset({".xls", ".xlsb", ".ods", ".numbers", ".et"})
REFUSED = frozenset({"missing_scope", "not_allowed_token_type", "http_302"})
NAME = 60
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Lists(Generic[F]):
    """Lists of one kind. `compared` says what one would change, `shown` puts that on a
    card with its number, where `changes` counts any; `applied` does it, and answers.
    """

    shape: Shape
    let_in: Callable[[Context], Awaitable[None]]
    asks: Callable[[Translate], Form]
    kept: Callable[[UnitOfWork], Proposals]
    compared: Callable[[Context, str], Awaitable[F]]
    shown: Callable[[Translate, F, int], Reply]
    changes: Callable[[F], int]
    applied: Callable[[Context, F], Awaitable[Reply]]

    @property
    def family(self) -> str:
        """The word their commands and buttons begin with."""
        return self.shape.family

    async def typed(self, ctx: Context, args: Arguments) -> Reply:
        """Compares a list, pasted or sent as a file, with what I know."""
        await self.let_in(ctx)
        if file := file_with(ctx):
            return await self.taken(ctx, await text_of(ctx, file))
        text = tidy_lines(await ctx.readable(args.typed))
        return await self.taken(ctx, text) if text else Reply(self.asks(ctx.t))

    async def opened(self, ctx: Context, value: str) -> Reply:
        """Opens the form."""
        await self.let_in(ctx)
        return Reply(self.asks(ctx.t))

    async def filled(self, ctx: Context, values: Values, state: str) -> Reply:
        """The same, from the form."""
        await self.let_in(ctx)
        try:
            return await self._proposed(ctx, tidy_lines(str(values.get("lines") or "")))
        except NotAList as wrong:
            said = {"lines": FieldError(wrong.key, {"limit": MOST})}
            raise FieldErrors(said) from wrong

    async def applies(self, ctx: Context, value: str) -> Reply:
        """Does what was shown, as far as it is still a change."""
        import_id, text = await self._theirs(ctx, value)
        reply = await self.applied(ctx, await self.compared(ctx, text))
        await self.kept(ctx.db).drop(import_id)
        return reply

    async def let_go(self, ctx: Context, value: str) -> int:
        """Lets the list go."""
        import_id, _ = await self._theirs(ctx, value)
        await self.kept(ctx.db).drop(import_id)
        return import_id

    async def taken(self, ctx: Context, text: str) -> Reply:
        """The same of a whole text. Raises UsageError where that is no list."""
        try:
            return await self._proposed(ctx, text)
        except NotAList as wrong:
            raise UsageError(wrong.key, limit=MOST) from wrong

    async def _proposed(self, ctx: Context, text: str) -> Reply:
        found = await self.compared(ctx, text)
        import_id = 0
        if self.changes(found):
            kept = self.kept(ctx.db)
            import_id = await kept.propose(ctx.person.id, text, ctx.now)
        return self.shown(ctx.t, found, import_id)

    async def _theirs(self, ctx: Context, value: str) -> tuple[int, str]:
        await self.let_in(ctx)
        import_id = pressed(value)
        text = await self.kept(ctx.db).proposed(import_id, ctx.person.id)
        if text is None:
            raise NotFound(
                f"{self.family}-import-gone", try_this=f"{self.family} import"
            )
        return import_id, text


def offer(commands: Commands, lists: Lists[F]) -> None:
    """Declares the buttons and the form of such lists."""
    commands.button(f"{lists.family}.import")(lists.opened)
    commands.form(f"{lists.family}.import")(lists.filled)
    commands.button(f"{lists.family}.apply")(lists.applies)


def file_with(ctx: Context) -> SentFile | None:
    """The file that came with their words, if one did."""
    match ctx.event:
        case Commanded(files=files) | Said(files=files) if files:
            return files[0]
        case _:
            return None


async def text_of(ctx: Context, file: SentFile) -> str:
    """What is in it. Raises UsageError where that is no text that we can have."""
    ending = PurePath(file.name).suffix.casefold()
    name = file.name[:NAME]
    if not name or ending in PICTURES.values():
        platform = ctx.workspace.platform
        raise UsageError("import-file-picture", how=ctx.t(f"import-picture-{platform}"))
    if ending in WORKBOOKS:
        raise UsageError("import-file-workbook", file=name)
    if ending not in ENDINGS | READ:
        raise UsageError("import-file-kind", file=name)
    fetched = ctx.sent
    if fetched is None or fetched.failed:
        raise _not_fetched(fetched, name)
    if is_workbook(fetched.content) or ending in READ:
        return await _of_workbook(fetched.content, name)
    text = decoded(fetched.content)
    if text is None:
        raise UsageError("import-file-text", file=name)
    return tidy_lines(text)


async def _of_workbook(content: bytes, name: str) -> str:
    """Its first sheet; read beside everything else that happens here."""
    try:
        return tidy_lines(await asyncio.to_thread(first_sheet, content))
    except TooMuch as wrong:
        raise UsageError("import-file-packed", file=name) from wrong
    except Unreadable as wrong:
        raise UsageError("import-file-workbook", file=name) from wrong


def _not_fetched(fetched: Fetched | None, name: str) -> UsageError:
    failed = fetched.failed if fetched else ""
    if failed == TOO_LARGE:
        return UsageError("import-file-large", limit=READ_LIMIT // 1000, file=name)
    if failed in REFUSED:
        return UsageError("import-file-refused", file=name)
    return UsageError("import-file-failed", file=name)
