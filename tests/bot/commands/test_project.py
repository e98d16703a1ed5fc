"""Projects, as people type and press them."""

import pytest

from tests.bot.commands.tasks import a_crew, private, said


async def test_a_project_shows_progress_milestones_and_open_tasks() -> None:
    """Dropped tasks do not count."""
    async with a_crew() as crew:
        seen = await crew.anna.says(
            "project new #singles due 11 November @Bo", "#general"
        )
        assert "#singles" in said(seen)
        assert "led by Bo Lin" in said(seen)
        for title in ("Photos", "Texts", "Prices"):
            await crew.cy.says(f"task add {title} #singles", "#general")
        await crew.cy.says("task done 1", "#general")
        await crew.cy.says("task drop 2 no", "#general")
        seen = await crew.bo.says(
            "project milestone #singles Banner ready 5 November", "#general"
        )
        text = said(seen)
        assert "1 of 2 tasks done" in text
        assert "◇ Banner ready · Thu 5 Nov" in text
        assert "T-3 Prices" in text
        assert "Photos" not in text
        await crew.bo.presses("Reached", seen)
        assert "◆ Banner ready" in said(crew.bo.last("#general"))


async def test_chinese_words_do_the_same() -> None:
    """新建、列表、查看、里程碑、结束."""
    async with a_crew() as crew:
        await crew.wang.says("项目 新建 双十一 截止 11月11日")
        await crew.wang.says("项目 里程碑 #双十一 横幅完成 11月5日")
        text = said(await crew.wang.says("项目 查看 双十一"))
        assert "◇ 横幅完成 · " in text
        assert "#双十一" in said(await crew.wang.says("项目 列表"))
        assert "已结束" in said(await crew.wang.says("项目 结束 #双十一"))


async def test_finishing_asks_while_tasks_are_open() -> None:
    """They stay as they are; undo takes it back (PEERS F17)."""
    async with a_crew() as crew:
        await crew.cy.says("task add Photos #promo", "#general")
        question = await crew.cy.says("project finish #promo", "#general")
        assert private(question)
        assert "one outstanding task" in said(question)
        await crew.cy.presses("Finish anyway", question)
        assert "(finished)" in said(crew.cy.last("#general"))
        assert not (await crew.task()).closed
        assert "finished already" in said(
            await crew.cy.says("project finish #promo", "#general")
        )
        seen = await crew.cy.says("project reopen #promo", "#general")
        assert "(finished)" not in said(seen)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("project new", "which project"),
        ("project new #promo", "already"),
        ("project new " + "x" * 81, "at most 80"),
        ("project new !?", "letters or digits"),
        ("project show #nothing", "I do not know the project"),
        ("project milestone #promo Banner", "which day"),
        ("project milestone #promo yesterday", "already past"),
        ("project finish #promo", "Only Bo Lin and admins"),
    ],
)
async def test_what_is_wrong_is_said_kindly(typed: str, why: str) -> None:
    """With what to type instead, and what was typed."""
    async with a_crew() as crew:
        await crew.bo.says("project new #promo", "#general")
        seen = await crew.cy.says(typed, "#general")
        assert private(seen)
        assert why in said(seen)
        assert typed[:60] in said(seen)


async def test_a_public_card_shows_and_counts_what_everybody_may_see() -> None:
    """A private task in a public project stays with whom it concerns."""
    async with a_crew() as crew:
        await crew.bo.says("project new #promo", "#general")
        await crew.bo.says("task add Photos #promo", "#general")
        await crew.bo.says("task add Surprise #promo")
        seen = await crew.bo.says("project milestone #promo Go friday", "#general")
        assert "0 of 1 tasks done" in said(seen)
        assert "Surprise" not in said(seen)
        await crew.bo.presses("Reached", seen)
        assert "Surprise" not in said(crew.bo.last("#general"))
        own = said(await crew.bo.says("project show #promo"))
        assert "0 of 2 tasks done" in own
        assert "Surprise" in own
