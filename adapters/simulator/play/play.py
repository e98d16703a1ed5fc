"""A week of the company in a minute: instant by instant, and everybody lives in it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from adapters.simulator.background import Background
from adapters.simulator.play.hands import Hands
from adapters.simulator.play.happenings import Happening, What
from adapters.simulator.play.live import Living
from adapters.simulator.play.people import People
from adapters.simulator.play.scenes import SCENES
from adapters.simulator.play.stretch import (
    Stretch,
    begins_now,
    scene_in,
    seconds_in,
    stretch_of,
)
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.simulator import Simulator

log = logging.getLogger(__name__)


class State(StrEnum):
    """How a play stands."""

    NONE = "none"
    PLAYING = "playing"
    PAUSED = "paused"
    STOPPED = "stopped"
    ENDED = "ended"


ON = (State.PLAYING, State.PAUSED)


class Play:
    """The one play of a simulator."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._background = Background()
        self._going = asyncio.Event()
        self._hurry = asyncio.Event()
        self._lapped = 0.0
        self._company = secrets.token_hex(4)  # another one after it began anew
        self.begin_anew: Callable[[datetime, Json], None] | None = None
        self.state = State.NONE
        self.stretch: Stretch | None = None

    def shown(self) -> Json:
        """All that the page tells of it."""
        shown: Json = {
            "company": self._company,
            "state": self.state.value,
            "now": self._now().isoformat(),
            "scenes": [scene.shown() for scene in SCENES],
            "anew": self.begin_anew is not None,
        }
        if self.stretch is None:
            return shown
        stretch, seen = self.stretch, self.stretch.seen
        return shown | {
            "scene": stretch.scene.name if stretch.scene else None,
            "from": stretch.begins.isoformat(),
            "until": stretch.ends.isoformat(),
            "seconds": stretch.seconds,
            "seed": stretch.seed,
            "caption": seen[-1].shown(len(seen)) if seen else None,
            "last": {one.platform: one.shown(n) for n, one in enumerate(seen, 1)},
            "marks": [[one.at.isoformat(), one.what.value] for one in seen],
        }

    def begin(self, wish: Json) -> Json:
        """Plays a scene, or on from now; refused while another play goes on."""
        if self.state in ON:
            raise ControlError("a week is being played: stop it first")
        stretch = stretch_of(wish, self._now())
        scene = scene_in(wish)
        if scene and not begins_now(scene, self._now()):
            if self.begin_anew is None:
                raise ControlError("this company cannot begin anew at another time")
            self.begin_anew(scene.begins, wish)
            return {"ok": True, "anew": True}
        self.stretch = stretch
        self._go_on()
        self._background.spawn(self._run(stretch))
        return {"ok": True, "anew": False}

    def steer(self, wish: Json) -> Json:
        """Pauses, goes on, stops, or changes how long the whole takes."""
        if self.stretch is None or self.state not in ON:
            raise ControlError("nothing is being played")
        match wish.get("do"):
            case "pause":
                self.state = State.PAUSED
                self._going.clear()
            case "resume":
                self._go_on()
            case "stop":
                self.state = State.STOPPED
                self._going.set()
            case "pace":
                self.stretch.hurry(seconds_in(wish), self._now())
            case other:
                raise ControlError(f"{other!r} is none of pause, resume, stop, pace")
        self._hurry.set()
        self._simulator.revisions.bump()
        return {"ok": True}

    async def over(self) -> None:
        """Waits until nothing is played any more."""
        await self._background.idle()

    async def end(self) -> None:
        """Ends it at once: the simulator closes."""
        await self._background.stop()

    def _go_on(self) -> None:
        self._lap()
        self.state = State.PLAYING
        self._going.set()

    async def _run(self, stretch: Stretch) -> None:
        with self._background.under_way():
            try:
                await self._live(stretch)
            except Exception:
                log.exception("play")
                raise
            finally:
                ended = self._now() >= stretch.ends
                self.state = State.ENDED if ended else State.STOPPED
                self._simulator.revisions.bump()

    async def _live(self, stretch: Stretch) -> None:
        async def tell(happened: Happening) -> None:
            await self._tell(stretch, happened)

        people = People(self._simulator.sides, stretch.seed)
        people.plan_absences(stretch.begins, stretch.ends)
        hands = Hands(people, self._simulator.settled)
        living = Living(self._simulator, stretch, people, hands, tell)
        while self._now() < stretch.ends:
            await self._going.wait()
            if self.state is State.STOPPED:
                return
            async with self._simulator.moving:
                await living.step()

    async def _tell(self, stretch: Stretch, happened: Happening) -> None:
        """Shows it for as long as there is time for."""
        stretch.seen.append(happened)
        self._simulator.revisions.bump()
        self._hurry.clear()
        stretch.work(self._lap())
        wait = stretch.wait(self._now())
        if happened.what is What.OPENS:
            wait /= 2
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await self._hurry.wait()
        stretch.look(self._lap())

    def _lap(self) -> float:
        """The real seconds since the last lap; pauses do not count."""
        now = asyncio.get_running_loop().time()
        lap, self._lapped = now - self._lapped, now
        return lap

    def _now(self) -> datetime:
        return self._simulator.clock.now()
