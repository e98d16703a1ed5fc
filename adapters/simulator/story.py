"""What the sample company typed before somebody looks in: sentences, no more."""

from __future__ import annotations

from adapters.simulator.simulator import Simulator

OPENING = (
    (
        "U0ANNA1",
        "#general",
        "standup new Daily stand-up at 09:30 on weekdays in #general for everyone",
    ),
    (
        "U0MAYA1",
        "#singles-day",
        "task add Check stock of gift boxes @liwei tomorrow 15:00 #singles-day !high",
    ),
    (
        "U0LIWEI1",
        "#singles-day",
        "任务 新增 核对茶杯库存 @wangfang 下周五17点前 #双十一",
    ),
    (
        "U0GRACE1",
        "#singles-day",
        "task add Approve the campaign budget @anna tomorrow 12:00 #singles-day",
    ),
    ("U0JONAS1", "#it", "task add Fix the voucher field on phones in 3 days !urgent"),
    ("U0SOFIA1", "#customer-service", "task add Answer the open returns next monday"),
)


async def tell(simulator: Simulator) -> None:
    """Lets the people type what they typed, one after the other."""
    for person, place, words in OPENING:
        side = simulator.side_of(person)
        await side.say(person, place, f"{simulator.command} {words}", None)
        await simulator.driver.settle()
