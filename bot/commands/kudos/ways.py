"""The ways to say a command about kudos, in both languages."""

CHINESE = ("点赞", "表扬")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "kudos mine", 点赞 我的 …"""
    paths = [f"kudos {word}" for word in english]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
