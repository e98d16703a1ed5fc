"""Signatures and the encrypted event push, seen from DingTalk's side (facts §2)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from adapters.simulator.wire import Json

_BLOCK_BITS = 256  # padded to 32 bytes, not to AES' own 16 (facts §2.2)
_HEAD, _LENGTH = 16, 4


class Undecipherable(Exception):
    """What came back is not what the documents promise."""


def message_sign(timestamp: str, secret: str) -> str:
    """The header `sign` of a robot's message: over the time only (facts §2.1)."""
    return _mac(secret, f"{timestamp}\n{secret}")


def card_sign(timestamp: str, secret: str) -> str:
    """The header `x-ddpaas-signature` of a card's callback (facts §2.3)."""
    return _mac(secret, timestamp)


def event_sign(token: str, timestamp: str, nonce: str, encrypted: str) -> str:
    """The signature of an encrypted event (facts §2.2)."""
    joined = "".join(sorted([token, timestamp, nonce, encrypted]))
    return hashlib.sha1(joined.encode()).hexdigest()  # noqa: S324 it is their choice


class EventCipher:
    """AES-256-CBC around `random ‖ length ‖ text ‖ owner key`."""

    def __init__(self, token: str, aes_key: str, owner: str) -> None:
        key = base64.b64decode(aes_key + "=")
        self._token, self._owner = token, owner
        self._cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16]))

    def sealed(self, text: str, timestamp: str) -> Json:
        """The text with everything that its reader needs to check it."""
        nonce = secrets.token_urlsafe(6)[:8]
        encrypted = self._encrypt(text)
        signature = event_sign(self._token, timestamp, nonce, encrypted)
        return {
            "msg_signature": signature,
            "timeStamp": timestamp,
            "nonce": nonce,
            "encrypt": encrypted,
        }

    def opened(self, signed: Json) -> str:
        """The text of an answer; its signature and owner are checked."""
        try:
            signature, encrypted = signed["msg_signature"], signed["encrypt"]
            timestamp, nonce = str(signed["timeStamp"]), str(signed["nonce"])
        except (KeyError, TypeError):
            raise Undecipherable("a part of the answer is missing") from None
        ours = event_sign(self._token, timestamp, nonce, str(encrypted))
        if not hmac.compare_digest(ours, str(signature)):
            raise Undecipherable("the signature is wrong")
        return self._decrypt(str(encrypted))

    def _encrypt(self, text: str) -> str:
        body = text.encode()
        plain = os.urandom(_HEAD) + len(body).to_bytes(_LENGTH, "big") + body
        padder = PKCS7(_BLOCK_BITS).padder()
        padded = padder.update(plain + self._owner.encode()) + padder.finalize()
        encryptor = self._cipher.encryptor()
        sealed = encryptor.update(padded) + encryptor.finalize()
        return base64.b64encode(sealed).decode()

    def _decrypt(self, encrypted: str) -> str:
        try:
            decryptor = self._cipher.decryptor()
            sealed = base64.b64decode(encrypted, validate=True)
            padded = decryptor.update(sealed) + decryptor.finalize()
            remover = PKCS7(_BLOCK_BITS).unpadder()
            plain = remover.update(padded) + remover.finalize()
            end = (
                _HEAD + _LENGTH + int.from_bytes(plain[_HEAD : _HEAD + _LENGTH], "big")
            )
            text, owner = plain[_HEAD + _LENGTH : end].decode(), plain[end:].decode()
        except ValueError as wrong:
            raise Undecipherable("the answer cannot be decrypted") from wrong
        if owner != self._owner:
            raise Undecipherable("the owner key is wrong")
        return text


def _mac(secret: str, text: str) -> str:
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()
