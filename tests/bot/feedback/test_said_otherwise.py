"""What is typed behind "feedback" and is no customer's: a status, a question to us."""

import pytest

from bot.model.feedback import Kind, Sentiment, Severity, State
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk

FIXED = (
    "feedback status F-1 fixed",
    "feedback set F-1 to fixed",
    "mark F-1 as solved",
    "feedback F-1 status: done",
    "反馈 状态 F-1 已解决",
    "反馈 F-1 状态 已解决",
    "反馈 把F-1标记为已解决",
    "把 F-1 的状态改为 已修复",
)


async def counted(desk: Desk) -> int:
    """How many there are."""
    async with desk.team.store.reading() as db:
        return len(await db.feedback.where())


@pytest.mark.parametrize("typed", FIXED)
async def test_a_status_is_set_in_an_offices_words(typed: str) -> None:
    """And no new feedback is made of it."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is empty")
        await desk.jonas.says(typed)
        assert (await desk.item()).state is State.FIXED
        assert await counted(desk) == 1


@pytest.mark.parametrize(
    "typed", ["feedback status F-1", "反馈 状态 F-1", "反馈 F-1 状态？"]
)
async def test_a_status_is_asked(typed: str) -> None:
    """It is shown."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is empty")
        seen = await desk.jonas.says(typed)
        assert seen is not None
        assert "F-1 the cart is empty" in seen.text
        assert await counted(desk) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("feedback templates", "There is no list of templates"),
        ("feedback canned replies", "There is no list of templates"),
        ("feedback help", "Say what the customer said behind"),
        ("feedback how does this work?", "Say what the customer said behind"),
        ("feedback hello", "Please say what the customer said"),
        ("feedback test", "Please say what the customer said"),
        ("feedback ok", "Please say what the customer said"),
        ("feedback delete F-1", "is not deleted"),
        ("feedback room here", "Shall all feedback be triaged in this room"),
        ("feedback order:12 34", "Please say what the customer said"),
    ],
)
async def test_what_asks_us_is_answered(typed: str, said: str) -> None:
    """With the way on, and nobody else is bothered."""
    async with a_desk() as desk:
        seen = await desk.sofia.says(typed)
        assert seen is not None
        assert said in seen.text
        assert await counted(desk) == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("反馈 模板", "没有模板列表"),
        ("反馈 回复模板", "没有模板列表"),
        ("反馈 帮助", "写客户说了什么"),
        ("反馈 怎么提交反馈？", "写客户说了什么"),
        ("反馈 你好", "请写上客户说了什么"),
        ("反馈 好的", "请写上客户说了什么"),
        ("反馈 ？？？", "请写上客户说了什么"),
        ("反馈 删除 F-1", "不会被删除"),
        ("反馈 房间 这里", "在这里受理所有反馈"),
        ("反馈 规则", "反馈 分派规则"),
        ("反馈 状态", "反馈 列表"),
    ],
)
async def test_what_asks_us_is_answered_in_chinese(typed: str, said: str) -> None:
    """The same."""
    async with a_desk() as desk:
        seen = await desk.wang.says(typed)
        assert seen is not None
        assert said in seen.text
        assert await counted(desk) == 0


@pytest.mark.parametrize("typed", ["feedback form", "反馈 表单"])
async def test_the_form_is_opened_by_its_name(typed: str) -> None:
    """Empty."""
    async with a_desk() as desk:
        await desk.sofia.says(typed)
        assert desk.sofia.form.name == "feedback.new"


@pytest.mark.parametrize(
    "typed",
    [
        "help button in the cart is broken",
        "how do I pay with Alipay, the button is gone",
        "how do I return a cup?",
        "how do I send it back?",
        "how to use the coupon",
        "test order never came",
        "模板图片和实物不符",
        "房间香氛有异味",
        "怎么用优惠券都不行",
        "状态一直显示未发货",
    ],
)
async def test_customers_words_that_begin_so_are_theirs(typed: str) -> None:
    """They are passed on."""
    async with a_desk() as desk:
        await desk.sofia.says(f"feedback {typed}")
        assert (await desk.item()).text == typed


@pytest.mark.parametrize(
    ("typed", "order", "text"),
    [
        ("order:12 34 parcel never came", "1234", "parcel never came"),
        ("parcel never came, order: 1002 3345 88", "1002334588", "parcel never came"),
        ("order:1001 20 cups broken", "1001", "20 cups broken"),
        ("没收到货 订单：12 34", "1234", "没收到货"),
    ],
)
async def test_an_order_may_be_typed_in_groups(
    typed: str, order: str, text: str
) -> None:
    """Where it can be nothing else."""
    async with a_desk() as desk:
        await desk.sofia.says(f"feedback {typed}")
        (voice,) = (await desk.item()).voices
        assert (voice.order, voice.text) == (order, text)


async def test_every_field_in_one_sentence() -> None:
    """Between full-width colons and full stops."""
    async with a_desk() as desk:
        await desk.wang.says(
            "反馈 客户：李女士，订单号：2002，货号：AB-12，渠道：天猫，市场：德国，"
            "环节：结算，情绪：不满，类型：建议，优先级：高。结算按钮没反应"
        )
        item = await desk.item()
        (voice,) = item.voices
        facts = item.facts
        assert voice.text == "结算按钮没反应"
        assert (voice.customer, voice.order, facts.sku) == ("李女士", "2002", "AB-12")
        assert (facts.severity, facts.kind) == (Severity.HIGH, Kind.WISH)
        assert facts.sentiment is Sentiment.NEGATIVE
        assert facts.market == "DE"
        assert TRIAGE in desk.team.places


async def test_the_form_takes_an_order_in_groups() -> None:
    """As a sentence does."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback")
        assert await desk.sofia.fills(text="cart broken", order="10 01") == {}
        (voice,) = (await desk.item()).voices
        assert voice.order == "1001"


@pytest.mark.parametrize(
    "typed",
    [
        "what's happening with F-1?",
        "what is going on with f-1",
        "any news on F-1?",
        "any update about F-1",
        "what's the status of F-1",
        "where are we with F-1?",
        "F-1 有进展吗",
        "F-1 怎么样了",
        "F-1 现在有什么进展？",
        "F-1处理得怎么样了",
        "F-1 到哪一步了？",
        "F-1 好了没",
    ],
)
async def test_how_it_stands_is_asked_in_passing(typed: str) -> None:
    """It is shown, and nothing is changed."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is empty")
        seen = await desk.sofia.says(typed)
        assert seen is not None
        assert "F-1 the cart is empty" in seen.text
        assert (await desk.item()).state is State.NEW
        assert await counted(desk) == 1


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("on behalf of Jonas Weber: the lid is loose", "the lid is loose"),
        ("on behalf of @Jonas Weber: the lid is loose", "the lid is loose"),
        ("the lid is loose, on behalf of Jonas Weber", "the lid is loose"),
        ("for @Jonas: the lid is loose", "the lid is loose"),
        ("代 Jonas Weber：盖子松了", "盖子松了"),
        ("替 @Jonas 转：盖子松了", "盖子松了"),
        ("帮 Jonas Weber 提交：盖子松了", "盖子松了"),
        ("盖子松了，替 Jonas Weber", "盖子松了"),
    ],
)
async def test_a_colleagues_words_are_passed_on_by_name(typed: str, text: str) -> None:
    """With a mention or without; they hear of it (PEERS H03)."""
    async with a_desk() as desk:
        await desk.sofia.says(f"feedback {typed}")
        async with desk.team.store.reading() as db:
            (voice,) = await db.feedback.voices([1])
        assert voice.text == text
        assert voice.behalf_id is not None
        assert any(text in seen.text for seen in desk.jonas.inbox)


@pytest.mark.parametrize(
    "typed",
    [
        "on behalf of the whole team: the lid is loose",
        "for mobile users: the lid is loose",
        "the lid is loose, on behalf of Maria Bianchi",
        "代客户说：盖子松了",
    ],
)
async def test_who_is_no_colleague_stays_in_the_words(typed: str) -> None:
    """Nothing that was typed is lost."""
    async with a_desk() as desk:
        await desk.sofia.says(f"feedback {typed}")
        async with desk.team.store.reading() as db:
            (voice,) = await db.feedback.voices([1])
        assert voice.text == typed
        assert voice.behalf_id is None


@pytest.mark.parametrize(
    "typed",
    ["who follows F-1?", "who is following f-1", "谁在关注 F-1？", "F-1 谁在关注"],
)
async def test_who_follows_is_asked(typed: str) -> None:
    """Everybody who hears of it is named, to those who work on it."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is empty")
        await desk.anna.says("feedback follow F-1", TRIAGE)
        seen = await desk.jonas.says(typed, TRIAGE)
        assert seen is not None
        assert "Followed by Anna Berger" in seen.text


@pytest.mark.parametrize(
    "typed", ["stop telling me about F-1", "F-1 不再关注", "取消关注 F-1"]
)
async def test_who_heard_enough_says_so(typed: str) -> None:
    """In their words."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the cart is empty")
        await desk.anna.says("feedback follow F-1", TRIAGE)
        assert (await desk.item()).followers
        await desk.anna.says(typed, TRIAGE)
        assert (await desk.item()).followers == ()


@pytest.mark.parametrize("typed", ["反馈 分流 这里", "反馈 规则 本群", "反馈 分流"])
async def test_a_command_by_another_name_is_no_customers(typed: str) -> None:
    """It is asked whether it was meant."""
    async with a_desk() as desk:
        seen = await desk.wang.says(typed)
        assert seen is not None
        assert "反馈 分派规则" in seen.text
        assert await counted(desk) == 0
