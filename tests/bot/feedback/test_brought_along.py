"""What comes with a message: its files, the message itself, who wrote it."""

from datetime import timedelta

from bot.events import Shortcut
from bot.messages import Attachment, Link
from bot.model.files import FileLink
from bot.model.refs import Handle, MessageRef
from tests.bot.feedback.desk import STORE, TRIAGE, Desk, a_desk
from tests.fakes.chat import Seen

LINK = "https://acme.slack.com/archives/C1/p10"
FILES = (
    FileLink("cart.png", "https://files.example/cart.png"),
    FileLink("log.txt", "https://files.example/log.txt"),
)


def links(seen: Seen) -> set[str]:
    """Every address on it."""
    return {
        piece.url
        for block in seen.card.blocks
        for _, line in getattr(block, "rows", ())
        for piece in line
        if isinstance(piece, Link)
    }


def card(desk: Desk, where: str) -> Seen:
    """The card of the first item there."""
    (found,) = [s for s in desk.anna.sees(where) if s.key.startswith("feedback:1:card")]
    return found


async def forwarded(desk: Desk, *, by_another: bool = False) -> None:
    """Sofia passes on a message with two files."""
    if by_another:
        place = desk.team.places["#general"]
        await desk.team.receive(
            Shortcut(
                id="EvShortcut",
                at=desk.team.clock.now() + timedelta(0),
                who=desk.sofia.ref,
                handle=Handle("slack", f"{desk.sofia.ref.id}:900"),
                name_hint="Sofia Rossi",
                where=place,
                name="feedback.from_message",
                text="the cart is empty",
                author=desk.jonas.ref,
                message=MessageRef(place, "1.0"),
                permalink=LINK,
            )
        )
        return
    await desk.sofia.uses("feedback.from_message", "the cart is empty", files=FILES)


async def test_files_and_the_message_are_on_the_card_for_triage() -> None:
    """One tap away; elsewhere it is only told that there are some."""
    async with a_desk() as desk:
        await desk.opens_store()
        await desk.anna.says(f"feedback route cart → {STORE}")
        await forwarded(desk)
        await desk.sofia.fills()
        assert links(card(desk, TRIAGE)) == {LINK, *(file.url for file in FILES)}
        assert links(card(desk, STORE)) == set()
        assert "📎 2" in card(desk, STORE).text


async def test_they_are_in_the_export() -> None:
    """With the address of each."""
    async with a_desk() as desk:
        await forwarded(desk)
        await desk.sofia.fills()
        seen = await desk.jonas.says("feedback export csv")
        assert seen is not None
        (sheet,) = [
            block.sheet for block in seen.card.blocks if isinstance(block, Attachment)
        ]
        row = dict(zip(sheet.head, sheet.rows[0], strict=True))
        assert row["original"] == LINK
        assert row["files"].splitlines() == [file.url for file in FILES]


async def test_who_wrote_it_hears_of_it_too() -> None:
    """Their name stands in the form, to be taken out; the card names both."""
    async with a_desk() as desk:
        await forwarded(desk, by_another=True)
        await desk.sofia.fills()
        (voice,) = (await desk.item()).voices
        assert voice.behalf_id is not None
        assert "Sent by Sofia Rossi for Jonas Weber" in card(desk, TRIAGE).text


async def test_one_of_a_picture_asks_what_it_shows() -> None:
    """Where a chat gives pictures no address."""
    async with a_desk() as desk:
        await desk.sofia.uses("feedback.from_message", "🖼")
        assert "".join(map(str, desk.sofia.form.intro)) == (
            "The picture stays in the chat: please say what it shows."
        )
