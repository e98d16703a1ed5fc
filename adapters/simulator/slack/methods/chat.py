"""chat.postMessage, postEphemeral, update, delete and getPermalink (facts §9, §12)."""

from __future__ import annotations

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.slack.posting import POST_TEXT, UPDATE_TEXT, Content, content
from adapters.simulator.slack.records import Conversation, Kind, Message
from adapters.simulator.slack.state import message_wire
from adapters.simulator.wire import Json


def post_message(call: Call) -> Json:
    """Post as the app's bot."""
    conversation = writable(call)
    said = spoken(call, longest=POST_TEXT)
    posting = call.slack.posting
    thread = posting.thread_of(conversation.id, call.text("thread_ts"))
    message = posting.post(
        conversation.id, said, thread_ts=thread, broadcast=call.flag("reply_broadcast")
    )
    return _posted(call, message)


def post_ephemeral(call: Call) -> Json:
    """Show a message to one member only; it cannot be changed later."""
    conversation = writable(call)
    reader = call.required("user")
    if reader not in conversation.members:
        raise SlackError("user_not_in_channel")
    said = spoken(call, longest=POST_TEXT)
    posting = call.slack.posting
    thread = posting.thread_of(conversation.id, call.text("thread_ts"))
    message = posting.post(conversation.id, said, thread_ts=thread, ephemeral_to=reader)
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    """Replace a message of the app's own; sending no blocks removes them."""
    message = _own(call, "cant_update_message")
    said = spoken(call, longest=UPDATE_TEXT)
    keep = call.arguments.get("metadata") is None
    call.slack.posting.update(message, said, keep_metadata=keep)
    return _posted(call, message) | {"text": message.text}


def delete(call: Call) -> Json:
    """Delete a message of the app's own."""
    message = _own(call, "cant_delete_message")
    call.slack.posting.delete(message)
    return {"channel": message.channel, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    """A link to a message."""
    conversation = call.channel()
    ts = call.required("message_ts")
    message = call.slack.workspace.message(conversation.id, ts)
    if message is None or message.ephemeral_to:
        raise SlackError("message_not_found")
    domain = call.slack.workspace.company.domain
    path = f"archives/{conversation.id}/p{ts.replace('.', '')}"
    link = f"https://{domain}.slack.com/{path}"
    if message.thread_ts and message.thread_ts != ts:
        link += f"?thread_ts={message.thread_ts}&cid={conversation.id}"
    return {"channel": conversation.id, "permalink": link}


def writable(call: Call) -> Conversation:
    """Where the app may post; a person's id means the direct messages with them."""
    workspace = call.slack.workspace
    reference = call.text("channel") or ""
    if reference[:1] in ("U", "W") and reference in workspace.users:
        user = workspace.users[reference]
        if user.is_bot:
            raise SlackError("cannot_dm_bot")
        if user.deleted:
            raise SlackError("channel_not_found")
        return workspace.dm(reference)
    conversation = call.channel()
    if conversation.archived:
        raise SlackError("is_archived")
    outside = conversation.kind is Kind.PUBLIC and not workspace.has_bot(conversation)
    if outside and "chat:write.public" not in call.grant.scopes:
        raise SlackError("not_in_channel")
    return conversation


def spoken(call: Call, *, longest: int) -> Content:
    """What the call wants to say, checked."""
    if any(call.text(name) for name in ("username", "icon_emoji", "icon_url")):
        call.needs("chat:write.customize")
    arguments = call.arguments | {
        "blocks": call.structure("blocks", "invalid_blocks_format"),
        "attachments": call.structure("attachments"),
        "metadata": call.structure("metadata", "invalid_metadata_format"),
    }
    slack = call.slack
    return content(slack.workspace, slack.uploads, arguments, longest=longest)


def _own(call: Call, refusal: str) -> Message:
    conversation = call.channel()
    workspace = call.slack.workspace
    message = workspace.message(conversation.id, call.required("ts"))
    if message is None or message.ephemeral_to:
        raise SlackError("message_not_found")
    if message.user != workspace.bot.id:
        raise SlackError(refusal)
    if conversation.archived:
        raise SlackError("is_inactive")
    return message


def _posted(call: Call, message: Message) -> Json:
    wire = message_wire(call.slack.workspace, message)
    if message.metadata:
        wire["metadata"] = message.metadata
    return {"channel": message.channel, "ts": message.ts, "message": wire}


_SAYING = """channel text blocks attachments markdown_text metadata parse link_names
    mrkdwn thread_ts as_user username icon_emoji icon_url"""

METHODS = (
    method(
        "chat.postMessage",
        post_message,
        "chat:write",
        f"{_SAYING} reply_broadcast unfurl_links unfurl_media",
    ),
    method("chat.postEphemeral", post_ephemeral, "chat:write", f"{_SAYING} user"),
    method("chat.update", update, "chat:write", f"{_SAYING} ts reply_broadcast"),
    method("chat.delete", delete, "chat:write", "channel ts as_user"),
    method("chat.getPermalink", get_permalink, "", "channel message_ts"),
)
