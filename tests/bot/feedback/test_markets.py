"""One market is one, whatever language somebody calls it in."""

import pytest

from bot.model.market import market_of
from storage.tables.feedback import feedback, feedback_voices
from tests.bot.feedback.desk import STORE, a_desk
from tests.databases import KINDS, Kind

SAME = (
    "market:Germany",
    "market:DE",
    "market：德国",
    "country: german",
    "市场：德国站",
)


@pytest.mark.parametrize("kind", KINDS)
async def test_every_name_is_the_same_market(kind: Kind) -> None:
    """A rule of one is a rule of all; each reads it in their own language."""
    async with a_desk(kind) as desk:
        await desk.opens_store()
        await desk.anna.says(f"feedback route market:德国 → {STORE}")
        for number, said in enumerate(SAME, 1):
            await desk.sofia.says(f"feedback parcel {number} is late {said}")
            assert (await desk.item(number)).facts.market == "DE"
        shown = [seen.text for seen in desk.anna.sees(STORE)]
        assert len(shown) == len(SAME)
        assert all("Market: Germany" in each for each in shown)
        told = await desk.wang.says("反馈 包裹迟到了 市场：Germany")
        assert told is not None
        assert "市场: 德国" in told.text


@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_kept_otherwise_is_found(kind: Kind) -> None:
    """From before markets were kept by their codes."""
    async with a_desk(kind) as desk:
        for number in (1, 2):
            await desk.sofia.says(f"feedback parcel {number} is late market:DE")
        async with desk.team.store() as db:
            for table in (feedback, feedback_voices):
                await db.connection.execute(table.update().values(market="GERMANY"))
            await db.commit()
        assert (await desk.item()).facts.market == "DE"
        seen = await desk.anna.says("feedback list Germany")
        assert seen is not None
        assert "F-1" in seen.text
        assert "F-2" in seen.text


async def test_a_corrected_market_is_the_one_shown() -> None:
    """On the card, too: nobody reads the old one any more."""
    async with a_desk() as desk:
        await desk.sofia.says("feedback parcel is late market:Germany")
        await desk.jonas.says("feedback correct 1 market:France")
        seen = await desk.jonas.says("feedback show 1")
        assert seen is not None
        assert "Market: France" in seen.text
        assert "Germany" not in seen.text
        await desk.jonas.presses("Correct", seen)
        assert "France" in {getattr(f, "value", "") for f in desk.jonas.form.fields}


async def test_a_market_with_no_code_stays() -> None:
    """As it was typed."""
    assert market_of("Nordics") == "NORDICS"


@pytest.mark.parametrize(
    ("said", "market"),
    [
        ("parcel lost, Germany, Tmall", "DE"),
        ("customers from Italy ask for a blue lid", "IT"),
        ("buyers in the United Kingdom want a blue lid", "GB"),
        ("包裹丢了，意大利", "IT"),
        ("德国客户想要蓝色的盖子", "DE"),
        ("美国站的买家想要蓝色的盖子", "US"),
        ("Germany, France: the lid is loose", ""),
        ("the china plate broke", ""),
        ("we have it in red and in blue", ""),
    ],
)
async def test_a_market_is_heard_in_passing(said: str, market: str) -> None:
    """Where customers are, and a country beside the words; never one of two."""
    async with a_desk() as desk:
        await desk.sofia.says(f"feedback {said}")
        assert (await desk.item()).facts.market == market


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("market:Germny", "GERMNY", "correct 1 market:Germany"),
        ("market:Swizerland", "SWIZERLAND", "market:Switzerland"),
        ("market:Untied Kingdom", "UNTIED", ""),
        ("market:Moonbase", "MOONBASE", ""),
        ("market:Germany", "DE", ""),
    ],
)
async def test_a_market_that_is_nearly_one_is_asked_about(
    typed: str, kept: str, told: str
) -> None:
    """It is kept as it was typed; the right one is a line away."""
    async with a_desk() as desk:
        await desk.sofia.says(f"feedback the lid is loose {typed}")
        (said,) = (s.text for s in desk.team.chat.messages if "Thank you" in s.text)
        assert (await desk.item()).facts.market == kept
        assert ("I do not know the market" in said) is bool(told)
        assert told in said
        if told:
            line = said.partition("/crew ")[2].splitlines()[0]
            await desk.sofia.says(line)
            assert (await desk.item()).facts.market in {"DE", "CH"}


async def test_a_market_is_asked_about_in_the_readers_language() -> None:
    """With the line as it is typed there."""
    async with a_desk() as desk:
        seen = await desk.wang.says("反馈 盖子松了 市场:Germny")
        assert seen is not None
        assert "反馈 更正 1 市场:德国" in seen.text
