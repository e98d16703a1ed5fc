"""The gaps that reading leaves in a sentence, and the sentence without them.

Whoever takes words out puts a mark there; what hung on them (a comma, a pair of empty
brackets) goes with the mark.
"""

import re

from bot.model.expression import expression

# Where something was taken out: among spaces, or in the middle of Chinese words.
CUT, GLUED = "\ue002", "\ue003"
MARKS = f"[{CUT}{GLUED}]"
_LOOSE = rf"(?:[\s,，、;；:：|·–—→{CUT}{GLUED}]|-+>|-(?=[\s{CUT}{GLUED}]|$))"
_RUN = expression(f"{_LOOSE}+")
_EMPTY = expression(rf"[(\[（【]{_LOOSE}*{MARKS}{_LOOSE}*[)\]）】]")
_LONE_AT = expression(rf"(?<!\S)[@＠]\s*(?={MARKS})")
_ENDING = expression(r"[.。!?！？…]+(?=\s|$)")
_LAST_STOP = expression(rf"{MARKS}\s*[.。]\s*$")


def mended(line: str) -> str:
    """The line without the gaps that takes left: no empty brackets, no lone commas."""
    before = ""
    while before != line:
        before, line = line, _EMPTY.sub(f" {CUT} ", line)
    line = _LAST_STOP.sub(CUT, _LONE_AT.sub("", line))
    return " ".join(_RUN.sub(_joint, line).split())


def _joint(run: re.Match[str]) -> str:
    """What stands between two parts of a sentence; nothing at its ends."""
    loose, rest = run.group(), run.string[run.end() :]
    if CUT not in loose and GLUED not in loose:
        return loose
    if run.start() == 0 or not rest or _ENDING.match(rest):
        return ""
    comma = next((letter for letter in loose if letter in ",，、;；:：|–—"), "")
    match comma:
        case "":
            return "" if CUT not in loose else " "
        case "," | ";" | ":":
            return f"{comma} "
        case "|" | "–" | "—":
            return f" {comma} "
        case _:
            return comma
