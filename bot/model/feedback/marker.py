"""What one of us marks as an announcement becomes no feedback (PEERS H25)."""

import re

_MARK = re.compile(
    r"\s*(?:📣|📢|:(?:mega|megaphone|loudspeaker|announcement):"
    r"|[\[【［(（]\s*(?:announcement|no ticket|no feedback|fyi"
    r"|公告|通知|不建反馈|非反馈)"
    r"\s*[\]】］)）])",
    re.IGNORECASE,
)


def announces(text: str) -> bool:
    """Whether the words begin with the mark."""
    return bool(_MARK.match(text))
