"""Lines of a table that people paste: by whatever mark its cells are parted; pure."""

import csv

from bot.model.text import tidy

MARKS = "\t;,|，；"


def mark_of(head: str) -> str:
    """What parts the cells, by the line that names them."""
    return max(MARKS, key=head.count)


def cells(line: str, mark: str) -> list[str]:
    """The cells of one line; quotes keep a mark inside."""
    rows = list(csv.reader([line], delimiter=mark, skipinitialspace=True))
    return [tidy(cell) for cell in rows[0]] if rows else []
