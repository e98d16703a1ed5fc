"""What a workspace gives us when it installs us."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

EARLY = timedelta(hours=2)  # before their end, tokens are renewed
STATE_LIFE = timedelta(minutes=10)  # for a browser to go to the platform and back
LINK_LIFE = timedelta(minutes=10)
KEPT = timedelta(days=90)  # credentials of a workspace that let us go


@dataclass(frozen=True, slots=True)
class Tokens:
    """What we speak with. Those with an end can be renewed, once, by `refresh`."""

    access: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    expires: datetime | None = None

    def wants_renewal(self, now: datetime) -> bool:
        """Whether they end soon."""
        return bool(self.refresh) and self.ends_before(now + EARLY)

    def ends_before(self, moment: datetime) -> bool:
        """Whether they are worth nothing at that instant."""
        return self.expires is not None and self.expires <= moment


@dataclass(frozen=True, slots=True)
class Grant:
    """A workspace has installed us: who it is, who we are there, and what we may."""

    platform: str
    tenant: str
    name: str
    app_id: str
    bot_user: str
    bot: str
    scopes: tuple[str, ...]
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Installed:
    """A workspace's tokens, as they are kept; `gone` says that it let us go."""

    organization_id: int
    tokens: Tokens | None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class InstallLink:
    """An admin's way to bring one more workspace into their company."""

    id: int
    organization_id: int
    expires: datetime
    used_at: datetime | None = None

    def works(self, now: datetime) -> bool:
        """Whether it can be used."""
        return self.used_at is None and now < self.expires


@dataclass(frozen=True, slots=True)
class InstallState:
    """A browser that came back: which one it was, as a hash, and by which link."""

    browser: str
    link: InstallLink | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """What a company that comes by itself begins with, besides its name."""

    zone: str
    language: str
    country: str | None = None
