"""Slack's written text → the one form the core reads.

Slack writes live things as `<…>` and escapes what people type, so a `<` in the wire's
text is never typed and `&lt;` always is. Afterwards both would look the same: a typed
`<@` or `<#` therefore gets a WORD JOINER, which nobody sees, and stays words.
"""

import html
import re

LIVE = re.compile(r"<([^<>]*)>")
ENTITY = re.compile(r"&(?:amp|lt|gt);")
PERSON = re.compile(r"@([UW][A-Z0-9]+)(?:\|(.*))?", re.DOTALL)
PLACE = re.compile(r"#([CDG][A-Z0-9]+)(?:\|(.*))?", re.DOTALL)
SCHEME = re.compile(r"(?:https?://|[a-z][a-z0-9+.-]*:)", re.IGNORECASE)
LOOKS_LIVE = re.compile("<(?=[@#])")
JOINER = "\u2060"


def words(text: str) -> str:
    """The text as typed, people and places as `<@U1|ann>` and `<#C1|shop>`."""
    said = ""
    for number, piece in enumerate(LIVE.split(text)):
        more = _live(piece) if number % 2 else _typed(piece)
        said += JOINER if said.endswith("<") and more[:1] in ("@", "#") else ""
        said += more
    return said


def without_call(text: str, bot: str) -> str:
    """Words without the mention that called the bot: the first one, or the only one."""
    call = (
        rf"<@{re.escape(bot)}(?:\|[^>]*)?>" if bot else r"<@[UW][A-Z0-9]+(?:\|[^>]*)?>"
    )
    left, found = re.subn(rf"^\s*{call}[\s,，:：]*", "", text)
    if found or not bot:
        return left.strip()
    calls = re.findall(call, text)
    return re.sub(rf"\s*{call}", "", text).strip() if len(calls) == 1 else text.strip()


def calls(text: str, bot: str) -> bool:
    """Whether the written text mentions the bot; any text may, if we do not know who
    that is.
    """
    return not bot or re.search(rf"<@{re.escape(bot)}[|>]", text) is not None


def _typed(text: str) -> str:
    return LOOKS_LIVE.sub("<" + JOINER, _decoded(text))


def _decoded(text: str) -> str:
    """Entities become their characters exactly once: `&amp;lt;` is `&lt;`."""
    return ENTITY.sub(lambda match: html.unescape(match.group(0)), text)


def _live(inside: str) -> str:
    for sign, known in (("@", PERSON), ("#", PLACE)):
        if match := known.fullmatch(inside):
            id, name = match.groups()
            label = "" if name is None else "|" + re.sub("[<>|]", "", _decoded(name))
            return f"<{sign}{id}{label}>"
    if inside.startswith("!"):
        return _special(inside[1:])
    if SCHEME.match(inside):
        return _link(inside)
    return _typed(f"&lt;{inside}&gt;")


def _special(inside: str) -> str:
    """What a reader sees of `!here`, `!subteam^S1|@team`, `!date^…|tomorrow`."""
    name, _, label = inside.partition("|")
    if name in ("here", "channel", "everyone"):
        return f"@{name}"
    if name.startswith("subteam^"):
        return "@" + (_decoded(label).lstrip("@") or name.removeprefix("subteam^"))
    return _decoded(label or name)


def _link(inside: str) -> str:
    target, _, label = inside.partition("|")
    url, shown = _decoded(target), _decoded(label)
    bare = SCHEME.sub("", url, count=1)
    if not shown:
        return url if url.startswith("http") else bare
    if shown == url or shown.rstrip("/") == bare.rstrip("/"):
        return shown
    return f"{shown} ({url if url.startswith('http') else bare})"
