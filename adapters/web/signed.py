"""Whether a request is signed: the scheme of Standard Webhooks 1.0, symmetric.

The sender signs `id.timestamp.body` by HMAC-SHA256 and sends `v1,<base64>`, several
with spaces between while a secret is being replaced. Nothing is parsed before.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

PREFIX, VERSION = "whsec_", "v1,"
TOLERANCE = 300  # seconds that a timestamp may be off
ID_LIMIT, SIGNATURES = 200, 10
NOBODYS = PREFIX + base64.b64encode(bytes(32)).decode()


@dataclass(frozen=True, slots=True)
class Signed:
    """What the three headers of a request say."""

    id: str
    timestamp: str
    signatures: tuple[str, ...]

    @classmethod
    def read(cls, headers: Mapping[str, str]) -> "Signed":
        """What stands there; "" for what does not."""
        given = headers.get("webhook-signature", "").split()
        return cls(
            headers.get("webhook-id", ""),
            headers.get("webhook-timestamp", ""),
            tuple(given[:SIGNATURES]),
        )

    def wrong(self, now: datetime) -> str:
        """What is wrong with the headers themselves; "" if nothing is."""
        if not (0 < len(self.id) <= ID_LIMIT and self.id.isprintable()):
            return "webhook-id is missing, or longer than 200 characters"
        stamp = self.timestamp
        if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12):
            return "webhook-timestamp is no number of seconds since 1970"
        if abs(now.timestamp() - int(self.timestamp)) > TOLERANCE:
            return "webhook-timestamp is more than five minutes off"
        return ""

    def fits(self, body: bytes, secrets: Iterable[str]) -> bool:
        """Whether one of the secrets has signed it. Takes as long whichever did, and
        where there is none.
        """
        said = f"{self.id}.{self.timestamp}.".encode() + body
        good = False
        for secret in tuple(secrets) or (NOBODYS,):
            wanted = signature(secret, said).encode()
            for given in self.signatures:
                same = hmac.compare_digest(wanted, given.encode("utf-8", "replace"))
                good |= same and secret != NOBODYS
        return good


def signature(secret: str, said: bytes) -> str:
    """What the header says for these words."""
    digest = hmac.new(_key(secret), said, hashlib.sha256).digest()
    return VERSION + base64.b64encode(digest).decode()


def _key(secret: str) -> bytes:
    """The bytes of a secret; one that is not base64 is its own."""
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        return secret.encode()
