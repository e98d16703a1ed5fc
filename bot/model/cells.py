"""Lines of a table that people paste or send: by whatever mark its cells are parted;
pure.
"""

import csv
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from bot.model.text import shows, tidy

MARKS = "\t;,|，；"
MOST = 1000  # lines


class NotAList(Exception):
    """It cannot be read as a list: `key` names the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Shape:
    """What lists of one kind look like: how columns are named in the first line, and
    whether those there are suffice. `family` begins the keys of what can be wrong.
    """

    family: str
    columns: Mapping[str, str]
    suffice: Callable[[Collection[str]], bool]

    def fits(self, text: str) -> bool:
        """Whether the first line of a text names the columns of such a list."""
        return self.suffice(_head(text.lstrip("\ufeff\r\n"), self)[1])


@dataclass(frozen=True, slots=True)
class Line:
    """One line below the first: what stands in each column that we know, and nothing
    where it has more cells than there are columns.
    """

    number: int
    typed: str
    said: Mapping[str, str] = field(default_factory=dict)
    crowded: bool = False


def read_lines(text: str, shape: Shape) -> list[Line]:
    """Every line below the one that names the columns. Raises NotAList."""
    text = text.lstrip("\ufeff")
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < 2:
        raise NotAList(f"{shape.family}-import-empty")
    if len(lines) > MOST + 1:
        raise NotAList(f"{shape.family}-import-long")
    mark, head = _head(lines[0][1], shape)
    if not shape.suffice(head):
        raise NotAList(f"{shape.family}-import-head")
    return [_line(number, line, mark, head) for number, line in lines[1:]]


def mark_of(head: str) -> str:
    """What parts the cells, by the line that names them."""
    return max(MARKS, key=head.count)


def cells(line: str, mark: str) -> list[str]:
    """The cells of one line; quotes keep a mark inside."""
    rows = list(csv.reader([line], delimiter=mark, skipinitialspace=True))
    return [tidy(cell) for cell in rows[0]] if rows else []


def _head(text: str, shape: Shape) -> tuple[str, list[str]]:
    first = next(iter(text.splitlines()), "")
    mark = mark_of(first)
    named = cells(first, mark)
    return mark, [shape.columns.get(cell.casefold().strip(), "") for cell in named]


def _line(number: int, line: str, mark: str, head: list[str]) -> Line:
    found = cells(line, mark)
    while len(found) > len(head) and not found[-1]:
        found.pop()  # a mark at the end, as some programs write it
    if len(found) > len(head):
        return Line(number, tidy(line), crowded=True)
    filled = zip(head, found, strict=False)
    said = {column: cell for column, cell in filled if column and shows(cell)}
    return Line(number, tidy(line), said)
