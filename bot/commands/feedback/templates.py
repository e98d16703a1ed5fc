"""Ready answers are no list here: they are proposed for each item (PEERS H17)."""

import re

from bot.context import Context
from bot.errors import UsageError

TEMPLATES = re.compile(
    r"(?:(?:reply|canned|answer|my|our|the|list|show)\s+)*(?:templates?"
    r"|canned (?:repl(?:y|ies)|answers?|responses?)|macros?)"
    r"|(?:查看|所有|回复|答复|我的|话术)*(?:模板|模版|话术|快捷回复|常用语)(?:列表)?",
    re.IGNORECASE,
)


def check_templates(ctx: Context, said: str) -> None:
    """Raises UsageError with the way to an answer, where templates are asked for."""
    if TEMPLATES.fullmatch(said.strip(" .。?？!！")):
        answer = ctx.t("feedback-try-reply")
        raise UsageError("feedback-no-templates", try_this=answer)
