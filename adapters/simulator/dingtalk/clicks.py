"""Pressing what a message shows: buttons, links, and a card's form (facts §5)."""

from __future__ import annotations

import json
from typing import Any

from adapters.simulator.dingtalk import card_data, forms
from adapters.simulator.dingtalk.frames import Push
from adapters.simulator.dingtalk.links import links_in, said_by
from adapters.simulator.dingtalk.person import Person
from adapters.simulator.dingtalk.records import Card, Kind, Message
from adapters.simulator.dingtalk.screen import card_buttons
from adapters.simulator.side import Press
from adapters.simulator.wire import ControlError, Json

FORM = "form"


async def press(person: Person, click: Press) -> Json:
    """Press something by its id, label or address; `todo:<id>` ticks a to-do off."""
    person.ding.screen_notices.pop(person.id, None)
    if click.button.startswith("todo:"):
        return person.finish(click.button.removeprefix("todo:"))
    message = _message(person, click)
    person.look_at([message])
    if message.card is not None:
        card = person.ding.organization.cards[message.card]
        return await _press_card(person, message, card, click)
    return _follow(person, message, _address(message, click.button))


async def submit(person: Person, values: Json) -> Json:
    """Fill and send the newest form that is open on the person's screen."""
    person.ding.screen_notices.pop(person.id, None)
    for message in reversed(list(person.ding.organization.messages())):
        card = person.ding.organization.cards.get(message.card or "")
        if card and person.reads(message) and _is_open(card, person.id):
            return await _send_form(person, message, card, values)
    raise ControlError("no form is open")


def _message(person: Person, click: Press) -> Message:
    if click.message is None:
        raise ControlError("say which message the button is on")
    return person.message(click.message)


async def _press_card(
    person: Person, message: Message, card: Card, click: Press
) -> Json:
    params = card.seen_by(person.id)
    for button in card_buttons(params):
        if click.button in (str(button["id"]), button.get("text")):
            if url := button.get("url"):
                return _follow(person, message, str(url), in_card=True)
            id = str(button["id"])
            action: Json = {"actionIds": [id], "params": {"action": id}}
            return await _callback(person, message, card, action)
    if click.button in (FORM, params.get("form_btn_text")):
        return await _send_form(person, message, card, click.values or {})
    for label, url in links_in(params.get("markdown", "")):
        if click.button in (label, url):
            return _follow(person, message, url, in_card=True)
    raise ControlError(f"the card has no button {click.button!r}")


async def _send_form(
    person: Person, message: Message, card: Card, values: Json
) -> Json:
    form = forms.form_in(card.seen_by(person.id))
    if form is None or not _is_open(card, person.id):
        raise ControlError("the card's form is not open")
    # the documents' own form template sends along what it shows (facts §6)
    params: Json = {"form": forms.sent(form, values), "current_form": form}
    action: Json = {"actionIds": [FORM], "params": params}
    return await _callback(person, message, card, action)


def _is_open(card: Card, reader: str) -> bool:
    params = card.seen_by(reader)
    shown = forms.form_in(params) is not None
    return shown and params.get("form_status") != "disabled"


async def _callback(person: Person, message: Message, card: Card, action: Json) -> Json:
    ding = person.ding
    if not card.by_stream and not card.route_key:
        return _failed(person, "the card was created without a callback")
    content = json.dumps({"cardPrivateData": action}, ensure_ascii=False)
    place = ding.organization.places[message.place]
    data: Json = {
        "type": "actionCallback",
        "outTrackId": card.id,
        "corpId": ding.organization.company.corp_id,
        "userId": person.id,
        "userIdType": 1,
        "spaceType": "IM",
        "spaceId": place.id,
        "extension": "{}",
        "content": content,
    }
    way = ding.card_way(card)
    if way is None and not card.by_stream:
        return _failed(person, "the callbackRouteKey is not registered")
    receipt = await ding.outbox.card(Push("card", data), way)
    if receipt.trouble is not None:
        return _failed(person, receipt.trouble)
    return _applied(person, card, receipt.answer)


def _applied(person: Person, card: Card, answer: Any) -> Json:
    wrong = card_data.wrong_answer(answer)
    if wrong is not None:
        return _failed(person, wrong)
    card_data.apply(card, person.id, answer)
    person.ding.organization.revisions.bump()
    return {"ok": True}


def _failed(person: Person, trouble: str) -> Json:
    """What the client shows when no good answer came in two seconds."""
    person.ding.notice(person.id, f"操作失败，请稍后重试 ({trouble})")
    return {"ok": False, "error": f"the press failed: {trouble}", "trouble": trouble}


def _address(message: Message, button: str) -> str:
    for one in message.buttons:
        if button in (one.id, one.label, one.url):
            return one.url
    for label, url in links_in(message.text):
        if button in (label, url):
            return url
    raise ControlError(f"the message has no button {button!r}")


def _follow(
    person: Person, message: Message, url: str, *, in_card: bool = False
) -> Json:
    """Say the text of a `dtmd://` address as the person, or open the page."""
    text = said_by(url)
    if text is None:
        return person.open(url)
    place = person.ding.organization.places[message.place]
    if in_card:
        raise ControlError("cards know no dtmd:// links (facts §4.9)")
    if place.kind is Kind.IM and place.peer != "robot":
        raise ControlError("nobody can write into 工作通知")
    return {"ok": True, "ts": person.say(place.id, text).ts}
