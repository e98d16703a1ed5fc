"""Who and what is in a Slack workspace: satisfies `bot.ports.Directory`."""

from collections.abc import Sequence

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import SLACK
from adapters.slack.errors import ours, pages
from adapters.slack.profiles import profile_of
from adapters.slack.wire import find, flag, record, records, string
from bot.model.people import Place, Profile
from bot.model.refs import PlaceRef, UserRef

PAGE = 200


class SlackDirectory:
    """Asks Slack about people and channels."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def profile(self, user: UserRef) -> Profile:
        """See `bot.ports.Directory.profile`."""
        with ours():
            answer = await self._client.users_info(user=user.id, include_locale=True)
        return profile_of(record(answer.data, "user"), user.tenant)

    async def everyone(self, platform: str, tenant: str) -> Sequence[Profile]:
        """See `bot.ports.Directory.everyone`."""
        found: list[Profile] = []
        first = self._client.users_list(limit=PAGE, include_locale=True)
        async for page in pages(first):
            found += (profile_of(user, tenant) for user in records(page, "members"))
        return [profile for profile in found if profile.active and not profile.bot]

    async def members(self, place: PlaceRef) -> Sequence[UserRef]:
        """See `bot.ports.Directory.members`."""
        found: list[UserRef] = []
        first = self._client.conversations_members(channel=place.id, limit=PAGE)
        async for page in pages(first):
            ids = find(page, "members") or []
            found += (UserRef(SLACK, place.tenant, str(id)) for id in ids)
        return found

    async def place(self, place: PlaceRef) -> Place:
        """See `bot.ports.Directory.place`."""
        with ours():
            answer = await self._client.conversations_info(channel=place.id)
        channel = record(answer.data, "channel")
        direct = flag(channel, "is_im")
        shared = flag(channel, "is_mpim") or flag(channel, "is_private")
        return Place(
            ref=place.unthreaded(),
            name=string(channel, "name"),
            private=direct or shared,
            direct=direct,
        )

    async def direct(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.direct`."""
        with ours():
            answer = await self._client.conversations_open(users=[user.id])
        return PlaceRef(SLACK, user.tenant, string(answer.data, "channel", "id"))
