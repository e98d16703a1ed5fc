"""What the sample company typed before somebody looks in: sentences, no more."""

from __future__ import annotations

from adapters.simulator.simulator import Simulator

OPENING = (
    ("U0ANNA1", "#singles-day", "room tie 双十一"),
    ("chenchen8808", "双十一作战群", "房间 关联 双十一"),
    ("254168301310", "双十一作战群", "今天"),
    (
        "manager4521",
        "双十一作战群",
        "任务 新增 核对茶杯库存 @王芳 下周五17点前 #双十一",
    ),
    (
        "U0ANNA1",
        "#singles-day",
        "standup new Daily stand-up at 09:30 on weekdays in #singles-day for everyone",
    ),
    (
        "U0MAYA1",
        "#singles-day",
        "task add Check stock of gift boxes @李伟 tomorrow 15:00 #双十一 !high",
    ),
    (
        "U0GRACE1",
        "#singles-day",
        "task add Approve the campaign budget @anna tomorrow 12:00 #双十一",
    ),
    ("U0JONAS1", "#it", "task add Fix the voucher field on phones in 3 days !urgent"),
    ("U0SOFIA1", "#customer-service", "task add Answer the open returns next monday"),
    ("0312456790", "仓库", "任务 新增 清点礼盒 明天17点前"),
)


async def tell(simulator: Simulator) -> None:
    """Lets the people type what they typed, one after the other."""
    for person, place, words in OPENING:
        side = simulator.side_of(person)
        await side.say(person, place, f"{side.app()['command']} {words}", None)
        await simulator.idle()
        await simulator.driver.settle()
        await simulator.advance("2s")  # nobody types faster, and no chat would let them
