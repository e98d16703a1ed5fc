"""Sentences without a command word: each is asked of what it is about."""

import pytest

from bot.commands import COMMANDS
from bot.understood import Understood
from tests.driver import a_team

UNDERSTOOD = Understood(COMMANDS)


def _meant(text: str) -> str:
    found = UNDERSTOOD.find(text)
    return " ".join(f"{found[0].path} {found[1]}".split()) if found else ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how many complaints this week?", "feedback report this week"),
        ("how many complaints did we get this month?", "feedback report this month"),
        ("这周有多少投诉", "feedback report 这周"),
        ("这个月收到了多少反馈", "feedback report 这个月"),
        ("top complaints", "feedback report"),
        ("what do customers complain about most?", "feedback report"),
        ("客户投诉最多的是什么？", "feedback report"),
        ("我们的闭环率是多少？", "feedback report"),
        ("how fast do we answer customers?", "feedback report"),
        (
            "how many complaints about checkout this week?",
            "feedback count complaints checkout this week",
        ),
        ("这周有多少关于物流的投诉", "feedback count 投诉 物流 这周"),
        ("有多少客户投诉购物车？", "feedback count problems 购物车"),
        ("how many open complaints are there?", "feedback count open"),
        ("这周关闭了多少反馈？", "feedback count 已关闭 这周"),
        ("what's the oldest open complaint?", "feedback list oldest"),
        ("哪条反馈等得最久？", "feedback list oldest"),
        ("which items are overdue?", "feedback list overdue"),
        ("any complaints from Germany?", "feedback list Germany"),
        ("有没有德国客户的投诉", "feedback list 德国"),
        ("哪些超时了？", "feedback list overdue"),
        ("which feedback has no owner?", "feedback list unowned"),
        ("feedback fixed", "feedback fixed"),
        ("这周退货的投诉多吗？", "feedback count 投诉 退货 这周"),
        ("最近有什么投诉？", "feedback list open"),
        ("客户最不满意的是什么？", "feedback report"),
        ("top issues by sku", "feedback report"),
        ("complaints closed last week", "feedback list closed last week"),
        ("我负责的反馈", "feedback list mine"),
        ("what are our service levels?", "feedback promises"),
        ("我们对客户承诺了什么？", "feedback promises"),
        ("what are customers complaining about?", "feedback report"),
        ("客户最近都在抱怨什么", "feedback report"),
        ("what should we fix first?", "feedback report"),
        ("what do customers say about SKU-123?", "feedback search SKU-123"),
        ("客户对包装有什么意见", "feedback search 包装"),
        ("有关于茶杯的投诉吗", "feedback search 茶杯"),
        ("did anyone complain about the teapot?", "feedback search teapot"),
        ("feedback about SKU-123", "feedback search SKU-123"),
        ("complaints about delivery", "feedback list delivery"),
        ("any new feedback today?", "feedback list new"),
        ("今天有什么新反馈", "feedback list new"),
        ("哪些反馈还没处理", "feedback list open"),
        ("show complaints", "feedback list open"),
        ("feedback from Maria", "feedback search Maria"),
        ("李女士的反馈", "feedback search 李女士"),
        ("order 12345", "feedback search 12345"),
        ("which products get the most complaints?", "feedback report"),
        ("how many customers can't pay?", "feedback list blocking"),
        ("what's the status of F-1?", "feedback show F-1"),
        ("R-3 怎么样了", "risk show R-3"),
        ("who has B-2?", "blocker show B-2"),
        ("risks of Wang Fang", "risk list Wang Fang"),
        ("Jonas's risks", "risk list Jonas"),
        ("what risks does Jonas Weber have?", "risk list Jonas Weber"),
        ("王芳的风险", "risk list 王芳"),
        ("王芳负责的风险有哪些？", "risk list 王芳"),
        ("我的风险", "risk mine"),
        ("我们的风险", "risk list"),
    ],
)
def test_what_customers_say_is_asked_for(typed: str, meant: str) -> None:
    """A figure is in the report, words are in the search."""
    assert _meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pass on a complaint: teapot broken", "feedback teapot broken"),
        ("登记投诉：茶壶坏了", "feedback 茶壶坏了"),
        ("report a complaint", "feedback"),
        ("I have feedback from a customer", "feedback"),
    ],
)
def test_a_complaint_is_passed_on(typed: str, meant: str) -> None:
    """Its words as they are; without any the form asks."""
    assert _meant(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "a customer complained that the tins are too small",
        "we got a complaint about late parcels",
        "顾客反映茶杯漏水",
        "有客户投诉说送货太慢",
    ],
)
async def test_what_a_customer_said_is_offered_as_feedback(typed: str) -> None:
    """Not filed unasked, and no task: one tap passes it on."""
    assert _meant(typed) == ""
    async with a_team() as team:
        seen = await team.person("Anna Berger").says(typed)
        assert seen is not None
        assert f"/crew feedback {typed}" in seen.text
        assert "Pass it on" in {each.label for each in seen.controls}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what are our KPIs?", "measure list"),
        ("我们的指标有哪些", "measure list"),
        ("哪些指标没填", "measure list late"),
        ("show the refund rate", "measure show refund rate"),
        ("what's the conversion?", "measure show conversion"),
        ("退款率是多少", "measure show 退款率"),
        ("churn rate", "measure show churn rate"),
        ("show refund rate", "measure show refund rate"),
        ("什么是转化率", "measure show 转化率"),
        ("conversion was 2.4 % last week", "measure set conversion 2.4 % last week"),
        ("上周转化率 2.4%", "measure set 转化率 2.4% 上周"),
        ("转化率上周是 2.6%", "measure set 转化率 2.6% 上周"),
        ("set conversion rate to 2.5%", "measure set conversion rate 2.5%"),
        ("把转化率更新为 2.5%", "measure set 转化率 2.5%"),
        ("refund rate 2.1%?", "measure show refund rate"),
        ("上周转化率是 2.4% 吗", "measure show 转化率"),
    ],
)
def test_measures_are_spoken_of(typed: str, meant: str) -> None:
    """A number reports a value; a question never does."""
    assert _meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("task add raise conversion 3%", "task add"),
        ("task add conversion", "task add"),
        ("feedback low conversion", "feedback"),
        ("feedback from Maria: the pot is broken", "feedback"),
        ("feedback about the slow checkout page on phones", "feedback"),
        ("measure show refund rate", "measure show"),
        ("任务 新增 提高转化率 3%", "task add"),
        ("反馈 转化率是多少看不到", "feedback"),
    ],
)
def test_a_command_stays_the_command_it_is(typed: str, path: str) -> None:
    """Whatever words stand behind it."""
    found = UNDERSTOOD.find(typed)
    assert found is not None
    assert found[0].path == path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("when is my review due?", "review"),
        ("我的考核什么时候截止", "review"),
        ("开始绩效考核", "review cycle"),
        ("how is Sam's onboarding going?", "onboarding show Sam"),
        ("when does Ana start?", "onboarding show Ana"),
        ("小王什么时候入职", "onboarding show 小王"),
        ("小王的入职进度怎么样", "onboarding show 小王"),
        ("when is Sam leaving?", "leaving show Sam"),
        ("who's on call?", "area list"),
        ("今天谁值班", "area list"),
        ("Bo's areas", "area list @Bo"),
        ("who is Bo's manager?", "team show Bo"),
    ],
)
def test_people_are_asked_after(typed: str, meant: str) -> None:
    """Their reviews, their first day, what they answer for."""
    assert _meant(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "our customers love the new teapot",
        "the refund rate is too high",
        "the conversion dropped",
        "is the conversion rate 3%?",
        "customers can't find the checkout button",
        "we have a daily standup at 9",
        "I told the customer that we call back",
        "the review of the supplier is due on Friday",
        "Sam starts the kettle every morning",
        "客户很满意新茶壶",
        "转化率掉得厉害",
        "我跟客户说了明天发货",
    ],
)
def test_what_is_only_told_does_nothing(typed: str) -> None:
    """Ordinary talk is no command, even where it has the words of one."""
    assert _meant(typed) == ""
