"""The product over Slack's own wire: both transports, a real process, a real
database.
"""

from pathlib import Path

import pytest

from tests.e2e.wire import Mode, a_shop, words

SENTENCE = "Check banner prices @Sofia due friday 17:00 #singles-day !high"
ANNA, SOFIA, MAYA = "U0ANNA1", "U0SOFIA1", "U0MAYA1"
BOTH = pytest.mark.parametrize("mode", ["socket", "http"])


@BOTH
async def test_a_task_is_added_done_and_undone(mode: Mode, tmp_path: Path) -> None:
    """The card appears where it was typed, and one message shows all that follows."""
    async with a_shop(mode, tmp_path) as shop:
        await shop.say(ANNA, "#singles-day", f"/crew task add {SENTENCE}")
        card = await shop.message(MAYA, "#singles-day", "Check banner prices")
        assert "T-1" in words(card)
        told = await shop.message(SOFIA, "dm", "Check banner prices")
        assert told["user"] != SOFIA
        await shop.press(SOFIA, "task.done", card)
        done = await shop.message(MAYA, "#singles-day", "Undo")
        assert done["ts"] == card["ts"]
        await shop.press(SOFIA, "task.undo", done)

        def open_again() -> bool:
            now = next(
                m for m in shop.read(MAYA, "#singles-day") if m["ts"] == card["ts"]
            )
            return "task.done" in str(now["blocks"])

        await shop.until(open_again, "the open card")


@BOTH
async def test_a_bad_command_is_answered_to_one_person_only(
    mode: Mode, tmp_path: Path
) -> None:
    """Privately, with what was typed and what to type instead; nobody is pinged."""
    async with a_shop(mode, tmp_path) as shop:
        await shop.say(ANNA, "#general", "/crew tsk add <!channel> *buy* & sell")
        answer = await shop.message(ANNA, "#general", "/crew task")
        assert "<!channel> *buy* & sell" in words(answer)
        assert answer["ephemeral_to"] == ANNA
        assert shop.read(SOFIA, "#general") == []


async def test_a_killed_bot_loses_no_task(tmp_path: Path) -> None:
    """What was acknowledged is there after kill -9 and a new start, once."""
    async with a_shop("socket", tmp_path) as shop:
        for number in range(5):
            await shop.say(ANNA, "#general", f"/crew task add Task number {number}")
        await shop.kill_bot()
        await shop.start_bot()
        for number in range(5):
            await shop.message(ANNA, "#general", f"Task number {number}")
        await shop.say(ANNA, "#general", "/crew task list")
        shown = await shop.message(ANNA, None, "Task number 4")
        assert shown
        posted = [words(m) for m in shop.read(SOFIA, "#general")]
        for number in range(5):
            assert sum(f"Task number {number}" in text for text in posted) == 1


async def test_the_bot_ends_when_asked(tmp_path: Path) -> None:
    """SIGTERM is answered with a clean end."""
    async with a_shop("http", tmp_path) as shop:
        assert await shop.stop_bot() == 0
