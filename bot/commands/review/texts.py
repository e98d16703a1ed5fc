"""What HR says above the messages of a cycle (K05):
review text Spring due: {count} reviews are still to be written, until {due}.
"""

import re

from bot.arguments import Arguments, fold
from bot.cards.review.texts import listed
from bot.commands.review.at_hand import check_hr, rounds, the_cycle
from bot.commands.review.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Reply
from bot.model.review import Cycle
from bot.model.review.plan import Rung
from bot.model.review.texts import LIMIT, unknown
from bot.model.text import shows, tidy, tidy_lines
from bot.registry import Commands

commands = Commands()
WHEN = {
    "first": Rung.LIST, "list": Rung.LIST, "首次": Rung.LIST, "第一次": Rung.LIST,
    "three days before": Rung.THREE, "3 days before": Rung.THREE,
    "three": Rung.THREE, "提前三天": Rung.THREE, "提前3天": Rung.THREE,
    "day before": Rung.ONE, "one day before": Rung.ONE, "one": Rung.ONE,
    "前一天": Rung.ONE, "due": Rung.DUE, "last": Rung.DUE, "当天": Rung.DUE,
    "到期": Rung.DUE, "self": Rung.SELF, "self-review": Rung.SELF, "自评": Rung.SELF,
}  # fmt: skip
_WORDS = "|".join(sorted(map(re.escape, WHEN), key=len, reverse=True))
SAID = re.compile(
    rf"(?P<cycle>.*?)\s*(?<!\w)(?P<when>{_WORDS})\s*[:：]\s*(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)
OFF = frozenset({"off", "none", "usual", "default", "关闭", "默认", "无"})
CHINESE = re.compile(r"[\u3400-\u9fff]")
QUOTES = ' "“”「」'


@commands.command(*ways("text", "texts", "message", zh=("文案", "提醒文案")))
async def text(ctx: Context, args: Arguments) -> Reply:
    """Says above what managers are sent: review text Spring due: … (HR)."""
    await check_hr(ctx)
    said = SAID.fullmatch(args.typed.strip())
    named = said["cycle"] if said else args.typed
    cycle = await the_cycle(ctx, tidy(named).strip(QUOTES))
    if said is None:
        return await _shown(ctx, cycle)
    words = tidy_lines(said["text"])
    language = "zh" if CHINESE.search(words) else "en"
    languages = ("en", "zh") if fold(words) in OFF else (language,)
    kept = "" if fold(words) in OFF else _checked(ctx, words)
    for each in languages:
        await ctx.db.reviews.texts.keep(
            cycle.id, WHEN[said["when"].lower()], each, kept
        )
    return await _shown(ctx, cycle)


def _checked(ctx: Context, words: str) -> str:
    """Raises UsageError for a fact that nobody knows, and for too many words."""
    again = ctx.t("review-try-text")
    if not shows(words) or len(words) > LIMIT:
        raise UsageError("review-text-long", try_this=again, limit=LIMIT)
    if wrong := unknown(words):
        raise UsageError("review-text-fact", try_this=again, typed=wrong[:40])
    return words


async def _shown(ctx: Context, cycle: Cycle) -> Reply:
    held = await ctx.db.reviews.rounds(cycle.id)
    due = held[0].due if held else (await rounds(ctx).next_span(cycle)).due
    facts = {"cycle": cycle.name, "due": ctx.t.day(due), "count": "3"}
    texts = await ctx.db.reviews.texts.of(cycle.id)
    return listed(ctx.t, cycle, texts, facts)
