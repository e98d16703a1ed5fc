"""Text that breaks other programs, in every place where a stand-up takes text."""

import pytest

from bot.commands import absence, settings, standup
from bot.events import Pressed
from bot.registry import Commands
from tests.abuse import OURS
from tests.driver import Member, Team, a_team

pytestmark = pytest.mark.heavy

COMMANDS = Commands()
COMMANDS.include(absence.commands)
COMMANDS.include(settings.commands)
COMMANDS.include(standup.commands)

LINES = (
    "standup new {}",
    "standup new Daily at {}",
    "standup new Daily on {}",
    "standup new Daily in {}",
    "standup new Daily for {}",
    "standup new Daily close {} remind {} zone {}",
    'standup new Daily ask "{}"',
    "standup show {}",
    "standup fill {}",
)


@pytest.mark.parametrize("text", OURS, ids=range(len(OURS)))
async def test_it_is_taken_or_refused_kindly_and_never_a_bug(text: str) -> None:
    """In every slot, field, answer and button value."""
    async with a_team(commands=COMMANDS) as team:
        anna = team.person("Anna Berger")
        await team.know_everyone()
        await anna.says("standup new Base at 09:30 in #general for @Anna")
        await team.waits(hours=2)
        for line in LINES:
            await anna.says(line.replace("{}", text))
        for action in ("fill", "skip", "more", "show", "edit", "sample"):
            await press(team, anna, f"standup.{action}", text)
        await anna.says("standup new")
        wrong = [await anna.fills(name=text, place=text, people=(text,))]
        wrong.append(await anna.fills(name="F", people=()))
        wrong.append(await anna.fills(days=text, at=text, close=text))
        wrong.append(await anna.fills())
        wrong.append(await anna.fills(questions=text))
        await press(team, anna, "standup.fill", "1")
        wrong.append(await anna.fills(q0=text, q1=text, q2=text))
        said = [seen.text for seen in team.chat.messages]
        said += [told for form in wrong for told in form.values()]
        assert not [told for told in said if "went wrong on my side" in told]


async def press(team: Team, who: Member, action: str, value: str) -> None:
    """Presses a button with any value at all."""
    event = Pressed(**who._event(), where=who.dm, action=action, value=value)
    await team.receive(event)
