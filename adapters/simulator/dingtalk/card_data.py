"""Changing a card's data: by key or as a whole, for all or for one reader (§5.2)."""

from __future__ import annotations

import json
from typing import Any

from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.dingtalk.records import Card, Params
from adapters.simulator.wire import Json

LONGEST_KEY, LONGEST_CARD = 100, 100_000


def params_in(data: object) -> Params | None:
    """The `cardParamMap` of card data; values that are no strings are refused."""
    if data is None:
        return None
    given = data.get("cardParamMap") if isinstance(data, dict) else None
    if not isinstance(given, dict):
        raise ApiRefusal("param.cardPublicDataEmpty", "cardParamMap is missing")
    for key, value in given.items():
        if not isinstance(value, str) or len(key.encode()) > LONGEST_KEY:
            raise ApiRefusal("param.invalid", f"{key} is not a string")
    if len(json.dumps(given, ensure_ascii=False).encode()) > LONGEST_CARD:
        raise ApiRefusal("param.invalid", "the card's data is too long")
    return given


def private_in(data: object) -> dict[str, Params]:
    """The private data of several readers, by their id."""
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ApiRefusal("param.invalid", "privateData is not an object")
    return {reader: params_in(one) or {} for reader, one in data.items()}


def update(
    card: Card, public: Params | None, private: dict[str, Params], options: object
) -> None:
    """Merge by key where the options say so; otherwise replace what is there."""
    chosen: Json = options if isinstance(options, dict) else {}
    if public is not None:
        keep = chosen.get("updateCardDataByKey") is True
        card.params = (card.params | public) if keep else dict(public)
    for reader, params in private.items():
        keep = chosen.get("updatePrivateDataByKey") is True
        before = card.private.get(reader, {}) if keep else {}
        card.private[reader] = before | params
    card.updates += 1


def wrong_answer(answer: Any) -> str | None:
    """What is wrong with the answer to a callback, None if it is well (facts §5.6)."""
    if not isinstance(answer, dict):
        return "the answer is not an object"
    try:
        params_in(answer.get("cardData"))
        params_in(answer.get("userPrivateData"))
    except ApiRefusal as refusal:
        return str(refusal.body["message"])
    return None


def apply(card: Card, presser: str, answer: Json) -> bool:
    """Apply the answer to a callback; whether it changed the card."""
    public = params_in(answer.get("cardData"))
    own = params_in(answer.get("userPrivateData"))
    if public is None and own is None:
        return False
    private = {} if own is None else {presser: own}
    update(card, public, private, answer.get("cardUpdateOptions"))
    return True
