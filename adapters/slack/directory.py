"""Who and what is in a Slack workspace: satisfies `bot.ports.Directory`."""

from collections.abc import Mapping, Sequence

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import SLACK
from adapters.slack.errors import ours, pages
from adapters.slack.profiles import profile_of
from adapters.wire import find, flag, record, records, string
from bot.model.people import Place, Profile
from bot.model.refs import PlaceRef, UserRef

PAGE = 200
MANY = 999  # the most that conversations.list takes


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
        return _place(record(answer.data, "channel"), place.unthreaded())

    async def all_places(self, platform: str, tenant: str) -> Sequence[Place]:
        """See `bot.ports.Directory.all_places`."""
        found: list[Place] = []
        first = self._client.conversations_list(
            types="public_channel,private_channel",
            exclude_archived=True,
            limit=MANY,
        )
        async for page in pages(first):
            for channel in records(page, "channels"):
                ref = PlaceRef(SLACK, tenant, string(channel, "id"))
                found.append(_place(channel, ref))
        return found

    async def direct(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.direct`."""
        with ours():
            answer = await self._client.conversations_open(users=[user.id])
        return PlaceRef(SLACK, user.tenant, string(answer.data, "channel", "id"))

    def mailbox(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.mailbox`. Slack takes a user's id for the channel;
        to open conversations first would be its narrowest part (facts §10).
        """
        return PlaceRef(SLACK, user.tenant, user.id)


def is_mailbox(place: PlaceRef) -> bool:
    """Whether it is an account that stands for the conversation with it."""
    return place.id.startswith(("U", "W"))


def _place(channel: Mapping[str, object], ref: PlaceRef) -> Place:
    direct = flag(channel, "is_im")
    shared = flag(channel, "is_mpim") or flag(channel, "is_private")
    name = string(channel, "name")
    return Place(ref, name, private=direct or shared, direct=direct)
