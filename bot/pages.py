"""Form pages: satisfies `bot.ports.pages.FormPages`.

A page does what a platform's own form does: the button's handler opens it, the same
dispatcher takes it, and what is wrong stands beside its field.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from bot.addresses import Addresses, hashed
from bot.cards import examples
from bot.cards import pages as cards
from bot.context import Context
from bot.errors import StoreAway, UserError
from bot.events import Filled, Pressed, Values
from bot.filling import checked, in_words, retold, shaped, with_values
from bot.identify import Identify
from bot.messages import Form
from bot.model.draft import FormDraft, Opener
from bot.model.form_link import FormLink, LinkState
from bot.model.refs import UserRef
from bot.offers import people_for, places_for
from bot.ports import Clock, Receive, Store, Translate
from bot.ports.pages import Again, Download, FormPage, FormPages, Kept, Told, Typed
from bot.ports.receive import Taken
from bot.ports.sheets import Sheets
from bot.routing import Router

NOBODY = UserRef("", "", "")
NOTHING: Typed = {}


@dataclass(frozen=True, slots=True)
class Look:
    """A form as it opens now. `now` is the present on the reader's own clock."""

    page: FormPage
    t: Translate
    now: datetime


class Closed(Exception):
    """There is no form to show: `told` is the page that says why."""

    def __init__(self, told: Told) -> None:
        super().__init__(told.verdict)
        self.told = told


class Pages:
    """Shows forms by their addresses, and takes them."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        identify: Identify,
        router: Router,
        receive: Receive,
        addresses: Addresses,
        command: str,
        sheets: Sheets | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._identify = identify
        self._router = router
        self._receive = receive
        self._addresses = addresses
        self._command = command
        self._sheets = sheets

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self._addresses.secure

    async def show(self, token: str, browser: str) -> FormPage | Told:
        """See `bot.ports.pages.FormPages.show`."""
        try:
            return (await self._look(await self._open(token, browser))).page
        except Closed as closed:
            return closed.told

    async def send(
        self, token: str, browser: str, typed: Typed
    ) -> FormPage | Told | Again | Download:
        """See `bot.ports.pages.FormPages.send`."""
        try:
            link = await self._open(token, browser, typed)
            look = await self._look(link, typed)
        except Closed as closed:
            return closed.told
        page, t = look.page, look.t
        values = shaped(page.form, typed, page.people)
        taken, wrong = checked(page.form, values, look.now, page.places)
        errors = {name: t(e.key, **e.values) for name, e in wrong.items()}
        done = Taken()
        if not errors:
            filled = _filled(link, page.form, taken, self._clock.now())
            files = self._sheets is not None
            done = await self._receive.submit(
                filled, within=None, stays=True, takes_files=files
            )
            errors = dict(done.wrong)
        if errors:
            with suppress(StoreAway):  # the page has it still
                await self._keep(link, values)
            return replace(page, form=with_values(page.form, values), errors=errors)
        options = (*page.people, *page.places)
        names = {option.value: option.label for option in options}
        told = await self._sent(link, t, in_words(t, retold(page.form), taken, names))
        if done.file and self._sheets:
            content = await asyncio.to_thread(self._sheets.written, done.file)
            return Download(done.file.file, content)
        return await self._on(link, done.then.opener) if done.then else told

    async def keep(self, token: str, browser: str, typed: Typed) -> Kept | Told:
        """See `bot.ports.pages.FormPages.keep`."""
        try:
            link = await self._open(token, browser)
            page = (await self._look(link)).page
        except Closed as closed:
            return closed.told
        await self._keep(link, shaped(page.form, typed, page.people))
        return Kept(page.labels.kept)

    async def back(
        self, token: str, browser: str, typed: Typed
    ) -> FormPage | Told | Again:
        """See `bot.ports.pages.FormPages.back`."""
        try:
            link = await self._open(token, browser)
            page = (await self._look(link)).page
        except Closed as closed:
            return closed.told
        if page.form.back is None:
            return page
        await self._keep(link, shaped(page.form, typed, page.people))
        before = page.form.back
        return await self._on(link, Opener(before.action, before.value))

    async def again(self, token: str, browser: str) -> Again | Told:
        """See `bot.ports.pages.FormPages.again`."""
        try:
            link, state = await self._recognize(token, browser)
        except Closed as closed:
            return closed.told
        if state is not LinkState.USED:
            return await self._why(link, state)
        return await self._on(link, link.opener)

    async def _on(self, link: FormLink, opener: Opener) -> Again:
        """A page of its own for another form, in the same browser."""
        token = await self._addresses.make(
            link.person_id, link.who, opener, where=link.where, browser=link.browser
        )
        return Again(token)

    async def _recognize(self, token: str, browser: str) -> tuple[FormLink, LinkState]:
        """The link, which is the first browser's from now on, and what it is worth."""
        link = await self._addresses.find(token)
        if link is None:
            t = await self._identify.words(NOBODY)
            raise Closed(cards.unknown(t, t("page-ask-word")))
        if not browser:
            raise Closed(cards.no_browser(await self._identify.words(link.who)))
        mine = hashed(browser)
        if link.browser is None:
            async with self._store() as db:
                await db.form_links.bind(link.key, mine)
                link = await db.form_links.get(link.key) or link
                await db.commit()
        return link, link.state(self._clock.now(), mine)

    async def _open(
        self, token: str, browser: str, typed: Typed | None = None
    ) -> FormLink:
        """The link, if its form can be filled. What came too late is kept as a draft.

        Raises Closed.
        """
        link, state = await self._recognize(token, browser)
        if state is LinkState.OPEN:
            return link
        if state is LinkState.EXPIRED and typed:
            page = (await self._look(link)).page
            await self._keep(link, shaped(page.form, typed, page.people))
        raise Closed(await self._why(link, state))

    async def _why(self, link: FormLink, state: LinkState) -> Told:
        t = await self._identify.words(link.who)
        match state:
            case LinkState.USED:
                return cards.used(t, link.taken)
            case LinkState.TAKEN:
                async with self._store.reading() as db:
                    person = await db.people.get(link.person_id)
                return cards.taken(t, person.name, self._asking(t, link))
            case _:
                return cards.expired(t, self._asking(t, link))

    def _asking(self, t: Translate, link: FormLink) -> str:
        """What they type for a link of their own."""
        return examples.typed(t, link.who.platform, self._command, t("page-ask-word"))

    async def _look(self, link: FormLink, typed: Typed = NOTHING) -> Look:
        """The form as it opens now; looking changes nothing. Raises Closed, which tells
        what was `typed` where it opens no longer.
        """
        pressed = Pressed(
            id=f"page:{link.key}",
            at=self._clock.now(),
            who=link.who,
            where=link.where,
            action=link.opener.action,
            value=link.opener.value,
        )
        facts = await self._identify.look_up(pressed)
        async with self._store() as db:
            ctx = await self._identify.meet(db, pressed, facts)
            form = await self._form(ctx, link, typed)
            page = FormPage(
                language=ctx.t.language,
                form=form,
                labels=cards.labels(ctx.t, ctx.person.name),
                people=await people_for(ctx, form),
                places=await places_for(ctx, form),
            )
            return Look(page, ctx.t, ctx.local)

    async def _form(self, ctx: Context, link: FormLink, typed: Typed) -> Form:
        try:
            form = await self._router.form(ctx, link.opener)
            title = ctx.t.line("form-gone")
        except UserError as wrong:
            form, title = None, ctx.t.line(wrong.key, **wrong.values)
        if form is None:
            texts = [text for several in typed.values() for text in several if text]
            asking = self._asking(ctx.t, link)
            raise Closed(cards.gone(ctx.t, title, asking, texts))
        return form

    async def _keep(self, link: FormLink, values: Values) -> None:
        now = self._clock.now()
        async with self._store() as db:
            draft = FormDraft(link.person_id, link.opener, values, now)
            await db.drafts.keep(draft)
            await db.commit()

    async def _sent(
        self, link: FormLink, t: Translate, rows: Sequence[tuple[str, str]]
    ) -> Told:
        """Closes the link; a draft that was on its way meanwhile goes too."""
        async with self._store() as db:
            await db.form_links.use(link.key, rows, self._clock.now())
            await db.drafts.forget(link.person_id, link.opener)
            await db.commit()
        return cards.sent(t, rows)


def _filled(link: FormLink, form: Form, values: Values, now: datetime) -> Filled:
    return Filled(
        id=f"page:{link.key}",
        at=now,
        who=link.who,
        where=link.where,
        form=form.name,
        values=values,
        state=form.state,
        reopen=str(link.opener),
    )


_: type[FormPages] = Pages
