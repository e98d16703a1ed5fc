"""What a form carries is signed: a client brings it back, and could write its own."""

import hashlib

from itsdangerous import BadSignature, Signer

SALT = "shopcrew.dingtalk.form:"


class Seal:
    """Vouches that we gave this very text to this very person."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

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
        return Signer(self._secret, salt=salt, digest_method=hashlib.sha256)
