"""Encrypts what nobody may read in the database: tokens, and secrets of our own.

Every key is a text of the owner's, of any length: HKDF makes a Fernet key of it. The
first one encrypts, all of them decrypt, so a key can be replaced while both are known.
"""

from base64 import urlsafe_b64encode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import ConfigError

LOCKED = "v1:"  # how what is encrypted begins; no token and no secret of ours does
SETTING = "SHOPCREW_SECRET_KEY"
SALT, PURPOSE = b"shopcrew", b"secrets at rest"


class WrongKey(ConfigError):
    """None of the keys opens what is encrypted."""


class Vault:
    """Locks texts and opens them. Without keys a text stays as it is."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._keys = MultiFernet([_fernet(key) for key in keys]) if keys else None

    @property
    def locks(self) -> bool:
        """Whether there is a key."""
        return self._keys is not None

    def locked(self, text: str) -> str:
        """The text, encrypted under the first key."""
        if self._keys is None:
            return text
        return LOCKED + self._keys.encrypt(text.encode()).decode()

    def opened(self, kept: str) -> str:
        """The text again. Raises WrongKey."""
        if not kept.startswith(LOCKED):
            return kept
        if self._keys is None:
            raise WrongKey("config-key-missing", where=SETTING)
        try:
            return self._keys.decrypt(kept.removeprefix(LOCKED)).decode()
        except InvalidToken as wrong:
            raise WrongKey("config-key-wrong", where=SETTING) from wrong


def is_locked(kept: str) -> bool:
    """Whether a text is encrypted."""
    return kept.startswith(LOCKED)


def _fernet(key: str) -> Fernet:
    made = HKDF(SHA256(), 32, salt=SALT, info=PURPOSE).derive(key.encode())
    return Fernet(urlsafe_b64encode(made))
