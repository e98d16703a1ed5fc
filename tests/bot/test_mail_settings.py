"""How e-mail is set: every mistake is named, and no password with it."""

import pytest

from bot.doctor import explained
from bot.errors import ConfigError
from bot.i18n import words
from bot.settings import load, load_for_trial, secret

FROM = "店小二 <bot@crew.example>"


@pytest.mark.parametrize(
    "url",
    [
        "smtp://mail.example",
        "smtp://bot:p%40ss@mail.example:587",
        "smtps://bot:pass@mail.example/",
        "smtp://[::1]:2525",
    ],
)
def test_a_server_is_an_address(url: str) -> None:
    """With or without keys and port."""
    settings = load(shopcrew_mail_url=url, shopcrew_mail_from=FROM)
    assert secret(settings.shopcrew_mail_url) == url
    assert url not in repr(settings)


@pytest.mark.parametrize(
    "url",
    [
        "mail.example",
        "https://mail.example",
        "smtp://",
        "smtp://a:s3cret@b@c",
        "smtp:x",
    ],
)
def test_a_wrong_server_is_named_without_its_password(url: str) -> None:
    """And with what it should look like."""
    with pytest.raises(ConfigError) as raised:
        load(shopcrew_mail_url=url, shopcrew_mail_from=FROM)
    said = explained(raised.value, words("en", "UTC"))
    assert "SHOPCREW_MAIL_URL: must read smtp://user:password@host:587" in said
    assert "s3cret" not in said


@pytest.mark.parametrize("sender", ["bot@crew.example", FROM, "Crew <a@b-c.example>"])
def test_a_sender_is_an_address(sender: str) -> None:
    """With or without a name."""
    load(shopcrew_mail_url="smtp://mail.example", shopcrew_mail_from=sender)


@pytest.mark.parametrize("sender", ["bot", "a@b\nBcc: x@y", "<a@b>", "Crew a@b"])
def test_a_wrong_sender_is_named(sender: str) -> None:
    """A second header would be one, too."""
    with pytest.raises(ConfigError) as raised:
        load(shopcrew_mail_url="smtp://mail.example", shopcrew_mail_from=sender)
    assert "SHOPCREW_MAIL_FROM" in str(raised.value)


def test_one_without_the_other_is_a_mistake() -> None:
    """Nobody would know whom it is from."""
    with pytest.raises(ConfigError) as raised:
        load(shopcrew_mail_url="smtp://mail.example")
    assert "config-mail-both" in str(raised.value)


def test_a_trial_writes_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """The people of the sample company are made up, their addresses may not be."""
    monkeypatch.setenv("SHOPCREW_MAIL_URL", "smtp://mail.example")
    monkeypatch.setenv("SHOPCREW_MAIL_FROM", FROM)
    monkeypatch.setenv("SHOPCREW_FEEDBACK_IMAP_URL", "imaps://a:b@imap.example")
    assert load_for_trial().shopcrew_mail_url is None
    assert load_for_trial().shopcrew_feedback_imap_url is None


@pytest.mark.parametrize(
    "url",
    [
        "imaps://voice%40tea.example:p%40ss@imap.example",
        "imaps://voice:pass@imap.example:993/INBOX",
        "imap://voice:pass@[::1]:143/%E5%8F%8D%E9%A6%88",
    ],
)
def test_a_mailbox_is_an_address(url: str) -> None:
    """With its keys, as no mailbox is read without."""
    settings = load(shopcrew_feedback_imap_url=url)
    assert secret(settings.shopcrew_feedback_imap_url) == url
    assert url not in repr(settings)


@pytest.mark.parametrize(
    "url",
    [
        "imap.example",
        "imaps://imap.example",
        "imaps://voice@imap.example",
        "imaps://voice@tea.example:s3cret@imap.example",
        "smtp://voice:s3cret@imap.example",
    ],
)
def test_a_wrong_mailbox_is_named_without_its_password(url: str) -> None:
    """And with what it should look like."""
    with pytest.raises(ConfigError) as raised:
        load(shopcrew_feedback_imap_url=url)
    said = explained(raised.value, words("en", "UTC"))
    assert "SHOPCREW_FEEDBACK_IMAP_URL: must read imaps://user:password@host" in said
    assert "s3cret" not in said
