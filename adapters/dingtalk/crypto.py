"""Who says so? Signatures and envelopes of HTTP mode (facts §2).

Our own forty lines over `cryptography`: the one library for it, dingtalk-sdk, has been
unmaintained since 2021, compares signatures letter by letter, and loads 110,000 lines
to do it. Checked against DingTalk's published examples in the tests.
"""

import base64
import hashlib
import hmac
import secrets
import struct

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7

HOUR = 3600.0  # seconds that a signature is good for
BLOCK = 32  # bytes: not AES' own 16
NOISE = 16  # random bytes before a message
LENGTH = struct.Struct(">I")


class Forged(Exception):
    """It does not come from DingTalk, or not to us."""


def mac(secret: str, text: str) -> str:
    """How DingTalk signs: HMAC-SHA256 in Base64."""
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def message_signed(secret: str, timestamp: str, sign: str, now: float) -> bool:
    """Whether the headers of a robot message are DingTalk's, and fresh (§2.1).

    They do not cover the body: who overhears them can speak for an hour. So HTTP mode
    wants HTTPS, and what was seen before is taken without effect.
    """
    if not fresh(timestamp, now):
        return False
    return _same(mac(secret, f"{timestamp}\n{secret}"), sign)


def card_signed(secret: str, timestamp: str, sign: str, now: float) -> bool:
    """Whether the headers of a card's callback are DingTalk's, and fresh (§2.3)."""
    return fresh(timestamp, now) and _same(mac(secret, timestamp), sign)


def fresh(timestamp: str, now: float) -> bool:
    """Whether the milliseconds are of this hour. `now` is in seconds."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 16):
        return False
    return abs(now - int(timestamp) / 1000) <= HOUR


class Envelopes:
    """Opens and seals event pushes (§2.2). `owner` is the client id.

    Raises ValueError for a key that is none.
    """

    def __init__(self, token: str, aes_key: str, owner: str) -> None:
        key = base64.b64decode(f"{aes_key}=", validate=True)
        if len(key) != BLOCK:
            raise ValueError("an AES key has 43 letters and digits")
        self._cipher = Cipher(AES256(key), CBC(key[:16]))
        self._token = token
        self._owner = owner

    def open(self, signature: str, timestamp: str, nonce: str, sealed: str) -> str:
        """What is inside. Raises Forged."""
        if not _same(self._sign(timestamp, nonce, sealed), signature):
            raise Forged("signature")
        try:
            return self._decrypt(base64.b64decode(sealed, validate=True))
        except (ValueError, struct.error) as broken:
            raise Forged("envelope") from broken

    def seal(self, message: str, timestamp: str, nonce: str) -> dict[str, str]:
        """The answer DingTalk takes for its push."""
        sealed = base64.b64encode(self._encrypt(message.encode())).decode()
        return {
            "msg_signature": self._sign(timestamp, nonce, sealed),
            "timeStamp": timestamp,
            "nonce": nonce,
            "encrypt": sealed,
        }

    def _sign(self, timestamp: str, nonce: str, sealed: str) -> str:
        parts = "".join(sorted([self._token, timestamp, nonce, sealed]))
        whole = parts.encode("utf-8", "replace")
        return hashlib.sha1(whole).hexdigest()  # noqa: S324  # their choice

    def _decrypt(self, sealed: bytes) -> str:
        work, padding = self._cipher.decryptor(), PKCS7(BLOCK * 8).unpadder()
        padded = work.update(sealed) + work.finalize()
        plain = padding.update(padded) + padding.finalize()
        (size,) = LENGTH.unpack_from(plain, NOISE)
        start = NOISE + LENGTH.size
        message, owner = plain[start : start + size], plain[start + size :]
        if not hmac.compare_digest(owner, self._owner.encode()):
            raise Forged("owner")
        return message.decode()

    def _encrypt(self, message: bytes) -> bytes:
        noise, owner = secrets.token_bytes(NOISE), self._owner.encode()
        plain = noise + LENGTH.pack(len(message)) + message + owner
        padding, work = PKCS7(BLOCK * 8).padder(), self._cipher.encryptor()
        padded = padding.update(plain) + padding.finalize()
        return work.update(padded) + work.finalize()


def _same(mine: str, theirs: str) -> bool:
    """Compared in constant time; whatever was sent."""
    return hmac.compare_digest(mine.encode(), theirs.encode("utf-8", "replace"))
