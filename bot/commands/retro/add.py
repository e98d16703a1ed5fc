"""A new note: typed in one sentence, from a message, from feedback, from a form."""

import re
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import retro as cards
from bot.cards.retro import forms
from bot.commands.feedback.at_hand import passed_on, workable
from bot.commands.retro.at_hand import here, named, of_value, text_of, value_of
from bot.commands.retro.listing import listed
from bot.commands.retro.sentence import read_said
from bot.commands.retro.ways import CHINESE, ways
from bot.commands.task.at_hand import pressed
from bot.commands.task.origin import Origin, filled_origin, origin_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UnknownWord, UsageError, UserError
from bot.events import Commanded, Said, Shortcut, Values
from bot.messages import Form, Reply
from bot.model.feedback.hiding import hidden
from bot.model.retro import TEXT_LIMIT, Note, NoteKind
from bot.model.text import tidy_lines
from bot.registry import Commands
from bot.rituals.retro.box import Box, box_of, boxes

commands = Commands()
WAITS = re.compile(
    r"(?:有|里有|还有|现在有)?(?:多少|几)条.*|什么时候.*|里?有什么.*|"
    r"how many\b.*|when\b.*\?",
    re.IGNORECASE,
)
ALONE = re.compile(r"[A-Za-z]{2,12}[?!.]?|\?")


@commands.command("retro", "retrospective", "retros", *CHINESE)
async def bare(ctx: Context, args: Arguments) -> Reply:
    """Shows my notes and what waits; with words behind it, they are a note."""
    if not args or WAITS.fullmatch(args.typed):
        return await listed(ctx)
    if ALONE.fullmatch(args.typed):
        again = f"retro add {args.typed}"
        raise UnknownWord("retro-word-unknown", try_this=again, sentence="retro add")
    return await add(ctx, args)


@commands.command(
    *ways(
        "add", "note", "new",
        zh=("新增", "添加", "记录", "记一条", "加一条", "加入", "加"),
    ),
    "add to retro", "add to the retro", "for the retro", "for the next retro",
    "put this in the retro", "put in the retro", "note for the retro",
    "talk about in the retro", "bring up in the retro", "add this to the retro",
    "add a note to the retro", "add a note to retro", "add note to retro",
    "加入复盘", "加入回顾", "转复盘", "放进复盘", "加到复盘", "记到复盘",
    "下次复盘说一下", "下次复盘聊一下", "下次复盘讨论一下", "下次复盘讨论",
    "下次复盘说", "下次复盘聊", "复盘时说一下",
)  # fmt: skip
async def add(ctx: Context, args: Arguments) -> Reply:
    """Puts a note in: retro add went badly: the labels came two days late."""
    typed = args.typed.strip().strip('"“”')
    event = ctx.event
    quoted = event.quoted if isinstance(event, Commanded | Said) else ""
    said = read_said(typed)
    if not said.text and not quoted:
        return await _form(ctx, "", said.kind)
    text = await text_of(ctx, said.text or quoted)
    if said.place or said.room:
        box: Box | None = await named(ctx, said.place, said.room)
    else:
        box = await here(ctx)
    if box is None:
        mine = await boxes(ctx.db, ctx.person)
        if len(mine) != 1:
            return await _form(ctx, text, said.kind)
        (box,) = mine
    kind = said.kind or NoteKind.IDEA
    return await _keep(ctx, box, kind, text, sure=said.kind is not None)


@commands.button("retro.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    return await _form(ctx, "", None)


@commands.shortcut(
    "retro.from_message",
    "Add to retro",
    "Keep this message for the next retrospective",
    on_message=True,
)
async def use_message(ctx: Context, event: Shortcut) -> Reply:
    """Opens the form with what the message says."""
    return await _form(ctx, tidy_lines(await ctx.readable(event.text)), None)


@commands.command(
    "feedback retro", "feedback to retro", "反馈 转复盘", "反馈 复盘", "反馈 加入复盘"
)
async def from_feedback(ctx: Context, args: Arguments) -> Reply:
    """Makes a note of feedback: feedback retro 7."""
    number = args.number("F")
    if number is None:
        again = ctx.t("retro-try-feedback")
        raise UsageError("retro-from-what", try_this=again, ways=passed_on(ctx))
    return await press_from(ctx, str(number))


@commands.button("retro.from")
async def press_from(ctx: Context, value: str) -> Reply:
    """The same, from a button: customers' data stays where it is (H27)."""
    feedback = await workable(ctx, pressed(value))
    text = f"{feedback.short}: {hidden(feedback, feedback.text)}"
    return await _form(ctx, text, NoteKind.BAD, known=False)


@commands.form("retro.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says."""
    wrong: dict[str, FieldError] = {}
    text = await _filled_text(ctx, values, wrong)
    origin = await filled_origin(ctx, state)
    box: Box | None = None
    if origin.place is not None and not origin.place.direct:
        box = await box_of(ctx.db, origin.place.ref)
    else:
        try:
            box = await _filled_box(ctx, str(values.get("room") or ""))
        except UserError as problem:
            wrong["room"] = FieldError(problem.key, problem.values)
    kind = filled_kind(values, wrong)
    if wrong or box is None:
        raise FieldErrors(wrong)
    return await _keep(ctx, box, kind, text, sure=True, link=origin.permalink)


async def filled_note(ctx: Context, values: Values, note: Note) -> Note:
    """The note as a form says it is. Raises FieldErrors."""
    wrong: dict[str, FieldError] = {}
    text = await _filled_text(ctx, values, wrong)
    kind = filled_kind(values, wrong)
    if wrong:
        raise FieldErrors(wrong)
    return replace(note, text=text, kind=kind)


def filled_kind(values: Values, wrong: dict[str, FieldError]) -> NoteKind:
    """The kind that was chosen."""
    try:
        return NoteKind(str(values.get("kind") or ""))
    except ValueError:
        wrong["kind"] = FieldError("form-missing")
        return NoteKind.IDEA


async def _filled_text(
    ctx: Context, values: Values, wrong: dict[str, FieldError]
) -> str:
    try:
        return await text_of(ctx, str(values.get("text") or ""))
    except UsageError as problem:
        wrong["text"] = FieldError(problem.key, problem.values)
        return ""


async def _filled_box(ctx: Context, chosen: str) -> Box:
    if chosen:
        return await of_value(ctx, chosen)
    mine = await boxes(ctx.db, ctx.person)
    if len(mine) == 1:
        return mine[0]
    raise UsageError("retro-room-which" if mine else "retro-room-none")


async def _form(
    ctx: Context, text: str, kind: NoteKind | None, *, known: bool = True
) -> Reply:
    """The form; it asks for the room where that is not known. Raises UsageError for
    who is in none.
    """
    origin = origin_of(ctx)
    if not known:
        origin = Origin()
    rooms: list[tuple[str, str]] = []
    if origin.place is None or origin.place.direct:
        mine = await boxes(ctx.db, ctx.person)
        if not mine:
            raise UsageError("retro-room-none", try_this=ctx.t("retro-try-add"))
        rooms = [(value_of(box.place), box.name) for box in mine]
    fits = text if len(text) <= TEXT_LIMIT else f"{text[: TEXT_LIMIT - 1].rstrip()}…"
    state = replace(origin, files=()).write()
    form: Form = forms.new(
        ctx.t, state, text=fits, of=kind, rooms=rooms if len(rooms) > 1 else ()
    )
    return Reply(form)


async def _keep(
    ctx: Context,
    box: Box,
    kind: NoteKind,
    text: str,
    *,
    sure: bool,
    link: str = "",
) -> Reply:
    note = Note(
        author_id=ctx.person.id,
        place=box.place,
        kind=kind,
        text=text,
        written_at=ctx.now,
        permalink=link,
    )
    if ctx.place and not ctx.place.direct and ctx.place.ref.unthreaded() == box.place:
        await ctx.db.people.remember_place(ctx.place)
    stored = await ctx.db.retros.note(note)
    return cards.kept(stored, box.name, ctx.t, sure=sure)
