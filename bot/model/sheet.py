"""A table that people take away as a file; pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

ROWS = 50_000  # more is no table that anybody looks at
NAME_LIMIT = 60
UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')  # what some system takes in no name


class FileKind(StrEnum):
    """The ending of a file's name, which says what is in it."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under a head, all of it text: nothing in it is a formula."""

    name: str
    kind: FileKind
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{fit(self.name)}.{self.kind}"


def fit(name: str) -> str:
    """The name as every system takes it."""
    return UNFIT.sub(" ", name).strip(" .")[:NAME_LIMIT].strip(" .") or "shopcrew"
