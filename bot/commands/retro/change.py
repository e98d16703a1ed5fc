"""A note of one's own said in other words, of another kind, or taken out."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import retro as cards
from bot.cards.retro import forms
from bot.cards.retro.words import kind as kind_words
from bot.commands.retro.add import filled_note
from bot.commands.retro.at_hand import note_of, text_of
from bot.commands.retro.sentence import kind_of, read_said
from bot.commands.retro.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.retro import LETTER, Note, NoteKind
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("edit", "change", zh=("编辑", "修改")))
async def edit(ctx: Context, args: Arguments) -> Reply:
    """Says it otherwise: retro edit N-3 bad: the labels came three days late."""
    note = await note_of(ctx, _number(ctx, args, "retro-try-edit"))
    typed = args.rest()
    if not typed:
        return Reply(forms.change(ctx.t, note))
    if kind := kind_of(typed):
        return await _changed(ctx, replace(note, kind=kind))
    said = read_said(typed)
    text = await text_of(ctx, said.text)
    return await _changed(ctx, replace(note, text=text, kind=said.kind or note.kind))


@commands.button("retro.change")
async def press_change(ctx: Context, value: str) -> Reply:
    """Opens its form."""
    return Reply(forms.change(ctx.t, await note_of(ctx, pressed(value))))


@commands.form("retro.change")
async def fill_change(ctx: Context, values: Values, state: str) -> Reply:
    """Takes other words."""
    note = await note_of(ctx, pressed(state))
    return await _changed(ctx, await filled_note(ctx, values, note))


@commands.button("retro.kind")
async def press_kind(ctx: Context, value: str) -> Reply:
    """Says of what kind it is: "3 good"."""
    number, _, word = value.partition(" ")
    note = await note_of(ctx, pressed(number))
    if word not in list(NoteKind):
        raise UsageError("retro-number-missing", try_this="retro")
    return await _changed(ctx, replace(note, kind=NoteKind(word)))


@commands.command(
    *ways("drop", "delete", "remove", zh=("删除", "撤回", "取消", "移除"))
)
async def drop(ctx: Context, args: Arguments) -> Reply:
    """Takes a note out: retro drop N-3."""
    return await _dropped(ctx, _number(ctx, args, "retro-try-drop"))


@commands.button("retro.drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _dropped(ctx, pressed(value))


async def _dropped(ctx: Context, wanted: int) -> Reply:
    note = await note_of(ctx, wanted)
    await ctx.db.retros.drop(note)
    return cards.done(ctx.t.line("retro-dropped", id=note.short))


async def _changed(ctx: Context, note: Note) -> Reply:
    await ctx.db.retros.change(note)
    said = kind_words(ctx.t, note.kind)
    return cards.done(ctx.t.line("retro-changed", id=note.short, kind=said))


def _number(ctx: Context, args: Arguments, example: str) -> int:
    args.keyword("my note", "note", "记录")
    found = args.number(LETTER)
    if found is None:
        raise UsageError("retro-number-missing", try_this=ctx.t(example))
    return found
