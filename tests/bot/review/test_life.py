"""One review: written, read, confirmed, changed, in other hands; who may read it."""

from collections.abc import AsyncIterator

import pytest

from bot.messages import TextField
from bot.model.review import State
from tests.bot.links.people import changes
from tests.bot.review.company import WORD, Company, a_company
from tests.databases import KINDS
from tests.databases import Kind as Database
from tests.driver import Member

SPRING = 'review cycle "Spring" 2026-03-13'


@pytest.fixture(params=KINDS)
async def company(request: pytest.FixtureRequest) -> AsyncIterator[Company]:
    """Tuesday morning, and everybody was asked; on both databases."""
    kind: Database = request.param
    async with a_company(kind) as made:
        await made.shop.anna.says(SPRING)
        await made.until(3, 8, 30)
        yield made


def first(who: Member) -> str:
    """What the first field of their open form holds."""
    field = who.form.fields[0]
    assert isinstance(field, TextField)
    return field.value


async def test_it_is_read_by_pressing_and_confirmed(company: Company) -> None:
    """In private, with a comment; both sides hear of it in their own language."""
    bo, wang = company.shop.bo, company.shop.wang
    await bo.presses("Start", company.lists(bo)[0])
    await company.write(bo, "王芳")
    await company.until(4, 2)
    (sent,) = company.told(wang, ":sent:")
    assert "您的评估已送达" in sent.text
    assert WORD not in sent.text
    read = await wang.presses("阅读", sent)
    assert read
    assert f"Great {WORD}" in read.text
    assert f"{WORD} for me" not in read.text
    await wang.presses("我已阅读", read)
    assert await wang.fills(comment="谢谢，一起努力") == {}
    await company.until(4, 9)
    (told,) = company.told(bo, ":acknowledged:")
    assert "Your review was read" in told.text
    assert "一起努力" not in told.text
    comment = await bo.presses("Read the comment", told)
    assert comment
    assert "一起努力" in comment.text
    assert (await company.about(wang)).state is State.ACKNOWLEDGED
    mine = await bo.says("review read @王芳")
    assert mine
    assert f"{WORD} for me" in mine.text


async def test_who_said_nothing_to_it_left_no_comment_to_read(
    company: Company,
) -> None:
    """It is told that they have read it, and that is all."""
    bo, li = company.shop.bo, company.shop.li
    await company.write(bo, "Li")
    await company.until(4, 9)
    await li.says("review acknowledge")
    assert await li.fills() == {}
    await company.until(4, 10)
    (told,) = company.told(bo, ":acknowledged:")
    assert "Your review was read" in told.text
    assert told.buttons == {}


async def test_no_notification_and_no_list_shows_what_is_written(
    company: Company,
) -> None:
    """Titles, lists, logs and files: only a press shows it, and only to two."""
    bo, li, anna = company.shop.bo, company.shop.li, company.shop.anna
    await company.write(bo, "Li")
    for words in (
        "review show Spring", "review cycles", "review log @Li", "review export csv",
        "review", "review read @Li", "today",
    ):  # fmt: skip
        await anna.says(words)
    await company.until(20, 9)
    for seen in company.shop.team.chat.messages:
        assert WORD not in repr(seen.card)
        assert WORD not in seen.text
    read = await li.says("review read")
    assert read
    assert read.ref.place == li.dm
    title, _, rest = read.text.partition("\n")
    assert WORD not in title
    assert WORD in rest


async def test_what_is_read_in_a_channel_is_told_in_private(company: Company) -> None:
    """Nobody there sees that there is anything."""
    bo, li = company.shop.bo, company.shop.li
    await company.write(bo, "Li")
    await li.says("review read", "#general")
    assert WORD in li.inbox[-1].text
    place = company.shop.team.places["#general"]
    told = [s for s in company.shop.team.chat.messages if s.ref.place == place]
    assert not any(WORD in seen.text for seen in told)


async def test_every_reading_is_on_the_log(company: Company) -> None:
    """For who it is about, and for HR; for nobody else."""
    bo, li, wang = company.shop.bo, company.shop.li, company.shop.wang
    await company.write(bo, "Li")
    await bo.says("review read @Li")
    await li.says("review read")
    for who in (li, company.shop.anna):
        log = await who.says("review log" if who is li else "review log @Li")
        assert log
        assert "Bo Lin sent the review" in log.text
        assert "Bo Lin opened the review" in log.text
        assert "Li Mei opened the review" in log.text
        assert "Berlin" in log.text
    refused = await wang.says("评估 记录 @Li Mei")
    assert refused
    assert "人事和管理员" in refused.text
    assert "opened" not in refused.text


async def test_what_is_sent_again_soon_is_not_announced_again(company: Company) -> None:
    """Within eight hours the first notice does; later there is another."""
    bo, li = company.shop.bo, company.shop.li
    await company.write(bo, "Li")
    await company.until(3, 12)
    await bo.says("review write @Li")
    assert first(bo) == f"Great {WORD}"
    assert await bo.fills(strengths="Even better") == {}
    await company.until(3, 15)
    assert len(company.told(li, ":sent:")) == 1
    read = await li.says("review read")
    assert read
    assert "Even better" in read.text
    await company.until(4, 9)
    await bo.says("review write @Li")
    assert await bo.fills(strengths="And once more") == {}
    await company.until(4, 12)
    assert len(company.told(li, ":sent:")) == 2


async def test_what_was_confirmed_and_changed_is_to_be_read_again(
    company: Company,
) -> None:
    """A confirmation is of what stood there."""
    bo, li = company.shop.bo, company.shop.li
    await company.write(bo, "Li")
    await li.says("review acknowledge")
    await bo.says("review write @Li")
    assert await bo.fills(next="Something else") == {}
    wrong = await li.fills(comment="Fine")
    assert "changed since you opened it" in wrong["comment"]
    assert (await company.about(li)).state is State.SENT


async def test_a_draft_is_sent_to_nobody_and_opens_again(company: Company) -> None:
    """Half a sentence is enough; it is the writer's alone."""
    bo, li = company.shop.bo, company.shop.li
    await bo.says("review write @Li")
    assert await bo.fills(strengths=f"Half {WORD}", what="keep") == {}
    assert company.shop.answer(bo).text.startswith("Kept as a draft")
    await company.until(4, 12)
    assert company.told(li, ":sent:") == []
    refused = await li.says("review read")
    assert refused
    assert "no review of you to read" in refused.text
    await bo.says("review write @Li")
    assert first(bo) == f"Half {WORD}"
    wrong = await bo.fills()
    assert set(wrong) == {"next"}


async def test_two_windows_do_not_overwrite_each_other(company: Company) -> None:
    """The older one is told so, and what was typed in it is kept."""
    bo = company.shop.bo
    await bo.says("review write @Li")
    older = bo.form
    await bo.says("review write @Li")
    assert await bo.fills(strengths="From the newer", what="keep") == {}
    company.shop.team.chat.forms[bo._token] = older
    assert await bo.fills(strengths="From the older", next="x") == {}
    answer = company.shop.answer(bo)
    assert "changed in another window" in answer.text
    assert (await company.about(company.shop.li)).state is State.WAITING
    await bo.presses("Open the form again", answer)
    assert first(bo) == "From the newer\n\nFrom the older"
    assert await bo.fills(strengths="From both") == {}
    read = await company.shop.li.says("review read")
    assert read
    assert "From both" in read.text


async def test_a_form_of_yesterday_is_taken_today(company: Company) -> None:
    """As long as it is theirs to write; else it stays open with what was typed."""
    bo = company.shop.bo
    await bo.says("review write @Li")
    await company.until(4, 9)
    assert await bo.fills(strengths="Overnight", next="Go on") == {}
    await bo.says("review write @王芳")
    await company.shop.anna.says("review delegate @王芳 to @Anna")
    wrong = await bo.fills(strengths="Too late", next="Go on")
    assert "no such review" in wrong["strengths"]


@pytest.mark.parametrize("field", ["strengths", "note"])
async def test_too_much_is_refused_beside_its_field(
    company: Company, field: str
) -> None:
    """Ten thousand characters: nothing of it is cut off in silence."""
    bo = company.shop.bo
    await bo.says("review write @Li")
    typed = {"strengths": "x", "next": "y", field: "z" * 10_000}
    assert set(await bo.fills(**typed)) == {field}
    assert await bo.fills(**{**typed, field: "z" * 3_000}) == {}


async def test_it_is_handed_to_somebody_else(company: Company) -> None:
    """Who hands it on, who gets it, and what was begun stays with who began it."""
    anna, bo, li = company.shop.anna, company.shop.bo, company.shop.li
    await bo.says("review write @Li")
    assert await bo.fills(strengths=f"Mine {WORD}", what="keep") == {}
    done = await bo.says("review delegate @Li to @Anna")
    assert done
    assert "Anna Berger writes the review of Li Mei now" in done.text
    await company.until(4, 9)
    (handed,) = company.told(anna, ":handed:")
    assert "Bo Lin asks you to write about Li Mei" in handed.text
    await anna.presses("Start", handed)
    assert first(anna) == ""
    assert await anna.fills(strengths="Hers", next="More") == {}
    read = await li.says("review read")
    assert read
    assert "Hers" in read.text
    refused = await bo.says("review read @Li")
    assert refused
    assert "no such review" in refused.text
    log = await li.says("review log")
    assert log
    assert "Bo Lin handed it to Anna Berger" in log.text


@pytest.mark.parametrize(
    "words",
    [
        "review delegate @Li to Anna", "review delegate Li to @Anna",
        "review delegate Li to Anna.", "评估 转交 @Li 给 Anna",
    ],
)  # fmt: skip
async def test_one_of_the_two_may_be_typed(company: Company, words: str) -> None:
    """A link picks one of them; the other is found by name."""
    done = await company.shop.bo.says(words)
    assert done
    assert "Anna Berger writes the review of Li Mei now" in done.text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("review delegate @Bo to @Bo", "cannot review themselves"),
        ("review delegate @Bo to @Gus", "is a guest"),
        ("review delegate @Bo to @Li", "is led by Bo Lin"),
        ("review delegate @Li to @Bo", "already"),
        ("review delegate @Anna to @Bo", "chosen by others"),
    ],
)
async def test_it_goes_into_no_wrong_hands(
    company: Company, words: str, answer: str
) -> None:
    """And nothing is moved."""
    before = await company.about(company.shop.li)
    seen = await company.shop.anna.says(words)
    assert seen
    assert answer in seen.text
    assert await company.about(company.shop.li) == before


async def test_it_follows_who_leads(company: Company) -> None:
    """A new manager hears of it, and whoever led before is asked no more."""
    anna, bo, li = company.shop.anna, company.shop.bo, company.shop.li
    await company.lead(li, anna)
    await company.until(4, 9)
    assert (await company.about(li)).reviewer_id == await company.id_of(anna)
    (handed,) = company.told(anna, ":handed:")
    assert "You lead Li Mei now" in handed.text
    assert "Li Mei" not in company.lists(bo)[0].text


async def test_who_is_away_until_the_end_does_not_write_it(company: Company) -> None:
    """Who leads them does; a few days off change nothing."""
    await company.shop.wang.says("请假 3月5日到3月20日")
    await company.shop.anna.says("away 5 march to 6 march")
    await company.until(6, 9)
    bo = await company.id_of(company.shop.bo)
    assert (await company.about(company.shop.wei)).reviewer_id == bo
    anna = await company.id_of(company.shop.anna)
    assert (await company.about(company.shop.bo)).reviewer_id == anna
    log = await company.shop.wei.says("评估 记录")
    assert log
    assert "已转给 Bo Lin" in log.text


async def test_where_nobody_above_is_there_hr_hears_at_once(company: Company) -> None:
    """In time to choose somebody else; whose it is stays as it was. Once is enough."""
    anna, bo, wei = company.shop.anna, company.shop.bo, company.shop.wei
    await anna.says("team head hr @李伟")
    await anna.says("away 4 march to 20 march")
    await bo.says("away 4 march to 20 march")
    await company.until(6, 9)
    assert (await company.about(company.shop.li)).reviewer_id == await company.id_of(bo)
    lost = [each.text for each in company.told(wei, ":lost:away")]
    assert len([each for each in lost if "Li Mei" in each]) == 1


async def test_who_has_left_is_neither_asked_nor_reviewed(company: Company) -> None:
    """Who nobody leads then is named to who sees to it; what was sent stays."""
    anna, bo, li = company.shop.anna, company.shop.bo, company.shop.li
    await company.write(bo, "Li")
    await changes(company.shop.team, bo, "Ev-left", active=False)
    await company.until(4, 9)
    (lost,) = company.told(anna, ":lost:")
    assert "A review has nobody to write it" in lost.text
    assert "王芳" in lost.text
    assert (await company.about(bo)).state is State.DROPPED
    assert (await company.about(company.shop.wang)).reviewer_id is None
    read = await li.says("review read")
    assert read
    assert WORD in read.text


async def test_own_view_comes_first_where_a_cycle_wants_it() -> None:
    """Who writes reads it; whoever has written theirs is not reminded."""
    async with a_company() as company:
        bo, li, wang = company.shop.bo, company.shop.li, company.shop.wang
        await company.shop.anna.says(f"{SPRING} with self-review")
        await company.until(3, 8, 1)
        (asked,) = company.told(li, ":self:")
        assert "please tell until Fri 6 Mar" in asked.text
        assert "has not written about themselves yet" in company.lists(bo)[0].text
        await li.presses("Write about yourself", asked)
        assert set(await li.fills(hard="Much")) == {"proud"}
        assert await li.fills(proud=f"The {WORD} launch") == {}
        assert (
            "Your view of your own work is sent" in company.told(li, ":self:")[0].text
        )
        assert "has written about themselves" in company.lists(bo)[0].text
        assert WORD not in company.lists(bo)[0].text
        own = await bo.presses("Read their own view", company.lists(bo)[0])
        assert own
        assert f"The {WORD} launch" in own.text
        log = await li.says("review log")
        assert log
        assert "Bo Lin opened their own view" in log.text
        await company.until(6, 9)
        assert company.told(li, ":self-again:") == []
        (again,) = company.told(wang, ":self-again:")
        assert "您还可以提交自评" in again.text


async def test_work_is_shown_only_to_who_may_and_if_they_like() -> None:
    """Tasks and kudos, with no score; a private task is not in it."""
    async with a_company() as company:
        bo, li = company.shop.bo, company.shop.li
        for words in ("task add Count the cups", "task add Secret cups"):
            await li.says(words, "#general" if "Count" in words else None)
        await li.says("task done 1")
        await li.says("task done 2")
        await li.says('measure new "Refund rate" %')
        await li.says("measure set refund rate 4% 16 Feb")
        await li.says("measure set refund rate 3% 23 Feb")
        await bo.says("kudos @Li for carrying the launch to the end", "#general")
        await company.shop.anna.says(SPRING)
        await company.until(3, 9)
        await bo.says("review write @Li")
        assert "Count the cups" not in repr(bo.form.intro)
        await li.says("review work on")
        await bo.says("review write @Li")
        said = repr(bo.form.intro)
        assert "1 task done" in said
        assert "Count the cups" in said
        assert "Secret cups" not in said
        assert "carrying the launch" in said
        assert "Refund rate: 4% → 3%" in said
        await li.says("review work off")
        await bo.says("review write @Li")
        assert "Count the cups" not in repr(bo.form.intro)
