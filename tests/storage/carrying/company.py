"""A company that has used everything there is: none of its tables is empty."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pprint import pformat
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.errors import NoForm
from bot.model.area import Question
from bot.model.award import Nomination
from bot.model.blocker.hook import Hook, HookCall, HookEvent
from bot.model.budget import Quota
from bot.model.celebration import OwnDays
from bot.model.feedback import (
    Facts,
    Feedback,
    RoutingRule,
    Runs,
    ServiceLevel,
    Severity,
    State,
    Step,
    Update,
    UpdateKind,
    Voice,
)
from bot.model.feedback.door import Door, DoorSecret
from bot.model.feedback.ending import Score
from bot.model.feedback.rhythm import Rhythm, Slot
from bot.model.files import FileLink, Keeping
from bot.model.installation import Company, Grant, Tokens
from bot.model.kudos import DEFAULTS
from bot.model.lane import Limit
from bot.model.onboarding import Kind as Way
from bot.model.onboarding import Line, Part
from bot.model.onboarding.passage import Was
from bot.model.onboarding.tracks import Track
from bot.model.review import Entry, Happened, Written
from bot.model.review import Part as Said
from bot.model.team import Expected
from bot.ports import UnitOfWork
from bot.ports.doors import Mark
from bot.ports.leave import Leave
from bot.rituals.delivery.budget import set_quota
from bot.rituals.directory import meet_everyone
from storage.database.engine import connect
from storage.database.upgrade import upgrade
from storage.installing.installations import SqlInstallations
from storage.installing.states import SqlInstallStates
from storage.secrets.vault import Vault
from storage.tables import metadata
from storage.unit_of_work import SqlStore
from tests.bot.links.people import changes, link
from tests.bot.rituals.crossings import answers, card
from tests.driver import PLATFORM, TENANT, TENANTS, Member, Team, a_team
from tests.fakes.leave import FakeLeaves
from tests.fakes.todo import FakeTodos
from tests.storage.carrying.approvals import requests

CHINA = ZoneInfo("Asia/Shanghai")
FRIDAY = date(2026, 3, 6)
DINGTALK = "dingtalk"
# What both databases must keep exactly, wherever a person can type.
HARD = "茶杯 🍵 \"it's\" <@U1> \\ \u2028 {$x} é\u0301 'NULL' 100%"


async def a_used(url: str) -> None:
    """Fills the database at `url` as a company does, from its first day."""
    async with begun(url) as store:
        await _live(store)


@asynccontextmanager
async def begun(url: str) -> AsyncIterator[SqlStore]:
    """The store of a company on its first day, open as while the bot runs."""
    async with reading(url) as store:
        await upgrade(store.database)
        await store.ensure_organization("Tea House", "Europe/Berlin", "en", "DE")
        yield store


@asynccontextmanager
async def reading(url: str) -> AsyncIterator[SqlStore]:
    """The store of a database, opened as the bot opens it."""
    database = await connect(url)
    try:
        yield SqlStore(database)
    finally:
        await database.close()


async def rows_of(url: str) -> dict[str, list[str]]:
    """Everything a database holds, as the product reads it."""
    found: dict[str, list[str]] = {}
    async with reading(url) as store, store.reading() as db:
        for name, table in metadata.tables.items():
            rows = (await db.connection.execute(select(table))).mappings()
            found[name] = sorted(pformat(dict(row)) for row in rows)
    return found


async def _live(store: SqlStore) -> None:
    leaves, todos = FakeLeaves(), FakeTodos()
    async with a_team(
        store=store,
        public_url="https://tea.example/",
        leaves={DINGTALK: leaves},
        todos={DINGTALK: todos},
    ) as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        gus = team.person("Gus Gast", guest=True)
        wang = team.person(
            "王芳", platform=DINGTALK, language="zh", zone="Asia/Shanghai"
        )
        team.person("Bo Lin", platform=DINGTALK)
        start = datetime(2026, 3, 4, tzinfo=CHINA)
        leaves.granted.append(Leave(wang.ref, start, start + timedelta(days=1)))
        await _open(team)
        await _people(team, anna, bo, wang)
        await _tasks(anna, bo, wang, gus)
        await _rooms(team, anna)
        await _standup(team, anna, bo)
        await _forms(team, anna, bo, wang)
        await _workspaces(store, team)
        await _feedback(team, anna, bo)
        await requests(team, anna, bo, HARD)
        await _thanks(anna, bo)
        await _reviews(anna, bo)
        await _areas(anna, bo)
        await _measures(anna, bo)
        await _risks(anna, bo)
        await _retros(anna, bo)


async def _open(team: Team) -> None:
    """Both platforms are connected, and everybody is known."""
    team.chat.limits[PLATFORM] = Limit(rate=50, burst=50)
    team.place("#store-eu")
    await team.know_everyone()
    async with team.store() as db:
        await db.people.connect(DINGTALK, TENANTS[DINGTALK], "茶器")
        await db.mirrors.switch(DINGTALK, TENANTS[DINGTALK], on=True)
        await set_quota(db, PLATFORM, TENANT, Quota(5000, 3000))
        await db.commit()
    await meet_everyone(team.crew.world, DINGTALK, TENANTS[DINGTALK])
    team.crew.tally.meter(DINGTALK, TENANTS[DINGTALK])("pushes")
    await team.waits(minutes=1)


async def _people(team: Team, anna: Member, bo: Member, wang: Member) -> None:
    """Who is whom, who is where, and who is away."""
    await anna.says("link people")
    await anna.presses("Not the same")
    await bo.says("link WRONGONE")
    await bo.says("my country Austria")
    await link(anna, wang)
    await anna.says("settings")
    assert await anna.fills(**{"where-task": DINGTALK}) == {}
    await changes(team, anna, "Ev-team", departments=("Marketing",), manager=bo.ref)
    await bo.says("away 5 march to 6 march dentist")


async def _tasks(anna: Member, bo: Member, wang: Member, gus: Member) -> None:
    """Tasks of every kind, a blocker, and a list that waits to become tasks."""
    await anna.says("task add Check cups #moonshot friday @Bo !high", "#general")
    await anna.says("task add Order boxes every monday", "#general")
    await bo.says("task split 1 Call the printer; Ask for prices")
    await bo.says("task depends 1 on 2")
    await bo.says(f"task comment 1 {HARD}")
    await gus.says("task follow 1", "#general")
    await anna.says("task follow 1")
    await wang.says("任务 新增 检查包装 3月6日 17:00")
    await anna.says("project milestone #moonshot Launch 20 March")
    await bo.says("blocker add the gate is locked @Anna", "#general")
    files = (FileLink("banner.png", "https://acme.slack.com/files/1"),)
    await bo.uses("task.from_message", "Check the banner", files=files)
    await bo.fills()
    await bo.says("task add\n- Ship cups\n- Fold boxes", "#general")


async def _rooms(team: Team, anna: Member) -> None:
    """Two places that are one, and an answer that crossed."""
    for place in ("#general", "#store-eu"):
        await anna.says("room tie shop", place)
    await anna.says("room threads on", "#general")
    await anna.says("task add Check prices tomorrow", "#general")
    await answers(anna, card(team, "#general"), HARD)


async def _standup(team: Team, anna: Member, bo: Member) -> None:
    """A day on which one answered, in part without a name."""
    asked = 'ask "Today?" "What annoys you? (anonymous)"'
    await anna.says(
        f"standup new Daily at 09:30 in #general for @Anna @Bo {asked}", "#general"
    )
    await team.waits(hours=2)
    await bo.presses("Fill")
    assert await bo.fills(q0=HARD, q1="too cold") == {}


async def _forms(team: Team, anna: Member, bo: Member, wang: Member) -> None:
    """A page that is open, a form half filled, a dialogue, and a code not used yet."""
    await anna.says("settings forms page")
    await anna.says("away", "#general")
    team.chat.broken.append(NoForm("none"))
    await bo.uses("task.from_message", "Count the cups")
    team.chat.broken.append(NoForm("none"))
    await bo.says("away", "#general")
    await bo.presses("Answer here instead")
    await bo.says("link")


async def _workspaces(store: SqlStore, team: Team) -> None:
    """One workspace installed us by itself, and an admin brings another one in."""
    now, vault = team.clock.now(), Vault(["a key"])
    tokens = Tokens("xoxe.xoxb-1", "xoxe-1-1", now + timedelta(hours=12))
    grant = Grant(PLATFORM, TENANT, "Tea", "A1", "U0", "B0", ("chat:write",), tokens)
    async with store() as db:
        await db.people.connect(PLATFORM, TENANT, "Tea")
        await db.connections.invite(1, "a link's hash", now + timedelta(minutes=10))
        await db.chores.take("forget", now, timedelta(hours=12))
        await db.commit()
    installations = SqlInstallations(store.database, vault, team.clock)
    await installations.keep(grant, Company("UTC", "en"), None, first=True)
    states = SqlInstallStates(store.database)
    link = await states.link("a link's hash")
    await states.begin("a state's hash", "a browser's", now, link)


async def _feedback(team: Team, anna: Member, bo: Member) -> None:
    """What two customers said of one thing, and every rule there is."""
    async with team.store() as db:
        items, now = db.feedback, team.clock.now()
        known = await db.people.known([anna.ref, bo.ref])
        first_id, second_id = known[anna.ref].id, known[bo.ref].id
        facts = Facts(Step.CART, Severity.BLOCKING, sku="CUP-1")
        file = FileLink("cart.png", "https://acme.slack.com/files/2")
        photo = FileLink("", "", "code", state=Keeping.AWAITED)
        said = Voice(sender_id=first_id, text=HARD, said_at=now, files=(file, photo))
        new = Feedback(
            opened_at=now, facts=facts, voices=(said,), followers=(second_id,)
        )
        first = await items.add(new)
        await items.files.keep(first.voices[0].files[1].id, bytes(range(256)) * 300)
        other = replace(said, sender_id=second_id, behalf_id=first_id)
        second = await items.add(replace(new, voices=(other,)))
        await items.move([second.voices[0].id], first.id, came_from=second.id)
        await items.save(replace(second, state=State.JOINED, joined_to=first.id))
        await items.alike.keep(first.id, HARD)
        await items.alike.propose(first.id, second.id)
        joined = Update(first.id, second_id, UpdateKind.JOINED, now, "F-2")
        await items.log.record(joined)
        await items.rules.choose_triage(team.places["#store-eu"])
        rule = RoutingRule(step=Step.CART, words=("cart", "购物车"), person_id=first_id)
        await items.rules.add_route(rule)
        store = team.places["#store-eu"]
        await items.rooms.keep_to([store], Rhythm.HOURLY)
        await items.rooms.wait(first.id, Slot(store, now))
        level = ServiceLevel(Severity.BLOCKING, 15, 240, first_id, Runs.ALWAYS)
        await items.rules.promise(level)
        await items.rules.reopen_for(30)
        await items.scores.give(first.id, second_id, Score(4, now))
        await _doors(db, first_id, now)
        await _webhook(db, first_id, now)
        await db.commit()


async def _doors(db: UnitOfWork, owner_id: int, now: datetime) -> None:
    """A door that was renewed, and a mailbox that was read."""
    secret = DoorSecret(value="whsec_a")
    door = Door(
        key="k", name="Magento", owner_id=owner_id, made_at=now, secrets=(secret,)
    )
    made = await db.doors.add(door)
    await db.doors.renew(made, "whsec_b", now + timedelta(hours=24))
    await db.doors.reach("a mailbox", Mark(1, 2))


async def _webhook(db: UnitOfWork, owner_id: int, now: datetime) -> None:
    """Which system outside is told of blockers, and something that it is told."""
    hook = Hook(url="https://a.example", secret=HARD, owner_id=owner_id, made_at=now)
    await db.hooks.put(hook)
    test = HookCall(message="msg_1", event=HookEvent.TEST, at=now, asker_id=owner_id)
    await db.hooks.add(test)


async def _thanks(anna: Member, bo: Member) -> None:
    """Kudos, on a wall, for a value of the company's own; an award is voted on."""
    await anna.says("kudos wall here", "#store-eu")
    await anna.says(f"kudos @Bo for the banner {HARD} #care", "#general")
    await anna.says("award new Courage monthly jury @Bo")
    await anna.says("onboarding start @Bo as warehouse on 9 March")
    async with anna.team.store() as db:
        (round,) = await db.awards.rounds(over=False)
        known = await db.people.known([anna.ref, bo.ref])
        first, second = known[anna.ref].id, known[bo.ref].id
        await db.kudos.choose_values(DEFAULTS[:3])
        await db.celebrations.keep(OwnDays(first, "03-12", FRIDAY))
        tea = Line(Part.NEWCOMER, 1, HARD, link="https://tea.example/list")
        await db.onboarding.keep_track(Track("baristas", (tea,), own=True))
        now = anna.team.clock.now()
        was = Was(("marketing",), first, "Buyer", ("marketing",))
        await db.onboarding.passages.add(second, Way.CHANGE, now, was)
        if came := await db.onboarding.passages.add(second, Way.LEAVE, now):
            await db.onboarding.passages.close(came.id, first, now)
        said = Nomination(round.id, second, first, HARD, now)
        await db.awards.nominate(said)
        await db.awards.shortlist(round.id, [first])
        await db.awards.vote(round.id, second, first)
        await db.awards.save(replace(round, decided_by=first))
        await db.commit()


async def _reviews(anna: Member, bo: Member) -> None:
    """One of Bo, begun and looked at."""
    async with anna.team.store() as db:
        known = await db.people.known([anna.ref, bo.ref])
        await db.team.lead(known[anna.ref].id, None)
        coming = Expected("zoe@tea.example", "Zoe", ("it",), known[anna.ref].id, "Dev")
        await db.team.expect(coming)
        await db.team.lead(known[bo.ref].id, known[anna.ref].id)
        await db.commit()
    await anna.says('review cycle "春季 🍵" quarterly with self-review')
    await anna.says('review text "春季 🍵" due: 请在 {截止} 前写完 🍵')
    await anna.says('review cycle "茶 🍵 {$x} é\u0301" 2026-03-27')
    await bo.says("review work on")
    await bo.says("review hour 15:00")
    async with anna.team.store() as db:
        first, second = known[anna.ref].id, known[bo.ref].id
        (review,) = await db.reviews.about(second)
        now = anna.team.clock.now()
        await db.reviews.words.keep(
            review.id, Written(Said.DRAFT, first, {"strengths": HARD}, now)
        )
        await db.reviews.log.record(Entry(review.id, Happened.READ, now, second))
        await db.commit()


async def _measures(anna: Member, bo: Member) -> None:
    """What is measured, what was reported and corrected, and a list to import."""
    await anna.says('measure new "退款率 🍵" % target <2.5% @Bo deputies @Anna')
    await bo.says(f'measure set "退款率 🍵" 24/1000 red "{HARD}"')
    await bo.says('measure set "退款率 🍵" 2.2%')
    async with anna.team.store() as db:
        (measure,) = await db.measures.living()
        now = anna.team.clock.now()
        await db.measures.imports.propose(measure.owner_id, HARD, now)
        await db.commit()


async def _risks(anna: Member, bo: Member) -> None:
    """What may go wrong: rated, given away, over."""
    await anna.says("risk add 快递停运 🚚 4x5 @Bo due:2027-01-15 mitigation: 签第二家")
    await bo.says("risk edit 1 likelihood:2 category:legal")
    await bo.says("risk add Fire !private 1x5")
    await bo.says("risk close 2 sprinklers, =1+1")


async def _retros(anna: Member, bo: Member) -> None:
    """Notes that wait and that were opened, and what came of it."""
    await bo.says("retro good: 横幅 🎉 was sold out", "#general")
    await anna.says("retro open", "#general")
    await anna.presses("Open now")
    await anna.says("retro action order more @Bo", "#general")
    await bo.says("retro bad: labels came late", "#general")


async def _areas(anna: Member, bo: Member) -> None:
    """Who answers for what, a question about it, and what is said of people."""
    await anna.says('area new "refunds 茶杯 🍵" @Bo deputies @Anna also:Rückgabe')
    await anna.says("area audit most 7")
    await anna.says("team head marketing @Anna")
    await anna.says("team set @Anna manager none kind remote role 采购")
    await anna.says("team import\nemail,kind\nanna@tea.example,office")
    async with anna.team.store() as db:
        (area,) = await db.areas.living()
        question = Question(
            area_id=area.id,
            asker_id=area.deputies[0],
            asked_id=area.owner_id,
            text=HARD,
            at=anna.team.clock.now(),
        )
        await db.areas.ask(question)
        await db.commit()
