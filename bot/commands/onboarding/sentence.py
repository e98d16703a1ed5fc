"""Who comes or goes, when, and who helps, out of one sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.arguments import ACCOUNT, Arguments, Who
from bot.context import Context
from bot.errors import UsageError
from bot.model.people import Person
from bot.sight import seen_by

BUDDY = ("buddy", "mentor", "伙伴", "导师", "带教", "师傅")
MANAGER = ("manager", "lead", "经理", "主管", "上级")
TECH = ("it", "信息部")
FAR = 180  # days
LATELY = timedelta(days=60)
FILLING = re.compile(
    r"\b(?:as|an?|the|role|track|on|from|starting|starts?|last day|for|with)\b"
    r"|作为|担任|岗位|转岗|调到|从|起|于|开始|最后一天|最后工作日|[:：,，。]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was said, people found already; `role` is what is left of the words."""

    person: Person
    day: date | None
    role: str
    buddy: Person | None
    manager: Person | None
    tech: Person | None


async def read(ctx: Context, args: Arguments, example: str) -> Sentence:
    """Raises UsageError for nobody, several, or a day that is far off."""
    left = Arguments(await ctx.apart(await called(ctx, args.typed)), ctx.local)
    buddy = await _one(ctx, left.people_after(*BUDDY), example)
    manager = await _one(ctx, left.people_after(*MANAGER), example)
    tech = await _one(ctx, left.people_after(*TECH), example)
    person = await _one(ctx, left.people(), example)
    if person is None:
        raise UsageError("onboarding-nobody", try_this=ctx.t(example))
    due = left.due()
    day = _meant(due.day, ctx.today, args.typed) if due else None
    if day and abs((day - ctx.today).days) > FAR:
        raise UsageError("onboarding-day-far", try_this=ctx.t(example), limit=FAR)
    role = " ".join(FILLING.sub(" ", left.rest()).split())
    found = Sentence(person, day, role, buddy, manager, tech)
    check_others(found)
    return found


async def called(ctx: Context, typed: str) -> str:
    """The words with an @ before every name that stands without one: a whole name
    anywhere, the first of several only at the start and behind "buddy".
    """
    everyone = await seen_by(ctx.db, ctx.person)
    whole = {name for each in everyone for name in (each.name, *each.also) if name}
    first = {name.split()[0] for name in whole}
    leads = "|".join(map(re.escape, (*BUDDY, *MANAGER, *TECH)))
    before = rf"(?P<lead>^\s*(?:(?:for|of)\s+)?|(?<![A-Za-z])(?:{leads})[\s:：]+)"
    found = re.compile(
        rf"{ACCOUNT.pattern}|(?<![A-Za-z0-9_@＠])(?P<whole>{_any(whole)})(?![A-Za-z0-9_])"
        rf"|{before}(?P<first>{_any(first)})(?![A-Za-z0-9_])",
        re.IGNORECASE,
    )

    def name(match: re.Match[str]) -> str:
        if match["whole"]:
            return f"@{match['whole']}"
        return f"{match['lead']}@{match['first']}" if match["first"] else match[0]

    return found.sub(name, typed)


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def check_others(said: Sentence) -> None:
    """Nobody is their own manager or buddy."""
    helpers = said.buddy, said.manager, said.tech
    if any(each and each.id == said.person.id for each in helpers):
        raise UsageError("onboarding-own-helper", who=said.person.name)


def _meant(day: date, today: date, typed: str) -> date:
    """The day of last week, if it was: without a year, a date is the next such one."""
    if str(day.year) in typed or (day - today).days <= FAR:
        return day
    before = day - relativedelta(years=1)
    return before if today - before <= LATELY else day


async def _one(ctx: Context, whos: tuple[Who, ...], example: str) -> Person | None:
    people = await ctx.find_people(whos)
    if len(people) > 1:
        raise UsageError("onboarding-one-person", try_this=ctx.t(example))
    return people[0] if people else None
