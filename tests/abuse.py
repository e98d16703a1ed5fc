"""Strings that break programs: a few of ours, and a collection beside the tree."""

import json
from pathlib import Path

COLLECTION = Path(__file__).parents[2] / "shared" / "data" / "abuse.jsonl"

OURS = (
    "<!channel> <!here> @channel @everyone <@U1|ann> <#C1|general>",
    "*bold* _it_ ~no~ `code` > quote & <b>x</b> &amp; &lt;@U1&gt;",
    "'; DROP TABLE tasks; -- ' OR 1=1",
    "{ $name } { -term } {{ 7*7 }} ${7*7} %s %n {0}",
    "=cmd|' /C calc'!A0",
    "\u202egnp.exe \u200b\u200f\ufeff مرحبا שלום",
    "\ue0000\ue001 \ue0100\ue011 \x00 \x1b[31m",
    "👩‍👩‍👧‍👦🏴‍☠️ 𝕿𝖍𝖊 Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "<script>alert(1)</script> javascript:alert(1) https://x.example/?a=b&c=<d>",
    "99999999999999999999 -1 NaN T-0 T-99999999999999999999 due: 截止: !!! ### @@@",
    '"unclosed “quotes 「everywhere',
    "\n\n\t \r\n",
    "x" * 5000,
)


def everything() -> list[str]:
    """Ours, and the collection's where it is there."""
    if not COLLECTION.exists():
        return list(OURS)
    lines = COLLECTION.read_text("utf-8").split("\n")
    return [*OURS, *(json.loads(line)["text"] for line in lines if line)]
