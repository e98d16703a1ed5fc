"""The joined core, pure of platforms: give it a store, a clock and a chat, and it
works.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from bot.addresses import Addresses
from bot.answers import Answers
from bot.commands import COMMANDS
from bot.courier import Courier
from bot.dispatch import Dispatcher
from bot.i18n import naming
from bot.identify import Identify
from bot.model.crossing import KEPT
from bot.model.installation import KEPT as CREDENTIALS
from bot.owing import Doubts
from bot.pages import Pages
from bot.ports import Calendar, Chat, Clock, Directory, Store
from bot.ports.files import Files
from bot.ports.hooks import Outside
from bot.ports.leave import Leaves
from bot.ports.letters import Letters
from bot.ports.login import Login
from bot.ports.pages import FormPages
from bot.ports.sheets import Sheets
from bot.ports.task_pages import TaskPages
from bot.ports.todo import Todos
from bot.pulse import JobRunner, Pulse
from bot.registry import Commands
from bot.rituals import FLOW
from bot.rituals.delivery.boxes import Boxes
from bot.rituals.delivery.budget import metering, write_down
from bot.rituals.delivery.forgetting import forget_messages
from bot.rituals.delivery.pace import Pace
from bot.rituals.delivery.promise import Promises
from bot.rituals.delivery.tally import Tally
from bot.rituals.feedback.likely import look_for_old
from bot.rituals.flow import Flow, World
from bot.routing import Router
from bot.saying import Saying
from bot.task_pages import TaskDesk

MEMORY = timedelta(days=7)
GIVEN_UP = timedelta(days=90)  # jobs that were given up are kept for a look so long
APART = timedelta(hours=12)
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
    tasks: TaskPages

    async def recover(self) -> None:
        """Takes up what a crash left: jobs, messages that were being sent, and events
        not worked on.
        """
        await self.jobs.recover()
        await self.courier.moved.begin()
        await self._look_for_lost()
        await self.dispatcher.recover()

    async def _look_for_lost(self) -> None:
        """Where no other process can be sending, nobody waits to find out."""
        store = self.world.store
        if store.shared:
            return
        async with store() as db:
            await db.deliveries.orphan(self.world.clock.now())
            await db.commit()

    async def look_after(self) -> None:
        """Says which events are in hand, and takes up those that were left behind; to
        replicas that start, what the clock shows here.
        """
        await self.dispatcher.custody.look()
        await self.courier.moved.tell()

    async def alone(self, chore: str, work: Callable[[], Awaitable[object]]) -> None:
        """Does what is done once a day, unless another replica does."""
        async with self.world.store() as db:
            mine = await db.chores.take(chore, self.world.clock.now(), APART)
            await db.commit()
        if mine:
            await work()

    async def hand_back(self) -> None:
        """The bot stops: others take up what is not finished, and what was counted
        since the last minute is kept.
        """
        await self.dispatcher.abandon()
        await self.pulse.hand_back()
        await self.write_down()

    async def write_down(self) -> None:
        """Keeps what was counted since the last minute."""
        await write_down(self.world, self.tally)

    async def forget(self) -> None:
        """Lets go of the ids of old events, as no platform delivers again so late, and
        of drafts and links that nobody came back to, of the words of old answers, of
        jobs that were given up, and of what was said months ago. What an upgrade left
        to be done is done then, too.
        """
        now = self.world.clock.now()
        before = now - MEMORY
        async with self.world.store() as db:
            await db.inbox.forget(before)
            await db.drafts.forget_old(before)
            await db.form_links.forget_old(before)
            await db.crossings.forget_words(now - KEPT)
            await db.connections.forget(now - CREDENTIALS, now)
            await db.commit()
        await self.jobs.forget(now - GIVEN_UP)
        await forget_messages(self.world.store, now)
        await look_for_old(self.world)


@dataclass(frozen=True, slots=True)
class Besides:
    """What there may be beside the chats: `leaves`, `todos` and `logins` by platform,
    `letters` where no chat can, the first of them first, `sheets` for files of pages.
    `outside` is the way to addresses that admins name. `robot` tells what people call
    the bot where they call it by name. `files` fetches what people send.
    """

    leaves: Mapping[str, Leaves] = field(default_factory=dict)
    todos: Mapping[str, Todos] = field(default_factory=dict)
    logins: Mapping[str, Login] = field(default_factory=dict)
    letters: Sequence[Letters] = ()
    sheets: Sheets | None = None
    outside: Outside | None = None
    robot: Callable[[], str] = str
    files: Files | None = None


NOTHING = Besides()


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
    besides: Besides = NOTHING,
    installs: str = "",
) -> Crew:
    """Joins the core. `run_jobs` makes the engine that runs the handlers it is given.

    `public_url` is where pages are served, if they are; `secret` signs their links.
    `tally` counts what the platforms count. `installs` is where workspaces install us.
    """
    words, pages_at = naming(besides.robot), public_url.rstrip("/")
    beside = besides.leaves, besides.todos, pages_at, besides.outside, besides.files
    world = World(store, clock, chat, directory, calendar, words, *beside)
    addresses = Addresses(store, clock, public_url, secret)
    router = Router(commands, command)
    pace = Pace(store, clock, chat)
    front = _front(world, addresses, router, command, pace, besides, installs)
    dispatcher, pages, tasks = front
    boxes = Boxes(clock, words, besides.letters, public_url)
    courier = _courier(world, flow, boxes, pace)
    jobs = run_jobs({name: partial(job, world) for name, job in flow.jobs.items()})
    tally = tally or Tally(clock)
    ticks = [*flow.ticks, metering(tally)]
    pulse = Pulse(
        world=world, ticks=ticks, jobs=jobs, courier=courier, dispatcher=dispatcher
    )
    return Crew(dispatcher, pulse, courier, jobs, world, pages, tally, tasks)


def _answers(world: World, addresses: Addresses, pace: Pace) -> Answers:
    """Who says to people what they wait for."""
    store, clock, chat = world.store, world.clock, world.chat
    directory, promises = world.directory, Promises(store, clock, chat)
    saying = Saying(store, clock, chat, directory, addresses, pace, promises)
    return Answers(clock, pace, promises, Doubts(chat, directory), saying)


def _front(
    world: World,
    addresses: Addresses,
    router: Router,
    command: str,
    pace: Pace,
    besides: Besides,
    installs: str,
) -> tuple[Dispatcher, FormPages, TaskPages]:
    """Where people come in: by their chat, and by pages."""
    store, clock, directory = world.store, world.clock, world.directory
    identify = Identify(
        store, clock, directory, world.calendar, world.words, command,
        lambda place: not (addresses.possible or world.chat.can(place).forms),
        world.chat.can, installs=installs, pages=addresses.base,
        lessons=world.lessons, files=besides.files,
    )  # fmt: skip
    answers = _answers(world, addresses, pace)
    dispatcher = Dispatcher(store, clock, identify, router, answers)
    pages = Pages(
        store=store,
        clock=clock,
        identify=identify,
        router=router,
        receive=dispatcher,
        addresses=addresses,
        command=command,
        sheets=besides.sheets,
    )
    tasks = TaskDesk(
        store=store,
        clock=clock,
        identify=identify,
        router=router,
        addresses=addresses,
        command=command,
        logins=besides.logins,
    )
    return dispatcher, pages, tasks


def _courier(world: World, flow: Flow, boxes: Boxes, pace: Pace) -> Courier:
    return Courier(
        store=world.store,
        clock=world.clock,
        chat=world.chat,
        directory=world.directory,
        calendar=world.calendar,
        words=world.words,
        notices=flow.notices,
        boxes=boxes,
        pace=pace,
    )
