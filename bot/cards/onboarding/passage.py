"""What is asked of who sees to people when somebody came, went or was moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.area import department
from bot.cards.link import both, pair_item
from bot.cards.onboarding.leaving import Held, held_lines
from bot.cards.onboarding.tracks import called
from bot.messages import (
    AnyField,
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    ChoiceField,
    DateField,
    Facts,
    Form,
    Item,
    Line,
    Note,
    Option,
    Paragraph,
    PersonField,
    Reply,
    Tone,
)
from bot.model.department import find_department
from bot.model.link import Pair
from bot.model.onboarding.passage import Passage, Was
from bot.model.people import Person
from bot.ports import Translate

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Start:
    """How a start may look: names, and the same as a form's fields have them."""

    track: str
    day: date
    manager: str = ""
    buddy: str = ""
    tech: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who came, where, and who they may be elsewhere."""

    passage: Passage
    name: str
    platform: str
    start: Start
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """Who does something else: what they were, who led them and who leads them now,
    and what they are called by now.
    """

    passage: Passage
    person: Person
    was: Was
    managers: tuple[str, str]
    title: str


def came(t: Translate, seen: Newcomer, *, may_link: bool) -> Card:
    """A start that is one tap away."""
    title = t.line(
        "onboarding-came", who=seen.name, platform=t(f"platform-{seen.platform}")
    )
    value = str(seen.passage.id)
    blocks: list[Block] = []
    if seen.pair:
        blocks += _who_else(t, seen.pair, may_link=may_link)
    blocks += [
        Facts(_facts(t, seen.start)),
        Buttons(
            (
                Button(
                    t("onboarding-button-as-proposed"),
                    "onboarding.as-proposed",
                    value,
                    ButtonStyle.PRIMARY,
                ),
                _adjust(t, value),
                Button(
                    t("onboarding-button-no-newcomer"), "onboarding.no-start", value
                ),
            )
        ),
        Note(t.line("onboarding-came-note")),
    ]
    return Card(title, tuple(blocks), subject=seen.passage.subject)


def went(t: Translate, passage: Passage, found: Held) -> Card:
    """What somebody left behind, and the way to hand it over."""
    title = t.line("onboarding-went", who=found.person.name)
    lines = held_lines(t, found)
    blocks: list[Block] = [Paragraph(each) for each in lines]
    if not lines:
        blocks.append(Paragraph(t.line("onboarding-held-none")))
    value = str(passage.id)
    give = Button(
        t("onboarding-button-held"), "onboarding.gone", value, ButtonStyle.PRIMARY
    )
    done = Button(t("onboarding-button-settled"), "onboarding.no-start", value)
    blocks.append(Buttons((give, done) if lines else (done,)))
    return Card(title, tuple(blocks), Tone.WARNING, subject=passage.subject)


def moved(t: Translate, seen: Moved) -> Card:
    """What somebody does from now on, what ended with it, and the checklist for it."""
    value, was, person = str(seen.passage.id), seen.was, seen.person
    blocks: list[Block] = [Facts(_different(t, seen))]
    blocks += [Paragraph(line) for line in _ended(t, was, person)]
    begin = Button(
        t("onboarding-button-as-proposed"),
        "onboarding.as-proposed",
        value,
        ButtonStyle.PRIMARY,
    )
    held = Button(t("onboarding-button-held"), "onboarding.gone", value)
    done = Button(t("onboarding-button-settled"), "onboarding.no-start", value)
    blocks += [Buttons((begin, held, done)), Note(t.line("onboarding-moved-note"))]
    title = t.line("onboarding-moved", who=person.name)
    return Card(title, tuple(blocks), subject=seen.passage.subject)


def decided(t: Translate, passage: Passage, name: str, by: str, *, begun: bool) -> Card:
    """That there is nothing to decide any more, and who said so."""
    state = "begun" if begun else "closed"
    key = f"onboarding-passage-{passage.kind.value}-{state}"
    note = (Note(t.line("onboarding-passage-by", who=by)),) if by else ()
    return Card(t.line(key, who=name), note, subject=passage.subject)


def waiting(t: Translate, found: Sequence[tuple[Passage, str]]) -> tuple[Block, ...]:
    """Who came or went, as lines of a list, each with the way to decide."""
    return tuple(
        Item(
            t.line(f"onboarding-waits-{passage.kind.value}", who=name),
            buttons=(
                Button(
                    t("onboarding-button-decide"),
                    "onboarding.passage",
                    str(passage.id),
                ),
            ),
        )
        for passage, name in found[:SHOWN]
    )


def many(t: Translate, found: Sequence[tuple[Passage, str]]) -> Card:
    """That many came or went in one hour."""
    title = t.line("onboarding-passages", count=len(found))
    show = Buttons((Button(t("onboarding-button-show"), "onboarding.waiting"),))
    return Card(title, (*waiting(t, found), show))


def listed(t: Translate, found: Sequence[tuple[Passage, str]]) -> Reply:
    """Everybody whom nobody has decided about."""
    title = t.line("onboarding-passages", count=len(found))
    return Reply(Card(title, waiting(t, found)), Audience.ONLY_YOU)


def form(t: Translate, passage_id: int, start: Start, tracks: Sequence[str]) -> Form:
    """The start, to be changed before it begins; people as this workspace has them."""
    options = tuple(Option(called(t, each)[:75], each) for each in tracks)
    fields: tuple[AnyField, ...] = (
        ChoiceField(
            name="track",
            label=t("onboarding-field-track"),
            options=options,
            value=start.track,
        ),
        DateField(name="day", label=t("onboarding-field-day"), value=start.day),
        *(
            PersonField(
                name=name,
                label=t(f"onboarding-part-{name}"),
                values=(value,) if value else (),
                required=False,
            )
            for name, value in (
                ("manager", start.manager),
                ("buddy", start.buddy),
                ("it", start.tech),
            )
        ),
    )
    return Form(
        name="onboarding.welcome",
        title=t("onboarding-form-start"),
        fields=fields,
        submit=t("onboarding-button-begin"),
        cancel=t("button-cancel"),
        reopen=_adjust(t, str(passage_id)),
        state=str(passage_id),
    )


def _adjust(t: Translate, value: str) -> Button:
    return Button(t("onboarding-button-adjust"), "onboarding.welcome", value)


def _who_else(t: Translate, pair: Pair, *, may_link: bool) -> tuple[Block, ...]:
    """Who else they may be, and why one thinks so; linking is for admins."""
    why = Note(t.line("onboarding-came-why", what=pair.shared[0]))
    if may_link:
        return Paragraph(t.line("onboarding-came-same")), pair_item(t, pair), why
    ask = Note(t.line("onboarding-came-ask-admin"))
    same = Item((*t.line("onboarding-came-same"), " ", *both(t, pair.one, pair.other)))
    return same, why, ask


def _facts(t: Translate, start: Start) -> tuple[tuple[str, Line], ...]:
    rows: list[tuple[str, Line]] = [
        (t("onboarding-field-track"), (called(t, start.track),)),
        (t("onboarding-field-day"), (t.day(start.day),)),
    ]
    for part, name in (
        ("manager", start.manager),
        ("buddy", start.buddy),
        ("it", start.tech),
    ):
        rows.append(
            (t(f"onboarding-part-{part}"), (name or t("onboarding-nobody-yet"),))
        )
    return tuple(rows)


def _different(t: Translate, seen: Moved) -> tuple[tuple[str, Line], ...]:
    """What is another by now: before, and after."""

    def listed(names: Sequence[str]) -> str:
        return t.items(tuple(department(t, name) for name in sorted(names)))

    pairs = (
        ("departments", listed(seen.was.departments), listed(seen.person.departments)),
        ("manager", *seen.managers),
        ("title", seen.was.title, seen.title),
    )
    nothing = t("team-import-empty-cell")
    return tuple(
        (t(f"team-{what}"), (f"{before or nothing} → {after or nothing}",))
        for what, before, after in pairs
        if before != after
    )


def _ended(t: Translate, was: Was, person: Person) -> tuple[Line, ...]:
    """What the old place let them do, and does no more; what comes with the new one."""
    lines = [
        t.line("onboarding-moved-headed", department=department(t, name))
        for name in was.headed
    ]
    before, after = (
        "hr" in _known(names) for names in (was.departments, person.departments)
    )
    if before != after and not person.is_admin:
        lines.append(t.line(f"onboarding-moved-hr-{'on' if after else 'off'}"))
    left = sorted(set(was.departments) - set(person.departments))
    if left:
        named = t.items(tuple(department(t, name) for name in left))
        lines.append(t.line("onboarding-moved-left", departments=named))
    return tuple(lines)


def _known(departments: Sequence[str]) -> set[str]:
    return {find_department(name) or name for name in departments}
