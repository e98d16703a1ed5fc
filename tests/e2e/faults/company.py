"""The company whose bot is broken: a shop with people on both chats."""

from dataclasses import dataclass

SLACK, DINGTALK = "slack", "dingtalk"
TEAM, BOT = "T0FAULTS", "U0CREW1"
CORP, ROBOT, TEMPLATE = "dingfaults", "dingrobot1", "shopcrew.schema"
CHANNEL, GROUP = "C0SHOP", "cidSHOP1=="


@dataclass(frozen=True, slots=True)
class Mate:
    """One of them, and where."""

    platform: str
    id: str
    name: str
    admin: bool = False

    @property
    def dm(self) -> str:
        """Their conversation with the bot, as it is called in messages to it."""
        return f"D{self.id[1:]}" if self.platform == SLACK else f"@{self.id}"


_SLACK = ("Anna", "Ben", "Carl", "Dora", "Emil", "Fay", "Gus", "Hana")
_DINGTALK = ("Wei", "Lin", "Mei", "Tao")
MATES = (
    *(Mate(SLACK, f"U0{name.upper()}1", name, admin=name == "Anna") for name in _SLACK),
    *(
        Mate(DINGTALK, f"{name.lower()}4521", name, admin=name == "Wei")
        for name in _DINGTALK
    ),
)
BY_ID = {mate.id: mate for mate in MATES}
