"""The one door for everything DingTalk brings, whichever way it came."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime, timedelta
from typing import Any

from adapters.dingtalk import DINGTALK, frames
from adapters.dingtalk.api import PUSHES
from adapters.dingtalk.frames import Frame, Kind
from adapters.dingtalk.inbound import (
    PeopleChanged,
    parse_card,
    parse_happening,
    parse_message,
    why_not,
)
from adapters.dingtalk.render import card_data
from adapters.dingtalk.render_forms import answered, around, followed, people_in
from adapters.dingtalk.render_forms import form as render_form
from adapters.dingtalk.robot_name import RobotName
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.tickets import ticket_of
from adapters.dingtalk.wire import as_json, text
from bot.errors import ChatError
from bot.events import Filled, ProfileChanged
from bot.messages import Form
from bot.model.people import Profile
from bot.model.refs import PlaceRef, UserRef
from bot.ports import Clock, Directory, Receive
from bot.ports.receive import Taken

log = logging.getLogger(__name__)
Json = Mapping[str, Any]

GROUP = "2"
PATIENCE = 1.5  # seconds for a form, of the two that DingTalk gives
BRIEFLY = 0.2  # seconds for a name in a form that follows another
TWICE = timedelta(seconds=10)  # the same form from the same person is a second press
FREE = ("user_", "org_")  # events of people and departments (facts §9.1)
SPENT = "20001"  # the month's quota of pushes is used up: what comes is empty (§1.8)


class Door:
    """Hands over what we understand; what raises is not acknowledged.

    `tenant` is the company in every reference, `corp` the one that may speak, if known.
    `meter` hears of every push that DingTalk counts, `seal` proves what forms carry,
    `robot` learns what it is called.
    """

    def __init__(
        self,
        receive: Receive,
        clock: Clock,
        directory: Directory,
        *,
        tenant: str,
        corp: str = "",
        meter: Callable[[str], None] = lambda _: None,
        seal: Seal | None = None,
        robot: RobotName | None = None,
    ) -> None:
        self._receive = receive
        self._clock = clock
        self._directory = directory
        self._tenant = tenant
        self._corp = corp
        self._meter = meter
        self._seal = seal
        self._robot = robot
        self._working: set[asyncio.Task[None]] = set()
        self._sent: dict[str, datetime] = {}

    async def frame(self, frame: Frame) -> str:
        """One frame of Stream mode; what to acknowledge it with."""
        match frame.kind, frame.topic:
            case Kind.EVENT, _:
                head = frame.headers
                id, corp = head.get("eventId", ""), head.get("eventCorpId", "")
                kind = head.get("eventType", "")
                await self.happening(kind, frame.data, id=id, corp=corp)
                return frames.taken(frame)
            case Kind.CALLBACK, frames.MESSAGES:
                await self.message(frame.data)
                return frames.answered(frame)
            case Kind.CALLBACK, frames.CARDS:
                return frames.answered(frame, await self.card(frame.data, frame.id))
            case _:
                return frames.unknown(frame)

    async def message(self, data: Json) -> None:
        """Words to the bot."""
        if not self._may_speak(data, text(data, "chatbotCorpId")):
            return
        self._meter(PUSHES)
        event = parse_message(data, self._tenant, self._clock.now())
        if event:
            await self._receive.accept(event)
        else:
            log.info("message not for us", extra={"why": why_not(data)})
        in_group = text(data, "conversationType") == GROUP
        if self._robot and self._robot.unasked and in_group:
            self._later(self._robot.learn(text(data, "conversationId")))

    async def card(self, data: Json, id: str) -> Json:
        """A press or a form; what the card shows then: a form what is wrong with what
        was typed, or that it was taken. An empty answer leaves the card as it is.
        """
        if not self._may_speak(data, text(data, "corpId")):
            return {}
        self._meter(PUSHES)
        event = parse_card(data, self._tenant, self._clock.now(), id, self._seal)
        match event:
            case None:
                log.info("card not for us")
            case Filled():
                if event.doubtful:
                    log.warning("form not as we sent it", extra={"who": event.who.id})
                taken = await self._submit(event)
                if taken.then and self._seal:
                    return await self._followed(event, taken.then, self._seal)
                return answered(event, taken.wrong)
            case _:
                await self._receive.accept(event)
        return {}

    async def _submit(self, event: Filled) -> Taken:
        """What became of it; a button that was pressed twice sends once."""
        for form, since in tuple(self._sent.items()):
            if event.at - since > TWICE:
                del self._sent[form]
        form = as_json([event.who.id, event.form, event.state, event.values])
        if form in self._sent:
            return Taken()
        self._sent[form] = event.at
        try:
            stays = self._seal is not None
            taken = await self._receive.submit(event, within=PATIENCE, stays=stays)
        except BaseException:
            self._sent.pop(form, None)
            raise
        if taken.wrong or taken.then:
            self._sent.pop(form, None)
        return taken

    async def _followed(self, event: Filled, then: Form, seal: Seal) -> Json:
        """The same card with the form that follows."""
        ticket = ticket_of(event.handle)
        where = event.where or PlaceRef(DINGTALK, self._tenant, f"@{event.who.id}")
        names = {id: await self._name(id) for id in people_in(then)}
        return followed(
            render_form(then, ticket, names, seal), card_data(around(then), where)
        )

    async def _name(self, id: str) -> str:
        """What somebody is called; the id, where DingTalk is slow to tell."""
        try:
            async with asyncio.timeout(BRIEFLY):
                return (await self._directory.profile(self._user(id))).name
        except (ChatError, TimeoutError):
            return id

    async def happening(
        self, kind: str, data: Json, *, id: str = "", corp: str = ""
    ) -> None:
        """What happened to people and groups."""
        if not self._may_speak(data, corp):
            return
        if not kind.startswith(FREE):
            self._meter(PUSHES)
        event = parse_happening(kind, data, self._tenant, self._clock.now(), id)
        match event:
            case None:
                pass
            case PeopleChanged(left=True):
                for userid in event.userids:
                    gone = Profile(self._user(userid), "", active=False)
                    await self._receive.accept(_changed(event, gone))
            case PeopleChanged():
                self._later(self._look_at(event))
            case _:
                await self._receive.accept(event)

    async def drain(self, seconds: float) -> None:
        """Waits until everything that came in was handed over."""
        if self._working:
            await asyncio.wait(set(self._working), timeout=seconds)

    async def _look_at(self, event: PeopleChanged) -> None:
        """Asks who they are now. What is missed here the daily reading brings."""
        for userid in event.userids:
            try:
                profile = await self._directory.profile(self._user(userid))
            except ChatError as failed:
                log.warning("person not read", extra={"why": failed.code})
            else:
                await self._receive.accept(_changed(event, profile))

    def _may_speak(self, data: Json, corp: str) -> bool:
        """Whether it is of our company, and there at all."""
        if text(data, "errorCode") == SPENT:
            log.error("quota of pushes used up")
            return False
        if corp and self._corp and corp != self._corp:
            log.warning("wrong company", extra={"corp": corp})
            return False
        return True

    def _user(self, id: str) -> UserRef:
        return UserRef(DINGTALK, self._tenant, id)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._working.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        if not task.cancelled() and (failed := task.exception()):
            log.error("work at the door failed", exc_info=failed)


def _changed(event: PeopleChanged, profile: Profile) -> ProfileChanged:
    id = f"{event.id}:{profile.ref.id}"
    return ProfileChanged(
        id=id, at=event.at, who=profile.ref, profile=profile, came=event.came
    )
