"""Response URLs: answer one action without a token (facts §3)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.simulator.slack.errors import SlackError, invalid_arguments
from adapters.simulator.slack.posting import POST_TEXT, content
from adapters.simulator.slack.records import Message
from adapters.simulator.slack.tickets import ResponseUrl
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.slack.side import SlackSide

_GONE = frozenset({"used_url", "expired_url", "invalid_url"})


class Hooks:
    """Serve the addresses that slash commands and actions brought along."""

    def __init__(self, slack: SlackSide) -> None:
        self._slack = slack

    async def handle(self, request: web.Request) -> web.Response:
        """Take one answer: `ok`, or 404 with the reason once it is used up."""
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            return web.json_response(
                {"ok": False, "error": "invalid_payload"}, status=400
            )
        try:
            url = self._slack.response_urls.use(request.match_info["path"])
            self.answer(url, body)
        except SlackError as refusal:
            status = 404 if refusal.code in _GONE else 200
            return web.json_response(refusal.body(), status=status)
        return web.Response(text="ok")

    def answer(self, url: ResponseUrl, body: Json) -> Message | None:
        """Do what the body asks: delete, replace, or say something new."""
        original = self._original(url)
        if body.get("delete_original"):
            if body.get("text") or body.get("blocks"):
                raise invalid_arguments("[ERROR] delete_original must stand alone")
            self._delete(original)
            return None
        slack = self._slack
        said = content(slack.workspace, slack.uploads, body, longest=POST_TEXT)
        public = body.get("response_type") == "in_channel"
        if body.get("replace_original") and original is not None:
            self._slack.posting.update(
                original, said, keep_metadata="metadata" not in body
            )
            return original
        thread = body.get("thread_ts") if public else None
        return self._slack.posting.post(
            url.channel,
            said,
            thread_ts=thread,
            ephemeral_to=None if public else url.user,
        )

    def _original(self, url: ResponseUrl) -> Message | None:
        if url.message_ts is None:
            return None
        return self._slack.workspace.message(url.channel, url.message_ts)

    def _delete(self, original: Message | None) -> None:
        if original is None:
            raise SlackError("message_not_found")
        self._slack.posting.delete(original)
