"""Response URLs: the address an interaction can be answered at, five times."""

import json

import aiohttp
from slack_sdk.webhook.async_client import AsyncWebhookClient
from slack_sdk.webhook.webhook_response import WebhookResponse

from adapters.slack.client import PATIENCE
from adapters.slack.errors import of_code, ours
from adapters.slack.render_spans import Json
from adapters.wire import string
from bot.errors import ChatError


async def respond(session: aiohttp.ClientSession | None, url: str, body: Json) -> None:
    """Says the body there. Raises Rejected when the address is too old or used up."""
    hook = AsyncWebhookClient(url, timeout=PATIENCE, session=session, retry_handlers=[])
    with ours():
        answer = await hook.send_dict(body)
    if refused := _refusal(answer):
        raise refused


def _refusal(answer: WebhookResponse) -> ChatError | None:
    """What an answering address said, if it was not "ok"."""
    try:
        said = json.loads(answer.body)
    except ValueError:
        said = None
    code = string(said, "error")
    if answer.status_code == 200 and not code:
        return None
    headers = {name.lower(): value for name, value in answer.headers.items()}
    code = code or f"http_{answer.status_code}"
    return of_code(code, answer.status_code, headers.get("retry-after"))
