"""Asking somebody whether something may be done for a customer (PEERS H19)."""

import re

from bot.arguments import Arguments, Who, fold
from bot.cards.feedback import approval as cards
from bot.cards.feedback import approval_forms as forms
from bot.cards.task.words import joined
from bot.commands.feedback.approval_asking import (
    TRY,
    Asking,
    again,
    approvals,
    ask,
    check_open,
)
from bot.commands.feedback.approval_words import (
    parted,
    read_money,
    read_wish,
    wish_of,
)
from bot.commands.feedback.at_hand import (
    number,
    pressed,
    text_for,
    text_of,
    told,
    visible,
    workable,
)
from bot.commands.feedback.ways import ways
from bot.commands.task.at_hand import account_of
from bot.context import Context
from bot.errors import (
    FieldError,
    FieldErrors,
    NotAllowed,
    NotFound,
    Unclear,
    UsageError,
    UserError,
)
from bot.events import Values
from bot.messages import Audience, Line, Reply
from bot.model.feedback import Feedback
from bot.model.feedback.approval import Approval
from bot.model.people import Person
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.feedback.approval import open_of
from bot.rituals.feedback.views import approval_views

commands = Commands()
LEADS = (
    "from", "by", "ask", "asks", "with", "of", "to", "找", "问", "请", "由", "让",
)  # fmt: skip
LEAD = re.compile(rf"(?:(?<![A-Za-z])(?:{'|'.join(LEADS)}))\s*$", re.IGNORECASE)
BACK = re.compile(r"(?:withdraw|cancel|take back|撤回|撤销|取消)\s*(?P<what>.*)")
NAME = re.compile(
    r"\s+(?:from|by)\s+(?P<name>[^\W\d_][\w .'’-]{0,40})$"
    r"|\s*[,，]?\s*(?:找|由|请)\s*(?P<zh>[^\W\d_]{2,12}?)(?:来?(?:审批|批准|同意|决定))?$",
    re.IGNORECASE,
)
SAID = re.compile(
    r"(?:来?(?:审批|批准)|for approval|to approve(?: it)?)$", re.IGNORECASE
)


@commands.command(*ways("approval", zh=("审批", "请求审批", "申请审批")))
async def approval(ctx: Context, args: Arguments) -> Reply:
    """Asks somebody whether it may be: feedback approval 7 refund 800 CNY because …"""
    head, why = parted(await ctx.apart(args.typed))
    args = Arguments(head, ctx.local)
    found = await workable(ctx, number(ctx, args, TRY))
    if back := BACK.fullmatch(fold(args.rest())):
        return await _withdrawn(ctx, found, await _meant(ctx, found, back["what"]))
    if not args and not why:
        return await _form(ctx, found)
    whos, reason = args.people(LEAD), Arguments(why, ctx.local)
    whos = whos or reason.people_after(*LEADS)
    people = await ctx.find_people(whos)
    if len(people) > 1:
        raise UsageError("feedback-approval-one", try_this=again(ctx, found))
    said = SAID.sub("", (await ctx.readable(args.rest())).strip(" ?？.。!！"))
    person = people[0] if people else None
    if person is None:
        said, person = await _called(ctx, said)
    what, money = read_wish(said, again(ctx, found))
    wish = wish_of(_wanted(what, again(ctx, found)), money)
    words = text_of(await ctx.readable(reason.rest()))
    return await ask(ctx, found, Asking(wish, words, person))


@commands.button("feedback.approval")
async def press_approval(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    return await _form(ctx, await workable(ctx, pressed(value)))


@commands.form("feedback.approval")
async def fill_approval(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what is asked for."""
    wanted, _, proposed = state.partition(" ")
    found = await workable(ctx, pressed(wanted))
    wrong: dict[str, FieldError] = {}
    money, person, why = None, None, ""
    what = tidy(str(values.get("what") or ""))
    try:
        what, money = read_wish(_wanted(what, ""), "")
        what = _wanted(what, "")
    except UsageError as problem:
        wrong["what"] = FieldError(problem.key, problem.values)
    try:
        money = read_money(str(values.get("amount") or ""), "") or money
    except UsageError as problem:
        wrong["amount"] = FieldError(problem.key, problem.values)
    try:
        person = await _chosen(ctx, values, proposed)
    except UserError as problem:
        wrong["whom"] = FieldError(problem.key, problem.values)
    try:
        why = text_of(await ctx.readable(str(values.get("text") or "")))
    except UsageError as problem:
        wrong["text"] = FieldError(problem.key, problem.values)
    if wrong:
        raise FieldErrors(wrong)
    try:
        return await ask(ctx, found, Asking(wish_of(what, money), why, person))
    except UsageError as problem:
        if problem.key not in ("feedback-approval-whom", "feedback-approval-own"):
            raise
        error = FieldError(problem.key, problem.values)
        raise FieldErrors({"whom": error}) from problem


@commands.button("feedback.unask")
async def press_unask(ctx: Context, value: str) -> Reply:
    """Takes back what was asked."""
    wanted, _, id = value.partition(":")
    found, _ = await visible(ctx, pressed(wanted))
    asked = await ctx.db.feedback.approvals.get(pressed(id))
    if asked is None or asked.feedback_id != found.id:
        raise NotFound("feedback-approval-none", id=found.short)
    return await _withdrawn(ctx, found, asked)


async def _form(ctx: Context, found: Feedback) -> Reply:
    check_open(ctx, found)
    leads = ctx.person.manager_id
    account = await account_of(ctx, leads) if leads else None
    people = await ctx.db.people.some([leads] if leads else [])
    name = people[leads].name if leads in people else ""
    rules = await ctx.db.feedback.approvals.rules()
    ids = [rule.person_id for rule in rules if rule.person_id]
    named = await ctx.db.people.some(ids) if ids else {}
    names = {id: person.name for id, person in named.items()}
    lines: Line = joined([cards.rule_line(ctx.t, rule, names) for rule in rules])
    text = await text_for(ctx, found)
    shown = (account or f"person:{leads}") if name else ""
    return Reply(forms.ask(ctx.t, found, text, shown, name, lines))


async def _withdrawn(ctx: Context, found: Feedback, asked: Approval) -> Reply:
    """Only by who asked, and while nobody has answered."""
    (view,) = await approval_views(ctx.db, (asked,))
    if not asked.waits:
        return Reply(cards.decided(found, view, ctx.t), Audience.ONLY_YOU)
    if asked.asker_id != ctx.person.id:
        raise NotAllowed("feedback-approval-asker", who=view.asker)
    await approvals(ctx).withdraw(found, asked, ctx.person.id)
    what = cards.wished(ctx.t, asked.wish)
    return told(ctx, "feedback-approval-back", found, what=what)


async def _meant(ctx: Context, found: Feedback, typed: str) -> Approval:
    """Which of what waits is to be taken back: the newest of theirs."""
    word = wish_of(typed.strip(" .。"), None).word
    every = await open_of(ctx.db, found, word if typed.strip(" .。") else "")
    mine = [each for each in every if each.asker_id == ctx.person.id]
    if not every:
        said = again(ctx, found)
        raise UsageError("feedback-approval-none", try_this=said, id=found.short)
    return (mine or every)[-1]


async def _called(ctx: Context, said: str) -> tuple[str, Person | None]:
    """Who is named at the end without an @ before it."""
    match = NAME.search(said)
    if match is None:
        return said, None
    try:
        person = await ctx.find_person(Who(match["name"] or match["zh"]))
    except Unclear:
        raise
    except NotFound:
        if match["zh"]:
            raise
        return said, None
    return said[: match.start()], person


async def _chosen(ctx: Context, values: Values, proposed: str) -> Person | None:
    """Who stands in the form, where that is not who was proposed."""
    people = await ctx.filled_people(values.get("whom") or ())
    if len(people) > 1:
        raise UsageError("feedback-approval-one")
    if not people:
        return None
    if proposed and people[0].id == ctx.person.manager_id:
        return None
    return people[0]


def _wanted(what: str, again: str) -> str:
    if not what:
        raise UsageError("feedback-approval-what-missing", try_this=again)
    return what
