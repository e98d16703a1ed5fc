"""The ways to say a command about areas, in both languages."""

CHINESE = ("职责", "责任")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "area list", 职责 列表 …"""
    paths = [f"area {word}" for word in english]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
