"""The simulator: one company, one clock, and the platforms where it talks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Unpack

from aiohttp import web

from adapters.simulator.clock import MovableClock
from adapters.simulator.company import TEAWARE, Company
from adapters.simulator.control import Control
from adapters.simulator.dingtalk.app import DingTalkApp
from adapters.simulator.dingtalk.company import TEAWARE_HANGZHOU, DingTalkCompany
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.guard import loopback_only
from adapters.simulator.journey import Driver, Idle, Together, move, move_to_next, span
from adapters.simulator.play.play import Play
from adapters.simulator.revisions import Revisions
from adapters.simulator.side import Side
from adapters.simulator.slack.app import Shortcut, SlackApp, SlackOptions
from adapters.simulator.slack.outbox import ACK_SECONDS, Sleeper
from adapters.simulator.slack.side import SlackSide
from adapters.simulator.slack.stage import SlackStage
from adapters.simulator.wire import ControlError, Json

LARGEST_UPLOAD = 24 * 1024**2  # DingTalk takes 20 MB, and a form around it


class Simulator:
    """Own the pretend workspace and serve it; all that is private to it is in here."""

    def __init__(
        self,
        company: Company = TEAWARE,
        clock: MovableClock | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        pace: Callable[[], float] | None = None,
        ack_seconds: float = ACK_SECONDS,
        sleeper: Sleeper | None = None,
        dingtalk: DingTalkCompany | None = TEAWARE_HANGZHOU,
        dingtalk_app: DingTalkApp | None = None,
        **app: Unpack[SlackOptions],
    ) -> None:
        self.clock = clock or MovableClock()
        self.revisions = Revisions()
        self.driver: Driver = Idle()
        self.stopping = False
        self.moving = asyncio.Lock()
        self.journey = Together(lambda: self.driver, self._due, self._settle)
        self.play = Play(self)
        self.slack = SlackSide(
            company,
            self.clock,
            self.revisions,
            SlackApp(**app),
            monotonic=monotonic,
            pace=pace,
            ack_seconds=ack_seconds,
            sleeper=sleeper,
        )
        self.sides: list[Side] = [SlackStage(self.slack)]
        self._dingtalk: DingTalkSide | None = None
        if dingtalk is not None:
            app_there = dingtalk_app or DingTalkApp(limits=self.slack.app.limits)
            self._join_dingtalk(dingtalk, app_there, pace or monotonic)
        self._runner: web.AppRunner | None = None

    @property
    def base_url(self) -> str:
        """Where the server that mounts this one listens, without a path."""
        return self.slack.base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self.slack.base_url = url.rstrip("/")
        if self._dingtalk is not None:
            self._dingtalk.base_url = url.rstrip("/")

    @property
    def dingtalk(self) -> DingTalkSide:
        """The pretend DingTalk; `ControlError` where the company has none."""
        if self._dingtalk is None:
            raise ControlError("this company is not on DingTalk")
        return self._dingtalk

    @property
    def api_url(self) -> str:
        """Slack's Web API, for the client's `base_url`."""
        return self.slack.api_url

    @property
    def command(self) -> str:
        """The app's slash command, such as `/crew`."""
        return self.slack.app.command

    def app(self) -> web.Application:
        """The routes without a prefix: mount them under `/simulator`."""
        app = web.Application(
            middlewares=[loopback_only], client_max_size=LARGEST_UPLOAD
        )
        app.add_routes(Control(self).routes())
        for side in self.sides:
            app.add_routes(side.routes())
        app.on_shutdown.append(self._shut_down)
        return app

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Serve alone under `/simulator`, on a free port by default; say where."""
        outer = web.Application()
        outer.add_subapp("/simulator", self.app())
        self._runner = web.AppRunner(outer, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        port = self._runner.addresses[0][1]
        self.base_url = f"http://{host}:{port}"
        return self.base_url

    async def stop(self) -> None:
        """Stop serving and end all background work."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def idle(self) -> None:
        """Wait until nothing is on its way from any platform to the bot."""
        await self.slack.outbox.idle()
        if self._dingtalk is not None:
            await self._dingtalk.outbox.idle()

    def side_of(self, person: str) -> Side:
        """The platform where this person lives."""
        for side in self.sides:
            if side.knows(person):
                return side
        raise ControlError(f"nobody here is called {person!r}")

    async def advance(self, by: str | float) -> Json:
        """Move the clock on by a span such as `1h`, through all that is due."""
        return await self.move({"advance": by})

    async def move(self, wish: Json) -> Json:
        """Move the clock by `advance`, to `to`, or to the `next` thing due."""
        async with self.moving:
            return await self._move(wish)

    async def settled(self) -> None:
        """Return when nothing is on its way in either direction."""
        for _ in range(2):
            await self.idle()
            await self.journey.settle()
        await self.idle()

    async def _move(self, wish: Json) -> Json:
        before = [_last(side) for side in self.sides]
        if wish.get("next"):
            steps = await move_to_next(self.clock, self.journey)
        else:
            steps = await move(self.clock, self.journey, self._target(wish))
        self.revisions.bump()
        happened = [
            message
            for side, last in zip(self.sides, before, strict=True)
            for message in side.messages(None, None, last)
        ]
        now = self.clock.now().isoformat()
        return {"ok": True, "now": now, "steps": steps, "happened": happened}

    def _join_dingtalk(
        self, company: DingTalkCompany, app: DingTalkApp, pace: Callable[[], float]
    ) -> None:
        """The company is on DingTalk, too."""
        clock, revisions = self.clock, self.revisions
        self._dingtalk = DingTalkSide(company, clock, revisions, app, pace=pace)
        self.sides.append(DingTalkStage(self._dingtalk))

    def _target(self, wish: Json) -> datetime:
        now = self.clock.now()
        if "advance" in wish:
            return now + span(wish["advance"])
        if "to" in wish:
            target = datetime.fromisoformat(str(wish["to"]))
            if target.tzinfo is None:
                target = target.replace(tzinfo=UTC)
            if target < now:
                raise ControlError("the clock never goes back")
            return target
        raise ControlError("say advance, to, or next")

    def _due(self) -> datetime | None:
        return min(
            (due for side in self.sides if (due := side.next_due())), default=None
        )

    async def _settle(self) -> None:
        for side in self.sides:
            side.settle()

    async def _shut_down(self, app: web.Application) -> None:
        self.stopping = True
        self.revisions.bump()
        await self.play.end()
        for side in self.sides:
            await side.stop()


def _last(side: Side) -> str | None:
    messages = side.messages(None, None, None)
    return str(messages[-1]["ts"]) if messages else None


__all__ = ["Driver", "Shortcut", "Simulator"]
