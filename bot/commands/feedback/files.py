"""The files that came with feedback: shown, and sent along later."""

from bot.arguments import Arguments
from bot.cards.feedback import files as cards
from bot.cards.feedback.file_words import named
from bot.commands.feedback.at_hand import number, pressed, visible
from bot.commands.feedback.ways import ways
from bot.commands.task.origin import files_of
from bot.context import Context
from bot.errors import NotAllowed
from bot.messages import Audience, Card, Reply
from bot.model.feedback import Feedback
from bot.model.files import FileLink, Keeping
from bot.registry import Commands
from bot.rituals.feedback.sight import Sight
from bot.rituals.feedback.views import own_voices
from bot.rituals.feedback.work import FILES

AT_ONCE = 10  # files in one answer …
BYTES = 30_000_000  # … and how much of them

commands = Commands()


@commands.command(*ways("files", "pictures", zh=("文件", "图片", "附件")))
async def files(ctx: Context, args: Arguments) -> Reply:
    """Shows the pictures and files that came with it: feedback files 7."""
    return await _shown(ctx, number(ctx, args, "feedback-try-files"))


@commands.button("feedback.files")
async def press_files(ctx: Context, value: str) -> Reply:
    """The same."""
    return await _shown(ctx, pressed(value))


async def brought(ctx: Context, feedback: Feedback) -> None:
    """Keeps what came along with more words on it."""
    if not (sent := files_of(ctx.event)):
        return
    mine = [v for v in feedback.voices if v.sender_id == ctx.person.id]
    voice = (mine or list(feedback.voices))[0]
    await ctx.db.feedback.files.add(voice.id, sent)
    await ctx.db.jobs.put(FILES, {feedback.id: ctx.now})


def brings(ctx: Context) -> str:
    """The names of what came along; "" where nothing did."""
    sent = files_of(ctx.event)
    return ctx.t.items(tuple(named(file, ctx.t) for file in sent))


async def _shown(ctx: Context, wanted: int) -> Reply:
    found, sees = await visible(ctx, wanted)
    if sees is Sight.MASKED:  # a picture cannot be masked (PEERS H27)
        raise NotAllowed("feedback-files-masked", id=found.short)
    if sees is Sight.SENT:
        found = own_voices(found, ctx.person.id)
    if not found.files:
        none = ctx.t.line("feedback-files-none", id=found.short)
        return Reply(Card(none), Audience.ONLY_YOU)
    now = _room(found)
    kept = await ctx.db.feedback.files.some([file.id for file in now])
    left = [file for file in found.files if file not in now]
    return Reply(cards.shown(found, ctx.t, kept, left), Audience.ONLY_YOU)


def _room(feedback: Feedback) -> list[FileLink]:
    """Those that are here, the newest, as far as one answer has room for them."""
    chosen: list[FileLink] = []
    left = BYTES
    for file in reversed(feedback.files):
        if file.state is Keeping.KEPT and len(chosen) < AT_ONCE and file.size <= left:
            chosen.append(file)
            left -= file.size
    return chosen
