"""A cycle: who is asked, when, and who is left over; on both chats and databases."""

from collections.abc import AsyncIterator

import pytest

from bot.model.review import Part
from tests.bot.review.company import Company, a_company
from tests.databases import KINDS
from tests.databases import Kind as Database

SPRING = 'review cycle "Spring" 2026-03-13'


@pytest.fixture(params=KINDS)
async def company(request: pytest.FixtureRequest) -> AsyncIterator[Company]:
    """The company, on both databases."""
    kind: Database = request.param
    async with a_company(kind) as made:
        yield made


async def test_managers_hear_at_nine_on_their_own_clock(company: Company) -> None:
    """Each their own list, in their language, on the next working morning."""
    bo, wang = company.shop.bo, company.shop.wang
    await company.shop.anna.says(SPRING)
    await company.until(3, 0, 59)
    assert company.lists(wang) == company.lists(bo) == []
    await company.until(3, 1, 1)
    (theirs,) = company.lists(wang)
    assert "有 1 份评估等您撰写" in theirs.text
    assert "李伟" in theirs.text
    assert company.lists(bo) == []
    await company.until(3, 8, 1)
    (list_,) = company.lists(bo)
    assert "2 reviews are yours to write" in list_.text
    assert "Li Mei" in list_.text
    assert "王芳" in list_.text
    assert "李伟" not in list_.text


async def test_the_ladder_stops_for_who_has_sent(company: Company) -> None:
    """Three days before, the day before, and on the day: for who has not."""
    bo, wang = company.shop.bo, company.shop.wang
    await company.shop.anna.says(SPRING)
    await company.until(9, 9)
    await company.write(wang, "李伟")
    await company.until(10, 9)
    assert [s.key.split(":")[3] for s in company.lists(bo)] == ["list", "three"]
    await company.until(12, 9)
    await company.write(bo, "Li")
    await company.until(13, 9)
    keys = [s.key.split(":")[3] for s in company.lists(bo)]
    assert keys == ["list", "three", "one", "due"]
    due = company.lists(bo)[-1].text
    assert "1 review is due today" in due
    assert "王芳" in due
    assert "1 of 2 sent" in due
    (only,) = company.lists(wang)
    assert "已全部发送" in only.text


async def test_hr_hears_two_working_days_later_and_once(company: Company) -> None:
    """Whose, and by whom: and no word of what anybody wrote."""
    anna, bo = company.shop.anna, company.shop.bo
    await anna.says(SPRING)
    await company.until(12, 9)
    await company.write(bo, "Li")
    await company.until(17, 7, 59)
    assert company.told(anna, "review.late") == []
    await company.until(20, 9)
    await company.write(company.shop.wang, "李伟")
    far = await anna.says("review show Spring")
    assert far
    assert "Li Mei ← Bo Lin\nsent Thu 12 Mar" in far.text
    assert "李伟 ← 王芳\nsent late Fri 20 Mar" in far.text
    assert "王芳 ← Bo Lin\noverdue" in far.text
    (late,) = company.told(anna, "review.late")
    assert "4 reviews are overdue" in late.text
    assert "王芳 ← Bo Lin" in late.text
    assert "Li Mei" not in late.text


async def test_who_is_of_hr_is_told_instead_of_the_admins(company: Company) -> None:
    """The people of the department, by any of its names."""
    anna, li = company.shop.anna, company.shop.li
    await anna.says("team set @Li departments 人事部")
    made = await li.says(SPRING)
    assert made
    assert "“Spring” has begun" in made.text
    await company.until(17, 9)
    assert len(company.told(li, "review.late")) == 1
    assert company.told(anna, "review.late") == []


async def test_nobody_is_lost(company: Company) -> None:
    """Who has no manager is named, and so is who leads each other in a ring."""
    await company.lead(company.shop.wang, company.shop.wei)
    made = await company.shop.anna.says(SPRING)
    assert made
    assert "2 reviews by 2 people" in made.text
    assert "ring" in made.text
    assert "李伟 → 王芳 → 李伟" in made.text
    assert "Without anybody to write it: Anna Berger, 李伟 and 王芳" in made.text
    await company.until(3, 9)
    assert company.lists(company.shop.wang) == []


async def test_a_weekend_and_an_absence_are_left_out(company: Company) -> None:
    """Who is away hears when they are back."""
    bo = company.shop.bo
    await bo.says("away 3 march to 6 march")
    await company.shop.anna.says(SPRING)
    await company.until(8, 20)
    assert company.lists(bo) == []
    await company.until(9, 8, 1)
    assert len(company.lists(bo)) == 1


async def test_a_cycle_comes_round_by_itself(company: Company) -> None:
    """The next month, with who leads whom by then; the last round is over."""
    made = await company.shop.anna.says("review cycle Monthly talk monthly")
    assert made
    assert "First from Tue 24 Mar until Tue 31 Mar" in made.text
    await company.until(24, 7, 59)
    assert company.lists(company.shop.bo) == []
    await company.until(24, 8, 1)
    assert len(company.lists(company.shop.bo)) == 1
    assert len(company.told(company.shop.anna, "review.begun")) == 1
    await company.lead(company.shop.li, company.shop.anna)
    await company.until(23, 9, month=4)
    assert "until Thu 30 Apr" in company.lists(company.shop.bo)[-1].text
    newest = company.lists(company.shop.anna)[-1].text
    assert "Li Mei" in newest
    shown = await company.shop.anna.says("review show Monthly talk")
    assert shown
    assert "due Thu 30 Apr" in shown.text


async def test_a_cycle_that_is_stopped_asks_nobody(company: Company) -> None:
    """What was sent can still be read, and the name stays taken."""
    anna, bo, li = company.shop.anna, company.shop.bo, company.shop.li
    await anna.says(SPRING)
    await company.until(3, 9)
    await company.write(bo, "Li")
    await bo.says("review write @王芳")
    assert await bo.fills(strengths="half of it", what="keep") == {}
    stopped = await anna.says("review cycle Spring stop")
    assert stopped
    assert "“Spring” has ended" in stopped.text
    async with company.shop.team.store.reading() as db:
        begun = await company.about(company.shop.wang)
        assert await db.reviews.words.of(begun.id, Part.DRAFT) is None
    await company.until(20, 9)
    assert len(company.lists(bo)) == 1
    assert "These reviews have ended" in company.lists(bo)[0].text
    read = await li.says("review read")
    assert read
    assert "marzipan" in read.text
    again = await anna.says('review cycle "SPRING" monthly')
    assert again
    assert "There is, or was, a cycle called “Spring”" in again.text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ('review cycle "X" 2026-02-01', "is today or over"),
        ('review cycle "X" 1 March', "1 Mar is today or over"),
        ('review cycle "X" 2 March', "is today or over"),
        ('review cycle "X" 3 April', "(Good Friday). Better Thu 2 Apr or Tue 7 Apr?"),
        ('review cycle "X" 14 March', "(day off). Better Fri 13 Mar or Mon 16 Mar?"),
        ('review cycle "X" 2029-03-14', "more than 366 days away"),
        ('review cycle "X" every 99 weeks', "1 to 26"),
        ('review cycle "X" every 0 weeks', "1 to 26"),
        ('review cycle "X"', "How often, or until which day?"),
        ('review cycle "X" monthly 31 March', "but not both"),
        ("review cycle monthly", "What is the cycle called?"),
        (f"review cycle {'x' * 70} monthly", "Up to 60 characters"),
        ("review stop", "There is no review cycle yet"),
        ("review show Autumn", "There is no review cycle yet"),
        ("review export", "no reviews to export"),
        ("review bananas", "I did not understand"),
        ("review write @Anna", "Nobody reviews themselves"),
        ("review write @Bo", "no review of Bo Lin for you"),
        ("review read", "no review of you to read"),
        ("review self", "No cycle asks"),
        ("review delegate @Li", "Please name both"),
        ("review delegate @Li to @Bo", "No review of Li Mei is open"),
    ],
)
async def test_what_is_wrong_is_said_kindly(words: str, answer: str) -> None:
    """And nothing is kept."""
    async with a_company() as company:
        seen = await company.shop.anna.says(words)
        assert seen
        assert answer in seen.text
        async with company.shop.team.store.reading() as db:
            assert await db.reviews.cycles() == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("绩效评估 “春季” 每季度", "“春季”已安排（每季度）"),
        ("评估 周期 “春季” 每 2 周 先自评", "“春季”已安排（每 2 周）"),
        ("评估 周期 “春季” 每年", "“春季”已安排（每年）"),
        ("评估 周期 “春季” 每两周", "“春季”已安排（每 2 周）"),
        ("评估 周期 春季 3月13日", "“春季”已开始（仅一次）"),
        ("评估 新建 “春季” 每半年", "“春季”已安排（每半年）"),
        ("评估 周期 “春季” 3月1日", "3月1日"),
        ("评估 周期 “春季” 2026-04-05", "不上班"),
    ],
)
async def test_hr_says_it_in_chinese(words: str, answer: str) -> None:
    """On DingTalk, as they would say it."""
    async with a_company() as company:
        await company.shop.anna.says("team head hr @王芳")
        async with company.shop.team.store() as db:
            await db.team.head("hr", await company.id_of(company.shop.wang))
            await db.commit()
        seen = await company.shop.wang.says(words)
        assert seen
        assert answer in seen.text


async def test_a_cycle_is_made_in_a_form(company: Company) -> None:
    """With the mistakes beside their fields."""
    anna = company.shop.anna
    await anna.says("review cycle")
    wrong = await anna.fills(name="Spring", cadence="once", due="2026-03-14")
    assert "Nobody works on Sat 14 Mar" in wrong["due"]
    assert await anna.fills(name="Spring", cadence="weeks", weeks="3") == {}
    assert "“Spring” is planned (every 3 weeks)" in company.shop.answer(anna).text
    await anna.says("review cycle")
    taken = await anna.fills(name="spring ", cadence="monthly")
    assert "There is, or was" in taken["name"]
