"""What a form carries is signed: a client brings it back, and could write its own."""

import hashlib

from itsdangerous import BadSignature, Signer

SALT = "shopcrew.dingtalk.form:"


class Seal:
    """Vouches that we gave this very text to this very person.

    Of several secrets the first signs, and what any of them signed holds.
    """

    def __init__(self, *secrets: str) -> None:
        self._secrets = secrets[::-1]  # itsdangerous signs with the last one

    def put(self, user: str, written: str) -> str:
        """The text with a signature behind it, good for one user id."""
        return self._signer(user).sign(written).decode()

    def holds(self, user: str, sealed: str) -> bool:
        """Whether the text is as it was given to that user."""
        try:
            self._signer(user).unsign(sealed.encode("utf-8", "replace"))
        except BadSignature:
            return False
        return True

    def _signer(self, user: str) -> Signer:
        salt = f"{SALT}{user}".encode("utf-8", "replace")
        return Signer(self._secrets, salt=salt, digest_method=hashlib.sha256)
