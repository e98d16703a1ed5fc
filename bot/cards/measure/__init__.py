"""What people see of measures: a list, one with its history, what was just said."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from bot.cards.area import department
from bot.cards.measure import words
from bot.cards.measure.picture import drawing
from bot.messages import (
    Audience,
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Confirm,
    Facts,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.measure import Holder, Measure, Value, total
from bot.model.measure.standing import Standing, said_late
from bot.model.zone import zone_name
from bot.ports import Translate

PAGE = 10
TOLD = 8  # periods of a history


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with its people and how it stands; `values` are the newest first."""

    measure: Measure
    owner: str
    standing: Standing
    values: Sequence[Value] = ()
    deputies: tuple[str, ...] = ()
    area: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a history: what stood, who said it, what it corrected."""

    value: Value
    who: str
    before: tuple[Value, ...] = ()


def listing(
    t: Translate, views: Sequence[MeasureView], page: int, about: str, named: str = ""
) -> Reply:
    """Measures one a line, a page at a time; `about` is what was asked for, and is
    `named` so.
    """
    first = page * PAGE
    here = views[first : first + PAGE]
    blocks: list[Block] = [_item(t, view) for view in here]
    if not views:
        key = "measure-list-none-of" if about else "measure-list-none"
        blocks.append(Paragraph(t.line(key)))
        blocks.append(Buttons((_new(t), _catalogue(t))))
    if len(views) > first + PAGE:
        more = t("measure-button-more", count=len(views) - first - PAGE)
        blocks.append(Buttons((Button(more, "measure.list", f"{page + 1}:{about}"),)))
    if views and not page:
        blocks.append(Buttons((_new(t), _catalogue(t), *_sheets(t))))
    title = t.line("measure-list", count=len(views))
    if about:
        named = department(t, named)
        title = t.line("measure-list-of", about=named, count=len(views))
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def shown(
    t: Translate, view: MeasureView, told: Sequence[Told], *, changeable: bool
) -> Card:
    """Everything about one, with its picture and the same in words."""
    measure, standing = view.measure, view.standing
    if measure.retired_at:
        return Card(t.line("measure-retired", measure=measure.name))
    blocks: list[Block] = [Facts((*_state(t, view), *_about(t, view)))]
    if standing.newest and standing.newest.note and standing.silent is None:
        blocks.insert(1, Quote(standing.newest.note))
    if view.values:
        blocks.append(drawing(t, measure, view.values, standing))
    if told:
        lines = tuple(_told(t, measure, each) for each in told[:TOLD])
        blocks += [Heading(t("measure-history")), Bullets(lines)]
    if warning := words.trap(t, measure):
        blocks.append(Note(t.line("measure-mind", trap=warning)))
    buttons = changes(t, measure) if changeable else ()
    blocks += [Buttons(buttons)] if buttons else []
    return Card(_title(t, measure), tuple(blocks), _tone(standing))


def said(t: Translate, view: MeasureView, before: Value | None) -> Card:
    """What was just reported: of which period, against the target, against before."""
    measure, standing = view.measure, view.standing
    newest = view.values[0]
    now = words.value(t, measure, newest.value)
    when = words.period_said(t, measure, newest)
    title = t.line("measure-said", measure=measure.name, value=now, period=when)
    lines = [line for line in (_parts(t, newest), *_moved(t, view)) if line]
    if before and before.value != newest.value:
        lines.append(
            t.line("measure-corrected", value=words.value(t, measure, before.value))
        )
    if newest.value is None:
        lines.append(t.line("measure-nothing-divided"))
    if standing.partial and standing.period.first == newest.first:
        lines.append(t.line("measure-partial"))
    if late := said_late(measure, newest):
        lines.append(t.line("measure-late", days=late))
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    blocks += [Quote(newest.note)] if newest.note else []
    change = Button(t("measure-button-correct"), "measure.set", _at(measure, newest))
    show = Button(t("measure-button-show"), "measure.show", str(measure.id))
    same = standing.period.first == newest.first
    mood = _tone(standing) if same else Tone.NEUTRAL
    return Card(title, (*blocks, Buttons((change, show))), mood)


def done(line: Line) -> Reply:
    """A short confirmation for one's own eyes."""
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


def changes(t: Translate, measure: Measure) -> tuple[Button, ...]:
    """What its owner can do with it."""
    value = str(measure.id)
    sure = Confirm(
        t("measure-retire-title", measure=measure.name),
        t("measure-retire-text"),
        t("measure-button-retire"),
        t("button-cancel"),
    )
    style = ButtonStyle.DANGER
    return (
        Button(t("measure-button-set"), "measure.set", value, ButtonStyle.PRIMARY),
        Button(t("measure-button-change"), "measure.change", value),
        Button(t("measure-button-retire"), "measure.retire", value, style, sure),
    )


def _title(t: Translate, measure: Measure) -> Line:
    key = "measure-name-private" if measure.private else "measure-name-open"
    return t.line(key, measure=measure.name)


def _state(t: Translate, view: MeasureView) -> list[tuple[str, Line]]:
    """How it stands."""
    measure, standing = view.measure, view.standing
    newest = standing.newest
    rows: list[tuple[str, Line]] = [(t("measure-now"), _now(t, view))]
    if aim := words.target(t, measure):
        met = standing.gap is not None and standing.silent is None
        gap = standing.gap if met else None
        off = f" · {words.against(t, measure, gap)}" if gap is not None else ""
        rows.append((t("measure-target"), (aim, off) if off else (aim,)))
    if standing.change is not None and standing.silent is None:
        rows.append((t("measure-change"), _trend(t, view)))
    if newest and newest.confidence and standing.silent is None:
        rows.append(
            (t("measure-confidence"), (words.confidence(t, newest.confidence),))
        )
    whole = total(measure, view.values) if len(view.values) > 1 else None
    if whole is not None:
        said_ = words.value(t, measure, whole)
        of = t("measure-total-of", count=len(view.values), value=said_)
        rows.append((t("measure-total"), (of,)))
    return rows


def _about(t: Translate, view: MeasureView) -> list[tuple[str, Line]]:
    """What it is."""
    measure = view.measure
    where = department(t, measure.department) if measure.department else ""
    rows = [
        ("owner", _owner(t, view)),
        ("deputies", t.items(view.deputies)),
        ("department", where),
        ("role", measure.role),
        ("area", view.area),
        ("cadence", cadence(t, measure)),
        ("formula", words.formula(t, measure)),
        ("source", measure.source),
        ("basis", measure.basis),
        ("also", t.items(measure.also)),
        ("zone", zone_name(measure.zone, t.language)),
    ]
    return [(t(f"measure-{name}"), (text,)) for name, text in rows if text]


def _owner(t: Translate, view: MeasureView) -> str:
    """Who owns it, and by what they do."""
    measure = view.measure
    match measure.holder:
        case Holder.PERSON:
            return view.owner
        case Holder.HEAD:
            key = "measure-owner-vacant" if measure.vacant else "measure-owner-head"
            where = department(t, measure.department or "")
            return t(key, who=view.owner, department=where)
        case Holder.AREA:
            return t("measure-owner-area", who=view.owner, area=view.area)
        case _:
            assert_never(measure.holder)


def cadence(t: Translate, measure: Measure) -> str:
    """How often it is asked for, and when."""
    day = t(f"measure-weekday-{measure.weekday}")
    return t(f"measure-asked-{measure.cadence.value}", day=day)


def _now(t: Translate, view: MeasureView) -> Line:
    """The newest value, or that there is none."""
    measure, standing = view.measure, view.standing
    if standing.silent is not None:
        return words.silent(t, measure, standing.silent, standing.newest)
    if standing.newest is None:
        return t.line("measure-none-yet")
    newest = standing.newest
    when = words.period(t, measure, standing.period)
    key = "measure-value-partial" if standing.partial else "measure-value-of"
    value = Bold(words.value(t, measure, newest.value))
    line = t.line(key, value=value, period=when)
    between = words.parts(t, newest)
    return (*line, f" · {between}") if between else line


def _trend(t: Translate, view: MeasureView) -> Line:
    """ "↓ −0.3 pp against the period before – better"."""
    measure, standing = view.measure, view.standing
    moved = standing.change or Decimal(0)
    better = {True: "better", False: "worse", None: "neither"}[standing.better]
    amount = words.change(t, measure, moved)
    return t.line(f"measure-moved-{better}", arrow=words.arrow(moved), change=amount)


def _moved(t: Translate, view: MeasureView) -> list[Line]:
    measure, standing = view.measure, view.standing
    lines: list[Line] = []
    newest = view.values[0]
    if newest.confidence:
        lines.append((words.confidence(t, newest.confidence),))
    if standing.period.first != newest.first:
        return lines
    if standing.gap is not None:
        aim = words.target(t, measure)
        off = words.against(t, measure, standing.gap)
        lines.append(t.line("measure-target-line", target=aim, off=off))
    if standing.change is not None:
        lines.append(_trend(t, view))
    return lines


def _parts(t: Translate, said_: Value) -> Line:
    between = words.parts(t, said_)
    return (between,) if between else ()


def _item(t: Translate, view: MeasureView) -> Item:
    measure, standing = view.measure, view.standing
    line: Line = (*_title_bold(measure), " · ", *_now(t, view))
    notes = [view.owner]
    newest = standing.newest
    if standing.silent is None and newest:
        notes += [words.confidence(t, newest.confidence)] if newest.confidence else []
        if standing.gap is not None:
            notes.append(words.against(t, measure, standing.gap))
        if standing.change is not None:
            moved = words.change(t, measure, standing.change)
            notes.append(f"{words.arrow(standing.change)} {moved}")
    elif aim := words.target(t, measure):
        notes.append(aim)
    show = Button(t("measure-button-show"), "measure.show", str(measure.id))
    return Item(line, (" · ".join(notes),), (show,))


def _title_bold(measure: Measure) -> Line:
    return ("🔒 ", Bold(measure.name)) if measure.private else (Bold(measure.name),)


def _told(t: Translate, measure: Measure, told: Told) -> Line:
    said_ = told.value
    pieces = [words.value(t, measure, said_.value)]
    pieces += [between] if (between := words.parts(t, said_)) else []
    pieces += [words.SIGNS[said_.confidence]] if said_.confidence else []
    pieces.append(told.who or t(f"measure-origin-{said_.origin.value}"))
    if late := said_late(measure, said_):
        pieces.append(t("measure-late", days=late))
    earlier = tuple(words.value(t, measure, each.value) for each in told.before)
    if earlier:
        pieces.append(t("measure-before", values=t.items(earlier)))
    if said_.note:
        pieces.append(f"“{said_.note}”")
    return (Bold(words.period_said(t, measure, said_)), ": ", " · ".join(pieces))


def _at(measure: Measure, said_: Value) -> str:
    return f"{measure.id}:{said_.first.isoformat()}"


def _new(t: Translate) -> Button:
    return Button(t("measure-button-new"), "measure.new")


def _catalogue(t: Translate) -> Button:
    return Button(t("measure-button-catalogue"), "measure.catalogue")


def _sheets(t: Translate) -> tuple[Button, ...]:
    return (
        Button(t("measure-button-import"), "measure.import"),
        Button(t("measure-button-export"), "measure.export"),
    )


def _tone(standing: Standing) -> Tone:
    if standing.silent is not None:
        return Tone.WARNING
    return {None: Tone.NEUTRAL, True: Tone.GOOD, False: Tone.WARNING}[standing.met]
