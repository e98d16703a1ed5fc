"""Ties plain @names to the accounts a platform says were called.

DingTalk's text has names only, and its list of who was called has accounts only; in a
group people may even be called by a nickname that no profile tells.
"""

import re
from collections.abc import Mapping, Sequence

from bot.arguments import ACCOUNT, NAME, fold
from bot.model.refs import UserRef

Names = Mapping[UserRef, Sequence[str]]


def tied(text: str, called: Names) -> str:
    """The text with every name that is one of the called accounts' linked to it.

    What is called like an account is that account. If then one name and one account
    are left, they belong together.
    """
    linked = _by_name(text, called)
    done = {match.group(1) for match in ACCOUNT.finditer(linked)}
    left = [ref for ref in called if ref.id not in done]
    bare = ACCOUNT.sub(lambda match: " " * len(match.group()), linked)
    unknown = list(NAME.finditer(bare))
    if len(left) != 1 or len(unknown) != 1:
        return linked
    found = unknown[0]
    whole = link(left[0].id, found.group(1))
    return f"{linked[: found.start()]}{whole}{linked[found.end() :]}"


def _by_name(text: str, called: Names) -> str:
    whose = _whose(called)
    longest = sorted(whose, key=len, reverse=True)
    names = "|".join(r"\s*".join(map(re.escape, name)) for name in longest)
    if not names:
        return text
    known = re.compile(
        rf"(?P<link>{ACCOUNT.pattern})"
        rf"|(?<![A-Za-z0-9_.@])[@＠](?P<name>{names})(?![A-Za-z0-9_])",
        re.IGNORECASE,
    )

    def to_link(match: re.Match[str]) -> str:
        if match["link"]:
            return match["link"]
        ref = whose["".join(fold(match["name"]).split())]
        return link(ref.id, match["name"])

    return known.sub(to_link, text)


def _whose(called: Names) -> Mapping[str, UserRef]:
    """The one account of each name, folded and without spaces."""
    found: dict[str, set[UserRef]] = {}
    for ref, names in called.items():
        for name in names:
            if plain := "".join(fold(name).split()):
                found.setdefault(plain, set()).add(ref)
    return {name: refs.pop() for name, refs in found.items() if len(refs) == 1}


def link(id: str, name: str) -> str:
    """The one form in which the core reads an account."""
    label = re.sub(r"[<>|]", "", name)
    return f"<@{id}|{' '.join(label.split())}>"
