"""A risk as what it grows out of proposes it: nothing is made by itself (PEERS M10)."""

import re
from dataclasses import dataclass

from bot.commands.blocker.at_hand import visible as visible_blocker
from bot.commands.feedback.at_hand import workable as workable_feedback
from bot.commands.task.at_hand import pressed
from bot.commands.task.at_hand import visible as visible_task
from bot.context import Context
from bot.errors import UsageError
from bot.model.blocker import Blocker
from bot.model.feedback import Feedback
from bot.model.feedback.hiding import hidden
from bot.model.risk import SCENARIO_LIMIT, Category, Origin, OriginKind, Risk
from bot.model.risk.proposed import OF_SEVERITY, OF_STEP, category_of
from bot.model.standup.policy import Readers
from bot.model.task import Task
from bot.model.text import tidy
from bot.rituals.blocker.work import BlockerWork

LETTERS = {"F": OriginKind.FEEDBACK, "B": OriginKind.BLOCKER, "T": OriginKind.TASK}
SHORT = re.compile(r"(?P<letter>[FBT])\s?[-－–]?\s?(?P<number>\d{1,9})", re.IGNORECASE)
ONLY = re.compile(
    r"(?:(?:from|of|out of|for|来自|源自|feedback|blocker|task|反馈|阻碍|任务)"
    r"[\s:：]*)*"
    rf"{SHORT.pattern}[.。!！]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grown:
    """A risk that is not stored, and what it grows out of, as people call it."""

    risk: Risk
    short: str


async def read_origin(ctx: Context, state: str) -> Grown:
    """The risk of what a button or a form names, if it is theirs to see. Raises
    UsageError where there is one already.
    """
    kind, _, number = state.partition(":")
    wanted = pressed(number)
    match kind:
        case OriginKind.FEEDBACK:
            grown = of_feedback(ctx, await workable_feedback(ctx, wanted))
        case OriginKind.BLOCKER:
            grown = await of_blocker(ctx, await visible_blocker(ctx, wanted))
        case OriginKind.TASK:
            grown = of_task(ctx, await visible_task(ctx, wanted))
        case _:
            raise UsageError("risk-from-what", try_this=ctx.t("risk-try-from"))
    if grown.risk.origin and (known := await ctx.db.risks.of(grown.risk.origin)):
        raise UsageError(
            "risk-made-already",
            try_this=f"risk show {known.number}",
            of=grown.short,
            id=known.short,
        )
    return grown


def named_origin(typed: str) -> str:
    """What is named and nothing else, as a button holds it: "F-7" is "feedback:7"."""
    match = ONLY.fullmatch(typed.strip())
    if match is None:
        return ""
    return f"{LETTERS[match['letter'].upper()].value}:{int(match['number'])}"


def of_feedback(ctx: Context, feedback: Feedback) -> Grown:
    """Customers' data stays there: who reads risks need not triage (H27)."""
    facts = feedback.facts
    return _grown(
        ctx,
        Origin(OriginKind.FEEDBACK, feedback.id),
        feedback.short,
        hidden(feedback, feedback.text),
        category=OF_STEP[facts.step],
        impact=OF_SEVERITY[facts.severity],
    )


async def of_blocker(ctx: Context, blocker: Blocker) -> Grown:
    """What only some may read of it stays theirs."""
    return _grown(
        ctx,
        Origin(OriginKind.BLOCKER, blocker.id),
        f"B-{blocker.number}",
        blocker.text,
        private=await _is_private(ctx, blocker),
    )


def of_task(ctx: Context, task: Task) -> Grown:
    """A private task's risk is private."""
    origin = Origin(OriginKind.TASK, task.id)
    return _grown(ctx, origin, f"T-{task.number}", task.title, private=task.private)


def scenario_of(text: str) -> str:
    """The first line of what was said, as far as a scenario has room for it."""
    words = tidy(text.split("\n", 1)[0]) or tidy(text)
    if len(words) <= SCENARIO_LIMIT:
        return words
    return f"{words[: SCENARIO_LIMIT - 1].rstrip()}…"


def _grown(
    ctx: Context,
    origin: Origin,
    short: str,
    text: str,
    *,
    category: Category = Category.OTHER,
    impact: int = 3,
    private: bool = False,
) -> Grown:
    known = category is not Category.OTHER
    me = ctx.person.id
    risk = Risk(
        scenario=scenario_of(text),
        category=category if known else category_of(text),
        impact=impact,
        owner_id=me,
        reporter_id=me,
        opened_at=ctx.now,
        private=private,
        origin=origin,
    )
    return Grown(risk, short)


async def _is_private(ctx: Context, blocker: Blocker) -> bool:
    """Whether it was not said to everybody."""
    tools = BlockerWork(ctx.db, ctx.calendar, ctx.organization, ctx.now)
    standup = await tools.standup(blocker)
    if standup and standup.policy.readers is not Readers.ALL:
        return True
    where = standup.place if standup else blocker.place
    place = await ctx.db.people.place(where) if where else None
    return place is None or place.private or place.direct
