"""Files of ours in Slack, handed over in three steps (facts §12), and those of others.

A picture is shown by its id: nobody sees the file itself, it is in no channel until a
message shows it. Any other file is a message of its own.
"""

from urllib.parse import urlsplit

from slack_sdk.web.async_client import AsyncWebClient

from adapters.prose import cut
from adapters.slack.errors import ours
from adapters.wire import string
from bot.errors import NoFile, Rejected, Unreachable
from bot.model.files import TOO_LARGE, ending
from bot.model.refs import PlaceRef

NAME = "picture"
ALT_TEXT = 1000
# Slack takes a picture in at its leisure, and until then refuses a message that shows
# it (slackapi/python-slack-sdk#1521, slackapi/java-slack-sdk#1349).
NOT_YET = "invalid_blocks"
PAUSES = (0.5, 1.0, 2.0, 4.0)  # seconds, until a message has to do without it


async def hand_over(client: AsyncWebClient, png: bytes, description: str) -> str:
    """The id of the file with these bytes. Raises a `ChatError`."""
    words = {"alt_txt": cut(description, ALT_TEXT)}
    name = NAME + ending(png)
    file = await _upload(client, name, png, words)
    with ours():
        await client.files_completeUploadExternal(files=[{"id": file, "title": name}])
    return file


async def share(
    client: AsyncWebClient, place: PlaceRef, name: str, content: bytes
) -> None:
    """Says the file in the place, as a message of its own. Raises a `ChatError`."""
    file = await _upload(client, name, content, {})
    with ours():
        await client.files_completeUploadExternal(
            files=[{"id": file, "title": name}],
            channel_id=place.id,
            thread_ts=place.thread or None,
        )


async def _upload(
    client: AsyncWebClient, name: str, content: bytes, words: dict[str, str]
) -> str:
    """The first two steps: the id of a file that nobody sees yet."""
    with ours():
        door = await client.files_getUploadURLExternal(
            filename=name, length=len(content), **words
        )
    file, address = string(door.data, "file_id"), string(door.data, "upload_url")
    if not file or not address or client.session is None:
        raise Unreachable("broken_answer")
    with ours():
        async with client.session.post(address, data=content) as answer:
            if answer.status != 200:
                raise Unreachable(f"http_{answer.status}")
    return file


async def fetched(client: AsyncWebClient, file: str, most: int) -> bytes:
    """What is in the file of somebody with this id. Raises a `ChatError`.

    Its address may have changed since they sent it, and it is read with our own token:
    Slack's own hosts only get that.
    """
    try:
        with ours():
            answer = await client.files_info(file=file)
    except Rejected as refused:
        raise NoFile(refused.code) from refused
    address = string(answer.data, "file", "url_private_download")
    address = address or string(answer.data, "file", "url_private")
    if not _is_slack(address, client.base_url) or client.session is None:
        raise NoFile("unsafe_address")
    token = {"Authorization": f"Bearer {client.token}"}
    with ours():
        async with client.session.get(
            address, headers=token, allow_redirects=False
        ) as found:
            if found.status != 200:  # without the right, they lead to a login
                raise NoFile(f"http_{found.status}")
            content = await found.content.read(most + 1)
            while len(content) <= most and (more := await found.content.read(most)):
                content += more
    if len(content) > most:
        raise NoFile(TOO_LARGE)
    return content


def _is_slack(address: str, api: str) -> bool:
    """Whether the address is one of Slack's, or on the host that stands for it."""
    try:
        asked, known = urlsplit(address), urlsplit(api)
    except ValueError:
        return False
    if (asked.scheme, asked.netloc) == (known.scheme, known.netloc):
        return True
    host = asked.hostname or ""
    return asked.scheme == "https" and (
        host == "slack.com" or host.endswith(".slack.com")
    )
