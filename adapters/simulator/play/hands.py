"""Doing what somebody planned: pressing, filling, sending, typing, over the wire."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import aiohttp

from adapters.simulator.play.answers import Mind, filled, mended
from adapters.simulator.play.crowd import Someone, direct_place
from adapters.simulator.play.happenings import Happening, What
from adapters.simulator.play.lines import lines_of
from adapters.simulator.play.manners import Answers
from adapters.simulator.play.people import Act, People
from adapters.simulator.play.sheets import Desk, Sheet, label_of, offers, title_of
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.wire import ControlError, Json

TROUBLES = (ControlError, SlackError, aiohttp.ClientError, asyncio.TimeoutError)


@dataclass(frozen=True, slots=True)
class Hands:
    """Everybody's hands; `settle` returns when all that follows has happened."""

    people: People
    settle: Callable[[], Awaitable[None]]

    async def do(self, act: Act) -> AsyncIterator[Happening]:
        """Does it; tells of each step that can be seen. Trouble is a step, too."""
        someone = self.people.known[act.who]
        desk = Desk(someone.side, someone.id, self.settle)
        try:
            if act.words:
                await desk.say(act.words)
                yield _seen(someone, act, What.TYPES, words=act.words)
                return
            async for step in self._answer(someone, desk, act):
                yield step
        except TROUBLES as trouble:
            yield _seen(someone, act, What.FAILS, words=str(trouble))

    async def _answer(
        self, someone: Someone, desk: Desk, act: Act
    ) -> AsyncIterator[Happening]:
        message, press = _as_it_is_now(someone, act), act.press
        if not message or not press or self.people.has_answered(act):
            return
        if not offers(message, press):
            return  # somebody else did it, or it is no longer asked
        if _waits_for_the_close(someone, message):
            self.people.look_again(act)
            return
        self.people.answered(act)
        title, label = title_of(message), label_of(message, press)
        sheet = await desk.press(message, press)
        if sheet is None:
            yield _seen(someone, act, What.PRESSES, title, label)
            return
        yield _seen(someone, act, What.OPENS, title, label)
        said = await self._send(someone, sheet, act)
        if said is None:
            yield _seen(someone, act, What.FAILS, title)
            return
        late = someone.manner.answers is Answers.AFTER_THE_CLOSE
        yield _seen(someone, act, What.LATE if late else What.FILLS, title, said)

    async def _send(self, someone: Someone, sheet: Sheet, act: Act) -> str | None:
        """Fills and sends, a second time if need be; what was said, None if nothing."""
        values = filled(sheet.fields, self._mind(someone, act))
        wrong = await sheet.send(values)
        if wrong is not None:
            values = mended(sheet.fields, values, wrong)
            wrong = await sheet.send(values)
        if wrong is not None:
            await sheet.leave()
            return None
        typed = [value for value in values.values() if isinstance(value, str)]
        return max(typed, key=len, default="")

    def _mind(self, someone: Someone, act: Act) -> Mind:
        now = someone.local(act.at)
        blocked = someone.manner.blocked
        asks = blocked.asks if blocked and now.weekday() in blocked.weekdays else ""
        helper = self.people.known.get(asks)
        return Mind(
            lines_of(someone.manner.trade, someone.locale),
            now,
            self.people.chance(someone.id, act.at),
            helper.id if helper else "",
            helper.name if helper else "",
        )


def _as_it_is_now(someone: Someone, act: Act) -> Json | None:
    found = someone.side.messages(someone.id, direct_place(someone), None)
    wanted = act.press.message if act.press else None
    return next((each for each in found if each["ts"] == wanted), None)


def _waits_for_the_close(someone: Someone, message: Json) -> bool:
    """Once it is closed, what asked them was edited to say so."""
    late = someone.manner.answers is Answers.AFTER_THE_CLOSE
    return late and not message["edited"]


def _seen(
    someone: Someone, act: Act, what: What, title: str = "", words: str = ""
) -> Happening:
    return Happening(
        act.at,
        what,
        someone.side.platform,
        (someone.id,),
        direct_place(someone),
        title,
        words,
        someone.tz,
    )
