"""Files in three steps: an address, the bytes, and the share (facts §12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.simulator.slack.state import random_id, random_token
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.slack.side import SlackSide


_PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
}  # fmt: skip


@dataclass(slots=True)
class Upload:
    """A file on its way, or arrived."""

    id: str
    name: str
    length: int
    title: str = ""
    content: bytes | None = None
    shared: bool = False
    url: str = ""  # of a person's file, which asks for the app's token
    domain: str = ""  # of the workspace in whose addresses people open it

    @property
    def kind(self) -> str:
        """What it is for a browser; empty where it is no picture that Slack shows."""
        return _PICTURES.get(self.name.rpartition(".")[2].lower(), "")

    def wire(self, user: str) -> Json:
        """The file as messages and answers show it."""
        page = f"https://{self.domain}.slack.com/files/{user}/{self.id}/{self.name}"
        private = {
            "url_private": self.url,
            "url_private_download": self.url,
            "permalink": page,
        }
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "size": len(self.content or b""),
            "filetype": self.name.rpartition(".")[2],
            "user": user,
            "mode": "hosted",
            **(private if self.url else {}),
        }


class Uploads:
    """Keep the files that the app sends."""

    def __init__(self, slack: SlackSide) -> None:
        self._slack = slack
        self.files: dict[str, Upload] = {}
        self._tickets: dict[str, Upload] = {}

    def open(self, name: str, length: int) -> tuple[str, Upload]:
        """A new file and the address for its bytes."""
        upload = Upload(random_id("F"), name, length)
        ticket = random_token(24)
        self._tickets[ticket] = upload
        self.files[upload.id] = upload
        return f"{self._slack.base_url}/simulator/slack/upload/{ticket}", upload

    def keep(self, name: str, content: bytes) -> Upload:
        """A file that a person sends."""
        upload = Upload(random_id("F"), name, len(content), content=content)
        upload.shared = True
        upload.url = f"{self._slack.base_url}/simulator/slack/files/{upload.id}"
        upload.domain = self._slack.workspace.company.domain
        self.files[upload.id] = upload
        return upload

    async def handle(self, request: web.Request) -> web.Response:
        """Take the bytes, raw or as the one part of a form."""
        upload = self._tickets.get(request.match_info["ticket"])
        if upload is None:
            return web.Response(status=404, text="no such upload")
        content = await _content(request)
        if len(content) != upload.length:
            return web.Response(status=400, text="the length is not as announced")
        upload.content = content
        return web.Response(text=f"OK - {len(content)}")

    def missing(self, blocks: list[Json]) -> Iterator[str]:
        """What Slack says of images whose file it does not have, or cannot show."""
        for number, block in enumerate(blocks):
            wanted = block.get("slack_file")
            upload = self.files.get(str(wanted.get("id"))) if wanted else None
            if wanted and not (upload and upload.shared and upload.kind):
                pointer = f"/blocks/{number}/slack_file"
                yield f"[ERROR] invalid slack file [json-pointer:{pointer}]"

    async def show(self, request: web.Request) -> web.Response:
        """A file as people see it."""
        upload = self.files.get(request.match_info["id"])
        if upload is None or upload.content is None:
            return web.Response(status=404, text="no such file")
        if upload.url and not self._may_read(request):
            raise web.HTTPFound("https://slack.com/signin")
        kind = upload.kind or "application/octet-stream"
        return web.Response(body=upload.content, content_type=kind)

    def _may_read(self, request: web.Request) -> bool:
        """Whether the app asks with a token that may (`files:read`)."""
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        grant = self._slack.grants.get(token)
        return bool(grant and not grant.revoked and "files:read" in grant.scopes)


async def _content(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    form = await request.post()
    for part in form.values():
        if isinstance(part, web.FileField):
            return part.file.read()
    return b""
