"""Blocks of meaning → lines of DingTalk's Markdown."""

from collections.abc import Iterator
from typing import assert_never

from adapters.dingtalk.render_controls import linked
from adapters.dingtalk.render_spans import (
    JOINER,
    Dialect,
    address,
    caption,
    escape,
    label,
    strong,
    written,
)
from adapters.prose import table_row
from bot.messages import (
    Attachment,
    Block,
    Bullets,
    Buttons,
    Divider,
    Enclosed,
    Facts,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from bot.model.drawing import Drawing

CLIP = "📎"  # before the name of a file
BLANK = f" \t{JOINER}"
GAP = "\u2002"  # an en space: between a label and its value
RULE = "———"  # no document lists a rule for messages


def lines(said: Block, dialect: Dialect) -> list[str]:
    """The block line by line; none for one that says nothing."""
    return [line for line in _lines(said, dialect) if line.strip(BLANK)]


def _lines(said: Block, dialect: Dialect) -> Iterator[str]:
    match said:
        case Paragraph(line) | Note(line):
            yield from written(line, dialect).split("\n")
        case Bullets(points, ordered):
            yield from _bullets(points, dialect, ordered=ordered)
        case Facts(rows):
            yield from _facts(rows, dialect)
        case Table(head, rows):
            yield from _bullets(
                tuple(table_row(head, cells) for cells in rows), dialect
            )
        case Buttons():
            return  # below, all together
        case Item():
            yield from _item(said, dialect)
        case Picture(url, description):
            found = address(url)
            words = label(description)
            yield f"![{caption(words)}]({found})" if found else escape(words)
        case Drawing(image=image, file=file, description=description):
            shown = f"![{caption(image.title)}]({file})"  # clients hide these words
            yield shown if file else escape(label(description))
        case Attachment(sheet):
            yield f"{CLIP} {escape(sheet.file)}"
        case Enclosed(file):
            yield f"{CLIP} {escape(file.name)}"
        case Quote(text):
            yield from (f"> {line}" for line in escape(text).split("\n"))
        case Heading(text):
            yield f"#### {_one_line(escape(text))}"
        case Divider():
            yield RULE
        case _:
            assert_never(said)


def _bullets(
    items: tuple[Line, ...], dialect: Dialect, *, ordered: bool = False
) -> Iterator[str]:
    said = [_one_line(written(item, dialect)) for item in items]
    for number, line in enumerate(filter(None, said), start=1):
        yield f"{number}. {line}" if ordered else f"- {line}"


def _facts(rows: tuple[tuple[str, Line], ...], dialect: Dialect) -> Iterator[str]:
    """A line each: its label bold, then its value."""
    for name, value in rows:
        said = written(value, dialect).strip(" \t")
        if said.strip():
            yield from f"{strong(name)}{GAP}{said}".split("\n")


def _item(item: Item, dialect: Dialect) -> Iterator[str]:
    """A line, its small print, and where a link can press, its buttons."""
    yield from written(item.line, dialect).split("\n")
    yield from written(item.note, dialect).split("\n")
    if dialect.pressable and item.buttons:
        yield linked(item.buttons)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()
