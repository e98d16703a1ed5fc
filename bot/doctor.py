"""What was found when everything was looked at, in plain words."""

from collections.abc import Callable, Sequence

from bot.errors import ConfigError
from bot.model.finding import Finding
from bot.ports import Translate

SIGNS = {"ok": "✓", "warn": "!", "fail": "✗"}


def tell(findings: Sequence[Finding], t: Translate, say: Callable[[str], None]) -> bool:
    """Says every finding, a line each; True when nothing has to be mended."""
    for finding in findings:
        say(f"{SIGNS[finding.level.value]} {t(finding.key, **finding.values)}")
    levels = {finding.level.value for finding in findings}
    end = "ill" if "fail" in levels else "fair" if "warn" in levels else "healthy"
    say(t(f"doctor-{end}"))
    return "fail" not in levels


def explained(wrong: ConfigError, t: Translate) -> str:
    """What cannot work, a mistake each line, under the name of its setting."""
    return "\n".join(
        f"{each.setting}: {t(each.key, **each.values)}"
        if each.setting
        else t(each.key, **each.values)
        for each in wrong.mistakes
    )
