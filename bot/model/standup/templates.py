"""Stand-ups as most teams begin them (PEERS A43): what to pick, and its days."""

import unicodedata
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


class Template(StrEnum):
    """Their names and questions are in the catalogue, in each maker's language."""

    DAILY = "daily"
    WEEKLY = "weekly"
    RETRO = "retro"
    HEALTH = "health"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Course:
    """When one that is made from a template asks, until it is changed."""

    rule: str
    at: time
    remind_minutes: int = 30
    close_at: time | None = None


COURSES = {
    Template.DAILY: Course(WEEKDAYS, time(9, 30)),
    Template.WEEKLY: Course(
        "FREQ=WEEKLY;BYDAY=FR", time(14), close_at=time(17), remind_minutes=60
    ),
    Template.RETRO: Course(
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", time(10), close_at=time(16)
    ),
    Template.HEALTH: Course("FREQ=WEEKLY;BYDAY=TH", time(15), close_at=time(17, 30)),
    Template.HANDOVER: Course("FREQ=DAILY", time(17), remind_minutes=10),
}
WORDS = {
    Template.DAILY: "daily|daily stand-up|daily standup|每日|每日站会|日会|每天",
    Template.WEEKLY: "weekly|weekly check-in|weekly report|每周|周会|周报|每周小结",
    Template.RETRO: "retro|retrospective|回顾|回顾会|复盘|复盘会",
    Template.HEALTH: "health|health check|team health|mood|健康检查|团队健康|心情",
    Template.HANDOVER: "handover|hand-over|shift|shift handover|shift hand-over"
    "|customer service|交接|交接班|客服交接|客服交接班",
}
SPOKEN = {word: each for each, words in WORDS.items() for word in words.split("|")}


def find_template(typed: str) -> Template | None:
    """The template meant, in English or Chinese."""
    words = unicodedata.normalize("NFKC", typed).casefold().strip(" \"'“”‘’「」")
    return SPOKEN.get(" ".join(words.split()))


def begins_with_template(words: list[str]) -> bool:
    """Whether the first of these words name a template, in full."""
    return any(find_template(" ".join(words[:length])) for length in (3, 2, 1))
