"""A shop's own systems bring what customers say: signed, once, and nothing is lost."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.model.feedback import TEXT_LIMIT, Outlet, Sentiment, Severity, Source, Step
from bot.model.feedback import Kind as Wants
from bot.reading import read
from tests.adapters.web.gate import Gate, a_gate, signed, told
from tests.bot.feedback.desk import TRIAGE
from tests.databases import KINDS, Kind

WORDS = "The cart is empty after login"


@pytest.fixture(params=KINDS)
async def gate(request: pytest.FixtureRequest) -> AsyncIterator[Gate]:
    """On both databases."""
    kind: Kind = request.param
    async with a_gate(kind) as made:
        yield made


async def test_a_signed_request_becomes_feedback(gate: Gate) -> None:
    """It is stored before the answer, and shown as typed feedback is."""
    answer = await gate.brings(text=WORDS, order=1001, customer="Maria")
    assert (answer.status, answer.said) == (202, {"feedback": "F-1"})
    item = await gate.desk.item()
    assert item.facts.step is Step.CART
    assert item.facts == item.proposed == read(WORDS).facts
    (voice,) = item.voices
    assert (voice.text, voice.order, voice.customer) == (WORDS, "1001", "Maria")
    assert (voice.source, voice.sender_id) == (Source.WEBHOOK, None)
    card = gate.desk.jonas.last(TRIAGE)
    assert card
    assert "F-1 The cart is empty" in card.text
    assert {"Take", "In progress", "Fixed"} <= {c.label for c in card.controls}


async def test_every_field_arrives(gate: Gate) -> None:
    """Unknown ones are left alone; a shop without a name here stays in the words."""
    answer = await gate.brings(
        text="Es geht nicht", customer="Maria", order="A-1", sku="cup-1",
        channel="天猫", market="德国", step="payment", severity="high",
        kind="wish", sentiment="positive",
        language="de-AT", url="https://help.example/4711", said_at="2026-03-01T08:00Z",
        files=[{"name": "cart.png", "url": "https://help.example/cart.png"}],
        colour="red", author=None,
    )  # fmt: skip
    assert answer.status == 202
    item = await gate.desk.item()
    facts, (voice,) = item.facts, item.voices
    assert (facts.step, facts.severity) == (Step.PAYMENT, Severity.HIGH)
    assert (facts.kind, facts.sentiment) == (Wants.WISH, Sentiment.POSITIVE)
    assert (facts.sku, facts.market) == ("CUP-1", "DE")
    assert (voice.outlet, voice.language) == (Outlet.TMALL, "de")
    assert voice.permalink == "https://help.example/4711"
    assert voice.said_at.isoformat() == "2026-03-01T08:00:00+00:00"
    assert [file.name for file in voice.files] == ["cart.png"]
    await gate.brings(text="It hangs", channel="eBay")
    assert (await gate.desk.item(2)).text == "It hangs (eBay)"


async def test_one_of_us_is_the_sender(gate: Gate) -> None:
    """And hears of every step; a stranger's address is the customer's."""
    await gate.brings(text=WORDS, author="Sofia@tea.example", customer="Maria")
    card = gate.desk.jonas.last(TRIAGE)
    assert gate.desk.sofia.inbox == []  # it is eight: nobody is woken for a receipt
    await gate.desk.team.waits(hours=1)
    (heard,) = gate.desk.sofia.inbox
    assert "Thank you: F-1" in heard.text
    await gate.desk.jonas.presses("In progress", card)
    assert "🔧 F-1 is being worked on" in gate.desk.sofia.inbox[-1].text
    await gate.brings(text=WORDS, author="maria@out.example")
    (voice,) = (await gate.desk.item(2)).voices
    assert (voice.sender_id, voice.customer) == (None, "maria@out.example")


async def test_on_behalf_of_a_colleague(gate: Gate) -> None:
    """Both hear of it, each in their own words."""
    await gate.brings(
        text=WORDS, author="jonas@tea.example", on_behalf_of="sofia@tea.example"
    )
    assert "Jonas Weber passed on feedback for you" in gate.desk.sofia.inbox[-1].text
    await gate.desk.team.waits(hours=1)
    assert "Thank you: F-1" in gate.desk.jonas.inbox[-1].text


async def test_the_same_again_is_the_same(gate: Gate) -> None:
    """A sender that had no answer sends it again, with a fresh timestamp."""
    first = await gate.brings(id="ticket-1", text=WORDS)
    gate.desk.team.clock.set(gate.desk.team.clock.now() + timedelta(minutes=2))
    again = await gate.brings(id="ticket-1", text=f" {WORDS}\n")
    assert (first.status, again.status) == (202, 200)
    assert again.said == first.said == {"feedback": "F-1"}
    assert (await gate.desk.item()).text == WORDS
    other = await gate.brings(id="ticket-2", text=WORDS)
    assert other.said == {"feedback": "F-2"}


async def test_other_words_under_the_same_name_are_refused(gate: Gate) -> None:
    """Success would say that they were kept: the answer names what is."""
    await gate.brings(id="ticket-1", text=WORDS, channel="eBay")
    other = await gate.brings(id="ticket-1", text="It works again", channel="eBay")
    assert (other.status, other.said["feedback"]) == (409, "F-1")
    assert "another text" in str(other.said["error"])
    same = await gate.brings(id="ticket-1", text=WORDS, channel="eBay", order=1001)
    assert (same.status, same.said) == (200, {"feedback": "F-1"})
    new = await gate.brings(id="ticket-2", text="It works again", channel="eBay")
    assert (new.status, new.said) == (202, {"feedback": "F-2"})
    assert (await gate.desk.item()).text == f"{WORDS} (eBay)"


async def test_what_was_cut_is_the_same_again(gate: Gate) -> None:
    """What there is no room for is compared with nothing; what was joined is found."""
    long = {"id": "ticket-1", "text": "é" * (TEXT_LIMIT + 10)}
    assert (await gate.brings(**long)).status == 202
    await gate.brings(id="ticket-2", text=WORDS)
    await gate.desk.jonas.says("feedback join 1 2", TRIAGE)
    assert (await gate.brings(**long)).status == 200
    assert (await gate.brings(id="ticket-2", text="other words")).status == 409


async def test_the_same_at_once_is_kept_once(gate: Gate) -> None:
    """The database refuses doubles, whoever was first."""
    both = [gate.brings(id="ticket-1", text=WORDS) for _ in range(8)]
    answers = await asyncio.gather(*both)
    assert sorted({answer.status for answer in answers}) == [200, 202]
    assert {str(answer.said["feedback"]) for answer in answers} == {"F-1"}
    async with gate.desk.team.store.reading() as db:
        assert len(await db.feedback.where()) == 1


async def test_two_doors_may_use_the_same_name(gate: Gate) -> None:
    """Each system counts for itself."""
    path, secret = told(await gate.desk.anna.says("feedback door new Zendesk"))
    first = await gate.brings(id="1", text=WORDS)
    other = await gate.sends(
        b'{"text": "no cups"}', id="1", path=path, secrets=(secret,)
    )
    assert (first.said["feedback"], other.said["feedback"]) == ("F-1", "F-2")


@pytest.mark.parametrize(
    "changed",
    [
        {"webhook-signature": ""},
        {"webhook-signature": "v1,"},
        {"webhook-signature": "v1,AAAA"},
        {"webhook-signature": "v1a,é"},
        {"webhook-id": "another"},
        {"webhook-id": "x" * 201},
        {"webhook-timestamp": ""},
        {"webhook-timestamp": "-5"},
        {"webhook-timestamp": "1e9"},
        {"webhook-timestamp": "9" * 40},
        {"webhook-timestamp": "٣"},
    ],
)
async def test_what_is_not_signed_is_not_read(changed: dict[str, str]) -> None:
    """Whatever of it is wrong."""
    async with a_gate() as gate:
        answer = await gate.sends(b"no JSON", changed=changed)
        assert answer.status == 401
        assert set(answer.said) == {"error"}
        async with gate.desk.team.store.reading() as db:
            assert await db.feedback.where() == []


async def test_old_and_early_requests_are_refused(gate: Gate) -> None:
    """Five minutes are allowed, either way."""
    body = json.dumps({"text": WORDS}).encode()
    for late, status in ((-301, 401), (301, 401), (-290, 202), (290, 202)):
        answer = await gate.sends(body, late=timedelta(seconds=late))
        assert answer.status == status, late


async def test_a_changed_body_is_refused(gate: Gate) -> None:
    """The signature is over every byte of it."""
    body = b'{"text": "no cups"}'
    first = await gate.sends(body, id="a")
    assert first.status == 202
    stamp = str(int(gate.desk.team.clock.now().timestamp()))
    url = gate.server.make_url(gate.path)
    headers = {
        "webhook-id": "b",
        "webhook-timestamp": stamp,
        "webhook-signature": signed(gate.secret, "b", stamp, body),
    }
    async with gate.session.post(url, data=body + b" ", headers=headers) as got:
        assert got.status == 401


async def test_an_unknown_door_is_as_a_wrong_signature(gate: Gate) -> None:
    """Nobody finds out which doors there are."""
    wrong = await gate.sends(b"{}", secrets=("whsec_AAAA",))
    for path in ("/feedback/in/nowhere", f"/feedback/in/{'x' * 500}"):
        unknown = await gate.sends(b"{}", path=path)
        assert (unknown.status, unknown.said) == (wrong.status, wrong.said)
    url = gate.server.make_url(gate.path)
    async with gate.session.get(url) as got:
        assert got.status == 405


@pytest.mark.parametrize(
    ("body", "field", "reason"),
    [
        (b"", "body", "Invalid JSON"),
        (b"{", "body", "Invalid JSON"),
        (b"[]", "body", "an object"),
        (b"\xff\xfe", "body", "Invalid JSON"),
        (b"[" * 9000, "body", "Invalid JSON"),
        (b"{}", "text", "Field required"),
        (b'{"text": 5.5}', "", ""),
        (b'{"text": {}}', "text", "valid string"),
        (b'{"text": " \\u200b"}', "text", "no words"),
        (b'{"text": "a", "severity": "awful"}', "severity", "'blocking'"),
        (b'{"text": "a", "step": "cellar"}', "step", "'checkout'"),
        (b'{"text": "a", "order": "soon"}', "order", "should have a digit"),
        (b'{"text": "a", "order": " "}', "", ""),
        (b'{"text": "a", "author": "Maria"}', "author", "an e-mail address"),
        (b'{"text": "a", "url": "javascript:x"}', "url", "https://"),
        (b'{"text": "a", "language": "klingon!"}', "language", "such as en"),
        (b'{"text": "a", "said_at": "yesterday"}', "said_at", "valid datetime"),
        (b'{"text": "a", "said_at": "0001-01-01T00:00:00Z"}', "said_at", "2000"),
        (b'{"text": "a", "files": [{"url": "ftp://x"}]}', "files.0.url", "https://"),
        (
            json.dumps({"text": "a", "order": "1" * 101}).encode(),
            "order",
            "at most 100 characters",
        ),
    ],
)
async def test_wrong_fields_are_named(body: bytes, field: str, reason: str) -> None:
    """Each with its reason, in plain English; the words are not repeated."""
    async with a_gate() as gate:
        answer = await gate.sends(body)
        if not field:
            assert answer.status == 202
            return
        assert answer.status == 422
        assert reason in answer.fields[field]


async def test_names_that_are_no_field_are_named_back(gate: Gate) -> None:
    """With the field that was likely meant; what is known is taken."""
    said = {"text": "The lid is broken", "order_number": "1001", "Message": "x"}
    body = json.dumps({**said, "custommer": "Maria", "zzz": 1}).encode()
    answer = await gate.sends(body)
    assert answer.status == 202
    assert answer.said["unknown"] == {
        "order_number": "order",
        "Message": "text",
        "custommer": "customer",
        "zzz": "",
    }
    assert (await gate.desk.item()).text == "The lid is broken"


async def test_an_enormous_body_is_refused_unread(gate: Gate) -> None:
    """Also where its length is not told before."""
    large = b"x" * (256 * 1024 + 1)
    assert (await gate.sends(large)).status == 413

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(300):
            yield b"x" * 1024

    url = gate.server.make_url(gate.path)
    async with gate.session.post(url, data=parts()) as got:
        assert got.status == 413


async def test_a_long_text_is_cut_with_a_note(gate: Gate) -> None:
    """What there is no room for is counted, to the sender and to who works on it."""
    answer = await gate.brings(text="é" * (TEXT_LIMIT + 10))
    assert answer.status == 202
    assert answer.said["cut"] == 11
    item = await gate.desk.item()
    assert len(item.text) == TEXT_LIMIT
    seen = await gate.desk.jonas.says("feedback show 1", TRIAGE)
    assert seen
    assert "11 characters are not kept" in seen.text


async def test_several_secrets_work_while_one_is_replaced(gate: Gate) -> None:
    """The one before for a day; one that was not told works never."""
    body = json.dumps({"text": WORDS}).encode()
    renewed = await gate.desk.anna.says("feedback door renew magento")
    path, secret = told(renewed)
    assert path == gate.path
    assert secret != gate.secret
    for number, good in enumerate((gate.secret, secret)):
        assert (await gate.sends(body, id=f"{number}", secrets=(good,))).status == 202
    both = (gate.secret, "whsec_AAAA")
    assert (await gate.sends(body, id="both", secrets=both)).status == 202
    await gate.desk.team.waits(hours=24, seconds=1)
    assert (await gate.sends(body, secrets=(gate.secret,))).status == 401
    assert (await gate.sends(body, secrets=(secret,))).status == 202


async def test_a_closed_door_stays_closed(gate: Gate) -> None:
    """What came through it stays."""
    await gate.brings(text=WORDS)
    await gate.desk.anna.says("feedback door drop Magento")
    assert (await gate.brings(text=WORDS)).status == 401
    assert (await gate.desk.item()).text == WORDS


async def test_nothing_that_is_sent_stands_in_a_log(
    gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither words nor secrets, whatever goes wrong."""
    caplog.set_level(logging.DEBUG)
    await gate.brings(text="zeppelin", customer="Maria Callas")
    await gate.brings(text="zeppelin", severity="Maria Callas")
    await gate.sends(b'{"text": "zeppelin"}', secrets=("whsec_AAAA",))
    said = "\n".join(
        f"{record.getMessage()} {vars(record)}" for record in caplog.records
    )
    ours = [r for r in caplog.records if r.name == "adapters.web.signed_door"]
    assert len(ours) == 2
    for secret in (gate.secret, "Maria Callas"):
        assert secret not in said
    assert all("zeppelin" not in str(vars(record)) for record in ours)


async def test_whose_door_it_is_sees_what_came_without_whose_it_is(gate: Gate) -> None:
    """Also where they do not triage; who else does not, sees nothing (H05, H27)."""
    team = gate.desk.team
    otto, ida = (team.person(name, admin=True) for name in ("Otto Ott", "Ida Ild"))
    await team.know_everyone()
    path, secret = told(await otto.says("feedback door new Zendesk"))
    body = json.dumps({"text": WORDS, "customer": "Maria", "order": "20261111"})
    await gate.sends(body.encode(), path=path, secrets=(secret,))
    seen = await otto.says("feedback show 1")
    assert seen
    assert WORDS in seen.text
    assert "20261111" not in seen.text
    seen = await ida.says("feedback show 1")
    assert seen
    assert WORDS not in seen.text
    seen = await otto.says("feedback door list")
    assert seen
    assert "one came, on" in seen.text
