"""Who is at a browser: signed, for a working day, and kept nowhere else."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import timedelta

from itsdangerous import BadData, URLSafeSerializer

from bot.addresses import Addresses
from bot.model.refs import UserRef
from bot.ports import Clock

LIFETIME = timedelta(hours=12)
SIGN_IN = timedelta(minutes=10)  # between going to a platform's page and coming back


class Sessions:
    """Gives sessions to browsers, and reads them."""

    def __init__(self, addresses: Addresses, clock: Clock) -> None:
        self._addresses = addresses
        self._clock = clock

    async def open(self, who: UserRef) -> str:
        """A session of this account."""
        facts = (who.platform, who.tenant, who.id)
        return await self._signed("session", facts, LIFETIME)

    async def whose(self, session: str) -> UserRef | None:
        """The account; None where it ended, or is none of ours."""
        match await self._read("session", session):
            case [str(platform), str(tenant), str(id)]:
                return UserRef(platform, tenant, id)
            case _:
                return None

    async def sign(self, session: str) -> str:
        """What shows that a press came from a page of this session."""
        return _sign((await self._addresses.keys())[-1], session)

    async def fits(self, session: str, sign: str) -> bool:
        """Whether it did."""
        signs = (_sign(key, session) for key in await self._addresses.keys())
        given = sign.encode()
        return any(hmac.compare_digest(each.encode(), given) for each in signs)

    async def leave(self, platform: str, task: str) -> str:
        """A state for the way to a platform's page and back."""
        return await self._signed("sign-in", (platform, task), SIGN_IN)

    async def returned(self, platform: str, state: str) -> str | None:
        """The task somebody left from; None where it is no state of ours."""
        match await self._read("sign-in", state):
            case [found, str(task)] if found == platform:
                return task
            case _:
                return None

    async def _signed(self, use: str, facts: Sequence[str], life: timedelta) -> str:
        ends = int((self._clock.now() + life).timestamp())
        serializer = await self._serializer(use)
        return str(serializer.dumps([*facts, ends]))

    async def _read(self, use: str, token: str) -> list[object] | None:
        serializer = await self._serializer(use)
        try:
            found = serializer.loads(token)
        except BadData:
            return None
        if not isinstance(found, list) or not isinstance(found[-1], int):
            return None
        alive = self._clock.now().timestamp() < found[-1]
        return found[:-1] if alive else None

    async def _serializer(self, use: str) -> URLSafeSerializer:
        keys = await self._addresses.keys()
        digest = {"digest_method": hashlib.sha256}
        return URLSafeSerializer(keys, f"shopcrew.{use}", signer_kwargs=digest)


def _sign(key: str, session: str) -> str:
    digest = hmac.new(key.encode(), f"press {session}".encode(), hashlib.sha256)
    return digest.hexdigest()
