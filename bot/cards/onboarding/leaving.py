"""What somebody who leaves still has, each with the way to hand it over."""

from dataclasses import dataclass

from bot.messages import (
    Audience,
    Block,
    Button,
    Card,
    Item,
    Line,
    Paragraph,
    Reply,
    Tone,
)
from bot.model.area import Area
from bot.model.people import Person
from bot.model.standup import Standup
from bot.ports import Translate


@dataclass(frozen=True, slots=True)
class Held:
    """What is theirs, as far as the reader may see it."""

    person: Person
    tasks: int
    standups: tuple[Standup, ...]
    areas: tuple[Area, ...]


def held(t: Translate, found: Held) -> Reply:
    """One list: tasks all at once, areas and stand-ups each by itself."""
    blocks: list[Block] = []
    if found.tasks:
        line = t.line("onboarding-held-tasks", count=found.tasks)
        give = Button(t("onboarding-give"), "task.handover", str(found.person.id))
        blocks.append(Item(line, buttons=(give,)))
    for area in found.areas:
        line = t.line("onboarding-held-area", name=area.name)
        give = Button(t("onboarding-give"), "area.handover", str(area.id))
        blocks.append(Item(line, buttons=(give,)))
    for standup in found.standups:
        line = t.line("onboarding-held-standup", name=standup.name)
        change = Button(t("onboarding-button-change"), "standup.edit", str(standup.id))
        blocks.append(Item(line, buttons=(change,)))
    if not blocks:
        none = Paragraph(t.line("onboarding-held-none"))
        return Reply(Card(_title(t, found), (none,), Tone.GOOD), Audience.ONLY_YOU)
    return Reply(Card(_title(t, found), tuple(blocks)), Audience.ONLY_YOU)


def _title(t: Translate, found: Held) -> Line:
    return t.line("onboarding-held", who=found.person.name)
