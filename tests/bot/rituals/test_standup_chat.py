"""A stand-up answered in the conversation, one question after the other (PEERS A04)."""

from tests.bot.rituals.standups import NINE_THIRTY, daily, prompt, sent
from tests.driver import a_team


async def test_who_likes_no_forms_answers_in_words() -> None:
    """Question after question; the same answer in the day's thread, the same prompt."""
    async with a_team() as team:
        anna = team.person("Anna Berger")
        team.person("Kim Lee")
        await team.know_everyone()
        await daily(anna)
        await team.until(NINE_THIRTY)
        await anna.presses("Answer here", prompt(anna))
        for said in ("sold tea", "ship cups", "none"):
            await anna.says(said)
        (answer,) = sent(team, ":answer:")
        assert "sold tea" in answer.text
        assert "ship cups" in answer.text
        assert "Saved" in prompt(anna).text
