"""Pictures and files that come with what customers say: fetched, kept, shown (H01)."""

import pytest

from bot.errors import ChatError, Unreachable
from bot.messages import Enclosed
from bot.model.drawing import Drawing, Photo
from bot.model.files import KEEP_LIMIT, FileLink, Keeping, SentFile
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member
from tests.fakes.chat import Seen

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 600
JPEG = b"\xff\xd8\xff\xe0 a broken lid"
LIST = b"order;sku\n1001;TP-100\n"
LID = SentFile("lid.png", "code-lid", len(PNG))


def seen_in(seen: Seen) -> list[bytes]:
    """What the pictures on it are."""
    images = [b.image for b in seen.card.blocks if isinstance(b, Drawing)]
    return [image.content for image in images if isinstance(image, Photo)]


def given_by(seen: Seen) -> list[tuple[str, bytes]]:
    """The files beside it."""
    files = [b.file for b in seen.card.blocks if isinstance(b, Enclosed)]
    return [(file.name, file.content) for file in files]


def shown(desk: Desk, who: Member | None = None) -> list[Seen]:
    """What was shown of files in the room for triage."""
    sees = (who or desk.anna).sees(TRIAGE)
    return [seen for seen in sees if ":files:" in seen.key]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_picture_sent_with_words_is_shown_to_those_who_triage(
    kind: Kind,
) -> None:
    """Under its card, byte for byte, on both databases."""
    async with a_desk(kind) as desk:
        desk.team.chat.files["code-lid"] = PNG
        await desk.sofia.says("feedback the lid came broken", files=(LID,))
        (seen,) = shown(desk)
        assert seen_in(seen) == [PNG]
        assert "F-1" in seen.text
        (file,) = (await desk.item()).files
        assert (file.state, file.size, file.key) == (Keeping.KEPT, len(PNG), "")


async def test_a_picture_of_dingtalk_has_no_name_and_no_address() -> None:
    """It is called a picture, in its reader's language."""
    async with a_desk() as desk:
        desk.team.chat.files["mIofN"] = JPEG
        await desk.wang.says("反馈 盖子碎了", files=(SentFile("", "mIofN"),))
        (seen,) = shown(desk)
        assert seen_in(seen) == [JPEG]
        told = await desk.wang.says("反馈 文件 1")
        assert told is not None
        assert seen_in(told) == [JPEG]
        assert "F-1" in told.text


async def test_other_files_are_given_to_who_asks() -> None:
    """By the button on what is shown of it."""
    async with a_desk() as desk:
        desk.team.chat.files |= {"code-lid": PNG, "code-list": LIST}
        log = SentFile("orders.csv", "code-list", len(LIST))
        await desk.sofia.says("feedback these lids broke", files=(LID, log))
        assert [seen_in(each) for each in shown(desk)] == [[PNG]]
        (seen,) = [s for s in desk.jonas.sees(TRIAGE) if ":card:" in s.key]
        given = await desk.jonas.presses("Show 2 files", on=seen)
        assert given is not None
        assert (seen_in(given), given_by(given)) == ([PNG], [("orders.csv", LIST)])


async def test_a_forwarded_message_brings_its_files() -> None:
    """Through the form, with the address where its chat shows them."""
    async with a_desk() as desk:
        desk.team.chat.files["F1"] = PNG
        photo = FileLink("lid.png", "https://acme.slack.com/files/1", "F1", len(PNG))
        await desk.sofia.uses(
            "feedback.from_message", "the lid came broken", files=(photo,)
        )
        await desk.sofia.fills()
        assert [seen_in(each) for each in shown(desk)] == [[PNG]]


async def test_who_may_not_read_whose_it_is_sees_no_picture() -> None:
    """A parcel has an address on it."""
    async with a_desk() as desk:
        desk.team.chat.files["code-lid"] = PNG
        await desk.sofia.says("feedback the lid came broken", files=(LID,))
        bo = desk.team.person("Bo Lind")
        await desk.team.know_everyone()
        await desk.jonas.says("feedback give 1 @Bo Lind")
        told = await bo.says("feedback files 1")
        assert told is not None
        assert "only who triages" in told.text
        assert seen_in(told) == []


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (b"x" * (KEEP_LIMIT + 1), Keeping.TOO_LARGE),
        (None, Keeping.REFUSED),
    ],
)
async def test_who_sent_what_cannot_be_kept_hears_so(
    found: bytes | None, state: Keeping
) -> None:
    """The words are stored, and nothing is silently lost."""
    async with a_desk() as desk:
        if found is not None:
            desk.team.chat.files["v"] = found
        await desk.wang.says("反馈 盖子碎了", files=(SentFile("video.mp4", "v"),))
        (file,) = (await desk.item()).files
        assert file.state is state
        assert "video.mp4" in desk.news(desk.wang)[-1]
        assert "10" in desk.news(desk.wang)[-1]
        assert shown(desk) == []


async def test_a_platform_that_does_not_answer_is_asked_again() -> None:
    """A minute later, for an hour."""
    async with a_desk() as desk:
        desk.team.chat.files["code-lid"] = Unreachable("timeout")
        await desk.sofia.says("feedback the lid came broken", files=(LID,))
        assert shown(desk) == []
        desk.team.chat.files["code-lid"] = PNG
        await desk.team.waits(seconds=61)
        assert [seen_in(each) for each in shown(desk)] == [[PNG]]


async def test_after_an_hour_it_is_given_up() -> None:
    """Who sent it hears so once."""
    async with a_desk() as desk:
        never: ChatError = Unreachable("timeout")
        desk.team.chat.files["v"] = never
        await desk.wang.says("反馈 盖子碎了", files=(SentFile("", "v"),))
        for _ in range(62):
            await desk.team.waits(minutes=1)
        (file,) = (await desk.item()).files
        assert file.state is Keeping.REFUSED
        assert len([said for said in desk.news(desk.wang) if "图片" in said]) == 1


async def test_more_words_bring_more_files() -> None:
    """Also without any words."""
    async with a_desk() as desk:
        desk.team.chat.files |= {"code-lid": PNG, "code-two": JPEG}
        await desk.sofia.says("feedback the lid came broken", files=(LID,))
        two = SentFile("two.jpg", "code-two")
        await desk.sofia.says("feedback say 1", files=(two,))
        assert [seen_in(each) for each in shown(desk)] == [[PNG], [JPEG]]
        told = await desk.sofia.says("feedback files 1")
        assert told is not None
        assert seen_in(told) == [PNG, JPEG]


async def test_a_picture_alone_is_told_how_it_is_passed_on() -> None:
    """It is no list."""
    async with a_desk() as desk:
        told = await desk.wang.says("", files=(SentFile("", "x"),))
        assert told is not None
        assert "转反馈" in told.text


async def test_what_came_without_files_says_so() -> None:
    """Kindly."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback the lid came broken")
        told = await desk.sofia.says("feedback files 1")
        assert told is not None
        assert "without files" in told.text
