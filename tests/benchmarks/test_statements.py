"""What an event costs the database, held for good."""

import pytest

from tests.benchmarks.statements import MEASURES, counted, measured
from tests.databases import KINDS, Kind
from tests.driver import a_team

# Whoever needs one more may raise it, and says in the change what it is for.
AT_MOST = {
    "task add": 15,  # one keeps what "undo" takes back, here and below
    "task add, own": 11,
    "press Done": 22,
    "say task list": 10,  # two of them keep its answer until it was said
    "say hello": 10,
    "home opened": 18,
    "feedback report": 24,  # one reads what somebody was asked to approve
    "feedback promised": 23,  # however many are open
    "seen before": 1,
    "stand-up answer": 67,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", MEASURES)
async def test_an_event_asks_the_database_no_more_than_it_did(
    kind: Kind, name: str
) -> None:
    """From the claim to the answer, on both databases."""
    answered, _ = await measured(kind, name)
    assert len(answered) <= AT_MOST[name], answered.by_table


async def _lists_of_everybody(people: int) -> int:
    """How often all participants of a day are read while so many are asked."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        mates = [team.person(f"Mate {number}") for number in range(people - 1)]
        await team.know_everyone()
        everybody = " ".join(f"@{each.name}" for each in (anna, *mates))
        await anna.says(f"/crew standup new Daily at 09:30 for {everybody}", "#general")
        with counted() as count:
            await anna.says("/crew standup run Daily now for everyone", "#general")
            await team.crew.pulse.settle()
        for each in mates:
            asked = each.last()
            assert asked
            assert asked.buttons["Skip today"].action == "standup.skip"
    listed = [text for text in count.said if "FROM standup_participants" in text]
    return sum("standup_participants.id = " not in text for text in listed)


async def test_who_is_asked_does_not_read_of_everybody_else() -> None:
    """Or five hundred prompts would cost the square of five hundred."""
    assert await _lists_of_everybody(9) == await _lists_of_everybody(3)


async def test_who_answers_reads_no_answer_of_anybody_else() -> None:
    """The same: their form and what they said in the day's thread need theirs alone."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        await team.know_everyone()
        await anna.says("/crew standup new Daily at 09:30 for @Bo Lin me", "#general")
        await anna.says("/crew standup run Daily now for everyone", "#general")
        await team.crew.pulse.settle()
        with counted() as count:
            for each in (anna, bo):
                await each.presses("Fill")
                assert await each.fills(q0="tea", q1="cups") == {}
                await each.presses("Edit")
            await team.crew.pulse.settle()
        posted = [seen for seen in team.chat.messages if "cups" in seen.text]
    assert len(posted) >= 2
    read = [text for text in count.said if "FROM standup_answers" in text]
    assert read
    assert [text for text in read if "participants.occurrence_id = " in text] == []
