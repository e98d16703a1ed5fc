"""The ways to say a command about somebody's start, in both languages."""

CHINESE = ("入职",)


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "onboarding show", 入职 进度 …"""
    paths = [f"onboarding {word}" for word in english]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
