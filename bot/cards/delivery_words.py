"""A receipt in words: how far a message came, where, and why no further."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Line
from bot.model.delivery import Delivery, DeliveryState, Hold
from bot.model.receipt import IN_DOUBT, Attempt, Outcome, maybe_twice, this_round
from bot.ports import Translate

# The platforms' words for why, by what they mean to who reads them.
MEANINGS = {
    "nobody": ("no_account",),
    "bug": ("bug",),
    "doubt": (IN_DOUBT,),
    "range": (
        "not_reachable", "filtered", "staffId.notExisted", "user_not_visible",
        "card_not_delivered",
    ),
    "left": ("user_disabled", "user_not_found", "is_inactive"),
    "no-direct": ("cannot_dm_bot", "messages_tab_disabled", "robot.oto.notExist"),
    "not-in": (
        "not_in_channel", "channel_not_found", "invalid.openConversationId",
        "chatbotId.notAllow.sendOTO",
    ),
    "closed": ("is_archived", "group.disbanded"),
    "rights": (
        "invalid_auth", "not_authed", "account_inactive", "token_revoked",
        "missing_scope", "restricted_action", "bot.stopped",
    ),
    "too-long": (
        "msg_too_long", "msg_blocks_too_long", "invalid_blocks",
        "invalidParameter.msgParam.tooLong",
    ),
    "quota": ("quota",),
}  # fmt: skip
WHY = {code: why for why, codes in MEANINGS.items() for code in codes}
NO_ANSWER = frozenset({Outcome.UNREACHABLE, Outcome.ABSENT, Outcome.IN_DOUBT})
ARRIVED = frozenset({Outcome.SENT, Outcome.FOUND})


@dataclass(frozen=True, slots=True)
class Receipt:
    """A delivery with its attempts, the name of who reads it and what it is about."""

    delivery: Delivery
    attempts: tuple[Attempt, ...]
    name: str
    about: str

    @property
    def again(self) -> bool:
        """Whether it can be tried again, as far as it is known here."""
        return self.delivery.state is DeliveryState.FAILED

    def too_late(self, now: datetime) -> bool:
        """Whether its time is over."""
        expires = self.delivery.draft.expires
        return expires is not None and expires < now


def short(delivery: Delivery) -> str:
    """How admins call it: D-12."""
    return f"D-{delivery.id}"


def kind(t: Translate, notice: str) -> str:
    """What kind of message it is: the names are the notices'."""
    try:
        return t(f"delivery-kind-{notice.replace('.', '-')}")
    except KeyError:
        return t("delivery-kind-other")


def why(t: Translate, error: str, platform: str = "") -> str:
    """Why it did not arrive, in plain words."""
    if meaning := WHY.get(error):
        return t(f"delivery-why-{meaning}")
    if not platform:
        return t("delivery-why-other", code=error)
    name = t(f"platform-{platform}")
    return t("delivery-why-refused", platform=name, code=error)


def reason(t: Translate, attempt: Attempt) -> str:
    """Why an attempt did not arrive."""
    if attempt.outcome in NO_ANSWER:
        return t("delivery-why-no-answer")
    if attempt.outcome is Outcome.RATE_LIMITED and attempt.error not in WHY:
        return t("delivery-why-too-fast")
    return why(t, attempt.error, attempt.platform)


def status(t: Translate, receipt: Receipt, now: datetime) -> tuple[Line, ...]:
    """How far it is, and what was remarkable on the way."""
    lines = [_state(t, receipt, now)]
    lines += [
        t.line(
            "delivery-rerouted",
            platform=t(f"platform-{each.platform}"),
            why=reason(t, each),
        )
        for each in receipt.attempts
        if each.outcome is Outcome.REROUTED
    ]
    if maybe_twice(receipt.attempts):
        lines.append(t.line("delivery-maybe-twice"))
    return tuple(lines)


def _state(t: Translate, receipt: Receipt, now: datetime) -> Line:
    delivery = receipt.delivery
    if delivery.shown and delivery.state is not DeliveryState.FAILED:
        return _sent(t, receipt)
    match delivery.state:
        case DeliveryState.SENT:
            return _sent(t, receipt)
        case DeliveryState.FAILED:
            return _failed(t, receipt, now)
        case DeliveryState.EXPIRED:
            return _expired(t, receipt, now)
        case _:
            return _waits(t, receipt, now)


def _sent(t: Translate, receipt: Receipt) -> Line:
    delivery = receipt.delivery
    arrived = [each for each in receipt.attempts if each.outcome in ARRIVED]
    if arrived:
        at, platform = arrived[0].at, arrived[0].platform
    elif delivery.tried_at and delivery.message:  # before there were receipts
        at, platform = delivery.tried_at, delivery.message.place.platform
    else:
        return t.line("delivery-sent-somehow")
    name = t(f"platform-{platform}")
    return t.line("delivery-sent", when=t.moment(at), platform=name)


def _failed(t: Translate, receipt: Receipt, now: datetime) -> Line:
    delivery = receipt.delivery
    last = receipt.attempts[-1] if receipt.attempts else None
    failed_here = last is not None and last.outcome is Outcome.FAILED
    platform = last.platform if last and failed_here else ""
    said = why(t, delivery.error, platform)
    when = t.moment(delivery.tried_at) if delivery.tried_at else ""
    key = "delivery-failed-edit" if delivery.shown else "delivery-failed"
    key = "delivery-failed-maybe" if delivery.error == IN_DOUBT else key
    line = t.line(key, when=when, why=said)
    if receipt.too_late(now):
        line = (*line, " ", *t.line("delivery-failed-late"))
    return line


def _expired(t: Translate, receipt: Receipt, now: datetime) -> Line:
    delivery = receipt.delivery
    expires = delivery.draft.expires
    if delivery.hold is Hold.BUNDLE:
        return t.line("delivery-bundled")
    if expires is None or expires >= now:
        return t.line("delivery-not-needed")
    until = t.moment(expires)
    if receipt.attempts:
        last = reason(t, receipt.attempts[-1])
        return t.line("delivery-expired-tried", until=until, why=last)
    return t.line("delivery-expired", until=until)


def _waits(t: Translate, receipt: Receipt, now: datetime) -> Line:
    delivery = receipt.delivery
    draft = delivery.draft
    tried = this_round(receipt.attempts)
    when = t.moment(draft.due) if draft.due else ""
    if delivery.hold in (Hold.QUIET, Hold.QUOTA, Hold.THRIFT):
        line = t.line(f"delivery-waits-{delivery.hold}", when=when)
    elif tried:
        line = t.line(
            "delivery-waits-again",
            count=len(tried),
            when=when,
            why=reason(t, tried[-1]),
        )
    elif delivery.in_line:
        line = t.line("delivery-waits-turn", when=when)
    elif draft.due and draft.due > now:
        line = t.line("delivery-waits-planned", when=when)
    else:
        line = t.line("delivery-waits-now")
    if draft.expires:
        until = t.line("delivery-deadline", until=t.moment(draft.expires))
        return (*line, " ", *until)
    return line
