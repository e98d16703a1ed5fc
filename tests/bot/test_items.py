"""What is done with one thing by its number, as people say it."""

import pytest

from bot.model.feedback import UpdateKind
from tests.driver import Team, a_team
from tests.fakes.chat import Seen

SAID = [  # what is typed, and what the answer says
    ("F-1 solved?", "Sent by Anna Berger"),
    ("feedback F-1", "Sent by Anna Berger"),
    ("what about F-1?", "Sent by Anna Berger"),
    ("F-1怎么样了？", "Sent by Anna Berger"),
    ("查看 F-1", "Sent by Anna Berger"),
    ("show F-1", "Sent by Anna Berger"),
    ("F-1 fixed: the cart works again", "F-1 is fixed"),
    ("F-1 is fixed", "F-1 is fixed"),
    ("F-1 已解决：购物车可以用了", "F-1 is fixed"),
    ("reply to F-1: we are on it", "Your words go to who sent F-1.\nwe are on it"),
    ("回复 F-1：我们正在处理", "我们正在处理"),
    ("assign F-1 to @Bo", "looked at · Bo Lin"),
    ("把 F-1 转交给 @Bo", "looked at · Bo Lin"),
    ("decline F-1: we do not sell it", "F-1 is declined"),
    ("work on F-1", "in progress"),
    ("F-1 working on it", "in progress"),
    ("I'm working on F-1", "in progress"),
    ("F-1 正在处理", "in progress"),
    ("F-1 is waiting for the customer", "waiting for the customer"),
    ("F-1 不做了，成本太高", "F-1 is declined"),
    ("who sent F-1?", "Sent by Anna Berger"),
    ("F-1 is blocking", "Corrected F-1"),
    ("make a task of F-1", "T-1"),
    ("tell the customer of F-1 that we ship tomorrow", "\nwe ship tomorrow"),
    ("告诉 F-1 的客户：明天发货", "\n明天发货"),
    ("ask the customer of F-1 which browser it is", "\nwhich browser it is"),
    ("我来处理 F-1", "looked at · Anna Berger"),
    ("F-2 is the same as F-1", "F-1"),
    ("F-1 和 F-2 是同一个问题", "F-1"),
    ("F-1 severity low", "Corrected F-1"),
    ("feedback F-1 severity high", "Corrected F-1"),
    ("F-1 is about the payment", "Corrected F-1"),
    ("把 F-1 改成支付", "Corrected F-1"),
    ("F-1 交给我", "looked at · Anna Berger"),
    ("feedback assign 1 Bo", "looked at · Bo Lin"),
    ("F-1 note: ask the bank", "Noted with F-1"),
    ("unwatch F-1", "no more of F-1"),
    ("B-1 done", "Resolved by Anna Berger"),
    ("is B-1 solved?", "the label printer is dead"),
    ("resolve B-1", "Resolved by Anna Berger"),
]


async def _with_things(team: Team) -> None:
    anna = team.person("Anna Berger", admin=True)
    await team.person("Bo Lin").says("today")
    for said in (
        "feedback the cart loses everything",
        "feedback 购物车里的东西都没了",
        "blocker add the label printer is dead",
    ):
        await anna.says(said)


@pytest.mark.parametrize(("typed", "answer"), SAID)
async def test_a_number_and_what_is_done_with_it(typed: str, answer: str) -> None:
    """In either order, in both languages, with what is to be said behind it."""
    async with a_team() as team:
        await _with_things(team)
        seen = await team.people["Anna Berger"].says(typed)
        assert isinstance(seen, Seen)
        assert answer in seen.text
        assert "I do not know" not in seen.text


@pytest.mark.parametrize(
    "typed",
    ["F-1 blocks us", "call the F-1 team", "R-9 cap lost", "F-1 F-2", "F-1 and F-2"],
)
async def test_what_is_no_command_does_nothing(typed: str) -> None:
    """Nobody is told, and nothing changes."""
    async with a_team() as team:
        await _with_things(team)
        anna = team.people["Anna Berger"]
        before = await anna.says("feedback show 1")
        seen = await anna.says(typed)
        assert seen is not None
        assert "I do not know" in seen.text
        after = await anna.says("feedback show 1")
        assert before is not None
        assert after is not None
        assert before.text == after.text


@pytest.mark.parametrize(
    "typed",
    ["F-1 working on it", "F-1 fixed it", "solved F-1, thanks", "F-1 修好啦"],
)
async def test_small_words_are_no_answer_to_a_customer(typed: str) -> None:
    """They say nothing that who sent it is to read."""
    async with a_team() as team:
        await _with_things(team)
        await team.people["Anna Berger"].says(typed)
        async with team.store() as db:
            (item,) = [each for each in await db.feedback.where() if each.number == 1]
            story = await db.feedback.log.of(item.id)
        assert [each.text for each in story if each.kind is UpdateKind.REPLY] == []
