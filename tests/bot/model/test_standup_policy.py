"""Who may read the answers of a stand-up."""

import pytest

from bot.model.people import Role
from bot.model.refs import PlaceRef
from bot.model.standup.policy import Policy, Readers, may_read
from tests.bot.model.standups import person, standup

PLACE = PlaceRef("slack", "T1", "C1")
OWNER, ADMIN, OBSERVER, MANAGER, MATE, STRANGER, BOSS = (
    person(1),
    person(2),
    person(3),
    person(4),
    person(5),
    person(6),
    person(7, role=Role.OWNER),
)
WRITER = person(9, manager_id=4)
NAMES = {
    "owner": OWNER,
    "admin": ADMIN,
    "observer": OBSERVER,
    "manager": MANAGER,
    "mate": MATE,
    "stranger": STRANGER,
    "boss": BOSS,
    "writer": WRITER,
}


def readers(policy: Readers, place: PlaceRef | None = PLACE) -> set[str]:
    """Everybody who may read what the writer wrote."""
    team = standup(
        owner_id=1,
        admins=(2,),
        observers=(3,),
        place=place,
        policy=Policy(readers=policy),
    )
    return {
        name
        for name, who in NAMES.items()
        if may_read(team, who, WRITER, member=name in ("mate", "writer"))
    }


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Readers.ALL, set(NAMES)),
        (Readers.MEMBERS, {"writer", "owner", "admin", "observer", "mate"}),
        (Readers.MANAGERS, {"writer", "owner", "admin", "manager"}),
        (Readers.ADMINS, {"writer", "owner", "admin"}),
    ],
)
def test_answers_are_read_by_whom_the_team_chose(
    policy: Readers, expected: set[str]
) -> None:
    """Its owner and admins always; one's own answers are always one's own to read."""
    assert readers(policy) == expected


def test_without_a_place_only_those_who_get_them_read_answers() -> None:
    """The prompt names them, and says that nobody else does."""
    named = {"writer", "owner", "admin", "observer"}
    assert readers(Readers.ALL, place=None) == named
