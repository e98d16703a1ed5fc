"""The one door for everything Slack brings, whichever way it came.

For sockets it is a Bolt middleware and not one of many listeners: Bolt looks through
listeners one by one and polls every 10 ms for their `ack()` (measured,
facts/performance.md §1). Requests over HTTP come here without Bolt: making its request
and its context takes it as long as all that aiohttp does.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack.inbound import parse, typist
from adapters.slack.render_controls import CHOICES, option
from adapters.slack.render_forms import VALUE
from adapters.slack.render_forms import form as render_form
from adapters.slack.tickets import ticket_of
from adapters.wire import Wire, records, string
from bot.events import Filled
from bot.messages import AnyField, Form, Option
from bot.model.form_field import asked, standing
from bot.ports import Clock, Receive

PATIENCE = 2.2  # seconds for a form, of the three that Slack gives; keeping one is next


class Door(AsyncMiddleware):
    """Hands over what we understand; tells Slack "got it" once it is stored.

    What raises is answered with 500, and Slack delivers it again.
    """

    def __init__(self, receive: Receive, clock: Clock) -> None:
        self._receive = receive
        self._clock = clock
        self._running: set[asyncio.Future[Any]] = set()

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        """Bolt's way in; nothing comes after this door."""
        return await self.through(req.body)

    async def through(self, body: Wire) -> BoltResponse:
        """One request, answered; `drain` waits for it."""
        through = asyncio.get_running_loop().create_future()
        self._running.add(through)
        try:
            return await self.take(body)
        finally:
            self._running.discard(through)
            through.set_result(None)

    async def take(self, body: Wire) -> BoltResponse:
        """One request of Slack's, answered."""
        if string(body, "type") == "block_suggestion":
            return await self._suggest(body)
        event = parse(body, self._clock.now())
        match event:
            case None:
                return _unknown(body)
            case Filled(back="", partly=False):
                return await self._submit(event, body)
            case _:
                await self._receive.accept(event)
                return BoltResponse(status=200)

    async def _suggest(self, body: Wire) -> BoltResponse:
        """People for what was typed into a field for them; nobody where it takes
        longer than Slack waits.
        """
        who = typist(body)
        found: Sequence[Option] = ()
        if who:
            people = self._receive.people(who, string(body, "value"))
            with suppress(TimeoutError):
                found = await asyncio.wait_for(people, PATIENCE)
        options = [option(each) for each in found[:CHOICES]]
        return BoltResponse(status=200, body={"options": options})

    async def drain(self, seconds: float) -> None:
        """Waits until everything that came in was handed over."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=seconds)

    async def _submit(self, form: Filled, body: Wire) -> BoltResponse:
        """What is wrong goes beside its field; a form taken, or late, closes, or gives
        way to the one that follows it.
        """
        taken = await self._receive.submit(form, within=PATIENCE, stays=True)
        if taken.then:
            return _update(taken.then, form, form.id)
        unseen = set(taken.wrong).difference(_fields(body))
        if unseen and taken.asked and (again := _asked(taken.asked, taken.wrong)):
            return _update(again, form, _ids(body))
        errors = _placed(taken.wrong, body)
        if not errors:
            return BoltResponse(status=200)
        answer = {"response_action": "errors", "errors": errors}
        return BoltResponse(status=200, body=answer)


def _asked(shown: Form, wrong: Mapping[str, str]) -> Form | None:
    """The form with what is wrong below each field; None where one still is not
    there.
    """
    values = {field.name: standing(field) for field in shown.fields}
    if set(wrong).difference(each.name for each in asked(shown.fields, values)):
        return None
    return replace(
        shown, fields=tuple(_with_hint(field, wrong) for field in shown.fields)
    )


def _update(shown: Form, sent: Filled, again: str) -> BoltResponse:
    """The form in place of the one that was sent."""
    view = render_form(shown, ticket_of(sent.handle), again)
    return BoltResponse(status=200, body={"response_action": "update", "view": view})


def _with_hint(field: AnyField, wrong: Mapping[str, str]) -> AnyField:
    said = f"{wrong.get(field.name, '')} {field.hint}".strip()
    return replace(field, hint=said)


def _fields(body: Wire) -> list[str]:
    blocks = records(body, "view", "blocks")
    return [string(b, "block_id") for b in blocks if string(b, "type") == "input"]


def _ids(body: Wire) -> str:
    """What is in the ids of the fields of a form beside what all have in common."""
    blocks = records(body, "view", "blocks")
    ids = (string(block, "element", "action_id") for block in blocks)
    return next(filter(None, ids), "").removeprefix(VALUE)


def _placed(errors: Mapping[str, str], body: Wire) -> dict[str, str]:
    """Every text at a field that is there: Slack takes errors for input blocks only."""
    fields = _fields(body)
    placed: dict[str, str] = {}
    for name, said in errors.items():
        where = name if name in fields else next(iter(fields), "")
        if where:
            placed[where] = "\n".join(filter(None, (placed.get(where), said)))
    return placed


def _unknown(body: Wire) -> BoltResponse:
    """What Slack takes for "got it": it counts anything else as a failure of ours."""
    match string(body, "type"):
        case "url_verification":
            challenge = string(body, "challenge")
            return BoltResponse(status=200, body={"challenge": challenge})
        case _:
            return BoltResponse(status=200)
