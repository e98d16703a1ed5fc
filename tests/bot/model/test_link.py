"""Codes, kinds of messages, and who may be whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.link import (
    LETTERS,
    Candidate,
    MessageKind,
    digest,
    higher,
    kind_of,
    likely,
    new_code,
    read_code,
)
from bot.model.people import Account, Person, Role
from bot.model.refs import UserRef


def test_a_code_has_nothing_that_looks_like_something_else() -> None:
    """Eight letters and digits; no two the same."""
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 8 and set(code) <= set(LETTERS) for code in codes)
    assert not set(LETTERS) & set("0O1IL2Z5S8B")


@pytest.mark.parametrize(
    "typed",
    [
        "k7wq4mtr",
        "K7WQ-4MTR",
        " K7WQ 4MTR ",
        "Ｋ７ＷＱ４ＭＴＲ",
        "K7WQ4MTR。",
        "“k7wq4mtr”",
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    """Case, width, gaps and quotes do not matter."""
    assert read_code(typed) == "K7WQ4MTR"


@pytest.mark.parametrize(
    "typed", ["", "people", "me please", "K7WQ4MT", "K7WQ4MTRX", "my slack id", "茶"]
)
def test_other_words_are_no_code(typed: str) -> None:
    """They get the usage, and cost no try."""
    assert read_code(typed) is None


@given(st.text())
def test_any_text_can_be_asked_for_a_code(typed: str) -> None:
    """It is one, or it is not."""
    code = read_code(typed)
    assert code is None or len(code) == 8


def test_a_digest_tells_nothing() -> None:
    """And is the same each time."""
    assert digest("K7WQ4MTR") == digest("K7WQ4MTR") != digest("K7WQ4MTX")
    assert "K7WQ" not in digest("K7WQ4MTR")


@pytest.mark.parametrize(
    ("notice", "kind"),
    [
        ("task.late", MessageKind.TASK),
        ("bundle", MessageKind.TASK),
        ("standup.prompt", MessageKind.STANDUP),
        ("link.linked", MessageKind.ANY),
        ("", MessageKind.ANY),
    ],
)
def test_what_a_message_is_about(notice: str, kind: MessageKind) -> None:
    """By the kind of its notice."""
    assert kind_of(notice) is kind


def test_who_may_more_may_it_everywhere() -> None:
    """The most of all platforms counts."""
    assert higher(Role.GUEST, Role.ADMIN, Role.MEMBER) is Role.ADMIN
    assert higher(Role.GUEST) is Role.GUEST


def candidate(
    number: int, name: str, workspace: int, handle: str = "", email: str = ""
) -> Candidate:
    """Somebody with one account."""
    ref = UserRef("slack", f"T{workspace}", f"U{number}")
    account = Account(number, number, workspace, ref, handle, None, name, email)
    person = Person(number, 1, name, "UTC", "en")
    return Candidate(person, (account,))


ALIKE = [
    (("Grace Chen", 1), ("grace chen", 2)),
    (("Grace Chen", 1), ("Chen, Grace", 2)),
    (("Grace Chen", 1), ("ＧＲＡＣＥ ＣＨＥＮ", 2)),
    (("王芳", 1), ("王芳", 2)),
    (("Grace", 1, "gchen"), ("陈雅", 2, "GChen")),
    (("Grace", 1, "", "grace.chen@tea.example"), ("陈雅", 2, "grace_chen")),
    (("Grace Chen", 1), ("陈雅", 2, "", "gracechen@home.example")),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_alike_by_name_handle_or_address(
    one: tuple[str, int], other: tuple[str, int]
) -> None:
    """In any order, case and width."""
    [pair] = likely([candidate(2, *other), candidate(1, *one)])
    assert (pair.one.person.id, pair.other.person.id) == (1, 2)


UNLIKE = [
    (("Grace Chen", 1), ("Grace Chen", 1)),
    (("Grace Chen", 1), ("Grace Li", 2)),
    (("Bo", 1), ("Bo", 2)),
    (("王", 1), ("王", 2)),
    (("", 1), ("", 2)),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_not_alike(one: tuple[str, int], other: tuple[str, int]) -> None:
    """One workspace, another name, or too little to go by."""
    assert likely([candidate(1, *one), candidate(2, *other)]) == ()


def test_who_is_known_to_be_two_is_no_pair() -> None:
    """Whatever they are called."""
    two = [candidate(1, "Grace Chen", 1), candidate(2, "Grace Chen", 2)]
    assert likely(two, [(1, 2)]) == ()
    assert likely(two, [(1, 3)])
