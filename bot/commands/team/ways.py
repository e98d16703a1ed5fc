"""The ways to say a command about the team, in both languages."""


def ways(*english: str, zh: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every path of one command: "team show", 团队 查看 …"""
    return (*(f"team {word}" for word in english), *(f"团队 {word}" for word in zh))
