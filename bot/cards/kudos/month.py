"""A month on the wall: what people were thanked for, and nobody's numbers."""

from dataclasses import dataclass
from datetime import date

from bot.messages import Block, Button, Buttons, Card, Note, Paragraph, Tone
from bot.model.kudos import Value
from bot.ports import Translate

SHOWN = 3
NAMED = 10


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What a month's kudos say together."""

    first: date
    count: int
    values: tuple[Value, ...]
    fresh: tuple[str, ...]
    across: int


def card(t: Translate, told: LookedBack) -> Card:
    """The values named most, who was thanked for the first time, and how often thanks
    went to another department.
    """
    blocks: list[Block] = []
    if told.values:
        named = tuple(each.called(t.language) for each in told.values[:SHOWN])
        blocks.append(Paragraph(t.line("kudos-month-values", values=t.items(named))))
    if told.fresh:
        more = len(told.fresh) - NAMED
        names = t.items(told.fresh[:NAMED])
        key = "kudos-month-fresh-more" if more > 0 else "kudos-month-fresh"
        blocks.append(Paragraph(t.line(key, names=names, more=max(0, more))))
    if told.across:
        blocks.append(Paragraph(t.line("kudos-month-across", count=told.across)))
    blocks.append(Note(t.line("kudos-month-note")))
    blocks.append(Buttons((Button(t("kudos-button-give"), "kudos.new"),)))
    title = t.line(
        "kudos-month-title",
        month=t(f"kudos-month-{told.first.month}"),
        count=told.count,
    )
    return Card(title, tuple(blocks), Tone.GOOD)
