"""The ways to say a command about reviews, in both languages."""

CHINESE = ("评估", "绩效评估")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "review write", 评估 填写 …"""
    paths = [f"review {word}" for word in english]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
