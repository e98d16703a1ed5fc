"""What the bot can do: an overview, and every command of one topic."""

from collections.abc import Iterable

from bot.arguments import Arguments, fold
from bot.cards import help as cards
from bot.context import Context
from bot.messages import Reply
from bot.registry import Commands

TOPICS = (
    "task",
    "standup",
    "feedback",
    "blocker",
    "risk",
    "retro",
    "project",
    "kudos",
    "award",
    "area",
    "measure",
    "team",
    "onboarding",
    "review",
    "room",
    "away",
    "link",
    "settings",
    "today",
)
LINES = {  # what the line of a command may hold, in the order people think of it
    "standup new": (
        "people",
        "place",
        "at",
        "days",
        "close",
        "remind",
        "zone",
        "owner",
        "optional",
        "observers",
        "ask",
    )
}
ASKED = (
    "帮助", "?", "hi", "hello", "你好", "您好", "help me", "怎么用", "commands",
    "what can you do", "what can you do for me", "what can i do", "how does this work",
    "你能做什么", "你会做什么", "你会什么", "能做什么", "有什么功能", "有哪些命令",
    "使用说明",
)  # fmt: skip
TOGETHER = {"away": "away back holidays"}  # families that are one topic


def register(table: Commands) -> None:
    """Adds `help`, which explains whatever the table holds by then."""

    @table.command("help", *ASKED)
    async def help_(ctx: Context, args: Arguments) -> Reply:
        """Explains everything, or one topic: `help task`."""

        def typed(words: str) -> str:
            return ctx.typed(words, among=table.among(words))

        if (path := _line(table, args.rest())) is not None:
            spoken = table.spoken(path, ctx.t.language)
            key = f"help-example-{path.replace(' ', '-')}"
            return cards.line(ctx.t, typed, spoken, LINES[path], key)
        topic = _topic(table, args.rest())
        if topic is None:
            return cards.overview(ctx.t, typed, tuple(_leads(table)))
        family = tuple(_family(table, topic, ctx.t.language))
        return cards.topic(ctx.t, typed, topic, family)

    @table.button("help.show")
    async def show(ctx: Context, value: str) -> Reply:
        """Explains from a button."""
        return await help_(ctx, Arguments(value, ctx.local))


def _line(table: Commands, typed: str) -> str | None:
    """The command meant, where its line is explained part by part."""
    found = table.find(fold(typed))
    path = found[0].path if found else ""
    return path if path in LINES else None


def _topic(table: Commands, typed: str) -> str | None:
    """The topic meant: a family's first word, in any language."""
    word = fold(typed).strip("?!. ")
    if not word:
        return None
    found = table.find(word)
    return found[0].path.split()[0] if found else None


def _family(table: Commands, topic: str, language: str) -> Iterable[tuple[str, str]]:
    together = next((f for f in TOGETHER.values() if topic in f.split()), topic)
    for command in table.commands.values():
        if command.path.split()[0] in together.split():
            yield table.spoken(command.path, language), command.help_key


def _leads(table: Commands) -> Iterable[str]:
    known = {command.path.split()[0] for command in table.commands.values()}
    return (topic for topic in TOPICS if topic in known)
