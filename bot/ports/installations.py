"""Who installed us: of every organization, for what comes before one is known."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.installation import (
    Company,
    Grant,
    Installed,
    InstallLink,
    InstallState,
    Tokens,
)
from bot.model.people import Workspace


class Installations(Protocol):
    """The workspaces of every organization, by platform and tenant."""

    async def find(self, platform: str, tenant: str) -> Installed | None:
        """What is known of a workspace."""
        ...

    async def keep(
        self, grant: Grant, company: Company, link: InstallLink | None, *, first: bool
    ) -> int:
        """Keeps what a workspace granted; says to which organization it belongs.

        One that we know comes back to its own; by a link it joins the link's; a
        stranger gets one of its own, or, if it is the `first`, an empty house. Raises
        Conflict where it belongs to another one than the link says, or the link was
        used.
        """
        ...

    async def claim(self, platform: str, tenant: str, seen: Tokens) -> bool:
        """Takes the right to renew tokens, for a short while; one taker gets it."""
        ...

    async def renew(
        self, platform: str, tenant: str, seen: Tokens, new: Tokens
    ) -> None:
        """Keeps new tokens in place of those that were seen."""
        ...


class Access(Protocol):
    """What an adapter has to know to speak in a workspace."""

    async def find(self, platform: str, tenant: str) -> Installed | None:
        """The tokens of a workspace, and whether it let us go."""
        ...

    async def claim(self, platform: str, tenant: str, seen: Tokens) -> bool:
        """Takes the right to renew tokens, for a short while; one taker gets it."""
        ...

    async def renew(
        self, platform: str, tenant: str, seen: Tokens, new: Tokens
    ) -> None:
        """Keeps new tokens in place of those that were seen."""
        ...

    async def lost(self, platform: str, tenant: str, why: str) -> None:
        """The platform says that the workspace let us go."""
        ...

    async def back(self, platform: str, tenant: str) -> None:
        """The workspace has us after all."""
        ...


class InstallStates(Protocol):
    """Browsers on their way to a platform and back, and the links they came by. Keys
    are hashes of what is in an address.
    """

    async def link(self, key: str) -> InstallLink | None:
        """The link, whatever it is worth."""
        ...

    async def begin(
        self, key: str, browser: str, expires: datetime, link: InstallLink | None
    ) -> None:
        """Keeps a state, good for one browser, once."""
        ...

    async def finish(self, key: str, now: datetime) -> InstallState | None:
        """Takes the state; None where it never was, was taken, or is too old."""
        ...


class Connections(Protocol):
    """The workspaces of one organization, and how it comes to more."""

    async def all(self) -> Sequence[Workspace]:
        """Every workspace, the oldest first."""
        ...

    async def lose(self, platform: str, tenant: str, why: str, now: datetime) -> bool:
        """The workspace let us go. False where that was known."""
        ...

    async def back(self, platform: str, tenant: str, now: datetime) -> bool:
        """It has us again: what waits for it is due. False where it never was gone."""
        ...

    async def invite(self, person_id: int, key: str, expires: datetime) -> None:
        """Keeps a link to bring one more workspace in."""
        ...

    async def forget(self, gone_before: datetime, now: datetime) -> None:
        """Erases the credentials of workspaces that are gone for long, and what is left
        of links and states that are over.
        """
        ...
