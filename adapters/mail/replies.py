"""What somebody wrote themselves, without the mail it answers to: pure.

The libraries for this know English, some a few more languages, and call their Chinese
untested; half of our mail is Chinese. Where nothing would be left, all of it is kept.
"""

import re
from collections.abc import Sequence

LINES = 4  # within which the other headers of a quoted mail follow its first

_SAID = re.compile(
    r"(?=.*[\d@])(?:on\b.{6,200}\bwrote"
    r"|am\b.{6,200}\bschrieb\b.{0,100}|le\b.{6,200}\ba écrit"
    r"|el\b.{6,200}\bescribió|il\b.{6,200}\bha scritto"
    r"|在?.{0,20}\d{4}.{2,120}写道|.{2,80}于.{0,10}\d{4}.{2,80}写道|.{2,80}(?:写道|寫道))",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"[-_=\s]{2,}(?:original message|original appointment|ursprüngliche nachricht"
    r"|message d'origine|原始邮件|原始郵件|原邮件|回复邮件)[-_=\s]*[:：]?",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"[-_=\s]{0,20}(?:forwarded message|begin forwarded message"
    r"|weitergeleitete nachricht|转发的?邮件(?:信息)?|转发邮件|轉寄郵件)[-_=\s]*[:：]?",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"[*>\s]*(from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|betreff"
    r"|发件人|發件人|寄件者|发送时间|发送日期|日期|时间|收件人|抄送|主题|主旨)"
    r"\*?[ \t]*[:：][* \t]*(.*)",
    re.IGNORECASE,
)
_FROM = frozenset({"from", "von", "发件人", "發件人", "寄件者"})
_SIGNED = re.compile(
    r"sent from my \S.{0,40}|sent from (?:outlook|mail) for .{1,40}|get outlook for .+"
    r"|von meinem \S+ gesendet|发自我的.{1,30}|來自我的.{1,30}|发自.{1,12}邮箱.{0,20}",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """The text without the quoted mail behind it, and without a signature."""
    lines = text.splitlines()
    kept = _unsigned(_unquoted(lines[: _tail(lines)]))
    return "\n".join(kept).strip() or text.strip()


def forwarded(text: str) -> tuple[str, str] | None:
    """Who wrote the mail that is forwarded here, and the text without its headers;
    None where none is.
    """
    lines = text.splitlines()
    for start, line in enumerate(lines):
        if _FORWARD.fullmatch(line.strip()) or _RULE.fullmatch(line.strip()):
            found = _headers(lines, start + 1)
        elif _opens(lines, start):
            found = _headers(lines, start)
        else:
            continue
        author, end = found
        if author:
            parts = ("\n".join(part) for part in (lines[:start], lines[end:]))
            return author, "\n\n".join(part.strip() for part in parts).strip()
    return None


def _tail(lines: Sequence[str]) -> int:
    """Where the mail that is answered to begins."""
    for start, line in enumerate(lines):
        said = line.strip()
        if _RULE.fullmatch(said) or _opens(lines, start) or _introduces(lines, start):
            return start
    return len(lines)


def _introduces(lines: Sequence[str], start: int) -> bool:
    """ "On Monday Ann wrote:", on one line or two."""
    for end in (start + 1, start + 2):
        said = " ".join(line.strip() for line in lines[start:end])
        if said.endswith((":", "：")) and _SAID.fullmatch(said[:300].rstrip(":： ")):
            return bool(lines[start].strip())
    return False


def _opens(lines: Sequence[str], start: int) -> bool:
    """Whether the headers of a quoted mail begin here."""
    first = _HEADER.fullmatch(lines[start][:300])
    if first is None or first[1].lower() not in _FROM:
        return False
    after = lines[start + 1 : start + 1 + LINES]
    named = {found[1].lower() for line in after if (found := _HEADER.fullmatch(line))}
    return len(named - _FROM) >= 2


def _headers(lines: Sequence[str], start: int) -> tuple[str, int]:
    """The author that headers name, and where they end."""
    author, end = "", start
    for line in lines[start:]:
        found = _HEADER.fullmatch(line[:300])
        if found is None and line.strip():
            break
        if found and found[1].lower() in _FROM:
            author = author or found[2].strip()
        if not line.strip() and author:
            break
        end += 1
    return author, end


def _unquoted(lines: Sequence[str]) -> Sequence[str]:
    """Without the quoted block at the end; one with an answer below it stays."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip()[0] == ">"):
        end -= 1
    return lines[:end]


def _unsigned(lines: Sequence[str]) -> Sequence[str]:
    """Without what stands under "-- " (RFC 3676 §4.3), or a telephone adds."""
    for place, line in enumerate(lines):
        if line.rstrip() == "--":
            lines = lines[:place]
            break
    end = len(lines)
    while end and (
        not lines[end - 1].strip() or _SIGNED.fullmatch(lines[end - 1].strip())
    ):
        end -= 1
    return lines[:end]
