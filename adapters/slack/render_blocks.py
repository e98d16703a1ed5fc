"""Blocks of meaning → Block Kit, from what messages, forms and home all show."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from adapters.prose import clean, cut, table_row
from adapters.slack.render_controls import action_blocks, one_control
from adapters.slack.render_spans import (
    ADDRESS,
    TEXT,
    Json,
    elements,
    pieces,
    plain_text,
    shown,
    text_object,
)
from bot.messages import (
    Attachment,
    Block,
    Bold,
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
    Span,
    Table,
)
from bot.model.drawing import Drawing

HEADER = 150
CLIP = "📎"  # before the name of a file
GAP = "\u2002"  # an en space: between a label and its value


def block(said: Block) -> Iterator[Json]:
    """One block of meaning as blocks of Slack's; nothing for one that says nothing."""
    match said:
        case Paragraph(line):
            yield from paragraph(line)
        case Bullets(items, ordered):
            yield from _bullets(items, ordered=ordered)
        case Facts(rows):
            yield from _facts(rows)
        case Table(head, rows):
            yield from _bullets(tuple(table_row(head, cells) for cells in rows))
        case Buttons(items):
            yield from action_blocks(items)
        case Item():
            yield from _item(said)
        case Picture(url, description):
            yield from _picture(url, description)
        case Drawing(file=file, description=description):
            yield from _drawing(file, description)
        case Attachment(sheet):
            yield from paragraph((f"{CLIP} ", sheet.file))
        case Enclosed(file):
            yield from paragraph((f"{CLIP} ", file.name))
        case Quote(text):
            yield from _rich("rich_text_quote", (text,))
        case Heading(text):
            yield from heading((text,))
        case Divider():
            yield {"type": "divider"}
        case Note(line):
            yield from note(line)
        case _:
            assert_never(said)


def paragraph(line: Line, *, bold: bool = False) -> Iterator[Json]:
    """Running text; a very long one in several blocks."""
    yield from _rich("rich_text_section", line, bold=bold)


def heading(line: Line) -> Iterator[Json]:
    """A large title where it is short and plain, else a bold line."""
    words = shown(line).strip()
    if not words or len(words) > HEADER or not all(isinstance(s, str) for s in line):
        yield from paragraph(line, bold=True)
    else:
        yield {"type": "header", "text": plain_text(words, HEADER)}


def note(line: Line) -> Iterator[Json]:
    """Small print; where that could not be shown safely, ordinary text."""
    for part in pieces(line):
        if small := text_object(part):
            yield {"type": "context", "elements": [small]}
        else:
            yield from paragraph(part)


def _rich(kind: str, line: Line, *, bold: bool = False) -> Iterator[Json]:
    for part in pieces(line):
        if shown(part).strip():
            yield _rich_text([{"type": kind, "elements": elements(part, bold=bold)}])


def _rich_text(parts: list[Json]) -> Json:
    return {"type": "rich_text", "elements": parts}


def _bullets(items: tuple[Line, ...], *, ordered: bool = False) -> Iterator[Json]:
    """A list, cut between items into blocks of moderate length; numbers go on."""
    said = [item for item in items if shown(item).strip()]
    done = 0
    for group in _groups(said):
        listed: Json = {
            "type": "rich_text_list",
            "style": "ordered" if ordered else "bullet",
            "elements": [
                {"type": "rich_text_section", "elements": elements(item)}
                for item in group
            ],
        }
        if ordered and done:
            listed["offset"] = done
        yield _rich_text([listed])
        done += len(group)


def _groups(items: Iterable[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    room = TEXT
    for item in items:
        size = len(shown(item))
        if group and size > room:
            yield group
            group, room = [], TEXT
        group.append(item)
        room -= size
    if group:
        yield group


def _facts(rows: tuple[tuple[str, Line], ...]) -> Iterator[Json]:
    """A line each: its label bold, then its value."""
    spans: list[Span] = []
    for label, value in rows:
        if shown(value).strip():
            spans += ["\n"] if spans else []
            spans += [Bold(label), GAP, *value]
    yield from paragraph(tuple(spans))


def _item(item: Item) -> Iterator[Json]:
    """One line: a single control stands beside it, several below."""
    control = one_control(item.buttons)
    text = text_object(item.line)
    if control and text:
        yield {"type": "section", "text": text, "accessory": control}
        yield from note(item.note)
    else:
        yield from paragraph(item.line)
        yield from note(item.note)
        yield from action_blocks(item.buttons)


def _picture(url: str, description: str) -> Iterator[Json]:
    said = _described(description)
    if ADDRESS.fullmatch(url):
        yield {"type": "image", "image_url": url, "alt_text": said}
    else:
        yield from note((said,))


def _drawing(file: str, description: str) -> Iterator[Json]:
    said = _described(description)
    if file:
        yield {"type": "image", "slack_file": {"id": file}, "alt_text": said}
    else:
        yield from note((said,))


def _described(description: str) -> str:
    return cut(clean(description).strip(), 2000) or "…"
