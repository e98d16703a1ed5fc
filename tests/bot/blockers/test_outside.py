"""The webhook: what another system hears of blockers, and what it never hears."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.model.blocker.hook import AGAIN, Heard, Hook
from bot.ports.hooks import Outside
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team

URL = "https://hooks.example.com/shop?token=geheim"


@dataclass
class FakeOutside:
    """Answers what it is told to, and remembers what it was sent."""

    answers: list[Heard] = field(default_factory=list)
    told: list[tuple[Hook, str, dict[str, object]]] = field(default_factory=list)

    async def tell(self, hook: Hook, message: str, body: bytes, now: datetime) -> Heard:
        """The next answer; 204 where none is left."""
        self.told.append((hook, message, json.loads(body)))
        return self.answers.pop(0) if self.answers else Heard(204)

    @property
    def types(self) -> list[object]:
        """What it was told of."""
        return [said["type"] for _, _, said in self.told]


_: type[Outside] = FakeOutside


@pytest.fixture
def outside() -> FakeOutside:
    return FakeOutside()


@pytest.fixture(params=KINDS)
async def team(
    request: pytest.FixtureRequest, outside: FakeOutside
) -> AsyncIterator[Team]:
    kind: Kind = request.param
    async with a_team(kind, outside=outside) as one:
        one.person("Anna Berger", admin=True)
        one.person("Bo Chen")
        await one.know_everyone()
        yield one


@pytest.fixture
async def anna(team: Team) -> Member:
    return team.people["Anna Berger"]


@pytest.fixture
async def bo(team: Team) -> Member:
    return team.people["Bo Chen"]


async def _set(team: Team, anna: Member) -> str:
    await anna.says(f"blocker webhook {URL}")
    await team.waits(minutes=1)
    return "\n".join(seen.text for seen in anna.inbox)


async def test_the_secret_is_shown_once_and_a_test_is_sent(
    team: Team, anna: Member, outside: FakeOutside
) -> None:
    """What the address may hold as a token is not shown again, either."""
    said = await _set(team, anna)
    assert "whsec_" in said
    assert outside.types == ["webhook.test"]
    assert "The test arrived at hooks.example.com: it answered 204" in (
        anna.inbox[-1].text
    )
    again = await anna.says("blocker webhook")
    assert again
    assert "whsec_" not in again.text
    assert "geheim" not in again.text
    assert "arrived (204)" in again.text


async def test_what_becomes_of_a_blocker_is_told(
    team: Team, anna: Member, bo: Member, outside: FakeOutside
) -> None:
    """Each under a name of its own; only what was said where everybody reads."""
    await _set(team, anna)
    await bo.says("blocker add no stock numbers @Anna", "#general")
    await bo.says("blocker add my own trouble")
    await anna.says("blocker resolve 1 they are here")
    await anna.says("blocker reopen 1")
    await team.waits(minutes=1)
    assert outside.types[1:] == [
        "blocker.opened", "blocker.resolved", "blocker.reopened",
    ]  # fmt: skip
    data = outside.told[1][2]["data"]
    assert isinstance(data, dict)
    assert (data["id"], data["reporter"], data["asked"]) == (
        "B-1", "Bo Chen", ["Anna Berger"],
    )  # fmt: skip
    assert len({message for _, message, _ in outside.told}) == 4


async def test_it_is_tried_again_under_the_same_name(
    team: Team, anna: Member, bo: Member, outside: FakeOutside
) -> None:
    """After seconds, then minutes; no sooner than the other side asks."""
    await _set(team, anna)
    outside.answers = [Heard(503, wait=timedelta(minutes=2)), Heard(why="timeout")]
    await bo.says("blocker add no stock numbers", "#general")
    await team.waits(minutes=1)
    assert len(outside.told) == 2
    await team.waits(minutes=2)
    assert len(outside.told) == 3
    await team.waits(minutes=6)
    assert len(outside.told) == 4
    assert len({message for _, message, _ in outside.told[1:]}) == 1
    await team.waits(days=2)
    assert len(outside.told) == 4


async def test_who_set_it_hears_when_it_is_given_up(
    team: Team, anna: Member, bo: Member, outside: FakeOutside
) -> None:
    """Once a day, however much was to be told."""
    await _set(team, anna)
    outside.answers = [Heard(410), Heard(410)]
    await bo.says("blocker add no stock numbers", "#general")
    await bo.says("blocker add no boxes", "#general")
    await team.waits(hours=1)
    given_up = [seen for seen in anna.inbox if "does not take" in seen.text]
    assert len(given_up) == 1
    assert "410" in given_up[0].text


def test_half_a_day_is_how_long_it_is_tried() -> None:
    """As Standard Webhooks advises: close together at first."""
    assert sum(AGAIN, timedelta(0)) > timedelta(hours=12)
    assert list(AGAIN) == sorted(AGAIN)


async def test_only_admins_set_it(team: Team, bo: Member, outside: FakeOutside) -> None:
    """It sends what people write out of the house."""
    seen = await bo.says(f"blocker webhook {URL}")
    assert seen
    assert "whsec_" not in seen.text
    await team.waits(minutes=1)
    assert outside.told == []


@pytest.mark.parametrize(
    "typed",
    [
        "somewhere",
        "ftp://hooks.example.com/",
        "https://anna:pass@hooks.example.com/",
        "https://",
        "https://ho st.example/",
        "https://[::1/",
        f"https://hooks.example.com/{'a' * 600}",
    ],
)
async def test_what_is_no_address_is_refused(
    team: Team, anna: Member, typed: str
) -> None:
    """With one that would do."""
    seen = await anna.says(f"blocker webhook {typed}")
    assert seen
    assert "Please give an address that begins with https://" in seen.text


async def test_switched_off_it_hears_nothing(
    team: Team, anna: Member, bo: Member, outside: FakeOutside
) -> None:
    """Nor what was to be told still."""
    await _set(team, anna)
    outside.answers = [Heard(500)]
    await bo.says("blocker add no stock numbers", "#general")
    await team.waits(seconds=1)
    await anna.says("blocker webhook off")
    await team.waits(days=1)
    assert outside.types == ["webhook.test", "blocker.opened"]
    seen = await anna.says("blocker webhook test")
    assert seen
    assert "No webhook is set" in seen.text


async def test_a_new_secret_signs_from_now_on(
    team: Team, anna: Member, outside: FakeOutside
) -> None:
    """The one before is worth nothing."""
    await _set(team, anna)
    await anna.says("blocker webhook renew")
    await team.waits(minutes=1)
    first, second = (hook.secret for hook, _, _ in outside.told)
    assert first != second
    assert outside.told[0][0].url == outside.told[1][0].url == URL
