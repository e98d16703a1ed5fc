"""What DingTalk's own SDK does with a message: `python -m tests.benchmarks.sdk …`.

`bare` only acknowledges; `reply_text` answers first, and waits for that in the loop.
"""

import argparse
import asyncio
import json
import urllib.request
from typing import Any

import aiohttp


class Client:
    """One task for each frame; acknowledged after it was worked on."""

    def __init__(self, url: str, *, replies: bool) -> None:
        self._url = url
        self._replies = replies
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Listens until it is ended."""
        async with aiohttp.ClientSession() as session:
            asked = f"{self._url}/v1.0/gateway/connections/open"
            async with session.post(asked, json={}) as answer:
                there = (await answer.json())["endpoint"]
            async with session.ws_connect(there) as socket:
                async for message in socket:
                    task = asyncio.create_task(self._work(socket, message.data))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)

    async def _work(
        self, socket: aiohttp.ClientWebSocketResponse, written: str
    ) -> None:
        frame: dict[str, Any] = json.loads(written)
        if frame.get("type") != "CALLBACK":
            return
        said = json.loads(frame["data"])
        if self._replies:
            self._reply_text(said["sessionWebhook"])
        headers = {
            "messageId": frame["headers"]["messageId"],
            "contentType": "application/json",
        }
        ack = {"code": 200, "headers": headers, "message": "OK", "data": "{}"}
        await socket.send_str(json.dumps(ack))

    def _reply_text(self, webhook: str) -> None:
        body = json.dumps({"msgtype": "text", "text": {"content": "Good."}}).encode()
        kind = {"Content-Type": "application/json"}
        asked = urllib.request.Request(webhook, body, kind)  # noqa: S310 - our own
        with urllib.request.urlopen(asked) as answer:  # noqa: S310
            answer.read()


def main() -> None:
    """Serves until it is ended."""
    given = argparse.ArgumentParser()
    given.add_argument("variant")
    given.add_argument("--url", required=True)
    said = given.parse_args()
    asyncio.run(Client(said.url, replies=said.variant == "reply_text").run())


if __name__ == "__main__":
    main()
