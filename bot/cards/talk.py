"""Answers to words that ask for nothing."""

from bot.messages import Block, Button, Buttons, Card, Code, Note
from bot.ports import Translate


def small_talk(t: Translate, key: str, example: Code | None, *, helps: bool) -> Card:
    """A line, what to type if something was meant, and where help is."""
    blocks: list[Block] = []
    if example:
        blocks.append(Note((example,)))
    if helps:
        blocks.append(Buttons((Button(t("home-button-help"), "help.show"),)))
    return Card(t.line(key), tuple(blocks))
