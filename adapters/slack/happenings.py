"""The Events API's callbacks → events: what is said, and what happens to us."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from adapters.slack import SLACK
from adapters.slack.inbound_files import shown_at, size
from adapters.slack.profiles import SLACKBOT, profile_of
from adapters.slack.wire import instant
from adapters.slack.words import calls, without_call, words
from adapters.wire import Wire, find, flag, record, records, string
from bot.events import (
    Commanded,
    HomeOpened,
    Inbound,
    Joined,
    Left,
    PlaceChanged,
    ProfileChanged,
    Reacted,
    Removed,
    Replied,
    Said,
)
from bot.model.files import SentFile
from bot.model.refs import MessageRef, PlaceRef, UserRef

SPOKEN = frozenset({"", "file_share", "thread_broadcast", "me_message"})
SHARED = frozenset({"channel", "group"})  # where several people are, by channel_type
PARTS = {"message_changed": "message", "message_deleted": "previous_message"}
FILE = "📎"
FAR = 4_102_444_800  # the year 2100, in seconds


@dataclass(frozen=True, slots=True)
class Envelope:
    """One callback: the inner event, and what its envelope says about us."""

    event: Wire
    id: str
    at: datetime
    tenant: str
    bot: str

    def user(self, id: str) -> UserRef:
        """An account of the workspace this came from."""
        return UserRef(SLACK, self.tenant, id)

    def place(self) -> PlaceRef | None:
        """The channel it happened in, and the thread, if it is in one."""
        channel = string(self.event, "channel") or string(self.event, "channel", "id")
        thread = string(self.event, "thread_ts")
        inside = thread if thread != string(self.event, "ts") else ""
        return (
            PlaceRef(SLACK, self.tenant, channel, inside or None) if channel else None
        )


def parse_event(body: Wire, now: datetime) -> Inbound | None:
    """The event of an event callback, for the kinds we know."""
    event = record(body, "event")
    kind, ts = string(event, "type"), string(event, "event_ts")
    authorization = next(iter(records(body, "authorizations")), {})
    tenant = string(authorization, "team_id") or string(body, "team_id")
    id = string(body, "event_id") or f"{kind}:{ts}"
    bot = string(authorization, "user_id")
    if not tenant or kind not in KINDS:
        return None
    return KINDS[kind](Envelope(event, id, instant(ts, now), tenant, bot))


def _message(envelope: Envelope) -> Said | Replied | None:
    """Words to the bot alone, or an answer in a thread of a channel."""
    where = string(envelope.event, "channel_type")
    if where in SHARED:
        return _replied(envelope)
    return _said(envelope) if where == "im" else None


def _said(envelope: Envelope) -> Said | None:
    who, where = _speaker(envelope), envelope.place()
    if who is None or where is None:
        return None
    text = _text(envelope)
    return Said(
        id=envelope.id,
        at=envelope.at,
        who=who,
        where=where,
        text=text,
        direct=True,
        files=_sent(envelope.event),
    )


def _replied(envelope: Envelope) -> Replied | None:
    """An answer in a thread, its change (facts §4), or that it was taken back.

    One that calls the bot comes as a mention too; changed, it calls nobody.
    """
    event, subtype = envelope.event, string(envelope.event, "subtype")
    changed, gone = subtype == "message_changed", subtype == "message_deleted"
    said = record(event, PARTS[subtype]) if subtype in PARTS else event
    channel = {"channel": string(event, "channel")}
    inner = replace(envelope, event={**said, **channel})
    who, where = _speaker(inner, mended=changed or gone), inner.place()
    ts = string(said, "ts")
    if who is None or where is None or where.thread is None or not ts:
        return None
    if not changed and calls(string(said, "text"), envelope.bot):
        return None
    return Replied(
        id=envelope.id,
        at=envelope.at,
        who=who,
        where=where,
        message=MessageRef(where, ts),
        text="" if gone else _with_files(said),
        changed=changed,
        gone=gone,
    )


def _with_files(said: Wire) -> str:
    """The words of a message, and the names of the files that came with them."""
    names = [string(file, "name") for file in records(said, "files")]
    lines = [words(string(said, "text")), *(f"{FILE} {name}" for name in names if name)]
    return "\n".join(line for line in lines if line)


def _called(envelope: Envelope) -> Commanded | None:
    who, where = _speaker(envelope), envelope.place()
    if who is None or where is None:
        return None
    text = _text(envelope)
    return Commanded(
        id=envelope.id,
        at=envelope.at,
        who=who,
        where=where,
        text=text,
        files=_sent(envelope.event),
    )


def _sent(event: Wire) -> tuple[SentFile, ...]:
    """The files that came along, each to be asked for by its id."""
    return tuple(
        SentFile(string(file, "name"), string(file, "id"), size(file), shown_at(file))
        for file in records(event, "files")
        if string(file, "id")
    )


def _text(envelope: Envelope) -> str:
    return without_call(words(string(envelope.event, "text")), envelope.bot)


def _speaker(envelope: Envelope, *, mended: bool = False) -> UserRef | None:
    """The person who said it; None for bots, ourselves and Slack's own lines, and for
    edits, unless `mended` words are wanted.
    """
    event = envelope.event
    id = string(event, "user")
    if string(event, "subtype") not in SPOKEN or string(event, "bot_id"):
        return None
    if not id or id in (envelope.bot, SLACKBOT) or flag(event, "hidden"):
        return None
    # a mention comes again, as new, when its words are mended
    if "edited" in event and not mended:
        return None
    return envelope.user(id)


def _home(envelope: Envelope) -> HomeOpened | None:
    id = string(envelope.event, "user")
    if string(envelope.event, "tab") != "home" or not id:
        return None
    return HomeOpened(id=envelope.id, at=envelope.at, who=envelope.user(id))


def _profile(envelope: Envelope) -> ProfileChanged | None:
    profile = profile_of(record(envelope.event, "user"), envelope.tenant)
    stranger = flag(envelope.event, "user", "is_stranger")
    if not profile.ref.id or profile.bot or stranger:
        return None
    return ProfileChanged(
        id=envelope.id,
        at=envelope.at,
        who=profile.ref,
        profile=profile,
        came=string(envelope.event, "type") == "team_join",
        status=string(envelope.event, "user", "profile", "status_text"),
        status_sign=string(envelope.event, "user", "profile", "status_emoji"),
        status_until=_status_until(envelope.event),
    )


def _status_until(event: Wire) -> datetime | None:
    """When a status ends: 0 is never."""
    ends = find(event, "user", "profile", "status_expiration")
    known = isinstance(ends, int) and 0 < ends < FAR
    return datetime.fromtimestamp(ends, UTC) if known else None


def _reacted(envelope: Envelope) -> Reacted | None:
    """On somebody's message; not one's own, nor on a file or a bot's words."""
    event = envelope.event
    who, author = string(event, "user"), string(event, "item_user")
    channel, ts = string(event, "item", "channel"), string(event, "item", "ts")
    sign = string(event, "reaction").partition("::")[0]  # without its skin tone
    if not (who and author and channel and ts and sign) or author in (who, SLACKBOT):
        return None
    if envelope.bot in (who, author):
        return None
    where = PlaceRef(SLACK, envelope.tenant, channel)
    return Reacted(
        id=envelope.id,
        at=envelope.at,
        who=envelope.user(who),
        where=where,
        sign=sign,
        author=envelope.user(author),
        message=MessageRef(where, ts),
    )


def _joined(envelope: Envelope) -> Joined | PlaceChanged | None:
    who, where = string(envelope.event, "user"), envelope.place()
    if not who or where is None:
        return None
    if who != envelope.bot:
        came = envelope.user(who)
        return PlaceChanged(
            id=envelope.id, at=envelope.at, who=came, where=where, came=(came,)
        )
    host = envelope.user(string(envelope.event, "inviter") or who)
    return Joined(id=envelope.id, at=envelope.at, who=host, where=where)


def _left(envelope: Envelope) -> Left | PlaceChanged | None:
    who, where = string(envelope.event, "user"), envelope.place()
    if not who or where is None:
        return None
    if who != envelope.bot:
        went = envelope.user(who)
        return PlaceChanged(
            id=envelope.id, at=envelope.at, who=went, where=where, went=(went,)
        )
    return Left(id=envelope.id, at=envelope.at, who=envelope.user(who), where=where)


def _closed(envelope: Envelope) -> Left | None:
    """The place is gone for us, whoever did it."""
    event, where = envelope.event, envelope.place()
    who = string(event, "user") or string(event, "actor_id") or envelope.bot
    if not who or where is None:
        return None
    return Left(id=envelope.id, at=envelope.at, who=envelope.user(who), where=where)


def _removed(envelope: Envelope) -> Removed | None:
    """The app was removed, or our own token was; people's tokens we never had."""
    kind, tokens = string(envelope.event, "type"), envelope.event.get("tokens")
    if kind == "tokens_revoked" and not find(tokens, "bot"):
        return None
    company = envelope.user(envelope.tenant)
    return Removed(id=envelope.id, at=envelope.at, who=company, why=kind)


KINDS: dict[str, Callable[[Envelope], Inbound | None]] = {
    "message": _message,
    "app_mention": _called,
    "app_home_opened": _home,
    "user_change": _profile,
    "user_profile_changed": _profile,
    "team_join": _profile,
    "reaction_added": _reacted,
    "member_joined_channel": _joined,
    "member_left_channel": _left,
    "channel_left": _closed,
    "group_left": _closed,
    "channel_archive": _closed,
    "group_archive": _closed,
    "channel_deleted": _closed,
    "group_deleted": _closed,
    "app_uninstalled": _removed,
    "tokens_revoked": _removed,
}
