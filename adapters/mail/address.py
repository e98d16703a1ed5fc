"""Where a mail server is, and who we are there, as one setting says it."""

from dataclasses import dataclass
from typing import Self
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 587, "smtps": 465, "imap": 143, "imaps": 993}
HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """A server and our account there. The password shows nowhere."""

    host: str
    port: int
    user: str
    password: str
    tls: bool

    @classmethod
    def read(cls, url: str) -> Self:
        """The address of `smtp://user:password@host:587`, `imaps://…`."""
        parts = urlsplit(url)
        return cls(
            parts.hostname or "",
            parts.port or PORTS[parts.scheme],
            unquote(parts.username or ""),
            unquote(parts.password or ""),
            parts.scheme.endswith("s"),
        )

    @property
    def here(self) -> bool:
        """Whether it is this machine."""
        return self.host in HERE
