"""The repository of links to forms."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.form_link import FormLink


class FormLinks(Protocol):
    """Links to forms, of one organization, and the secret that signs them."""

    async def secret(self) -> str:
        """The organization's own random secret, made when first asked for."""
        ...

    async def add(self, link: FormLink) -> None: ...

    async def get(self, key: str) -> FormLink | None: ...

    async def bind(self, key: str, browser: str) -> None:
        """Gives the link to the browser, unless another one has it."""
        ...

    async def use(
        self, key: str, taken: Sequence[tuple[str, str]], now: datetime
    ) -> None:
        """Marks that the form was sent, and keeps what was taken, in words."""
        ...

    async def revoke(self, person_id: int, now: datetime) -> None:
        """Somebody's links open nothing from now on."""
        ...

    async def forget_old(self, before: datetime) -> None:
        """Links that expired before this instant go, with what was taken."""
        ...
