"""Nothing of a review is anywhere but before two people's eyes."""

import logging
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.commands import COMMANDS
from bot.events import Pressed
from storage.secrets.vault import Vault
from storage.tables import metadata
from storage.unit_of_work import SqlStore
from tests.bot.links.people import link
from tests.bot.review.company import WORD, Company, a_company
from tests.databases import KINDS, Kind, fresh_store
from tests.driver import Member, a_team

SPRING = 'review cycle "Spring" 2026-03-13 with self-review'
PATHS = tuple(
    path
    for command in COMMANDS.commands.values()
    if command.path.startswith("review")
    for path in (command.path, *command.also)
)


@pytest.fixture(params=KINDS)
async def company(request: pytest.FixtureRequest) -> AsyncIterator[Company]:
    """Bo has written about Li, and kept a draft about 王芳; Li has confirmed."""
    kind: Kind = request.param
    async with a_company(kind) as made:
        bo, li = made.shop.bo, made.shop.li
        await made.shop.anna.says(SPRING)
        await made.until(3, 8, 30)
        await li.says("review self")
        assert await li.fills(proud=WORD) == {}
        await made.write(bo, "Li")
        await bo.says("review write @王芳")
        assert await bo.fills(strengths=WORD, what="keep") == {}
        await li.says("review acknowledge")
        assert await li.fills(comment=WORD) == {}
        yield made


def seen_by(company: Company, who: Member) -> str:
    """Everything on their screen."""
    forms = company.shop.team.chat.forms.items()
    mine = [form for token, form in forms if token.startswith(f"{who.ref.id}:")]
    return repr(([(seen.text, seen.card) for seen in who.sees()], mine))


@pytest.mark.parametrize("name", ["anna", "wei", "gus", "wang"])
async def test_no_command_shows_it_to_who_has_no_right(
    company: Company, name: str
) -> None:
    """An admin, colleagues on both chats, a guest: in private and in a channel."""
    who: Member = getattr(company.shop, name)
    names = ("@Li Mei", "@王芳", "Spring", "csv", "1")
    where = None if who.ref.platform == "dingtalk" else "#general"
    before = {"Li": await company.about(company.shop.li)}
    for path in PATHS:
        if "stop" in path or "停止" in path or "work" in path or "工作" in path:
            continue
        for rest in ("", *names):
            await who.says(f"{path} {rest}", where)
    assert WORD not in seen_by(company, who)
    assert await company.about(company.shop.li) == before["Li"]


@pytest.mark.parametrize("name", ["anna", "wei", "gus", "wang"])
async def test_no_page_and_no_question_shows_it_either(
    company: Company, name: str
) -> None:
    """The way from a form to a page, or into a dialogue, with somebody else's id."""
    who: Member = getattr(company.shop, name)
    review = await company.about(company.shop.li)
    for action in COMMANDS.buttons:
        if action.startswith("review.") and action != "review.stop":
            opener = f"{action}|{review.id}"
            for way, value in (("interview.start", opener), (action, str(review.id))):
                pressed = Pressed(**who._event(), where=who.dm, action=way, value=value)
                await company.shop.team.receive(pressed)
    assert WORD not in seen_by(company, who)


async def test_no_log_line_holds_a_word_of_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whatever happens to it, and however loud the log is."""
    caplog.set_level(logging.INFO)
    async with a_company() as company:
        await company.shop.anna.says(SPRING)
        await company.until(3, 8, 30)
        await company.write(company.shop.bo, "Li")
        await company.shop.li.says("review read")
        await company.shop.bo.says("review write @Li")
        await company.shop.bo.fills(strengths=WORD * 900)
    assert WORD not in caplog.text
    assert not any(WORD in repr(vars(record)) for record in caplog.records)


@pytest.mark.parametrize("kind", KINDS)
async def test_the_database_keeps_it_encrypted(kind: Kind) -> None:
    """What was sent, what is a draft, and what was typed in a dialogue half done."""
    async with fresh_store(kind) as plain:
        store = SqlStore(plain.database, plain.organization_id, vault=Vault(["key"]))
        async with a_team(store=store) as team:
            anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
            await team.know_everyone()
            await anna.says("team set @Bo manager @Anna")
            await anna.says('review cycle "Spring" 2026-03-13')
            await anna.says("review write @Bo")
            assert await anna.fills(strengths=WORD, next=WORD, note=WORD) == {}
            await anna.says("settings forms chat")
            await anna.says("review write @Bo")
            await anna.says(WORD)
            read = await bo.says("review read")
            assert read
            assert WORD in read.text
            async with store.reading() as db:
                for table in metadata.sorted_tables:
                    rows = (await db.connection.execute(select(table))).mappings()
                    kept = repr([dict(row) for row in rows])
                    assert WORD not in kept, table.name


async def test_who_is_one_with_somebody_else_has_one_review(company: Company) -> None:
    """What was sent stays, and nobody is left to review themselves."""
    li, bo, wang = company.shop.li, company.shop.bo, company.shop.wang
    await link(li, wang)
    review = await company.about(wang)
    assert review == await company.about(li)
    assert review.sent
    read = await wang.says("评估 阅读")
    assert read
    assert WORD in read.text
    await link(bo, company.shop.wei)
    await company.until(4, 9)
    other = await company.about(bo)
    assert other.reviewer_id != other.person_id
