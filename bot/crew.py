"""The joined core, pure of platforms: give it a store, a clock and a chat, and it
works.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.addresses import Addresses
from bot.answers import Answers
from bot.commands import COMMANDS
from bot.courier import Courier
from bot.dispatch import Dispatcher
from bot.i18n import words
from bot.identify import Identify
from bot.model.crossing import KEPT
from bot.pages import Pages
from bot.ports import Calendar, Chat, Clock, Directory, Store
from bot.ports.leave import Leaves
from bot.ports.pages import FormPages
from bot.ports.sheets import Sheets
from bot.ports.todo import Todos
from bot.pulse import JobRunner, Pulse
from bot.registry import Commands
from bot.rituals import FLOW
from bot.rituals.budget import metering, write_down
from bot.rituals.flow import Flow, World
from bot.rituals.tally import Tally
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
    pages: FormPages
    tally: Tally

    async def recover(self) -> None:
        """Takes up what a crash left: jobs, and events not worked on."""
        await self.jobs.recover()
        await self.dispatcher.recover()

    async def write_down(self) -> None:
        """Keeps what was counted since the last minute: the bot stops."""
        await write_down(self.world, self.tally)

    async def forget(self) -> None:
        """Lets go of the ids of old events, as no platform delivers again so late, and
        of drafts and links that nobody came back to, and of the words of old answers.
        """
        now = self.world.clock.now()
        before = now - MEMORY
        async with self.world.store() as db:
            await db.inbox.forget(before)
            await db.drafts.forget_old(before)
            await db.form_links.forget_old(before)
            await db.crossings.forget_words(now - KEPT)
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
    public_url: str = "",
    secret: str = "",
    commands: Commands = COMMANDS,
    flow: Flow = FLOW,
    tally: Tally | None = None,
    leaves: Mapping[str, Leaves] | None = None,
    todos: Mapping[str, Todos] | None = None,
    sheets: Sheets | None = None,
) -> Crew:
    """Joins the core. `run_jobs` makes the engine that runs the handlers it is given.

    `public_url` is where form pages are served, if they are; `secret` signs them.
    `tally` counts what the platforms count. `leaves` and `todos` are by platform;
    `sheets` write the files that pages give.
    """
    known = leaves or {}, todos or {}
    world = World(store, clock, chat, directory, calendar, words, *known)
    addresses = Addresses(store, clock, public_url, secret)
    router = Router(commands, command)
    dispatcher, pages = _front(world, addresses, router, command, sheets)
    courier = _courier(world, flow)
    jobs = run_jobs({name: partial(job, world) for name, job in flow.jobs.items()})
    tally = tally or Tally(clock)
    pulse = Pulse(
        world=world,
        ticks=[*flow.ticks, metering(tally)],
        jobs=jobs,
        courier=courier,
        dispatcher=dispatcher,
    )
    return Crew(dispatcher, pulse, courier, jobs, world, pages, tally)


def _front(
    world: World,
    addresses: Addresses,
    router: Router,
    command: str,
    sheets: Sheets | None,
) -> tuple[Dispatcher, FormPages]:
    """Where people come in: by their chat, and by a form's page."""
    store, clock, directory = world.store, world.clock, world.directory
    identify = Identify(
        store, clock, directory, world.calendar, world.words, command,
        lambda place: not (addresses.possible or world.chat.can(place).forms),
        world.chat.can,
    )  # fmt: skip
    answers = Answers(store, clock, world.chat, directory, addresses)
    dispatcher = Dispatcher(store, identify, router, answers)
    pages = Pages(
        store=store,
        clock=clock,
        identify=identify,
        router=router,
        receive=dispatcher,
        addresses=addresses,
        command=command,
        sheets=sheets,
    )
    return dispatcher, pages


def _courier(world: World, flow: Flow) -> Courier:
    return Courier(
        store=world.store,
        clock=world.clock,
        chat=world.chat,
        directory=world.directory,
        calendar=world.calendar,
        words=world.words,
        notices=flow.notices,
    )
