"""The company that the simulator plays: an input, with a tea-ware shop as sample."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Employee:
    """One account of the workspace, human or bot."""

    id: str
    handle: str
    name: str
    title: str = ""
    tz: str | None = "Europe/Berlin"
    locale: str = "en-US"
    email: str | None = None
    display_name: str = ""
    is_admin: bool = False
    is_owner: bool = False
    is_bot: bool = False
    is_guest: bool = False
    deleted: bool = False
    status_text: str = ""
    status_emoji: str = ""
    bot_id: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as it is when the simulator starts."""

    id: str
    name: str
    members: tuple[str, ...]
    private: bool = False
    archived: bool = False
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """A whole workspace: who works there, where they talk, and which app is in."""

    name: str
    domain: str
    team_id: str
    app_id: str
    bot: Employee
    people: tuple[Employee, ...]
    channels: tuple[Channel, ...]
    slackbot: Employee = Employee(
        "USLACKBOT", "slackbot", "Slackbot", tz=None, display_name="Slackbot"
    )

    def everyone(self) -> tuple[Employee, ...]:
        """All accounts: the people, the app's bot, and Slackbot."""
        return (*self.people, self.bot, self.slackbot)


def company(
    people: tuple[Employee, ...],
    channels: tuple[Channel, ...] = (),
    *,
    name: str = "Test Shop",
    bot_name: str = "Shopcrew",
) -> Company:
    """A company with the usual ids, for tests that bring their own people."""
    bot = Employee(
        "U0CREW1",
        bot_name.lower(),
        bot_name,
        tz="America/Los_Angeles",
        display_name=bot_name,
        is_bot=True,
        bot_id="B0CREW1",
    )
    return Company(name, "test-shop", "T0TEAWARE", "A0CREW1", bot, people, channels)


_BERLIN, _ROME = "Europe/Berlin", "Europe/Rome"
_SHANGHAI, _NEW_YORK = "Asia/Shanghai", "America/New_York"


def _person(
    id: str,
    handle: str,
    name: str,
    title: str,
    tz: str,
    locale: str,
    *,
    admin: bool = False,
) -> Employee:
    return Employee(
        id,
        handle,
        name,
        title,
        tz,
        locale,
        email=f"{handle}@teaware.example",
        display_name=name.split()[-1] if locale == "zh-CN" else name.split()[0],
        is_admin=admin,
        is_owner=admin,
    )


TEAWARE_PEOPLE = (
    _person(
        "U0ANNA1", "anna", "Anna Berger", "Marketing", _BERLIN, "en-US", admin=True
    ),
    _person("U0JONAS1", "jonas", "Jonas Weber", "IT", _BERLIN, "en-GB"),
    _person("U0SOFIA1", "sofia", "Sofia Rossi", "Customer service", _ROME, "en-GB"),
    _person("U0MAYA1", "maya", "Maya Cohen", "E-commerce manager", _BERLIN, "en-GB"),
    _person("U0LIWEI1", "liwei", "Li Wei 李伟", "Warehouse", _SHANGHAI, "zh-CN"),
    _person("U0WANGF1", "wangfang", "Wang Fang 王芳", "Content", _SHANGHAI, "zh-CN"),
    _person("U0ZHANG1", "zhangmin", "Zhang Min 张敏", "Data", _SHANGHAI, "zh-CN"),
    _person("U0SAM01", "sam", "Sam Taylor", "Finance", _NEW_YORK, "en-US"),
    _person("U0GRACE1", "grace", "Grace Chen 陈晨", "CEO", _SHANGHAI, "en-US"),
)


def _teaware(people: tuple[Employee, ...]) -> Company:
    bot = company(()).bot
    ids = {person.handle: person.id for person in people}
    all_ids = (*ids.values(), bot.id)

    def members(*handles: str) -> tuple[str, ...]:
        return (*(ids[handle] for handle in handles if handle in ids), bot.id)

    channels = (
        Channel("C0GENERAL", "general", all_ids, topic="Company-wide news"),
        Channel("C0STOREEU", "store-eu", members("anna", "maya", "sofia", "jonas")),
        Channel(
            "C0SINGLES",
            "singles-day",
            members("anna", "maya", "liwei", "wangfang", "zhangmin", "grace"),
            topic="11.11 campaign",
        ),
        Channel("C0SERVICE", "customer-service", members("sofia", "maya", "wangfang")),
        Channel("C0IT", "it", members("jonas", "zhangmin", "anna")),
        Channel(
            "C0CLEVEL", "c-level", (ids["grace"], ids["anna"], ids["sam"]), private=True
        ),
    )
    return Company(
        "Teaware House 茶器之家",
        "teaware-house",
        "T0TEAWARE",
        "A0CREW1",
        bot,
        people,
        channels,
    )


_ONLY_DINGTALK = ("liwei", "zhangmin")
TEAWARE = _teaware(TEAWARE_PEOPLE)
TEAWARE_EUROPE = _teaware(
    tuple(each for each in TEAWARE_PEOPLE if each.handle not in _ONLY_DINGTALK)
)
