"""The ways to say a command about retrospectives, in both languages."""

ENGLISH, CHINESE = ("retro", "retrospective"), ("复盘", "回顾")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "retro add", 复盘 新增 …"""
    paths = [f"{first} {word}" for first in ENGLISH for word in english]
    paths += [f"{first} {word}" for first in CHINESE for word in zh]
    return tuple(paths)
