"""Wire → event: pure, and never surprised. None means there is nothing in it for us."""

import json
from dataclasses import replace
from datetime import datetime

from adapters.slack import SLACK
from adapters.slack.happenings import parse_event
from adapters.slack.inbound_files import shown_at, size
from adapters.slack.tickets import Ticket, ticket_from, ticket_of
from adapters.slack.values import hidden_in, picked, values_of
from adapters.slack.wire import instant
from adapters.slack.words import words
from adapters.wire import Wire, flag, record, records, string
from bot.events import Commanded, Filled, Inbound, Pressed, Shortcut
from bot.model.draft import Opener
from bot.model.files import FileLink
from bot.model.refs import MessageRef, PlaceRef, UserRef

DIRECT = "directmessage"  # what Slack calls a conversation of two
LINK = "~url"  # the end of a button's action that only opens a page


def parse(body: object, now: datetime) -> Inbound | None:
    """The event in any request of Slack's, HTTP or Socket Mode."""
    found = body if isinstance(body, dict) else {}
    match string(found, "type"):
        case "event_callback":
            return parse_event(found, now)
        case "block_actions":
            return parse_action(found, now)
        case "view_submission":
            return parse_view(found, now)
        case "shortcut" | "message_action":
            return parse_shortcut(found, now)
        case "" if string(found, "command"):
            return parse_command(found, now)
        case _:
            return None


def parse_command(body: Wire, now: datetime) -> Commanded | None:
    """A slash command; what it says is still without the command's own word."""
    tenant = string(body, "team_id") or string(body, "enterprise_id")
    who, place = string(body, "user_id"), string(body, "channel_id")
    trigger = string(body, "trigger_id")
    if not (tenant and who and place and trigger):
        return None
    ticket = Ticket(trigger, string(body, "response_url"), place, team=tenant)
    return Commanded(
        id=trigger,
        at=now,
        who=UserRef(SLACK, tenant, who),
        where=PlaceRef(SLACK, tenant, place),
        handle=ticket.handle(),
        name_hint=string(body, "user_name"),
        direct=string(body, "channel_name") == DIRECT,
        text=words(string(body, "text")),
    )


def parse_action(body: Wire, now: datetime) -> Pressed | Filled | None:
    """A button or picker of a message or the home tab, unless it only opens a page; in
    a form it leads back.
    """
    tenant, who = _tenant(body), string(body, "user", "id")
    action = next(iter(records(body, "actions")), {})
    name, moment = string(action, "action_id"), string(action, "action_ts")
    if not (tenant and who and name) or name.endswith(LINK):
        return None
    container = record(body, "container")
    if string(body, "view", "type") == "modal":
        button = string(action, "type") == "button"
        return _back(body, now) if button else _changed(body, now)
    card = _card(body, tenant)
    seen_in = string(container, "message_ts") or string(container, "view_id")
    ticket = Ticket(
        trigger=string(body, "trigger_id"),
        url=string(body, "response_url"),
        place=card.place.id if card else "",
        thread=(card.place.thread or "") if card else "",
        message=card.id if card else "",
        ephemeral=flag(container, "is_ephemeral"),
        team=tenant,
    )
    return Pressed(
        id=":".join((seen_in, moment or ticket.trigger, who, name)),
        at=instant(moment, now),
        who=UserRef(SLACK, tenant, who),
        where=card.place if card else None,
        handle=ticket.handle(),
        name_hint=_name(body),
        direct=string(body, "channel", "name") == DIRECT,
        action=name.split("~")[0],
        value=picked(action),
        card=card,
    )


def _back(body: Wire, now: datetime) -> Filled | None:
    """They go back from a form; it comes with what stands in it."""
    left = parse_view(body, now)
    if left is None:
        return None
    action = next(iter(records(body, "actions")), {})
    opener = Opener(string(action, "action_id").split("~")[0], picked(action))
    id, ticket = f"{left.id}:back", ticket_of(left.handle)
    handle = replace(ticket, view=string(body, "view", "id")).handle()
    return replace(left, id=id, handle=handle, back=str(opener))


def _changed(body: Wire, now: datetime) -> Filled | None:
    """A field was changed on which others hang; it comes with what stands in all."""
    seen = parse_view(body, now)
    if seen is None:
        return None
    action = next(iter(records(body, "actions")), {})
    name, moment = string(action, "action_id"), string(action, "action_ts")
    ticket, view = ticket_of(seen.handle), string(body, "view", "id")
    handle = replace(ticket, view=view, ids=name).handle()
    return replace(seen, id=f"{seen.id}:{moment}", handle=handle, partly=True)


def parse_view(body: Wire, now: datetime) -> Filled | None:
    """A form that was sent, where it was opened: the modal carries that along."""
    tenant, who = _tenant(body), string(body, "user", "id")
    view = record(body, "view")
    id, name = string(view, "id"), string(view, "callback_id")
    if not (tenant and who and id and name) or string(view, "type") != "modal":
        return None
    kept = _metadata(view)
    opened = ticket_from(kept)
    ticket = Ticket(
        trigger=string(body, "trigger_id"),
        url=opened.url,
        place=opened.place,
        thread=opened.thread,
        team=tenant,
    )
    where = PlaceRef(SLACK, tenant, opened.place, opened.thread or None)
    return Filled(
        id=f"{id}:{string(view, 'hash')}",
        at=now,
        who=UserRef(SLACK, tenant, who),
        where=where if opened.place else None,
        handle=ticket.handle(),
        name_hint=_name(body),
        form=name,
        values=hidden_in(kept) | dict(values_of(view)),
        state=string(kept, "state"),
        reopen=string(kept, "reopen"),
    )


def parse_shortcut(body: Wire, now: datetime) -> Shortcut | None:
    """A shortcut of Slack's own menus, with the message it was used on."""
    tenant, who = _tenant(body), string(body, "user", "id")
    name, moment = string(body, "callback_id"), string(body, "action_ts")
    trigger = string(body, "trigger_id")
    if not (tenant and who and name and (trigger or moment)):
        return None
    message = _message(body, tenant)
    author = string(body, "message", "user")
    ticket = Ticket(
        trigger,
        string(body, "response_url"),
        place=message.place.id if message else "",
        thread=(message.place.thread or "") if message else "",
        team=tenant,
    )
    return Shortcut(
        id=trigger or moment,
        at=instant(moment, now),
        who=UserRef(SLACK, tenant, who),
        where=message.place if message else None,
        handle=ticket.handle(),
        name_hint=_name(body),
        direct=string(body, "channel", "name") == DIRECT,
        name=name,
        text=words(string(body, "message", "text")),
        author=UserRef(SLACK, tenant, author) if author else None,
        message=message,
        permalink=_permalink(string(body, "team", "domain"), message),
        files=_files(body),
    )


def typist(body: Wire) -> UserRef | None:
    """Who types into a field that looks for what they mean."""
    tenant, who = _tenant(body), string(body, "user", "id")
    return UserRef(SLACK, tenant, who) if tenant and who else None


def _tenant(body: Wire) -> str:
    """The workspace that installed us; guests from outside have one of their own."""
    return (
        string(body, "view", "app_installed_team_id")
        or string(body, "team", "id")
        or string(body, "user", "team_id")
        or string(body, "enterprise", "id")
    )


def _name(body: Wire) -> str:
    return string(body, "user", "username") or string(body, "user", "name")


def _card(body: Wire, tenant: str) -> MessageRef | None:
    """The message that was clicked; None on the home tab and in forms."""
    container = record(body, "container")
    ts = string(container, "message_ts")
    channel = string(container, "channel_id") or string(body, "channel", "id")
    if not (ts and channel):
        return None
    thread = string(container, "thread_ts")
    inside = thread if thread != ts else ""
    return MessageRef(PlaceRef(SLACK, tenant, channel, inside or None), ts)


def _message(body: Wire, tenant: str) -> MessageRef | None:
    ts = string(body, "message_ts") or string(body, "message", "ts")
    channel = string(body, "channel", "id")
    if not (ts and channel):
        return None
    thread = string(body, "message", "thread_ts")
    inside = thread if thread != ts else ""
    return MessageRef(PlaceRef(SLACK, tenant, channel, inside or None), ts)


def _permalink(domain: str, message: MessageRef | None) -> str:
    if not (domain and message):
        return ""
    place, digits = message.place, message.id.replace(".", "")
    link = f"https://{domain}.slack.com/archives/{place.id}/p{digits}"
    return f"{link}?thread_ts={place.thread}&cid={place.id}" if place.thread else link


def _files(body: Wire) -> tuple[FileLink, ...]:
    """The message's files as links; one that was deleted has none."""
    found = (
        FileLink(
            string(file, "name") or string(file, "title") or string(file, "id"),
            shown_at(file),
            key=string(file, "id"),
            size=size(file),
        )
        for file in records(record(body, "message"), "files")
    )
    return tuple(file for file in found if file.url)


def _metadata(view: Wire) -> Wire:
    written = string(view, "private_metadata")
    try:
        kept = json.loads(written)
    except (ValueError, RecursionError):
        kept = None
    return kept if isinstance(kept, dict) else {"state": written}
