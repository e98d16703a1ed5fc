"""What the doctor says of workspaces that install the bot by themselves."""

from bot.bootstrap import examine
from tests.workspaces.shops import NORTH, REDIRECT, SOUTH, shops


async def test_the_doctor_names_addresses_and_workspaces(url: str) -> None:
    """What to write into the app's settings, and who has gone."""
    async with shops(url, NORTH, SOUTH) as there:
        await there.installs(NORTH)
        await there.installs(SOUTH)
        await there.removes(SOUTH)
        await there.open.aclose()
        found = {each.key: each for each in await examine(there.settings)}
        assert found["doctor-slack-install"].values["back"] == REDIRECT
        assert found["doctor-slack-workspaces"].values["count"] == 1
        assert "South Silk" in str(found["doctor-slack-gone"].values)
        assert "doctor-slack-http" in found
        assert "doctor-slack-bot-token" not in found


async def test_the_doctor_says_whose_the_owners_token_is(url: str) -> None:
    """And that browsers need https."""
    async with shops(url, NORTH, slack_bot_token=f"xoxb-owner-{NORTH}") as there:
        await there.open.aclose()
        plain = there.settings.model_copy(
            update={"shopcrew_public_url": "http://tea.example"}
        )
        keys = {each.key for each in await examine(plain)}
        assert {"doctor-slack-both", "doctor-slack-install-https"} <= keys
        assert "doctor-slack-bot-token-ok" in keys
