"""Card → the two forms of an e-mail: plain text and HTML. Pure."""

from collections.abc import Iterator
from typing import assert_never

from markupsafe import Markup

from adapters.hypertext import WEB, blocks, html
from adapters.prose import clean, cut, table_row
from bot.messages import (
    Attachment,
    Block,
    Bullets,
    Button,
    Buttons,
    Card,
    Divider,
    Enclosed,
    Facts,
    Heading,
    Item,
    Line,
    Link,
    Note,
    Paragraph,
    Picker,
    Picture,
    Quote,
    Span,
    Table,
    plain,
)
from bot.model.drawing import Drawing

SUBJECT = 120  # characters: clients show fewer
RULE = "---"
STYLE = (
    "font:16px/1.5 system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif;"
    "color:#1c2024;max-width:40rem"
)
BUTTON = (
    "display:inline-block;padding:10px 16px;border-radius:8px;background:#1456c4;"
    "color:#ffffff;font-weight:600;text-decoration:none"
)
_PAGE = Markup(
    '<!doctype html><html><head><meta charset="utf-8"></head>'
    '<body style="{}"><h1 style="font-size:20px">{}</h1>\n{}\n</body></html>'
)
_BUTTON = Markup('<a href="{}" style="{}">{}</a> ')


def subject(card: Card) -> str:
    """What the list of e-mails shows: one line."""
    return cut(" ".join(clean(plain(card.title)).split()), SUBJECT)


def as_html(card: Card) -> str:
    """The card as a page without anything from elsewhere: nothing tells who read it."""
    return str(_PAGE.format(STYLE, html(card.title), blocks(card.blocks, _buttons)))


def as_text(card: Card) -> str:
    """The card as plain text."""
    parts = ["\n".join(_lines(block)) for block in card.blocks]
    said = [_written(card.title), *(part for part in parts if part.strip())]
    return "\n\n".join(said) + "\n"


def _buttons(items: tuple[Button | Picker, ...]) -> Markup:
    """Those that open something: nothing else can be pressed in an e-mail."""
    links = (_BUTTON.format(url, BUTTON, name) for name, url in _links(items))
    return Markup("<p>{}</p>").format(Markup("").join(links))


def _links(items: tuple[Button | Picker, ...]) -> list[tuple[str, str]]:
    found = (one for one in items if isinstance(one, Button))
    return [(b.label, b.url) for b in found if b.url and b.url.startswith(WEB)]


def _lines(said: Block) -> Iterator[str]:
    match said:
        case Paragraph(line) | Note(line):
            yield _written(line)
        case Bullets(items, ordered):
            for number, item in enumerate(items, start=1):
                yield f"{f'{number}.' if ordered else '-'} {_written(item)}"
        case Facts(rows):
            yield from (f"{label}: {_written(value)}" for label, value in rows)
        case Table(head, rows):
            yield from (f"- {_written(table_row(head, cells))}" for cells in rows)
        case Buttons(items):
            yield from (f"{name}: {url}" for name, url in _links(items))
        case Item(line, note):
            yield from filter(None, (_written(line), _written(note)))
        case Picture(url, description):
            yield f"{clean(description)}: {url}"
        case Drawing(description=description):
            yield clean(description)
        case Attachment(sheet):
            yield f"📎 {clean(sheet.file)}"
        case Enclosed(file):
            yield f"📎 {clean(file.name)}"
        case Quote(text):
            yield from (f"> {line}" for line in clean(text).split("\n"))
        case Heading(text):
            yield clean(text)
        case Divider():
            yield RULE
        case _:
            assert_never(said)


def _written(line: Line) -> str:
    """A line with its addresses."""
    return clean("".join(_span(span) for span in line))


def _span(span: Span) -> str:
    if isinstance(span, Link) and span.url.startswith(WEB):
        return (
            span.url if span.label in ("", span.url) else f"{span.label} ({span.url})"
        )
    return plain((span,))
