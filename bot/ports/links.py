"""The repository of links between accounts: codes, wishes, pairs, one person of two."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.link import Candidate, Code, MessageKind
from bot.model.people import Account, Person


class Links(Protocol):
    """Who is whom, in one organization."""

    async def offer(
        self, account: Account, digest: str, now: datetime, expires_at: datetime
    ) -> None:
        """Keeps a new code of an account, in place of any it had that was not used."""
        ...

    async def offered(self, digest: str) -> Code | None:
        """The code, kept from everybody else until the unit of work ends."""
        ...

    async def use(self, code: Code, now: datetime) -> None: ...

    async def withdraw(self, person_id: int) -> None:
        """Codes of theirs that nobody used work no more."""
        ...

    async def tried(self, person_id: int, now: datetime) -> None:
        """Keeps that somebody typed a code that is none."""
        ...

    async def tries(self, person_id: int, since: datetime) -> int:
        """How often they did."""
        ...

    async def account(self, account_id: int) -> Account | None:
        """The account, active or not."""
        ...

    async def merge(self, kept_id: int, lost_id: int) -> None:
        """Makes one person of two: whatever is one's is the other's from now on.

        Raises Conflict for two accounts in one workspace, and for who was merged
        already.
        """
        ...

    async def follow(self, lost_id: int) -> None:
        """Moves what was written for somebody at the instant of their merge."""
        ...

    async def unlink(self, account_id: int) -> Person:
        """Gives the account a new person of its own, made of its last profile.

        Everything that was theirs stays with who they were. Raises Conflict for a
        person's only account.
        """
        ...

    async def part(self, one_id: int, other_id: int) -> None:
        """Keeps that everything these two persons have is of two humans."""
        ...

    async def separate(self) -> Sequence[tuple[int, int]]:
        """Pairs of accounts that are known to be of two humans."""
        ...

    async def same(self) -> Sequence[tuple[Account, Account]]:
        """Accounts of two persons that share an address or a staff id, the older
        account first; guests, and pairs known to be separate, left out.
        """
        ...

    async def candidates(self) -> Sequence[Candidate]:
        """Everybody active, with their accounts."""
        ...

    async def wishes(self, person_id: int) -> Mapping[MessageKind, str]:
        """On which platform a person wants which kind of message."""
        ...

    async def wish(
        self, person_id: int, wishes: Mapping[MessageKind, str | None]
    ) -> None:
        """Keeps on which; None is wherever they are."""
        ...
