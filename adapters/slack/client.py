"""Slack's Web API over one shared connection pool."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

PATIENCE = 10  # seconds for one call


@asynccontextmanager
async def open_client(token: str, api_url: str) -> AsyncIterator[AsyncWebClient]:
    """A client that never retries by itself; closed at the end."""
    url = api_url if api_url.endswith("/") else f"{api_url}/"
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        yield AsyncWebClient(
            token, base_url=url, timeout=PATIENCE, session=session, retry_handlers=[]
        )


def speaking(model: AsyncWebClient, token: str | None = None) -> AsyncWebClient:
    """Another client over the same connections, with a token of its own or none."""
    return AsyncWebClient(
        token,
        base_url=model.base_url,
        timeout=PATIENCE,
        session=model.session,
        retry_handlers=[],
    )
