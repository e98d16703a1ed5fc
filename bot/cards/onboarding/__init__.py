"""What people see of ways in and out: one step at a time, and how far it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

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
    Link,
    Note,
    Paragraph,
    Quote,
    Reply,
    TextField,
    Tone,
)
from bot.model.onboarding import (
    TEXT_LIMIT,
    Journey,
    Kind,
    Part,
    State,
    Step,
    closed,
)
from bot.ports import Translate

HINT = 150


@dataclass(frozen=True, slots=True)
class JourneyView:
    """A journey with names beside it, and what of it is late."""

    journey: Journey
    person: str
    names: Mapping[Part, str]
    late: tuple[Step, ...] = ()


def words(t: Translate, step: Step) -> str:
    """What there is to do: as typed, or as the catalogue says it."""
    line = step.line
    if line.check is not None:
        return t(f"onboarding-check-{line.ready}", count=line.check)
    return t(f"onboarding-item-{line.ready}") if line.ready else line.text


def step(t: Translate, view: JourneyView, step: Step, *, again: bool) -> Card:
    """One thing to do, or what became of it."""
    journey = view.journey
    own = step.line.part is Part.NEWCOMER
    key = f"onboarding-step-{journey.kind.value}" + ("-own" if own else "")
    title = t.line(key, who=view.person)
    blocks: list[Block] = [Paragraph((words(t, step),))]
    if step.line.link:
        link = Link(step.line.link, t("onboarding-link"))
        blocks.append(Paragraph((link,)))
    if step.state is not State.OPEN or journey.ended_at:
        state = "over" if step.state is State.OPEN else step.state.value
        blocks.append(Note(t.line(f"onboarding-now-{state}")))
        tone = Tone.GOOD if step.state is State.DONE else Tone.NEUTRAL
        return Card(title, tuple(blocks), tone, subject=step.subject)
    if step.stuck:
        blocks += [Paragraph(t.line("onboarding-stuck-now")), Quote(step.answer)]
    if again:
        blocks.append(Note(t.line("onboarding-again")))
    day = t.line(f"onboarding-day-{journey.kind.value}", day=t.day(journey.day))
    blocks += [Note(day), _answers(t, step)]
    return Card(title, tuple(blocks), subject=step.subject)


def stuck(t: Translate, view: JourneyView, step: Step) -> Card:
    """What somebody cannot go on with, for who can help."""
    who = _doer(view, step)
    own = "-own" if step.line.part is Part.NEWCOMER else ""
    title = t.line(f"onboarding-stuck{own}", who=who, about=view.person)
    show = Button(t("onboarding-button-show"), "onboarding.show", str(view.journey.id))
    blocks = (Paragraph((words(t, step),)), Quote(step.answer), Buttons((show,)))
    return Card(title, blocks, Tone.WARNING)


def stuck_form(t: Translate, step: Step) -> Form:
    """What is in the way."""
    what = TextField(
        name="why",
        label=t("onboarding-stuck-why"),
        hint=words(t, step)[:HINT],
        multiline=True,
        limit=TEXT_LIMIT,
        value=step.answer,
    )
    return Form(
        name="onboarding.stuck",
        title=t("onboarding-stuck-form"),
        fields=(what,),
        submit=t("onboarding-stuck-send"),
        cancel=t("button-cancel"),
        reopen=Button(t("onboarding-button-stuck"), "onboarding.stuck", str(step.id)),
        state=str(step.id),
    )


def stuck_told(t: Translate) -> Reply:
    """That who can help hears of it."""
    card = Card(t.line("onboarding-stuck-told"), tone=Tone.GOOD)
    return Reply(card, Audience.ONLY_YOU)


def later(t: Translate, view: JourneyView, asked: Step) -> Card:
    """The same, and that it waits."""
    card = step(t, view, asked, again=False)
    note = Note(t.line("onboarding-later"))
    return Card(card.title, (*card.blocks, note), subject=card.subject)


def begun(
    t: Translate, view: JourneyView, part: Part, meet: datetime | None = None
) -> Card:
    """What is coming, to who helps; `meet` is when both of them are at work."""
    journey = view.journey
    key = f"onboarding-begun-{journey.kind.value}"
    title = t.line(key, who=view.person, day=t.day(journey.day))
    role = t.line(f"onboarding-begun-{part.value}", who=view.person)
    blocks: list[Block] = [Paragraph(role)]
    if meet is not None:
        when = t.moment(meet)
        blocks.append(
            Paragraph(t.line("onboarding-begun-meet", who=view.person, when=when))
        )
    blocks.append(Note(t.line("onboarding-begun-how")))
    return Card(title, tuple(blocks))


def started(t: Translate, view: JourneyView) -> Reply:
    """To who began it: what happens now, and who does what."""
    journey = view.journey
    key = f"onboarding-started-{journey.kind.value}"
    title = t.line(key, who=view.person, day=t.day(journey.day))
    roles, how = Paragraph(_roles(t, view)), Note(t.line("onboarding-begun-how"))
    show = Button(t("onboarding-button-show"), "onboarding.show", str(journey.id))
    card = Card(title, (roles, how, Buttons((show,))), Tone.GOOD)
    return Reply(card, Audience.ONLY_YOU)


def progress(t: Translate, view: JourneyView) -> Card:
    """How far it is, and what is late, with who it waits for."""
    blocks: list[Block] = [Paragraph(_roles(t, view))]
    blocks += [
        Paragraph(_step_line(t, view, each))
        for each in view.journey.checklist
        if each.stuck
    ]
    blocks += [
        Paragraph(t.line("onboarding-late", what=words(t, each), who=_doer(view, each)))
        for each in view.late
        if not each.stuck
    ]
    show = Button(t("onboarding-button-show"), "onboarding.show", str(view.journey.id))
    blocks.append(Buttons((show,)))
    stops = view.late or any(each.stuck for each in view.journey.checklist)
    tone = Tone.WARNING if stops else Tone.NEUTRAL
    return Card(_far(t, view), tuple(blocks), tone)


def whole(t: Translate, view: JourneyView, *, may_end: bool, mine: bool) -> Reply:
    """Everything of it: each step with who does it and what became of it."""
    journey = view.journey
    blocks: list[Block] = [Paragraph(_roles(t, view))]
    blocks += [
        Item(_step_line(t, view, each))
        for each in (journey.steps if mine else journey.checklist)
    ]
    if may_end and journey.kind is Kind.LEAVE:
        held = Button(t("onboarding-button-held"), "onboarding.held", str(journey.id))
        blocks.append(Buttons((held,)))
    if may_end and journey.ended_at is None:
        end = Button(
            t("onboarding-button-end"),
            "onboarding.end",
            str(journey.id),
            ButtonStyle.DANGER,
        )
        blocks.append(Buttons((end,)))
    return Reply(Card(_far(t, view), tuple(blocks)), Audience.ONLY_YOU)


def listing(
    t: Translate, views: Sequence[JourneyView], waiting: Sequence[Block] = ()
) -> Reply:
    """Who is on their way in or out, as far as the reader may know, after who is
    `waiting` to be decided about.
    """
    blocks: list[Block] = [*waiting]
    blocks += [
        Item(
            _far(t, view),
            t.line("onboarding-late-count", count=len(view.late)) if view.late else (),
            (
                Button(
                    t("onboarding-button-show"),
                    "onboarding.show",
                    str(view.journey.id),
                ),
            ),
        )
        for view in views
    ]
    if not blocks:
        blocks.append(Paragraph(t.line("onboarding-none")))
    return Reply(Card(t.line("onboarding-title"), tuple(blocks)), Audience.ONLY_YOU)


def over(t: Translate, view: JourneyView) -> Card:
    """That nothing is open any more."""
    key = f"onboarding-over-{view.journey.kind.value}"
    return Card(t.line(key, who=view.person), tone=Tone.GOOD)


def ended(t: Translate, view: JourneyView) -> Reply:
    """That nobody is asked any more."""
    return Reply(off(t, view), Audience.REPLACE)


def off(t: Translate, view: JourneyView) -> Card:
    """The same; of who was to leave and does not, that they stay."""
    journey = view.journey
    ended = journey.ended_at and journey.ended_at.date()
    stays = journey.kind is Kind.LEAVE and ended and ended <= journey.day
    key = "onboarding-stays" if stays else "onboarding-ended"
    return Card(t.line(key, who=view.person))


def changed(t: Translate, view: JourneyView) -> Reply:
    """What is so from now on: the day, and who helps."""
    key = f"onboarding-changed-{view.journey.kind.value}"
    day = t.day(view.journey.day)
    blocks = (Paragraph(_roles(t, view)),)
    card = Card(t.line(key, who=view.person, day=day), blocks, Tone.GOOD)
    return Reply(card, Audience.ONLY_YOU)


def _answers(t: Translate, step: Step) -> Buttons:
    """Done, not yet, stuck, does not apply; a talk is not what one is stuck with."""
    names = ("later", "stuck", "skip") if step.line.check is None else ("later", "skip")
    value = str(step.id)
    done = Button(
        t("onboarding-button-done"), "onboarding.done", value, ButtonStyle.PRIMARY
    )
    others = (
        Button(t(f"onboarding-button-{name}"), f"onboarding.{name}", value)
        for name in names
    )
    return Buttons((done, *others))


def _far(t: Translate, view: JourneyView) -> Line:
    steps = view.journey.checklist
    return t.line(
        f"onboarding-far-{view.journey.kind.value}",
        who=view.person,
        day=t.day(view.journey.day),
        count=closed(steps),
        total=len(steps),
    )


def _roles(t: Translate, view: JourneyView) -> Line:
    """Who helps: the manager, and who was named beside them."""
    journey = view.journey
    named = {Part.BUDDY: journey.buddy_id, Part.IT: journey.it_id}
    told = [
        t(f"onboarding-role-{part.value}", who=name)
        for part, name in view.names.items()
        if part is Part.MANAGER or named.get(part)
    ]
    return t.line("onboarding-roles", roles=" · ".join(told))


def _doer(view: JourneyView, step: Step) -> str:
    return view.names.get(step.line.part, "")


def _step_line(t: Translate, view: JourneyView, step: Step) -> Line:
    if step.stuck:
        said = {"what": words(t, step), "who": _doer(view, step), "why": step.answer}
        return t.line("onboarding-line-stuck", **said)
    late = step.state is State.OPEN and step in view.late
    state = "late" if late else step.state.value
    who = _doer(view, step)
    return t.line(f"onboarding-line-{state}", what=words(t, step), who=who)
