"""What is seen of requests: by who is asked, by who asked, on the feedback itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.feedback.words import brief, note
from bot.cards.measure.words import figures
from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Heading,
    Line,
    Note,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.feedback import Feedback
from bot.model.feedback.approval import (
    Approval,
    ApprovalRule,
    Money,
    Outcome,
    Verdict,
    Wish,
    told_of,
)
from bot.model.feedback.hiding import hidden
from bot.ports import Translate

KNOWN = ("refund", "discount", "replacement", "voucher")
STANDING = 3  # answered requests that a card tells of, the newest
LISTED = 5  # that a list lets answer


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """A request with the names beside it."""

    approval: Approval
    asker: str = ""
    asked: str = ""
    by: str = ""


def wished(t: Translate, wish: Wish) -> str:
    """What is asked for, and how much: "Refund 800 CNY"."""
    known = t(f"feedback-approval-word-{wish.word}") if wish.word in KNOWN else ""
    name = wish.what or known or wish.word
    name = name[:1].upper() + name[1:]
    return t("feedback-approval-wish", what=name, money=money(t, wish.money)).strip()


def money(t: Translate, said: Money | None) -> str:
    """So much, as its reader writes it; nothing where no amount was named."""
    if said is None:
        return ""
    amount = figures(t, said.amount)
    if not said.currency:
        return amount
    code = said.currency
    return t("feedback-approval-money", amount=amount, currency=code, code=code.lower())


def standing(
    feedback: Feedback, views: Sequence[ApprovalView], t: Translate, *, whole: bool
) -> list[Block]:
    """How far each is, for those who work on the feedback: all that wait, and the
    newest that were answered.
    """
    of = None if whole else feedback
    shown = [v for v in views if v.approval.outcome is not Outcome.WITHDRAWN]
    over = [view for view in shown if not view.approval.waits][-STANDING:]
    lines = (*over, *(view for view in shown if view.approval.waits))
    return [Note(stands(view, t, of)) for view in lines]


def stands(view: ApprovalView, t: Translate, of: Feedback | None = None) -> Line:
    """How far one is: "Refund 800 CNY: approved by Wang Fang"; `of` is the feedback
    whose customers stay hidden.
    """
    approval = view.approval
    how = approval.outcome.value if approval.outcome else "waiting"
    comment = hidden(of, approval.comment) if of else approval.comment
    what = wished(t, approval.wish)
    said = "-with" if comment and how != "withdrawn" else ""
    nobody = "-over" if how == "withdrawn" and not view.by else ""
    return t.line(
        f"feedback-approval-{how}{said}{nobody}",
        what=hidden(of, what) if of else what,
        who=view.by or view.asked,
        when=t.moment(approval.answered_at or approval.asked_at),
        comment=brief(comment),
    )


def asked(
    feedback: Feedback,
    view: ApprovalView,
    t: Translate,
    reader_id: int,
    *,
    whole: bool,
    waits: bool,
    again: bool,
) -> Card:
    """What its reader is to say yes or no to; what became of it, once that is over."""
    approval = view.approval
    text = feedback.text if whole else hidden(feedback, feedback.text)
    blocks: list[Block] = [Note(note(feedback, t)), Quote(brief(text))]
    if approval.reason:
        why = approval.reason if whole else hidden(feedback, approval.reason)
        blocks.append(Paragraph(t.line("feedback-approval-why", why=why)))
    if waits:
        blocks.append(choices(feedback, view, t))
    elif approval.waits and feedback.state.open and reader_id != approval.asked_id:
        line = t.line("feedback-approval-elsewhere", who=view.asked)
        blocks.append(Paragraph(line))
    elif approval.waits:
        blocks.append(Paragraph(t.line("feedback-approval-no-more")))
    else:
        blocks.append(Paragraph(stands(view, t, None if whole else feedback)))
    key = "feedback-approval-again" if again and waits else "feedback-approval-ask"
    what = wished(t, approval.wish)
    what = what if whole else hidden(feedback, what)
    head = t.line(key, who=view.asker, what=what, id=feedback.short)
    tone = Tone.WARNING if waits else Tone.NEUTRAL
    return Card(head, tuple(blocks), tone, subject=feedback.subject)


def choices(feedback: Feedback, view: ApprovalView, t: Translate) -> Buttons:
    """Yes, yes with words, or no."""
    value = f"{feedback.number}:{view.approval.id}"

    def button(name: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
        return Button(t(f"feedback-button-{name}"), f"feedback.{name}", value, style)

    yes = button("approve", ButtonStyle.PRIMARY)
    return Buttons((yes, button("approve-with"), button("reject")))


def answered(
    feedback: Feedback, view: ApprovalView, t: Translate, *, whole: bool
) -> Card:
    """What was decided, for who asked and who owns it."""
    approval, what = view.approval, wished(t, view.approval.wish)
    said = approval.comment if whole else hidden(feedback, approval.comment)
    outcome = approval.outcome or Outcome.WITHDRAWN
    blocks: list[Block] = [Quote(said)] if said else []
    show = Button(t("feedback-button-show"), "feedback.show", str(feedback.number))
    blocks.append(Buttons((show,)))
    head = t.line(
        f"feedback-approval-news-{outcome.value}",
        who=view.by,
        what=what if whole else hidden(feedback, what),
        id=feedback.short,
    )
    tone = Tone.GOOD if outcome is Outcome.APPROVED else Tone.WARNING
    return Card(head, tuple(blocks), tone, subject=feedback.subject)


def sent(
    feedback: Feedback, view: ApprovalView, t: Translate, notes: Sequence[Line]
) -> Card:
    """The answer to who asks: who hears of it, and the way back."""
    number = f"{feedback.number}:{view.approval.id}"
    back = Button(t("feedback-button-unask"), "feedback.unask", number)
    what = wished(t, view.approval.wish)
    head = t.line(
        "feedback-approval-sent", who=view.asked, what=what, id=feedback.short
    )
    blocks: list[Block] = [Note(each) for each in notes]
    return Card(head, (*blocks, Buttons((back,))), Tone.GOOD, subject=feedback.subject)


def within(feedback: Feedback, wish: Wish, rule: ApprovalRule, t: Translate) -> Card:
    """They may decide it themselves."""
    head = t.line(
        "feedback-approval-within",
        what=wished(t, wish),
        limit=money(t, rule.wish.money),
        id=feedback.short,
    )
    return Card(head, (Note(t.line("feedback-approval-within-kept")),), Tone.GOOD)


def decided(feedback: Feedback, view: ApprovalView, t: Translate) -> Card:
    """The answer to who has answered, or came too late."""
    blocks = (Note((feedback.short,)),)
    return Card(stands(view, t), blocks, Tone.GOOD)


def away(t: Translate, who: str, until: date | None, instead: str) -> Line:
    """Why somebody else is asked, or why it may take a while."""
    day = t.day(until) if until else ""
    if not instead:
        return t.line("feedback-approval-away", who=who, until=day)
    key = "feedback-approval-instead" if until else "feedback-approval-left"
    return t.line(key, who=who, until=day, instead=instead)


def ruled(t: Translate, rule: ApprovalRule, verdict: Verdict, who: str) -> Line:
    """Which rule sends it to somebody."""
    limit = money(t, rule.wish.money)
    return t.line(f"feedback-approval-rule-{verdict.value}", limit=limit, who=who)


def rule_line(t: Translate, rule: ApprovalRule, names: Mapping[int, str]) -> Line:
    """One rule in words."""
    key = "feedback-approval-rule" if rule.person_id else "feedback-approval-rule-lead"
    return t.line(
        key,
        what=wished(t, Wish(rule.wish.word, rule.wish.what)),
        limit=money(t, rule.wish.money),
        who=names.get(rule.person_id or 0, ""),
    )


def overview(
    t: Translate,
    rules: Sequence[ApprovalRule],
    names: Mapping[int, str],
    waiting: Sequence[tuple[Feedback, ApprovalView]],
    how: str,
) -> Reply:
    """The rules, and what waits for the reader; `how` a rule is made."""
    blocks: list[Block] = []
    for feedback, view in waiting[:LISTED]:
        what = wished(t, view.approval.wish)
        line = t.line(
            "feedback-approval-waits", who=view.asker, what=what, id=feedback.short
        )
        blocks += [Paragraph(line), choices(feedback, view, t)]
    if len(waiting) > LISTED:
        left = len(waiting) - LISTED
        blocks.append(Note(t.line("feedback-approval-more", count=left)))
    lines = tuple(rule_line(t, rule, names) for rule in rules)
    blocks.append(Heading(t("feedback-approval-rules")))
    blocks.append(
        Bullets(lines) if lines else Note(t.line("feedback-approval-no-rules"))
    )
    if how:
        blocks.append(Note(t.line("feedback-approval-how", try_this=how)))
    head = t.line("feedback-approval-title", count=len(waiting))
    return Reply(Card(head, tuple(blocks)), Audience.ONLY_YOU)


def story_text(kept: str, t: Translate) -> tuple[str, str]:
    """What a line of the story tells of it: which line, and what it says."""
    told = told_of(kept)
    what = wished(t, told.wish)
    said = t("feedback-approval-said", what=what, said=told.said) if told.said else what
    return f"approval-{told.code}", said
