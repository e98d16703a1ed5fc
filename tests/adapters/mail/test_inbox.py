"""What customers write by e-mail becomes feedback: once, and none of a machine's."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from adapters.mail.imap import LARGEST
from adapters.mail.inbox import Inbox
from bot.bootstrap.doors import CrewMail
from bot.messages import Enclosed
from bot.model.drawing import Drawing
from bot.model.feedback import TEXT_LIMIT, Source, State, UpdateKind
from storage.database.ownership import SoleOwnership
from tests.adapters.mail.mailbox import PretendMailbox
from tests.adapters.mail.post import TODAY, WORDS, Post, a_mail, a_post, address
from tests.bot.feedback.desk import TRIAGE, a_desk
from tests.databases import KINDS, Kind
from tests.driver import MONDAY


@pytest.fixture(params=KINDS)
async def post(request: pytest.FixtureRequest) -> AsyncIterator[Post]:
    """On both databases."""
    kind: Kind = request.param
    async with a_post(kind) as made:
        yield made


async def test_an_email_becomes_feedback(post: Post) -> None:
    """With its subject, and whose it is; where feedback is triaged it is seen."""
    (item,) = await post.gets(a_mail())
    (voice,) = item.voices
    assert voice.text == f"Cart\n\n{WORDS}"
    assert voice.customer == "Maria Rossi <maria@out.example>"
    assert (voice.source, voice.sender_id) == (Source.MAIL, None)
    assert voice.said_at == MONDAY - timedelta(minutes=5)
    card = post.desk.jonas.last(TRIAGE)
    assert card
    assert WORDS in card.text


async def test_it_counts_once(post: Post) -> None:
    """However often it is read, and in how many copies it comes."""
    await post.gets(a_mail(id="<one@out.example>"))
    await post.reads()
    assert len(await post.gets(a_mail(id="<one@out.example>"))) == 1
    post.box.renumbered()
    assert len(await post.reads()) == 1
    assert len(await post.gets(a_mail(id="<two@out.example>"))) == 2


async def test_the_mailbox_is_never_changed(post: Post) -> None:
    """Who reads it finds all as it was."""
    await post.gets(a_mail())
    assert not any("STORE" in said or "SELECT" in said for said in post.box.said)
    assert "BODY[" not in " ".join(post.box.said)


async def test_the_first_visit_takes_what_is_new() -> None:
    """Unread, and not older than a week: nobody's archive comes up again."""
    async with a_desk() as desk:
        box = PretendMailbox()
        await box.start()
        box.gets(a_mail("long ago").as_bytes(), TODAY - timedelta(days=8))
        box.gets(a_mail("was read").as_bytes(), TODAY, seen=True)
        box.gets(a_mail("is new").as_bytes(), TODAY)
        inbox = Inbox(
            address(box), CrewMail(desk.team.crew), desk.team.clock, SoleOwnership()
        )
        for _ in range(2):
            await inbox.visit()
        async with desk.team.store.reading() as db:
            (item,) = await db.feedback.where()
        assert "is new" in item.text
        await box.stop()


async def test_what_is_quoted_and_signed_is_left_out(post: Post) -> None:
    """Only what they wrote themselves."""
    text = (
        "It is still empty!\n\n-- \nMaria\n\nOn Mon, 2 Mar 2026 at 07:00, Tea Shop "
        "<help@tea.example> wrote:\n> Did you try again?\n"
    )
    (item,) = await post.gets(a_mail(text, subject="Re: Cart"))
    assert item.text == "Cart\n\nIt is still empty!"


async def test_html_is_read_as_a_person_would(post: Post) -> None:
    """Without styles, with its lines."""
    message = a_mail()
    message.set_content(
        "<html><head><style>p {color: red}</style></head><body><p>The cart<br>is "
        "empty</p><ul><li>twice</li></ul><script>x()</script><table><tr><td>Order</td>"
        "<td>1001</td></tr></table></body></html>",
        subtype="html",
    )
    (item,) = await post.gets(message)
    assert item.text == "Cart\n\nThe cart\nis empty\n\n• twice\nOrder 1001"


async def test_chinese_mail_is_read(post: Post) -> None:
    """In the letters that Chinese programs use, whatever they call them."""
    raw = (
        b"From: =?GBK?B?wO7FrsG/?= <li@qq.example>\r\nSubject: =?utf-8?B?5LuY5qy+?=\r\n"
        b"Message-ID: <3@qq.example>\r\nContent-Type: text/plain; charset=gb2312\r\n"
        b"\r\n"
    ) + "付款一直失败\r\n\r\n发自我的iPhone\r\n".encode("gb18030")
    post.box.gets(raw, TODAY)
    (item,) = await post.reads()
    assert item.text == "付款\n\n付款一直失败" or item.text == "付款一直失败"
    assert item.voices[0].language == "zh"


async def test_one_of_us_sends_it_for_a_customer(post: Post) -> None:
    """Who forwards it hears of it; who wrote it first is the customer."""
    text = (
        "Please look!\n\n---------- Forwarded message ---------\n"
        "From: Maria Rossi <maria@out.example>\nDate: Mon, 2 Mar 2026\n"
        f"Subject: Cart\nTo: <help@tea.example>\n\n{WORDS}\n"
    )
    sender = "Sofia Rossi <sofia@tea.example>"
    (item,) = await post.gets(a_mail(text, sender, subject="Fwd: Cart"))
    (voice,) = item.voices
    assert voice.customer == "Maria Rossi <maria@out.example>"
    assert voice.sender_id
    assert voice.text == f"Cart\n\nPlease look!\n\n{WORDS}"
    await post.desk.team.waits(hours=1)
    assert "Thank you: F-1" in post.desk.sofia.inbox[-1].text


async def test_an_answer_goes_with_what_it_names(post: Post) -> None:
    """Of its customer or its sender, once, and it is no second one; a stranger's is."""
    await post.gets(a_mail(id="<1@out.example>"))
    await post.desk.jonas.says("feedback fixed 1 it is mended", TRIAGE)
    await post.desk.leaves()
    again = a_mail("It is empty again", subject="Re: [F-1] Cart", id="<2@out.example>")
    (item,) = await post.gets(again)
    assert item.state is State.WORKING
    assert len(await post.gets(again)) == 1
    await post.desk.team.waits(hours=1)
    assert "The customer of F-1 writes again" in post.desk.jonas.inbox[-1].text
    async with post.desk.team.store() as db:
        story = await db.feedback.log.of(item.id)
    said = [each.text for each in story if each.kind is UpdateKind.SAID]
    assert said == ["It is empty again"]
    stranger = a_mail("So is mine", "Bo <bo@out.example>", "Re: F-1", "<3@out.example>")
    (_, other) = await post.gets(stranger)
    assert other.text == "F-1\n\nSo is mine"


async def test_an_announcement_of_ours_becomes_no_feedback(post: Post) -> None:
    """The same words of a customer are kept (H25)."""
    ours = "Sofia Rossi <sofia@tea.example>"
    assert await post.gets(a_mail("Closed on Monday", ours, "📣 Monday")) == []
    (item,) = await post.gets(a_mail("📣 your cart is empty", subject="📣 Listen"))
    assert item.number == 1


async def test_a_forged_colleague_is_a_stranger(post: Post) -> None:
    """Where the server that took it says so."""
    failed = "mx.tea.example; spf=fail; dmarc=fail header.from=tea.example"
    mail = a_mail(sender="sofia@tea.example", Authentication_Results=failed)
    (item,) = await post.gets(mail)
    assert item.voices[0].sender_id is None


async def test_who_wants_the_answer_is_the_author(post: Post) -> None:
    """As a shop's own contact form writes in the customer's name."""
    form = "Shop <no-reply@tea.example>"
    (item,) = await post.gets(a_mail(sender=form, Reply_To="maria@out.example"))
    assert item.voices[0].customer == "<maria@out.example>"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated; by=us"},
        {"Precedence": "bulk"},
        {"Precedence": "List"},
        {"List_Id": "<news.out.example>"},
        {"List_Unsubscribe": "<https://out.example/no>"},
        {"Return_Path": "<>"},
        {"X_Autoreply": "yes"},
    ],
)
async def test_machines_are_passed_over(headers: dict[str, str]) -> None:
    """Automatic answers, bounces, lists; our own mail, too: nothing goes in circles."""
    async with a_post() as post:
        assert await post.gets(a_mail(**headers)) == []
        assert len(await post.gets(a_mail(Auto_Submitted="no"))) == 1


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("Li <li@qq.example>", "自动回复: 您好"),
        ("Li <li@qq.example>", "自动回复：您好"),
        ("Maria <maria@out.example>", "Automatic reply: Cart"),
        ("Maria <maria@out.example>", "Auto-Reply"),
        ("Maria <maria@out.example>", "Out of Office: back on Monday"),
        ("MAILER-DAEMON@out.example", "Undelivered Mail Returned to Sender"),
        ("postmaster@out.example", "系统退信"),
    ],
)
async def test_those_are_that_say_so_in_their_subject_only(
    sender: str, subject: str
) -> None:
    """As old programs do."""
    async with a_post() as post:
        assert await post.gets(a_mail(sender=sender, subject=subject)) == []


@pytest.mark.parametrize(
    "subject",
    [
        "Undelivered parcel",
        "Your automatic reply is wrong",
        "自动回复说错了",
        "Out of stock",
    ],
)
async def test_customers_subjects_that_look_so_are_theirs(subject: str) -> None:
    """They are kept."""
    async with a_post() as post:
        assert len(await post.gets(a_mail(subject=subject))) == 1


async def test_a_bounce_is_passed_over(post: Post) -> None:
    """A report about a mail that did not arrive (RFC 3464)."""
    message = a_mail()
    message.replace_header("Content-Type", 'multipart/report; boundary="b"')
    assert await post.gets(message) == []


async def test_files_are_kept_and_shown(post: Post) -> None:
    """Where feedback is triaged; a picture without words is feedback, too."""
    message, photo = a_mail(), b"\xff\xd8\xff" + b"x" * 3000
    message.add_attachment(photo, maintype="image", subtype="jpeg", filename="店.jpg")
    message.add_attachment(a_mail("inside"))
    (item,) = await post.gets(message)
    assert "inside" not in item.text
    shown = post.desk.jonas.last(TRIAGE)
    assert shown
    assert [b.image.title for b in shown.card.blocks if isinstance(b, Drawing)] == [
        "店.jpg"
    ]
    seen = await post.desk.jonas.says("feedback files 1", TRIAGE)
    assert seen
    (inside,) = [b.file for b in seen.card.blocks if isinstance(b, Enclosed)]
    assert b"inside" in inside.content
    empty = a_mail(" ", subject="")
    await post.gets(empty)
    assert (await post.desk.item(2)).text == "(no words)"


async def test_an_invitation_and_a_seal_are_no_words(post: Post) -> None:
    """A calendar is a file; what signs a mail is nothing to look at."""
    message = a_mail()
    message.add_attachment("BEGIN:VCALENDAR\nEND:VCALENDAR", subtype="calendar")
    message.add_attachment(b"x", maintype="application", subtype="pkcs7-signature")
    (item,) = await post.gets(message)
    assert "VCALENDAR" not in item.text
    assert [file.name for file in item.files] == ["text.calendar"]


async def test_a_logo_inside_the_words_is_only_named(post: Post) -> None:
    """Every mail of some shops has one."""
    message = a_mail()
    message.add_attachment(
        b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>",
        filename="logo.png", disposition="inline",
    )  # fmt: skip
    (item,) = await post.gets(message)
    assert item.files == ()
    seen = await post.desk.jonas.says("feedback show 1", TRIAGE)
    assert seen
    assert "Not kept, but still in the mailbox: logo.png (1 KB)" in seen.text


async def test_what_is_too_long_is_cut_with_a_note(post: Post) -> None:
    """And what is too large is read as far as it goes."""
    await post.gets(a_mail("é" * (TEXT_LIMIT * 2)))
    assert len((await post.desk.item()).text) == TEXT_LIMIT
    seen = await post.desk.jonas.says("feedback show 1", TRIAGE)
    assert seen
    assert "characters are not kept" in seen.text
    large = a_mail("It is large", id="<large@out.example>").as_bytes()
    post.box.gets(large + b"x" * LARGEST, TODAY)
    await post.reads()
    seen = await post.desk.jonas.says("feedback show 2", TRIAGE)
    assert seen
    assert "KB of it were not read" in seen.text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"From: \xff\r\nSubject: =?x?q?\xff?=\r\n\r\nHello",
        b"Content-Type: text/plain; charset=klingon\r\n\r\nHello",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a",
        b"Content-Transfer-Encoding: base64\r\n\r\n!!!",
        b"Date: Mon, 99 Foo 0000\r\nMessage-ID: \r\n\r\nHello",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n"
        + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 3000,
    ],
)
async def test_broken_mail_breaks_nothing(
    raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """It is feedback as far as it can be read, and what comes after it is, too."""
    async with a_post() as post:
        post.box.gets(raw, TODAY)
        found = await post.gets(a_mail())
        assert len(found) == 2
        assert WORDS in found[-1].text
        assert [record for record in caplog.records if record.exc_info] == []
