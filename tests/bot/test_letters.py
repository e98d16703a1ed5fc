"""The end of the chain: what no chat takes is a letter, or an admin hears of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.errors import NotSaid, Rejected, Unreachable
from bot.messages import Button, Buttons, Card, Item, Paragraph, plain
from bot.model.delivery import DeliveryState, Draft
from bot.model.letter import MAIL, NOTICED, WORK_NOTICE, WRITTEN
from bot.model.receipt import Attempt, Outcome
from bot.rituals import FLOW
from bot.rituals.flow import Flow, Scene
from tests.databases import KINDS, Kind
from tests.driver import MONDAY, Team, a_team
from tests.fakes.chat import Seen
from tests.fakes.letters import FakeLetters

NINE = MONDAY + timedelta(hours=1)  # in Berlin: nobody is written to before
CARD = Card(
    ("T-1 Check prices",),
    (
        Paragraph(("Bo gave you a task.",)),
        Item(("T-1",), (), (Button("Done", "task.done", "1"),)),
        Buttons((Button("Done", "task.done", "1"),)),
        Buttons((Button("Shop", "x", url="https://tea.example"),)),
    ),
    subject="task:1",
)


def _flow() -> Flow:
    flow = Flow()

    async def say(_: Scene) -> Card | None:
        return CARD

    for kind in ("task.assigned", "standup.prompt", "link.proposal", "task.taken"):
        flow.notice(kind)(say)

    @flow.notice("delivery.failed")
    async def failed(_: Scene) -> Card | None:
        return Card(("failed",))

    return flow


@dataclass
class Post:
    """A team, and the boxes of its people."""

    team: Team
    notices: FakeLetters
    mail: FakeLetters

    async def sends(self, kind: str, key: str = "k", name: str = "Grace") -> None:
        """A message for somebody, and all that becomes of it now."""
        ref = self.team.people[name].ref
        async with self.team.store() as db:
            person = (await db.people.known([ref]))[ref]
            await db.deliveries.add(Draft(key, kind, person_id=person.id))
            await db.commit()
        await self.team.crew.pulse.settle()

    async def receipt(self, key: str = "k") -> tuple[DeliveryState, list[Attempt]]:
        """How far it came, and every attempt."""
        async with self.team.store.reading() as db:
            delivery = await db.deliveries.get(key)
            assert delivery is not None
            found = await db.deliveries.receipts.attempts([delivery.id])
        return delivery.state, list(found.get(delivery.id, ()))

    async def ways(self, key: str = "k") -> list[tuple[str, Outcome]]:
        """Where it was tried, and how that ended."""
        return [(one.platform, one.outcome) for one in (await self.receipt(key))[1]]

    def hears(self, name: str) -> list[Seen]:
        """What somebody has in their conversation."""
        return self.team.people[name].inbox


@pytest.fixture(params=KINDS)
async def post(request: pytest.FixtureRequest) -> AsyncIterator[Post]:
    """Anna, an admin; Grace on both platforms, neither of which takes a message."""
    kind: Kind = request.param
    notices, mail = FakeLetters(WORK_NOTICE), FakeLetters(MAIL)
    letters = (notices, mail)
    async with a_team(kind, now=NINE, flow=_flow(), letters=letters) as team:
        team.person("Anna", admin=True)
        team.person("Grace", platform="dingtalk", email="grace@tea.example")
        team.person("Grace", email="grace@tea.example")
        await team.know_everyone()
        for name in ("Grace", "Grace (slack)"):
            team.chat.hidden.add(team.people[name].ref)
        yield Post(team, notices, mail)


async def test_every_account_comes_first(post: Post) -> None:
    """A conversation is better than a letter."""
    post.team.chat.hidden.remove(post.team.people["Grace (slack)"].ref)
    await post.sends("task.assigned")
    assert (post.notices.sent, post.mail.sent) == ([], [])
    assert [seen.key for seen in post.hears("Grace (slack)")] == ["k"]


async def test_then_a_notice_and_nothing_more(post: Post) -> None:
    """Every attempt is on the receipt, and nobody hears of a failure."""
    await post.sends("task.assigned")
    ((box, key, _),) = post.notices.sent
    assert (box, key, post.mail.sent) == ("grace@tea.example", "k", [])
    ways = await post.ways()
    assert sorted(ways[:2]) == [
        ("dingtalk", Outcome.REROUTED),
        ("slack", Outcome.REROUTED),
    ]
    assert ways[2:] == [(WORK_NOTICE, Outcome.SENT)]
    state, attempts = await post.receipt()
    assert state is DeliveryState.SENT
    assert attempts[-1].direct
    assert post.hears("Anna") == []


async def test_then_an_e_mail(post: Post) -> None:
    """Where DingTalk drops the notice."""
    post.notices.broken = [Rejected("143105")]
    await post.sends("task.assigned")
    assert [box for box, _, _ in post.mail.sent] == ["grace@tea.example"]
    assert (await post.ways())[2:] == [
        (WORK_NOTICE, Outcome.REROUTED),
        (MAIL, Outcome.SENT),
    ]


async def test_what_even_e_mail_refuses_is_told_to_an_admin(post: Post) -> None:
    """With the attempt that came last."""
    post.notices.broken = [Rejected("notice_failed")]
    post.mail.broken = [Rejected("mail_550")]
    await post.sends("task.assigned")
    state, attempts = await post.receipt()
    assert (state, attempts[-1].error) == (DeliveryState.FAILED, "mail_550")
    assert len(post.hears("Anna")) == 1


async def test_a_mail_server_that_is_away_is_asked_again(post: Post) -> None:
    """And the letter keeps its key, so that it is shown once."""
    post.notices.broken = [Rejected("notice_failed")]
    post.mail.broken = [NotSaid("mail_421"), Unreachable("mail_no_answer")]
    await post.sends("task.assigned")
    await post.team.waits(hours=1)
    assert [key for _, key, _ in post.mail.sent] == ["k"]
    assert [outcome for _, outcome in (await post.ways())[-3:]] == [
        Outcome.UNREACHABLE,
        Outcome.ABSENT,
        Outcome.SENT,
    ]


async def test_a_chat_that_is_away_for_hours_is_not_waited_for(post: Post) -> None:
    """Nothing arrived there for certain, so it is a letter."""
    post.team.chat.hidden.clear()
    post.team.chat.broken = [NotSaid("away") for _ in range(200)]
    await post.sends("task.assigned")
    await post.team.waits(hours=5)
    assert post.notices.sent == []
    await post.team.waits(hours=4)
    assert [key for _, key, _ in post.notices.sent] == ["k"]


@pytest.mark.parametrize("kind", ["link.proposal", "task.taken"])
async def test_what_is_private_or_goes_by_is_no_letter(post: Post, kind: str) -> None:
    """It fails, and an admin hears of it."""
    await post.sends(kind)
    assert (post.notices.sent, post.mail.sent) == ([], [])
    assert (await post.receipt())[0] is DeliveryState.FAILED


async def test_a_question_of_the_day_is_no_e_mail(post: Post) -> None:
    """It stays in the app."""
    post.notices.broken = [Rejected("notice_failed")]
    await post.sends("standup.prompt")
    assert post.mail.sent == []
    assert (await post.receipt())[0] is DeliveryState.FAILED


async def test_a_letter_can_be_read_and_says_where_to_answer(post: Post) -> None:
    """Buttons that need a chat are left out."""
    await post.sends("task.assigned")
    ((_, _, letter),) = post.notices.sent
    shown = Seen(None, letter, None)  # type: ignore[arg-type]  # only its words count
    assert "Bo gave you a task." in shown.text
    assert "please answer me there" in shown.text.casefold()
    assert [b.label for b in shown.controls] == ["Shop"]
    assert plain(letter.title) == "T-1 Check prices"


def test_letters_are_of_kinds_that_exist() -> None:
    """A kind that was renamed would never reach anybody again."""
    assert set(FLOW.notices) >= NOTICED > WRITTEN
