"""Pages of tasks: satisfies `bot.ports.task_pages.TaskPages`.

The card that the chat shows is the page, and a press there is a press here: the same
handlers do it, in the same transaction as everywhere. Nobody is known by the address
alone: people sign in as their platform tells, or with a key from a chat.
"""

import logging
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from bot.addresses import Addresses, hashed
from bot.cards import examples
from bot.cards import pages as cards
from bot.context import Context
from bot.errors import ChatError, UserError
from bot.events import Pressed
from bot.identify import Identify
from bot.messages import (
    Audience,
    Button,
    Buttons,
    Card,
    Code,
    Form,
    Item,
    Line,
    Picker,
    Reply,
)
from bot.model.draft import Opener
from bot.model.form_link import ENTRY, LinkState
from bot.model.refs import UserRef
from bot.ports import Clock, Store, Translate
from bot.ports.login import Inside, Login
from bot.ports.pages import Again, Told
from bot.ports.task_pages import Entered, Press, SignIn, TaskPage, TaskPages
from bot.routing import Router
from bot.sessions import Sessions

log = logging.getLogger(__name__)
NOBODY = UserRef("", "", "")
NAME = re.compile(r"[Tt]-?(\d{1,9})", re.ASCII)
SHOW = "task.open"


class TaskDesk:
    """Shows tasks by their names, and does what is pressed there."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        identify: Identify,
        router: Router,
        addresses: Addresses,
        command: str,
        logins: Mapping[str, Login],
    ) -> None:
        self._store = store
        self._clock = clock
        self._identify = identify
        self._router = router
        self._addresses = addresses
        self._command = command
        self._logins = logins
        self._sessions = Sessions(addresses, clock)

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self._addresses.secure

    def inside(self, platform: str) -> Inside | None:
        """See `bot.ports.task_pages.TaskPages.inside`."""
        login = self._logins.get(platform)
        return login.inside if login else None

    async def whose(self, session: str) -> UserRef | None:
        """See `bot.ports.task_pages.TaskPages.whose`."""
        return await self._sessions.whose(session)

    async def show(self, task: str, session: str) -> TaskPage | SignIn | Told:
        """See `bot.ports.task_pages.TaskPages.show`."""
        who = await self._sessions.whose(session)
        if who is None:
            return await self._sign_in(task)
        return await self._page(who, task, session)

    async def press(
        self, task: str, session: str, browser: str, pressed: Press
    ) -> TaskPage | SignIn | Told | Again | None:
        """See `bot.ports.task_pages.TaskPages.press`."""
        who = await self._sessions.whose(session)
        if who is None or not await self._sessions.fits(session, pressed.sign):
            return await self._sign_in(task)
        page = await self._page(who, task, session)
        if not isinstance(page, TaskPage):
            return page
        opener = _opener(pressed.press)
        if opener not in await self._offers(who, page, pressed.after):
            t = await self._identify.words(who)
            return replace(page, said=t.line("page-task-changed"))
        try:
            done = await self._do(who, opener, browser)
        except UserError as wrong:
            t = await self._identify.words(who)
            return replace(page, said=_said(t, wrong))
        if not isinstance(done, Card):
            return done
        page = await self._page(who, task, session)
        if isinstance(page, TaskPage):
            return replace(page, answer=done, after=pressed.press)
        return page

    async def enter(self, task: str, key: str, browser: str) -> Entered | SignIn | Told:
        """See `bot.ports.task_pages.TaskPages.enter`."""
        link = await self._addresses.known(key)
        if link is None or link.opener.action != ENTRY:
            return await self._sign_in(task, key="page-key-gone")
        if not browser:
            return cards.no_browser(await self._identify.words(link.who))
        now = self._clock.now()
        async with self._store() as db:
            await db.form_links.bind(link.key, hashed(browser))
            link = await db.form_links.get(link.key) or link
            good = link.state(now, hashed(browser)) is LinkState.OPEN
            if good:
                await db.form_links.use(link.key, (), now)
            await db.commit()
        if not good:
            return await self._sign_in(task, key="page-key-gone")
        return Entered(await self._sessions.open(link.who))

    async def ask(self, platform: str, task: str) -> tuple[str, str] | None:
        """See `bot.ports.task_pages.TaskPages.ask`."""
        login = self._logins.get(platform)
        if login is None or not self._addresses.possible:
            return None
        state = await self._sessions.leave(platform, task)
        back = self._addresses.page(f"login/{platform}/back")
        return login.ask(back, state), state

    async def back(
        self, platform: str, state: str, code: str
    ) -> tuple[str, Entered | SignIn] | None:
        """See `bot.ports.task_pages.TaskPages.back`."""
        task = await self._sessions.returned(platform, state)
        if task is None:
            return None
        return task, await self._known(platform, task, code, inside=False)

    async def hello(self, platform: str, task: str, code: str) -> Entered | SignIn:
        """See `bot.ports.task_pages.TaskPages.hello`."""
        return await self._known(platform, task, code, inside=True)

    async def _known(
        self, platform: str, task: str, code: str, *, inside: bool
    ) -> Entered | SignIn:
        try:
            who = await self._logins[platform].who(code, inside=inside)
        except (ChatError, KeyError) as failed:
            why = failed.code if isinstance(failed, ChatError) else platform
            log.info("not signed in", extra={"platform": platform, "why": why})
            return await self._sign_in(task, key="page-not-signed-in")
        return Entered(await self._sessions.open(who))

    async def _page(self, who: UserRef, task: str, session: str) -> TaskPage | Told:
        """The task as it is for them; looking changes nothing."""
        name = NAME.fullmatch(task)
        number = str(int(name[1])) if name else "0"
        pressed = self._pressed(who, Opener(SHOW, number))
        facts = await self._identify.look_up(pressed)
        async with self._store() as db:
            ctx = await self._identify.meet(db, pressed, facts)
            left = await db.onboarding.left([ctx.person.id], ctx.today)
            if left or not ctx.person.active:
                return cards.stranger(ctx.t)
            try:
                reply = await self._router.run(ctx)
            except UserError as wrong:
                title = ctx.t.line(wrong.key, **wrong.values)
                return cards.gone(ctx.t, title, self._asking(ctx.t, who, task))
        card = reply.body if reply else None
        if not isinstance(card, Card):
            raise TypeError(SHOW)
        return TaskPage(
            language=ctx.t.language,
            app=ctx.t("app-name"),
            who=ctx.t("page-for", who=ctx.person.name),
            card=card,
            sign=await self._sessions.sign(session),
        )

    async def _offers(
        self, who: UserRef, page: TaskPage, after: str
    ) -> Collection[Opener]:
        """Everything that can be pressed there now: on the task, and in the answer to
        the press before, which is asked for again and changes nothing.
        """
        offered = set(_offered(page.card))
        if after and _opener(after) in offered:
            again = self._pressed(who, _opener(after))
            async with self._store() as db:
                ctx = await self._identify.meet(db, again)
                with suppress(UserError):
                    reply = await self._router.run(ctx)
                    offered |= set(_offered(_answer(reply)))
        return offered

    async def _do(
        self, who: UserRef, opener: Opener, browser: str
    ) -> Again | Card | None:
        """Does what the button does, or goes to the page of the form it opens."""
        pressed = self._pressed(who, opener)
        facts = await self._identify.look_up(pressed)
        async with self._store() as db:  # looking whether it opens one changes nothing
            ctx = await self._identify.meet(db, pressed, facts)
            form: Form | None = await self._router.form(ctx, opener)
        if form is not None:
            return await self._on(ctx, form.opener, browser)
        async with self._store() as db:
            ctx = await self._identify.meet(db, pressed, facts)
            reply = await self._router.run(ctx)
            await db.commit()
        return _answer(reply)

    async def _on(self, ctx: Context, opener: Opener, browser: str) -> Again:
        mine = hashed(browser) if browser else None
        person, who = ctx.person.id, ctx.event.who
        return Again(await self._addresses.make(person, who, opener, browser=mine))

    def _pressed(self, who: UserRef, opener: Opener) -> Pressed:
        return Pressed(
            id=f"page:{opener}",
            at=self._clock.now(),
            who=who,
            action=opener.action,
            value=opener.value,
        )

    async def _sign_in(self, task: str, key: str = "page-sign-in") -> SignIn:
        """Every way to say who one is."""
        t = await self._identify.words(NOBODY)
        name = NAME.fullmatch(task)
        shown = f"T-{name[1]}" if name else ""
        typed = self._asking(t, NOBODY, shown)
        ways = {each: t(f"page-sign-in-{each}") for each in self._logins}
        return SignIn(cards.sign_in(t, key, typed), ways)

    def _asking(self, t: Translate, who: UserRef, task: str) -> str:
        """What they type for a key of their own."""
        words = t("page-task-word", task=task)
        if not who.platform:
            return words
        return examples.typed(t, who.platform, self._command, words)


def _opener(press: str) -> Opener:
    """A button as the page names it."""
    action, _, value = press.partition(" ")
    return Opener(action, value)


def _answer(reply: Reply | None) -> Card | None:
    """What is for their eyes; a card that changed in its place is the page itself."""
    if reply is None or reply.audience is not Audience.ONLY_YOU:
        return None
    return reply.body if isinstance(reply.body, Card) else None


def _offered(card: Card | None) -> Iterator[Opener]:
    """Everything that can be pressed on a card."""
    for control in _controls(card) if card else ():
        match control:
            case Button(action=action, value=value):
                yield Opener(action, value)
            case Picker(action=action, options=options):
                yield from (Opener(action, option.value) for option in options)


def _controls(card: Card) -> Iterator[Button | Picker]:
    for block in card.blocks:
        match block:
            case Buttons(items):
                yield from items
            case Item(_, _, buttons):
                yield from buttons
            case _:
                pass


def _said(t: Translate, wrong: UserError) -> Line:
    line = t.line(wrong.key, **wrong.values)
    if wrong.try_this:
        line = (*line, " ", *t.line("error-try", example=Code(wrong.try_this)))
    return line


_: type[TaskPages] = TaskDesk
