"""The one table that is printed; and whether the promise was kept."""

from collections.abc import Sequence

from tests.e2e.faults.scenes import Played

HEAD = (
    "engine",
    "trouble",
    "times",
    "events",
    "messages",
    "lost",
    "doubled",
    "marked",
    "late",
    "order",
    "stale",
    "states",
    "slowest",
    "seconds",
)


def rows(played: Sequence[Played]) -> list[tuple[str, ...]]:
    """One row for each scene."""
    return [_row(each) for each in played]


def table(played: Sequence[Played]) -> str:
    """The rows beside each other, below their heads."""
    lines = [HEAD, *rows(played)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEAD))]
    shown = [
        "  ".join(
            word.ljust(width) if n < 2 else word.rjust(width)
            for n, (word, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    shown.insert(1, "-" * (sum(widths) + 2 * (len(widths) - 1)))
    return "\n".join(shown)


def kept(each: Played) -> bool:
    """Nothing lost, nothing twice that can be looked up, nothing impossible; what
    nobody can know at most once for each time, and each call that nobody heard the end
    of, and marked.
    """
    counts = each.counts
    broken = counts.lost + counts.doubled + counts.late + counts.disorder
    broken += counts.stale + counts.impossible
    unclear = counts.marked > max(each.times + each.unheard, 1)
    return not (broken or each.broken or unclear)


def _row(each: Played) -> tuple[str, ...]:
    counts = each.counts
    if each.broken:
        return (each.engine, each.scene.name, "did not start", *[""] * 11)
    numbers = (
        each.times,
        counts.events,
        counts.messages,
        counts.lost,
        counts.doubled,
        counts.marked,
        counts.late,
        counts.disorder,
        counts.stale,
        counts.impossible,
        f"{counts.slowest:.1f} s",
        f"{each.seconds:.0f}",
    )
    return (each.engine, each.scene.name, *map(str, numbers))
