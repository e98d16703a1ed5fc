"""What somebody who leaves still has, and the one form that hands it over."""

from dataclasses import dataclass

from bot.messages import (
    Audience,
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Form,
    Item,
    Line,
    Note,
    Paragraph,
    PersonField,
    Reply,
    Tone,
)
from bot.model.area import Area
from bot.model.people import Person
from bot.model.standup import Standup
from bot.ports import Translate

EACH = 12  # areas and stand-ups that can be given to different people at once
ALL = "all"
COUNTED = (
    "tasks", "feedback", "blockers", "risks", "measures", "people", "heads", "doors",
    "deputies",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """What is theirs, as far as the reader may see it; `kept` are tasks that only they
    themselves see.
    """

    person: Person
    tasks: int = 0
    feedback: int = 0
    blockers: int = 0
    risks: int = 0
    measures: int = 0
    people: int = 0
    heads: int = 0
    doors: int = 0
    deputies: int = 0
    standups: tuple[Standup, ...] = ()
    areas: tuple[Area, ...] = ()
    kept: int = 0

    @property
    def counted(self) -> tuple[tuple[str, int], ...]:
        """What is given all at once, by kind, as far as there is any."""
        found = ((each, getattr(self, each)) for each in COUNTED)
        return tuple((name, count) for name, count in found if count)


def held(t: Translate, found: Held, about: str) -> Reply:
    """One list, with the way to hand all of it over in one form, or one by one."""
    lines = [Item(line) for line in _counted(t, found)]
    lines += _each(t, found)
    if not lines:
        none = Paragraph(t.line("onboarding-held-none"))
        return Reply(
            Card(_title(t, found), (none, *_kept(t, found)), Tone.GOOD),
            Audience.ONLY_YOU,
        )
    give = Buttons((_give(t, about),))
    blocks: tuple[Block, ...] = (give, *lines, *_kept(t, found))
    return Reply(Card(_title(t, found), blocks), Audience.ONLY_YOU)


def held_lines(t: Translate, found: Held) -> tuple[Line, ...]:
    """The same in words only."""
    areas = [t.line("onboarding-held-area", name=each.name) for each in found.areas]
    runs = [
        t.line("onboarding-held-standup", name=each.name) for each in found.standups
    ]
    return (*_counted(t, found), *areas, *runs)


def form(t: Translate, found: Held, about: str) -> Form:
    """To whom everything goes, or each thing; what is left empty stays."""
    people = [_person(t, ALL, t("onboarding-give-all"))]
    people += [
        _person(t, name, t(f"onboarding-held-{name}", count=count))
        for name, count in found.counted
    ]
    people += [
        _person(t, f"area-{each.id}", t("onboarding-held-area", name=each.name))
        for each in found.areas[:EACH]
    ]
    people += [
        _person(t, f"standup-{each.id}", t("onboarding-held-standup", name=each.name))
        for each in found.standups[:EACH]
    ]
    return Form(
        name="onboarding.handover",
        title=t("onboarding-form-handover"),
        fields=tuple(people),
        submit=t("onboarding-button-held"),
        cancel=t("button-cancel"),
        reopen=_give(t, about),
        state=about,
        intro=t.line("onboarding-handover-hint"),
    )


def said(t: Translate, found: Held, name: str) -> str:
    """One thing that can be given, by the name of its field."""
    kind, _, number = name.partition("-")
    match kind:
        case "area":
            of = next(each.name for each in found.areas if str(each.id) == number)
            return t("onboarding-held-area", name=of)
        case "standup":
            of = next(each.name for each in found.standups if str(each.id) == number)
            return t("onboarding-held-standup", name=of)
        case _:
            return t(f"onboarding-held-{kind}", count=getattr(found, kind))


def given(t: Translate, who: str, lines: tuple[Line, ...], left: Held) -> Reply:
    """What went to whom, and what is still there."""
    blocks: list[Block] = [Item(line) for line in lines]
    rest = held_lines(t, left)
    if rest:
        blocks.append(Note(t.line("onboarding-handed-left")))
        blocks += [Item(line) for line in rest]
    title = t.line("onboarding-handed", who=who)
    return Reply(Card(title, tuple(blocks), Tone.GOOD), Audience.ONLY_YOU)


def _counted(t: Translate, found: Held) -> tuple[Line, ...]:
    return tuple(
        t.line(f"onboarding-held-{name}", count=count) for name, count in found.counted
    )


def _each(t: Translate, found: Held) -> list[Item]:
    give, change = t("onboarding-give"), t("onboarding-button-change")
    areas = [
        Item(
            t.line("onboarding-held-area", name=each.name),
            buttons=(Button(give, "area.handover", str(each.id)),),
        )
        for each in found.areas
    ]
    return areas + [
        Item(
            t.line("onboarding-held-standup", name=each.name),
            buttons=(Button(change, "standup.edit", str(each.id)),),
        )
        for each in found.standups
    ]


def _kept(t: Translate, found: Held) -> tuple[Note, ...]:
    if not found.kept:
        return ()
    return (Note(t.line("onboarding-held-kept", count=found.kept)),)


def _give(t: Translate, about: str) -> Button:
    return Button(
        t("onboarding-give-everything"),
        "onboarding.handover",
        about,
        ButtonStyle.PRIMARY,
    )


def _person(t: Translate, name: str, label: str) -> PersonField:
    return PersonField(name=name, label=label, required=False)


def _title(t: Translate, found: Held) -> Line:
    return t.line("onboarding-held", who=found.person.name)
