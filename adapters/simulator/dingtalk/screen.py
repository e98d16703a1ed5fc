"""Places, people and messages as the control interface shows them."""

from __future__ import annotations

import json
from typing import Any

from adapters.simulator.dingtalk.company import Worker
from adapters.simulator.dingtalk.forms import form_in
from adapters.simulator.dingtalk.links import page_of, said_by
from adapters.simulator.dingtalk.records import (
    WORK_NOTICE,
    Card,
    Kind,
    Message,
    Params,
    Place,
    Todo,
)
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.stamps import at
from adapters.simulator.wire import Json

PLATFORM = "dingtalk"


def person_shown(person: Worker) -> Json:
    """A person as the control interface lists them."""
    return {
        "id": person.userid,
        "platform": PLATFORM,
        "name": person.name,
        "handle": person.userid,
        "title": person.title,
        "tz": person.tz,
        "locale": person.locale,
        "is_bot": False,
    }


def robot_shown(ding: DingTalkSide) -> Json:
    """The robot as the control interface lists it."""
    return {
        "id": ding.app.robot_code,
        "platform": PLATFORM,
        "name": ding.app.robot_name,
        "handle": ding.app.robot_code,
        "title": "",
        "tz": "Asia/Shanghai",
        "locale": "zh-CN",
        "is_bot": True,
    }


def place_shown(ding: DingTalkSide, place: Place, reader: str | None) -> Json:
    """A place as the control interface lists it, to this reader or to nobody."""
    shown: Json = {
        "id": place.id,
        "platform": PLATFORM,
        "name": place.name or ding.app.robot_name,
        "kind": place.kind.value,
        "member": reader in place.members,
    }
    if place.kind is Kind.IM:
        robot = ding.app.robot_code
        shown["with"] = WORK_NOTICE if place.peer == WORK_NOTICE else robot
    else:
        shown["members"] = list(place.members)
        shown["has_bot"] = place.has_bot
    return shown


def message_shown(ding: DingTalkSide, message: Message, reader: str | None) -> Json:
    """A message as this reader's client shows it."""
    card = ding.organization.cards.get(message.card or "")
    return {
        "platform": PLATFORM,
        "ts": message.ts,
        "in": message.place,
        "user": message.user,
        "bot": message.bot,
        "at": at(message.ts).isoformat(),
        "kind": message.kind,
        "text": "" if message.recalled else _with_names(ding, message),
        "title": message.title,
        "buttons": [] if message.recalled else _buttons(message),
        "content": message.content,
        "card": card_shown(card, reader) if card and not message.recalled else None,
        "at_users": list(message.at_users),
        "recalled": message.recalled,
        "edited": card is not None and card.updates > 0,
        "quoted": message.quoted,
        "reads": list(message.reads),
    }


def card_shown(card: Card, reader: str | None) -> Json:
    """A card with this reader's own data on top of everybody's."""
    params = card.seen_by(reader)
    return {
        "id": card.id,
        "template": card.template,
        "params": params,
        "form": form_in(params),
        "state": params.get("form_status") or "normal",
    }


def card_buttons(params: Params) -> list[Json]:
    """The buttons in a card's data; what is no list of buttons shows none."""
    try:
        listed: Any = json.loads(params.get("buttons") or "[]")
    except ValueError:
        return []
    return [each for each in listed if isinstance(each, dict) and "id" in each]


def todo_shown(todo: Todo, union_id: str) -> Json:
    """A to-do as it stands in one person's list."""
    return {
        "id": todo.id,
        "subject": todo.subject,
        "done": union_id in todo.done_by,
        "due": todo.due,
        "url": page_of(todo.url),
    }


def _buttons(message: Message) -> list[Json]:
    return [
        {
            "id": button.id,
            "label": button.label,
            "url": button.url,
            "dtmd": said_by(button.url),
        }
        for button in message.buttons
    ]


def _with_names(ding: DingTalkSide, message: Message) -> str:
    """Clients show a mention's name where the text holds `@userid` (facts §7)."""
    text = message.text
    for userid in message.at_users if message.bot else ():
        if person := ding.organization.people.get(userid):
            text = text.replace(f"@{userid}", f"@{person.name}")
    return text
