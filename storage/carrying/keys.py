"""The print of a key: tells whether it is the same one, and never what it is."""

import secrets
from collections.abc import Mapping
from hashlib import scrypt
from hmac import compare_digest


def fingerprint(key: str) -> dict[str, str] | None:
    """A print of the key, of several the first; None where the owner has set none.

    It is slow on purpose: who has the backup could try short keys.
    """
    if not key:
        return None
    salt = secrets.token_bytes(16)
    return {"salt": salt.hex(), "print": _print(key.split(",")[0].strip(), salt)}


def is_of(key: str, known: Mapping[str, str] | None) -> bool:
    """Whether a print is that of this key, or of one of several with commas."""
    if not key or known is None:
        return not key and known is None
    salt = bytes.fromhex(known["salt"])
    prints = [_print(each.strip(), salt) for each in {key, *key.split(",")}]
    return any(compare_digest(each, known["print"]) for each in prints)


def _print(key: str, salt: bytes) -> str:
    return scrypt(key.encode(), salt=salt, n=2**14, r=8, p=1, dklen=16).hex()
