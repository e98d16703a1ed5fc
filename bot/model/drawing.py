"""A picture as a card holds it: numbers and words, not yet an image; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.model.standup.stats import Trend, Week, percent


@dataclass(frozen=True, slots=True)
class PanelWords:
    """One part of the picture: its title, its one large number, what explains it.

    `keys` are the names of its colours, where it has several.
    """

    title: str
    value: str
    notes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendWords:
    """Every word of the picture, in its reader's language; `weeks` stand under their
    columns, the lines of `nothing` are said while there is nothing to show.
    """

    title: str
    span: str
    weeks: tuple[str, ...]
    participation: PanelWords
    mood: PanelWords
    blockers: PanelWords
    nothing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrendImage:
    """Four weeks of a stand-up."""

    trend: Trend
    words: TrendWords

    @property
    def title(self) -> str:
        """What it is called."""
        return self.words.title


@dataclass(frozen=True, slots=True)
class Row:
    """One name with its columns; `value` is the sum of the newest of them, `change`
    how much more that is than before, `more` whether it is.
    """

    name: str
    columns: tuple[int, ...]
    value: str
    change: str
    more: bool


@dataclass(frozen=True, slots=True)
class RowsImage:
    """Several names, each with a small chart of its own; `current` of the columns are
    what the values are about. The lines of `nothing` are said while there is no row.
    """

    title: str
    span: str
    rows: tuple[Row, ...]
    current: int
    nothing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One period with its value in words; `height` is how tall it is beside others."""

    name: str
    value: str
    height: int


@dataclass(frozen=True, slots=True)
class SeriesImage:
    """One thing over several periods, the newest last. The lines of `nothing` are said
    while there is no period. Of `aims` each is as high as a column that reaches it, and
    `aimed` says them in numbers.
    """

    title: str
    span: str
    bars: tuple[Bar, ...]
    aims: tuple[int, ...] = ()
    aimed: str = ""
    nothing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that somebody sent, as it is; `digest` tells it from all others."""

    title: str
    digest: str
    content: bytes = field(repr=False, compare=False)


Image = TrendImage | RowsImage | SeriesImage | Photo


@dataclass(frozen=True, slots=True)
class Drawing:
    """An image of ours, drawn when it is shown; who cannot see it reads `description`.

    `file` is the chat's own name for the image, once the chat has it.
    """

    image: Image
    description: str
    file: str = ""


def share(week: Week) -> int:
    """Percent who answered: all of them only where all did, none where nobody did."""
    return percent(week.answered, week.expected)


def newest(weeks: Sequence[Week]) -> int:
    """Which week the large numbers are about: the last in which anybody was asked."""
    asked = [number for number, week in enumerate(weeks) if week.expected]
    return asked[-1] if asked else len(weeks) - 1
