"""Text that people typed, made fit for any wire without changing what is read."""

import re

from adapters.wire import storable
from bot.messages import Bold, Line, Span, plain

# Unicode UAX #9: what switches the direction of text, and what ends it.
EMBED, POP_EMBED = re.compile("[\u202a\u202b\u202d\u202e]"), "\u202c"
ISOLATE, POP_ISOLATE = re.compile("[\u2066-\u2068]"), "\u2069"


def clean(text: str) -> str:
    """The text without what no JSON takes, and closed in itself.

    A direction that a person's text switches must not turn what we say after it.
    """
    kept = storable(text)
    embedded = len(EMBED.findall(kept)) - kept.count(POP_EMBED)
    isolated = len(ISOLATE.findall(kept)) - kept.count(POP_ISOLATE)
    return kept + POP_EMBED * max(embedded, 0) + POP_ISOLATE * max(isolated, 0)


def cut(text: str, limit: int) -> str:
    """The text, with an ellipsis where it had to be cut."""
    return text if len(text) <= limit else text[: max(limit - 1, 0)].rstrip() + "…"


def table_row(head: tuple[str, ...], cells: tuple[Line, ...]) -> Line:
    """A table's row as a line: the first cell bold, the others after their heads."""
    spans: list[Span] = []
    for number, cell in enumerate(cells):
        if not plain(cell).strip():
            continue
        label = head[number] if number < len(head) else ""
        if number == 0:
            spans += [Bold(s) if isinstance(s, str) else s for s in cell]
        else:
            spans += [" · " if spans else "", f"{label} " if label else "", *cell]
    return tuple(spans)
