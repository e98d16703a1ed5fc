"""A new task as one sentence says it: every part read, nothing looked up yet."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from bot.arguments import Arguments, Who, fold
from bot.dates import Due
from bot.errors import UsageError
from bot.model.department import find_department
from bot.model.expression import expression
from bot.model.repetition import parse
from bot.model.task import TITLE_LIMIT, Priority
from bot.model.text import shows, tidy

DUE = ("due", "by", "deadline", "截止", "到期", "截止日期", "截止时间")
DEPARTMENT = ("dept", "department", "部门", "部門")
REPEAT = ("repeat", "every", "重复", "重複")
PROJECT = ("project", "项目", "項目")
PRIORITY = ("priority", "prio", "优先级", "優先級", "优先")
OWNER = (
    "owner", "assignee", "assigned to", "assign to",
    "负责人", "負責人", "执行人", "交给", "交給", "转给", "指派给", "分配给",
)  # fmt: skip
FOLLOWERS = ("cc", "follower", "followers", "抄送", "抄送给", "关注人", "知会")
PRIORITIES = {
    "low": Priority.LOW, "低": Priority.LOW, "低优先级": Priority.LOW,
    "normal": Priority.NORMAL, "medium": Priority.NORMAL,
    "普通": Priority.NORMAL, "中": Priority.NORMAL,
    "high": Priority.HIGH, "important": Priority.HIGH,
    "高": Priority.HIGH, "重要": Priority.HIGH, "高优先级": Priority.HIGH,
    "高优": Priority.HIGH,
    "urgent": Priority.URGENT, "asap": Priority.URGENT,
    "critical": Priority.URGENT, "紧急": Priority.URGENT, "急": Priority.URGENT,
    "緊急": Priority.URGENT, "加急": Priority.URGENT, "特急": Priority.URGENT,
    "很急": Priority.URGENT,
}  # fmt: skip
# Words that go with a mention: "for @Sofia" at an end, "hey @Sofia", 请 @李伟.
LEAD = expression(
    r"(?:^\s*(?:hey|hi|hello|dear)|(?<![^\s,])(?:for|to|by|with)"
    r"|(?:^|(?<=[\s,，、;；]))(?:请|請|让|讓|由|麻烦|麻煩|安排|给|給))[\s,，]*$|[给給]$",
    re.IGNORECASE,
)
# Words that need the name behind them while the sentence goes on: "ask @Bo for …".
WITHIN = expression(
    r"(?:(?<=\s)(?:for|to|by)|\b(?:with|from|ask|tell|call|and|of|about|send|give|help))"
    r"\s+$|[跟和与與向找问問帮幫替同]\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed: the first of `whos` is to own it; the others follow, and so do
    `followers`. `wall` is when a repeated one is due on each of its days. `kept` is a
    date that stayed in the title.
    """

    title: str
    whos: tuple[Who, ...] = ()
    followers: tuple[Who, ...] = ()
    project: str | None = None
    priority: Priority | None = None
    department: str | None = None
    due: Due | None = None
    rule: str | None = None
    wall: time | None = None
    kept: str = ""


def read_wish(args: Arguments) -> Wish:
    """Everything the words hold; the title may be empty. Raises UsageError."""
    rule = _rule(args.option(*REPEAT))
    spoken = None if rule else args.repetition()
    department = _department(args.option(*DEPARTMENT))
    priority = _priority(args.flags(*PRIORITIES), args.option(*PRIORITY))
    named = args.option(*PROJECT)
    tags = tuple(dict.fromkeys(((named,) if named else ()) + args.tags()))
    if len(tags) > 1:
        raise UsageError("task-two-projects", first=f"#{tags[0]}", second=f"#{tags[1]}")
    due = args.due(*DUE)
    if spoken and spoken.first and due is None:
        due = Due(spoken.first, spoken.wall)
    followers = args.people_after(*FOLLOWERS)
    whos = args.people_after(*OWNER) + args.people(LEAD, WITHIN)
    return Wish(
        tidy(args.rest()),
        tuple(dict.fromkeys(whos)),
        followers,
        tags[0] if tags else None,
        priority,
        department,
        due,
        spoken.rule if spoken else rule,
        spoken.wall if spoken else None,
        args.kept,
    )


def check_title(title: str) -> str:
    """A title people can see and read in one glance. Raises UsageError."""
    if not shows(title):
        raise UsageError("task-title-missing")
    if len(title) > TITLE_LIMIT:
        raise UsageError("task-title-long", count=len(title), limit=TITLE_LIMIT)
    return title


def check_due(due: Due, now: datetime, said: str) -> None:
    """Refuses what is past on the clock of who said it; today lasts all day."""
    local = now.replace(tzinfo=None)
    if due.time is None:
        past = due.day < local.date()
    else:
        past = datetime.combine(due.day, due.time) < local
    if past:
        raise UsageError("date-past", typed=said)


def _priority(flags: tuple[str, ...], named: str | None) -> Priority | None:
    said = [f"!{flag}" for flag in flags] + ([named] if named else [])
    unknown = next((flag for flag in said if _plain(flag) not in PRIORITIES), None)
    if unknown is not None:
        raise UsageError("task-flag-unknown", flag=unknown)
    meant = dict.fromkeys(PRIORITIES[_plain(flag)] for flag in said)
    if len(meant) > 1:
        raise UsageError("task-two-priorities", first=said[0], second=said[-1])
    return next(iter(meant), None)


def read_priority(typed: str) -> Priority | None:
    """The priority a word means, with or without its mark."""
    return PRIORITIES.get(_plain(typed).rstrip("!。."))


def _plain(flag: str) -> str:
    return fold(flag).lstrip("!")


def _department(typed: str | None) -> str | None:
    if typed is None:
        return None
    found = find_department(typed)
    if found is None:
        raise UsageError("task-department-unknown", typed=typed)
    return found


def _rule(typed: str | None) -> str | None:
    if typed is None:
        return None
    rule = parse(typed) or parse(f"every {typed}")
    if rule is None:
        raise UsageError("task-repeat-unknown", typed=typed)
    return rule
