"""Work notices (工作通知): satisfies `bot.ports.letters.Letters` (facts §4.6).

They reach who has switched the robot off, in a conversation of their own in which
nobody can answer. DingTalk says yes to every call and drops in silence what is over a
limit, so what became of a notice is asked for.
"""

import hashlib
import logging
from collections.abc import Sequence

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.render import message
from adapters.dingtalk.render_spans import Json
from adapters.dingtalk.wire import number, text, texts
from adapters.wire import Wire, record, records
from bot.errors import ChatError, RateLimited, Rejected, Unreachable
from bot.messages import Card
from bot.model.letter import WORK_NOTICE
from bot.model.people import Account, Person
from bot.model.refs import PlaceRef

log = logging.getLogger(__name__)

SEND = "topapi/message/corpconversation/asyncsend_v2"
RESULT = "topapi/message/corpconversation/getsendresult"
HEAVY = 1400  # bytes of words: a notice has 2 048 with everything around them
TITLE, BUTTON, ADDRESS = 64, 20, 500  # characters
LOOKS = (1.0, 3.0, 6.0)  # seconds before each look at what became of it
MINUTE = 60.0
AGAIN = "143106"  # the same words on the same day: it is there
TOO_FAST = frozenset({"143103", "143104"})


class WorkNotices:
    """Sends work notices as the app with this AgentId."""

    platform = WORK_NOTICE

    def __init__(self, api: DingTalkApi, tenant: str, agent_id: int) -> None:
        self._api = api
        self._tenant = tenant
        self._agent_id = agent_id

    def box(self, person: Person, accounts: Sequence[Account]) -> PlaceRef | None:
        """See `bot.ports.letters.Letters.box`."""
        here = (DINGTALK, self._tenant)
        for account in accounts:
            if (account.ref.platform, account.ref.tenant) == here:
                return PlaceRef(WORK_NOTICE, self._tenant, account.ref.id)
        return None

    async def send(self, box: PlaceRef, letter: Card, *, key: str) -> None:
        """See `bot.ports.letters.Letters.send`."""
        asked = {
            "agent_id": self._agent_id,
            "userid_list": box.id,
            "msg": notice(letter, self._tenant, key),
        }
        task = number(await self._api.old(SEND, asked), "task_id")
        if not task:
            raise Unreachable("broken_answer")
        await self._look(task, box.id)

    async def _look(self, task: int, user: str) -> None:
        """What became of it. Where that is not told in time, it is taken as sent."""
        asked = {"agent_id": self._agent_id, "task_id": task}
        for seconds in LOOKS:
            await self._api.time.sleep(seconds)
            try:
                said = await self._api.old(RESULT, asked)
            except ChatError as failed:  # it may be there: nothing is said twice
                log.info("notice not looked up", extra={"code": failed.code})
                return
            if _arrived(record(said, "send_result"), user):
                return
        log.info("notice without a result", extra={"task": task})


def notice(letter: Card, tenant: str, key: str) -> Json:
    """The letter as a work notice. Words that the same day has seen are dropped, so
    every letter has a sign of its own, and the same one each time it is sent.
    """
    said = message(letter, PlaceRef(DINGTALK, tenant, ""), heavy=HEAVY)
    sign = hashlib.sha256(key.encode()).hexdigest()[:6]
    title, words = said.title[:TITLE], f"{said.text}\n\n#{sign}"
    for name, url in said.buttons:
        if len(url) <= ADDRESS:
            shown = {"title": title, "markdown": words}
            shown |= {"single_title": name[:BUTTON], "single_url": url}
            return {"msgtype": "action_card", "action_card": shown}
    return {"msgtype": "markdown", "markdown": {"title": title, "text": words}}


def _arrived(result: Wire, user: str) -> bool:
    """Whether the person has it; False while that is not known. Raises what says that
    they will not get it.
    """
    if user in (
        *texts(result, "read_user_id_list"), *texts(result, "unread_user_id_list")
    ):  # fmt: skip
        return True
    for one in records(result, "forbidden_list"):
        if text(one, "userid") == user:
            return _forbidden(text(one, "code"))
    if user in texts(result, "forbidden_user_id_list"):
        raise Rejected("notice_forbidden")
    if user in texts(result, "invalid_user_id_list"):
        raise Rejected("not_reachable")
    if user in texts(result, "failed_user_id_list"):
        raise Rejected("notice_failed")
    return False


def _forbidden(code: str) -> bool:
    if code == AGAIN:
        return True
    if code in TOO_FAST:
        raise RateLimited(code, MINUTE)
    raise Rejected(code or "notice_forbidden")
