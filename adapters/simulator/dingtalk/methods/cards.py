"""Interactive cards: create, deliver, update (facts §5)."""

from __future__ import annotations

from adapters.simulator.dingtalk import card_data
from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.card_spaces import deliver, spaces_in
from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.dingtalk.records import Card, Params
from adapters.simulator.guard import refuse_outside
from adapters.simulator.wire import Json

SCOPE = "Card.Instance.Write"


def _new(call: Call) -> Card:
    id = call.needed("outTrackId", "param.outTrackIdEmpty")
    template = call.needed("cardTemplateId", "param.cardTemplateIdEmpty")
    if template not in call.ding.app.templates:
        raise ApiRefusal("param.templateNotExist", "卡片模板不存在")
    public = card_data.params_in(call.arguments.get("cardData"))
    if public is None:
        raise ApiRefusal("param.cardPublicDataEmpty", "cardData is missing")
    if id in call.ding.organization.cards:
        raise ApiRefusal("param.cardAlreadyExist", "卡片已存在")
    by_stream = call.text("callbackType") == "STREAM"
    route = "" if by_stream else call.text("callbackRouteKey")
    if call.text("callbackType") == "HTTP" and not route:
        raise ApiRefusal("param.invalid", "callbackRouteKey is missing")
    return Card(id, template, dict(public), _private(call), by_stream, route)


def _private(call: Call) -> dict[str, Params]:
    by_union_id = call.arguments.get("userIdType", 1) == 2
    organization = call.ding.organization
    private: dict[str, Params] = {}
    for id, params in card_data.private_in(call.arguments.get("privateData")).items():
        found = organization.by_union_id(id) if by_union_id else None
        userid = found.userid if found else id
        if userid not in organization.people:
            raise ApiRefusal("param.userIdNotExist", f"{id} 不存在")
        private[userid] = params
    return private


def _create(call: Call) -> Json:
    card = _new(call)
    call.ding.organization.cards[card.id] = card
    return {"success": True, "result": card.id}


def _create_and_deliver(call: Call) -> Json:
    spaces = spaces_in(call)
    card = _new(call)
    call.ding.organization.cards[card.id] = card
    results = [deliver(call, card, space) for space in spaces]
    result = {"outTrackId": card.id, "deliverResults": results}
    return {"success": True, "result": result}


def _deliver(call: Call) -> Json:
    card = _card(call)
    results = [deliver(call, card, space) for space in spaces_in(call)]
    return {"success": True, "result": results}


def _update(call: Call) -> Json:
    public = card_data.params_in(call.arguments.get("cardData"))
    private = _private(call)
    if public is None and not private:
        raise ApiRefusal("param.cardDataAndPrivateDataBothEmpty")
    card = _card(call)
    card_data.update(card, public, private, call.arguments.get("cardUpdateOptions"))
    call.ding.organization.revisions.bump()
    return {"success": True, "result": True}


def _stream(call: Call) -> Json:
    card = _card(call, "param.stream.outTrackId")
    key = call.needed("key", "param.stream.keyEmpty")
    call.needed("guid", "param.stream.guidEmpty")
    if not isinstance(call.arguments.get("isFull"), bool):
        raise ApiRefusal("param.stream.isFull")
    content = call.needed("content", "param.stream.contentEmpty")
    before = "" if call.arguments["isFull"] else card.params.get(key, "")
    options = {"updateCardDataByKey": True}
    card_data.update(card, {key: before + content}, {}, options)
    call.ding.organization.revisions.bump()
    return {"success": True, "result": True}


def _card(call: Call, code: str = "param.outTrackIdEmpty") -> Card:
    id = call.needed("outTrackId", code)
    card = call.ding.organization.cards.get(id)
    if card is None:
        raise ApiRefusal("param.cardNotExist", "卡片不存在")
    return card


def _register(call: Call) -> Json:
    key = call.needed("callbackRouteKey", "param.invalid")
    url = call.needed("callbackUrl", "param.invalid")
    secret = call.text("apiSecret")
    routes = call.ding.card_routes
    try:
        refuse_outside(url)
    except ValueError as wrong:
        raise ApiRefusal("param.invalid", str(wrong)) from None
    if key in routes and call.arguments.get("forceUpdate") is not True:
        raise ApiRefusal("param.callbackRouteKeyExist", "the route key is registered")
    routes[key] = (url, secret)
    return {"success": True, "result": {"callbackUrl": url, "apiSecret": secret}}


_DATA = "outTrackId cardData privateData userIdType"
_NEW = f"{_DATA} userId cardTemplateId callbackType callbackRouteKey dynamicSummary"
_PLACES = (
    "openSpaceId imGroupOpenSpaceModel imGroupOpenDeliverModel imRobotOpenSpaceModel"
    " imRobotOpenDeliverModel topOpenSpaceModel topOpenDeliverModel"
    " openDynamicDataConfig"
)
_INSTANCES = "/v1.0/card/instances"
METHODS = (
    method(
        "POST",
        f"{_INSTANCES}/createAndDeliver",
        _create_and_deliver,
        SCOPE,
        f"{_NEW} {_PLACES} cardAtUserIds",
    ),
    method("POST", _INSTANCES, _create, SCOPE, f"{_NEW} {_PLACES}"),
    method(
        "POST",
        f"{_INSTANCES}/deliver",
        _deliver,
        SCOPE,
        f"outTrackId userIdType userId {_PLACES}",
    ),
    method("PUT", _INSTANCES, _update, SCOPE, f"{_DATA} cardUpdateOptions"),
    method(
        "PUT",
        "/v1.0/card/streaming",
        _stream,
        "Card.Streaming.Write",
        "outTrackId guid key content isFull isFinalize isError",
    ),
    method(
        "POST",
        "/v1.0/card/callbacks/register",
        _register,
        SCOPE,
        "callbackRouteKey callbackUrl apiSecret forceUpdate",
    ),
)
