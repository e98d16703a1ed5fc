"""files.getUploadURLExternal, completeUploadExternal and info."""

from __future__ import annotations

from adapters.simulator.slack.call import Call, method
from adapters.simulator.slack.errors import SlackError, invalid_arguments
from adapters.simulator.slack.methods.chat import writable
from adapters.simulator.slack.posting import Content
from adapters.simulator.slack.uploads import Upload
from adapters.simulator.wire import Json


def get_upload_url(call: Call) -> Json:
    """An address for the bytes of a file."""
    name = call.required("filename")
    length = call.number("length", 0, 1, 1_000_000_000)
    if not length:
        raise invalid_arguments("[ERROR] missing required field: length")
    url, upload = call.slack.uploads.open(name, length)
    return {"upload_url": url, "file_id": upload.id}


def complete_upload(call: Call) -> Json:
    """Finish uploaded files, and share them where the call says."""
    wanted = call.structure("files")
    if not isinstance(wanted, list) or not wanted:
        raise invalid_arguments("[ERROR] missing required field: files")
    uploads = [_finished(call, entry) for entry in wanted]
    bot = call.slack.workspace.bot.id
    wires = [upload.wire(bot) for upload in uploads]
    if channel := call.text("channel_id"):
        _share(call, channel, wires)
    return {"files": wires}


def info(call: Call) -> Json:
    """One file."""
    upload = call.slack.uploads.files.get(call.text("file") or "")
    if upload is None or not upload.shared:
        raise SlackError("file_not_found")
    return {"file": upload.wire(call.slack.workspace.bot.id)}


def _finished(call: Call, entry: Json) -> Upload:
    upload = call.slack.uploads.files.get(str(entry.get("id")))
    if upload is None or upload.content is None or upload.shared:
        raise SlackError("file_not_found")
    upload.title = str(entry.get("title") or "")
    upload.shared = True
    return upload


def _share(call: Call, channel: str, files: list[Json]) -> None:
    there = Call(call.method, {"channel": channel}, call.grant, call.slack)
    conversation = writable(there)
    if not call.slack.workspace.has_bot(conversation):
        raise SlackError("not_in_channel")
    thread = call.slack.posting.thread_of(conversation.id, call.text("thread_ts"))
    said = Content(call.text("initial_comment") or "", [], [], None)
    message = call.slack.posting.post(conversation.id, said, thread_ts=thread)
    message.files = files


METHODS = (
    method(
        "files.getUploadURLExternal",
        get_upload_url,
        "files:write",
        "filename length alt_txt snippet_type",
    ),
    method(
        "files.completeUploadExternal",
        complete_upload,
        "files:write",
        "files channel_id thread_ts initial_comment",
    ),
    method("files.info", info, "files:read", "file"),
)
