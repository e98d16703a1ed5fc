"""The ways to say a command about risks, in both languages."""


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "risk close", "risks close", 风险 关闭 …"""
    paths = [f"{first} {word}" for word in english for first in ("risk", "risks")]
    paths += [f"风险 {word}" for word in zh]
    return tuple(sorted(paths, key=lambda path: path.startswith("risks")))
