"""Faults on demand: what a test asks DingTalk to do wrong, now or next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from adapters.simulator.dingtalk.methods.gateway import OPEN
from adapters.simulator.dingtalk.records import Kind, Place
from adapters.simulator.faults import fault_of
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide

ARMED = frozenset({"rate_limit", "server_error", "slow", "ip_block"})
Trouble = Callable[["DingTalkSide", Json], Awaitable[None]]


async def trouble(ding: DingTalkSide, wish: Json) -> Json:
    """Arm a fault, or let it happen at once."""
    kind = str(wish.get("kind"))
    if kind in ARMED:
        path = wish.get("path") or wish.get("method")
        ding.faults.arm(fault_of(wish, str(path).strip("/") if path else None))
    elif kind in TROUBLES:
        await TROUBLES[kind](ding, wish)
    else:
        known = sorted(ARMED | set(TROUBLES))
        raise ControlError(f"there is no fault {kind!r}; there are: {known}")
    return {"ok": True}


async def _disconnect(ding: DingTalkSide, wish: Json) -> None:
    if wish.get("abort"):
        ding.hub.abort()
    else:
        await ding.hub.disconnect(str(wish.get("reason", "connection is expired")))


async def _zombie(ding: DingTalkSide, wish: Json) -> None:
    ding.hub.play_dead()


async def _ping(ding: DingTalkSide, wish: Json) -> None:
    await ding.hub.ping()


async def _refuse_open(ding: DingTalkSide, wish: Json) -> None:
    refusal = {"status": 503} | wish
    ding.faults.arm(fault_of(refusal, OPEN.strip("/")))


async def _drop_ack(ding: DingTalkSide, wish: Json) -> None:
    ding.outbox.lost_acks += _count(wish)


async def _redeliver(ding: DingTalkSide, wish: Json) -> None:
    await ding.outbox.redeliver()


async def _duplicate_next(ding: DingTalkSide, wish: Json) -> None:
    ding.outbox.duplicates += _count(wish)


async def _card_late(ding: DingTalkSide, wish: Json) -> None:
    ding.outbox.late_answers += _count(wish)


async def _wrong_corp(ding: DingTalkSide, wish: Json) -> None:
    ding.outbox.wrong_corps += _count(wish)


async def _quota(ding: DingTalkSide, wish: Json) -> None:
    of, on = wish.get("of"), _is_on(wish)
    ding.quota.use_up(
        calls=on and of in (None, "calls"), pushes=on and of in (None, "pushes")
    )


async def _expire_token(ding: DingTalkSide, wish: Json) -> None:
    ding.tokens.expire()


async def _expire_webhooks(ding: DingTalkSide, wish: Json) -> None:
    ding.webhooks.expire()


async def _permission(ding: DingTalkSide, wish: Json) -> None:
    _switch(ding.denied, _word(wish, "path").strip("/"), on=_is_on(wish))


async def _hide_person(ding: DingTalkSide, wish: Json) -> None:
    _switch(ding.organization.hidden, _word(wish, "userid"), on=_is_on(wish))


async def _mute_robot(ding: DingTalkSide, wish: Json) -> None:
    """A person takes no messages of the robot any more."""
    _switch(ding.muted, _word(wish, "userid"), on=_is_on(wish))


async def _flow_control(ding: DingTalkSide, wish: Json) -> None:
    ding.flow_controlled.add(_word(wish, "userid"))


async def _remove_bot(ding: DingTalkSide, wish: Json) -> None:
    _group(ding, wish).has_bot = not _is_on(wish)
    ding.organization.revisions.bump()


async def _clear(ding: DingTalkSide, wish: Json) -> None:
    ding.faults.clear()
    ding.denied.clear()
    ding.organization.hidden.clear()
    ding.flow_controlled.clear()
    ding.muted.clear()
    ding.quota.use_up(calls=False, pushes=False)
    box = ding.outbox
    box.duplicates = box.lost_acks = box.late_answers = box.wrong_corps = 0


TROUBLES: dict[str, Trouble] = {
    "disconnect": _disconnect,
    "zombie": _zombie,
    "ping": _ping,
    "refuse_open": _refuse_open,
    "drop_ack": _drop_ack,
    "redeliver": _redeliver,
    "duplicate_next": _duplicate_next,
    "card_late": _card_late,
    "wrong_corp": _wrong_corp,
    "quota": _quota,
    "expire_token": _expire_token,
    "expire_webhooks": _expire_webhooks,
    "permission": _permission,
    "hide_person": _hide_person,
    "flow_control": _flow_control,
    "mute_robot": _mute_robot,
    "remove_bot": _remove_bot,
    "clear": _clear,
}


def _group(ding: DingTalkSide, wish: Json) -> Place:
    name = _word(wish, "group").lstrip("#")
    for place in ding.organization.places.values():
        if place.kind is Kind.GROUP and name in (place.id, place.name):
            return place
    raise ControlError(f"there is no group {name!r}")


def _switch(names: set[str], name: str, *, on: bool) -> None:
    (names.add if on else names.discard)(name)


def _is_on(wish: Json) -> bool:
    return wish.get("on", True) is not False


def _count(wish: Json) -> int:
    return fault_of(wish, None).count


def _word(wish: Json, name: str) -> str:
    value = wish.get(name)
    if not isinstance(value, str) or not value:
        raise ControlError(f"{name!r} is missing")
    return value
