"""Names with small charts: readable on a phone, and nothing missing."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from adapters.pictures.pictures import DrawnPictures
from adapters.pictures.rows import GRID, drawing
from bot.cards.feedback.report import drawing as card_drawing
from bot.i18n import LANGUAGES, words
from bot.model.drawing import Row, RowsImage
from bot.model.feedback import Step
from bot.model.feedback.figures import Heard, figures, last_weeks
from tests.adapters.pictures.test_trend import HEAVY, SIGNATURE, ink
from tests.adapters.pictures.weeks import said

NOW = datetime(2026, 3, 9, tzinfo=UTC)
DAY = timedelta(days=1)
# Of every step a voice a week for eight weeks, and of returns nine more in the last.
VOICES = [
    *(Heard(NOW - DAY * 7 * week - DAY, step) for step in Step for week in range(8)),
    *[Heard(NOW - DAY, Step.RETURNS)] * 9,
]


def image(language: str = "en", voices: list[Heard] | None = None) -> RowsImage:
    """The picture of a week's report."""
    heard = VOICES if voices is None else voices
    counted = figures(last_weeks(NOW, 1), heard)
    found = card_drawing(counted, words(language, "UTC")).image
    assert isinstance(found, RowsImage)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("voices", [VOICES, VOICES[:1], []])
def test_it_is_a_small_png_for_a_phone(language: str, voices: list[Heard]) -> None:
    """As the other pictures are, however much is on it."""
    png = DrawnPictures().drawn(image(language, voices))
    assert png
    assert png.startswith(SIGNATURE)
    assert png[16:24] == (1080).to_bytes(4) + (1350).to_bytes(4)
    assert len(png) < HEAVY


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_missing(language: str, *, strong: bool) -> None:
    """Of any step, of any day, in both weights."""
    texts = said(drawing(image(language))) + said(drawing(image(language, [])))
    nothing = ink("", strong=strong)
    letters = sorted(set("".join(texts) + "0123456789+−=–年月日") - {" "})
    assert [each for each in letters if ink(each, strong=strong) == nothing] == []


def test_each_row_has_its_name_its_number_and_its_change() -> None:
    """The most first; no change is said, too."""
    texts = said(drawing(image()))
    row = texts.index("Returns")
    assert texts[row + 1 : row + 3] == ["10", "+9"]
    cart = texts.index("Cart")
    assert texts[cart + 1 : cart + 3] == ["1", "="]
    assert texts[:2] == ["Voices", "12 Jan – 8 Mar"]


def test_all_charts_have_one_scale() -> None:
    """The highest column is of the most voices; nothing is nearly nothing."""
    rows = (
        Row("a", (0, 10), "10", "+10", more=True),
        Row("b", (5, 0), "0", "−5", more=False),
    )
    svg = drawing(RowsImage("t", "s", rows, 1, ()))
    columns = re.findall(rf'x="(?:{GRID}|{GRID + 42})" .*?height="([\d.]+)"', svg)
    none, ten, five, other = (float(height) for height in columns)
    assert ten == pytest.approx(2 * five)
    assert none == other < five / 4


def test_what_nobody_said_is_said_kindly() -> None:
    """No empty axes."""
    texts = said(drawing(image("en", [])))
    assert "Nobody said anything yet" in texts
    assert "0" not in texts
