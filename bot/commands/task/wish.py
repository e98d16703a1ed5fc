"""A new task as one sentence says it: every part read, nothing looked up yet."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.arguments import Arguments, Who
from bot.dates import Due
from bot.errors import UsageError
from bot.model.department import find_department
from bot.model.repetition import parse
from bot.model.task import TITLE_LIMIT, Priority
from bot.model.text import shows, tidy

DUE = ("due", "by", "截止", "到期", "截止日期")
DEPARTMENT = ("dept", "department", "部门")
REPEAT = ("repeat", "every", "重复")
PRIORITIES = {
    "low": Priority.LOW, "低": Priority.LOW,
    "normal": Priority.NORMAL, "medium": Priority.NORMAL,
    "普通": Priority.NORMAL, "中": Priority.NORMAL,
    "high": Priority.HIGH, "important": Priority.HIGH,
    "高": Priority.HIGH, "重要": Priority.HIGH,
    "urgent": Priority.URGENT, "asap": Priority.URGENT,
    "紧急": Priority.URGENT, "急": Priority.URGENT,
}  # fmt: skip
# "Check prices for @Sofia": the word before a mention goes with it.
LINK = re.compile(r"\s+(?:for|to|by|with|给|由|让)$|^(?:给|由|让|请)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed: the first of `whos` is to own it, the others follow."""

    title: str
    whos: tuple[Who, ...] = ()
    project: str | None = None
    priority: Priority | None = None
    department: str | None = None
    due: Due | None = None
    rule: str | None = None


def read_wish(args: Arguments) -> Wish:
    """Everything the words hold; the title may be empty. Raises UsageError."""
    rule = _rule(args.option(*REPEAT))
    department = _department(args.option(*DEPARTMENT))
    priority = _priority(args.flags())
    tags = args.tags()
    if len(tags) > 1:
        raise UsageError("task-two-projects", first=f"#{tags[0]}", second=f"#{tags[1]}")
    due = args.due(*DUE)
    whos = args.people()
    title = tidy(args.rest())
    return Wish(
        LINK.sub("", title) if whos else title,
        whos,
        tags[0] if tags else None,
        priority,
        department,
        due,
        rule,
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


def _priority(flags: tuple[str, ...]) -> Priority | None:
    unknown = next((flag for flag in flags if flag not in PRIORITIES), None)
    if unknown is not None:
        raise UsageError("task-flag-unknown", flag=f"!{unknown}")
    meant = dict.fromkeys(PRIORITIES[flag] for flag in flags)
    if len(meant) > 1:
        raise UsageError(
            "task-two-priorities", first=f"!{flags[0]}", second=f"!{flags[-1]}"
        )
    return next(iter(meant), None)


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
