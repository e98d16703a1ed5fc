"""Who is in a DingTalk organization: satisfies `bot.ports.Directory` (facts §8.1).

These calls are not counted in the month's quota.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.profiles import leads, manager_of, profile_of
from adapters.dingtalk.wire import number, text, texts, truth
from adapters.wire import Wire, record, records
from bot.errors import Rejected
from bot.model.people import Place, Profile
from bot.model.refs import PlaceRef, UserRef

PAGE = 100
CHINESE = "zh_CN"
ROOT = "1"  # the organization itself: no department of anybody's


@dataclass(slots=True)
class Tree:
    """What was read of the departments: names and heads by id."""

    names: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    users: dict[str, Wire] = field(default_factory=dict)

    def keep(self, user: Wire) -> None:
        """Takes a person in, and what they lead."""
        if id := text(user, "userid"):
            self.users.setdefault(id, user)
            for department in leads(user):
                self.heads.setdefault(department, id)


class DingTalkDirectory:
    """Asks DingTalk about people; of groups it tells nothing (facts §4.8).

    `zone` and `language` are what is usual there: DingTalk knows nobody's own.
    """

    def __init__(
        self,
        api: DingTalkApi,
        tenant: str,
        *,
        zone: str = "Asia/Shanghai",
        language: str = "zh",
    ) -> None:
        self._api = api
        self._tenant = tenant
        self._zone = zone
        self._language = language
        self._names: dict[str, str] = {}

    async def profile(self, user: UserRef) -> Profile:
        """See `bot.ports.Directory.profile`."""
        found = await self._user(user.id)
        heads: dict[str, str] = {}
        for department in texts(found, "dept_id_list"):
            nameless = department != ROOT and department not in self._names
            if nameless or not text(found, "manager_userid"):
                await self._learn(department, heads)
        return self._profile(found, heads)

    async def everyone(self, platform: str, tenant: str) -> Sequence[Profile]:
        """See `bot.ports.Directory.everyone`."""
        scopes = record(await self._api.old("auth/scopes"), "auth_org_scopes")
        tree = Tree()
        for department in texts(scopes, "authed_dept"):
            await self._walk(department, tree)
        for id in texts(scopes, "authed_user"):
            if id not in tree.users:
                tree.keep(await self._user(id))
        self._names = {id: name for id, name in tree.names.items() if name}
        profiles = [self._profile(user, tree.heads) for user in tree.users.values()]
        return [profile for profile in profiles if profile.active]

    async def members(self, place: PlaceRef) -> Sequence[UserRef]:
        """See `bot.ports.Directory.members`. Nobody may ask who is in a group."""
        if is_direct(place):
            return [UserRef(DINGTALK, place.tenant, place.id.removeprefix("@"))]
        raise Rejected("members_unknown")

    async def place(self, place: PlaceRef) -> Place:
        """See `bot.ports.Directory.place`. A group's name comes with its messages."""
        direct = is_direct(place)
        return Place(
            place.unthreaded(),
            "",
            private=True,
            direct=direct,
            language=self._language,
            zone=self._zone,
            listed=direct,
        )

    async def all_places(self, platform: str, tenant: str) -> Sequence[Place]:
        """See `bot.ports.Directory.all_places`. Groups are met one by one."""
        return []

    async def direct(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.direct`."""
        return self.mailbox(user)

    def mailbox(self, user: UserRef) -> PlaceRef:
        """See `bot.ports.Directory.mailbox`."""
        return PlaceRef(DINGTALK, user.tenant, f"@{user.id}")

    async def _user(self, id: str) -> Wire:
        asked = {"userid": id, "language": CHINESE}
        return record(await self._api.old("topapi/v2/user/get", asked), "result")

    def _profile(self, user: Wire, heads: dict[str, str]) -> Profile:
        return profile_of(
            user,
            self._tenant,
            zone=self._zone,
            language=self._language,
            departments=self._names,
            manager=manager_of(user, heads),
        )

    async def _learn(self, department: str, heads: dict[str, str]) -> None:
        """The name and the head of one department, if the app may know them."""
        try:
            found = record(await self._department(department), "result")
        except Rejected:  # outside the app's range: the person is inside all the same
            return
        if department != ROOT:
            self._names[department] = text(found, "name")
        if head := next(iter(texts(found, "dept_manager_userid_list")), ""):
            heads[department] = head

    async def _department(self, id: str) -> Wire:
        asked = {"dept_id": number(id), "language": CHINESE}
        return await self._api.old("topapi/v2/department/get", asked)

    async def _walk(self, root: str, tree: Tree) -> None:
        """Every department from here down, and everybody in them."""
        if root != ROOT:
            await self._learn(root, tree.heads)
        tree.names.setdefault(root, self._names.get(root, ""))
        waiting = [root]
        while waiting:
            department = waiting.pop()
            async for user in self._users_in(department):
                tree.keep(user)
            asked = {"dept_id": number(department), "language": CHINESE}
            below = await self._api.old("topapi/v2/department/listsub", asked)
            for found in records(below, "result"):
                id = text(found, "dept_id")
                if id and id not in tree.names:
                    waiting.append(id)
                tree.names[id] = text(found, "name")

    async def _users_in(self, department: str) -> AsyncIterator[Wire]:
        cursor: int | None = 0
        while cursor is not None:
            asked = {"dept_id": number(department), "cursor": cursor, "size": PAGE}
            said = await self._api.old("topapi/v2/user/list", asked)
            page = record(said, "result")
            for user in records(page, "list"):
                yield user
            following = number(page, "next_cursor") if truth(page, "has_more") else None
            cursor = following if following and following > cursor else None


def is_direct(place: PlaceRef) -> bool:
    """Whether it is the conversation of one person with the bot."""
    return place.id.startswith("@")
