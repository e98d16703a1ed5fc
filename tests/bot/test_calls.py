"""Plain names behind an @, and the accounts a platform says were called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.arguments import ACCOUNT
from bot.calls import tied
from bot.model.refs import UserRef

WANG, GRACE, LI = (UserRef("dingtalk", "D1", id) for id in ("wang", "grace", "li"))
NAMES = {WANG: ("王芳",), GRACE: ("Grace Chen", "陈雅"), LI: ("李伟", "Li Wei")}


def call(text: str, *called: UserRef) -> str:
    """The text with these accounts called."""
    return tied(text, {ref: NAMES[ref] for ref in called})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("@王芳 查价格", "<@wang|王芳> 查价格"),
        ("任务 新增 查价格 @王芳周五", "任务 新增 查价格 <@wang|王芳>周五"),
        ("＠王芳 查价格", "<@wang|王芳> 查价格"),
        ("@王芳\u2005查价格", "<@wang|王芳>\u2005查价格"),
        ("mail ann@王芳.com", "mail ann@王芳.com"),
        ("<@wang|王芳> 和 @王芳", "<@wang|王芳> 和 <@wang|王芳>"),
    ],
)
def test_a_name_is_the_account_of_that_name(text: str, wanted: str) -> None:
    """Wherever it stands."""
    assert call(text, WANG) == wanted


def test_any_name_of_an_account_will_do() -> None:
    """In any case, with or without its space."""
    for typed in ("@Grace Chen", "@grace chen", "@GraceChen", "@陈雅"):
        assert ACCOUNT.match(call(f"{typed} prices", GRACE)), typed
    assert call("@Grace Chens boxes", GRACE) == "<@grace|Grace> Chens boxes"


def test_one_nickname_and_one_account_belong_together() -> None:
    """DingTalk shows what people are called in the group."""
    assert call("@小王 查价格", WANG) == "<@wang|小王> 查价格"
    assert call("@李伟 @小王 查价格", LI, WANG) == "<@li|李伟> <@wang|小王> 查价格"


def test_nobody_guesses_between_two() -> None:
    """Then the text stays as it was, and names are looked up as typed."""
    for text in ("@小王 @小李 查价格", "查价格", "@小王"):
        assert call(text, WANG, LI) == text


def test_namesakes_are_nobody_for_sure() -> None:
    """Two called accounts of one name."""
    twins = {WANG: ("王芳",), LI: ("王芳",)}
    assert tied("@王芳 查价格", twins) == "@王芳 查价格"


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_text_and_any_name_can_be_read(text: str, names: list[str]) -> None:
    """Whatever people are called."""
    said = tied(f"@{''.join(names)} {text}", {WANG: names, LI: ("李伟",)})
    assert isinstance(said, str)
