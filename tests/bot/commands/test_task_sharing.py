"""Tasks by their numbers in the middle of a talk (PEERS F24)."""

import pytest

from tests.bot.commands.tasks import a_crew, private, said


@pytest.mark.parametrize(
    "typed",
    ["T-1", "t1", "what about T-1?", "T-1 怎么样了", "how is T-1 going",
     "is T-1 done?", "I think T-1 needs new photos", "T-1 done?"],
)  # fmt: skip
async def test_a_number_in_a_channel_shows_its_card_to_everybody(typed: str) -> None:
    """Small, living, with a way to everything about it."""
    async with a_crew() as crew:
        await crew.anna.says("task add Check prices @Bo friday", "#general")
        seen = await crew.cy.says(typed, "#singles-day")
        assert not private(seen)
        assert "T-1 Check prices\nBo Lin · due Fri 6 Mar" in said(seen)
        assert seen is not None
        assert "Open" in seen.buttons
        await crew.bo.says("done 1", "#general")
        (card,) = crew.cy.sees("#singles-day")
        assert "Done by Bo Lin" in card.text


@pytest.mark.parametrize("typed", ["T-1 T-2", "see T-1, T-2 and T-99", "T-1、T-2"])
async def test_several_numbers_show_one_list(typed: str) -> None:
    """Each to be opened; what is not there is said."""
    async with a_crew() as crew:
        for title in ("Photos", "Texts"):
            await crew.anna.says(f"task add {title}", "#general")
        seen = await crew.cy.says(typed, "#singles-day")
        assert not private(seen)
        assert "T-1 Photos" in said(seen)
        assert "T-2 Texts" in said(seen)
        assert ("I do not know T-99" in said(seen)) == ("T-99" in typed)
        opened = await crew.cy.presses("Open", seen)
        assert private(opened)
        assert "Owner: Anna Berger" in said(opened)


async def test_a_private_task_is_shown_to_who_asked_only() -> None:
    """And in its own place to everybody; strangers learn nothing."""
    async with a_crew() as crew:
        await crew.cy.says("task add Fire the agency", "#secret")
        assert private(await crew.cy.says("what about T-1?", "#general"))
        assert "agency" in said(crew.cy.last("#general"))
        hidden = await crew.bo.says("what about T-1?", "#general")
        assert private(hidden)
        assert "I do not know T-1" in said(hidden)
        assert not private(await crew.anna.says("T-1", "#secret"))


async def test_a_bare_number_in_ones_own_chat_shows_that_task() -> None:
    """Everything about it; in a channel a number alone is nothing."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices", "#general")
        assert "Owner: Cy Twombly" in said(await crew.cy.says("1"))
        assert "Owner: Cy Twombly" in said(await crew.cy.says("T-1"))
        assert "Owner" not in said(await crew.cy.says("1", "#general"))


async def test_a_mistyped_command_is_still_named() -> None:
    """The number in it does not hide the mistake."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices", "#general")
        seen = await crew.cy.says("task asign T-1 @Bo", "#general")
        assert "task assign" in said(seen)


async def test_a_closed_task_can_be_opened() -> None:
    """From its card."""
    async with a_crew() as crew:
        card = await crew.cy.says("task add Check prices", "#general")
        await crew.cy.presses("Done", card)
        opened = await crew.cy.presses("Open", crew.cy.sees("#general")[0])
        assert "State: Done" in said(opened)
