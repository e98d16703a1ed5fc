"""A company with secrets, and outsiders who press whatever they like.

Anna (an admin) and Cy keep theirs in #bunker. Bo, Gus (a guest) and Sofia (an admin)
are not in it. Every secret has a word of its own, to be looked for in what is said.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from sqlalchemy import select

from bot.events import Filled, Pressed, Values
from bot.model.absence import Days
from bot.model.area import Question
from bot.model.blocker.hook import Hook
from bot.model.budget import Quota
from bot.model.feedback import RoutingRule
from bot.model.feedback.door import Door, DoorSecret
from bot.model.onboarding import Journey, Line, Part, Step
from bot.model.onboarding import Kind as Way
from bot.model.refs import PlaceRef
from bot.model.review import Cadence, Cycle, Review, Round, State, Written
from bot.model.review import Part as Said
from bot.ports import UnitOfWork
from bot.rituals.delivery.budget import set_quota
from storage.tables import metadata
from tests.bot.links.people import changes
from tests.databases import Kind
from tests.driver import PLATFORM, TENANT, Member, Team, a_team

SECRETS = (
    "bunker", "conclave", "layoffs", "liquidate", "moonshot", "redundancies",
    "sunset", "surgery", "zeppelin",
)  # fmt: skip
HOOK = "https://conclave.example/hook"
VALUES = "measure,period,value\nZeppelin rate,2026-02-23,5%"
IMPORT = "name,role\nAnna Berger,Liquidate"
NOTED = {"counters", "inbox", "jobs", "place_people", "places"}  # by every event
WEDNESDAY = date(2026, 3, 4)
FRIDAY = date(2026, 3, 6)
SEEN = {"dm", "last_seen"}
Act = Callable[[], Awaitable[object]]
Rows = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Vault:
    """The people, and the ids of what is secret by the words of the tables."""

    team: Team
    anna: Member
    cy: Member
    twin: Member
    bo: Member
    gus: Member
    sofia: Member
    ids: Mapping[str, int]

    async def press(
        self, who: Member, action: str, value: str, where: PlaceRef | None = None
    ) -> None:
        """Presses a button that is on no card they have."""
        place = where or who.dm
        event = Pressed(**who._event(), where=place, action=action, value=value)
        await self.team.receive(event)

    async def fill(
        self,
        who: Member,
        form: str,
        values: Values,
        state: str,
        where: PlaceRef | None = None,
    ) -> Mapping[str, str]:
        """Sends a form that was never opened for them."""
        place = where or who.dm
        event = Filled(
            **who._event(), where=place, form=form, values=values, state=state
        )
        taken = await self.team.crew.dispatcher.submit(event, within=None)
        await self.team.crew.pulse.settle()
        return taken.wrong

    async def rows(self, but: Member | None = None) -> Rows:
        """Everything that is stored, but what is this person's own. As writers read it:
        on SQLite a reader asks a thread for each of a hundred tables.
        """
        mine = await self.id_of(but) if but else 0
        found: set[tuple[str, str]] = set()
        async with self.team.store() as db:
            for table in metadata.sorted_tables:
                if table.name in NOTED:
                    continue
                kept = [column for column in table.c if column.name not in SEEN]
                whose = "id" if table.name == "people" else "person_id"
                for row in (await db.connection.execute(select(*kept))).mappings():
                    if not mine or row.get(whose) != mine:
                        found.add((table.name, repr(dict(row))))
        return frozenset(found)

    async def id_of(self, member: Member) -> int:
        """A member's id as a person."""
        async with self.team.store.reading() as db:
            return (await db.people.known([member.ref]))[member.ref].id

    async def watched(
        self, who: Member, act: Act, *, desk: PlaceRef | None = None
    ) -> str:
        """Everything that `who` is shown for doing something.

        Nobody else may see any of it, but who is where it is done, or at the `desk`
        that it is sent to.
        """
        before, forms = list(self.team.chat.messages), dict(self.team.chat.forms)
        await act()
        new = [
            seen
            for seen, old in zip_longest(self.team.chat.messages, before)
            if seen != old
        ]
        for seen in new:
            theirs = seen.only == who.ref or seen.ref.place == who.dm
            assert theirs or seen.ref.place in (self.general, desk), seen.text
        opened = [f for t, f in self.team.chat.forms.items() if t not in forms]
        return repr(([(seen.text, seen.card) for seen in new], opened)).casefold()

    @property
    def bunker(self) -> PlaceRef:
        """The private channel."""
        return self.team.places["#bunker"]

    @property
    def general(self) -> PlaceRef:
        """Where everybody is."""
        return self.team.places["#general"]


@asynccontextmanager
async def a_vault(kind: Kind = "sqlite") -> AsyncIterator[Vault]:
    """10:00 in Berlin; today's stand-up has asked, and Cy has answered."""
    async with a_team(kind) as team:
        anna = team.person("Anna Berger", admin=True)
        cy = team.person("Cy Twombly")
        bo, gus = team.person("Bo Lin"), team.person("Gus Gast", guest=True)
        sofia = team.person("Sofia Rossi", admin=True)
        twin = team.person("赛伊", platform="dingtalk", language="zh")
        team.place("#bunker", private=True, of=(anna, cy))
        await team.know_everyone()
        async with team.store() as db:
            await set_quota(db, PLATFORM, TENANT, Quota(5000, 3000))
            await db.commit()
        await changes(team, twin, "Ev-mail", email="cy@tea.example")
        await _work(anna, cy)
        await _day(team, anna, cy)
        yield Vault(
            team, anna, cy, twin, bo, gus, sofia, await _ids(team, anna, cy, twin)
        )


async def _work(anna: Member, cy: Member) -> None:
    """Zeppelins 1 to 5: open, done, blocked, given by Anna, with a part; projects."""
    for words in (
        "task add Zeppelin one #moonshot friday",
        "task add Zeppelin two #moonshot",
        "task add Zeppelin three #sunset",
    ):
        await cy.says(words, "#bunker")
    await anna.says("task add Zeppelin four @Cy", "#bunker")
    await cy.says("task done 2", "#bunker")
    await cy.says("task block 3 no zeppelin gas", "#bunker")
    await cy.says("task split 1 Zeppelin part", "#bunker")
    await cy.says("project milestone #moonshot Redundancies 20 March", "#bunker")
    await cy.says("blocker add the zeppelin is late @Anna", "#bunker")
    await anna.says("feedback triage here", "#bunker")
    await cy.says("feedback the zeppelin leaks customer:Redundancies", "#bunker")
    await anna.says("feedback approval 1 zeppelin 5 EUR from @Cy", "#bunker")
    await anna.says("kudos wall here", "#general")
    await cy.says("kudos @Anna for a zeppelin without gas", "#bunker")
    await anna.says("area new Cups @Cy")
    await cy.says('measure new "Zeppelin rate" % private target <2%')
    await cy.says('measure set zeppelin rate 3% red "the moonshot"')
    await cy.says("retro bad: the zeppelin was late", "#bunker")
    await cy.says("risk add the zeppelin bursts 4x5 !private")
    await cy.says("task add\n- Liquidate one\n- Liquidate two", "#bunker")


async def _day(team: Team, anna: Member, cy: Member) -> None:
    """The stand-up, an absence, and a form that is being answered in words."""
    await anna.says("standup new Conclave at 09:30 in #bunker", "#bunker")
    await team.waits(hours=2)
    await cy.presses("Fill")
    assert await cy.fills(q0="layoffs", q1="layoffs", q2="") == {}
    await cy.says("away today surgery")
    await cy.says("settings forms chat")
    await cy.says("away")
    await cy.says("friday")


def _question(team: Team, area_id: int, asker_id: int, asked_id: int) -> Question:
    """What Anna asked Cy about what he answers for."""
    return Question(
        area_id=area_id,
        asker_id=asker_id,
        asked_id=asked_id,
        text="Is the zeppelin insured?",
        at=team.clock.now(),
    )


def _start(team: Team, person_id: int, led_by: int) -> Journey:
    """Cy's, which Anna began: what Cy says of it is Cy's own."""
    steps = (
        Step(Line(Part.NEWCOMER, 0, "Fill the zeppelin")),
        Step(Line(Part.NEWCOMER, 0, ready="how", check=30), answer="layoffs"),
    )
    return Journey(
        person_id=person_id,
        track="warehouse",
        day=WEDNESDAY,
        made_by=led_by,
        made_at=team.clock.now(),
        manager_id=led_by,
        steps=steps,
    )


def _hook(team: Team, owner_id: int) -> Hook:
    """Which system outside is told of blockers."""
    signs, made = "redundancies", team.clock.now()
    return Hook(url=HOOK, secret=signs, owner_id=owner_id, made_at=made)


def _door(team: Team, owner_id: int) -> Door:
    """By which a system brings feedback."""
    return Door(
        key="71",
        name="Zeppelin",
        owner_id=owner_id,
        made_at=team.clock.now(),
        secrets=(DoorSecret(value="redundancies"),),
    )


async def _measure(db: UnitOfWork, team: Team, by: int) -> Mapping[str, int]:
    """Cy's own, which is private, and a list that Anna wants to import."""
    (measure,) = await db.measures.living()
    listed = await db.measures.imports.propose(by, VALUES, team.clock.now())
    return {"measure": measure.id, "values": listed}


async def _review(db: UnitOfWork, team: Team, about: int, by: int) -> Mapping[str, int]:
    """What Anna wrote about Cy, and what Cy says of it: nobody else's."""
    now, items = team.clock.now(), db.reviews
    cycle = await items.add_cycle(
        Cycle(
            name="Half a year",
            cadence=Cadence.HALF_YEARLY,
            made_by=by,
            made_at=now,
            self_first=True,
        )
    )
    sent = Review(
        round_id=0, person_id=about, reviewer_id=by, state=State.SENT, sent_at=now
    )
    new = Round(
        cycle_id=cycle.id, since=WEDNESDAY, opens=WEDNESDAY, due=FRIDAY, made_at=now
    )
    round = await items.open(new, [replace(sent, version=1)])
    assert round
    (review,) = await items.of_round(round.id)
    for part in (Said.REVIEW, Said.SELF, Said.COMMENT, Said.NOTE):
        fields = dict.fromkeys(("strengths", "proud", "comment", "note"), "layoffs")
        await items.words.keep(review.id, Written(part, by, fields, now))
    return {"review": review.id, "review_round": round.id, "review_cycle": cycle.id}


async def _ids(team: Team, anna: Member, cy: Member, twin: Member) -> Mapping[str, int]:
    async with team.store() as db:
        known = await db.people.known([anna.ref, cy.ref, twin.ref])
        moonshot = await db.projects.named("moonshot")
        assert moonshot
        (milestone,) = await db.projects.milestones([moonshot.id])
        (standup,) = await db.standups.all()
        (area,) = await db.areas.living()
        day = await db.standups.days.last(standup.id)
        accounts = await db.people.accounts_of([known[cy.ref].id, known[twin.ref].id])
        absence = await db.absences.add(
            known[cy.ref].id, FRIDAY, FRIDAY, "surgery", by_id=known[anna.ref].id
        )
        leave = await db.leaves.tell(accounts[0], Days(WEDNESDAY, WEDNESDAY))
        asked = await db.areas.ask(
            _question(team, area.id, known[anna.ref].id, known[cy.ref].id)
        )
        boss = known[anna.ref].id
        listed = await db.team.imports.propose(boss, IMPORT, team.clock.now())
        besides = await _besides(db, team, known[cy.ref].id, known[anna.ref].id)
        await db.commit()
    assert day
    return {
        **besides,
        "anna": known[anna.ref].id,
        "cy": known[cy.ref].id,
        "twin": known[twin.ref].id,
        "mine": accounts[0].id,
        "other": accounts[1].id,
        "project": moonshot.id,
        "milestone": milestone.id,
        "standup": standup.id,
        "day": day.id,
        "batch": 1,
        "area": area.id,
        "question": asked.id,
        "import": listed,
        "leave": leave.id,
        "absence": absence.id,
    }


async def _besides(
    db: UnitOfWork, team: Team, cy_id: int, anna_id: int
) -> Mapping[str, int]:
    """Cy's first weeks, and where feedback comes from and goes."""
    await db.doors.add(_door(team, anna_id))
    await db.hooks.put(_hook(team, anna_id))
    rule = RoutingRule(words=("zeppelin",), person_id=anna_id)
    route = await db.feedback.rules.add_route(rule)
    now = team.clock.now()
    came = await db.onboarding.passages.add(cy_id, Way.START, now)
    went = await db.onboarding.passages.add(cy_id, Way.LEAVE, now)
    assert came
    assert went
    start = await db.onboarding.add(_start(team, cy_id, anna_id))
    first, check = start.steps
    return {
        **await _review(db, team, cy_id, anna_id),
        **await _measure(db, team, anna_id),
        "door": 71,
        "route": route.id,
        "onboarding": start.id,
        "came": came.id,
        "went": went.id,
        "step": first.id,
        "check": check.id,
    }
