"""What people see of who is who."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards import imports
from bot.cards.area import clock, department
from bot.cards.imports import Broken
from bot.messages import (
    Audience,
    Block,
    Bold,
    Button,
    Buttons,
    Card,
    Facts,
    Form,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Reply,
    Tone,
)
from bot.model.onboarding.passage import Passage
from bot.model.people import Person, Role
from bot.model.team import Expected, TeamFacts
from bot.ports import Translate

PAGE = 12
NOTHING = TeamFacts()


@dataclass(frozen=True, slots=True)
class Member:
    """A person, with what is said of them; `until` is the last day they are away."""

    person: Person
    facts: TeamFacts = NOTHING
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the card of one person shows, too."""

    manager: str = ""
    heads: tuple[str, ...] = ()
    owns: tuple[str, ...] = ()
    stands_in: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What an import would change of one person: what, before, after."""

    name: str
    changes: tuple[tuple[str, str, str], ...]


def listing(
    t: Translate,
    members: Sequence[tuple[str, Member]],
    page: int,
    about: str,
    now: datetime,
) -> Reply:
    """Everybody, by department, a page at a time."""
    first = page * PAGE
    blocks: list[Block] = []
    under = None
    for where, member in members[first : first + PAGE]:
        if where != under:
            named = department(t, where) if where else t("team-no-department")
            blocks.append(Heading(named))
            under = where
        blocks.append(_item(t, member, now))
    if not members:
        blocks.append(Paragraph(t.line("team-list-none")))
    left = len(members) - first - PAGE
    if left > 0:
        more = Button(
            t("team-button-more", count=left), "team.list", _next(page, about)
        )
        blocks.append(Buttons((more,)))
    people = len({member.person.id for _, member in members})
    return _alone(t.line("team-list", count=people), *blocks)


def admins(t: Translate, members: Sequence[Member], now: datetime) -> Reply:
    """Who may change what belongs to everybody."""
    note = Note(t.line("team-admins-how"))
    return _alone(
        t.line("team-admins"), *(_item(t, each, now) for each in members), note
    )


def shown(t: Translate, member: Member, beside: Beside, now: datetime) -> Reply:
    """One person: their work, their time, and how to reach them."""
    person, facts = member.person, member.facts
    named = tuple(department(t, name) for name in person.departments)
    heads = tuple(department(t, name) for name in beside.heads)
    rows: list[tuple[str, str]] = [
        (t("team-title"), facts.title),
        (t("team-departments"), t.items(named)),
        (t("team-heads"), t.items(heads)),
        (t("team-manager"), beside.manager),
        (t("team-kind"), t(f"team-kind-{facts.kind.value}")),
        (t("team-time"), clock(t, person, now)),
        (t("team-away"), t.day(member.until) if member.until else ""),
        (t("team-owns"), t.items(beside.owns)),
        (t("team-stands-in"), t.items(beside.stands_in)),
        (t("team-right"), _right(t, person)),
        (t("team-reached"), t.items(beside.reached)),
    ]
    facts_ = Facts(tuple((label, (text,)) for label, text in rows if text))
    return _alone((person.name,), facts_)


def compared(
    t: Translate,
    differences: Sequence[Difference],
    expected: Sequence[Expected],
    broken: Sequence[Broken],
    id: int,
) -> Reply:
    """What an import would change, and which lines cannot be taken: a dry run."""
    wording = imports.Wording(
        family="team",
        title=t("team-import-title"),
        nothing=t("team-import-nothing"),
        heading=_counted(t, len(differences), len(expected)),
        note=t("team-import-note"),
    )
    told = [_difference(t, each) for each in differences]
    told += [
        t.line("team-import-new", who=each.name or each.email, email=each.email)
        for each in expected
    ]
    return imports.compared(t, wording, told, broken, id)


def _counted(t: Translate, changes: int, new: int) -> str:
    """How many change, and how many are new."""
    said = [t("team-import-changes", count=changes)] if changes else []
    said += [t("team-import-expected", count=new)] if new else []
    return " · ".join(said)


def imported(
    t: Translate, changed: int, expected: int, moved: Sequence[Passage]
) -> Reply:
    """What came of it."""
    done = t.line("team-import-done", count=changed)
    waits = t.line("team-import-expects", count=expected)
    blocks: tuple[Block, ...] = follows(t, moved)
    if expected and changed:
        blocks = (Paragraph(waits), *blocks)
    return _alone(done if changed else waits, *blocks, tone=Tone.GOOD)


def import_form(t: Translate) -> Form:
    """Where a list is pasted."""
    return imports.form(
        t,
        t("team-import-form"),
        t("team-import-field"),
        t("team-import-hint"),
        Button(t("team-button-import"), "team.import"),
    )


def follows(t: Translate, moved: Sequence[Passage]) -> tuple[Block, ...]:
    """Who does something else now: a checklist may follow."""
    if not moved:
        return ()
    waiting = Button(t("onboarding-button-decide"), "onboarding.waiting")
    only = Button(waiting.label, "onboarding.passage", str(moved[0].id))
    said = t.line("onboarding-moved-follows", count=len(moved))
    return Paragraph(said), Buttons((only if len(moved) == 1 else waiting,))


def done(line: Line, blocks: tuple[Block, ...] = ()) -> Reply:
    """A short confirmation for one's own eyes."""
    return _alone(line, *blocks, tone=Tone.GOOD)


def _alone(title: Line, *blocks: Block, tone: Tone = Tone.NEUTRAL) -> Reply:
    return Reply(Card(title, blocks, tone), Audience.ONLY_YOU)


def _right(t: Translate, person: Person) -> str:
    """What they may beside what everybody may; of members, nothing."""
    if person.role is Role.MEMBER:
        return ""
    return t(f"team-right-{person.role.value}")


def _item(t: Translate, member: Member, now: datetime) -> Item:
    person = member.person
    line: Line = (Bold(person.name),)
    line = (*line, " · ", member.facts.title) if member.facts.title else line
    said = [clock(t, person, now)]
    if member.until:
        said.append(t("team-away-until", day=t.day(member.until)))
    if member.facts.kind != "office":
        said.append(t(f"team-kind-{member.facts.kind.value}"))
    show = Button(t("team-button-show"), "team.show", str(person.id))
    return Item(line, (" · ".join(said),), (show,))


def _difference(t: Translate, found: Difference) -> Line:
    nothing = t("team-import-empty-cell")
    said = tuple(
        t(
            "team-import-change",
            what=t(f"team-{what}"),
            before=before or nothing,
            after=after or nothing,
        )
        for what, before, after in found.changes
    )
    return (Bold(found.name), " – ", "; ".join(said))


def _next(page: int, about: str) -> str:
    return f"{page + 1}:{about}"
