"""What everybody may decide themselves, and who is asked otherwise (PEERS H19)."""

import re

from bot.arguments import Arguments, fold
from bot.cards.feedback import approval as cards
from bot.cards.feedback.approval import ApprovalView
from bot.commands.feedback.approval_words import read_wish, wish_of
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.messages import Audience, Card, Note, Reply, Tone
from bot.model.expression import expression
from bot.model.feedback import Feedback
from bot.model.feedback.approval import ApprovalRule
from bot.model.people import Person, Role
from bot.registry import Commands
from bot.rituals.feedback.views import approval_views

commands = Commands()
TRY = "feedback-try-approvals"
OFF = expression(r"(?P<what>.+?)\s*(?:off|none|关闭|取消|删除|停用)")
ASKS = expression(
    r"\s*[,，]?\s*(?:(?:needs?|asks?|goes to|go to|by|from|to|→)\b"
    r"|(?:需要|需|要|找|问|由|请|让)+)?\s*"
    r"(?:(?P<lead>(?:the|their|your|his|her)?\s*(?:managers?|lead|boss)"
    r"|(?:直属|直接)?(?:上级|主管|经理|领导|老板))"
    r"|(?:the )?approval(?: of)?)?\s*(?:审批|批准|同意|to approve)?\s*[.。]?\s*$",
    re.IGNORECASE,
)
OVER = expression(
    r"\s*(?:over|above|more than|beyond|from|>=?|超过|大于|高于|多于)\s*"
    r"(?=[^a-z]|[a-z]{3}\b)|(?:以上|及以上)",
    re.IGNORECASE,
)


@commands.command(*ways("approvals", zh=("审批规则", "审批列表", "审批设置")))
async def rules(ctx: Context, args: Arguments) -> Reply:
    """Shows what waits for you and who is asked when: feedback approvals refund over
    500 CNY asks @Wang (admin); "refund off" ends a rule.
    """
    args = Arguments(await ctx.apart(args.typed), ctx.local)
    if not args:
        return await _overview(ctx)
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    people = await ctx.find_people(args.people())
    typed = args.rest()
    if not people and (off := OFF.fullmatch(fold(typed))):
        return await _dropped(ctx, off["what"])
    rule = _read(ctx, typed, people)
    await ctx.db.feedback.approvals.keep_rule(rule)
    names = {person.id: person.name for person in people}
    line = cards.rule_line(ctx.t, rule, names)
    limit = cards.money(ctx.t, rule.wish.money)
    note = Note(ctx.t.line("feedback-approval-rule-kept", limit=limit))
    return Reply(Card(line, (note,), Tone.GOOD), Audience.ONLY_YOU)


def _read(ctx: Context, typed: str, people: tuple[Person, ...]) -> ApprovalRule:
    """The rule that was typed. Raises UsageError."""
    again = ctx.t(TRY)
    asks = ASKS.search(typed)
    lead = bool(asks and asks["lead"])
    if len(people) > 1 or (people and lead):
        raise UsageError("feedback-approval-one", try_this=again)
    if not people and not lead:
        raise UsageError("feedback-approval-rule-who", try_this=again)
    if people and people[0].role is Role.GUEST:
        name = people[0].name
        raise UsageError("feedback-approval-guest", try_this=again, name=name)
    said = ASKS.sub("", typed)
    what, money = read_wish(OVER.sub(" ", said), again)
    if not what or money is None:
        raise UsageError("feedback-approval-rule-unknown", try_this=again)
    if not money.currency:
        raise UsageError("feedback-approval-rule-currency-missing", try_this=again)
    return ApprovalRule(wish_of(what, money), people[0].id if people else None)


async def _dropped(ctx: Context, what: str) -> Reply:
    word = wish_of(what, None).word
    gone = await ctx.db.feedback.approvals.drop_rule(word)
    key = "feedback-approval-rule-gone" if gone else "feedback-approval-rule-none"
    line = ctx.t.line(key, what=cards.wished(ctx.t, wish_of(what, None)))
    return Reply(
        Card(line, tone=Tone.GOOD if gone else Tone.WARNING), Audience.ONLY_YOU
    )


async def _overview(ctx: Context) -> Reply:
    guest = ctx.person.role is Role.GUEST
    rules = () if guest else await ctx.db.feedback.approvals.rules()
    ids = [rule.person_id for rule in rules if rule.person_id]
    people = await ctx.db.people.some(ids) if ids else {}
    names = {id: person.name for id, person in people.items()}
    waiting: list[tuple[Feedback, ApprovalView]] = []
    for each in await ctx.db.feedback.approvals.asked_of(ctx.person.id):
        feedback = await ctx.db.feedback.get(each.feedback_id)
        if feedback is not None and feedback.state.open:
            (view,) = await approval_views(ctx.db, (each,))
            waiting.append((feedback, view))
    how = ctx.typed(ctx.t(TRY)) if ctx.person.is_admin else ""
    return cards.overview(ctx.t, rules, names, waiting, how)
