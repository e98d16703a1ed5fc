"""What people wrote themselves, as the mail programs of the world set it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.mail.plain import as_text
from adapters.mail.replies import forwarded, own_words

OWN = "It is still empty.\n仍然是空的"


@pytest.mark.parametrize(
    "tail",
    [
        "On Mon, 2 Mar 2026 at 07:00, Tea Shop <help@tea.example> wrote:\n> Hi",
        "On Mon, 2 Mar 2026 at 07:00, Tea Shop\n<help@tea.example> wrote:\n\n> Hi",
        "Am 02.03.26 um 07:00 schrieb Tea Shop:\n> Hallo",
        "Le 2 mars 2026 à 07:00, Tea Shop a écrit :\n> Salut",
        "El 2 mar 2026, Tea Shop <help@tea.example> escribió:\n> Hola",
        "Il giorno 2 mar 2026 Tea Shop ha scritto:\n> Ciao",
        "在 2026年3月2日，茶店 <help@tea.example> 写道：\n> 您好",
        "在 2026-03-02 07:00:00，茶店 写道：\n您好",
        "茶店 <help@tea.example> 于2026年3月2日周一 07:00写道：\n> 您好",
        "------------------ 原始邮件 ------------------\n发件人: 茶店\n您好",
        "-----Original Message-----\nFrom: Tea Shop\nSent: Monday\nHi",
        "-----Ursprüngliche Nachricht-----\nVon: Tea Shop\nHallo",
        "________________________________\nFrom: Tea Shop <a@b>\nSent: Monday\n"
        "To: Maria\nSubject: Cart\n\nHi",
        "*From:* Tea Shop\n*Sent:* Monday\n*To:* Maria\n*Subject:* Cart\n\nHi",
        "发件人： 茶店\n发送时间： 2026年3月2日\n收件人： 李女士\n主题： 购物车\n"
        "\n您好",
        "Von: Tea\nGesendet: Montag\nAn: Maria\nBetreff: Korb\n\nHallo",
        "> Hi\n> there",
        "-- \nMaria Rossi\nRome",
        "Sent from my iPhone",
        "发自我的iPhone",
        "Von meinem iPhone gesendet",
        "Get Outlook for Android",
    ],
)
def test_what_is_below_is_left_out(tail: str) -> None:
    """In the words of many programs and languages."""
    found = own_words(f"{OWN}\n\n{tail}\n")
    assert found.removesuffix("________________________________").strip() == OWN


@pytest.mark.parametrize(
    "text",
    [
        "On the product page my daughter wrote:\nit is blue",
        "李女士写道：\n购物车是空的",
        "From: Rome it takes a week",
        "> You asked which browser\nFirefox",
        "--\n",
        "-----",
        "> only a quote",
        "Sent from my iPhone",
        "",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    """Customers' own words are never taken for a tail; nothing is never left."""
    assert own_words(text) == text.strip()


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """And something of it is left, if anything was there."""
    assert bool(own_words(text)) == bool(text.strip())
    forwarded(text)
    as_text(text)


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Maria <m@x>\nDate: today\n"
        "Subject: Cart\nTo: <help@tea.example>",
        "Begin forwarded message:\n\nFrom: Maria <m@x>\nSubject: Cart\nDate: today",
        "From: Maria <m@x>\nSent: Monday\nTo: Sofia\nSubject: Cart",
        "---------- 转发的邮件 ----------\n发件人: Maria <m@x>\n日期: 今天\n"
        "主题: 购物车",
        "-------- 转发邮件信息 --------\n发件人：Maria <m@x>\n发送日期：今天\n"
        "主题：购物车",
    ],
)
def test_who_wrote_it_first_is_found(head: str) -> None:
    """Behind what a colleague says to it."""
    found = forwarded(f"Please look\n\n{head}\n\nIt is empty\nreally")
    assert found == ("Maria <m@x>", "Please look\n\nIt is empty\nreally")


def test_a_page_without_end_is_read() -> None:
    """However deep, and however it ends."""
    assert as_text("<div>" * 5000 + "a <b>word") == "a word"
    assert as_text("<p>A&amp;B</p><blockquote>old<br>er</blockquote>") == (
        "A&B\n\n> old\n> er"
    )
