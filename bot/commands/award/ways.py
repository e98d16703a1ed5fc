"""The ways to say a command about awards, in both languages."""

CHINESE = ("评奖", "评选", "奖项")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "award vote", 评奖 投票 …"""
    paths = [f"award {word}" for word in english]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
