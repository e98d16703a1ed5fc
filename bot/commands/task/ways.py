"""The ways to say a task command, in both languages."""

FIRST = ("todo", "tasks")
CHINESE = ("任务", "待办")


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "task add", "todo add", 任务 新增, 待办 新增 …"""
    paths = [f"task {word}" for word in english]
    paths += [f"{first} {word}" for word in english for first in FIRST]
    paths += [f"{first} {word}" for word in zh for first in CHINESE]
    return tuple(paths)
