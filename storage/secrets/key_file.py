"""A key of our own beside an SQLite file, where the owner has set none."""

import os
import secrets
from pathlib import Path

from sqlalchemy import URL

OWNER_ONLY = 0o600


def path_of(url: URL) -> Path | None:
    """Where the key of a database is; None for one that is no file."""
    in_file = url.get_backend_name() == "sqlite" and url.database not in (
        None,
        "",
        ":memory:",
    )
    return Path(f"{url.database}.key") if in_file else None


def read(path: Path) -> str:
    """The key that is there; nothing where there is none."""
    return path.read_text("ascii").strip() if path.exists() else ""


def make(path: Path) -> str:
    """A new key, on the disk before it is used; nobody but its owner may read it."""
    key = secrets.token_urlsafe(32)
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(number, "w") as file:
        file.write(f"{key}\n")
        file.flush()
        os.fsync(file.fileno())
    return key
