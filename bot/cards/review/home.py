"""Reviews on somebody's own day: what is theirs to write, to say of themselves, to
read. No line of it tells what any of them says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.review import ReviewView, about_item, to_write
from bot.messages import Block, Heading, Item, Note
from bot.ports import Translate

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Duties:
    """What waits for one person: about others, about themselves, and to be read."""

    write: Sequence[ReviewView] = ()
    about: Sequence[ReviewView] = ()

    def urgent(self, today: date) -> int:
        """How many of them need the person now: due today or earlier, or here to be
        read.
        """
        due = sum(each.round.due <= today for each in self.write)
        return due + sum(each.review.sent for each in self.about)


def home_blocks(t: Translate, duties: Duties) -> tuple[Block, ...]:
    """Each with what can be done with it; nothing where nothing is."""
    rows = [_written(t, each) for each in duties.write]
    rows += [about_item(t, each) for each in duties.about]
    if not rows:
        return ()
    blocks: list[Block] = [Heading(t("review-home-title")), *rows[:SHOWN]]
    if (rest := len(rows) - SHOWN) > 0:
        blocks.append(Note(t.line("review-home-more", count=rest)))
    return tuple(blocks)


def _written(t: Translate, view: ReviewView) -> Item:
    item = to_write(t, view)
    until = t.line(
        "review-list-until", cycle=view.cycle.name, day=t.day(view.round.due)
    )
    return Item(t.line("review-home-write", who=view.person), until, item.buttons)
