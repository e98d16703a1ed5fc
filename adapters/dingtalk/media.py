"""Files of ours at DingTalk: handed over once, then named by their media id; and those
that people send us (facts §4.3, §4.7, §4.9).

A picture stands in Markdown; any other file is a message of its own, of a few kinds:
what is of none of them travels in a ZIP.
"""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

from adapters.dingtalk.api import DingTalkApi
from adapters.wire import string
from bot.errors import NoFile, Rejected, Unreachable
from bot.model.files import TOO_LARGE, ending

UPLOAD = "media/upload"
DOWNLOAD = "/v1.0/robot/messageFiles/download"
ID = re.compile(r"[@\w.$:=+-]{1,200}", re.ASCII)  # fit to stand inside a Markdown link
KINDS = frozenset({"xlsx", "pdf", "zip", "rar", "doc", "docx"})


async def hand_over(api: DingTalkApi, png: bytes) -> str:
    """The media id of the image with these bytes. Raises a `ChatError`."""
    return await _upload(api, "image", f"picture{ending(png)}", png)


async def file_message(api: DingTalkApi, name: str, content: bytes) -> dict[str, str]:
    """The parameters of the message that is this file. Raises a `ChatError`."""
    if name.rpartition(".")[2] not in KINDS:
        name, content = f"{name}.zip", _packed(name, content)
    media = await _upload(api, "file", name, content)
    kind = name.rpartition(".")[2]
    return {"mediaId": media, "fileName": name, "fileType": kind}


async def fetched(api: DingTalkApi, code: str, most: int) -> bytes:
    """What is in the file that somebody sent. Raises a `ChatError`.

    It is at an address of a storage, for a short time, and no key of ours goes there.
    """
    asked = {"downloadCode": code, "robotCode": api.robot_code}
    try:
        answer = await api.new("POST", DOWNLOAD, asked)
    except Rejected as refused:
        raise NoFile(refused.code) from refused
    address = string(answer, "downloadUrl")
    if not address.startswith(("https://", "http://")):
        raise NoFile("no_address")
    content = await api.file(address, most)
    if len(content) > most:
        raise NoFile(TOO_LARGE)
    return content


async def _upload(api: DingTalkApi, kind: str, name: str, content: bytes) -> str:
    answer = await api.media(UPLOAD, kind, name, content)
    media = string(answer, "media_id")
    if not ID.fullmatch(media):
        raise Unreachable("broken_answer")
    return media


def _packed(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return file.getvalue()
