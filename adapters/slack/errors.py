"""Slack's refusals → ours."""

from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import contextmanager

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.wire import string
from bot.errors import (
    ChatError,
    HandleExpired,
    NotSaid,
    RateLimited,
    Rejected,
    Unreachable,
)

TOO_FAST = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
# what was asked for may have happened
BROKEN = frozenset(
    {"internal_error", "fatal_error", "request_timeout", "service_unavailable"}
)
TOO_LATE = frozenset(
    {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"}
)
# the bot cannot speak there by itself
OUTSIDE = frozenset(
    {
        "not_in_channel",
        "channel_not_found",
        "user_not_in_channel",
        "is_archived",
        "restricted_action",
        "no_permission",
        "message_not_found",
        "cant_update_message",
    }
)
TOO_LONG = frozenset({"msg_blocks_too_long", "msg_too_long"})
PAUSE = 30.0  # seconds, where Slack does not say how long


@contextmanager
def ours() -> Iterator[None]:
    """Turns whatever the SDK raises inside into a `ChatError`."""
    try:
        yield
    except SlackApiError as failed:
        raise of_response(failed.response) from failed
    except aiohttp.ClientConnectorError as failed:
        raise NotSaid(type(failed).__name__) from failed
    except (aiohttp.ClientError, TimeoutError, OSError) as failed:
        raise Unreachable(type(failed).__name__) from failed
    except (SlackClientError, AttributeError, ValueError) as failed:
        # the SDK stumbles over answers that are not JSON
        raise Unreachable(type(failed).__name__) from failed


async def pages(first: Awaitable[AsyncSlackResponse]) -> AsyncIterator[object]:
    """The data of every page, from the call for the first one."""
    with ours():
        following = aiter(await first)
    while True:
        try:
            with ours():
                page = await anext(following)
        except StopAsyncIteration:
            return
        yield page.data


def of_response(response: object) -> ChatError:
    """What the answer of a Web API method means."""
    if not isinstance(response, AsyncSlackResponse):
        return Unreachable("broken_answer")
    status, code = response.status_code, string(response.data, "error")
    if not code and status != 429:
        return Unreachable(f"http_{status}")  # not Slack itself: something in between
    return of_code(code or "ratelimited", status, response.headers.get("Retry-After"))


def of_code(code: str, status: int, retry_after: str | None) -> ChatError:
    """What an error code of Slack's means."""
    if status == 429 or code in TOO_FAST:
        return RateLimited(code, _seconds(retry_after))
    if status >= 500 or code in BROKEN:
        return Unreachable(code)
    return HandleExpired(code) if code in TOO_LATE else Rejected(code)


def _seconds(retry_after: str | None) -> float:
    try:
        return max(float(retry_after or ""), 1.0)
    except ValueError:
        return PAUSE
