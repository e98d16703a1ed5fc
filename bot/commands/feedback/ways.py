"""The ways to say a feedback command, in both languages."""

FIRST = ("feedbacks",)
CHINESE = ("反馈", "客诉")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "feedback take", 反馈 认领 …"""
    paths = [f"feedback {word}" for word in english]
    paths += [f"{first} {word}" for word in english for first in FIRST]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
