"""Signatures and envelopes: DingTalk's own examples, and what forgers try."""

import base64
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.dingtalk.crypto import (
    Envelopes,
    Forged,
    card_signed,
    message_signed,
)

NOW = 1_700_000_000.0
STAMP = "1700000000000"
OURS = "s3cret"

# facts §2.2: published examples
CHECK = Envelopes(
    "mryue",
    "Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7",
    "ding6ccabc44d2c8d38b",
)
CHECK_SEALED = (
    "0vJiX6vliEpwG3U45CtXqi+m8PXbQRARJ8p8BbDuD1EMTDf0jKpQ79QS93qEk7XHpP6u+oTTrd15NRPv"
    "NvmBKyDCYxxOK+HZeKju4yhELOFchzNukR+t8SB/qk4ROMu3"
)
CHECK_SIGNED = (
    "03044561471240d4a14bb09372dfcfd4fd0e40cb",
    "1608001896814",
    "WL4PK6yA",
)
DONE = Envelopes(
    "123456",
    "1234567890123456789012345678901234567890123",
    "dingsnotzck6pm5veliw",
)
DONE_SEALED = (
    "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1x"
    "AFJ5ZA=="
)
DONE_SIGNED = (
    "9a95a004dd16f5c307e849b994173f76aa26e5eb",
    "1614767836",
    "A7Co0cJLMzIDtMMI",
)


def test_the_published_examples_open() -> None:
    """Both of them."""
    assert CHECK.open(*CHECK_SIGNED, CHECK_SEALED) == '{"EventType":"check_url"}'
    assert DONE.open(*DONE_SIGNED, DONE_SEALED) == "success"


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
def test_what_is_sealed_opens(message: str, stamp: str, nonce: str) -> None:
    """Any text, in any language."""
    sealed = DONE.seal(message, stamp, nonce)
    assert (sealed["timeStamp"], sealed["nonce"]) == (stamp, nonce)
    opened = DONE.open(sealed["msg_signature"], stamp, nonce, sealed["encrypt"])
    assert opened == message


def test_a_wrong_signature_opens_nothing() -> None:
    """Neither does a right one over something else."""
    signature, stamp, nonce = CHECK_SIGNED
    for wrong in (
        ("0" * 40, stamp, nonce, CHECK_SEALED),
        ("", stamp, nonce, CHECK_SEALED),
        ("ü", stamp, nonce, CHECK_SEALED),
        ("\udcff", "\udcff", "\udcff", CHECK_SEALED),
        (signature, "1", nonce, CHECK_SEALED),
        (signature, stamp, "", CHECK_SEALED),
        (signature, stamp, nonce, DONE_SEALED),
    ):
        with pytest.raises(Forged, match="signature"):
            CHECK.open(*wrong)


@given(st.binary(max_size=100) | st.binary(min_size=64, max_size=64))
def test_no_signed_rubbish_breaks_it(rubbish: bytes) -> None:
    """Who has the token but not the key gets no further."""
    sealed = base64.b64encode(rubbish).decode()
    signed = DONE._sign("1", "2", sealed)
    with pytest.raises(Forged):
        DONE.open(signed, "1", "2", sealed)


def test_an_envelope_for_another_app_is_refused() -> None:
    """The owner's name is inside."""
    other = Envelopes("t", "1234567890123456789012345678901234567890123", "dingother")
    ours = Envelopes("t", "1234567890123456789012345678901234567890123", "dingours")
    sealed = other.seal("success", "1", "2")
    with pytest.raises(Forged, match="owner"):
        ours.open(sealed["msg_signature"], "1", "2", sealed["encrypt"])


@pytest.mark.parametrize("key", ["", "short", "1" * 42, "1" * 44, "!" * 43])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    """At the start, not at the first event."""
    with pytest.raises(ValueError, match=r"43|[Bb]ase64|padd|characters"):
        Envelopes("t", key, "o")


def _signed(secret: str, text: str) -> str:
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def test_a_message_is_signed_over_time_and_secret() -> None:
    """For one hour, in milliseconds."""
    sign = _signed(OURS, f"{STAMP}\n{OURS}")
    assert message_signed(OURS, STAMP, sign, NOW)
    assert message_signed(OURS, STAMP, sign, NOW + 3600)
    assert not message_signed(OURS, STAMP, sign, NOW + 3601)
    assert not message_signed(OURS, STAMP, sign, NOW - 3601)
    assert not message_signed("other", STAMP, sign, NOW)
    assert not message_signed(OURS, "1700000000001", sign, NOW)


def test_a_card_is_signed_over_time() -> None:
    """With the secret we registered."""
    sign = _signed(OURS, STAMP)
    assert card_signed(OURS, STAMP, sign, NOW)
    assert not card_signed(OURS, STAMP, sign, NOW + 3601)
    assert not card_signed("other", STAMP, sign, NOW)


@pytest.mark.parametrize("stamp", ["", "soon", "1e12", "-1", "²", "9" * 400, "1.7"])
def test_a_time_that_is_none_is_refused(stamp: str) -> None:
    """However well it is signed."""
    assert not message_signed(OURS, stamp, _signed(OURS, f"{stamp}\n{OURS}"), NOW)
    assert not card_signed(OURS, stamp, _signed(OURS, stamp), NOW)
