"""What only one process at a time may have, such as a connection that is shared out."""

from typing import Protocol


class Ownership(Protocol):
    """A claim on one thing, which ends with the process however that ends."""

    async def gain(self, *, wait: bool = True) -> bool:
        """Whether this process is the one owner. With `wait` it returns once it is,
        however long another one is alive.
        """
        ...

    async def lose(self) -> None:
        """Returns when it is the owner no more: it must let go of the thing at once."""
        ...

    async def release(self) -> None:
        """Lets another be the owner."""
        ...
