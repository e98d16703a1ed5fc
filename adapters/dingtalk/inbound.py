"""Wire → event: pure, and never surprised. None means there is nothing in it for us.

`corp` is the company that everything belongs to: the door has checked who speaks.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from adapters.dingtalk import DINGTALK, sent
from adapters.dingtalk.directory import is_direct
from adapters.dingtalk.happenings import PeopleChanged, parse_happening
from adapters.dingtalk.presses import read_id, read_typed
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.tickets import Ticket
from adapters.dingtalk.tracks import card_ref, place_of, sent_ref
from adapters.dingtalk.values import carried, read_kept, values_of
from adapters.dingtalk.wire import (
    as_json,
    instant,
    millis,
    number,
    read_json,
    text,
    texts,
)
from adapters.dingtalk.words import quoted, shortcut_of, words
from adapters.wire import Wire, find, record, records
from bot.events import Commanded, Filled, Pressed, Said, Shortcut
from bot.model.files import FileLink
from bot.model.refs import PlaceRef, UserRef

__all__ = [
    "PeopleChanged",
    "parse_card",
    "parse_happening",
    "parse_message",
    "why_not",
]

ALONE, GROUP = "1", "2"  # conversationType


def parse_message(
    data: object, corp: str, now: datetime
) -> Commanded | Said | Pressed | Shortcut | None:
    """What a person said to the bot, in a group or in their own conversation."""
    body = _body(data)
    if why_not(body):
        return None
    facts = _facts(body, corp, now)
    mentions = _mentions(body, corp)
    said = words(body, called=len(mentions), among=not facts["direct"])
    answered = quoted(body)
    if pressed := read_typed(said):
        return Pressed(**facts, action=pressed[0], value=pressed[1])
    if answered and (name := shortcut_of(said)):
        files = tuple(FileLink(each.name, "", each.key) for each in sent.quoted(body))
        return Shortcut(**facts, name=name, text=answered, files=files)
    facts |= {"text": said, "mentions": mentions, "quoted": answered}
    facts |= {"files": sent.sent(body) or sent.quoted(body)}
    if facts["direct"]:
        return Said(**facts)
    answers = sent_ref(facts["where"], text(body, "originalProcessQueryKey"))
    return Commanded(**facts, answers=answers)


def why_not(data: object) -> str:
    """Why a message is nothing for us, in a word for the log; empty where it is."""
    body = _body(data)
    if not text(body, "msgId"):
        return "no message id"
    if not text(body, "senderStaffId"):
        return "no staff id: somebody from outside, or the app is not published"
    theirs, ours = text(body, "senderCorpId"), text(body, "chatbotCorpId")
    if theirs and ours and theirs != ours:  # a staff id is unique in one company only
        return "from another company"
    match text(body, "conversationType"):
        case "1":
            return ""
        case "2" if text(body, "conversationId"):
            return ""
        case _:
            return "unknown conversation"


def parse_card(
    data: object, corp: str, now: datetime, id: str = "", seal: Seal | None = None
) -> Pressed | Filled | None:
    """A button or the form of one of our cards; `id` is the platform's own, if any.

    What a form carried is in doubt unless the `seal` holds.
    """
    body = _body(data)
    if isinstance(inner := find(body, "value"), dict | str):
        body = {**body, **_body(inner)}
    track, user = text(body, "outTrackId"), text(body, "userId")
    private = record(_body(find(body, "content")), "cardPrivateData")
    params = record(private, "params")
    if not (track and user):
        return None
    where = _place(body, track, user, corp)
    event: dict[str, Any] = {
        "id": id or f"{track}:{user}:{millis(now)}",
        "at": now,
        "who": UserRef(DINGTALK, corp, user),
        "where": where,
        "direct": is_direct(where),
    }
    ticket = Ticket(user, where.id, event["id"])
    if find(params, "form") is not None:
        return _filled(event, params, ticket, seal)
    named = text(params, "action") or next(iter(texts(private, "actionIds")), "")
    action, value = read_id(named)
    if not action:
        return None
    card, handle = card_ref(where, track), ticket.handle()
    return Pressed(**event, handle=handle, action=action, value=value, card=card)


def _filled(
    event: dict[str, Any], params: Wire, ticket: Ticket, seal: Seal | None
) -> Filled | None:
    sent, shown = _body(find(params, "form")), _body(find(params, "current_form"))
    written = carried(sent, shown)
    kept = read_kept(written)
    if kept is None:
        return None
    return Filled(
        **event,
        handle=replace(ticket, form=as_json(shown) if shown else "").handle(),
        form=kept.form,
        values=values_of(sent, kept),
        state=kept.state,
        reopen=kept.reopen,
        doubtful=seal is None or not seal.holds(ticket.user, written),
    )


def _facts(body: Wire, corp: str, now: datetime) -> dict[str, Any]:
    """What every message says of itself."""
    user, title = text(body, "senderStaffId"), text(body, "conversationTitle")
    alone = text(body, "conversationType") == ALONE
    place = f"@{user}" if alone else text(body, "conversationId")
    ticket = Ticket(
        user,
        place,
        text(body, "msgId"),
        text(body, "sessionWebhook"),
        number(body, "sessionWebhookExpiredTime") or 0,
        "" if alone else title,
    )
    return {
        "id": ticket.message,
        "at": instant(body, "createAt") or now,
        "who": UserRef(DINGTALK, corp, user),
        "where": PlaceRef(DINGTALK, corp, place),
        "handle": ticket.handle(),
        "name_hint": text(body, "senderNick"),
        "direct": alone,
        "place_hint": ticket.group,
    }


def _mentions(body: Wire, corp: str) -> tuple[UserRef, ...]:
    """Who is called beside the bot. An account of ours has a staff id, the bot none."""
    bot = text(body, "chatbotUserId")
    called = (
        text(one, "staffId")
        for one in records(body, "atUsers")
        if not bot or text(one, "dingtalkId") != bot
    )
    return tuple(UserRef(DINGTALK, corp, id) for id in dict.fromkeys(called) if id)


def _place(body: Wire, track: str, user: str, corp: str) -> PlaceRef:
    """Where the card is: its own id says so, else DingTalk does."""
    if known := place_of(track, corp):
        return known
    space = text(body, "spaceId")
    return PlaceRef(DINGTALK, corp, space if space.startswith("cid") else f"@{user}")


def _body(data: object) -> Wire:
    """The object, also where it was written as JSON."""
    read = read_json(data) if isinstance(data, str) else data
    return read if isinstance(read, Mapping) else {}
