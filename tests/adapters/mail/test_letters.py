"""A letter is a proper e-mail, and a server's refusals are ours."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.mail.letters import MailLetters, Server, examine
from bot.errors import ChatError, NotSaid, Rejected, Unreachable
from bot.messages import Button, Buttons, Card, Facts, Link, Paragraph, Quote
from bot.model.people import Account, Person
from bot.model.refs import PlaceRef, UserRef
from tests.adapters.mail.server import MailServer
from tests.fakes.clock import FakeClock

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
BOX = PlaceRef("mail", "", "grace@tea.example")
PAGE = Button("打开 T-12", "letter.open", url="https://crew.example/tasks/T-12")
CARD = Card(
    ("T-12 检查价格 ", "<b>x</b>\nBcc: all@tea.example"),
    (
        Paragraph(("王芳把任务交给您。", Link("javascript:alert(1)", "here"))),
        Facts((("截止", ("周五",)),)),
        Quote("<script>alert(1)</script>"),
        Buttons((PAGE,)),
    ),
    subject="task:12",
)


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    """A server that takes everything."""
    running = MailServer(password="s3cret:/@")  # noqa: S106 opens only this server
    await running.start()
    yield running
    await running.stop()


def letters(server: MailServer, password: str = "s3cret%3A%2F%40") -> MailLetters:  # noqa: S107
    """Our side of it, with a password that has to be quoted."""
    url = f"smtp://bot:{password}@127.0.0.1:{server.port}"
    return MailLetters(url, "店小二 <bot@crew.example>", FakeClock(NOW))


async def test_a_letter_arrives_as_text_and_as_html(server: MailServer) -> None:
    """To one person, and to nobody whom a title names."""
    await letters(server).send(BOX, CARD, key="task:12:assigned:person:3")
    (mail,) = server.taken
    assert server.recipients == ["grace@tea.example"]
    assert mail["To"] == "grace@tea.example"
    assert mail["From"] == "店小二 <bot@crew.example>"
    assert mail["Subject"] == "T-12 检查价格 <b>x</b> Bcc: all@tea.example"
    assert mail["Bcc"] is None
    assert mail["Date"].datetime == NOW
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert "王芳把任务交给您。here" in text.get_content()
    assert "打开 T-12: https://crew.example/tasks/T-12" in text.get_content()
    shown = html.get_content()
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown
    assert "javascript:" not in shown
    assert 'href="https://crew.example/tasks/T-12"' in shown


async def test_nothing_in_a_letter_tells_who_read_it(server: MailServer) -> None:
    """No picture, no style and no script from elsewhere."""
    await letters(server).send(BOX, CARD, key="k")
    html = server.taken[0].get_body(("html",))
    assert html is not None
    for word in ("<img", "<link", "<script", "src=", "url("):
        assert word not in html.get_content()


async def test_no_machine_answers_a_letter(server: MailServer) -> None:
    """RFC 3834."""
    await letters(server).send(BOX, CARD, key="k")
    assert server.taken[0]["Auto-Submitted"] == "auto-generated"


async def test_a_letter_sent_again_has_the_same_id(server: MailServer) -> None:
    """And what is about one thing stands together."""
    ours = letters(server)
    for key in ("k", "k", "other"):
        await ours.send(BOX, CARD, key=key)
    first, again, other = (mail["Message-ID"] for mail in server.taken)
    assert first == again != other
    assert first.endswith("@crew.example>")
    assert len({mail["References"] for mail in server.taken}) == 1


@pytest.mark.parametrize(
    ("answers", "kind", "code"),
    [
        ({"RCPT": "550 no such user"}, Rejected, "mail_550"),
        ({"RCPT": "451 later"}, NotSaid, "mail_451"),
        ({"MAIL": "553 not you"}, Rejected, "mail_553"),
        ({".": "554 spam"}, Rejected, "mail_554"),
        ({".": "452 full"}, NotSaid, "mail_452"),
        ({".": ""}, Unreachable, "mail_no_answer"),
        ({"AUTH": "535 no"}, Rejected, "mail_535"),
    ],
)
async def test_what_a_server_says_is_ours(
    server: MailServer, answers: dict[str, str], kind: type[ChatError], code: str
) -> None:
    """For now, for good, or nobody knows."""
    server.answers = answers
    with pytest.raises(ChatError) as raised:
        await letters(server).send(BOX, CARD, key="k")
    assert (type(raised.value), raised.value.code) == (kind, code)


async def test_a_server_that_is_away_took_nothing(server: MailServer) -> None:
    """It is tried again later."""
    await server.stop()
    with pytest.raises(NotSaid):
        await letters(server).send(BOX, CARD, key="k")


async def test_the_password_shows_nowhere(
    server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither in a log nor in an error."""
    caplog.set_level(logging.DEBUG)
    with pytest.raises(Rejected) as raised:
        await letters(server, "wrong-one").send(BOX, CARD, key="k")
    assert "wrong-one" not in caplog.text + str(raised.value)
    assert "wrong-one" not in repr(Server.read("smtp://bot:wrong-one@mail.example"))


def test_no_password_goes_over_an_open_line() -> None:
    """But to this machine."""
    assert Server.read("smtp://bot:x@mail.example").start_tls is True
    assert Server.read("smtp://bot:x@localhost:2525").start_tls is None
    assert Server.read("smtp://mail.example").start_tls is None
    assert Server.read("smtps://bot:x@mail.example").tls
    assert Server.read("smtps://mail.example").port == 465


def test_a_box_is_an_address_that_a_platform_vouches_for() -> None:
    """One that could name somebody else is none."""
    ours = MailLetters("smtp://mail.example", "bot@crew.example", FakeClock(NOW))
    ref = UserRef("slack", "T1", "U1")
    for email in ("grace@tea.example", "o'neil+x@a-b.example"):
        person = Person(1, 1, "Grace", "UTC", "en", email=email)
        assert ours.box(person, []) == PlaceRef("mail", "", email)
    for email in ("", "a@b@c", "a@b\nBcc: x@y", "a b@c", "<a@b>", "a,b@c", "阿@b"):
        person = Person(1, 1, "Grace", "UTC", "en", email=email)
        assert ours.box(person, [Account(1, 1, 1, ref, email=email)]) is None


async def test_the_doctor_knocks_and_says_nothing(server: MailServer) -> None:
    """Good keys, bad keys, nobody there."""
    base = f"127.0.0.1:{server.port}"
    assert await examine(f"smtp://bot:s3cret%3A%2F%40@{base}") == ""
    assert await examine(f"smtp://bot:no@{base}") == "mail_535"
    assert server.taken == []
    await server.stop()
    assert await examine(f"smtp://{base}") == "mail_not_connected"
