"""What people see when they ask what the bot can do.

`typed` says how the reader types a command.
"""

from collections.abc import Callable

from bot.messages import (
    Audience,
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    Card,
    Code,
    Line,
    Note,
    Paragraph,
    Reply,
)
from bot.ports import Translate

Typed = Callable[[str], str]


def overview(t: Translate, typed: Typed, topics: tuple[str, ...]) -> Reply:
    """One line and one example a topic."""
    blocks: list[Block] = [Paragraph(t.line("help-intro"))]
    blocks += [Paragraph(_lead(t, typed, topic)) for topic in topics]
    blocks.append(
        Buttons(
            (
                Button(t("help-button-task"), "task.new"),
                Button(t("help-button-topic-task"), "help.show", "task"),
                Button(t("help-button-topic-standup"), "help.show", "standup"),
                Button(t("settings-button"), "people.settings"),
            )
        )
    )
    blocks.append(Note(t.line("help-more", example=Code(typed(t("help-try-topic"))))))
    return Reply(Card(t.line("help-title"), tuple(blocks)), Audience.ONLY_YOU)


def topic(
    t: Translate, typed: Typed, name: str, family: tuple[tuple[str, str], ...]
) -> Reply:
    """Every command of one topic: how it is typed, and the key of what it does."""
    items = tuple(
        (Code(typed(spoken)), "  ", t(help_key)) for spoken, help_key in family
    )
    title = t.line("help-topic-title", topic=t(f"help-topic-{name}"))
    return Reply(Card(title, (Bullets(items),)), Audience.ONLY_YOU)


def line(
    t: Translate, typed: Typed, spoken: str, parts: tuple[str, ...], key: str
) -> Reply:
    """What one line may hold, part by part, and two that can be typed as they are."""
    items = tuple(
        (Code(t(f"help-line-{part}")), "  ", t(f"help-line-{part}-is"))
        for part in parts
    )
    examples = tuple(
        Paragraph((Code(typed(t(f"{key}-{number}"))),))
        for number in ("first", "second")
    )
    title = t.line("help-line-title", command=Code(typed(spoken)))
    blocks: list[Block] = [*examples, Bullets(items), Note(t.line("help-line-order"))]
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def _lead(t: Translate, typed: Typed, topic: str) -> Line:
    example = t(f"help-example-{topic}")
    return (Bold(t(f"help-topic-{topic}")), "\n", Code(typed(example)))
