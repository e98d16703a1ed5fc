"""Cards → HTML, for pages and for e-mail: pure. Everything in it is escaped."""

from collections.abc import Callable, Iterable
from typing import assert_never

from markupsafe import Markup, escape

from adapters.prose import clean
from bot.messages import (
    Attachment,
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    Code,
    Divider,
    Enclosed,
    Facts,
    Heading,
    Item,
    Line,
    Link,
    Mention,
    Moment,
    Note,
    Paragraph,
    Picker,
    Picture,
    Quote,
    Span,
    Table,
)
from bot.model.drawing import Drawing

WEB = ("https://", "http://")
Controls = Callable[[tuple[Button | Picker, ...]], Markup]


def html(line: Line) -> Markup:
    """A line as HTML; a newline is a line break."""
    return Markup("").join(_span(span) for span in line)


def blocks(said: Iterable[Block], controls: Controls) -> Markup:
    """Blocks below each other; `controls` draws buttons and pickers."""
    return Markup("\n").join(_block(block, controls) for block in said)


def _block(said: Block, controls: Controls) -> Markup:
    match said:
        case Paragraph(line):
            return Markup("<p>{}</p>").format(html(line))
        case Note(line):
            return Markup('<p class="note">{}</p>').format(html(line))
        case Bullets(items, ordered):
            return _bullets(items, "ol" if ordered else "ul")
        case Facts(rows):
            return _facts(rows)
        case Table(head, rows):
            return _table(head, rows)
        case Buttons(items):
            return controls(items)
        case Item(line, note, buttons):
            return _item(line, note, controls(buttons) if buttons else Markup(""))
        case Picture(url, description):
            return Markup("<p>{}</p>").format(_span(Link(url, description)))
        case Drawing(description=description):
            return Markup("<p>{}</p>").format(_text(description))
        case Attachment(sheet):
            return Markup("<p>📎 {}</p>").format(_text(sheet.file))
        case Enclosed(file):
            return Markup("<p>📎 {}</p>").format(_text(file.name))
        case Quote(text):
            return Markup("<blockquote>{}</blockquote>").format(_text(text))
        case Heading(text):
            return Markup("<h2>{}</h2>").format(_text(text))
        case Divider():
            return Markup("<hr>")
        case _:
            assert_never(said)


def _bullets(items: tuple[Line, ...], tag: str) -> Markup:
    rows = Markup("").join(Markup("<li>{}</li>").format(html(item)) for item in items)
    return Markup(f"<{tag}>{{}}</{tag}>").format(rows)  # noqa: S704 a tag of ours


def _facts(rows: tuple[tuple[str, Line], ...]) -> Markup:
    row = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
    listed = (row.format(_text(label), html(value)) for label, value in rows)
    return Markup("<dl>{}</dl>").format(Markup("").join(listed))


def _table(head: tuple[str, ...], rows: tuple[tuple[Line, ...], ...]) -> Markup:
    named = Markup("").join(Markup("<th>{}</th>").format(_text(h)) for h in head)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(Markup("<td>{}</td>").format(html(cell)) for cell in row)
        )
        for row in rows
    )
    return Markup("<table><tr>{}</tr>{}</table>").format(named, body)


def _item(line: Line, note: Line, controls: Markup) -> Markup:
    small = Markup('<br><span class="note">{}</span>').format(html(note))
    said = html(line) + (small if note else "")
    return Markup('<div class="item"><p>{}</p>{}</div>').format(said, controls)


def _span(span: Span) -> Markup:
    match span:
        case str():
            return _text(span)
        case Bold(text):
            return Markup("<strong>{}</strong>").format(clean(text))
        case Code(text):
            return Markup("<code>{}</code>").format(clean(text))
        case Link(url, label) if url.startswith(WEB):
            link = Markup('<a href="{}" rel="noreferrer">{}</a>')
            return link.format(url, clean(label or url))
        case Link(_, label):
            return _text(label)
        case Mention(_, name):
            return Markup("<strong>@{}</strong>").format(clean(name))
        case Moment(_, fallback, _):
            return _text(fallback)
        case _:
            assert_never(span)


def _text(text: str) -> Markup:
    parts = clean(text).split("\n")
    return Markup("<br>").join(escape(part) for part in parts)
