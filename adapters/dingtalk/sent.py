"""The files in a message and in the one that it answers to: each to be asked for by its
code, for as long as DingTalk knows it (facts §1.9, §4.7).
"""

from collections.abc import Iterator

from adapters.dingtalk.wire import text
from adapters.wire import Wire, find, record, records
from bot.model.files import SentFile

WHOLE = frozenset({"file", "picture", "image", "video"})
ENDINGS = {"video": "video.mp4"}


def sent(body: Wire) -> tuple[SentFile, ...]:
    """The files that came with a message; a picture has no name."""
    return tuple(_files(text(body, "msgtype"), record(body, "content")))


def quoted(body: Wire) -> tuple[SentFile, ...]:
    """The files of the message that this one answers to, where DingTalk tells."""
    answered = record(record(body, "text"), "repliedMsg")
    kind, content = text(answered, "msgType"), record(answered, "content")
    if not kind and text(content, "pictureDownloadCode"):
        kind = "picture"
    return tuple(_files(kind, content))


def _files(kind: str, content: Wire) -> Iterator[SentFile]:
    if kind in WHOLE and (code := _code(content)):
        yield SentFile(text(content, "fileName") or ENDINGS.get(kind, ""), code)
    if isinstance(find(content, "richText"), list):
        for part in records(content, "richText"):
            if text(part, "type") == "picture" and (code := _code(part)):
                yield SentFile("", code)


def _code(part: Wire) -> str:
    return text(part, "downloadCode") or text(part, "pictureDownloadCode")
