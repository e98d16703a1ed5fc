"""What people see of several risks."""

from collections.abc import Sequence

from bot.cards.risk.words import MARKS, facts, level, title
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    Card,
    Heading,
    Item,
    Line,
    Note,
    Option,
    Paragraph,
    Picker,
    Reply,
)
from bot.model.risk import Level, RiskView
from bot.ports import Translate

PAGE = 10
STATES = ("open", "mine", "due", "closed")
AT_HOME = 5


def listing(
    t: Translate,
    views: Sequence[RiskView],
    *,
    query: str,
    heading: Line,
    page: int = 0,
    audience: Audience = Audience.ONLY_YOU,
) -> Reply:
    """A page of risks, the gravest first, with how many there are of each level."""
    last = max(0, (len(views) - 1) // PAGE)
    page = min(max(page, 0), last)
    shown = views[page * PAGE : (page + 1) * PAGE]
    blocks: list[Block] = [Note(_counted(t, views))] if len(views) > 1 else []
    blocks += [_item(t, view) for view in shown]
    if not views:
        blocks.append(Paragraph(t.line("risk-list-empty")))
    turns = [
        Button(t(f"risk-button-{name}"), "risk.list", f"{number}|{query}")
        for name, number in (("before", page - 1), ("after", page + 1))
        if 0 <= number <= last
    ]
    if turns:
        blocks.append(Buttons(tuple(turns)))
    blocks.append(_below(t, query))
    return Reply(Card(heading, tuple(blocks)), audience)


def home_blocks(t: Translate, views: Sequence[RiskView]) -> tuple[Block, ...]:
    """Those of somebody whose mitigation is due, for their day; else nothing."""
    if not views:
        return ()
    items = tuple(_item(t, view) for view in views[:AT_HOME])
    return (Heading(t("risk-home", count=len(views))), *items)


def _below(t: Translate, query: str) -> Buttons:
    """Other lists, a new one, a file."""
    options = tuple(Option(t(f"risk-list-{each}"), f"0|{each}") for each in STATES)
    chosen = f"0|{query}" if query in STATES else None
    other = Picker("risk.list", t("risk-list-other"), options, chosen)
    new = Button(t("risk-button-new"), "risk.new")
    export = Button(t("risk-button-export"), "risk.export")
    return Buttons((other, new, export))


def _counted(t: Translate, views: Sequence[RiskView]) -> Line:
    """ "● 1 very high · ◑ 3 medium"."""
    levels = [view.risk.level for view in views]
    told = (
        t(
            "risk-counted",
            mark=MARKS[each],
            count=levels.count(each),
            level=level(t, each),
        )
        for each in reversed(Level)
        if each in levels
    )
    return (" · ".join(told),)


def _item(t: Translate, view: RiskView) -> Item:
    number = str(view.risk.number)
    show = Button(t("risk-button-show"), "risk.show", number)
    return Item(title(view, t), facts(view, t), (show,))
