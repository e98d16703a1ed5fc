"""People ask the bot about itself: what it sent, whose clock, which account."""

import pytest

from tests.driver import a_team

ASKED = [  # what is typed, and what the answer says
    ("who got T-1?", "Who got what: T-1"),
    ("did Bo get T-1?", "Who got what: T-1"),
    ("谁收到了 T-1？", "Who got what: T-1"),
    ("what failed?", "Nothing failed"),
    ("哪些消息没送到", "Nothing failed"),
    ("how do I connect my DingTalk account?", "Your code: "),
    ("怎么关联我的钉钉账号", "Your code: "),
    ("我的时区是什么", "Your clock: Berlin"),
    ("where is Bo?", "Their time: 08:00 (Berlin)"),
    ("what time is it for Bo Lin?", "Their time: 08:00 (Berlin)"),
]


@pytest.mark.parametrize(("typed", "answer"), ASKED)
async def test_the_bot_is_asked_about_itself(typed: str, answer: str) -> None:
    """In whole sentences, in both languages."""
    async with a_team() as team:
        anna, bo = team.person("Anna Berger", admin=True), team.person("Bo Lin")
        await bo.says("today")
        await anna.says("task add Check prices @Bo tomorrow", "#general")
        seen = await anna.says(typed)
        assert seen is not None
        assert answer in seen.text
