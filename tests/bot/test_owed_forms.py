"""A form that was to open when the process ended is offered by the next one."""

import asyncio
from datetime import date, time, timedelta

import pytest

from bot.arguments import Arguments
from bot.context import Context
from bot.errors import HandleExpired, NotSaid, RateLimited, Unreachable
from bot.events import Commanded
from bot.messages import (
    Audience,
    Button,
    ChoiceField,
    DateField,
    Form,
    NumberField,
    Option,
    PersonField,
    Reply,
    TextField,
    TimeField,
)
from bot.model.form_field import OnlyIf
from bot.model.refs import Handle
from bot.ports.owed import Owed
from bot.registry import Commands
from storage.unit_of_work import SqlStore
from storage.work.events_codec import decode_owed, encode
from tests.databases import KINDS, Kind, fresh_store
from tests.driver import MONDAY, Member, Team, a_team
from tests.fakes.chat import Seen

BOTH = pytest.mark.parametrize("kind", KINDS)
LATER = MONDAY + timedelta(hours=2)
WHY = "I was interrupted while opening it"
BUSY = "The chat was too busy to open it just now"
BUSY_ZH = "聊天平台刚才太忙，没能打开"
WHY_ZH = "打开时我被中断了"
FORM = Form(
    name="cups",
    title="The cups",
    fields=(
        TextField(name="what", label="What", value="Cups", only_if=OnlyIf("a", ("b",))),
        NumberField(name="many", label="How many", low=1),
        ChoiceField(name="a", label="Which", options=(Option("B", "b", ("c",)),)),
        PersonField(name="who", label="Who", called=(Option("Bo", "U2"),)),
        DateField(name="day", label="When", value=date(2026, 3, 2)),
        TimeField(name="at", label="At", value=time(9, 30)),
    ),
    submit="Save",
    cancel="Cancel",
    reopen=Button("Open the form", "cups.form", "7"),
    intro=("Said first",),
)


def _table() -> Commands:
    table = Commands()

    @table.command("cups")
    async def cups(ctx: Context, args: Arguments) -> Reply:
        return Reply(FORM)

    return table


def _anna(team: Team, language: str = "en", platform: str = "slack") -> Member:
    name = "Anna Berger"
    return team.people.get(name) or team.person(
        name, language=language, platform=platform
    )


async def _cut_off(store: SqlStore, language: str, platform: str) -> Commanded:
    """The process ends while the platform is being asked to open a form."""
    async with a_team(store=store, commands=_table()) as team:
        anna = _anna(team, language, platform)
        await team.know_everyone()
        begun = asyncio.Event()

        async def hang(*_: object, **__: object) -> None:
            begun.set()
            await asyncio.Event().wait()

        team.chat.ask = hang  # type: ignore[method-assign]
        asked = Commanded(**anna._event(), where=anna.dm, text="cups")
        await team.crew.dispatcher.accept(asked)
        await begun.wait()
        await team.crew.dispatcher.abandon()
        return asked


async def _looks(team: Team) -> list[Seen]:
    """What they see once the next process took up what was left, its click over."""

    async def too_late(handle: Handle, form: Form) -> None:
        raise HandleExpired("expired_trigger_id")

    team.chat.ask = too_late  # type: ignore[method-assign]
    await team.crew.dispatcher.recover()
    await team.crew.dispatcher.idle()
    return _anna(team).sees()


@BOTH
@pytest.mark.parametrize("platform", ["slack", "dingtalk"])
@pytest.mark.parametrize(("language", "why"), [("en", WHY), ("zh", WHY_ZH)])
async def test_who_waits_for_a_form_gets_a_button_that_opens_it(
    kind: Kind, platform: str, language: str, why: str
) -> None:
    """With why, in their language; once."""
    async with fresh_store(kind) as store:
        await _cut_off(store, language, platform)
        async with a_team(store=store, commands=_table()) as team:
            _anna(team, language, platform)
            (seen,) = await _looks(team)
            assert why in seen.text
            assert "The cups" in seen.text
            again = seen.buttons["Open the form"]
            assert (again.action, again.value) == ("cups.form", "7")
            assert await _looks(team) == [seen]


async def test_a_form_whose_click_still_counts_opens() -> None:
    """A start of a second, and nobody notices."""
    async with fresh_store("sqlite") as store:
        asked = await _cut_off(store, "en", "slack")
        async with a_team(store=store, commands=_table()) as team:
            anna = _anna(team)
            await team.crew.dispatcher.recover()
            await team.crew.dispatcher.idle()
            assert asked.handle
            assert team.chat.forms[asked.handle.token] == FORM
            assert anna.sees() == []


async def test_a_form_that_nobody_waits_for_any_more_is_not_offered() -> None:
    """Hours later they have pressed again."""
    async with fresh_store("sqlite") as store:
        await _cut_off(store, "en", "slack")
        async with a_team(store=store, commands=_table(), now=LATER) as team:
            assert await _looks(team) == []


@pytest.mark.parametrize("failed", [Unreachable("http_502"), NotSaid("refused")])
async def test_a_form_that_the_platform_could_not_open_is_tried_once_more(
    failed: Exception,
) -> None:
    """Nobody knows whether it opened: the same click opens nothing twice."""
    async with a_team(commands=_table()) as team:
        anna, tried = _anna(team), list[Form]()

        async def fails(handle: Handle, form: Form) -> None:
            tried.append(form)
            raise failed if len(tried) == 1 else HandleExpired("exchanged_trigger_id")

        team.chat.ask = fails  # type: ignore[method-assign]
        await anna.says("cups")
        assert tried == [FORM, FORM]
        (seen,) = anna.sees()
        assert "Open the form" in seen.buttons


@BOTH
@pytest.mark.parametrize(("language", "why"), [("en", BUSY), ("zh", BUSY_ZH)])
async def test_a_form_that_is_refused_as_too_fast_is_offered(
    kind: Kind, language: str, why: str
) -> None:
    """Who clicked sees a button with why, not nothing; it is owed no longer."""
    async with a_team(kind, commands=_table()) as team:
        anna = _anna(team, language)
        team.chat.broken.append(RateLimited("ratelimited", 30.0))
        await anna.says("cups")
        (seen,) = anna.sees()
        assert why in seen.text
        assert "The cups" in seen.text
        again = seen.buttons["Open the form"]
        assert (again.action, again.value) == ("cups.form", "7")
        assert team.chat.forms == {}
        async with team.store() as db:
            assert await db.custody.take_up((), all_left=True) == []


async def test_the_offer_of_a_form_waits_as_any_answer_does() -> None:
    """Where the platform takes nothing else either."""
    async with a_team(commands=_table()) as team:
        anna = _anna(team)
        busy = RateLimited("ratelimited", 0.0)
        team.chat.broken += [busy, busy, busy]
        await anna.says("cups")
        (seen,) = anna.sees()
        assert "Open the form" in seen.buttons


async def test_a_form_that_never_reached_the_platform_is_offered() -> None:
    """It was tried twice, and neither click nor form is left."""
    async with a_team(commands=_table()) as team:
        anna = _anna(team)
        team.chat.broken += [Unreachable("http_502"), Unreachable("http_502")]
        await anna.says("cups")
        (seen,) = anna.sees()
        assert BUSY in seen.text


async def test_an_opened_form_leaves_nothing_to_be_done() -> None:
    """Nor anything of it in the database."""
    async with (
        fresh_store("sqlite") as store,
        a_team(store=store, commands=_table()) as team,
    ):
        await _anna(team).says("cups")
        async with store() as db:
            assert await db.custody.take_up((), all_left=True) == []


async def test_a_form_that_is_kept_is_read_back_as_it_was() -> None:
    """With the days and times in it."""
    async with a_team() as team:
        event = Commanded(**_anna(team)._event(), text="cups")
    owed = Owed(event, Reply(FORM, Audience.ONLY_YOU))
    assert decode_owed(encode(owed)) == owed
