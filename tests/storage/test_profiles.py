"""What is read out of a platform's profile."""

import pytest

from bot.model.people import Profile, Role
from bot.model.refs import UserRef
from storage.people.profiles import language, new_facts, zone

REF = UserRef("slack", "T1", "U1")


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("zh-CN", "zh"),
        ("zh_TW", "zh"),
        ("ZH", "zh"),
        ("en-GB", "en"),
        ("de-DE", "en"),
        ("zhx", "en"),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_becomes_a_language_of_ours(
    locale: str | None, wanted: str | None
) -> None:
    """Chinese for Chinese, English for the rest, nothing for nothing."""
    assert language(locale) == wanted


def test_a_real_zone_is_taken() -> None:
    """By its IANA name."""
    assert zone("Asia/Shanghai") == "Asia/Shanghai"


NO_ZONES = [None, "", "Mars/Olympus", "../etc/passwd", "/etc/localtime", "Europe"]


@pytest.mark.parametrize("name", [*NO_ZONES, "x" * 5000, "\x00", "a\ud83d"])
def test_what_is_no_zone_is_no_fact(name: str | None) -> None:
    """Then the organization's zone is used."""
    assert zone(name) is None


def test_somebody_always_has_a_name() -> None:
    """The handle, or at least the id."""
    assert new_facts(Profile(REF, "", "ann"))["name"] == "ann"
    assert new_facts(Profile(REF, ""))["name"] == "U1"


def test_an_admin_who_is_a_guest_is_an_admin() -> None:
    """What the platform lets them do counts."""
    assert new_facts(Profile(REF, "Ann", admin=True, guest=True))["role"] == Role.ADMIN
