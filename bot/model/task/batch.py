"""Many lines at once: what of a pasted text may be tasks, kept until it is decided."""

from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from bot.model.expression import expression

AT_ONCE = 30
# What lists put before their lines: "- ", "* ", "1. ", "[ ] ", "• ".
_MARK = expression(
    r"^\s*(?:(?:[•·●▪◦]|[-–—](?!\d)|\*(?=\s)|\d{1,3}[.)、](?!\d)|[(（]\d{1,3}[)）])\s*)?"
    r"(?:\[[ xX✓]?\]\s*|[☐□]\s*)?"
)
_TICKED = expression(r"^\s*(?:[-*•·\d.)、]+\s*)?(?:\[[xX✓]\]|☑|✅|✔️?)")
_HEADING = expression(r"^\s*(?:#{1,6}\s.*|.*[:：])\s*$")
_RULE = expression(r"^\s*[-–—=*_#]{2,}\s*$")


@dataclass(frozen=True, slots=True)
class Batch:
    """A text of several lines that somebody typed at an instant, somewhere.

    `origin` says where its tasks belong, as the forms of tasks carry it.
    """

    id: int
    person_id: int
    at: datetime
    text: str
    origin: str

    @property
    def mark(self) -> str:
        """Names this very text: what was shown is what a button may create."""
        return f"{self.id} {crc32(self.text.encode(errors='replace'))}"


@dataclass(frozen=True, slots=True)
class Lines:
    """What may become tasks, and what was left out: headings, and what is ticked."""

    wanted: tuple[str, ...]
    left_out: tuple[str, ...]


def lines_of(text: str) -> Lines:
    """The lines of a text, rules and empty ones aside."""
    written = [line for line in text.splitlines() if bare(line) and not _is_rule(line)]
    left_out = [line for line in written if _is_left_out(line)]
    wanted = [line for line in written if not _is_left_out(line)]
    return Lines(tuple(wanted), tuple(line.strip() for line in left_out))


def is_list(text: str) -> bool:
    """Whether a text is plainly a list: two lines at least are marked as such."""
    wanted = lines_of(text).wanted
    return sum(bare(line) != line.strip() for line in wanted) > 1


def bare(line: str) -> str:
    """The line without what lists put before it."""
    return _MARK.sub("", line, count=1).strip()


def _is_rule(line: str) -> bool:
    return bool(_RULE.match(line))


def _is_left_out(line: str) -> bool:
    return bool(_HEADING.match(line) or _TICKED.match(line))
