"""The name and the order recorded of a customer stay in the room, wherever in the words
about them they stand.
"""

import pytest

from bot.model.feedback import Feedback, Voice
from bot.model.feedback.hiding import hidden
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.driver import MONDAY, Member


@pytest.mark.parametrize(
    ("customer", "order", "text", "left"),
    [
        ("Maria Bianchi", "", "Maria Bianchi waits", "M••• B••• waits"),
        ("Maria Bianchi", "", "refund for Maria's cup", "refund for M•••'s cup"),
        ("maria bianchi", "", "Bianchi wrote: MARIA", "B••• wrote: MARIA"),
        ("李小明", "", "李小明说付不了款", "李•••说付不了款"),
        ("李小明先生", "", "李小明付不了款", "李•••付不了款"),
        ("May", "", "it may come; May wrote", "it may come; M••• wrote"),
        ("Jan van Dam", "", "the van of Dam", "the van of D•••"),
        ("1001", "", "order 1001", "order 1001"),
        ("Al", "", "Also all", "Also all"),
        ("", "A-20017", "order A-20017 is late", "order •••017 is late"),
        ("", "12", "12 cups", "12 cups"),
        ("王芳", "", "mail wang@x.example 王芳", "mail •••@••• 王•••"),
    ],
)
def test_what_was_recorded_is_hidden(
    customer: str, order: str, text: str, left: str
) -> None:
    """Names with their parts, orders with all but their end; other words stay."""
    voice = Voice(
        sender_id=1, text=text, said_at=MONDAY, customer=customer, order=order
    )
    assert hidden(Feedback(opened_at=MONDAY, voices=(voice,)), text) == left


async def _told(desk: Desk, who: Member) -> str:
    return "\n".join(seen.text for seen in who.inbox)


async def test_who_works_outside_the_room_reads_no_name() -> None:
    """Not in the words, a note, an approval or the task, in both chats."""
    async with a_desk() as desk:
        li = desk.team.person("李伟", platform="dingtalk", language="zh")
        await desk.team.know_everyone()
        await desk.wang.says("反馈 李小明说购物车是空的 客户:李小明 订单:A20017")
        await desk.jonas.says("feedback assign 1 @李伟", TRIAGE)
        await desk.jonas.says("feedback note 1 李小明 wrote again, A20017", TRIAGE)
        await desk.jonas.says(
            "feedback approval 1 refund 80 CNY from @李伟 because 李小明 is angry",
            TRIAGE,
        )
        await desk.jonas.says("feedback task 1", TRIAGE)
        await li.says("反馈 查看 1")
        await desk.team.waits(minutes=1)
        told = await _told(desk, li)
        assert "李•••说购物车是空的" in told
        assert "李•••" in told.split("原因：")[1]
        assert "李小明" not in told
        assert "A20017" not in told


async def test_who_asked_outside_the_room_hears_no_name() -> None:
    """Not in the words beside the decision, nor in what was asked for."""
    async with a_desk() as desk:
        bo = desk.team.person("Bo Lin")
        await desk.team.know_everyone()
        await desk.sofia.says('feedback cannot pay customer:"Maria Rossi"')
        await desk.jonas.says("feedback assign 1 @Bo", TRIAGE)
        await bo.says("feedback approval 1 voucher for Maria from @Anna")
        await desk.anna.presses("Approve with a comment")
        await desk.anna.fills(text="Maria Rossi is a good customer")
        await desk.team.waits(minutes=1)
        told = await _told(desk, bo)
        assert "is a good customer" in told
        assert "Maria" not in told.split("approved", 1)[-1]
