"""The joined core, pure of platforms: give it a store, a clock and a chat, and it
works.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.answers import Answers
from bot.commands import COMMANDS
from bot.courier import Courier
from bot.dispatch import Dispatcher
from bot.i18n import words
from bot.identify import Identify
from bot.ports import Calendar, Chat, Clock, Directory, Store
from bot.pulse import JobRunner, Pulse
from bot.registry import Commands
from bot.rituals import FLOW
from bot.rituals.flow import Flow, World
from bot.routing import Router

MEMORY = timedelta(days=7)
JobHandlers = Mapping[str, Callable[[int], Awaitable[None]]]


@dataclass(frozen=True, slots=True)
class Crew:
    """Events go to the dispatcher; the pulse does what is due."""

    dispatcher: Dispatcher
    pulse: Pulse
    courier: Courier
    jobs: JobRunner
    world: World

    async def recover(self) -> None:
        """Takes up what a crash left: jobs, messages in doubt, events not worked on."""
        await self.jobs.recover()
        await self.courier.recover()
        await self.dispatcher.recover()

    async def forget(self) -> None:
        """Lets go of the ids of old events: no platform delivers again so late."""
        async with self.world.store() as db:
            await db.inbox.forget(self.world.clock.now() - MEMORY)
            await db.commit()


def assemble(
    *,
    store: Store,
    clock: Clock,
    chat: Chat,
    directory: Directory,
    calendar: Calendar,
    run_jobs: Callable[[JobHandlers], JobRunner],
    command: str = "/crew",
    commands: Commands = COMMANDS,
    flow: Flow = FLOW,
) -> Crew:
    """Joins the core. `run_jobs` makes the engine that runs the handlers it is
    given.
    """
    world = World(store, clock, chat, directory, calendar, words)
    dispatcher = Dispatcher(
        store,
        Identify(store, clock, directory, calendar, words, command),
        Router(commands, command),
        Answers(store, clock, chat, directory),
    )
    courier = Courier(
        store=store,
        clock=clock,
        chat=chat,
        directory=directory,
        calendar=calendar,
        words=words,
        notices=flow.notices,
    )
    jobs = run_jobs({name: partial(job, world) for name, job in flow.jobs.items()})
    pulse = Pulse(
        world=world, ticks=flow.ticks, jobs=jobs, courier=courier, dispatcher=dispatcher
    )
    return Crew(dispatcher, pulse, courier, jobs, world)
