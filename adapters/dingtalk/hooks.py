"""The address a message can be answered at: no token, and it calls people by name.

It comes from outside, so only DingTalk's own hosts are spoken to, and those that the
settings name.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.render import Message
from bot.errors import Rejected

OURS = re.compile(r"https://(?:[\w-]+\.)*dingtalk\.(?:com|io)(?::443)?", re.ASCII)


def is_safe(url: str, trusted: Collection[str]) -> bool:
    """Whether the address is DingTalk's, or on a host of the settings."""
    origin = origin_of(url)
    return origin in trusted or OURS.fullmatch(origin) is not None


def origin_of(url: str) -> str:
    """Scheme, host and port of an address; empty for what is none."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    safe = parts.hostname and not parts.username and not parts.password
    return f"{parts.scheme}://{parts.hostname}{port}" if safe else ""


async def respond(
    api: DingTalkApi, url: str, said: Message, trusted: Collection[str]
) -> None:
    """Says it there. Raises HandleExpired or Rejected where that cannot be."""
    if not is_safe(url, trusted):
        raise Rejected("unsafe_address")
    await api.free(url, said.webhook())
