"""The ways to say a blocker command, in both languages."""

FIRST = ("blockers",)
CHINESE = ("阻碍", "阻塞")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "blocker tag", "blockers tag", 阻碍 求助 …"""
    paths = [f"blocker {word}" for word in english]
    paths += [f"{first} {word}" for word in english for first in FIRST]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
