"""The tasks' pages of all crews: each browser is shown its own."""

from bot.addresses import hashed
from bot.bootstrap.crews import Crews
from bot.model.refs import UserRef
from bot.ports.login import Inside
from bot.ports.pages import Again, Told
from bot.ports.task_pages import Entered, Press, SignIn, TaskPage, TaskPages
from storage.installing.homes import SqlHomes


class CrewTasks:
    """Satisfies `bot.ports.task_pages.TaskPages`: whoever is signed in belongs to a
    workspace, and a key to an organization. Signing in is the house's own.
    """

    def __init__(self, crews: Crews, homes: SqlHomes) -> None:
        self._crews = crews
        self._homes = homes

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self._home.secure

    def inside(self, platform: str) -> Inside | None:
        """See `bot.ports.task_pages.TaskPages.inside`."""
        return self._home.inside(platform)

    async def whose(self, session: str) -> UserRef | None:
        """See `bot.ports.task_pages.TaskPages.whose`."""
        return await self._home.whose(session)

    async def show(self, task: str, session: str) -> TaskPage | SignIn | Told:
        """See `bot.ports.task_pages.TaskPages.show`."""
        return await (await self._of(session)).show(task, session)

    async def press(
        self, task: str, session: str, browser: str, pressed: Press
    ) -> TaskPage | SignIn | Told | Again | None:
        """See `bot.ports.task_pages.TaskPages.press`."""
        pages = await self._of(session)
        return await pages.press(task, session, browser, pressed)

    async def enter(self, task: str, key: str, browser: str) -> Entered | SignIn | Told:
        """See `bot.ports.task_pages.TaskPages.enter`."""
        found = await self._homes.of_form(hashed(key))
        crew = await self._crews.join(found) if found else self._crews.home
        return await crew.tasks.enter(task, key, browser)

    async def ask(self, platform: str, task: str) -> tuple[str, str] | None:
        """See `bot.ports.task_pages.TaskPages.ask`."""
        return await self._home.ask(platform, task)

    async def back(
        self, platform: str, state: str, code: str
    ) -> tuple[str, Entered | SignIn] | None:
        """See `bot.ports.task_pages.TaskPages.back`."""
        return await self._home.back(platform, state, code)

    async def hello(self, platform: str, task: str, code: str) -> Entered | SignIn:
        """See `bot.ports.task_pages.TaskPages.hello`."""
        return await self._home.hello(platform, task, code)

    @property
    def _home(self) -> TaskPages:
        return self._crews.home.tasks

    async def _of(self, session: str) -> TaskPages:
        """The pages of who is signed in; the house's own for nobody."""
        who = await self.whose(session)
        crew = await self._crews.of(who.platform, who.tenant) if who else None
        return crew.tasks if crew else self._home


_: type[TaskPages] = CrewTasks
