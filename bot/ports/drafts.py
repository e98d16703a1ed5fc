"""The repository of drafts of forms."""

from datetime import datetime
from typing import Protocol

from bot.model.draft import FormDraft, Opener


class Drafts(Protocol):
    """What people typed into forms that were not taken yet, of one organization."""

    async def of(self, person_id: int, opener: Opener) -> FormDraft | None:
        """What the person typed into this form."""
        ...

    async def keep(self, draft: FormDraft) -> None:
        """Keeps it, in place of what they typed into the same form before."""
        ...

    async def forget(self, person_id: int, opener: Opener) -> None:
        """The form was taken: its draft goes."""
        ...

    async def forget_everybodys(self, opener: Opener) -> None:
        """Whatever anybody typed into this form goes."""
        ...

    async def forget_all(self, person_id: int) -> None:
        """Everything somebody typed and did not send goes."""
        ...

    async def forget_old(self, before: datetime) -> None:
        """Drafts nobody came back to go."""
        ...
