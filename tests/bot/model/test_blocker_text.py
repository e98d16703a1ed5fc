"""What an answer says of blockers: lines, words for nothing, and known ones again."""

from datetime import UTC, datetime

import pytest

from bot.model.blocker import Blocker, BlockerState, Tag
from bot.model.blocker.text import AT_ONCE, Item, Said, adds_nothing, compare, lines_of

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = 7  # the day's id


def known(number: int, text: str, *, day: int = 1, **facts: object) -> Blocker:
    """One that was said on an earlier day, if nothing else is told."""
    return Blocker(
        id=number * 10,
        number=number,
        reporter_id=1,
        text=text,
        opened_at=NOW,
        standup_id=1,
        occurrence_id=day,
        **facts,  # type: ignore[arg-type]
    )


STOCK = known(4, "waiting for stock numbers")
PRICES = known(5, "the price list is locked")


def said(*texts: str, mine: tuple[Blocker, ...] = (STOCK, PRICES)) -> Said:
    """What these lines make of what is known."""
    return compare([Item(text) for text in texts], mine, TODAY)


def numbers(pairs: list[tuple[Blocker, Item]]) -> list[int]:
    """Which blockers those are."""
    return sorted(blocker.number for blocker, _ in pairs)


@pytest.mark.parametrize(
    "answer",
    [
        "", "no", "No.", "none", "NONE!", "nope, all good", "nothing", "n/a", "-", "—",
        "/", "👍", "no blockers 🎉", "I'm not blocked", "I’m not blocked",
        "None today.", "无", "没有", "暂无", "没有。", "暂无阻碍", "目前没有阻碍", "無",
        "否", "没什么", "沒有", "ｎｏ", "- none\n- no", "没有，一切顺利！",
    ],
)  # fmt: skip
def test_words_for_nothing_are_no_blocker(answer: str) -> None:
    """In both languages, whatever the signs around them."""
    assert lines_of(answer) == ()


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("waiting for stock", ("waiting for stock",)),
        ("No access to the shop", ("No access to the shop",)),
        ("没有权限", ("没有权限",)),
        ("- one\n- two\n\n* three", ("one", "two", "three")),
        ("1. one\n2) two\n3、三", ("one", "two", "三")),
        ("1) one 2) two", ("one", "two")),
        ("shelf (A1) broke", ("shelf (A1) broke",)),
        ("等仓库（B2）确认", ("等仓库（B2）确认",)),
        ("stock - boxes", ("stock - boxes",)),
        ("1.5 tons are missing", ("1.5 tons are missing",)),
        ("-5 pieces in stock", ("-5 pieces in stock",)),
        ("none\nwaiting for Li", ("waiting for Li",)),
    ],
)
def test_each_line_is_a_blocker(answer: str, lines: tuple[str, ...]) -> None:
    """Without its bullet or number; a line that says nothing is none."""
    assert lines_of(answer) == lines


def test_what_goes_beyond_ten_stays_in_the_tenth() -> None:
    """Nothing typed is lost, and nobody opens a hundred."""
    found = lines_of("\n".join(f"thing {number}" for number in range(30)))
    assert len(found) == AT_ONCE
    assert found[-1].endswith("thing 29")


@pytest.mark.parametrize(
    "text",
    [
        "waiting for stock numbers", "Still waiting for stock numbers.",
        "waiting for the stock numbers", "stock numbers: waiting for", "still B-4",
        "B-4", "b4", "B－4", "B-4 no news",
    ],
)  # fmt: skip
def test_what_was_said_before_is_the_same_one(text: str) -> None:
    """By its words or its number: no second one."""
    found = said(text)
    assert numbers(found.still) == [4]
    assert found.new == []


@pytest.mark.parametrize(
    "text",
    ["waiting for new photos", "order 10024 is lost", "B2B prices are wrong", "B-44"],
)
def test_what_is_another_thing_is_new(text: str) -> None:
    """However it begins; another long number is another thing."""
    lost = known(6, "order 10023 is lost")
    found = said(text, mine=(STOCK, lost))
    assert [item.text for item in found.new] == [text]
    assert found.still == []


@pytest.mark.parametrize(
    "text",
    ["same as yesterday", "Same.", "ditto", "still blocked", "同上", "和昨天一样"],
)
def test_the_same_as_yesterday_is_all_of_them(text: str) -> None:
    """None is closed, none is new."""
    found = said(text)
    assert numbers(found.still) == [4, 5]
    assert (found.new, found.gone) == ([], [])


def test_the_same_as_yesterday_closes_nothing_where_nothing_is_known() -> None:
    """And opens nothing: there is nothing it could mean."""
    assert said("same as yesterday", mine=()) == Said()


def test_an_answer_without_any_closes_those_nobody_helps_with() -> None:
    """Who asked for help says so themselves when it came (PEERS C04)."""
    tagged = known(6, "no forklift", tags=(Tag(2, NOW),))
    assert [b.number for b in said(mine=(STOCK, tagged)).gone] == [4]


def test_an_answer_with_another_one_closes_nothing() -> None:
    """What is not named again may still be there."""
    assert said("something else entirely").gone == []


def test_an_edit_rewords_the_days_own_one() -> None:
    """Not an update, and not a second one."""
    own = known(6, "waiting for stock nmbers", day=TODAY)
    found = said("waiting for stock numbers of June", mine=(own,))
    assert numbers(found.edited) == [6]
    assert (found.new, found.gone) == ([], [])


def test_an_edit_that_takes_a_line_out_closes_it() -> None:
    """Also where somebody was asked to help: it was written by mistake."""
    own = known(6, "no forklift", day=TODAY, tags=(Tag(2, NOW),))
    assert [b.number for b in said(mine=(own,)).gone] == [6]


def test_an_edit_that_takes_the_nothing_back_opens_the_old_one() -> None:
    """The first answer closed it; it is the same one still."""
    closed = known(4, "waiting for stock", state=BlockerState.RESOLVED, resolved_at=NOW)
    found = said("waiting for stock", mine=(closed,))
    assert numbers(found.still) == [4]
    assert found.gone == []


def test_two_lines_alike_are_two() -> None:
    """Each known one is matched once, the closest first."""
    found = said("waiting for stock numbers", "waiting for stock numbers!")
    assert numbers(found.still) == [4]
    assert len(found.new) == 1


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("still B-4", True), ("B-4", True), ("same as yesterday", True),
        ("Waiting for stock numbers!", True), ("B-4 they come at noon", False),
        ("waiting for stock numbers of June", False),
    ],
)  # fmt: skip
def test_what_only_repeats_is_no_update(text: str, nothing: bool) -> None:
    """What is new in it is one."""
    assert adds_nothing(text, STOCK) is nothing
