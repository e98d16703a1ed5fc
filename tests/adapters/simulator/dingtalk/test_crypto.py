"""The documented vectors of the event push (facts §2.2)."""

from __future__ import annotations

import pytest

from adapters.simulator.dingtalk.crypto import EventCipher, Undecipherable, event_sign

VECTORS = [
    (
        (
            "mryue",
            "Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7",
            "ding6ccabc44d2c8d38b",
        ),
        ("1608001896814", "WL4PK6yA"),
        "03044561471240d4a14bb09372dfcfd4fd0e40cb",
        "0vJiX6vliEpwG3U45CtXqi+m8PXbQRARJ8p8BbDuD1EMTDf0jKpQ79QS93qEk7XHpP6u+oTTrd15"
        "NRPvNvmBKyDCYxxOK+HZeKju4yhELOFchzNukR+t8SB/qk4ROMu3",
        '{"EventType":"check_url"}',
    ),
    (
        (
            "123456",
            "1234567890123456789012345678901234567890123",
            "dingsnotzck6pm5veliw",
        ),
        ("1614767836", "A7Co0cJLMzIDtMMI"),
        "9a95a004dd16f5c307e849b994173f76aa26e5eb",
        "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwW"
        "Sm1xAFJ5ZA==",
        "success",
    ),
]


@pytest.mark.parametrize(("keys", "stamp", "signature", "sealed", "text"), VECTORS)
def test_the_documented_texts_open(
    keys: tuple[str, str, str],
    stamp: tuple[str, str],
    signature: str,
    sealed: str,
    text: str,
) -> None:
    """Signature and text are those of the documents."""
    timestamp, nonce = stamp
    signed = {
        "msg_signature": signature,
        "timeStamp": timestamp,
        "nonce": nonce,
        "encrypt": sealed,
    }
    assert event_sign(keys[0], timestamp, nonce, sealed) == signature
    assert EventCipher(*keys).opened(signed) == text


@pytest.mark.parametrize("text", ["", "success", "茶器" * 40])
def test_what_is_sealed_opens_again(text: str) -> None:
    """Any text, with a nonce of its own."""
    cipher = EventCipher(*VECTORS[0][0])
    assert cipher.opened(cipher.sealed(text, "1")) == text


def test_what_was_changed_does_not_open() -> None:
    """Signature, owner, and every part are checked."""
    (token, key, owner), *_ = VECTORS[0]
    cipher = EventCipher(token, key, owner)
    good = cipher.sealed("success", "1")
    stranger = EventCipher(token, key, "dingstranger").sealed("success", "1")
    wrong: list[object] = [good | {"nonce": "other"}, stranger, {}, None, "success"]
    junk = {"timeStamp": "1", "nonce": "n", "encrypt": "****"}
    wrong.append(junk | {"msg_signature": event_sign(token, "1", "n", "****")})
    for answer in wrong:
        with pytest.raises(Undecipherable):
            cipher.opened(answer)  # type: ignore[arg-type]
