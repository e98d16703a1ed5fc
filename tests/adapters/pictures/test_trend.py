"""A picture of four weeks: small, the right size, every letter there."""

import time
from datetime import date, timedelta

import pytest
import resvg_py

from adapters.pictures.pictures import DrawnPictures
from adapters.pictures.press import FONTS
from adapters.pictures.shapes import text
from bot.cards.standup.trend import trend_image
from bot.i18n import LANGUAGES, words
from bot.model.drawing import newest, share
from bot.model.standup.stats import Trend, Week
from bot.ports.pictures import Pictures
from tests.adapters.pictures.weeks import (
    ALL,
    EMPTY,
    EXTREME,
    FULL,
    NOTHING,
    SPARSE,
    drawing,
    image,
    said,
    svg_of,
    trend,
)

_: type[Pictures] = DrawnPictures
SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEAVY = 120_000  # bytes
PATIENCE = 2.0  # seconds; usually a tenth of them
LETTER = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{}</svg>'


def png_of(shown: Trend, language: str = "en") -> bytes:
    """The picture."""
    png = DrawnPictures().drawn(image(shown, language))
    assert png
    return png


def ink(letter: str, *, strong: bool) -> bytes:
    """What the renderer makes of one letter."""
    drawn = text((4, 32), letter, 24, "#000", strong=strong) if letter else ""
    return resvg_py.svg_to_bytes(
        svg_string=LETTER.format(drawn),
        skip_system_fonts=True,
        font_files=[str(path) for path in FONTS.glob("*.[ot]tf")],
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_it_is_a_small_png_for_a_phone(name: str, language: str) -> None:
    """1080 to 1350 points, less than 120 kB, whatever is on it."""
    png = png_of(ALL[name], language)
    assert png.startswith(SIGNATURE)
    assert png[16:24] == (1080).to_bytes(4) + (1350).to_bytes(4)
    assert len(png) < HEAVY


def test_it_is_drawn_quickly_and_once() -> None:
    """The second time it is there already."""
    shown = trend((7, 6, 0, 4.1, 1, 1), *[NOTHING] * 3)
    begun = time.perf_counter()
    first = png_of(shown)
    took = time.perf_counter() - begun
    assert took < PATIENCE
    again = time.perf_counter()
    assert png_of(shown) is first
    assert time.perf_counter() - again < took / 2


def every_word(language: str) -> str:
    """Whatever a picture may say: all texts, and every day of a year."""
    t = words(language, "UTC")
    texts = [part for each in ALL.values() for part in said(svg_of(each, language))]
    days = (date(2026, 1, 1) + timedelta(days=number) for number in range(0, 365, 7))
    for day in days:
        week = Week(day, 7, 7, 7, 1.0, 1, 1)
        texts += trend_image(Trend((week,) * 4, (0,)), t).words.weeks
    return "".join(texts) + "0123456789%./,–"


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_missing(language: str, *, strong: bool) -> None:
    """Our fonts have every letter that a picture may need, in both weights."""
    nothing = ink("", strong=strong)
    letters = sorted(set(every_word(language)) - {" "})
    missing = [each for each in letters if ink(each, strong=strong) == nothing]
    assert missing == []


def test_the_fonts_are_light_and_have_their_licences() -> None:
    """Less than 200 kB together, each with the text that lets us give it away."""
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 200_000
    for family in ("Inter", "NotoSansSC"):
        licence = (FONTS / f"{family}-OFL.txt").read_text()
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_what_is_not_known_is_a_gap_not_a_zero() -> None:
    """A hidden mood has no point, a week without a stand-up no column."""
    svg = svg_of(FULL, "en")
    assert svg.count("<circle") - 6 == 3  # the faces have three each
    assert "–" in said(svg)
    assert said(svg_of(SPARSE, "en")).count("33%") == 2  # the number, and its column
    assert "0%" not in said(svg_of(SPARSE, "en"))


def test_the_large_numbers_are_of_the_last_week_that_was() -> None:
    """A week that has not begun yet says nothing about the team."""
    assert newest(SPARSE.weeks) == 2
    assert newest(EMPTY.weeks) == 3
    panel = image(SPARSE).words.participation
    notes = ("week of 16 Mar", "1 of 3")
    assert (panel.value, panel.notes, panel.keys) == ("33%", notes, ("1 late",))


@pytest.mark.parametrize(
    ("language", "of", "oldest", "new"),
    [
        ("en", "this week so far", "oldest: day 9", "9 new"),
        ("zh", "本周", "最久：第 9 天", "新增 9 个"),
    ],
)
def test_each_number_says_what_it_is_of(
    language: str, of: str, oldest: str, new: str
) -> None:
    """The shares are of the newest week; blockers are open now, new in all weeks."""
    words = image(FULL, language).words
    assert words.participation.notes[0] == of
    assert words.mood.notes[0] == of
    assert words.blockers.notes == (oldest,)
    assert words.blockers.keys[0] == new


@pytest.mark.parametrize(
    ("answered", "expected", "percent"),
    [(0, 0, 0), (0, 9, 0), (1, 900, 1), (899, 900, 99), (900, 900, 100), (1, 2, 50)],
)
def test_percents_are_honest(answered: int, expected: int, percent: int) -> None:
    """100 % means everybody, 0 % nobody."""
    week = Week(date(2026, 3, 2), expected, answered, 0, None, 0, 0)
    assert share(week) == percent


@pytest.mark.parametrize(
    ("language", "kind"),
    [("en", "Nothing to show yet"), ("zh", "还没有可以显示的数据")],
)
def test_no_data_is_said_kindly(language: str, kind: str) -> None:
    """No empty axes, no zeros: a word, and what will come."""
    shown = drawing(EMPTY, language)
    texts = said(svg_of(EMPTY, language))
    assert kind in texts
    assert not [each for each in texts if "%" in each]
    assert shown.description == kind


def test_the_description_says_what_the_picture_shows() -> None:
    """For who cannot see it: every number of every week."""
    assert drawing(FULL).description == (
        "Answered by week: 2 Mar 82%, 9 Mar 90%, 16 Mar 97% and 23 Mar 95%. "
        "Mood: 2 Mar 3.4, 9 Mar 3.9 and 23 Mar 4.3. "
        "Open blockers: 3; new and solved by week: "
        "2 Mar 2/1, 9 Mar 4/2, 16 Mar 1/3 and 23 Mar 2/4."
    )
    assert (
        "心情：3月2日 3.4、3月9日 3.9 和 3月23日 4.3。"
        in drawing(FULL, "zh").description
    )
    assert "Mood: too few answers." in drawing(SPARSE).description


def test_words_are_words_to_the_renderer() -> None:
    """No text of a catalogue can become markup."""
    assert "&lt;b&gt;" in text((0, 0), "<b>&", 20, "#000")
    assert "<b>" not in text((0, 0), "<b>&", 20, "#000")


def test_extreme_numbers_stay_readable() -> None:
    """Thousands are grouped, and one answer of a thousand is still a bar."""
    texts = said(svg_of(EXTREME, "en"))
    assert {"1,001 of 1,200", "1,000 late", "138", "140"} <= set(texts)
    assert {"99%", "100%", "1%"} <= set(texts)


def test_a_renderer_that_fails_gives_no_picture() -> None:
    """The card is told in words then."""
    assert DrawnPictures("/no/python").drawn(image(FULL)) is None
