"""Whether thanks reach everybody, shown to one admin alone."""

from collections.abc import Callable

from bot.messages import Audience, Block, Card, Heading, Note, Paragraph, Reply, Table
from bot.model.department import DEPARTMENTS
from bot.model.kudos.fairness import FEWEST, LOOKS_BACK, Fairness, Share
from bot.ports import Translate

NAMED = 30


def shown(t: Translate, told: Fairness) -> Reply:
    """Shares first, then those whom nobody thanked."""
    blocks: list[Block] = []
    if told.departments:
        table = _table(t, told.departments, lambda name: _department(t, name))
        blocks += [Heading(t("kudos-fair-departments")), table]
    if told.platforms:
        table = _table(t, told.platforms, lambda name: t(f"platform-{name}"))
        blocks += [Heading(t("kudos-fair-platforms")), table]
    if told.unthanked:
        blocks.append(Heading(t("kudos-fair-unthanked")))
        more = len(told.unthanked) - NAMED
        names = t.items(told.unthanked[:NAMED])
        key = "kudos-fair-names-more" if more > 0 else "kudos-fair-names"
        blocks.append(Paragraph(t.line(key, names=names, more=max(0, more))))
    else:
        blocks.append(Paragraph(t.line("kudos-fair-everybody")))
    blocks.append(Note(t.line("kudos-fair-note", count=FEWEST)))
    title = t.line("kudos-fair-title", count=LOOKS_BACK.days)
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def _table(
    t: Translate, shares: tuple[Share, ...], called: Callable[[str], str]
) -> Table:
    head = tuple(t(f"kudos-fair-column-{name}") for name in ("who", "people", "share"))
    rows = tuple(
        ((called(each.name),), (str(each.people),), (f"{each.percent} %",))
        for each in shares
    )
    return Table(head, rows)


def _department(t: Translate, name: str) -> str:
    return t(f"department-{name}") if name in DEPARTMENTS else name
