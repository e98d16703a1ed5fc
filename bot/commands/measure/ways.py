"""The ways to say a command about measures, in both languages."""

ENGLISH, CHINESE = ("measure", "kpi", "metric"), ("指标", "kpi")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "measure set", "kpi set", 指标 更新 …"""
    paths = [f"{first} {word}" for first in ENGLISH for word in english]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
