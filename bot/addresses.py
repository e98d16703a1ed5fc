"""The addresses of form pages: made for one person, signed, and read back.

An address holds a random number and its signature, nothing else. The database keeps
the number's hash, so who reads the database cannot open anybody's form.
"""

import hashlib
import secrets
from datetime import timedelta

from itsdangerous import BadSignature, Signer

from bot.model.draft import Opener
from bot.model.form_link import FormLink
from bot.model.refs import PlaceRef, UserRef
from bot.ports import Clock, Store
from bot.settings import keys_in

LIFETIME = timedelta(hours=72)
RANDOM = 16  # bytes
SALT = "shopcrew.form"


class Addresses:
    """Makes addresses under `public_url`; none where that is empty.

    Without a `secret` of the owner's the organization's own is used. Of several, one
    after another with commas, the first signs and all are known.
    """

    def __init__(
        self, store: Store, clock: Clock, public_url: str = "", secret: str = ""
    ) -> None:
        self._store = store
        self._clock = clock
        self._public_url = public_url.rstrip("/")
        self._secret = secret

    @property
    def possible(self) -> bool:
        """Whether people can reach a page at all."""
        return bool(self._public_url)

    @property
    def base(self) -> str:
        """What every address of ours begins with; empty where there are no pages."""
        return self._public_url

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self._public_url.startswith("https://")

    async def make(
        self,
        person_id: int,
        who: UserRef,
        opener: Opener,
        *,
        where: PlaceRef | None = None,
        browser: str | None = None,
    ) -> str:
        """A new token for one person and form; at once of one browser, if given."""
        number = secrets.token_urlsafe(RANDOM)
        link = FormLink(
            key=hashed(number),
            person_id=person_id,
            who=who,
            opener=opener,
            expires=self._clock.now() + LIFETIME,
            where=where,
            browser=browser,
        )
        signer = await self._signer()
        async with self._store() as db:
            await db.form_links.add(link)
            await db.commit()
        return signer.sign(number).decode()

    def url(self, token: str) -> str:
        """Where the token's page is."""
        return self.page(f"forms/{token}")

    def page(self, path: str) -> str:
        """The address of any page of ours."""
        return f"{self._public_url}/{path}"

    async def find(self, token: str) -> FormLink | None:
        """The link of a token; None for one we did not make, or have forgotten."""
        signer = await self._signer()
        try:
            number = signer.unsign(token.encode("utf-8", "replace")).decode()
        except (BadSignature, UnicodeDecodeError):
            return None
        return await self.known(number)

    async def known(self, number: str) -> FormLink | None:
        """The link of a random number, which nobody guesses."""
        async with self._store.reading() as db:
            return await db.form_links.get(hashed(number))

    async def keys(self) -> list[str]:
        """What signs everything that people bring back to us: itsdangerous signs with
        the last one, and knows them all.
        """
        if not self._secret:
            async with self._store() as db:
                self._secret = await db.form_links.secret()
                await db.commit()
        return list(keys_in(self._secret)[::-1])

    async def _signer(self) -> Signer:
        return Signer(await self.keys(), salt=SALT, digest_method=hashlib.sha256)


def key_in(token: str) -> str:
    """The key of the link that a token names, whoever signed it."""
    return hashed(token.rpartition(".")[0])


def hashed(number: str) -> str:
    """What the database keeps of a random number."""
    return hashlib.sha256(number.encode("utf-8", "replace")).hexdigest()
