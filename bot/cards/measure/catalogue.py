"""The field's measures as people read them: names, formulas, traps."""

from bot.cards.area import department
from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Facts,
    Item,
    Line,
    Note,
    Option,
    Picker,
    Reply,
)
from bot.model.measure.formulas import FORMULAS, Formula
from bot.ports import Translate


def listing(t: Translate, where: str) -> Reply:
    """Those of a department with their formulas, or all departments to pick from."""
    found = [each for each in FORMULAS if not where or each.department == where]
    blocks: list[Block] = []
    if where:
        blocks += [_item(t, each) for each in found]
    else:
        known = dict.fromkeys(each.department for each in FORMULAS)
        blocks.append(Facts(tuple(_row(t, each) for each in known)))
    title = t.line("measure-catalogue", count=len(found))
    if where:
        named = department(t, where)
        title = t.line("measure-catalogue-of", department=named, count=len(found))
    blocks.append(Buttons((_departments(t, where),)))
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def one(t: Translate, formula: Formula) -> Reply:
    """One of them, ready to be taken."""
    unit = t(f"measure-unit-{formula.unit.value}")
    rows = (
        (t("measure-formula"), (t(f"measure-how-{formula.key}"),)),
        (t("measure-unit"), (unit,)),
        (t("measure-direction"), (t(f"measure-direction-{formula.direction.value}"),)),
        (t("measure-department"), (department(t, formula.department),)),
    )
    use = Button(
        t("measure-button-use"), "measure.new", formula.key, ButtonStyle.PRIMARY
    )
    more = Button(
        t("measure-button-catalogue"), "measure.catalogue", formula.department
    )
    note = Note(t.line("measure-mind", trap=t(f"measure-trap-{formula.key}")))
    title = (t(f"measure-formula-{formula.key}"),)
    blocks: tuple[Block, ...] = (Facts(rows), note, Buttons((use, more)))
    return Reply(Card(title, blocks), Audience.ONLY_YOU)


def _row(t: Translate, where: str) -> tuple[str, Line]:
    """A department with the names of its measures."""
    names = tuple(
        t(f"measure-formula-{each.key}")
        for each in FORMULAS
        if each.department == where
    )
    return department(t, where), (t.items(names),)


def _item(t: Translate, formula: Formula) -> Item:
    use = Button(t("measure-button-look"), "measure.catalogue", formula.key)
    name = t(f"measure-formula-{formula.key}")
    return Item((name,), (t(f"measure-how-{formula.key}"),), (use,))


def _departments(t: Translate, where: str) -> Picker:
    known = dict.fromkeys(each.department for each in FORMULAS)
    options = tuple(Option(department(t, each), each) for each in known)
    label = t("measure-catalogue-pick")
    return Picker("measure.catalogue", label, options, where or None)
