"""What people see of who answers for what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.messages import (
    Audience,
    Block,
    Bold,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Code,
    Confirm,
    Facts,
    Heading,
    Item,
    Line,
    MomentStyle,
    Note,
    Paragraph,
    Reply,
    Tone,
)
from bot.model.area import Area, Change
from bot.model.department import DEPARTMENTS
from bot.model.people import Person
from bot.model.task import TaskView
from bot.model.zone import zone_name
from bot.ports import Translate

PAGE = 10
BRIEF = 90


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person with a part in an area; `until` is the last day they are away."""

    person: Person
    until: date | None = None
    here: bool = True

    @property
    def name(self) -> str:
        """What they are called."""
        return self.person.name


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area with its people. `duty` is who is on duty now, `asked` who a question
    goes to.
    """

    area: Area
    owner: Somebody
    deputies: tuple[Somebody, ...] = ()
    informed: tuple[Somebody, ...] = ()
    duty: Somebody | None = None
    asked: Somebody | None = None


def who(t: Translate, view: AreaView, now: datetime) -> Card:
    """Who answers for it: their time, whether they are there, who else is."""
    title = t.line("area-who", who=view.owner.name, area=view.area.name)
    blocks: list[Block] = [Paragraph(_standing(t, view.owner, now))]
    duty = view.duty
    if duty and duty.person.id != view.owner.person.id:
        line = t.line("area-duty", who=duty.name, time=clock(t, duty.person, now))
        blocks.append(Paragraph(line))
    elif duty is None:
        blocks.append(Paragraph(t.line("area-duty-nobody")))
    buttons = [_ask(t, view)] if view.asked else []
    buttons.append(Button(t("area-button-show"), "area.show", str(view.area.id)))
    tone = Tone.NEUTRAL if duty else Tone.WARNING
    return Card(title, (*blocks, Buttons(tuple(buttons))), tone)


def headed(
    t: Translate, name: str, head: Person, until: date | None, now: datetime
) -> Card:
    """Who heads a department, where that is what was asked for."""
    title = t.line("area-headed", who=head.name, department=department(t, name))
    standing = _standing(t, Somebody(head, until), now)
    note = Note(t.line("area-headed-note"))
    show = Button(t("area-button-show"), "team.show", str(head.id))
    return Card(title, (Paragraph(standing), note, Buttons((show,))))


def names(t: Translate, area: Area) -> Reply:
    """What else it is called, and how to add to that."""
    line = t.line("area-names-none", area=area.name)
    if area.also:
        line = t.line("area-names", area=area.name, names=t.items(area.also))
    how = t.line("area-names-how", example=Code(t("area-try-alias")))
    return Reply(Card(line, (Note(how),)), Audience.ONLY_YOU)


def several(t: Translate, views: Sequence[AreaView], now: datetime) -> Card:
    """Every area that a few words may mean."""
    items = [_item(t, view, now) for view in views[:PAGE]]
    return Card(t.line("area-several", count=len(views)), tuple(items))


def shown(
    t: Translate,
    view: AreaView,
    history: Sequence[tuple[Change, str]],
    now: datetime,
    *,
    changeable: bool,
) -> Card:
    """Everything about one."""
    area = view.area
    if area.retired_at:
        line = t.line("area-retired", area=area.name)
        return Card(line, tuple(_history(t, history)))
    rows = [(t("area-owner"), _standing(t, view.owner, now))]
    rows += [(t("area-deputies"), (_names(t, view.deputies),))] if view.deputies else []
    rows += [(t("area-informed"), (_names(t, view.informed),))] if view.informed else []
    rows += [(t("area-also"), (t.items(area.also),))] if area.also else []
    if area.department:
        rows.append((t("area-department"), (department(t, area.department),)))
    confirmed = t.moment(area.confirmed_at, MomentStyle.DATE)
    rows.append((t("area-confirmed"), (confirmed,)))
    buttons = [_ask(t, view)] if view.asked else []
    buttons += changes(t, area) if changeable else []
    blocks: list[Block] = [Facts(tuple(rows))]
    blocks += [Buttons(tuple(buttons))] if buttons else []
    return Card((area.name,), (*blocks, *_history(t, history)), subject=None)


def listing(
    t: Translate,
    views: Sequence[AreaView],
    page: int,
    about: str,
    now: datetime,
    *,
    whose: str = "",
) -> Reply:
    """Areas one a line, a page at a time: a department's or a person's, whose name is
    `whose` for what `about` says.
    """
    first = page * PAGE
    here = views[first : first + PAGE]
    blocks: list[Block] = [_item(t, view, now) for view in here]
    if not views and not about:
        blocks.append(Paragraph(t.line("area-list-none")))
        blocks.append(Buttons((Button(t("area-button-new"), "area.new"),)))
    if len(views) > first + PAGE:
        more = t("area-button-more", count=len(views) - first - PAGE)
        blocks.append(Buttons((Button(more, "area.list", f"{page + 1}:{about}"),)))
    key = "area-list-of" if about else "area-list"
    title = t.line(key, department=whose, count=len(views))
    return Reply(Card(title, tuple(blocks)), Audience.ONLY_YOU)


def owned(
    t: Translate,
    view: AreaView,
    by: str,
    tasks: Sequence[TaskView],
    feedback: Sequence[tuple[str, str]],
) -> Card:
    """To a new owner, with what is open with who had it before."""
    title = t.line("area-owned", by=by, area=view.area.name)
    blocks: list[Block] = []
    if tasks or feedback:
        blocks.append(Heading(t("area-open-items")))
        items = [_open(f"T-{each.task.number}", each.task.title) for each in tasks]
        items += [_open(*each) for each in feedback]
        blocks.append(Bullets(tuple(items)))
    show = Button(t("area-button-show"), "area.show", str(view.area.id))
    blocks.append(Buttons((show,)))
    return Card(title, tuple(blocks), subject=view.area.subject)


def handed(t: Translate, area: Area, before: str, owner: str, at: datetime) -> Card:
    """Said to others: old, new, since when."""
    title = t.line("area-handed", area=area.name, who=owner)
    day = t.moment(at, MomentStyle.DATE)
    note = Note(t.line("area-handed-before", before=before, day=day))
    show = Button(t("area-button-who"), "area.who", str(area.id))
    return Card(title, (note, Buttons((show,))))


def passed(
    t: Translate, area: Area, owner: str, tasks: int, feedback: int, old: int | None
) -> Reply:
    """For who handed it over: what is still open, and the way to hand that on, too."""
    title = t.line("area-passed", area=area.name, who=owner)
    blocks: list[Block] = []
    if tasks or feedback:
        line = t.line("area-passed-open", tasks=tasks, feedback=feedback, who=owner)
        blocks.append(Paragraph(line))
    if tasks and old:
        button = Button(t("area-button-tasks"), "task.handover", str(old))
        blocks.append(Buttons((button,)))
    return Reply(Card(title, tuple(blocks), Tone.GOOD), Audience.ONLY_YOU)


def done(line: Line) -> Reply:
    """A short confirmation for one's own eyes."""
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


def changes(t: Translate, area: Area) -> list[Button]:
    """What its owner can do with it."""
    value = str(area.id)
    sure = Confirm(
        t("area-retire-title", area=area.name),
        t("area-retire-text"),
        t("area-button-retire"),
        t("button-cancel"),
    )
    return [
        Button(t("area-button-change"), "area.change", value),
        Button(t("area-button-handover"), "area.handover", value),
        Button(t("area-button-retire"), "area.retire", value, ButtonStyle.DANGER, sure),
    ]


def clock(t: Translate, person: Person, now: datetime) -> str:
    """The time on their clock, with its place."""
    return t(
        "area-time",
        clock=t.clock(person.local(now).time()),
        place=zone_name(person.zone, t.language),
    )


def department(t: Translate, name: str) -> str:
    """A department in the reader's language, those we know."""
    return t(f"department-{name}") if name in DEPARTMENTS else name


def _standing(t: Translate, who: Somebody, now: datetime) -> Line:
    """ "Li Mei · 10:00 (Berlin)", and until when they are away."""
    if not who.here:
        return t.line("area-gone", who=who.name)
    time = clock(t, who.person, now)
    if who.until:
        return t.line("area-away", who=who.name, time=time, day=t.day(who.until))
    return t.line("area-here", who=who.name, time=time)


def _ask(t: Translate, view: AreaView) -> Button:
    label = t("area-button-ask", who=view.asked.name if view.asked else "")
    return Button(label, "area.ask", str(view.area.id), ButtonStyle.PRIMARY)


def _item(t: Translate, view: AreaView, now: datetime) -> Item:
    show = Button(t("area-button-show"), "area.show", str(view.area.id))
    note = _standing(t, view.owner, now)
    if view.duty and view.duty.person.id != view.owner.person.id:
        time = clock(t, view.duty.person, now)
        stands_in = t.line("area-duty", who=view.duty.name, time=time)
        note = (*note, " · ", *stands_in)
    return Item((Bold(view.area.name),), note, (show,))


def _history(t: Translate, found: Sequence[tuple[Change, str]]) -> list[Block]:
    if not found:
        return []
    lines = tuple(
        t.line(
            f"area-step-{change.step.value}",
            who=who,
            text=change.text,
            when=t.moment(change.at, MomentStyle.DATE),
        )
        for change, who in found
    )
    return [Heading(t("area-history")), Bullets(lines)]


def _names(t: Translate, people: Sequence[Somebody]) -> str:
    return t.items(tuple(each.name for each in people))


def _open(number: str, text: str) -> Line:
    first = text.split("\n", 1)[0]
    brief = first if len(first) <= BRIEF else f"{first[: BRIEF - 1].rstrip()}…"
    return (Bold(number), " ", brief)
