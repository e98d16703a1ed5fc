"""One name over several periods: readable on a phone, and nothing missing."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from adapters.pictures.pictures import DrawnPictures
from adapters.pictures.series import drawing
from bot.cards.measure.picture import drawing as card_drawing
from bot.i18n import LANGUAGES, words
from bot.model.drawing import Drawing, SeriesImage
from bot.model.measure import Cadence, Direction, Measure, Target, Unit, Value
from bot.model.measure.standing import standing
from tests.adapters.pictures.test_trend import HEAVY, SIGNATURE, ink
from tests.adapters.pictures.weeks import said

NOW = datetime(2026, 3, 9, 8, tzinfo=UTC)
WEEK = timedelta(weeks=1)
NUMBERS = ("12500", "980.5", "14000", None, "110.25", "-8")


def drawn(language: str, unit: Unit = Unit.MONEY, name: str = "GMV") -> Drawing:
    """The picture of six weeks."""
    measure = Measure(
        id=1, name=name, unit=unit, currency="EUR" if unit is Unit.MONEY else "",
        owner_id=1, zone="Europe/Berlin", made_at=NOW, cadence=Cadence.WEEKLY,
        target=Target(Direction.UP),
    )  # fmt: skip
    values = [
        Value(
            measure_id=1,
            first=date(2026, 3, 2) - WEEK * back,
            value=None if number is None else Decimal(number),
            at=NOW,
        )
        for back, number in enumerate(NUMBERS)
    ]
    t = words(language, "Europe/Berlin")
    return card_drawing(t, measure, values, standing(measure, values, NOW))


def image(found: Drawing) -> SeriesImage:
    """What is drawn."""
    assert isinstance(found.image, SeriesImage)
    return found.image


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_small_png_for_a_phone(language: str) -> None:
    """As the other pictures are."""
    png = DrawnPictures().drawn(drawn(language).image)
    assert png
    assert png.startswith(SIGNATURE)
    assert len(png) < HEAVY


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_ours_is_missing(language: str, unit: Unit) -> None:
    """In any unit."""
    letters = set("".join(said(drawing(image(drawn(language, unit)))))) - {" "}
    nothing = ink("", strong=False)
    missing = [each for each in letters if ink(each, strong=False) == nothing]
    assert missing == []


def test_the_words_say_what_the_picture_shows() -> None:
    """A period without a value is empty, and says so."""
    found = drawn("en")
    texts = said(drawing(image(found)))
    assert texts[:2] == ["The last periods", "EUR · 2 Mar – 8 Mar"]
    assert [bar.value for bar in image(found).bars] == [
        "−8", "110", "—", "14K", "980", "12.5K",
    ]  # fmt: skip
    heights = [bar.height for bar in image(found).bars]
    assert (heights[0], heights[2], heights[3]) == (0, 0, 1000)
    assert "2 Mar – 8 Mar €12,500" in found.description
    assert "9 Feb – 15 Feb —" in found.description
