"""What leads see on Monday of what is not in order."""

from collections.abc import Mapping, Sequence

from bot.cards.area import AreaView
from bot.messages import (
    Block,
    Bold,
    Bullets,
    Card,
    Heading,
    Line,
    Note,
    Paragraph,
    Tone,
)
from bot.model.area.audit import Audit
from bot.ports import Translate

NAMED = 10


def card(
    t: Translate,
    found: Audit,
    unowned: Sequence[AreaView],
    uncovered: Sequence[AreaView],
    names: Mapping[int, str],
) -> Card:
    """Each kind of gap under its own heading."""
    blocks: list[Block] = []
    if unowned:
        lines = [_line(t, "area-audit-gone", view) for view in unowned]
        blocks += _part(t, "area-audit-unowned", lines)
    if uncovered:
        lines = [_line(t, "area-audit-away", view) for view in uncovered]
        blocks += _part(t, "area-audit-uncovered", lines)
    if found.many:
        lines = [
            t.line("area-audit-count", who=names.get(id, ""), count=count)
            for id, count in found.many
        ]
        blocks += _part(t, "area-audit-many", lines)
    if found.none:
        blocks.append(Heading(t("area-audit-none")))
        listed = t.items(tuple(names.get(id, "") for id in found.none[:NAMED]))
        more = len(found.none) - NAMED
        key = "area-audit-names-more" if more > 0 else "area-audit-names"
        blocks.append(Paragraph(t.line(key, names=listed, more=more)))
    note = Note(t.line("area-audit-note"))
    return Card(t.line("area-audit-title"), (*blocks, note), Tone.WARNING)


def _part(t: Translate, key: str, lines: Sequence[Line]) -> list[Block]:
    rest = len(lines) - NAMED
    shown = list(lines[:NAMED])
    if rest > 0:
        shown.append(t.line("area-audit-more", count=rest))
    return [Heading(t(key)), Bullets(tuple(shown))]


def _line(t: Translate, key: str, view: AreaView) -> Line:
    day = t.day(view.owner.until) if view.owner.until else ""
    return t.line(key, area=Bold(view.area.name), who=view.owner.name, day=day)
