"""The home tab, and `today`: what needs this person now (PEERS F12, §3.2 App Home)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.cards import task as task_cards
from bot.cards.absence import said_day
from bot.cards.feedback import FeedbackView
from bot.cards.feedback import list as feedback_list
from bot.cards.measure.asking import waiting
from bot.cards.review import home as review_list
from bot.cards.review.home import Duties
from bot.cards.risk import list as risk_list
from bot.cards.standup import list as standup_list
from bot.messages import (
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Code,
    Divider,
    Heading,
    Line,
    Note,
    Paragraph,
)
from bot.model.absence import Days
from bot.model.feedback import Severity
from bot.model.measure import Measure
from bot.model.people import Absence, Person
from bot.model.risk import RiskView
from bot.model.standup import Coming, Share
from bot.model.task import TaskView
from bot.model.task.list import Bucket
from bot.model.zone import zone_shown
from bot.ports import Translate


@dataclass(frozen=True, slots=True)
class Day:
    """What one person's day holds."""

    person: Person
    tasks: Mapping[Bucket, Sequence[TaskView]]
    waiting: Sequence[Share]
    coming: Sequence[Coming]
    away: Absence | None
    feedback: Sequence[FeedbackView] = ()
    reviews: Duties = field(default_factory=Duties)
    values: Sequence[Measure] = ()
    risks: Sequence[RiskView] = ()
    on: date = date.max

    @property
    def urgent(self) -> int:
        """How many things need them now."""
        now = (Bucket.OVERDUE, Bucket.TODAY)
        due = sum(len(self.tasks.get(name, ())) for name in now)
        hurts = (view.feedback.facts.severity for view in self.feedback)
        blocking = sum(each is Severity.BLOCKING for each in hurts)
        own = self.reviews.urgent(self.on) + bool(self.values)
        return len(self.waiting) + due + blocking + own + len(self.risks)


def home(t: Translate, day: Day) -> Card:
    """The whole tab: what needs me now, tasks, stand-ups, away, settings, help."""
    blocks: tuple[Block, ...] = (
        *_now(t, day),
        _doing(t),
        Divider(),
        Heading(t("home-tasks")),
        *task_cards.home_blocks(day.tasks, t),
        *feedback_list.home_blocks(day.feedback, t),
        Divider(),
        *standup_list.home_blocks(t, day.waiting, day.coming),
        *_duties(t, day),
        Divider(),
        *_me(t, day),
    )
    return Card(t.line("home-title", name=day.person.name), blocks)


def today(t: Translate, day: Day) -> Card:
    """The same in one message: only what is due today, overdue, or waiting."""
    due = {name: day.tasks.get(name, ()) for name in (Bucket.OVERDUE, Bucket.TODAY)}
    blocks: list[Block] = [*_now(t, day)]
    if any(due.values()):
        blocks += task_cards.home_blocks(due, t)
    if day.waiting:
        blocks += standup_list.home_blocks(t, day.waiting, ())
    blocks += [*feedback_list.home_blocks(day.feedback, t), *_duties(t, day)]
    return Card(t.line("today-title", name=day.person.name), (*blocks, _doing(t)))


def welcome(t: Translate) -> Card:
    """The answer to thanks."""
    return Card(t.line("home-welcome"))


def introduction(t: Translate, example: str) -> Card:
    """The first words in a new place: what it is, one thing to try, where help is."""
    blocks: tuple[Block, ...] = (
        Paragraph(t.line("home-introduction")),
        Paragraph((Code(example),)),
        Buttons((Button(t("home-button-help"), "help.show"),)),
    )
    return Card(t.line("home-hello"), blocks)


def _now(t: Translate, day: Day) -> tuple[Block, ...]:
    if day.away:
        last = said_day(t, Days(day.away.last, day.away.last, day.away.half))
        back = Button(t("back-button"), "people.back", style=ButtonStyle.PRIMARY)
        return (Paragraph(t.line("home-away", last=last)), Buttons((back,)))
    if day.urgent == 0:
        return (Paragraph(t.line("home-nothing")),)
    return (Paragraph(t.line("home-urgent", count=day.urgent)),)


def _duties(t: Translate, day: Day) -> tuple[Block, ...]:
    """Reviews, risks that are due, and values that are missing."""
    blocks = review_list.home_blocks(t, day.reviews)
    blocks += risk_list.home_blocks(t, day.risks)
    if not day.values:
        return blocks
    return (*blocks, waiting(t, day.values))


def _doing(t: Translate) -> Buttons:
    return Buttons(
        (
            Button(t("help-button-task"), "task.new", style=ButtonStyle.PRIMARY),
            Button(t("standup-button-new"), "standup.new"),
            Button(t("feedback-button-new"), "feedback.new"),
            Button(t("home-button-help"), "help.show"),
        )
    )


def _me(t: Translate, day: Day) -> tuple[Block, ...]:
    """The away switch and what is set, with the way to change it."""
    person = day.person
    hours: Line = t.line(
        "home-me",
        language={"en": "English", "zh": "中文"}[person.language],
        zone=zone_shown(person.zone),
        start=t.clock(person.hours.start),
        end=t.clock(person.hours.end),
        reminders=t(f"reminders-{person.reminded}"),
    )
    switch = (
        Button(t("back-button"), "people.back")
        if day.away
        else Button(t("away-button"), "people.away")
    )
    settings = Button(t("settings-button"), "people.settings")
    return (Heading(t("home-about-you")), Note(hours), Buttons((switch, settings)))
