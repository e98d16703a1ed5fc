"""The robot's messages to people: the same words to many are one call.

DingTalk takes up to twenty people at once and counts the call, not the people (facts
§4.3, §9.1). Nobody waits for a timer: who asks first lets the others ask in the same
turn of the event loop, then sends for all.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.render_spans import Json
from adapters.dingtalk.wire import text, texts
from bot.errors import ChatError, RateLimited, Rejected, Unreachable

PATH = "/v1.0/robot/oToMessages/batchSend"
AT_ONCE = 20
TURNS = 5  # of the event loop, in which others may join
MINUTE = 60.0
Said = tuple[str, str]  # msgKey and msgParam


async def some_turns() -> None:
    """Lets everything run that is ready to."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


class Batch:
    """Sends to one person; the answer is that person's own."""

    def __init__(
        self,
        api: DingTalkApi,
        robot_code: str,
        tick: Callable[[], Awaitable[None]] = some_turns,
    ) -> None:
        self._api = api
        self._robot_code = robot_code
        self._tick = tick
        self._waiting: dict[Said, dict[str, asyncio.Future[str]]] = {}

    async def send(self, user: str, said: Said) -> str:
        """Says it to the person; the key of the message, if DingTalk gives one.

        Raises Rejected for who cannot be reached, RateLimited for who gets too much.
        """
        group = self._waiting.get(said)
        if group is None or user in group or len(group) == AT_ONCE:
            return await self._lead(user, said)
        mine: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        group[user] = mine
        return await mine

    async def _lead(self, user: str, said: Said) -> str:
        """Waits for others, then sends for all of them."""
        mine: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        group = self._waiting[said] = {user: mine}
        try:
            await self._tick()
            self._close(said, group)
            answer = await self._call(tuple(group), said)
        except BaseException as failed:
            self._close(said, group)
            # who leads may have been told to stop: it may have been sent all the same
            told = failed if isinstance(failed, ChatError) else Unreachable("stopped")
            for id, waiting in group.items():
                if id != user and not waiting.done():
                    waiting.set_exception(told)
            raise
        for id, waiting in group.items():
            _settle(waiting, id, answer)
        return await mine

    def _close(self, said: Said, group: dict[str, asyncio.Future[str]]) -> None:
        """Nobody joins any more."""
        if self._waiting.get(said) is group:
            del self._waiting[said]

    async def _call(self, users: Sequence[str], said: Said) -> Json:
        key, param = said
        asked = {"robotCode": self._robot_code, "userIds": list(users)}
        asked |= {"msgKey": key, "msgParam": param}
        return await self._api.new("POST", PATH, asked)


def _settle(waiting: asyncio.Future[str], user: str, answer: Json) -> None:
    """What became of one person's message: a call that succeeds may skip people."""
    if waiting.done():  # whoever waited has left
        return
    if user in texts(answer, "invalidStaffIdList"):
        waiting.set_exception(Rejected("not_reachable"))
    elif user in texts(answer, "filteredStaffIdList"):
        waiting.set_exception(Rejected("filtered"))
    elif user in texts(answer, "flowControlledStaffIdList"):
        waiting.set_exception(RateLimited("flow_controlled", MINUTE, of_place=True))
    else:
        waiting.set_result(text(answer, "processQueryKey"))
