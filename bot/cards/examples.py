"""Words to be typed, as the people of a platform call us."""

from bot.ports import Translate


def typed(
    t: Translate, platform: str, command: str, words: str, *, among: bool = False
) -> str:
    """The words with what comes before them, alone with us or `among` others."""
    way = "among" if among else "alone"
    return t(f"typed-{way}-{platform}", command=command, words=words, robot=t.robot)
